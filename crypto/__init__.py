"""Bytes in, bytes out: no clock, no network, no SQL, no Telegram; randomness only from the system."""
