"""For whoever wants to know what a phone is really given: compares a served Mini App with the one built from this clone."""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import aiohttp

from crypto.errors import BadInput, Unreachable

from .base import Answer, Command, Context
from .operate import BUILT

_MOST_BYTES: Final = 4 * 1024 * 1024
_PATIENCE: Final = aiohttp.ClientTimeout(total=60, sock_connect=10)
#: Without these in its policy a page may fetch code from elsewhere, or send to elsewhere, whatever its files are.
_NEEDED: Final = ("default-src 'none'", "script-src 'self'", "connect-src 'self'", "require-trusted-types-for 'script'")
_LIMITS: Final = (
    "This says what this machine was given, just now. A server can give others something else; ask somebody else to try too, "
    "from another connection."
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One file of the build, and what the server gave for it: ``same``, ``different`` or ``missing``."""

    file: str
    found: str


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", metavar="URL", nargs="?", help="where the Mini App is served; without it only this build's hash is shown")
    parser.add_argument("--app", metavar="DIR", help="another build to compare with (default: what `make miniapp` built)")


def build_hash(folder: Path) -> tuple[str, dict[str, bytes]]:
    """One hash over a whole build, and its files by name: SHA-256, hex, over ``<hex of the file's hash>  <name>`` lines in the order of names.

    Raises:
        BadInput: nothing was built there.
    """
    try:
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    except OSError:
        raise BadInput("the build cannot be read") from None
    if "index.html" not in files:
        raise BadInput("nothing was built here yet: `make miniapp`")
    lines = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return hashlib.sha256(lines.encode()).hexdigest(), files


async def verify(context: Context) -> Answer:
    """Fetches every file of this build from the server, and compares the bytes."""
    given = context.options.app
    built, files = build_hash(Path(given).expanduser() if given else BUILT)
    if context.options.url is None:
        return Answer({"build": built, "files": len(files)}, [f"This build: {built} ({len(files)} files)"])
    url = str(context.options.url).rstrip("/")
    if not url.startswith(("http://", "https://")):
        raise BadInput("say where it is served: parasol verify https://app.example")
    compared: list[Compared] = []
    try:
        # As little as possible tells this visitor from a phone: a server that lies would like to know whom to tell the truth.
        async with aiohttp.ClientSession(timeout=_PATIENCE, cookie_jar=aiohttp.DummyCookieJar(), trust_env=True) as session:
            policy = ""
            for name, data in files.items():
                async with session.get(f"{url}/{'' if name == 'index.html' else name}", allow_redirects=False) as answer:
                    body = await answer.content.read(_MOST_BYTES) if answer.status == 200 else b""
                    while body and len(body) < _MOST_BYTES and (more := await answer.content.read(_MOST_BYTES)):
                        body += more
                    compared.append(Compared(name, "missing" if answer.status != 200 else "same" if body == data else "different"))
                    if name == "index.html":
                        policy = answer.headers.get("Content-Security-Policy", "")
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        raise Unreachable("nothing answers there; check the address and the connection, and try again") from None
    return _told(built, compared, [part for part in _NEEDED if part not in policy])


def _told(built: str, compared: list[Compared], lacking: list[str]) -> Answer:
    wrong = [one for one in compared if one.found != "same"]
    value = {"build": built, "same": not wrong and not lacking, "files": {one.file: one.found for one in compared}, "policy_lacks": lacking}
    lines = [f"{one.found:<10} {one.file}" for one in wrong]
    lines += [f"The page's policy lacks: {part}" for part in lacking]
    if not wrong and not lacking:
        return Answer(value, [f"The same {len(compared)} files as this build, {built}.", _LIMITS])
    lines.append("This is NOT the app of this clone. Another version, perhaps: build the version it says it is, and compare again.")
    lines.append("If nobody can explain it, do not open it on a phone that has anything to lose.")
    return Answer(value, lines, 3)


COMMANDS: Final = [
    Command(
        "verify", "member", "compare a served Mini App with the one built here", "parasol verify https://app.example", verify, _arguments
    )
]
