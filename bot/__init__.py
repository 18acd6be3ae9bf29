"""The Telegram edge: empty pings and buttons, never a readable word. Empty so far; it is built after the relay and the command line."""
