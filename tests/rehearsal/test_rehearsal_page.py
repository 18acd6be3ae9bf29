"""The page: whom it is for, what it shows, what it does, and that nothing typed gets into a log."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import re
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MenuButtonWebApp, WebAppInfo

import rehearsal.page
from rehearsal.telegram import TOKEN, Telegram

CANARY = "CANARY white van +447700900123"


@pytest.fixture
async def browser(telegram: Telegram) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(telegram.address) as session:
        yield session


async def view(browser: aiohttp.ClientSession, after: str = "") -> Any:
    async with browser.get("/view", params={"after": after}) as answer:
        assert answer.status == 200
        return await answer.json()


async def act(browser: aiohttp.ClientSession, phone: int, **body: Any) -> int:
    async with browser.post(f"/phones/{phone}", json=body) as answer:
        return answer.status


async def test_the_page_brings_everything_itself_and_may_fetch_nothing_else(browser: aiohttp.ClientSession) -> None:
    for path in ("/", "/page.js", "/bridge.js", "/page.css"):
        async with browser.get(path) as answer:
            policy, text = answer.headers["Content-Security-Policy"], await answer.text()
        assert answer.status == 200 and answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert policy.count("http") == 1 and "frame-src http://*.localhost:*;" in policy, (
            "frames of the phones' own hosts, and nothing else"
        )
        assert not re.search(r"https?://|@import|url\(", text), "nothing from anywhere else"
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", text), "what people type is never markup"


def test_the_page_has_no_inline_code_and_names_what_it_shows() -> None:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Reader().feed((Path(rehearsal.page.__file__).parent / "page" / "index.html").read_text(encoding="utf-8"))
    assert found
    for tag, attrs in found:
        assert tag != "style" and "style" not in attrs and not any(name.startswith("on") for name in attrs)
        assert tag != "script" or attrs.get("src")
        assert tag != "textarea" or attrs.get("aria-label")
        assert attrs.get("role") != "log" or attrs.get("aria-live")
    assert ("html", {"lang": "en"}) in found and any(attrs.get("name") == "viewport" for _, attrs in found)


async def test_other_names_and_other_sites_are_refused(telegram: Telegram, browser: aiohttp.ClientSession) -> None:
    ana = telegram.phone("Ana")
    for host in ("rebound.example.org", "127.0.0.1.example.org", "192.0.2.1"):
        async with browser.get("/view", headers={"Host": host}) as answer:
            assert answer.status == 421
    for site in ("cross-site", "same-site"):
        async with browser.post(f"/phones/{ana.id}", json={"do": "start"}, headers={"Sec-Fetch-Site": site}) as answer:
            assert answer.status == 403
    async with browser.post(f"/phones/{ana.id}", data='{"do": "start"}', headers={"Content-Type": "text/plain"}) as answer:
        assert answer.status == 415
    assert ana.chat == []


async def test_no_site_speaks_for_the_bot_either(telegram: Telegram, browser: aiohttp.ClientSession) -> None:
    """The token is in the source. A form on any page could otherwise send, or take the updates away."""
    ana = telegram.phone("Ana")
    ana.start()
    path = f"/bot{telegram.token}/sendMessage"
    for headers in ({"Host": "rebound.example.org"}, {"Origin": "https://example.org"}, {"Sec-Fetch-Site": "cross-site"}):
        async with browser.post(path, data={"chat_id": ana.id, "text": "hello"}, headers=headers) as answer:
            assert answer.status in (403, 421)
    assert ana.from_bot == []


async def test_it_shows_each_chat_and_waits_for_the_next_change(telegram: Telegram, bot: Bot, browser: aiohttp.ClientSession) -> None:
    ana, bea = telegram.phone("Ana"), telegram.phone("Bea")
    telegram.crowd(3)
    first = ana.start()
    await bot.send_message(ana.id, "Here", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="secret data")]]))
    await bot.delete_message(ana.id, first.id)
    seen = await view(browser)
    assert [phone["name"] for phone in seen["phones"]] == ["Ana", "Bea"]
    gone, here = seen["phones"][0]["messages"]
    assert gone == {"id": first.id, "gone": True}
    assert here["text"] == "Here" and here["rows"] == [[{"text": "Yes", "kind": "callback_data"}]]
    waiting = asyncio.create_task(view(browser, str(seen["version"])))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    bea.type("good evening")
    assert (await waiting)["phones"][1]["messages"][0]["text"] == "good evening"


async def test_it_plays_what_a_person_does(telegram: Telegram, bot: Bot, browser: aiohttp.ClientSession) -> None:
    ana = telegram.phone("Ana")
    assert await act(browser, ana.id, do="start") == 200
    assert await act(browser, ana.id, do="type", text="one") == 200
    assert await act(browser, ana.id, do="edit", id=ana.mine[-1].id, text="two") == 200
    for kind in ("photo", "voice", "video", "sticker", "contact", "location", "document", "forwarded"):
        assert await act(browser, ana.id, do="send", kind=kind) == 200
    assert [bubble.kind for bubble in ana.mine] == "text text photo voice video sticker contact location document forwarded".split()
    assert ana.mine[1].text == "two"
    sent = await bot.send_message(ana.id, "Choose", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]]))
    assert await act(browser, ana.id, do="press", id=sent.message_id, row=0, column=0) == 200
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None and query.data == "y"
    await bot.answer_callback_query(query.id, "Thanks", show_alert=True)
    assert (await view(browser))["phones"][0]["notice"] == {"count": 1, "text": "Thanks", "alert": True}
    assert await act(browser, ana.id, do="block") == 200 and ana.blocked
    assert await act(browser, ana.id, do="type", text="still here") == 409
    assert await act(browser, ana.id, do="unblock") == 200 and not ana.blocked


@pytest.mark.parametrize(
    "body",
    [{}, {"do": "dance"}, {"do": "type"}, {"do": "type", "text": " "}, {"do": "type", "text": "x" * 4097}, {"do": "type", "text": 5},
     {"do": "edit", "id": 99, "text": "x"}, {"do": "press", "id": 1, "row": 0, "column": 0}, {"do": "send", "kind": "money"}],
)  # fmt: skip
async def test_nonsense_is_refused_and_changes_nothing(telegram: Telegram, browser: aiohttp.ClientSession, body: dict[str, Any]) -> None:
    ana = telegram.phone("Ana")
    assert await act(browser, ana.id, **body) == 409
    assert ana.chat == []
    assert await act(browser, 1, do="start") == 404


async def test_the_frame_opens_with_what_telegram_appends_and_a_host_of_its_own(
    telegram: Telegram, bot: Bot, browser: aiohttp.ClientSession
) -> None:
    ana, bea = telegram.phone("Ana"), telegram.phone("Bea")
    await bot.set_chat_menu_button(menu_button=MenuButtonWebApp("Open", WebAppInfo("http://127.0.0.1:8000/app")))
    for phone in (ana, bea):
        assert await act(browser, phone.id, do="menu") == 200
    frames = [urlsplit(phone["open"]["frame"]) for phone in (await view(browser))["phones"]]
    assert [(frame.hostname or "").endswith(".localhost") for frame in frames] == [True, True]
    assert frames[0].netloc != frames[1].netloc and frames[0].port == 8000 and frames[0].query == ""
    [data] = parse_qs(frames[0].fragment)["tgWebAppData"]
    fields = dict(parse_qsl(data))
    claimed = fields.pop("hash")
    key = hmac.new(b"WebAppData", TOKEN.encode(), hashlib.sha256).digest()
    lines = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    assert claimed == hmac.new(key, lines.encode(), hashlib.sha256).hexdigest() and f'"id":{ana.id}' in fields["user"]
    again = (await view(browser))["phones"][0]["open"]
    assert urlsplit(again["frame"]).netloc == frames[0].netloc
    assert await act(browser, ana.id, do="close") == 200 and ana.open == ""


async def test_the_frame_stays_the_same_while_it_is_open(telegram: Telegram, bot: Bot, browser: aiohttp.ClientSession) -> None:
    """A new address would load the app anew with every change of any chat."""
    ana = telegram.phone("Ana")
    await bot.set_chat_menu_button(menu_button=MenuButtonWebApp("Open", WebAppInfo("http://127.0.0.1:8000/app")))
    ana.press_menu()
    before = (await view(browser))["phones"][0]["open"]
    ana.type("something else")
    assert (await view(browser))["phones"][0]["open"] == before


async def test_what_is_not_on_this_machine_is_named_and_not_framed(telegram: Telegram, bot: Bot, browser: aiohttp.ClientSession) -> None:
    ana = telegram.phone("Ana")
    await bot.set_chat_menu_button(menu_button=MenuButtonWebApp("Open", WebAppInfo("https://example.org/app")))
    ana.press_menu()
    assert (await view(browser))["phones"][0]["open"] == {"address": "https://example.org/app", "frame": ""}
    assert await act(browser, ana.id, do="tap", link="http://127.0.0.1:8000/") == 200
    assert (await view(browser))["phones"][0]["open"]["frame"] == "", "a tapped link is no Mini App"


async def test_trouble_is_switched_on_and_off(telegram: Telegram, browser: aiohttp.ClientSession) -> None:
    for what in ("away", "slow"):
        for on in (True, False):
            async with browser.post("/trouble", json={"do": what}) as answer:
                assert answer.status == 200
            assert (await view(browser))["trouble"][what] is on
    before = telegram.clock()
    async with browser.post("/trouble", json={"do": "forward", "hours": 48}):
        pass
    assert telegram.clock() - before >= 48 * 3600


async def test_nothing_typed_gets_into_a_log_or_an_answer_to_somebody_else(
    telegram: Telegram, bot: Bot, browser: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.INFO):
        ana = telegram.phone("Ana")
        await act(browser, ana.id, do="type", text=CANARY)
        await act(browser, ana.id, do="edit", id=ana.mine[0].id, text=CANARY + CANARY)
        await act(browser, ana.id, do="tap", link=CANARY)
        async with browser.post(f"/phones/{ana.id}", data="{" + CANARY, headers={"Content-Type": "application/json"}) as answer:
            assert CANARY not in await answer.text()
        async with browser.get("/nowhere", params={"q": CANARY}) as answer:
            assert answer.status == 404 and CANARY not in await answer.text()
    out, err = capfd.readouterr()
    assert CANARY not in caplog.text + out + err
    assert not [record for record in caplog.records if record.name.startswith("aiohttp")]


async def test_it_listens_on_loopback_only(telegram: Telegram) -> None:
    assert telegram._runner is not None
    assert {address[0] for address in telegram._runner.addresses} == {"127.0.0.1"}
