"""Where somebody is, from evidence alone: addresses, phone numbers, and how much each says."""
