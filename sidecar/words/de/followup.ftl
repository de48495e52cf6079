### Nach einem Gespräch. Kurz, warm, genau.

followup-summary = Ihr Gespräch ist vorbei: Was folgt daraus?
followup-title = Nach dem Gespräch mit { $client }
followup-nobody-title = Niemand kam: { $client }
followup-nobody-text = Das kommt vor. Ein Tipp schreibt eine freundliche Nachricht mit einem neuen Vorschlag; Sie senden sie.
followup-ours = Sie haben zugesagt
followup-colleagues = Ihr Team hat zugesagt
followup-theirs = Zugesagt wurde Ihnen
followup-of = { $who }: { $what }
followup-due = { $what } – { $day }
followup-quote = „{ $quote }“
followup-asked = War das eine Zusage?
followup-none = Keine Zusage ist notiert.
followup-done = erledigt
followup-task-made = in Ihren Aufgaben
followup-task-wanted = auf dem Weg in Ihre Aufgaben
followup-more = { $count ->
    [one] und eine weitere
   *[other] und { $count } weitere
}
followup-left-out = Hier nicht aufgeführt: { $count } weitere Zusagen aus diesem Gespräch.
followup-one-to-one = { $who } hat Bedenken: „{ $quote }“ Ein Wort unter vier Augen binnen eines Tages hilft.
followup-one-to-one-plain = { $who } hat Zweifel. Ein Wort unter vier Augen binnen eines Tages hilft; die Bedenken sind hier nicht notiert.
followup-waiting = Die Mitschrift ist noch nicht da. Diese Karte wird ergänzt, sobald sie kommt.
followup-transcript-refused = Die Mitschrift konnte nicht gelesen werden: Microsoft 365 hat sie verweigert.
followup-transcript-broken = Die Mitschrift ist beschädigt und nicht lesbar: Was hier steht, kommt aus Ihren Notizen.
followup-doubt-two = Zwei Personen heißen { $name }: Wessen Zusage es ist, blieb offen.
followup-doubt-stranger = { $name } steht nicht auf der Einladung: Wessen Zusage es ist, blieb offen.
followup-task-not-allowed = Nicht in Ihren Aufgaben: Ihre Administration hat { $name } nicht erteilt. Die Zusage bleibt hier stehen.
followup-task-no-mailbox = Nicht in Ihren Aufgaben: Dieses Postfach gibt es nicht mehr. Die Zusage bleibt hier stehen.
followup-task-refused = Nicht in Ihren Aufgaben: Microsoft 365 hat es abgelehnt. Die Zusage bleibt hier stehen.
followup-task-note = Zugesagt in „{ $subject }“, { $day }.
followup-their-words = Im Wortlaut
followup-idea = Idee von { $who }: { $idea }
followup-parked = Geparkt: { $text }
followup-open = Noch offen: { $text }
followup-for-you = Nur für Sie
followup-lesson = Eine Zeile fürs nächste Mal: Was haben Sie gelernt?
followup-check-in-when = Wann melden Sie sich wieder?
followup-check-in = Sie melden sich wieder am { $day }.
followup-checks = Ihre Nachricht danach
followup-check-timeliness = Sie geht heute hinaus
followup-check-understanding = Ihr Anliegen steht darin, in ihren Worten
followup-check-caring = Eine Zeile gilt ihnen selbst
followup-check-truthfulness = Nur, was vereinbart ist
followup-went = { $went ->
    [well] Es lief, wie Sie wollten
    [mixed] Es lief mittel
   *[badly] Es lief nicht, wie Sie wollten
  }{ $wanted ->
    [none] .
   *[other] {" "}(Ihr Wort: { $wanted }).
  } Nur Sie sehen das.
followup-which = Welche?
followup-trend = { $well } Ihrer letzten { $count } Gespräche liefen, wie Sie wollten.
followup-lesson-next = Ihre Lehre vom { $day }: { $lesson }
followup-lesson-source = Ihre eigene Notiz nach dem Gespräch
followup-wanted-long = Ein Wort, höchstens { $most } Zeichen.
followup-bad-day = Dieser Tag liegt nicht in der Zukunft.

act-followup-promises = Zusagen
act-followup-task = In meine Aufgaben
act-followup-done = Erledigt
act-followup-drop = Keine Zusage
act-followup-ours = Wir haben es zugesagt
act-followup-theirs = Uns wurde es zugesagt
act-followup-drafts = Entwürfe
act-followup-thanks = Dank
act-followup-one-to-one = Unter vier Augen: { $who }
act-followup-reschedule = Neuen Termin anbieten
act-followup-nobody = Niemand kam
act-followup-somebody = Doch, sie kamen
act-followup-well = Lief gut
act-followup-mixed = Mittel
act-followup-badly = Lief nicht gut
act-followup-more = Mehr
act-followup-save = Behalten
followup-choose = Wählen Sie zuerst eine Zusage.
followup-time-subject = Ein Wort mit { $who }
followup-time-held = In Ihrem Kalender vorgemerkt: { $who }, { $day }, { $clock }. Eingeladen ist noch niemand.
followup-time-none = Kein Termin vorgemerkt: Ihr nächster Arbeitstag ist zu dieser Stunde voll.
followup-time-not-allowed = Kein Termin vorgemerkt: Ihre Administration hat { $name } nicht erteilt.
followup-time-refused = Kein Termin vorgemerkt: Microsoft 365 hat es abgelehnt.
act-followup-propose = Termin vormerken: { $who }
followup-check-in-today = Sie wollten sich heute bei { $who } melden.
act-followup-check-in = Nachfrage
followup-wanted = Ein Wort: Welchen Eindruck möchten Sie hinterlassen? Nur Sie sehen es.
act-followup-wanted = Mein Wort behalten
followup-time-no-mailbox = Kein Termin vorgemerkt: Dieses Postfach gibt es nicht mehr.
followup-with-colleague = { $who } kümmert sich um das, was folgt.
followup-taken = Sie kümmern sich um das, was folgt. Wer von Ihnen dabei war, sieht das.
followup-kept-by = Diese Zusage steht in der Liste von { $who }.
act-followup-give-back = Zurückgeben
