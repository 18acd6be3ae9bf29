"""Coming in: found, join, recover, invite, volunteer."""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import phonenumbers
import segno

from alerts import admitting, founding
from alerts.coded import fold
from alerts.home import Home
from alerts.moderator import Moderator
from alerts.session import Session, join, recover
from alerts.sync import RelayClient
from crypto.base32 import decode_code
from crypto.device import from_words
from crypto.errors import BadInput, NotAllowed, ParasolError, RelayRefused, StorageFailed
from crypto.secrets import DeviceEntropy

from .base import Answer, Command, Context
from .device import FOUNDING, kept_settings, note_sync, opened
from .names import name_of
from .shapes import ago, base64url, duration, moment, when
from .terminal import HISTORY, can_type_hidden

_WORDS_HINT: Final = "Write your 12 recovery words down now: `parasol recovery-words`. Without them a lost device is lost."


def topic(text: str) -> dict[str, str]:
    """An area as people give it: a name, or ``id=name``.

    Raises:
        BadInput: nothing is left of it.
    """
    given, equals, name = text.partition("=")
    found = {"id": fold(given)[:32].strip("-"), "name": (name if equals else given).strip()[:80]}
    if not found["id"] or not found["name"]:
        raise BadInput('an area looks like: Harbour, or harbour="The harbour"')
    return found


def country(text: str) -> str:
    """The home country of telephone numbers as people give it: ISO 3166-1 alpha-2, one whose numbers can be read.

    Raises:
        BadInput: it is no such country.
    """
    found = text.strip().upper()
    if len(found) != 2 or not found.isascii() or not found.isalpha():
        raise BadInput("a country is two letters, such as IE; the United Kingdom is GB")
    # A charter with another one would be valid, and every number that is written as one dials it at home would be taken for something else.
    if found not in phonenumbers.SUPPORTED_REGIONS:
        raise BadInput(f"no telephone numbers of {found} are known; a country is two letters, such as IE; the United Kingdom is GB")
    return found


def relay_of(context: Context) -> str:
    url = context.settings.get("relay")
    if url is None:
        raise BadInput("which address? Whoever gave you the code knows it: --relay https://…")
    return url


def new_home(context: Context) -> tuple[Home, bool]:
    """A vault without a device in it, and whether it was made just now.

    Raises:
        NotAllowed: somebody lives in it.
    """
    path, terminal, settings = context.settings.home, context.terminal, context.settings
    if not Home.exists(path):
        return Home.create(path, terminal.passphrase(settings, new=True), settings.vault_cost()), True
    home = Home.open(path, terminal.passphrase(settings))
    if home.get("state") is not None and FOUNDING not in kept_settings(home):
        home.close()
        raise NotAllowed("this device belongs to a collective already; use another --home, or `parasol erase` first")
    return home, False


@dataclass(slots=True)
class Newcomer:
    """Somebody who is coming in; ``session`` once she is."""

    home: Home
    session: Session | None = None


@contextmanager
def newcomer(context: Context, url: str) -> Iterator[Newcomer]:
    """A vault for a device that comes in. It is closed in any case, and if it was made for this and nobody came in, nothing is left of it.

    Raises:
        NotAllowed: somebody lives in the vault that there is.
    """
    home, fresh = new_home(context)
    coming = Newcomer(home)
    try:
        home.put({"settings": {"relay": url}})
        yield coming
    except ParasolError:
        home.close()
        if fresh and coming.session is None:
            Home.erase(context.settings.home)
        raise
    except BaseException:
        # Whoever breaks it off may go on with what is there.
        home.close()
        raise
    home.close()


# ---- found ----------------------------------------------------------------------------------------------------------


def _found_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", metavar="N", help=f"what the collective calls itself; only members can read it. {HISTORY.capitalize()}")
    parser.add_argument("--code-file", metavar="F", help="the founding code; else it is read from standard input or asked for")
    parser.add_argument("--alias", metavar="A", default="founder", help="what other moderators call you (default: founder)")
    parser.add_argument("--country", metavar="CC", default="GB", help="home country of phone numbers, two letters (default GB)")
    parser.add_argument(
        "--alert-quorum", metavar="K", type=int, help="how many people must sign an alert, from three moderators on (default 2)"
    )
    parser.add_argument("--topic", "--area", metavar="T", action="append", default=[], help="an area; may be given several times")


async def found(context: Context) -> Answer:
    """A new collective with one moderator. If it is interrupted, the same command finishes it."""
    options = context.options
    wanted = _wanted(options)
    _check_given(context)
    url = relay_of(context)
    code = decode_code(context.terminal.secret("Founding code: ", file=options.code_file))
    name = _name(context)
    home, fresh = new_home(context)
    try:
        async with RelayClient(url, context.settings.clock) as relay:
            session = await _found(context, home, relay, url, code, name, wanted)
            await session.sync()
            note_sync(home, context.now)
    except RelayRefused as error:
        home.close()
        if fresh:
            # The relay said no: nothing of this stands anywhere, and the next try must not stumble over it.
            Home.erase(context.settings.home)
        if error.code == "bad-founding-code":
            raise BadInput(error.detail) from None
        raise
    except BaseException:
        home.close()
        raise
    home.close()
    device = session.device
    name = device.board.charter.name
    return Answer(
        {"collective": base64url(device.collective), "name": name, "alias": device.alias, "epoch": device.board.epoch.number},
        [f"{name} is founded, and you moderate it.", _WORDS_HINT, "Next: `parasol invite --moderator` for the second of you. From three moderators on, nobody can publish alone."],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be founded, as the options say it."""

    alias: str
    country: str
    topics: list[dict[str, str]]
    policy: dict[str, Any]


def _wanted(options: argparse.Namespace) -> _Wanted:
    """Looked at before anything is asked or made."""
    alias = options.alias.strip()
    if not 1 <= len(alias) <= 40:
        raise BadInput("an alias has 1 to 40 characters")
    policy = {} if options.alert_quorum is None else {"alert_quorum": _quorum(options.alert_quorum)}
    return _Wanted(alias, country(options.country), [topic(t) for t in options.topic], policy)


def _check_given(context: Context) -> None:
    """Returns if somebody can be asked, or if one thing at most is missing: then it is named where it is needed.

    Raises:
        BadInput: several are missing; it names them all, so that nobody has to find out one by one.
    """
    settings, terminal = context.settings, context.terminal
    if terminal.watched:
        return
    missing = [] if settings.get("relay") is not None else ["--relay URL"]
    missing += [] if context.options.name is not None else ["--name N"]
    missing += [] if settings.passphrase() is not None or can_type_hidden() else ["PARASOL_PASSPHRASE_FILE"]
    if len(missing) > 1:
        code = "" if context.options.code_file is not None else "; and the code on standard input, or --code-file F"
        raise BadInput(f"nobody can be asked here, and this is missing: {', '.join(missing)}{code}")


def _name(context: Context) -> str:
    """The collective's name: as given, from standard input after the code, or asked for."""
    given, terminal = context.options.name, context.terminal
    if given is None and not terminal.watched:
        raise BadInput("what is the collective called? --name N")
    name = (terminal.ask("What does your collective call itself? ") if given is None or given == "-" else str(given)).strip()
    if not 1 <= len(name) <= 80:
        raise BadInput("a name has 1 to 80 characters")
    return name


async def _found(context: Context, home: Home, relay: RelayClient, url: str, code: bytes, name: str, wanted: _Wanted) -> Session:
    pending = kept_settings(home).get(FOUNDING)
    if pending is not None and await _stands(relay, pending["collective"]):
        device = home.load()
        if device is None:
            raise BadInput("this vault is damaged")
        context.terminal.say("Finishing the founding that was interrupted.")
    else:
        device, pending = _begin(context, home, url, name, wanted)
        await relay.found(device.collective, code, device.entries)
    session = Session(device, relay, context.settings.clock, home.save, context.terminal.progress)
    notes = [(note_type, fields) for note_type, fields in pending["notes"]]
    await session.write_notes(lambda: [] if session.moderator.log.members else notes)
    home.put({"settings": {"relay": url}})
    return session


def _begin(context: Context, home: Home, url: str, name: str, wanted: _Wanted) -> tuple[Any, dict[str, Any]]:
    new = founding.found(
        DeviceEntropy.random(), wanted.alias, name=name, country=wanted.country, topics=wanted.topics, policy=wanted.policy, now=context.now
    )
    pending = {"collective": new.founder.collective, "notes": [[note_type, fields] for note_type, fields in new.notes]}
    # Written down before anybody hears of it: whatever happens next, the same entries can be posted again.
    home.put({"settings": {"relay": url, FOUNDING: pending}})
    home.save(new.founder)
    return new.founder, pending


def _quorum(count: int) -> int:
    if not 1 <= count <= 64:
        raise BadInput("--alert-quorum is a number from 1 to 64")
    return count


async def _stands(relay: RelayClient, collective: bytes) -> bool:
    try:
        await relay.newest(collective)
    except RelayRefused as error:
        if error.code != "unknown-collective":
            raise
        return False
    return True


# ---- join -----------------------------------------------------------------------------------------------------------


def _join_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--code-file", metavar="F", help="the invite's code; else it is read from standard input or asked for")
    parser.add_argument("--alias", metavar="A", help="what moderators call you; not your name (1 to 40 characters)")
    parser.add_argument(
        "--as-member", action="store_true", help="come in as a member, also if the code asks you to moderate; `volunteer` agrees later"
    )


def _is_willing(context: Context) -> bool:
    """Whether she agrees to moderate, if the code asks her to. Who cannot be asked agreed by taking such a code."""
    if context.options.as_member:
        return False
    if not context.terminal.watched:
        return True
    return context.terminal.confirm(
        "This code asks you to become a moderator: you would read all reports, and decide with the others. Do you agree? "
        "If not you come in as a member, and can agree later with `parasol volunteer`."
    )


async def join_(context: Context) -> Answer:
    """Comes in by an invite's code. Nobody else need be awake."""
    terminal, url = context.terminal, relay_of(context)
    code = terminal.secret("Invite code: ", file=context.options.code_file)
    decode_code(code)
    alias = context.options.alias or (terminal.ask("What shall moderators call you? Not your name: ") if terminal.watched else "member")
    if not 1 <= len(alias.strip()) <= 40:
        raise BadInput("an alias has 1 to 40 characters")
    with newcomer(context, url) as coming:
        async with RelayClient(url, context.settings.clock) as relay:
            session = coming.session = await join(
                relay, code, alias.strip(), context.settings.clock, coming.home.save, willing=lambda: _is_willing(context)
            )
            try:
                await session.sync()
                note_sync(coming.home, context.now)
            except RelayRefused as error:
                if error.code == "invite-used":
                    # Somebody else was quicker by seconds: this device never came in.
                    coming.session = None
                    raise BadInput("this code was used by somebody else. Ask for another, and tell a moderator") from None
                raise
            except StorageFailed as error:
                raise StorageFailed(f"you are in; but {error.detail} with `parasol sync`") from None
    device = session.device
    board = device.board
    lines = [
        f"You are in: {board.charter.name}. {_people(len(board.charter.people))}, {_alerts(sum(not t.retracted and not t.expired(context.now) for t in board.alerts))}."
    ]
    lines.append("You can check, report and read alerts at once: `parasol check`, `parasol report`, `parasol alerts`.")
    if not device.has_path_keys:
        lines.append("You are set. Run `parasol sync` once this week.")
    return Answer(
        {"collective": base64url(device.collective), "name": board.charter.name, "alias": device.alias, "ready": device.has_path_keys},
        lines,
    )


# ---- recover --------------------------------------------------------------------------------------------------------


def _recover_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--words-file", metavar="F", help="a file with the 12 words; else they are read from standard input or asked for")


async def recover_(context: Context) -> Answer:
    """The device behind 12 words, on this one. Nobody else need be awake."""
    terminal, url = context.terminal, relay_of(context)
    words = terminal.secret("Your 12 words, with spaces between: ", file=context.options.words_file)
    from_words(words)
    with newcomer(context, url) as coming:
        async with RelayClient(url, context.settings.clock) as relay:
            terminal.say("Making your keys from the words, and reading everything from the beginning.")
            session = coming.session = await recover(relay, words, context.settings.clock, coming.home.save)
            await session.sync()
            note_sync(coming.home, context.now)
    device, board = session.device, session.device.board
    alerts = sum(not t.retracted and not t.expired(context.now) for t in board.alerts)
    return Answer(
        {"collective": base64url(device.collective), "name": board.charter.name, "alias": device.alias, "moderates": session.moderates},
        [
            f"You are back: {board.charter.name}. {_people(len(board.charter.people))}, {_alerts(alerts)}.",
            "Reports you wrote stay with your moderators; their answers, and drafts, were on the old device alone.",
            "Could somebody else have the old device? Tell a moderator, by voice: she takes this name out, and invites you anew.",
        ],
    )


def _people(count: int) -> str:
    return f"{count} moderator{'' if count == 1 else 's'}"


def _alerts(count: int) -> str:
    return f"{count} warning{'' if count == 1 else 's'} now"


# ---- invite, volunteer ----------------------------------------------------------------------------------------------


def _invite_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--moderator", action="store_true", help="whoever joins by it is asked to become a moderator")
    parser.add_argument("--expires", metavar="72h", default="72h", help="how long it is good: 90m, 72h, 7d (default 72h)")
    parser.add_argument("--call-back", action="store_true", help="make a code worthless; it is read from standard input or asked for")
    parser.add_argument("--code-file", metavar="F", help="with --call-back: a file with the code")
    parser.add_argument(
        "--list", action="store_true", help="the codes that can still be used: for whom, by whom, since when and until when"
    )


def open_invites(moderator: Moderator, now: int) -> Answer:
    """The codes that can still be used. What they are nobody can show again."""
    found = admitting.open_invites(moderator, now)
    rows = [
        {
            "moderator": one.moderator,
            "by": name_of(moderator, one.by),
            "made": None if one.made is None else moment(one.made),
            "expires": moment(one.expires),
        }
        for one in found
    ]
    lines = [
        f"For a {'moderator' if one.moderator else 'member'}, by {row['by']}{'' if one.made is None else f', made {ago(now - one.made)}'}; good until {when(one.expires)}."
        for one, row in zip(found, rows, strict=True)
    ]
    return Answer({"invites": rows}, lines or ["No code is open."])


async def invite(context: Context) -> Answer:
    """A code for one person, or the end of one; or what there is of them."""
    if context.options.list:
        async with opened(context) as work:
            return open_invites(work.moderator, context.now)
    lasts = duration(context.options.expires)
    if lasts > 400 * 86400:
        raise BadInput("an invite is good for 400 days at most")
    code = context.terminal.secret("Code to call back: ", file=context.options.code_file) if context.options.call_back else None
    async with opened(context) as work:
        work.moderator  # noqa: B018  says who may before anything is asked of the relay
        if code is not None:
            await work.session.call_back(code)
            await work.finish()
            return Answer({"called_back": True}, ["Called back: nobody can join by this code any more."])
        expires = context.now + lasts
        fresh = await work.session.invite(expires, moderator=context.options.moderator)
    lines = [
        fresh,
        f"For one person, until {when(expires)}. Show it or say it; never send it through Telegram.",
        f"Where to go with it: {work.url}",
    ]
    if context.terminal.shows_pictures:
        picture = io.StringIO()
        segno.make(fresh, micro=False).terminal(picture, compact=True)
        context.terminal.picture(picture.getvalue())
    return Answer({"code": fresh, "expires": moment(expires), "moderator": context.options.moderator}, lines)


async def volunteer(context: Context) -> Answer:
    """A member agrees to become a moderator."""
    async with opened(context) as work:
        if work.session.moderates:
            raise NotAllowed("you moderate already")
        work.device.accept_moderation()
        sent = await work.finish()
    return Answer(
        {"volunteered": True, "sent": sent}, ["Your moderators will see that you are willing. One of them now runs `parasol promote`."]
    )


COMMANDS: Final = [
    Command("found", "moderator", "found a collective, with a founding code from the relay's operator", "parasol found --relay https://relay.example --code-file code.txt --topic Harbour", found, _found_arguments),
    Command("join", "member", "come in with an invite's code", "parasol join --relay https://relay.example < code.txt", join_, _join_arguments),
    Command("recover", "member", "come back by the 12 words of a lost device", "parasol recover --relay https://relay.example < words.txt", recover_, _recover_arguments),
    Command("invite", "moderator", "a code (and a QR in a terminal) for one person", "parasol invite --expires 72h", invite, _invite_arguments),
    Command("volunteer", "member", "agree to become a moderator", "parasol volunteer", volunteer),
]  # fmt: skip
