"""How the bot looks: neutral or as the collective chose, set once, and what Telegram puts off waits alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.ext import ApplicationBuilder

from bot.face import AGAIN, PICTURE_BYTES, Face, Pictures, plain_jpeg, put_up
from bot.pace import Pace
from crypto.errors import BadInput

ADDRESS = "http://127.0.0.1:9/app"
Rooms = Callable[..., AbstractAsyncContextManager[Any]]


async def show(room: Any, face: Face) -> float | None:
    """Put the face up as at a start of the bot."""
    pictures = Pictures(room.store)
    async for name, value in room.store.records():
        pictures.take(name, value)
    return await put_up(room.application.bot, face, room.chat.texts, pictures)


async def test_the_bot_is_neutral_and_its_menu_has_open_and_help_alone(room: Any) -> None:
    await show(room, Face(ADDRESS))
    ana, lucia = room.telegram.phone("Ana"), room.telegram.phone("Lucía", "es")
    assert ana.menu == [("open", "Open"), ("help", "Help")] and lucia.menu == [("abrir", "Abrir"), ("ayuda", "Ayuda")]
    assert (ana.bot_name, ana.short_description) == ("Notes", "Tap Open.")
    assert (lucia.bot_name, lucia.short_description) == ("Notas", "Toca Abrir.")
    assert ana.menu_button == {"type": "commands"}


async def test_the_face_is_set_once_and_not_again_at_every_start(room: Any) -> None:
    await show(room, Face(ADDRESS))
    first = dict(room.telegram.counts)
    await show(room, Face(ADDRESS))
    assert {name: count for name, count in room.telegram.counts.items() if name[0].startswith("setMy")} == {
        name: count for name, count in first.items() if name[0].startswith("setMy")
    }


async def test_name_greeting_and_button_are_the_collectives_choice(room_with: Rooms) -> None:
    face = Face(ADDRESS, in_telegram=False, name={"en": "Recipes"}, greeting={"en": "Hi there."}, zone="Europe/London")
    async with room_with(face) as room:
        await show(room, face)
        ana = room.telegram.phone("Ana")
        assert ana.bot_name == "Recipes"
        ana.start()
        hello = await ana.sees("Hi there.")
        assert [(button.kind, button.value) for button in hello.buttons] == [("url", ADDRESS)]
        ana.start(room.codes.member())
        await ana.sees("Notifications are on")
        await room.remembers(ana)
        kept = await room.kept.settings(ana.id)
        assert kept.zone == "Europe/London"


async def test_what_telegram_puts_off_waits_alone_and_is_tried_again(room: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Hours for a name: messages go on meanwhile, the other parts of the face are put up, and the name comes later."""
    bot = paced(room)
    async with bot:
        room.telegram.faults.storm_429(1, retry_after=20_000, methods=["setMyName"])
        assert await put_up(bot, Face(ADDRESS), room.chat.texts, Pictures(room.store)) == 20_001
        ana = room.telegram.phone("Ana")
        ana.start()
        await bot.send_message(ana.id, "at once")
        assert "at once" in ana.texts
        assert (ana.bot_name, ana.short_description, len(ana.menu)) == ("Rehearsal", "Tap Open.", 2)
        assert room.telegram.counts["setMyName", 429] == 1, "and not asked again in the next language"
        assert await put_up(bot, Face(ADDRESS), room.chat.texts, Pictures(room.store)) is None
        assert ana.bot_name == "Notes"


def paced(room: Any) -> Any:
    """A bot as the application makes it, with the limiter that waits."""
    return ApplicationBuilder().token(room.telegram.token).base_url(room.telegram.base_url).rate_limiter(Pace()).build().bot


async def test_a_telegram_that_is_away_is_asked_again(room: Any) -> None:
    room.telegram.faults.storm_502(1, methods=["getMyCommands"])
    assert await show(room, Face(ADDRESS)) == AGAIN
    assert await show(room, Face(ADDRESS)) is None
    assert room.telegram.phone("Ana").menu


# ---- the picture --------------------------------------------------------------------------------------------------

#: As a telephone writes it: JFIF, Exif with a place, a thumbnail's segment, a comment, tables, two scans with a stuffed byte and a restart.
PIXELS = b"\xff\xda\x00\x04ab" + b"pixels\xff\x00more\xff\xd3more" + b"\xff\xda\x00\x03c" + b"second scan"
TABLES = b"\xff\xdb\x00\x05abc" + b"\xff\xc0\x00\x04de"
JPEG = (
    b"\xff\xd8" + b"\xff\xe0\x00\x07JFIF\x00" + b"\xff\xe1\x00\x14Exif\x00\x00CANARY 40.4N" + b"\xff\xed\x00\x08CANARY"
    + b"\xff\xfe\x00\x08CANARY" + TABLES + b"\xff\xff\xfe\x00\x08CANARY" + PIXELS + b"\xff\xd9" + b"CANARY after the end \xff\xd9"
)  # fmt: skip
PLAIN = b"\xff\xd8" + b"\xff\xe0\x00\x07JFIF\x00" + TABLES + PIXELS + b"\xff\xd9"


async def test_the_picture_is_set_once_and_without_what_the_camera_wrote(room: Any) -> None:
    assert Face(ADDRESS, picture=JPEG).picture == PLAIN
    for _ in range(2):
        assert await show(room, Face(ADDRESS, picture=JPEG)) is None
    assert room.telegram.world.profile.photo == PLAIN
    assert room.telegram.counts["setMyProfilePhoto", 200] == 1
    await show(room, Face(ADDRESS, picture=JPEG.replace(b"pixels", b"others")))
    assert room.telegram.counts["setMyProfilePhoto", 200] == 2
    assert await show(room, Face(ADDRESS)) is None
    assert room.telegram.world.profile.photo != b"", "without a picture the one that is there stays"


async def test_a_picture_that_telegram_refuses_stops_nothing(room: Any, caplog: pytest.LogCaptureFixture) -> None:
    room.telegram.faults.storm_403(1, methods=["setMyProfilePhoto"])
    assert await show(room, Face(ADDRESS, picture=JPEG)) is None
    assert "face: Telegram does not take a part of it: Forbidden" in caplog.text
    assert room.telegram.phone("Ana").bot_name == "Notes"


@pytest.mark.parametrize(
    "picture", [b"", b"\x89PNG", JPEG[:40], PLAIN[:-2], b"\xff\xd8\xff\xdb\x00\x00\xff\xd9", b"\xff\xd8" + bytes(100), JPEG + bytes(PICTURE_BYTES)],
    ids=["nothing", "a PNG", "cut", "without an end", "a part without a length", "zeros", "too large"],
)  # fmt: skip
def test_what_is_no_picture_is_refused(picture: bytes) -> None:
    with pytest.raises(BadInput, match="JPEG"):
        Face(ADDRESS, picture=picture)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_picture_or_refused(data: bytes) -> None:
    try:
        assert plain_jpeg(b"\xff\xd8" + data).endswith(b"\xff\xd9")
    except BadInput:
        pass


# ---- what is no face ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "",
        "app.example",
        "http://app.example",
        "https://app.example/?from=bot",
        "https://app.example/#x",
        "https://app.example/?",
        "https://a@app.example",
        "ftp://app.example",
        "https://[",
        "tg://x",
    ],
)
def test_an_address_with_something_in_it_is_refused(address: str) -> None:
    with pytest.raises(BadInput):
        Face(address)


@pytest.mark.parametrize("face", [{"name": {"en": "x" * 65}}, {"name": {"fr": "x"}}, {"about": {"en": " "}}, {"zone": "Mars"}])
def test_a_face_that_telegram_would_not_take_is_refused(face: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        Face("https://app.example", **face)
