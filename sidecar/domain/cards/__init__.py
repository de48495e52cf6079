"""What a person is shown: Adaptive Cards, the side panel's lines, words to the bot."""
