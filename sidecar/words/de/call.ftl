# Was dem Gastgeber gesagt wird, während ein Gespräch läuft.

setting-breaks = In langen Gesprächen Pausen vorschlagen
setting-breaks-hint = Nur Ihnen, im Seitenbereich und in diesem Chat
setting-break-coffee = Ein Kaffee dauert (Minuten)
setting-break-coffee-hint = Von 2 bis 30. „Give each other five minutes or so“
setting-break-midpoint = Die Pause in der Mitte dauert (Minuten)
setting-break-midpoint-hint = Von 5 bis 45. Längere Pausen helfen mehr (Albulescu 2022)
setting-break-midpoint-from = Eine Pause in der Mitte von Gesprächen über (Minuten)
setting-break-midpoint-from-hint = Von 60 bis 480. 90 ist unsere Einschätzung
setting-break-apart = Zwischen zwei deutlichen Vorschlägen mindestens (Minuten)
setting-break-apart-hint = Von 20 bis 180. 45 ist unsere Einschätzung
setting-break-closing = Kein Vorschlag in den letzten (Minuten)
setting-break-closing-hint = Von 0 bis 60, wie geplant. 10 ist unsere Einschätzung: sie gehören dem Abschluss
setting-break-lunch-after = Mittagessen vorschlagen in Gesprächen ab (Minuten)
setting-break-lunch-after-hint = Von 60 bis 480. 180 ist unsere Einschätzung

call-hint-break = Ein guter Moment für einen Kaffee?
call-hint-break-firm = Zeit für eine Pause: alle sind schon lange dabei.
call-hint-midpoint = Etwa die Mitte: { $count } Minuten für alle?
call-hint-lunch = Für die meisten ist Mittag: Zeit zu essen?
call-hint-new-topic = Nach der Pause: ein guter Moment, das letzte Thema loszulassen.
call-because-calendar = { $because } (Gerechnet ab dem geplanten Beginn: niemand hat gesagt, dass es begann.)

call-line-coffee = Ich hole mir einen Kaffee – holen Sie sich gern auch einen! { $back }
call-line-pause = Machen wir { $count } Minuten Pause. { $back }
call-line-lunch = Machen wir Mittagspause. { $back }
call-line-longer = Bitte noch einen Moment. { $back }
call-line-back = Weiter um { $clock }.
call-line-back-yours = Weiter um { $clock }, bei Ihnen { $yours }.
call-line-back-at = Weiter um { $clock } ({ $place }).
call-line-back-places = Weiter um { $clock }; { $places }.
call-line-place = { $clock } in { $place }
call-line-next = Wollen wir damit weitermachen: { $text }?
call-line-parked = Das hatten wir zurückgestellt – nehmen wir es jetzt auf: { $text }?

call-next = Als Nächstes: { $text }
call-next-parked = Vorhin zurückgestellt: { $text }
call-next-own = Als Nächstes: etwas Neues
call-message-now = Schreiben Sie jetzt { $name }: wer vorangeht, ist in einer Pause am leichtesten zu erreichen.
call-message-now-idea = Schreiben Sie jetzt { $name }. Die Idee war: „{ $idea }“

call-asks-started = Haben Sie angefangen?
call-asks-over = Ist es vorbei?
call-doubt-never-started = Teams hat keinen Beginn gemeldet: vielleicht findet es nicht statt.
call-doubt-never-ended = Teams hat kein Ende gemeldet.

call-card-title = { $subject }
call-card-running = Läuft seit { $clock }.
call-card-planned = Geplant ab { $clock }.
call-card-done = Es ist vorbei.
call-card-never = Es hat wohl nicht stattgefunden.
call-card-planned-over = Nach Plan ist es vorbei.
call-card-never-ended = Teams hat kein Ende gemeldet: nach Plan ist es vorbei.
call-card-paused = Pause bis { $clock }.
call-card-paste = Zum Einfügen in die Besprechung:
call-card-summary = Ein Wort zu Ihrem Gespräch

call-act-coffee = Kaffee ansagen
call-act-pause = { $count } Minuten ansagen
call-act-lunch = Mittagspause ansagen
call-act-later = In { $count } Minuten
call-act-not-now = Nicht jetzt
call-act-longer = +2 Min.
call-act-back = Wir sind zurück
call-act-go-on = Damit weiter
call-act-put-off = Erst etwas anderes
call-act-started = Wir haben angefangen
call-act-started-now = Wir haben eben erst angefangen
call-act-never = Es findet nicht statt
call-act-ended = Es ist vorbei
call-act-runs-over = Es dauert länger

call-stale = Das Gespräch ist schon weiter: das passt nicht mehr. Es wurde nichts geändert.
