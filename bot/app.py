"""The bot, put together: what is kept, the relay, Telegram, and what goes on between them. Runs inside anybody's event loop.

What it needs may go away and come back: Telegram, the token (it is read anew until Telegram takes it), the relay, the disk. Meanwhile the rest
goes on. It logs kinds of events only; the libraries' own loggers are turned down, because httpx's lines hold the token and
telegram's what people sent.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from aiohttp import web
from telegram import Bot, InlineKeyboardMarkup
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder
from telegram.request import HTTPXRequest

from crypto.errors import BadInput, NotARelay, ParasolError, RelayRefused, StorageFailed

from .arrivals import Arrivals
from .broadcast import Broadcast
from .chat import ALLOWED_UPDATES, Chat
from .face import Face, Pictures, put_up
from .identity import Identity
from .metrics import Metrics
from .news import News
from .pace import Pace, in_background
from .relay import Channels, Relay
from .store import Store
from .subscriptions import Subscriptions
from .texts import Texts

log: Final = logging.getLogger("parasol.bot")

#: Name of the systemd credential with the token.
CREDENTIAL: Final = "telegram-token"
#: How long one question for updates stays open (seconds).
POLL_SECONDS: Final = 25
#: Replies under way at one time.
UPDATES_AT_ONCE: Final = 256
CARE_SECONDS: Final = 3600
#: How long what was replaced may lie in the journal.
SWEEP_SECONDS: Final = 600
STOP_SECONDS: Final = 3.0
#: Waits before the next try, doubled up to the last (seconds).
FIRST_WAIT: Final = 1.0
LONGEST_WAIT: Final = 30.0
#: After each look at the relay: a busy collective is looked at twice a second, not for every item.
BREATH: Final = 0.5

_Application = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Config:
    """What a bot is run with.

    Attributes:
        token: gives Telegram's token. Asked again when Telegram refuses it, so a new one needs no restart. Raises BadInput.
        relay: the relay's address.
        secret: the operator's secret (:func:`bot.relay.secret_from_file`).
        data_dir, keys: where records rest, and under what (:mod:`bot.store`).
        api_base: instead of Telegram's servers, such as ``http://127.0.0.1:8081/bot``; the token is put behind it.
        metrics_port: where to serve ``/metrics`` on 127.0.0.1; 0 takes a free one; nowhere if not given.
    """

    token: Callable[[], str]
    relay: str
    secret: str
    data_dir: Path
    keys: list[bytes]
    face: Face
    api_base: str | None = None
    metrics_port: int | None = None


def token_from(path: Path | None, environ: Mapping[str, str] = os.environ) -> Callable[[], str]:
    """Reads the token from this file, or from the systemd credential ``telegram-token``, each time it is called."""

    def read() -> str:
        folder = environ.get("CREDENTIALS_DIRECTORY")
        file = path or (Path(folder) / CREDENTIAL if folder else None)
        if file is None:
            raise BadInput("the bot needs Telegram's token, in a file or in the systemd credential telegram-token")
        try:
            token = file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            raise BadInput("the file with Telegram's token cannot be read") from None
        number, _, rest = token.partition(":")
        if not number.isdecimal() or len(rest) < 20 or any(c.isspace() for c in token):
            raise BadInput("the file with Telegram's token holds something else")
        return token

    return read


def _on_loop_error(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    # The library's poll leaves its last error to nobody when it is stopped; what Telegram said has been told already.
    if not isinstance(error, TelegramError):
        log.error("loop-error %s", type(error).__name__)


def quiet_logs() -> None:
    """Turns down what would write tokens and updates into logs."""
    for name in ("httpx", "httpcore", "aiosqlite"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # Its lines quote the token and what Telegram sent. What it would report, the bot says itself.
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)


async def run_bot(
    config: Config,
    *,
    stop: asyncio.Event,
    ready: Callable[[str], None] | None = None,
    clock: Callable[[], float] = time.time,
    metrics: Metrics | None = None,
    named: Callable[[str], None] = lambda username: None,
) -> None:
    """Runs until ``stop`` is set, and stops cleanly. Returns at once from nothing: relay and Telegram may both be away when it starts.

    Args:
        ready: gets ``the bot is running`` once Telegram knows it, and ``metrics on http://127.0.0.1:PORT/metrics`` before.
        clock: seconds since 1970.
        named: gets the bot's user name when Telegram has told it, again for each token.

    Raises:
        BadInput: a key is none, or the port for metrics is in use.
        WrongPassphrase: what is kept was sealed under another key.
        NotAllowed: another bot runs on this data folder.
        StorageFailed: the data folder cannot be used.
    """
    quiet_logs()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_on_loop_error)
    say = ready or (lambda line: None)
    async with AsyncExitStack() as stack:
        store = await Store.open(config.data_dir, config.keys)
        stack.push_async_callback(store.close)
        metrics = metrics or Metrics()
        if config.metrics_port is not None:
            say(f"metrics on {await _serve_metrics(metrics, config.metrics_port, stack)}")
        relay = await stack.enter_async_context(Relay(config.relay, config.secret))
        core = _Core(config, store, relay, metrics, clock, say, named)
        async for name, value in store.records():
            core.news.take(name, value)
            core.subscriptions.take(name, value)
            core.pictures.take(name, value)
            core.identity.take(name, value)
        parts = (core.broadcast.run, core.listen, core.speak, core.care, core.sweep)
        tasks: list[asyncio.Task[Any]] = [asyncio.create_task(core.kept_up(part)) for part in parts]
        tasks.append(asyncio.create_task(stop.wait()))
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            # What is under way is finished first, so that a message and its record are not torn apart.
            await core.broadcast.finish()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _serve_metrics(metrics: Metrics, port: int, stack: AsyncExitStack) -> str:
    runner = web.AppRunner(metrics.app(), access_log=None)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
    except OSError:
        raise BadInput(f"port {port} for metrics is in use") from None
    return f"http://127.0.0.1:{runner.addresses[0][1]}/metrics"


class _Core:
    """One run of the bot."""

    def __init__(
        self, config: Config, store: Store, relay: Relay, metrics: Metrics, clock: Callable[[], float], say: Callable[[str], None],
        named: Callable[[str], None],
    ) -> None:  # fmt: skip
        self._config = config
        self._store = store
        self._relay = relay
        self._metrics = metrics
        self._clock = clock
        self._say = say
        self._named = named
        self._texts = Texts()
        self._channels = Channels()
        # The bot and its chat as long as Telegram takes the token.
        self._bot: Bot | None = None
        self._chat: Chat | None = None
        self._pace: Pace | None = None
        # Waits that Telegram named, to be kept.
        self._held: asyncio.Queue[float] = asyncio.Queue()
        #: Set once Telegram took the token.
        self._speaking = asyncio.Event()
        self.pictures = Pictures(store)
        self.identity = Identity(store, clock)
        self.news = News(store, clock)
        self.subscriptions = Subscriptions(store, self.news.newest, clock)
        self.broadcast = Broadcast(self.subscriptions, self.news, lambda: self._bot, self._texts, self._button, metrics, clock)
        metrics.gauges(lambda: {f"chats_{name}": n for name, n in self.subscriptions.count().items()})
        metrics.gauges(self._flood)

    def _button(self, language: str) -> InlineKeyboardMarkup:
        if self._chat is None:
            raise RuntimeError("asked for a button while there is no bot")
        return self._chat.open_button(language)

    def _flood(self) -> dict[str, float]:
        pace = self._pace
        return {"flood_seconds_left": pace.held_for, "floods": pace.floods} if pace is not None else {}

    def _on_flood(self, wait: float | None) -> None:
        if wait is None:
            self._metrics.back("sending")
        else:
            if not self._metrics.is_away("sending"):
                self._metrics.away("sending", f"Telegram asks to wait {round(wait)} s")
            self._held.put_nowait(wait)

    async def kept_up(self, part: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Runs one part of the bot for as long as it wants to. An error that nobody expected costs a pause, not the bot, nor the relay beside it."""
        wait = FIRST_WAIT
        while True:
            begun = time.monotonic()
            try:
                return await part()
            except Exception as error:  # noqa: BLE001  whatever it is; its words may hold what somebody wrote, so its kind is all that is said
                log.error("%s failed: %s; starting it again", part.__name__, _kind(error))
                self._metrics.count("restarts")
            wait = FIRST_WAIT if time.monotonic() - begun > LONGEST_WAIT else min(2 * wait, LONGEST_WAIT)
            await asyncio.sleep(wait)

    # ---- the relay

    async def listen(self) -> None:
        """Learns what is new from the relay, for ever."""
        version: int | None = None
        wait = FIRST_WAIT
        while True:
            try:
                if version is not None:
                    await self._relay.watch(version)
                version = await self._look()
            except StorageFailed:
                self._metrics.away("disk", "what is new cannot be recorded")
            except ParasolError as error:
                self._metrics.away("relay", _why(error))
            else:
                self._metrics.back("relay")
                wait = FIRST_WAIT
                await asyncio.sleep(BREATH)
                continue
            version = None
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT)

    async def _look(self) -> int:
        channels, version = await self._relay.channels()
        fresh = False
        try:
            for channel in channels:
                fresh |= await self.news.learn(channel, self._relay.headers)
        finally:
            if fresh:
                await self.broadcast.plan_all()
        # Last: whoever subscribes begins where the news stand.
        self._channels.learn(channels)
        # Nothing may have been new. The disk is back when it takes what it did not take before.
        await self.subscriptions.flush()
        self._metrics.back("disk")
        return version

    # ---- what ends

    async def care(self) -> None:
        """Reminders and endings: when there is somebody to tell of them, and about once an hour."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._speaking.wait(), CARE_SECONDS)
        while True:
            try:
                await self.broadcast.care()
            except (ParasolError, TelegramError) as error:
                log.warning("reminders put off: %s", type(error).__name__)
            await asyncio.sleep(CARE_SECONDS)

    async def sweep(self) -> None:
        """Empties the journal from time to time, and keeps in between until when Telegram asked to wait."""
        while True:
            with suppress(TimeoutError, StorageFailed):
                await self.identity.hold(await asyncio.wait_for(self._held.get(), SWEEP_SECONDS))
                continue
            await self._store.sweep()

    # ---- Telegram

    async def speak(self) -> None:
        """Keeps the bot connected, with whatever token there is, for ever."""
        wait = FIRST_WAIT
        while True:
            if await self._try_to_speak():
                wait = FIRST_WAIT
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT)

    async def _try_to_speak(self) -> bool:
        """Runs one application until its token is refused. Whether it ran at all."""
        try:
            token = self._config.token()
        except BadInput as error:
            self._metrics.away("token", error.detail)
            return False
        line = _Line(self._metrics, self.broadcast.resume)
        arrivals = Arrivals()
        requests = (_Request(line, "call"), _Poll(line, arrivals))
        self._pace = Pace(flood=self._on_flood, held_for=self.identity.held_for)
        application = self._build(token, self._pace, requests, arrivals)
        chat = Chat(
            application.bot, self.subscriptions, self._channels, self._relay.burn, self._config.face, self._clock, self._texts, arrivals.settle
        )  # fmt: skip
        chat.attach(application)
        tasks: list[asyncio.Task[None]] = []
        try:
            await application.initialize()
            if not await self.identity.is_mine(application.bot.id):
                self._metrics.away("token", "it is another bot's than these records are; they reach nobody through it")
                return False
            await application.start()
            if application.updater is not None:
                await application.updater.start_polling(
                    poll_interval=0, timeout=POLL_SECONDS, allowed_updates=list(ALLOWED_UPDATES), error_callback=lambda _: None
                )
            self._bot, self._chat = application.bot, chat
            self._speaking.set()
            self._metrics.back("token")
            self._named(application.bot.username)
            self.broadcast.resume()
            with in_background():
                tasks = [asyncio.create_task(self._put_up_face(application.bot)), asyncio.create_task(chat.tidy.run())]
            self._say("the bot is running")
            await line.refused.wait()
            return True
        except InvalidToken:
            line.refused.set()
            return False
        except TelegramError:
            return False  # said already, by the line
        except StorageFailed:
            self._metrics.away("disk", "it cannot be kept which bot this is")
            return False
        finally:
            if line.refused.is_set():
                self._metrics.away("token", "Telegram refuses it")
            self._bot = self._chat = None
            for task in tasks:
                task.cancel()
            await _close(application, self._pace, requests)

    async def _put_up_face(self, bot: Bot) -> None:
        while (wait := await put_up(bot, self._config.face, self._texts, self.pictures)) is not None:
            await asyncio.sleep(wait)

    def _build(self, token: str, pace: Pace, requests: tuple[_Request, _Request], arrivals: Arrivals) -> _Application:
        builder: Any = ApplicationBuilder().token(token).request(requests[0]).get_updates_request(requests[1])
        builder = builder.rate_limiter(pace).concurrent_updates(UPDATES_AT_ONCE).update_queue(arrivals).job_queue(None)
        if self._config.api_base is not None:
            builder = builder.base_url(self._config.api_base)
        application: _Application = builder.build()
        return application


async def _close(application: _Application, pace: Pace, requests: tuple[_Request, _Request]) -> None:
    """The reverse of the start, as far as it came. What it complains of on the way is nobody's business any more."""
    # A refused token raises the poll's error here. After failures the poll may sleep for half a minute; nobody waits for that.
    with suppress(TelegramError, RuntimeError, TimeoutError):
        if application.updater is not None and application.updater.running:
            await asyncio.wait_for(application.updater.stop(), STOP_SECONDS)
    await pace.shutdown()
    with suppress(TelegramError, RuntimeError):
        if application.running:
            await application.stop()
    with suppress(TelegramError, RuntimeError):
        await application.shutdown()
    for request in requests:
        with suppress(TelegramError, RuntimeError):
            await request.shutdown()


class _Line:
    """Whether Telegram answers, as both of the library's clients see it: the one that polls and the one that calls.

    An answer to a call shows that it is back. An answer to a poll does not, for a while after a call got none: then Telegram takes no
    messages though it gives updates. (A poll that stays open has no answer for long, so polls alone would be late to tell.)
    """

    def __init__(self, metrics: Metrics, resume: Callable[[], None]) -> None:
        self._metrics = metrics
        self._resume = resume
        self._call_failed = 0.0
        #: Set when the token was refused.
        self.refused = asyncio.Event()

    def heard(self, client: str, code: int | None, method: str) -> None:
        """An answer with this HTTP code, or none."""
        now = time.monotonic()
        if code is None or code >= 500 or code == 409:
            if client == "call":
                self._call_failed = now
            self._metrics.away("telegram", "another bot uses its token" if code == 409 else "it does not answer")
            return
        # Unknown methods are 404 as well; these two exist.
        if code == 401 or (code == 404 and method.lower() in ("getme", "getupdates")):
            self.refused.set()
        if self._metrics.is_away("telegram"):
            self._resume()
            if client == "call" or now - self._call_failed > LONGEST_WAIT:
                self._metrics.back("telegram")


class _Request(HTTPXRequest):
    """The library's own HTTP client, which says how it fares."""

    def __init__(self, line: _Line, client: str) -> None:
        super().__init__(connection_pool_size=4 if client == "poll" else 64, connect_timeout=10, read_timeout=20, pool_timeout=20)
        self._line = line
        self._what = client

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        method = url.rpartition("/")[2]
        try:
            code, payload = await super().do_request(url, *args, **kwargs)
        except TelegramError:
            self._line.heard(self._what, None, method)
            raise
        self._line.heard(self._what, code, method)
        return code, payload


class _Poll(_Request):
    """The client that asks for updates. Asking confirms those before, so it waits for the guard."""

    def __init__(self, line: _Line, arrivals: Arrivals) -> None:
        super().__init__(line, "poll")
        self._arrivals = arrivals

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        await self._arrivals.settled()
        return await super().do_request(url, *args, **kwargs)


def _kind(error: Exception) -> str:
    """The first of a group."""
    return _kind(error.exceptions[0]) if isinstance(error, ExceptionGroup) else type(error).__name__


def _why(error: ParasolError) -> str:
    """In words of this program's own."""
    if isinstance(error, RelayRefused) and error.code == "bad-token":
        return "it refuses the operator's secret"
    if isinstance(error, NotARelay):
        return "what answers is no relay"
    return "it cannot be reached"
