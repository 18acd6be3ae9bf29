"""Opening the page in a browser, where there is one that has a window."""

from __future__ import annotations

import os
import sys
import webbrowser


def show(address: str) -> bool:
    """Opens ``address``; whether a browser said that it does. Browsers inside the terminal don't count: they would take it from what runs there."""
    if sys.platform not in ("darwin", "win32") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        return webbrowser.open(address)
    except (webbrowser.Error, OSError):
        return False
