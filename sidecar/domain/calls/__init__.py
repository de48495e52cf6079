"""A call while it goes on: its state, its breaks, its hour, the room."""
