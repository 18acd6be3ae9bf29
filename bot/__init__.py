"""The Telegram edge: empty pings and buttons, never a readable word."""
