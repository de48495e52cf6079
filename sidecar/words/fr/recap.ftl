# Ce qui est dit d’un appel quand il est terminé.

recap-nothing-said = Personne ne dit un mot dans cette transcription.
recap-other-language = Cet appel n’était ni en anglais ni en allemand : promesses, décisions et réserves ne sont pas recherchées dans d’autres langues.
recap-nameless = Certaines paroles ne sont attribuées à personne dans la transcription : on ne sait pas de qui viennent ces promesses.
recap-no-date = La date de l’appel n’est pas indiquée : les échéances restent telles qu’elles ont été dites, sans date.
recap-not-among-speakers = Personne du nom de « { $who } » ne parle dans cette transcription.

recap-because-back = Vous revenez de pause : le bon moment pour passer au sujet suivant.
recap-because-topic = { $count } minutes sans pause, et l’on vient de changer de sujet.
recap-because-long = { $count } minutes sans pause.
recap-because-lunch = Il est midi pour la plupart d’entre vous.
recap-because-midpoint = C’est à peu près le milieu d’un long appel.

recap-call =
    { $count ->
        [one] Un appel d’une minute.
       *[other] Un appel de { $count } minutes.
    }
recap-promises = Promesses
recap-decisions = Décisions
recap-open = Questions ouvertes
recap-concerns = Réserves
recap-roles = Peut-être (une suggestion rien que pour vous)
recap-breaks = Quand une pause aurait fait du bien
recap-summary = L’essentiel de ce qui s’est dit
recap-somebody = Quelqu’un
recap-promise = { $who } : { $what }
recap-promise-due = { $who } : { $what } – { $due } ({ $said })
recap-promise-words = { $who } : { $what } – { $said }
recap-asked = Est-ce bien convenu ? « { $quote } »
recap-quote = « { $quote } »
recap-quote-of = { $who } : « { $quote } »
recap-role = { $who } – { $role ->
    [decision_maker] décide
    [skeptic] a des doutes
   *[trailblazer] fait avancer les choses
  } : « { $quote } »
recap-break = { $kind ->
    [break] un café
    [break_firm] un café, maintenant
    [midpoint] le milieu
    [lunch] le déjeuner
   *[new_topic] sujet suivant
  } : { $because }
