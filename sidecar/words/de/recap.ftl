# Was über ein Gespräch zu sagen ist, wenn es vorbei ist.

recap-nothing-said = In dieser Mitschrift sagt niemand etwas.
recap-other-language = Das Gespräch war weder auf Deutsch noch auf Englisch: In anderen Sprachen wird nach Zusagen, Beschlüssen und Bedenken nicht gesucht.
recap-nameless = Manche Worte sind von niemandem, den die Mitschrift nennt: Wessen Zusage sie sind, ist nicht bekannt.
recap-no-date = Wann das Gespräch war, ist nicht angegeben: Fristen bleiben, wie sie gesagt wurden, ohne Datum.
recap-not-among-speakers = Niemand namens „{ $who }“ spricht in dieser Mitschrift.

recap-because-back = Sie sind zurück aus einer Pause: ein guter Moment für das nächste Thema.
recap-because-topic = { $count } Minuten ohne Pause, und eben hat das Thema gewechselt.
recap-because-long = { $count } Minuten ohne Pause.
recap-because-lunch = Für die meisten von Ihnen ist es Mittag.
recap-because-midpoint = Das ist etwa die Mitte eines langen Gesprächs.

recap-call =
    { $count ->
        [one] Ein Gespräch von einer Minute.
       *[other] Ein Gespräch von { $count } Minuten.
    }
recap-promises = Zusagen
recap-decisions = Beschlüsse
recap-open = Offene Fragen
recap-concerns = Bedenken
recap-roles = Vielleicht (ein Vorschlag nur an Sie)
recap-breaks = Wann eine Pause gut gewesen wäre
recap-summary = Was gesagt wurde, in Kürze
recap-somebody = Jemand
recap-promise = { $who }: { $what }
recap-promise-due = { $who }: { $what } – { $due } ({ $said })
recap-promise-words = { $who }: { $what } – { $said }
recap-asked = War das vereinbart? „{ $quote }“
recap-quote = „{ $quote }“
recap-quote-of = { $who }: „{ $quote }“
recap-role = { $who } – { $role ->
    [decision_maker] entscheidet
    [skeptic] hat Zweifel
   *[trailblazer] geht voran
  }: „{ $quote }“
recap-break = { $kind ->
    [break] Kaffee
    [break_firm] jetzt Kaffee
    [midpoint] die Mitte
    [lunch] Mittagessen
   *[new_topic] nächstes Thema
  }: { $because }
