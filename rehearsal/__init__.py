"""Practice without consequences: later a stand-in for Telegram with phones in the browser; so far nothing but what ``make demo`` plays."""
