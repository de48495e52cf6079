"""What is found out about clients and the people of clients."""
