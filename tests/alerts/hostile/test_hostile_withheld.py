"""A relay that keeps a statement from somebody and gives a stub: it is shown as withheld, asked for again, and taken in when it comes (protocol §5.7)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from alerts.home import Home
from alerts.session import Session
from alerts.statements import approve, new_object
from crypto.approvals import Approval
from crypto.chain import Entry
from crypto.errors import Refused
from crypto.secrets import SigningSeed
from crypto.signing import public_key
from crypto.vault import Cost
from tests.partners.readers import reopened, stub, view
from tests.partners.scribe import alert_content
from tests.partners.world import World, run


@pytest.fixture
def world() -> World:
    world = World()
    world.moderators("bea")
    world.join("dina", world.invite())
    world.sync()
    return world


def publishes(world: World, text: str, *, after: Any = None) -> Any:
    """An alert, or an amendment of one: its body."""
    ana, now = world.mod("ana"), world.relay.now
    content = alert_content(now, text=text)
    object_id = after.object if after is not None else bytes(15) + bytes([len(world.relay.board)])
    body = ana.make_statement("amendment" if after is not None else "alert", content, now, object_id=object_id, previous=after)
    run(world["ana"].write_notes(lambda: [] if body.hash in ana.log.proposals else ana.proposal_notes(body, approved=True)))
    approvals = ana.approvals_of(ana.log.proposals[body.hash])
    run(world["ana"].publish(lambda: None if ana.board.has(body) else [ana.statement_entry(body, approvals, now)]))
    return body


def hides(world: World, seq: int) -> Entry:
    """The relay shows a stub there. What it hid."""
    whole = world.relay.board[seq]
    world.relay.board[seq] = stub(whole)
    return whole


def test_what_was_withheld_is_taken_in_when_it_comes(world: World) -> None:
    """An amendment that followed it counts then too."""
    first = publishes(world, "a white van")
    seq = len(world.relay.board) - 1
    publishes(world, "a blue van", after=first)
    whole = hides(world, seq)
    dina = world["dina"]
    run(dina.sync())
    assert dina.device.board.withheld == [seq] and dina.device.board.alerts == []
    run(dina.sync())
    assert dina.device.board.withheld == [seq], "it is asked for, and does not come"
    world.relay.board[seq] = whole
    assert run(dina.sync()).board == 1
    assert dina.device.board.withheld == [] and view(dina.device) == view(world.mod("ana"))
    assert [t.content["text"] for t in dina.device.board.alerts] == ["a blue van"]
    assert view(reopened(dina.device)) == view(dina.device)


def test_a_moderators_log_is_read_again_with_it(world: World) -> None:
    """The charter that made cleo a moderator is hidden from bea: then cleo's notes mean nothing to her, until it comes."""
    world.join("cleo", world.invite(moderator=True))
    world.sync("ana", "bea")
    seq = len(world.relay.board)
    run(world["ana"].promote(world.mod("ana").find_member("cleo")))
    assert world.mod("ana").board.charter.place_of(world["cleo"].device.device.signing_key) is not None
    world.sync("cleo", "ana")
    whole = hides(world, seq)
    bea = world["bea"]
    run(bea.sync())
    assert bea.device.board.withheld == [seq] and bea.moderator.log.refused
    world.relay.board[seq] = whole
    run(bea.sync())
    world.sync("ana")
    assert view(bea.device) == view(world.mod("ana")) and bea.moderator.log.refused == []
    assert bea.moderator.log.cosigners.keys() == world.mod("ana").log.cosigners.keys()


def test_another_text_does_not_take_its_place(world: World) -> None:
    """Only what the header names; and a signature that she did not see before changes nothing."""
    publishes(world, "a white van")
    seq = len(world.relay.board) - 1
    whole = hides(world, seq)
    dina = world["dina"].device
    world.sync("dina")
    other = world.relay.board[seq - 1]
    for wrong in (whole.__class__(other.header, other.signature, other.blob, other.place, other.blob_hash), stub(whole)):
        assert dina.take_withheld(wrong) is False and dina.board.withheld == [seq]
    world.relay.board[seq] = replace(whole, blob=bytes(len(whole.blob or b"")))
    with pytest.raises(Refused):
        world.sync("dina")
    assert dina.board.withheld == [seq] and len(dina.entries) == seq + 1
    assert dina.take_withheld(replace(whole, signature=bytes(64))) is True
    assert dina.entries[seq].signature == whole.signature and view(reopened(dina)) == view(world.mod("ana"))


def test_its_approvals_are_verified_when_it_comes(world: World) -> None:
    """What was a stub was never judged: it is not trusted because of its place."""
    ana, now = world.mod("ana"), world.relay.now
    body = ana.make_statement("alert", alert_content(now), now, object_id=bytes(16)[:-1] + b"\x01")
    entry = ana.statement_entry(body, [Approval(*ana.me, bytes(64))], now)
    run(world.client.append(world.collective, "board", [entry], ana.moderator_gate()))
    dina = world["dina"]
    hides(world, entry.place.seq)
    run(dina.sync())
    world.relay.board[entry.place.seq] = entry
    run(dina.sync())
    for reader in (dina.device, reopened(dina.device)):
        assert reader.board.alerts == [] and reader.board.withheld == []
        assert [r.error for r in reader.board.refused] == ["BadSignature"]


def test_one_page_is_asked_for_in_a_sync(world: World) -> None:
    """However many are withheld: a relay gets no more out of her than that she asks, and no reader waits long."""
    for number in range(3):
        publishes(world, f"text {number}")
    hidden = [hides(world, len(world.relay.board) - n) for n in (1, 2, 3)]
    world.sync("dina")
    asked: list[int] = []
    page = world.relay.page

    async def counted(collective: bytes, shelf: str, start: int, gate: Any, *, role: str, purpose: str) -> list[Entry]:
        asked.append(start)
        return (await page(collective, shelf, start, gate, role=role, purpose=purpose))[:1]

    world.relay.page = counted  # type: ignore[method-assign]  # the same, and it counts
    for entry in hidden:
        world.relay.board[entry.place.seq] = entry
    for turn in (1, 2, 3):
        world.sync("dina")
        assert len(asked) == turn and len(world["dina"].device.board.withheld) == 3 - turn
    world.sync("dina")
    assert len(asked) == 3 and view(world["dina"].device) == view(world.mod("ana"))


def test_the_vault_keeps_what_came_late(world: World, tmp_path: Path) -> None:
    publishes(world, "a white van")
    seq = len(world.relay.board) - 1
    whole = hides(world, seq)
    with Home.create(tmp_path / "home", "a passphrase", Cost()) as home:
        session = Session(world["dina"].device, world.client, world.clock, home.save)
        run(session.sync())
    with Home.open(tmp_path / "home", "a passphrase") as home:
        device = home.load()
        assert device is not None and device.board.withheld == [seq]
        world.relay.board[seq] = whole
        run(Session(device, world.client, world.clock, home.save).sync())
    with Home.open(tmp_path / "home", "a passphrase") as home:
        again = home.load()
        assert again is not None and again.board.withheld == [] and view(again) == view(world.mod("ana"))


def test_what_was_verified_without_a_charter_is_verified_again_with_it(world: World) -> None:
    """Behind a charter that is withheld from dina, bea puts another of the same number, in which ana's name has a key of bea's. What is
    signed by it must not stand as ana's word once the true charter has come."""
    bea, now, key = world.mod("bea"), world.relay.now, SigningSeed.random()
    ana = world.mod("ana").me[0]

    def appends(body: Any, person: tuple[bytes, int], signer: SigningSeed) -> int:
        entry = bea.statement_entry(body, [Approval(*person, approve(signer, body))], now)
        run(world.client.append(world.collective, "board", [entry], bea.moderator_gate()))
        bea.read_board([entry])
        return entry.place.seq

    content = bea.board.charter.content()
    people = [p | {"devices": [public_key(key)]} if p["id"] == ana else p for p in content["people"]]
    true, false = (
        bea.make_statement("charter", content | change, now, previous=bea.board.charter_body)
        for change in ({"name": "Kite"}, {"people": people})
    )
    seq = appends(true, bea.me, bea.device.sign)
    appends(false, bea.me, bea.device.sign)
    appends(bea.make_statement("alert", alert_content(now), now, object_id=new_object()), (ana, 0), key)
    whole, dina = hides(world, seq), world["dina"]
    run(dina.sync())
    assert dina.device.board.withheld == [seq] and len(dina.device.board.alerts) == 1
    world.relay.board[seq] = whole
    run(dina.sync())
    world.sync("ana")
    for reader in (dina.device, reopened(dina.device)):
        assert reader.board.alerts == [] and view(reader) == view(world.mod("ana"))
