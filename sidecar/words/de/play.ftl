# What the preview says when a transcript is played as a call.

play-busy = „{ $subject }“ wird schon gespielt: Lassen Sie das Gespräch zu Ende laufen, oder beenden Sie es.
play-no-subject = Ein Termin ohne Betreff
play-none = Es wird kein Gespräch gespielt: Wählen Sie zuerst einen Termin und ein Transkript.
play-unknown-meeting = Diesen Termin gibt es in Ihrem Kalender nicht mehr: Wählen Sie einen anderen.
play-meeting-over = Dieser Termin ist nach der Uhr der Vorschau vorbei, und die Zeit geht nur vorwärts: Wählen Sie einen kommenden.
play-unknown-button = Die Seite hat etwas verlangt, das der Spieler nicht kennt: Laden Sie die Seite neu.
play-forward = Die Zeit geht hier nur vorwärts: Wählen Sie eine Stelle, die noch nicht gespielt wurde.
play-speed = Wählen Sie eine Geschwindigkeit von 1 bis 120.
play-failed = Etwas ging schief, und die Worte stehen still. Das Gespräch selbst geht weiter; drücken Sie auf „Weiter“, um es noch einmal zu versuchen.
