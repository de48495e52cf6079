## Was der Bot sagt: seine Begrüßung, seine Befehle, und wo Worte allein nicht helfen

bot-summary = Ihre Antwort ist da
bot-welcome-summary = Client Companion ist bereit
bot-welcome-title = Bereit für jedes Kundengespräch
bot-welcome-value = { $count } Minuten, bevor Sie einen Kunden treffen, kommt eine Karte: wer dabei ist, wie spät es dort ist, wie Sie teilnehmen, was vereinbart war.
bot-welcome-start = Es beginnt von selbst. „Einstellungen“ ändert, wann und wie viel.
bot-welcome-limits = Ich schreibe nie an Kunden, bin nie im Gespräch dabei und zeige nie etwas im Besprechungschat.
bot-can-title = Schreiben Sie mir eines davon
bot-cannot-title = Was ich nicht tue
bot-cannot-send = Etwas an einen Kunden senden: Ich entwerfe, Sie senden.
bot-cannot-join = An einem Gespräch teilnehmen, es aufzeichnen oder mithören.
bot-cannot-show = Ihre Karten oder Notizen jemand anderem zeigen, außer Sie erlauben es.
bot-cannot-guess = Raten: Was ich nicht weiß, sage ich.
bot-hello = Hallo { $name }
bot-hello-nobody = Hallo
bot-next-is = Ihr nächstes Kundengespräch: { $when }, { $what }
bot-other = Dafür habe ich keinen Befehl.
bot-thanks = Sehr gern. Ihre nächste Karte kommt von selbst.
bot-undo = Jede Karte hat ihren Weg zurück: „Rückgängig“ nach einem Tipp, oder „Mehr zeigen“. Stille und Kunden nehmen Sie hier zurück.
bot-word-today = heute
bot-word-next = nächster
bot-word-brief = briefing { $who }
bot-word-mute = stumm
bot-word-settings = Einstellungen
bot-word-not-client = kein Kunde
bot-word-help = Hilfe
bot-does-today = Ihre Kunden heute
bot-does-next = die Karte des nächsten
bot-does-brief = die nächste Karte mit jemandem
bot-does-mute = Ruhe für heute, einen Kunden oder eine Serie
bot-does-settings = wann, wie viel, in welcher Sprache
bot-does-not-client = eine Organisation ist keiner
bot-does-help = diese Liste

bot-today-title = Ihre Kunden heute
bot-today-none = Heute keine Kundengespräche.
bot-tomorrow-title = Ihre Kunden morgen
bot-tomorrow-none = Morgen keine Kundengespräche.
bot-none-coming = In den nächsten Wochen sehe ich kein Kundengespräch. Ein Termin zählt, sobald jemand von außen eingeladen ist.
bot-unread = Ich lese Ihren Kalender noch. Bitte fragen Sie in einer Minute noch einmal.
bot-brief-whom = Wen treffen Sie?
bot-brief-which = Welcher Termin?
bot-brief-others = Vielleicht meinen Sie auch einen davon:
bot-brief-nobody = Ich finde kein kommendes Kundengespräch mit „{ $who }“.
bot-brief-left-out = { $subject }, { $when }. { $reason }
bot-brief-known = Diese kommen:

bot-mute-title = Ruhe
bot-mute-what = Keine Karten für
bot-mute-client = Kunde: { $who }
bot-mute-series = Serie: { $subject }
bot-muted-what = Zurzeit stumm
bot-muted-series = Eine Serie ohne kommenden Termin
bot-muted-day = { $day }
bot-muted-none = Zurzeit ist nichts stumm.
bot-client-title = Wer ist kein Kunde?
bot-client-what = Aus Ihren kommenden Terminen
bot-client-none = In Ihren kommenden Terminen ist niemand von außen.
bot-client-said = Von diesen haben Sie gesagt, dass sie keine Kunden sind
noted-unmuted = Notiert: Die Karten kommen wieder.
noted-client-again = Notiert: { $who } gilt wieder als Kunde.
noted-tick = Notiert: { $what } ist erledigt.

bot-settings-title = Einstellungen
bot-settings-change = { $label }: { $value } (vorher: { $before })
bot-settings-saved = Gespeichert. Alles Geplante folgt dem.
bot-settings-same = Nichts wurde geändert.
bot-settings-problem = { $label }: { $why }

bot-failed = Das hat gerade nicht geklappt. Bitte versuchen Sie es gleich noch einmal.
bot-calendar-closed = Ich kann Ihren Kalender nicht mehr sehen, deshalb kommen vorerst keine Karten. Ihre Administration kann das beheben, dann mache ich von selbst weiter.
bot-group = Ich antworte in Ihrem eigenen Chat mit mir: Öffnen Sie ihn und schreiben Sie „Hallo“. Hier wird nichts über Kunden gesagt.

act-today = Heute
act-next = Nächster
act-settings = Einstellungen
act-help = Hilfe
act-what-else = Was ich noch kann
act-mute-do = Stumm schalten
act-unmute = Wieder senden
act-client-again = Doch ein Kunde
act-open-card = { $clock } { $who }
act-open-card-on = { $day } { $clock } { $who }
act-settings-save = Speichern
act-settings-more = Weitere Einstellungen
act-tick = Erledigt
act-tick-what = Schon geprüft?
act-role = Rolle merken
act-role-who = Wessen Rolle?
act-role-what = Welche Rolle? Nur Sie sehen das.
act-role-decides = Entscheidet
act-role-skeptic = Skeptisch
act-role-trailblazer = Geht voran
act-role-none = Keine Rolle
act-draft-welcome = Begrüßung entwerfen
act-draft-plan = Plan B entwerfen
act-open-mail = Im Mailprogramm öffnen ↗
act-open-outlook = In Outlook öffnen ↗

## Entwürfe: Worte zum Kopieren. Senden kann sie nur die Person selbst.
bot-draft-send = Zum Kopieren und Ändern. Nichts wurde gesendet.
bot-draft-to = An: { $who }
bot-draft-called = { $name }
bot-draft-welcome-subject = Unser Gespräch: { $subject }
bot-draft-welcome-text = Guten Tag { $who },

    ich freue mich auf unser Gespräch am { $when }.
    { $how }
    Gibt es etwas, das ich für Sie vorbereiten soll?

    Mit freundlichen Grüßen
    { $me }
bot-draft-how-link = Hier können Sie teilnehmen: { $url }
bot-draft-how-dial = Wenn Ihnen das Telefon lieber ist: { $number }
bot-draft-how-none = Wie Sie teilnehmen, schreibe ich Ihnen rechtzeitig.
bot-draft-plan-subject = Falls die Verbindung abbricht: { $subject }
bot-draft-plan-text = Guten Tag { $who },

    für den Fall, dass die Verbindung am { $when } abbricht:
    { $how }
    Wenn auch das nicht geht, schreibe ich Ihnen sofort, und wir finden einen anderen Weg.

    Mit freundlichen Grüßen
    { $me }
bot-draft-plan-dial = Bitte wählen Sie { $number }.
bot-draft-plan-code = Der Code ist { $code }.
bot-draft-plan-ask = Unter welcher Nummer darf ich Sie anrufen?

## Einstellungen: Name und Hinweis zu jeder, und warum ein Wert nicht geht
setting-lead-minutes = Minuten vor einem Termin
setting-lead-minutes-hint = Wann seine Karte kommt, von 5 bis 240
setting-prepare = Erste Gespräche vorbereiten
setting-prepare-hint = Eine Karte mehr am Arbeitstag vor dem ersten Gespräch mit einem Kunden
setting-quiet-from = Ruhe ab
setting-quiet-from-hint = In der Ruhezeit kommt keine neue Karte
setting-quiet-until = Ruhe bis
setting-quiet-until-hint = Zweimal dieselbe Zeit: keine Ruhezeit
setting-budget = Nachrichten am Tag
setting-budget-hint = Sind sie verbraucht, steht der Rest in einer Nachricht, von 1 bis 20
setting-language = Sprache
setting-language-hint = Der Karten und Antworten
setting-language-auto = Wie in Teams
setting-language-en = English
setting-language-de = Deutsch
setting-language-fr = Français
setting-language-es = Español
setting-language-pt = Português
setting-language-ja = 日本語
setting-language-understood = Karten und Antworten kommen in Ihrer Sprache; Gespräche und Mails werden nur auf Englisch und Deutsch verstanden.
setting-clients = Wer ist ein Kunde?
setting-clients-hint = Sie können weiter von jedem sagen, dass er keiner ist
setting-clients-everyone = Alle von außen
setting-clients-listed = Nur, wen ich aufzähle
setting-listed = Meine Kunden
setting-listed-hint = Eine Domäne oder Adresse je Zeile, etwa contoso.com
setting-own-domains = Unsere weiteren Domänen
setting-own-domains-hint = Wer dort ist, gilt als Kollegin oder Kollege; eine je Zeile
setting-about-me = Über mich
setting-about-me-hint = Bis zu fünf kurze Texte für Ihre Entwürfe, einer je Zeile; der Betreff wählt aus: „Sensoren: Ich habe …“
setting-instructions = Hinweise zu Ihren Gesprächen
setting-instructions-hint = Was eine Begrüßung sagen muss, je Zeile mit der Art des Gesprächs davor: „Schulung, Workshop: Bitte installieren …“; „*:“ heißt jedes Gespräch
setting-break-after = Pause vorschlagen nach (Minuten)
setting-break-after-hint = In einem langen Gespräch, von 20 bis 120. 50 rät die britische HSE für Bildschirmarbeit (L26), und 50 maß Riedl 2023 an Videogesprächen
setting-break-firmer = Deutlicher sagen nach (Minuten)
setting-break-firmer-hint = Von 30 bis 180. 75 ist unsere Einschätzung: um die Hälfte länger
setting-break-snooze = Nach „nicht jetzt“ wieder fragen nach (Minuten)
setting-break-snooze-hint = Von 5 bis 60. 15 ist unsere Einschätzung
setting-share-counts = Zahlen mit Kollegen teilen
setting-share-counts-hint = Wie oft und wann zuletzt Sie einen Kunden getroffen haben; nie, was gesagt wurde
setting-channel = Wohin die Karten kommen
setting-channel-hint = Ein Eintrag im Aktivitätsfeed führt zur Karte in der Registerkarte; eine Nachricht gibt es dann nicht
setting-channel-chat = In diesen Chat
setting-channel-feed = In den Aktivitätsfeed
setting-on = an
setting-off = aus
setting-nothing = nichts
setting-not-known = Diese Einstellung kenne ich nicht.
setting-not-number = Bitte eine ganze Zahl von { $least } bis { $most } eingeben.
setting-not-time = Bitte eine Uhrzeit wie 07:30 eingeben.
setting-not-choice = Bitte einen der Einträge wählen.
setting-not-lines = Bitte einen Eintrag je Zeile eingeben.
setting-not-domain = „{ $what }“ ist weder eine Domäne noch eine Adresse. Schreiben Sie es wie contoso.com.
setting-too-many = { $count ->
    [one] Höchstens einer.
   *[other] Höchstens { $count }.
}
setting-too-long = { $count ->
    [one] Höchstens ein Zeichen je Eintrag.
   *[other] Höchstens { $count } Zeichen je Eintrag.
}
setting-not-firmer = Das muss später sein als der erste Vorschlag.
setting-not-listed = Zählen Sie zuerst mindestens einen Kunden auf.
reason-not-listed = Ausgelassen: Niemand davon steht auf Ihrer Liste der Kunden
