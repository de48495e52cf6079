transcript-not-teams = Não foi uma reunião do Teams, então o Teams não registrou nada.
transcript-not-allowed = Não é possível ler a transcrição: o administrador não concedeu { $name }.
transcript-no-policy = Não é possível ler a transcrição: o administrador não abriu as suas reuniões para este aplicativo.
transcript-not-hosted = Outra pessoa organizou esta reunião, e só as transcrições de quem organiza podem ser lidas.
transcript-no-meeting = O Teams não conhece esta reunião ou já não a guarda.
transcript-not-made = Não há transcrição: ninguém a iniciou ou o Teams ainda está escrevendo.
transcript-gone = A transcrição foi excluída.
