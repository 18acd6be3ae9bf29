"""The page in a real Chromium: what a person can see and press there. Skipped, with the reason, where there is none."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import re
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update, WebAppInfo

from rehearsal.telegram import Telegram

Running = Callable[..., Any]

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome", "chrome") if (found := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the phones' page was not looked at")
#: For what happens in another process (seconds of the wall).
PATIENCE = 20.0


class Tab:
    """One tab over Chromium's own protocol: says what went wrong in it, evaluates, waits."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._numbers = itertools.count(1)
        self.wrong: list[str] = []
        self._reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said)
            elif said["method"] == "Runtime.exceptionThrown" or (
                said["method"] == "Log.entryAdded" and said["params"]["entry"]["level"] == "error"
            ):
                self.wrong.append(json.dumps(said["params"]))

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        answer = self._answers[number]
        await self._socket.send_json({"id": number, "method": method, "params": params})
        result: dict[str, Any] = (await asyncio.wait_for(answer, PATIENCE)).get("result", {})
        return result

    async def js(self, program: str) -> Any:
        result = await self.call("Runtime.evaluate", expression=program, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    async def until(self, condition: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while not await self.js(condition):
                await asyncio.sleep(0.05)

    async def size(self, width: int, height: int) -> None:
        await self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)

    async def close(self) -> None:
        await self._socket.close()
        self._reader.cancel()


@pytest.fixture
async def tab(tmp_path: Path) -> AsyncIterator[Tab]:
    options = ["--headless", "--disable-gpu", "--disable-background-networking", "--remote-debugging-port=0", f"--user-data-dir={tmp_path}"]
    # Chromium refuses its sandbox to the superuser, whom containers often are.
    options += ["--no-sandbox"] if os.geteuid() == 0 else []
    chromium = await asyncio.create_subprocess_exec(
        str(CHROMIUM), *options, "about:blank", stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    assert chromium.stderr is not None
    port = None
    async with asyncio.timeout(60):
        while port is None:
            line = await chromium.stderr.readline()
            assert line, "Chromium ended before it began"
            port = re.search(rb"ws://127\.0\.0\.1:(\d+)", line)
    drained = asyncio.create_task(chromium.stderr.read())
    async with aiohttp.ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{int(port[1])}/json") as answer:
            [page] = [one for one in await answer.json() if one["type"] == "page"]
        tab = Tab(await session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0))
        for domain in ("Page", "Runtime", "Log"):
            await tab.call(f"{domain}.enable")
        try:
            yield tab
        finally:
            await tab.close()
            with contextlib.suppress(ProcessLookupError):
                chromium.terminate()
            await chromium.wait()
            await drained


@pytest.fixture
async def app_address() -> AsyncIterator[str]:
    """A Mini App of one line, on another port of this machine: it notes in its storage that it was opened."""

    async def page(_: web.Request) -> web.Response:
        program = "localStorage.opened = (+localStorage.opened || 0) + 1; document.title = localStorage.opened"
        return web.Response(text=f"<!doctype html><p>inside</p><script>{program}</script>", content_type="text/html")

    app = web.Application()
    app.router.add_get("/app", page)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/app"
    await runner.cleanup()


async def open_page(tab: Tab, telegram: Telegram, phones: int) -> None:
    await tab.call("Page.navigate", url=telegram.address + "/")
    await tab.until(f"document.querySelectorAll('.phone').length === {phones}")


async def test_a_person_types_presses_and_opens(telegram: Telegram, running: Running, tab: Tab, app_address: str) -> None:
    async def handler(update: Update, context: Any) -> None:
        if update.callback_query is not None:
            await update.callback_query.answer("Quiet until seven", show_alert=True)
        elif update.message is not None:
            await update.message.delete()
            inside = InlineKeyboardButton("Open", web_app=WebAppInfo(app_address))
            quiet = InlineKeyboardButton("Quiet", callback_data="q")
            await update.message.chat.send_message("1 new item", reply_markup=InlineKeyboardMarkup([[inside], [quiet]]))

    ana, bea = telegram.phone("Ana"), telegram.phone("Bea")
    async with running(handler):
        await open_page(tab, telegram, 2)
        await tab.js("document.querySelector('.wide').click()")
        await tab.until("document.querySelector('.bubbles').innerText.includes('1 new item')")
        assert await tab.js("document.querySelector('.gone').textContent") == "message deleted"
        assert ana.deleted and await tab.js("document.querySelectorAll('.bubbles')[1].children.length") == 0

        await tab.js(
            "document.querySelector('textarea').value = '<img src=x onerror=alert(1)>'; document.querySelector('.write').requestSubmit()"
        )
        await ana.until(lambda: len(ana.deleted) == 2)
        await tab.until("document.querySelectorAll('.gone').length === 2")

        await tab.js("[...document.querySelectorAll('.keys button')].find((key) => key.textContent === 'Quiet').click()")
        await tab.until("!document.querySelector('.alert').hidden")
        assert await tab.js("document.querySelector('.alert p').textContent") == "Quiet until seven"
        await tab.js("document.querySelector('.alert button').click()")

        await tab.js("[...document.querySelectorAll('.keys button')].find((key) => key.textContent === 'Open').click()")
        await tab.until("!!document.querySelector('.app:not([hidden]) iframe')")
        bea.start()
        await bea.sees("1 new item")
        bea.press("Open")
        await tab.until("document.querySelectorAll('iframe').length === 2")
        hosts = await tab.js("[...document.querySelectorAll('iframe')].map((frame) => new URL(frame.src).hostname)")
        assert len(set(hosts)) == 2 and all(host.endswith(".localhost") for host in hosts), "two phones are two devices"
        await tab.js("document.querySelector('.app .close').click()")
        await tab.until("document.querySelectorAll('iframe').length === 1")
    assert ana.open == "" and bea.open == app_address
    assert tab.wrong == [], "neither an error nor anything that the policy refused"


async def test_what_is_typed_is_shown_as_text(telegram: Telegram, tab: Tab) -> None:
    ana = telegram.phone("Ana")
    typed = "<b>bold</b><img src=x onerror=alert(1)> /help https://example.org/"
    ana.type(typed)
    await open_page(tab, telegram, 1)
    assert typed in await tab.js("document.querySelector('.bubbles').textContent")
    assert await tab.js("document.querySelectorAll('.bubbles img, .bubbles b').length") == 0
    assert await tab.js("[...document.querySelectorAll('.text .command')].map((one) => one.textContent)") == [
        "/help",
        "https://example.org/",
    ]
    first = ana.mine[0].id
    await tab.js(
        "document.querySelector('.edit').click(); document.querySelector('textarea').value = 'better'; document.querySelector('.write').requestSubmit()"
    )
    await ana.until(lambda: ana.mine[0].text == "better")
    assert len(ana.mine) == 1 and ana.mine[0].id == first and tab.wrong == []


async def test_three_phones_stand_side_by_side_or_one_below_the_other(telegram: Telegram, tab: Tab) -> None:
    for name in ("Ana", "Bea", "Carmen"):
        telegram.phone(name).type("a long line of words that has to be broken somewhere on a narrow screen " * 3)
    await tab.size(1400, 900)
    await open_page(tab, telegram, 3)
    corners = (
        "[...document.querySelectorAll('.screen')].map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.top, box.bottom])"
    )
    wide = await tab.js(corners)
    assert len({top for _, top, _ in wide}) == 1 and len({left for left, _, _ in wide}) == 3
    assert max(bottom for *_, bottom in wide) <= 900, "whole phones, without scrolling"
    for width in (320, 390):
        await tab.size(width, 740)
        narrow = await tab.js(corners)
        assert len({left for left, _, _ in narrow}) == 1 and len({top for _, top, _ in narrow}) == 3
        assert await tab.js("document.documentElement.scrollWidth") <= width
    assert tab.wrong == []


async def test_every_control_has_a_name(telegram: Telegram, tab: Tab) -> None:
    telegram.phone("Ana").type("hello")
    await open_page(tab, telegram, 1)
    tree = (await tab.call("Accessibility.getFullAXTree"))["nodes"]
    controls = [
        node for node in tree if not node["ignored"] and node["role"]["value"] in ("button", "textbox", "DisclosureTriangle", "log", "link")
    ]
    assert len(controls) >= 5
    nameless = [node["role"]["value"] for node in controls if not node.get("name", {}).get("value") and node["role"]["value"] != "log"]
    assert nameless == []


#: Every event of the bridge as Telegram documents it. What comes back is written where the test can read it: in the title of the frame's page.
SPEAKING = """<!doctype html><button>Say</button><script>
const say = (eventType, eventData) => parent.postMessage(JSON.stringify({ eventType, eventData }), "*");
const heard = [];
addEventListener("message", (event) => {
  const { eventType, eventData } = JSON.parse(event.data);
  heard.push(eventType + " " + (eventData?.theme_params?.bg_color ?? eventData?.is_expanded ?? eventData?.bottom ?? eventData?.value ?? eventData?.error ?? ""));
  fetch("/heard", { method: "POST", body: heard.join() });
});
say("web_app_ready", {});
say("web_app_request_theme");
say("web_app_request_safe_area", {});
say("web_app_request_content_safe_area", "");
say("web_app_setup_swipe_behavior", { allow_vertical_swipe: false });
say("web_app_setup_back_button", { is_visible: true });
say("web_app_expand", {});
say("web_app_device_storage_save_key", { req_id: "1", key: "kept", value: "what was kept" });
say("web_app_device_storage_get_key", { req_id: "2", key: "kept" });
say("web_app_device_storage_save_key", { req_id: "3", key: "more", value: "x".repeat(6 << 20) });
say("web_app_device_storage_save_key", { req_id: "4", key: "kept", value: null });
say("web_app_device_storage_clear", { req_id: "5" });
addEventListener("click", () => say(%s));
</script>"""


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ('"web_app_invented", {}', "an event that Telegram doesn’t know: web_app_invented"),
        ('"<b>what she typed</b>", {}', "one with an odd name"),
        ('"web_app_setup_back_button", {}', "needs is_visible: boolean"),
        ('"web_app_setup_back_button", { is_visible: 1 }', "needs is_visible: boolean"),
        ('"web_app_close", { return_back: true }', "web_app_close has no return_back"),
        ('"web_app_ready", [1]', "something other than fields"),
        ('"web_app_open_tg_link", { path_full: "t.me/some_bot" }', "needs path_full to begin with /"),
        ('"web_app_device_storage_save_key", { req_id: "6", key: "kept", value: 7 }', "needs value: string or null"),
        ('"web_app_device_storage_get_key", { key: "kept" }', "needs req_id: string"),
    ],
)
async def test_the_phone_speaks_with_its_app_and_says_what_telegram_does_not_know(
    telegram: Telegram, running: Running, tab: Tab, event: str, said: str
) -> None:
    heard: list[str] = []

    async def page(_: web.Request) -> web.Response:
        return web.Response(text=SPEAKING % event, content_type="text/html")

    async def hear(request: web.Request) -> web.Response:
        heard.append(await request.text())
        return web.Response()

    async def until(part: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while not any(part in one for one in heard):
                await asyncio.sleep(0.05)

    app = web.Application()
    app.router.add_get("/app", page)
    app.router.add_post("/heard", hear)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()

    async def handler(update: Update, context: Any) -> None:
        assert update.message is not None
        opens = InlineKeyboardButton("Open", web_app=WebAppInfo(f"http://127.0.0.1:{runner.addresses[0][1]}/app"))
        await update.message.chat.send_message("Here", reply_markup=InlineKeyboardMarkup([[opens]]))

    ana = telegram.phone("Ana")
    try:
        async with running(handler):
            await tab.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "light"}])
            await open_page(tab, telegram, 1)
            ana.start()
            await ana.sees("Here")
            ana.press("Open")
            for answer in ("theme_changed #ffffff", "safe_area_changed 10", "content_safe_area_changed 0", "viewport_changed true"):
                await until(answer)
            for answer in ("device_storage_key_received what was kept", "device_storage_failed QUOTA_EXCEEDED", "device_storage_cleared"):
                await until(answer)
            await tab.until("!document.querySelector('.app .back').hidden")
            assert await tab.js("document.querySelector('.loading').hidden && document.querySelector('.grip').hidden")
            assert await tab.js("document.querySelector('.app').classList.contains('expanded')")
            await tab.js("document.querySelector('.app .back').click(); document.querySelector('.theme').click()")
            await until("back_button_pressed")
            await until("theme_changed #14181b")
            await tab.js("window.postMessage(JSON.stringify({ eventType: 'web_app_invented' }), '*')")
            await tab.js("new Promise((done) => setTimeout(done, 50))")
            assert await tab.js("document.querySelector('.fault').hidden"), "all that the app said is Telegram's; nobody else is heard"
            box = await tab.js("(({ left, top }) => [left, top])(document.querySelector('iframe').getBoundingClientRect())")
            for kind in ("mousePressed", "mouseReleased"):
                await tab.call("Input.dispatchMouseEvent", type=kind, x=box[0] + 20, y=box[1] + 15, button="left", clickCount=1)
            await tab.until("!document.querySelector('.fault').hidden")
            assert said in await tab.js("document.querySelector('.fault').textContent")
            assert await tab.js("document.querySelectorAll('.fault *').length") == 0
    finally:
        await runner.cleanup()
    assert tab.wrong == []
