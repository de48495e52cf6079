# Ce que dit l’aperçu quand une transcription est rejouée comme un appel.

play-busy = « { $subject } » est déjà en cours : laissez-le aller au bout, ou arrêtez-le d’abord.
play-no-subject = Un rendez-vous sans objet
play-none = Aucun appel n’est en cours : choisissez d’abord un rendez-vous et une transcription.
play-unknown-meeting = Ce rendez-vous n’est plus dans votre calendrier : choisissez-en un autre.
play-meeting-over = À l’heure de l’aperçu, ce rendez-vous est terminé, et le temps ne fait qu’avancer : choisissez-en un à venir.
play-unknown-button = La page a demandé quelque chose que le lecteur ne connaît pas : rechargez la page.
play-forward = Ici, le temps ne fait qu’avancer : choisissez un moment qui n’a pas encore été joué.
play-speed = Choisissez une vitesse de 1 à 120 fois.
play-failed = Un problème est survenu et les paroles se sont arrêtées. L’appel lui-même continue ; appuyez sur « Continuer » pour réessayer.
