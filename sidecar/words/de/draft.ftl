### Deutsch: Entwürfe im Chat und in der Seitenleiste, und was dazu zu sagen ist.

## Titel
draft-title-welcome = Begrüßung
draft-title-thanks = Dank
draft-title-check-in = Nachfrage
draft-title-one-to-one = Einladung zu zweit
draft-title-call = Was am Telefon zu sagen ist
draft-title-reschedule = Ein anderer Termin
draft-title-warn = Sagen, dass es später wird

## Um die Worte herum
draft-nothing-sent = Zum Lesen und Ändern. Nichts wurde gesendet.
draft-call-note = Nur für Sie, nichts wird gesendet.
draft-look-at = Bitte ansehen
draft-made = Der Entwurf liegt in Outlook. Sie senden ihn, oder nicht.
draft-sent-already = Diesen Entwurf haben Sie schon gesendet.
draft-not-allowed = Ich darf keine Entwürfe in Ihr Postfach legen: Die Verwaltung erlaubt es mit Mail.ReadWrite. Bis dahin bitte kopieren.
draft-not-made = Outlook nimmt den Entwurf gerade nicht an. Bitte kopieren oder später noch einmal tippen.
draft-stopped = Dieser Entwurf kann noch nicht weg: Bitte ansehen, was darunter steht.
draft-no-mail = Das sind Notizen für ein Telefonat, keine Mail.

## Tasten
draft-make = Entwurf in Outlook öffnen
draft-open = In Outlook öffnen ↗
draft-fix-all = Alles verbessern
draft-swap-block = Anderer Text über mich
draft-question-more = Frage hinzufügen
draft-question = Ihre Frage
draft-question-add = Hinzufügen
draft-say-it = Lieber anrufen
draft-channel-phone = Anrufen ↗
draft-channel-teams = Video in Teams ↗
draft-channel-whatsapp = WhatsApp ↗
draft-reach = Am besten zu erreichen …
draft-reach-how = Wie am besten zu erreichen
draft-way-mail = Mail
draft-way-phone = Telefon
draft-way-teams = Video in Teams
draft-way-whatsapp = WhatsApp
draft-channel-noted = { $channel ->
    [phone] Notiert: { $who } ist am besten per Telefon zu erreichen.
    [teams] Notiert: { $who } ist am besten per Video in Teams zu erreichen.
    [whatsapp] Notiert: { $who } ist am besten in WhatsApp zu erreichen.
   *[other] Notiert: { $who } ist am besten per Mail zu erreichen.
}

## Warum es keinen gibt
draft-why-nobody = Ich könnte niemanden anschreiben: Niemand bei diesem Kunden ist zu erreichen.
draft-why-no-client = Hier geht es um keinen Kunden, also gibt es niemanden anzuschreiben.
draft-why-not-first = Sie kennen sich schon, eine Begrüßung passt hier nicht.
draft-why-no-point = Ich kenne kein Projekt und keinen offenen Punkt mit { $client }. Ohne das liest sich eine Nachfrage wie Werbung, darum biete ich keine an.
draft-why-no-concern = Ich kenne keine Sorge in den Worten des Kunden. Notieren Sie sie in der Seitenleiste, mit Namen.
draft-why-no-promise = Diese Zusage ist nicht mehr offen, oder nicht Ihre.
draft-why-no-meeting = Ich kenne kein Gespräch, um das es ginge.
draft-why-not-held = Zu diesem Gespräch kam niemand, also ist nichts zu danken. Ich kann einen anderen Termin vorschlagen.

## Zweifel
draft-doubt-gone = { $who } fehlt, weil es keine Verbindung mehr gibt: „{ $quote }“
draft-doubt-language = Der Kunde schreibt in einer Sprache, für die ich keine eigenen Worte habe ({ $theirs }), darum ist dies auf Deutsch.
draft-doubt-language-unknown = Ich weiß nicht, in welcher Sprache der Kunde schreibt, darum ist dies auf Deutsch.
draft-doubt-mail-unread = Ihre Mails mit dem Kunden konnte ich nicht lesen: Die Anrede ist die sichere.
draft-doubt-silence = Davon soll nicht gesprochen werden: „{ $quote }“
draft-required-way-in = wie man hineinkommt

## Lieber am Telefon
draft-phone-bad-news = Schlechte Nachrichten sind besser gesagt als geschrieben: erst anrufen.
draft-phone-concern = Über eine Sorge spricht es sich leichter: Sie können auch anrufen.
draft-phone-long = Das sind { $count } Zeilen geworden: besser am Telefon sagen.

## Wer nicht mehr da ist
draft-gone-returned = Eine Mail an { $who } kam zurück.
draft-gone-left = { $who } ist nicht mehr dort.
draft-gone-named = Die Mail nennt { $address }.
draft-gone-who = Wer folgt nach? Die Adresse
draft-gone-save = Speichern
draft-gone-wrong = Doch zu erreichen
draft-gone-back = Notiert: { $who } ist zu erreichen.
draft-gone-address = Bitte eine Adresse derselben Firma angeben.
draft-gone-noted = Notiert: { $address } folgt auf { $who }.

## Wie tief
draft-depth-title = Wie tief es gehen soll
draft-depth-set = Niveau setzen
draft-depth-beginner = Neulinge
draft-depth-user = Anwender
draft-depth-expert = Fachleute
draft-agenda-beginner = Mit den Grundlagen beginnen.
draft-agenda-user = Grundlagen in einer Minute, dann ihre Fälle.
draft-agenda-expert = Grundlagen weglassen, mit ihrem Ziel beginnen.
draft-depth-said = Geschrieben wurde: „{ $quote }“
draft-depth-unsure = Das Niveau ist nicht klar.
draft-answer-goal = Das Ziel: „{ $quote }“
draft-answer-joins = Wer dabei ist: „{ $quote }“
