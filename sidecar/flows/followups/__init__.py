"""After the call: promises, tasks, drafts."""
