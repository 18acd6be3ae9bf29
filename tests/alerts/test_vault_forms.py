"""A vault that older software wrote is brought forward; one that newer software wrote is refused (protocol §11)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from alerts import casework, posts
from alerts.desk import State
from alerts.home import Home
from alerts.member import Member
from alerts.migrations import FORM
from alerts.moderator import Moderator
from crypto import signing, wire
from crypto.context import Purpose, digest
from crypto.errors import UnknownVersion, WrongShape
from crypto.vault import Cost
from tests.partners.readers import view
from tests.partners.world import World, run

PASSPHRASE = "a passphrase"


@pytest.fixture
def world() -> World:
    world = World()
    world.join("dina", world.invite())
    return world


def home(path: Path) -> Home:
    return Home.open(path, PASSPHRASE) if Home.exists(path) else Home.create(path, PASSPHRASE, Cost())


def first_form(device: Member, item: dict[str, Any]) -> dict[str, Any]:
    """A follow-up as form 1 had it: its body does not know ``shown``."""
    body = {name: value for name, value in wire.decode(item["body"]).items() if name != "shown"}
    encoded = wire.encode(body)
    seed = device.receipts[item["report"]].follow
    signature = signing.sign(seed, Purpose.FOLLOW_UP, device.collective, item["report"], item["counter"], digest(encoded))
    return item | {"body": encoded, "signature": signature}


def written_by_the_first_software(path: Path, device: Member) -> None:
    """The device's vault as form 1 was: no number, receipts that have not looked, follow-ups without ``shown``."""
    with home(path) as made:
        made.save(device)
        state, own = made.get("state"), made.get("own")
        del state["form"], state["recoverable"]
        for receipt in own["receipts"]:
            del receipt["looked"], receipt["told"]
        own["outbox"] = [first_form(device, item) if item["type"] == "follow-up" else item for item in own["outbox"]]
        made.put({"state": state, "own": own})


def loaded(path: Path) -> Member:
    with home(path) as made:
        device = made.load()
    assert device is not None
    return device


def test_what_a_member_had_is_all_there_and_can_still_be_sent(world: World, tmp_path: Path) -> None:
    report = world.report("dina")
    world.sync("ana", "dina")
    dina = world["dina"].device
    dina.follow_up(report, "answer", text="it was the other street")
    dina.accept_moderation()
    agree = first_form(dina, posts.make_follow_up(dina.receipts[report], dina.collective, "agree", shown=bytes(32)))
    dina.outbox.insert(1, agree)
    written_by_the_first_software(tmp_path / "home", dina)
    again = loaded(tmp_path / "home")
    assert view(again) == view(dina) and again.secrets.keys() == dina.secrets.keys() and again.paths.keys() == dina.paths.keys()
    assert again.receipts[report].state() == dina.receipts[report].state() | {"told": []}
    assert [wire.decode(item["body"]).get("kind") for item in again.outbox] == ["answer", None], "a yes to no text is asked for again"
    world["dina"].device = again
    world.sync("dina", "ana")
    assert world.mod("ana").inbox.refused == []
    case = casework.find_case(world.mod("ana"), report)
    assert [body["text"] for _, _, body in case.report.follow_ups] == ["it was the other street"]


def test_what_she_wrote_is_kept_beside_what_she_was_asked_until_she_forgets_the_report(world: World, tmp_path: Path) -> None:
    """A moderator's clock may be ahead: her answer stands after its question all the same."""
    report = world.report("dina")
    dina = world["dina"].device
    receipt = dina.receipts[report]
    now = receipt.sent
    asked = {
        "report": report,
        "kind": "question",
        "charter": 1,
        "time": now + 900,
        "text": "?",
        "status": None,
        "question": 1,
        "preview": None,
    }
    receipt.take(bytes(16), asked, bytes(32), now + 1000)
    dina.follow_up(report, "answer", text="the long one", question=1, now=now + 600)
    dina.follow_up(report, "answer", text="and I am safe", now=now + 2000)
    dina.follow_up(report, "release", now=now + 3000)
    with home(tmp_path / "home") as made:
        made.save(dina)
    again = loaded(tmp_path / "home")
    assert again.receipts[report].told == [
        {"time": now + 900, "text": "the long one", "question": 1},
        {"time": now + 2000, "text": "and I am safe", "question": None},
    ]
    again.forget(report)
    assert b"the long one" not in wire.encode(again.state())


def test_what_reporters_said_to_a_moderator_is_not_lost(world: World, tmp_path: Path) -> None:
    """Her device kept it sealed, in the old form. A withdrawal stays one; a yes is to no text."""
    told, kept = world.report("dina"), world.report("dina")
    world.sync("ana")
    dina, ana = world["dina"].device, world.mod("ana")
    for report, kind in ((told, "withdraw"), (kept, "agree")):
        value = first_form(dina, posts.make_follow_up(dina.receipts[report], dina.collective, kind, shown=bytes(32)))
        item = posts.seal_item(value, dina.desk())
        ana.inbox.items[item.id] = (world.relay.now, item.encoded)
    written_by_the_first_software(tmp_path / "home", ana)
    again = loaded(tmp_path / "home")
    assert isinstance(again, Moderator)
    assert casework.find_case(again, told).state is State.WITHDRAWN
    found = casework.find_case(again, kept)
    assert not found.agreed and not found.agreed_elsewhere and len(found.report.follow_ups) == 1
    assert view(again) == view(ana) and again.log.members.keys() == ana.log.members.keys()


def test_what_was_only_asked_to_be_erased_is_looked_at_again(world: World, tmp_path: Path) -> None:
    """Form 2 took an erasure that the relay was asked for as done."""
    ana = world.mod("ana")
    ana.erased_at_relay = {3}
    with home(tmp_path / "home") as made:
        made.save(ana)
        made.put({"state": made.get("state") | {"form": 2}})
    again = loaded(tmp_path / "home")
    assert isinstance(again, Moderator) and again.erased_at_relay == set()


def test_it_is_written_in_the_new_form_at_the_next_save(world: World, tmp_path: Path) -> None:
    world.report("dina")
    written_by_the_first_software(tmp_path / "home", world["dina"].device)
    with home(tmp_path / "home") as made:
        device = made.load()
        assert device is not None and made.get("state").get("form") is None, "loading writes nothing"
        made.save(device)
        assert made.get("state")["form"] == FORM
        assert all("looked" in receipt and "told" in receipt for receipt in made.get("own")["receipts"])
    assert view(loaded(tmp_path / "home")) == view(device)


def test_a_vault_of_a_newer_form_is_refused_and_left_as_it_is(world: World, tmp_path: Path) -> None:
    with home(tmp_path / "home") as made:
        made.save(world["dina"].device)
        made.put({"state": {"form": FORM + 1, "something": "that newer software keeps"}})
        with pytest.raises(UnknownVersion, match="written by a newer version of this software"):
            made.load()
        assert made.get("state")["something"] == "that newer software keeps"


@pytest.mark.parametrize("form", [0, "2", True, None])
def test_a_form_that_is_none_is_refused(world: World, tmp_path: Path, form: Any) -> None:
    with home(tmp_path / "home") as made:
        made.save(world["dina"].device)
        made.put({"state": made.get("state") | {"form": form}})
        with pytest.raises(WrongShape):
            made.load()


def test_the_present_form_goes_through_unchanged(world: World, tmp_path: Path) -> None:
    report = world.report("dina")
    dina = world["dina"].device
    dina.follow_up(report, "answer", text="yes")
    with home(tmp_path / "home") as made:
        made.save(dina)
    assert loaded(tmp_path / "home").state() == dina.state()
    run(world["dina"].sync())
