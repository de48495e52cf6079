# A notice in the activity feed: it fills the sentence of the app’s package, and names nobody.
feed-topic = My week
