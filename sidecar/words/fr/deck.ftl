### Français : ce qui, dans les pièces jointes d’un rendez-vous, n’a pas pu être vérifié du tout. Clés et variables sont les mêmes dans toutes les langues.

warning-deck-unread-many = { $file } n’a pas été vérifié : seuls les { $count } premiers documents d’un rendez-vous le sont.
warning-deck-unread-link = { $file } est un lien vers un espace partagé et n’a donc pas été vérifié.
warning-deck-unread-refused = { $file } n’a pas pu être récupéré dans le calendrier et n’a donc pas été vérifié.
warning-deck-unread-all = Les pièces jointes de ce rendez-vous n’ont pas pu être vues et n’ont donc pas été vérifiées.
warning-deck-unread-rest = { $file } est très long : seul le début a été vérifié.
