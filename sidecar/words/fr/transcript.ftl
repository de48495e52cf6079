transcript-not-teams = Ce n’était pas une réunion Teams : Teams n’a donc rien transcrit.
transcript-not-allowed = La transcription est illisible : votre administrateur n’a pas accordé { $name }.
transcript-no-policy = La transcription est illisible : votre administrateur n’a pas ouvert vos réunions à cette application.
transcript-not-hosted = Quelqu’un d’autre a organisé cette réunion, et seules les transcriptions de l’organisateur peuvent être lues.
transcript-no-meeting = Teams ne connaît pas cette réunion, ou ne la conserve plus.
transcript-not-made = Il n’y a pas de transcription : personne ne l’a lancée, ou Teams l’écrit encore.
transcript-gone = La transcription a été supprimée.
