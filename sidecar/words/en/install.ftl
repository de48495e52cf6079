## When the bot is installed: who may use it

bot-group-outside = Client Companion is switched on for one group of people here, and you are not in it yet. I have not looked at your calendar. Please ask your Microsoft 365 administrator to add you; I then start by myself within a day.
bot-group-left = You are no longer in the group that Client Companion is switched on for, so I have stopped looking at your calendar. If you miss the cards, please ask your Microsoft 365 administrator.
bot-group-asking = I am checking whether I am switched on for you. If I am, your cards come by themselves; if not, I say whom to ask.
