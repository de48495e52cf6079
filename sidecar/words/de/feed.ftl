# Ein Hinweis im Aktivitätsfeed: Er füllt den Satz des App-Pakets und nennt niemanden.
feed-topic = Meine Woche
