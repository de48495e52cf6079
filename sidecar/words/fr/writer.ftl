### Français : des phrases tirées de ce que d’autres ont écrit, et ce qui s’est passé quand un modèle de langage a été prié de les formuler.

## Ce qu’un modèle de phrase peut dire d’une phrase d’une source
line-written-opener = J’ai lu ceci sur « { $title } » : « { $quote } »
line-written-opener-untitled = J’ai lu ceci avant notre rencontre : « { $quote } »
line-written-company = { $title } : « { $quote } »
line-written-company-untitled = Avec leurs mots : « { $quote } »
line-written-question = Qu’est-ce qui a changé pour vous depuis « { $quote } » ?
line-written-two-sentences = J’ai lu sur votre site : « { $quote } »
line-written-to-you = J’ai lu sur votre site : { $told }.
line-written-news = J’ai lu l’actualité vous concernant : « { $quote } »
line-written-follow-up = Nous en avons parlé : « { $quote } »

## Comment le modèle s’en est sorti
reason-model-used = Formulé par un modèle de langage ; chaque phrase a été vérifiée dans sa source
reason-model-no-material = Rien dans les sources ne permettait d’en faire une phrase
reason-model-key-refused = Le modèle de langage a refusé notre clé ({ $status }) : vérifiez COMPANION_LLM_KEY. Les phrases sont écrites à partir de modèles fixes
reason-model-unknown = Le modèle de langage ou son adresse n’y est pas connu ({ $status }) : vérifiez COMPANION_LLM_MODEL et COMPANION_LLM_BASE_URL. Les phrases sont écrites à partir de modèles fixes
reason-model-resting = Le modèle de langage n’a pas encore été réinterrogé après nous avoir refusés
reason-model-budget = Le budget du jour pour le modèle de langage est épuisé ; jusqu’à demain, les phrases sont écrites à partir de modèles fixes
reason-model-busy = Le modèle de langage nous a demandé d’attendre plus longtemps que nous n’avions de temps
reason-model-failed = Le modèle de langage n’a pas pu répondre ({ $status })
reason-model-unreachable = Le modèle de langage était injoignable
reason-model-slow = Le modèle de langage n’a pas répondu à temps
reason-model-too-long = La réponse du modèle de langage était trop longue pour être lue
reason-model-unreadable = La réponse du modèle de langage était illisible
reason-model-refused = Le modèle de langage n’a pas voulu écrire cela
reason-model-dropped = { $count ->
    [one] Une phrase du modèle de langage n’était pas prouvée par sa source et a été écartée
   *[other] { $count } phrases du modèle de langage n’étaient pas prouvées par leurs sources et ont été écartées
}
reason-model-template-missing = La consigne « { $task } » n’a pas pu être lue ; les phrases sont écrites à partir de modèles fixes

## Pourquoi une phrase a été écartée
reason-claim-no-source = Elle cite une source qui n’existe pas
reason-claim-quote-short = Sa citation est trop courte pour prouver quoi que ce soit
reason-claim-quote-not-there = Sa citation n’est pas dans la source
reason-claim-too-long = Elle dépasse { $count } caractères
reason-claim-empty = Elle ne dit rien
reason-claim-hidden = Elle contient des caractères invisibles ou du balisage
reason-claim-contact = Elle apporte une adresse ou un lien : { $what }
reason-claim-instruction = Elle dit au lecteur ce qu’il doit faire : { $what }
reason-claim-name = Sa source ne mentionne pas « { $what } »
reason-claim-number = Sa source ne contient pas « { $what } »
reason-claim-date = Sa source ne dit pas « { $what } »
reason-claim-grave = Sa source ne parle pas de « { $what } »
reason-claim-not-asked = Elle n’était pas demandée
reason-claim-secret = Elle répète ce qui ne devait pas être vu
