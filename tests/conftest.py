"""Ctrl-C is sent to programs by some tests. Whoever runs the tests in the background of a shell has it ignored, and so would everybody whom they start."""

from __future__ import annotations

import signal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
