"""What is known of a client's company: its site, its news, and what of ours would collide with them."""
