"""For who runs the relay: serve, founding-code, backup, restore, doctor."""

from __future__ import annotations

import argparse
import contextlib
import email.utils
import json
import os
import re
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import aiohttp

from alerts.home import Home
from crypto.errors import BadInput, NotAllowed, StorageFailed
from storage import folder
from storage.schema import APPLICATION_ID

from .base import Answer, Command, Context
from .settings import Settings, data_folder

#: What `make miniapp` builds.
BUILT: Final = Path(__file__).resolve().parent.parent / "miniapp" / "dist"
DEFAULT_LISTEN: Final = "127.0.0.1:8440"
#: The relay and devices may differ by ten minutes (protocol §5.1).
CLOCKS_DIFFER: Final = 600
BOT_USERNAME: Final = "[A-Za-z0-9_]{5,32}"
_LITTLE_ROOM: Final = 200 * 1024 * 1024


# ---- serve ----------------------------------------------------------------------------------------------------------


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", help="where the relay keeps what it is given")
    parser.add_argument("--listen", metavar="HOST:PORT", help=f"where it listens (default {DEFAULT_LISTEN}); put TLS in front of it")
    parser.add_argument("--metrics-port", metavar="PORT", help="counts for Prometheus, on 127.0.0.1 only")
    parser.add_argument("--app", metavar="DIR", help="the Mini App's files (default: what `make miniapp` built, if it did)")
    parser.add_argument(
        "--bot-username", metavar="NAME", help="the bot that members may subscribe with, without @: the app shows a link to it"
    )


async def serve(context: Context) -> Answer:
    """Runs the relay until it is told to stop. One line says when it is ready."""
    # Here and not above: no other command needs an HTTP server, and each of them would wait for it.
    import server

    host, port = address_of(context.settings.get("listen") or DEFAULT_LISTEN)
    metrics, bot = context.settings.get("metrics_port"), _bot_username(context.settings)

    def ready(line: str) -> None:
        context.terminal.show({"ready": line.rpartition(" ")[2]} if "metrics" not in line else {"metrics": line.rpartition(" ")[2]}, [line])

    app = app_folder(context.settings)
    await server.serve(
        data_folder(context.settings),
        host,
        port,
        metrics_port=None if metrics is None else port_of(metrics),
        clock=context.settings.clock,
        ready=ready,
        pages=None if app is None else server.Pages(app, bot=lambda: bot),
    )
    context.terminal.say("Stopped.")
    return Answer({}, status=SILENT)


def _bot_username(settings: Settings) -> str | None:
    name = settings.get("bot_username")
    if name is not None and re.fullmatch(BOT_USERNAME, name, re.ASCII) is None:
        raise BadInput("a bot's user name has 5 to 32 letters, digits and _ only, without @")
    return name


def app_folder(settings: Settings) -> Path | None:
    """Where the Mini App's files are: the folder that was named, else this clone's if it was built, else nowhere."""
    given = settings.get("app")
    if given is not None:
        return Path(given).expanduser()
    return BUILT if (BUILT / "index.html").is_file() else None


#: The answer was given already.
SILENT: Final = -1


def address_of(text: str) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon:
        raise BadInput(f"--listen looks like {DEFAULT_LISTEN}")
    return host.strip("[]") or "127.0.0.1", port_of(port)


def port_of(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise BadInput("a port is a number from 0 to 65535")
    return int(text)


# ---- codes and copies -----------------------------------------------------------------------------------------------


def _data_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", help="the relay's data folder")


async def founding_code(context: Context) -> Answer:
    """A code that lets one collective be founded here."""
    data = data_folder(context.settings)
    if not (data / folder.DATABASE).is_file():
        # A folder made here would hold a code that no relay ever takes.
        raise BadInput("no relay has run on this folder yet; is its name right? It becomes one with: parasol serve --data DIR")
    code = folder.new_founding_code(data)
    return Answer({"code": code}, [code])


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    _data_argument(parser)
    parser.add_argument("--to", metavar="FILE", required=True, help="the copy; it must not exist yet")


async def backup(context: Context) -> Answer:
    """A consistent copy, also while the relay runs."""
    target = Path(context.options.to).expanduser()
    folder.backup(data_folder(context.settings), target)
    size = target.stat().st_size
    return Answer(
        {"file": str(target), "bytes": size}, [f"Copied: {target} ({size // 1024} KiB, ciphertext). Keep it as safe as the relay itself."]
    )


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    _data_argument(parser)
    parser.add_argument("--from", dest="source", metavar="FILE", required=True, help="a copy made by `parasol backup`")
    parser.add_argument("--yes", action="store_true", help="do not keep what is replaced")


async def restore(context: Context) -> Answer:
    """Puts a copy in place of what is there, which is kept beside it."""
    data, source = data_folder(context.settings), Path(context.options.source).expanduser()
    if not source.is_file():
        raise BadInput("the backup does not exist")
    kept = None if context.options.yes else _keep_what_is_there(data, context.now)
    try:
        folder.restore(data, source)
    except BaseException:
        if kept is not None:
            kept.unlink(missing_ok=True)
        raise
    aside = [f"What was there is kept: {kept}. Delete it when all is well; it holds what was erased since."] if kept is not None else []
    return Answer(
        {"restored": True, "healing": True, "kept": None if kept is None else str(kept)},
        [
            *aside,
            "Restored. Start the relay again: it is healing, and takes back only what it has lost.",
            "Ask members to open the app or run `parasol sync`; when all is back, a moderator runs `parasol sync --whole`.",
        ],
    )


def _keep_what_is_there(data: Path, now: int) -> Path | None:
    """A copy of the database that is about to be replaced; ``None`` if there is none."""
    if not (data / folder.DATABASE).is_file():
        return None
    kept = data / f"{folder.DATABASE}.replaced-{now}"
    try:
        folder.backup(data, kept)
    except (BadInput, StorageFailed):
        raise NotAllowed("what is there now cannot be kept; say --yes to replace it all the same") from None
    return kept


# ---- doctor ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; ``fix`` says what to do if it is not well."""

    check: str
    ok: bool
    detail: str
    fix: str = ""


def _doctor_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", help="the relay's data folder, on its machine")


async def doctor(context: Context) -> Answer:
    """Looks at what is deployed now, and says what is wrong and what to do."""
    findings = [_python()]
    if context.settings.get("data") is not None:
        findings += _data(data_folder(context.settings))
    if Home.exists(context.settings.home):
        findings.append(_private("this device's vault", context.settings.home, 0o700))
    relay = context.settings.get("relay")
    if relay is not None:
        findings += await _relay(relay, context)
    lines = [
        f"{'ok     ' if f.ok else 'WRONG  '}{f.check}: {f.detail}" + (f"\n       {f.fix}" if f.fix and not f.ok else "") for f in findings
    ]
    if relay is None:
        lines.append("not looked at: the relay; give --relay URL")
    if context.settings.get("data") is None:
        lines.append("not looked at: the relay's data; give --data DIR on its machine")
    if relay is None and context.settings.get("data") is None:
        lines.append("Nothing of a deployment was looked at.")
        return Answer({"ok": False, "checks": [asdict(f) for f in findings]}, "\n".join(lines).split("\n"), 2)
    bad = [f for f in findings if not f.ok]
    lines.append("All well." if not bad else f"{len(bad)} to put right.")
    status = 0 if not bad else 4 if all(f.check == "relay" for f in bad) else 2
    return Answer({"ok": not bad, "checks": [asdict(f) for f in findings]}, "\n".join(lines).split("\n"), status)


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Finding("Python", sys.version_info >= (3, 11), version, "Parasol needs Python 3.11 or newer")


def _private(what: str, path: Path, wanted: int) -> Finding:
    mode = stat.S_IMODE(path.stat().st_mode)
    fine = mode & 0o077 == 0
    return Finding(
        what, fine, "for its owner alone" if fine else f"others on this machine may open it ({mode:o})", f"chmod {wanted:o} {path}"
    )


def _data(data: Path) -> Iterator[Finding]:
    database = data / folder.DATABASE
    if not database.is_file():
        yield Finding(
            "data", False, "there is no relay's database in this folder", "check --data; `parasol serve` makes it at its first start"
        )
        return
    yield _private("data folder", data, 0o700)
    yield _private("database", database, 0o600)
    owner = data.stat().st_uid
    mine = owner == os.geteuid() or os.geteuid() == 0
    yield Finding("owner", mine, "this user's" if mine else "another user's", "run this, and the relay, as the user who owns the folder")
    sound = _integrity(database)
    yield sound
    if sound.ok:
        yield _healing(database)
    free = shutil.disk_usage(data).free
    yield Finding("disk", free > _LITTLE_ROOM, f"{free // 1024**2} MiB free", "make room: a full disk stops reports")


def _integrity(database: Path) -> Finding:
    fix = "stop the relay, keep a copy of the folder, and use `parasol restore` with the last good backup"
    try:
        connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (health,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return Finding("integrity", False, "the database cannot be read", fix)
    if application != APPLICATION_ID:
        return Finding("integrity", False, "this is not a relay's database", "check --data")
    return Finding("integrity", health == "ok", "sound" if health == "ok" else "damaged", fix)


def _healing(database: Path) -> Finding:
    fix = "when moderators and members have synced, a moderator runs `parasol sync --whole`"
    try:
        with contextlib.closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            healing = connection.execute("SELECT 1 FROM collectives WHERE healing LIMIT 1").fetchone() is not None
    except sqlite3.Error:
        return Finding("healing", False, "cannot be told", "look again in a moment")
    return Finding("healing", not healing, "restored from a copy, not whole yet" if healing else "no", fix)


async def _relay(url: str, context: Context) -> list[Finding]:
    if not url.startswith(("http://", "https://")):
        raise BadInput("the relay's address begins with https:// (or http:// on this machine)")
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=15), trust_env=True) as session,
            session.get(url.rstrip("/") + "/health", allow_redirects=False) as response,
        ):
            said = json.loads(await response.content.read(4096))
            date = response.headers.get("Date", "")
    except (aiohttp.ClientError, TimeoutError, OSError):
        return [Finding("relay", False, "it cannot be reached", "is it running, is the address right, does the proxy pass it on?")]
    except ValueError:
        said, date = None, ""
    if not isinstance(said, dict) or said.get("status") != "ok":
        return [Finding("relay", False, "something answers, but no Parasol relay", "check the address, and where the proxy leads")]
    out = [Finding("relay", True, "answers")]
    if not url.startswith("https://"):
        near = any(url.startswith(f"http://{host}") for host in ("127.0.0.1", "localhost", "[::1]"))
        out.append(Finding("TLS", near, "not needed on this machine" if near else "none", "put a web server with TLS in front of it"))
    try:
        theirs = int(email.utils.parsedate_to_datetime(date).timestamp())
    except ValueError:
        return out
    apart = abs(theirs - context.now)
    fine = apart < CLOCKS_DIFFER
    out.append(Finding("clock", fine, f"{apart} seconds from the relay's", "set the clocks of both machines by the network (NTP)"))
    return out


COMMANDS: Final = [
    Command("serve", "operator", "run the relay", "parasol serve --data /var/lib/parasol --listen 127.0.0.1:8440", serve, _serve_arguments),
    Command("founding-code", "operator", "one code, with which one collective can be founded", "parasol founding-code --data /var/lib/parasol", founding_code, _data_argument),
    Command("backup", "operator", "copy the relay's data, also while it runs", "parasol backup --data /var/lib/parasol --to relay-monday.copy", backup, _backup_arguments),
    Command("restore", "operator", "put a copy back in place", "parasol restore --data /var/lib/parasol --from relay-monday.copy", restore, _restore_arguments),
    Command("doctor", "operator", "look at a deployment, say what is wrong and what to do", "parasol doctor --data /var/lib/parasol --relay https://relay.example", doctor, _doctor_arguments),
]  # fmt: skip
