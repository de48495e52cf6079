"""Teams: the bot and what it sends, on the Microsoft 365 Agents SDK. The SDK stops at this folder's edge."""
