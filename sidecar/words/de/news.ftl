### News about a client: what was not checked, and what may be about somebody else.

reason-news-not-checked = Nachrichten heute nicht geprüft: { $source } { $cause ->
    [later] war nicht erreichbar und wird später wieder gefragt
    [robots] bittet Programme, nicht mitzulesen
    [budget] muss bis morgen warten, für heute wurde genug gelesen
    [too_slow] antwortet zu langsam
    [too_big] schickt mehr, als hier gelesen wird
    [status] hat die Anfrage abgelehnt
    [unreadable] hat unlesbar geantwortet
   *[other] konnte nicht gelesen werden
}
reason-news-partly = Nachrichten teilweise geprüft: { $source } wurde nur bis { $day } zurück gelesen
reason-news-no-name = Nachrichten heute nicht geprüft: { $source } wird nach dem Namen gefragt, und der ist noch nicht bekannt
reason-news-partial-name = vielleicht eine andere Firma: „{ $name }“ steht dort nicht vollständig
reason-news-common-name = vielleicht eine andere Firma: „{ $name }“ heißen auch andere
reason-news-several-companies = vielleicht eine andere Firma: mehrere Einträge passen zu „{ $name }“
