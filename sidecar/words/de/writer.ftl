### German: sentences made from what others wrote, and what happened when a language model was asked to word them.

## What a template can say from one sentence of a source
line-written-opener = Ich habe bei „{ $title }“ gelesen: „{ $quote }“
line-written-opener-untitled = Ich habe vor unserem Gespräch gelesen: „{ $quote }“
line-written-company = { $title }: „{ $quote }“
line-written-company-untitled = In eigenen Worten: „{ $quote }“
line-written-question = Was hat sich für Sie geändert seit „{ $quote }“?
line-written-two-sentences = Ich habe auf Ihrer Website gelesen: „{ $quote }“
line-written-to-you = Ich habe auf Ihrer Website gelesen: { $told }.
line-written-news = Ich habe die Nachricht über Sie gelesen: „{ $quote }“
line-written-follow-up = Darüber haben wir gesprochen: „{ $quote }“

## How the model fared
reason-model-used = Ein Sprachmodell hat das formuliert; jeder Satz wurde an seiner Quelle geprüft
reason-model-no-material = In den Quellen steht nichts, woraus sich ein Satz machen ließe
reason-model-key-refused = Das Sprachmodell hat unseren Schlüssel abgelehnt ({ $status }): Prüfen Sie COMPANION_LLM_KEY. Die Sätze kommen aus Vorlagen
reason-model-unknown = Das Sprachmodell oder seine Adresse ist dort nicht bekannt ({ $status }): Prüfen Sie COMPANION_LLM_MODEL und COMPANION_LLM_BASE_URL. Die Sätze kommen aus Vorlagen
reason-model-resting = Das Sprachmodell wurde nach seiner Ablehnung noch nicht wieder gefragt
reason-model-budget = Das heutige Budget für das Sprachmodell ist aufgebraucht; bis morgen kommen die Sätze aus Vorlagen
reason-model-busy = Das Sprachmodell bat um mehr Wartezeit, als noch übrig war
reason-model-failed = Das Sprachmodell konnte nicht antworten ({ $status })
reason-model-unreachable = Das Sprachmodell war nicht zu erreichen
reason-model-slow = Das Sprachmodell hat nicht rechtzeitig geantwortet
reason-model-too-long = Die Antwort des Sprachmodells war zu lang, um sie zu lesen
reason-model-unreadable = Die Antwort des Sprachmodells war nicht zu lesen
reason-model-refused = Das Sprachmodell wollte das nicht schreiben
reason-model-dropped = { $count ->
    [one] Ein Satz des Sprachmodells war durch seine Quelle nicht belegt und wurde weggelassen
   *[other] { $count } Sätze des Sprachmodells waren durch ihre Quellen nicht belegt und wurden weggelassen
}
reason-model-template-missing = Die Vorgabe „{ $task }“ war nicht zu lesen; die Sätze kommen aus Vorlagen

## Why a sentence was left out
reason-claim-no-source = Er nennt eine Quelle, die es nicht gibt
reason-claim-quote-short = Sein Zitat ist zu kurz, um etwas zu belegen
reason-claim-quote-not-there = Sein Zitat steht nicht in der Quelle
reason-claim-too-long = Er ist länger als { $count } Zeichen
reason-claim-empty = Er sagt nichts
reason-claim-hidden = Er enthält unsichtbare Zeichen oder Auszeichnungen
reason-claim-contact = Er bringt eine Adresse oder einen Link mit: { $what }
reason-claim-instruction = Er sagt, was zu tun sei: { $what }
reason-claim-name = Seine Quelle nennt „{ $what }“ nicht
reason-claim-number = In seiner Quelle steht kein „{ $what }“
reason-claim-date = Seine Quelle sagt nicht „{ $what }“
reason-claim-grave = Seine Quelle spricht nicht von „{ $what }“
reason-claim-not-asked = Danach war nicht gefragt
reason-claim-secret = Er wiederholt, was niemand sehen sollte
