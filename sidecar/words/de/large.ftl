### Deutsch: Webinare, Versammlungen und andere Termine mit sehr vielen; Kunden, die nicht kamen; Aufnahmen. Schlüssel und Variablen sind in jeder Sprache gleich.

## Vortragen oder zuhören
card-part-ask = { $what ->
    [webinar] Das ist ein Webinar. Tragen Sie vor oder hören Sie zu?
    [town_hall] Das ist eine große Versammlung. Tragen Sie vor oder hören Sie zu?
   *[other] Sehr viele sind eingeladen. Tragen Sie vor oder hören Sie zu?
}
card-part-presenting = Sie tragen vor vielen vor: Kommen Sie 15 Minuten früher und fragen Sie, wer einlässt und wer auf die Fragen achtet.
card-part-listening = Sie hören nur zu, deshalb kommen hierzu keine Karten.
act-part-presenting = Ich trage vor
act-part-listening = Ich höre zu
act-part-undo = Rückgängig
noted-part-presenting = Notiert: Sie tragen vor. Die Karte sagt, woran zu denken ist.
noted-part-listening = Notiert: Sie hören zu. Hierzu und zum Rest der Serie kommen keine Karten.
reason-listening = Ausgelassen: Sie sagten, dass Sie nur zuhören
line-listening = Sie hören nur zu: { $subject }
check-devices-presenting = Sie tragen vor: Ton und Bild einmal vorher probieren
check-screen-share-presenting = Sie tragen vor: das richtige Fenster einmal vorher teilen
check-access-presenting = Sie tragen vor: bitten Sie die gastgebende Seite um das Recht dazu
check-recording-presenting = so etwas wird oft aufgenommen: fragen und am Anfang sagen

## Aufnahme
card-records = Es nimmt von selbst auf, vom ersten Wort an. Sagen Sie es vorher: „Dieses Gespräch wird aufgenommen, ist Ihnen das recht?“
call-tell-recorded = Es wird aufgenommen: Sagen Sie es allen, die gerade kommen.
