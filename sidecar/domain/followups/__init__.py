"""After a call: what follows, who owes what, drafts and the gate they pass."""
