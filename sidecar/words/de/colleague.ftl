## Unter Kolleginnen und Kollegen: ein Kunde wird übergeben, wer wessen Karten sieht, ein Kontakt ist nicht mehr da

handover-ask = { $client } an { $who } übergeben?
handover-what = Was übergeht, sobald angenommen wird
handover-promises = { $count ->
    [0] offene Zusagen (zurzeit keine)
    [one] eine offene Zusage
   *[other] { $count } offene Zusagen
}
handover-rhythm = wie oft Sie in Verbindung bleiben
handover-facts = was Sie über den Kunden notiert haben
handover-notes = Ihre Lehren aus Gesprächen
handover-roles = die Rollen, die Sie vergeben haben
handover-yours = Was Sie nicht ankreuzen, bleibt bei Ihnen. Wie ein Gespräch für Sie lief, wird nie weitergegeben.
handover-offered = { $client } ist { $who } angeboten. Bis zur Annahme ändert sich nichts.
handover-for-you = { $who } möchte Ihnen { $client } übergeben.
handover-from-administrator = { $who } ist nicht mehr im Unternehmen. Ihre Administration fragt, ob Sie { $client } übernehmen.
handover-with-it = Dazu gehören: { $what }.
handover-nothing = Außer dem Kunden geht nichts über.
handover-all-clients = alle Kunden
handover-summary = Etwas aus dem Kollegium für Sie
handover-which = So heißen mehrere: { $names }. Schreiben Sie, wer gemeint ist.
handover-no-colleague = Niemand im Kollegium, der { $who } heißt, nutzt die App. Schreiben Sie die Adresse, oder bitten Sie darum, sie zuerst hinzuzufügen.
handover-no-client = Mit { $client } ist keine Zusage offen, und Sie halten dort keinen Kontakt: Es gibt nichts zu übergeben.
handover-waits = { $client } ist schon jemandem angeboten und wartet auf Antwort.
handover-settled = { $state ->
    [accepted] Das wurde schon angenommen.
    [declined] Das wurde schon abgelehnt.
    [taken_back] Das wurde zurückgenommen. Nichts hat sich geändert.
   *[other] Darauf kann nicht mehr geantwortet werden.
}
handover-taken-back = { $client } bleibt bei Ihnen. Nichts hat sich geändert.
handover-accepted-yours = { $client } gehört jetzt Ihnen, von { $giver }.
handover-accepted-theirs = { $taker } hat { $client } übernommen.
handover-declined-yours = { $client } bleibt bei { $giver }.
handover-declined-theirs = { $taker } hat { $client } nicht übernommen. Nichts hat sich geändert.
act-handover-offer = { $who } anbieten
act-handover-back = Zurücknehmen
act-handover-accept = Ja, ich übernehme
act-handover-decline = Nein, danke
grant-title = Ihre Karten dürfen sehen:
grant-nobody = Niemand außer Ihnen sieht Ihre Karten.
grant-noted = { $who } darf Ihre Karten ab jetzt sehen.
grant-ended = Ihre Karten sind dort nicht mehr zu sehen.
grant-never = Ihre Karten waren dort ohnehin nicht zu sehen.
grant-not-given = { $who } hat keine Karten mit Ihnen geteilt. Das geht nur dort, mit „lass … meine Karten sehen“ und Ihrem Namen.
grant-none-coming = Bei { $who } steht kein Kundentermin an.
grant-their-card = Eine Karte von { $who }, mit Erlaubnis gezeigt. Dass Sie sie gesehen haben, ist vermerkt.
act-grant-end = Nicht mehr
contact-left = { $who } ist nicht mehr da. Was Sie notiert haben, bleibt; ein Anruf wird nicht mehr vorgeschlagen. Die Firma bleibt Ihr Kunde.
contact-left-promises = Noch offen. Wird das noch gebraucht?
contact-nobody = Ich kenne keinen Ihrer Kontakte, der { $who } heißt.
act-contact-left-drop = Nicht mehr nötig
card-organised-by = eingeladen von { $who }
grant-whom = Jemanden im Kollegium Ihre Karten sehen lassen: Name oder Adresse
act-grant-do = Sehen lassen
act-grant-who = Wer sieht meine Karten
bot-word-handover = übergib … an …
bot-word-grant = lass … meine Karten sehen
bot-word-left = … ist nicht mehr da
bot-does-handover = ein Kunde geht über, sobald angenommen wird
bot-does-grant = jemand im Kollegium sieht sie, bis Sie es beenden
bot-does-left = ein Kontakt ist fort
