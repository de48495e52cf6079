### Français : un rendez-vous fixé à une heure qui ne convient pas au client. Clés et variables sont les mêmes dans toutes les langues.

booking-summary = L’heure d’un nouveau rendez-vous est difficile pour votre client
booking-fine = Plus rien ne s’oppose à cette heure.
booking-better = Plus simple pour tout le monde
booking-for = { $clock } pour { $who }
booking-send = Rien n’a été envoyé. Copiez ce texte, ou ouvrez le formulaire déjà rempli :
booking-text = Une autre heure vous conviendrait-elle mieux pour « { $subject } » ? Je vous propose { $theirs }. Pour moi, ce sera { $mine }.
booking-text-mine = Une autre heure vous conviendrait-elle mieux pour « { $subject } » ? Je vous propose { $mine }.
act-propose = Proposer { $when }
act-schedule = Ouvrir dans Teams ↗
act-booking-fine = L’heure convient
tap-slot-past = Cette heure est passée. La carte en montre d’autres.
moment-booking-warning = Réservation
noted-booking-fine = C’est noté : l’heure convient.
booking-last-time = La dernière fois, l’heure était difficile pour { $who }.
