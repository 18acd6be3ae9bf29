"""The Mini App's files: what is served, with which headers, and that nothing else is."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from crypto.errors import BadInput
from relay.pages import Pages
from server import create_app
from storage.sqlite import SQLiteStore

_NO_UNPACKING = {"Accept-Encoding": "identity"}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>a page</title>")
    (folder / "assets" / "app-1234.js").write_text("export {};")
    (tmp_path / "secret.txt").write_text("CANARY")
    return folder


@pytest.fixture
async def client(built: Path, tmp_path: Path):
    store = await SQLiteStore.open(tmp_path / "data")
    async with TestClient(
        TestServer(create_app(store, clock=lambda: 1_750_000_000, pages=Pages(built, ["http://127.0.0.1:8090"])))
    ) as client:
        yield client
    await store.close()


async def test_the_page_comes_with_a_policy_that_names_no_other_origin(client) -> None:
    answer = await client.get("/", headers=_NO_UNPACKING)
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert answer.status == 200 and answer.content_type == "text/html" and "a page" in await answer.text()
    assert policy["default-src"] == "'none'" and policy["script-src"] == policy["connect-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == "https://web.telegram.org http://127.0.0.1:8090"
    assert policy["require-trusted-types-for"] == "'script'"
    assert answer.headers["Referrer-Policy"] == "no-referrer" and answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_what_is_named_after_its_hash_is_kept_and_the_rest_asked_for_again(client) -> None:
    script, page = await client.get("/assets/app-1234.js"), await client.get("/")
    assert "immutable" in script.headers["Cache-Control"] and page.headers["Cache-Control"] == "no-cache"
    again = await client.get("/", headers={"If-None-Match": page.headers["ETag"]})
    assert again.status == 304 and await again.read() == b""


async def test_it_is_packed_for_whoever_takes_it_packed(client) -> None:
    async with client.session.get(
        client.make_url("/assets/app-1234.js"), headers={"Accept-Encoding": "gzip"}, auto_decompress=False
    ) as answer:
        assert answer.headers["Content-Encoding"] == "gzip" and gzip.decompress(await answer.read()) == b"export {};"


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/assets/", "/assets/../../secret.txt", "/%2e%2e/secret.txt", "/index.html", "/assets/app-1234.js/"]
)
async def test_nothing_else_is_ever_looked_up(client, path: str) -> None:
    from yarl import URL

    answer = await client.session.get(URL(str(client.make_url("/")).rstrip("/") + path, encoded=True), allow_redirects=False)
    assert answer.status == 404 and b"CANARY" not in await answer.read()


@asynccontextmanager
async def served(built: Path, folder: Path, bot: Callable[[], str | None]) -> AsyncIterator[TestClient]:
    store = await SQLiteStore.open(folder)
    try:
        pages = Pages(built, bot=bot)
        async with TestClient(TestServer(create_app(store, clock=lambda: 1_750_000_000, pages=pages))) as client:
            yield client
    finally:
        await store.close()


async def test_the_app_is_told_which_bot_there_is_as_soon_as_it_is_known(built: Path, tmp_path: Path) -> None:
    """The bot learns its own name after the relay began. Nobody keeps the answer: it may be another one tomorrow."""
    known: list[str] = []
    async with served(built, tmp_path / "data", lambda: known[-1] if known else None) as client:
        assert await (await client.get("/app.json")).json() == {"bot": None}
        known.append("notes_for_us_bot")
        answer = await client.get("/app.json")
        assert (answer.status, answer.content_type, await answer.json()) == (200, "application/json", {"bot": "notes_for_us_bot"})
        assert answer.headers["Cache-Control"] == "no-store" and "Set-Cookie" not in answer.headers
        assert answer.headers["Content-Security-Policy"] == (await client.get("/")).headers["Content-Security-Policy"]


@pytest.mark.parametrize("wrong", ["", "bot", "a/../joinchat", "x" * 33, "bot?start=", "b\u043et_name"])
async def test_what_is_no_bots_name_is_never_passed_on(built: Path, tmp_path: Path, wrong: str) -> None:
    """A name becomes part of a link: nothing of it may lead anywhere else."""
    async with served(built, tmp_path / "data", lambda: wrong) as client:
        assert await (await client.get("/app.json")).json() == {"bot": None}


async def test_the_relays_own_routes_stay_its_own(client) -> None:
    answer = await client.get("/health")
    assert answer.status == 200 and (await client.get("/v1/nothing")).status == 404


@pytest.mark.parametrize("spoil", ["no index", "a database", "nothing there", "a second app.json"])
def test_a_folder_that_is_no_page_is_refused(built: Path, spoil: str) -> None:
    if spoil == "no index":
        (built / "index.html").unlink()
    elif spoil == "a database":
        (built / "relay.sqlite").write_bytes(b"SQLite")
    elif spoil == "a second app.json":
        (built / "app.json").write_text('{"bot": "somebody_elses_bot"}')
    else:
        built = built / "elsewhere"
    with pytest.raises(BadInput):
        Pages(built)
