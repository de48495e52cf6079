## When the bot is installed: who may use it

bot-group-outside = Client Companion ist hier für eine bestimmte Gruppe freigeschaltet, und Sie gehören noch nicht dazu. Ihren Kalender habe ich nicht angesehen. Bitten Sie Ihre Microsoft-365-Administration, Sie aufzunehmen; dann beginne ich innerhalb eines Tages von selbst.
bot-group-left = Sie gehören nicht mehr zu der Gruppe, für die Client Companion freigeschaltet ist. Ich sehe Ihren Kalender deshalb nicht mehr an. Wenn Ihnen die Karten fehlen, fragen Sie bitte Ihre Microsoft-365-Administration.
bot-group-asking = Ich prüfe gerade, ob ich für Sie freigeschaltet bin. Wenn ja, kommen Ihre Karten von selbst; wenn nicht, sage ich Ihnen, wen Sie fragen können.
