### Français : ce qui a été mesuré sur la machine de la personne. Clés et variables sont les mêmes dans toutes les langues.

check-device-microphone = micro
check-device-camera = caméra
check-device-speaker = haut-parleur
check-devices-tested = testé le { $day } à { $clock } : { $what }
check-devices-failed = échec le { $day } à { $clock } : { $what }
check-devices-failed-before = la dernière fois, le { $day } à { $clock }, échec : { $what }. Testez à nouveau
check-devices-partly = non testé le { $day } à { $clock } : { $what }
check-devices-long-ago = dernier test le { $day } à { $clock }
check-screen-share-offered = votre navigateur le propose (vu le { $day } à { $clock })
check-screen-share-not-offered = votre navigateur ne le proposait pas le { $day } à { $clock }
check-last-failed = { $count ->
    [one] La dernière fois, le { $day }, ceci n’a pas marché : { $what }.
   *[other] La dernière fois, le { $day }, ceci n’a pas marché : { $what }.
}
check-link-spent = Ce lien a déjà servi, ou ses 10 minutes sont écoulées. Demandez-en un autre sur la carte ou dans le panneau latéral.
check-link-run = Lancer le test
check-link-offer = Testez maintenant votre micro, votre caméra et votre réseau. Le lien fonctionne une fois, pendant 10 minutes.
check-link-open = Ouvrir le test
check-link-no-address = Le test technique n’a pas d’adresse publique : votre administrateur définit COMPANION_PUBLIC_URL.
check-session-over = Ce test est terminé. Demandez un nouveau lien sur la carte ou dans le panneau latéral.
check-results-unreadable = La page a envoyé des résultats illisibles. Rouvrez le test technique.
check-too-much = Cela fait trop d’un coup. Attendez une minute et réessayez.
check-database-away = Les résultats ne peuvent pas être enregistrés pour l’instant. Ils restent sur cette page ; réessayez dans une minute.
check-plan-b-for-client = Si le lien ne fonctionne pas, appelez le { $number }{ $code ->
    [none] .
   *[other] { " " }et saisissez l’identifiant de conférence { $code }.
}
check-plan-b-call-them = si le lien ne marche pas, appelez { $who } : { $number }

## Ce que disent les options de la réunion
check-lobby-open = tout le monde entre directement
check-lobby-invited = seuls les invités connectés entrent directement ; faites entrer les autres depuis la salle d’attente
check-lobby-trusted = les personnes des organisations approuvées par la vôtre entrent directement ; les autres patientent dans la salle d’attente
check-lobby-wait = votre client patiente dans la salle d’attente jusqu’à ce que vous le fassiez entrer
check-lobby-refused = les options de la réunion sont illisibles : votre administrateur ne l’a pas encore autorisé
check-recording-by-itself = l’enregistrement démarre tout seul : prévenez votre client avant
check-recording-not-by-itself = il ne démarre pas tout seul ; demandez avant d’enregistrer
check-recording-off = personne ne peut enregistrer cette réunion
check-access-presenters = seuls les présentateurs que vous désignez peuvent partager leur écran ; pas votre client
check-access-everyone = ils peuvent partager leur écran ; demandez si leur réseau les laisse entrer
check-attachments-linked = { $count ->
    [one] un fichier n’est qu’un lien : votre client ne pourra peut-être pas l’ouvrir
   *[other] { $count } fichiers ne sont que des liens : votre client ne pourra peut-être pas les ouvrir
}

## Pourquoi la carte le dit
card-why-tech-check = mesuré par vous lors du test technique
card-why-options = lu dans les options de la réunion en ligne
card-why-their-mail = cela figure dans leurs propres mails
card-why-ticked = vous l’avez coché vous-même
