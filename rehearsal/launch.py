"""The address a Mini App is opened with: what Telegram appends to the button's own, signed as Telegram signs it.

Everything stands behind ``#``, so it never reaches the server that the app comes from. An app may look at it or not.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from rehearsal.writing import LOOPBACK

VERSION = "9.1"


def launch_address(url: str, user: dict[str, Any], token: str, now: int, *, own_host: str = "") -> str:
    """``url`` with the launch parameters in its fragment.

    ``own_host`` is the first part of a name under ``.localhost`` that takes the place of the loopback host: phones in one browser would otherwise
    be one device to the app, with one storage. Browsers lead every such name to this machine.
    """
    parts = urlsplit(url)
    host = parts.netloc
    if own_host and parts.hostname in LOOPBACK:
        host = f"{own_host}.localhost" + (f":{parts.port}" if parts.port else "")
    launch = {
        "tgWebAppData": init_data(user, token, now),
        "tgWebAppVersion": VERSION,
        "tgWebAppPlatform": "web",
        "tgWebAppThemeParams": "{}",
    }
    fragment = "&".join(part for part in (parts.fragment, urlencode(launch)) if part)
    return urlunsplit((parts.scheme, host, parts.path, parts.query, fragment))


def init_data(user: dict[str, Any], token: str, now: int) -> str:
    """``initData`` as Telegram documents it: fields sorted, joined by newlines, under HMAC-SHA256 of a key from the bot's token."""
    shown = {"id": user["id"], "first_name": user["first_name"], "username": user["username"], "language_code": user["language_code"]}
    # The same for as long as the app is open: it is made anew for every look at the page, and another address would load the app anew.
    query = hmac.new(token.encode(), f"{user['id']} {now}".encode(), hashlib.sha256).hexdigest()[:16]
    fields = {"auth_date": str(now), "query_id": query, "user": json.dumps(shown, separators=(",", ":"))}
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    lines = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    return urlencode(fields | {"hash": hmac.new(key, lines.encode(), hashlib.sha256).hexdigest()})
