"""For whoever lets a bot announce what is new in Telegram: bot, run, rehearse. None of them can read anything; see bot/."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from crypto.errors import BadInput, ParasolError, StorageFailed
from storage.folder import OPERATOR

from .base import Answer, Command, Context
from .operate import DEFAULT_LISTEN, SILENT, address_of, app_folder, port_of
from .settings import Settings, data_folder, read_file

if TYPE_CHECKING:
    from bot.app import Config
    from bot.face import Face
    from rehearsal.clock import Clock
    from rehearsal.keeper import Keeper
    from rehearsal.telegram import Telegram

#: The bot's folder inside the data folder. The relay's database lies beside it; neither opens the other's.
BOT: Final = "bot"
#: The systemd credential with the bot's keys, as in a key file.
KEY_CREDENTIAL: Final = "bot-key"
#: How long the relay may take to listen (seconds): a long journal is read first.
_PATIENCE: Final = 60
MOST_PORTS: Final = 65_535


# ---- what a bot is run with -----------------------------------------------------------------------------------------


def _bot_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", help="the bot's records lie in DIR/bot, the relay's operator.secret in DIR")
    parser.add_argument("--public-url", metavar="URL", help="where the bot's one button leads")
    parser.add_argument("--token-file", metavar="FILE", help="Telegram's token; or the systemd credential telegram-token")
    parser.add_argument(
        "--key-file", metavar="FILE", help="what the records are sealed with; or the systemd credential bot-key; or a prompt"
    )
    parser.add_argument("--new-key", metavar="FILE", help="write a new key to FILE, and do nothing else")
    parser.add_argument("--api-base", metavar="URL", help="instead of Telegram's servers: your own Bot API server, or a rehearsal")
    parser.add_argument("--bot-metrics-port", metavar="PORT", help="counts for Prometheus, on 127.0.0.1 only")
    parser.add_argument("--picture", metavar="FILE", help="the bot's picture, a JPEG; what a camera wrote into it is left out")
    parser.add_argument("--bot-name", metavar="NAME", help="the bot's name; neutral, everybody can find it (default Notes, Notas)")
    parser.add_argument("--bot-about", metavar="TEXT", help="the short text beside the name, at most 120 characters")
    parser.add_argument("--bot-description", metavar="TEXT", help="what an empty chat shows, at most 512 characters")
    parser.add_argument("--bot-greeting", metavar="TEXT", help="the first words in the chat")
    parser.add_argument(
        "--bot-zone", metavar="ZONE", help="the clock that everybody's hours begin with, such as Europe/Madrid (default UTC)"
    )
    parser.add_argument("--bot-opens", choices=("telegram", "browser"), help="where the button opens the app (default telegram)")


def _config(context: Context, relay: str, *, secret: Callable[[Path], str]) -> Config:
    # Here and not above, as everywhere in this file: no other command needs Telegram's library, and each would wait for it.
    from bot.app import Config, token_from

    settings = context.settings
    folder = data_folder(settings)
    face = _face(settings)
    token_file = settings.get("token_file")
    token = token_from(Path(token_file).expanduser() if token_file else None)
    # Asked once now, so that a wrong name is said at once. Later the bot waits for a token that Telegram takes.
    token()
    metrics = settings.get("bot_metrics_port")
    return Config(
        token, relay, secret(folder), folder / BOT, _keys(context, folder / BOT), face,
        api_base=settings.get("api_base"), metrics_port=None if metrics is None else port_of(metrics),
    )  # fmt: skip


def _face(settings: Settings) -> Face:
    from bot.face import PICTURE_BYTES, Face

    address, picture, opens = settings.get("public_url"), settings.get("picture"), settings.get("bot_opens") or "telegram"
    if address is None:
        raise BadInput("say where the bot's button leads: --public-url URL")
    if opens not in ("telegram", "browser"):
        raise BadInput("the button opens the app in telegram or browser")
    return Face(
        address, opens == "telegram",
        name=_in_each_language(settings, "bot_name"), about=_in_each_language(settings, "bot_about"),
        description=_in_each_language(settings, "bot_description"), greeting=_in_each_language(settings, "bot_greeting"),
        zone=settings.get("bot_zone") or "UTC",
        picture=None if picture is None else read_file(picture, most=PICTURE_BYTES, what="the bot's picture"),
    )  # fmt: skip


def _in_each_language(settings: Settings, name: str) -> dict[str, str]:
    """A text by language: the setting ``NAME_es`` if there is one, else ``NAME`` for all of them."""
    from bot.languages import LANGUAGES

    said = {language: settings.get(f"{name}_{language}") or settings.get(name) for language in LANGUAGES}
    return {language: text for language, text in said.items() if text is not None}


def _keys(context: Context, folder: Path) -> list[bytes]:
    """From a file, from systemd, or from a passphrase that is asked for and kept nowhere."""
    from bot.store import DATABASE, keys_from_file, keys_from_passphrase

    given = context.settings.get("key_file")
    if given is not None:
        return keys_from_file(Path(given).expanduser())
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    if credentials and (Path(credentials) / KEY_CREDENTIAL).exists():
        return keys_from_file(Path(credentials) / KEY_CREDENTIAL)
    passphrase = context.terminal.secret("The bot's passphrase: ")
    if context.terminal.watched and not (folder / DATABASE).exists() and context.terminal.secret("Once more: ") != passphrase:
        raise BadInput("the two passphrases differ; nothing was made")
    return keys_from_passphrase(passphrase, folder)


def _relay_url(settings: Settings) -> str:
    url = settings.get("relay")
    if url is None or not url.startswith(("http://", "https://")):
        raise BadInput("say which relay: --relay https://relay.example")
    return url


def _new_key(name: str) -> Answer:
    from bot.store import new_key

    path = Path(name).expanduser()
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(new_key() + b"\n")
    except FileExistsError:
        raise BadInput("there is a file of this name already; a key that is written over is lost") from None
    except OSError:
        raise StorageFailed("the key could not be written there") from None
    return Answer(
        {"file": str(path)}, [f"A new key: {path}. Keep it off the disk that the bot's records are on, and never in a backup of them."]
    )


# ---- bot, run ---------------------------------------------------------------------------------------------------------


async def bot(context: Context) -> Answer:
    """Runs the bot until it is told to stop."""
    if context.options.new_key is not None:
        return _new_key(context.options.new_key)
    from bot.app import run_bot
    from bot.relay import secret_from_file

    config = _config(context, _relay_url(context.settings), secret=lambda folder: secret_from_file(folder / OPERATOR))
    with _told_to_stop() as stop:
        await run_bot(config, stop=stop, ready=_saying(context, "the bot is running"), clock=lambda: float(context.settings.clock()))
    return Answer({}, status=SILENT)


def _run_arguments(parser: argparse.ArgumentParser) -> None:
    _bot_arguments(parser)
    parser.add_argument("--listen", metavar="HOST:PORT", help=f"where the relay listens (default {DEFAULT_LISTEN}); put TLS in front of it")
    parser.add_argument("--metrics-port", metavar="PORT", help="the relay's counts for Prometheus, on 127.0.0.1 only")
    parser.add_argument("--app", metavar="DIR", help="the Mini App's files (default: what `make miniapp` built, if it did)")


#: What relay and bot together cannot do without; a token may also be systemd's.
_NEEDED: Final = ("data", "public_url", "token_file")


def _has_credential(name: str) -> bool:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    return bool(folder) and (Path(folder or "") / name).exists()


async def run(context: Context) -> Answer:
    """Runs relay and bot in one process until it is told to stop."""
    if context.options.new_key is not None:
        return _new_key(context.options.new_key)
    from bot.app import run_bot
    from bot.relay import secret_from_file
    from storage.folder import operator_secret

    settings, say = context.settings, _saying(context, "listening on ")
    missing = [what for what in _NEEDED if settings.get(what) is None and not (what == "token_file" and _has_credential("telegram-token"))]
    if missing:
        raise BadInput(
            f"relay and bot need {' and '.join(missing)}: in parasol.toml, or as {' and '.join(f'PARASOL_{what.upper()}' for what in missing)}, "
            "or as options; see `parasol run --help`"
        )

    def secret(folder: Path) -> str:
        operator_secret(folder)
        return secret_from_file(folder / OPERATOR)

    host, port = address_of(settings.get("listen") or DEFAULT_LISTEN)
    metrics = settings.get("metrics_port")
    # Everything that can be wrong in what was given is said before anything runs.
    config = _config(context, "", secret=secret)
    with _told_to_stop() as stop:
        async with _relay(
            data_folder(settings),
            host,
            port,
            stop,
            say,
            None if metrics is None else port_of(metrics),
            settings.clock,
            app_folder(settings),
        ) as relay:
            running = run_bot(_at(config, relay.address), stop=stop, ready=say, clock=lambda: float(settings.clock()), named=relay.name_bot)
            await relay.beside(running)
    return Answer({}, status=SILENT)


def _at(config: Config, relay: str) -> Config:
    from dataclasses import replace

    return replace(config, relay=relay)


def _saying(context: Context, begins: str) -> Callable[[str], None]:
    """Shows lines. For programs, the one that ``begins`` so is the one document on standard output; what else there is goes beside it."""

    def say(line: str) -> None:
        if line.startswith(begins):
            context.terminal.show({"ready": line.removeprefix("listening on ")}, [line])
        elif context.terminal.as_json:
            context.terminal.say(line)
        else:
            context.terminal.show({}, [line])

    return say


@contextlib.contextmanager
def _told_to_stop() -> Iterator[asyncio.Event]:
    """Set by SIGTERM and SIGINT."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    yield stop


@dataclass(frozen=True, slots=True)
class _Relay:
    """A relay that listens in this process.

    Attributes:
        name_bot: told the bot's user name, which the app then knows (``/app.json``).
    """

    address: str
    name_bot: Callable[[str], None]
    _task: asyncio.Task[None]
    _stop: asyncio.Event

    async def beside(self, *works: Coroutine[Any, Any, None]) -> None:
        """Runs these too. If one ends, or fails, the others are stopped in their own ways; the first failure is raised."""
        tasks = [asyncio.create_task(work) for work in works]
        try:
            await asyncio.wait([*tasks, self._task], return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._stop.set()
            await asyncio.wait([*tasks, self._task])
        for task in tasks:
            task.result()


@contextlib.asynccontextmanager
async def _relay(
    folder: Path, host: str, port: int, stop: asyncio.Event, say: Callable[[str], None], metrics: int | None, clock: Callable[[], int],
    app: Path | None, framed_by: Sequence[str] = (),
) -> AsyncIterator[_Relay]:  # fmt: skip
    import server

    listening: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    names = list[str]()
    pages = None if app is None else server.Pages(app, framed_by, lambda: names[-1] if names else None)

    def ready(line: str) -> None:
        say(line)
        if line.startswith("listening on ") and not listening.done():
            listening.set_result(line.rpartition(" ")[2])

    task = asyncio.create_task(server.serve(folder, host, port, ready=ready, metrics_port=metrics, clock=clock, stop=stop, pages=pages))
    try:
        either: set[asyncio.Future[Any]] = {task, listening}
        await asyncio.wait(either, timeout=_PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        if not listening.done():
            if task.done():
                task.result()
            raise StorageFailed("the relay did not start")
        # Listening everywhere is no address to call; this machine always has its own.
        yield _Relay(listening.result().replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:"), names.append, task, stop)
    finally:
        stop.set()
        await asyncio.wait([task])
    task.result()


# ---- rehearse -----------------------------------------------------------------------------------------------------------

_PEOPLE: Final = ("Ana", "Bea", "Carmen")


def _rehearse_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", help="keep everything there (default: a fresh folder, removed at the end)")
    parser.add_argument(
        "--port",
        metavar="N",
        help="the phones' page, on 127.0.0.1; the relay takes the next one; 0 for any free (default 8090 with --data, otherwise 0)",
    )
    parser.add_argument(
        "--phone",
        metavar="NAME",
        action="append",
        help="a person with a fictional name; may be repeated; the second is to moderate (default Ana, Bea, Carmen)",
    )
    parser.add_argument("--bare", action="store_true", help="without the sample collective")
    parser.add_argument("--headless", action="store_true", help="open no browser")


async def rehearse(context: Context) -> Answer:
    """Runs relay, bot and a stand-in for Telegram on this machine, with a sample collective. Nothing leaves it."""
    from rehearsal.telegram import Telegram

    # Not from the environment or parasol.toml: those name the real one's folder.
    given, asked = context.settings.option("data"), context.options.port
    # What a browser keeps for a phone goes by the address. It has to be found again with what is kept here, and never to meet another collective.
    port = port_of(asked if asked is not None else "8090" if given else "0")
    if port == MOST_PORTS:
        raise BadInput(f"--port is at most {MOST_PORTS - 1}: the relay takes the next one")
    names = [name.strip() for name in context.options.phone or _PEOPLE]
    if any(not 1 <= len(name) <= 40 for name in names):
        raise BadInput("a name has 1 to 40 characters")
    folder = Path(given).expanduser() if given else Path(tempfile.mkdtemp(prefix="parasol-rehearsal-"))
    try:
        telegram = Telegram()
        for name in names:
            telegram.phone(name)
        try:
            await telegram.start(port)
        except OSError:
            raise BadInput(f"port {port} is in use by another program") from None
        try:
            with _told_to_stop() as stop:
                await _rehearsed(context, folder, telegram, stop, port + 1 if port else 0)
        finally:
            await telegram.stop()
    finally:
        if not given:
            shutil.rmtree(folder, ignore_errors=True)
    return Answer({}, status=SILENT)


async def _rehearsed(context: Context, folder: Path, telegram: Telegram, stop: asyncio.Event, port: int) -> None:
    from bot.app import Config, run_bot
    from bot.face import Face
    from bot.relay import secret_from_file
    from bot.store import keys_from_passphrase
    from rehearsal import sample
    from rehearsal.browser import show
    from rehearsal.clock import Clock
    from rehearsal.keeper import Keeper

    bare = context.options.bare
    # The relay lives through the sample's history with its people; after that the clock is everybody's.
    past = Clock(None if bare or sample.is_there(folder) else sample.begins(time.time()))

    def clock() -> int:
        return context.settings.clock() - int(past.behind)

    # The page shows the app in a frame on each phone, as Telegram's own page does.
    page = (telegram.address, telegram.address.replace("127.0.0.1", "localhost"))
    async with _relay(folder, "127.0.0.1", port, stop, lambda line: None, None, clock, app_folder(context.settings), page) as relay:
        names = [phone.name for phone in telegram.phones]
        # A worker, a moderator, another worker.
        keeper = None if bare else Keeper(folder, relay.address, names, clock, telegram.lay_papers, moderators=names[1:2])
        if keeper is not None and not await _prepared(context, keeper, folder, relay.address, stop, past, clock):
            return
        config = Config(
            lambda: str(telegram.token), relay.address, secret_from_file(folder / OPERATOR), folder / BOT,
            keys_from_passphrase(sample.PASSPHRASE, folder / BOT), Face(relay.address), api_base=telegram.base_url,
        )  # fmt: skip

        def ready(line: str) -> None:
            if stop.is_set() or line != "the bot is running":
                return
            value = {"ready": f"{telegram.address}/", "relay": relay.address, "data": str(folder)}
            value |= {} if bare else {"people": str(folder / sample.PEOPLE), "passphrase": sample.PASSPHRASE}
            context.terminal.show(value, [value["ready"]])
            for said in _said(context, folder, relay.address):
                context.terminal.say(said)
            if not context.options.headless:
                show(f"{telegram.address}/")

        # The stand-in's own clock, which the page can turn on.
        running = run_bot(config, stop=stop, ready=ready, clock=telegram.clock, named=relay.name_bot)
        await relay.beside(running, *([] if keeper is None else [keeper.run(stop)]))


def _said(context: Context, folder: Path, relay: str) -> Iterator[str]:
    from rehearsal import history, sample

    # As it can be typed: by whoever has it on her path, or beside this Python.
    program = "parasol" if shutil.which("parasol") else shutil.which("parasol", path=str(Path(sys.executable).parent)) or "parasol"
    yield f"The relay: {relay}   its folder: {folder}   ({program} founding-code --data {folder})"
    if not context.options.bare:
        *some, last = history.MODERATORS
        yield f"The sample collective {history.NAME} is invented, with all its months. {', '.join(some)} and {last} moderate it. As one of them:"
        yield f"  PARASOL_PASSPHRASE='{sample.PASSPHRASE}' {program} --home {sample.home_of(folder, history.MODERATORS[1])} desk"
        yield "On each phone: Start, Open, I have a code; it lies on paper beside it, and says who is to moderate."
    yield "Everybody on the page is invented, and so must be what is typed there. Ctrl-C ends it."


class _Stopped(Exception):
    """It was told to stop while it was still preparing."""


async def _prepared(
    context: Context, keeper: Keeper, folder: Path, relay: str, stop: asyncio.Event, past: Clock, clock: Callable[[], int]
) -> bool:
    """Makes the sample collective if the folder has none, and has its invites written. False if it was told to stop meanwhile."""
    from rehearsal import history, sample
    from storage.folder import new_founding_code

    def progress(what: str, done: int, of: int) -> None:
        context.terminal.progress(what, done, of)
        if stop.is_set():
            raise _Stopped

    try:
        if not sample.is_there(folder):
            context.terminal.say(f"Inventing three months of a collective, {history.NAME}. It takes about a quarter of a minute.")
            await sample.make(folder, relay, new_founding_code(folder), past, clock, progress)
            context.terminal.clear()
        await keeper.begin()
    except (ParasolError, _Stopped):
        if not stop.is_set():
            raise
        # The relay ends when it is told to, whoever is still asking it something.
        return False
    return True


COMMANDS: Final = [
    Command("bot", "operator", "say in Telegram that something is new, and nothing else", "parasol bot --relay https://relay.example --data /var/lib/parasol --public-url https://app.example --token-file token --key-file key", bot, _bot_arguments),
    Command("run", "operator", "relay and bot in one process", "parasol run --data /var/lib/parasol --public-url https://app.example --token-file token --key-file key", run, _run_arguments),
    Command("rehearse", "operator", "practise with phones in the browser; no account, no network", "parasol rehearse", rehearse, _rehearse_arguments),
]  # fmt: skip
