# Ce qui est dit à l’hôte pendant un appel.

setting-breaks = Proposer des pauses dans les longs appels
setting-breaks-hint = Rien que pour vous, dans le panneau et dans cette conversation
setting-break-coffee = Durée d’un café (minutes)
setting-break-coffee-hint = De 2 à 30. « Laissez à chacun cinq minutes environ »
setting-break-midpoint = Durée de la pause du milieu (minutes)
setting-break-midpoint-hint = De 5 à 45. Plus longue, une pause repose mieux (Albulescu 2022)
setting-break-midpoint-from = Pause au milieu des appels de plus de (minutes)
setting-break-midpoint-from-hint = De 60 à 480. 90 est notre propre estimation
setting-break-apart = Écart minimal entre deux propositions fermes (minutes)
setting-break-apart-hint = De 20 à 180. 45 est notre propre estimation
setting-break-closing = Pas de proposition à la fin (minutes)
setting-break-closing-hint = Dernières minutes prévues, de 0 à 60. 10 est notre propre estimation : elles servent à conclure
setting-break-lunch-after = Proposer de déjeuner dans les appels d’au moins (minutes)
setting-break-lunch-after-hint = De 60 à 480. 180 est notre propre estimation

call-hint-break = Le bon moment pour un café ?
call-hint-break-firm = C’est l’heure d’une pause : tout le monde est là depuis longtemps.
call-hint-midpoint = À peu près la moitié : { $count } minutes de pause pour tous ?
call-hint-lunch = Il est midi pour la plupart d’entre vous : si on déjeunait ?
call-hint-new-topic = Après la pause : le bon moment pour tourner la page du dernier sujet.
call-because-calendar = { $because } (Compté à partir du début prévu : personne n’a dit que l’appel avait commencé.)

call-line-coffee = Je vais me chercher un café – profitez-en aussi. { $back }
call-line-pause = Prenons { $count } minutes. { $back }
call-line-lunch = Faisons une pause déjeuner. { $back }
call-line-longer = Encore un petit moment, s’il vous plaît. { $back }
call-line-back = On se retrouve à { $clock }.
call-line-back-yours = On se retrouve à { $clock }, { $yours } pour vous.
call-line-back-at = On se retrouve à { $clock } ({ $place }).
call-line-back-places = On se retrouve à { $clock } ; { $places }.
call-line-place = { $clock } à { $place }
call-line-next = On continue avec ceci : { $text } ?
call-line-parked = Nous avions mis ceci de côté – on le reprend maintenant : { $text } ?

call-next = Ensuite : { $text }
call-next-parked = Mis de côté : { $text }
call-next-own = Ensuite : autre chose
call-message-now = Écrivez à { $name } maintenant : c’est pendant une pause qu’il est le plus facile de dire un mot à qui fait avancer les choses.
call-message-now-idea = Écrivez à { $name } maintenant. Son idée : « { $idea } »

call-asks-started = Avez-vous commencé ?
call-asks-over = Est-ce terminé ?
call-doubt-never-started = Teams n’a signalé aucun début : l’appel n’a peut-être pas lieu.
call-doubt-never-ended = Teams n’a signalé aucune fin.

call-card-title = { $subject }
call-card-running = En cours depuis { $clock }.
call-card-planned = Prévu à { $clock }.
call-card-done = C’est terminé.
call-card-never = L’appel n’a apparemment pas eu lieu.
call-card-planned-over = D’après l’horaire, c’est terminé.
call-card-never-ended = Teams n’a jamais signalé de fin : d’après l’horaire, c’est terminé.
call-card-paused = Pause jusqu’à { $clock }.
call-card-paste = À coller dans la réunion :
call-card-summary = Un mot sur votre appel

call-act-coffee = Annoncer un café
call-act-pause = Annoncer { $count } minutes
call-act-lunch = Annoncer le déjeuner
call-act-later = Dans { $count } minutes
call-act-not-now = Pas maintenant
call-act-longer = +2 min
call-act-back = On a repris
call-act-go-on = Continuer avec
call-act-put-off = Autre chose d’abord
call-act-started = On a commencé
call-act-started-now = On commence à peine
call-act-never = Cela n’a pas lieu
call-act-ended = C’est terminé
call-act-runs-over = Cela se prolonge

call-stale = L’appel a avancé : ce clic ne convient plus. Rien n’a changé.
