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
_POLICY: Final = "Content-Security-Policy"
#: The relay's own (:mod:`relay.pages`). Another may let a page fetch code from elsewhere, or send to elsewhere, whatever its files are.
_OURS: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors https://web.telegram.org; "
    "require-trusted-types-for 'script'; trusted-types parasol"
)
#: Who may frame the page is the operator's to choose.
_THEIRS: Final = "frame-ancestors"
#: Headers that lead a phone elsewhere without a byte of any file.
_LEADING: Final = ("Refresh", "Location", "Service-Worker-Allowed")
#: As a phone asks. A server that tells programs from phones by the network is not deceived by this; one that reads names is.
_AS_A_PHONE: Final = {
    "User-Agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8",
    "Accept-Language": "en-GB,en;q=0.9",
    "Accept-Encoding": "gzip, deflate",
}
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
        async with aiohttp.ClientSession(
            headers=_AS_A_PHONE, timeout=_PATIENCE, cookie_jar=aiohttp.DummyCookieJar(), trust_env=True
        ) as session:
            lacking: list[str] = []
            for name, data in files.items():
                async with session.get(f"{url}/{'' if name == 'index.html' else name}", allow_redirects=False) as answer:
                    body = await answer.content.read(_MOST_BYTES) if answer.status == 200 else b""
                    while body and len(body) < _MOST_BYTES and (more := await answer.content.read(_MOST_BYTES)):
                        body += more
                    compared.append(Compared(name, "missing" if answer.status != 200 else "same" if body == data else "different"))
                    if name == "index.html":
                        lacking = _lacking(answer.headers.getall(_POLICY, [])) + [f"no {one}" for one in _LEADING if one in answer.headers]
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        raise Unreachable("nothing answers there; check the address and the connection, and try again") from None
    return _told(built, compared, lacking)


def _directives(policy: str) -> dict[str, str]:
    """A policy's directives by name. Of two with one name browsers keep the first (CSP Level 3, §2.2.1)."""
    found: dict[str, str] = {}
    for part in policy.split(";"):
        name, _, value = part.strip().partition(" ")
        if name:
            found.setdefault(name.lower(), " ".join(value.split()))
    return found


def _lacking(policies: list[str]) -> list[str]:
    """What a page's policy lacks to be the relay's own; further directives could loosen it, so they are named too."""
    ours = _directives(_OURS)
    theirs = _directives(policies[0]) if len(policies) == 1 else {}
    wrong = [f"{name} {value}" for name, value in ours.items() if name != _THEIRS and theirs.get(name) != value]
    return wrong + [f"no {name}" for name in theirs if name not in ours]


def _told(built: str, compared: list[Compared], lacking: list[str]) -> Answer:
    wrong = [one for one in compared if one.found != "same"]
    if all(one.found == "missing" for one in compared):
        lines = ["No app of Parasol is served at this address: not one file of this build is there. Is it the right one?"]
        return Answer(
            {"build": built, "same": False, "files": {one.file: one.found for one in compared}, "policy_lacks": lacking}, lines, 3
        )
    value = {"build": built, "same": not wrong and not lacking, "files": {one.file: one.found for one in compared}, "policy_lacks": lacking}
    lines = [f"{one.found:<10} {one.file}" for one in wrong]
    lines += [f"What comes with the page lacks: {part}" for part in lacking]
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
