"""Whatever bytes come, reading them ends, and says no by name: never another exception (protocol §1.2, §10)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alerts import mail, notes, posts, statements
from alerts.alert import check_alert
from alerts.charter import parse_charter
from alerts.contents import CONTENTS, check_content
from alerts.log import Log
from alerts.report import check_report, example_report, validate_report
from crypto import announced, boxes, chain, epochs, invites, shelves, wire
from crypto.errors import ParasolError, Refused
from crypto.secrets import AnswerKey, InviteCode, TagKey
from tests.partners.readers import member, moderator, path_blob
from tests.partners.scribe import NOW, Scribe, alert_content, bundle, desk_seed, device

SCRIBE = Scribe()
SCRIBE.alert()
PULSE = SCRIBE.pulse(desk=2)
EPOCH = SCRIBE.board.epoch
C = SCRIBE.collective
PUBLIC, SEALED = announced.split_announcement(PULSE.blob or b"")
DESK = posts.Desk(C, 2, EPOCH.desk_key, EPOCH.number, EPOCH.secret)
FIELDS = validate_report(example_report(), policy={}, country="GB")
REPORT, RECEIPT = posts.make_report(FIELDS, head=EPOCH.hash, now=NOW, collective=C)
ITEM = posts.seal_item(REPORT, DESK)
INVITE = invites.invite_from_code(InviteCode(bytes(16)))
PLACE = chain.Place("log", 0, bytes(32), "note", 1, NOW)
LETTER = mail.write_mail(
    report=RECEIPT.id, answer=RECEIPT.answer, tag=RECEIPT.tag, device=device("ana").sign, collective=C, charter=2, now=NOW, kind="received"
)
NOTE = notes.seal_note(
    notes.make_body("desk", 1, {"report": bytes(16), "event": "claim", "data": {}}), PLACE, bundle(1), C,
    author=SCRIBE.seat("ana"), device=device("ana").sign,
)  # fmt: skip

#: What is read, honest bytes to start from, and the reader.
READERS: dict[str, tuple[bytes, Callable[[bytes], Any]]] = {
    "entry": (wire.encode(PULSE.value()), lambda b: chain.parse_entry(wire.decode(b), "board")),
    "announcement": (PULSE.blob or b"", announced.split_announcement),
    "public": (PUBLIC.encoded, announced.parse_public),
    "inner": (epochs.open_announcement(PUBLIC, SEALED, EPOCH.secret, C)[0].encoded, epochs.parse_inner),
    "sealed announcement": (SEALED, lambda b: epochs.open_announcement(PUBLIC, b, EPOCH.secret, C)),
    "body": (SCRIBE.board.alerts[0].last.body.encoded, statements.parse_body),
    "statement": (
        SCRIBE.entries[3].blob or b"",
        lambda b: statements.open_statement(b, SCRIBE.entries[3].place, SCRIBE.board.epochs[1].secret, C),
    ),
    "note": (NOTE, lambda b: (notes.key_of(b), notes.open_note(b, PLACE, bundle(1), C))),
    "desk item": (ITEM.encoded, lambda b: posts.open_item(shelves.parse_desk_item(b), desk_seed(2), EPOCH.secret, C)),
    "letter": (
        wire.encode(LETTER.value()),
        lambda b: mail.read_mail(
            mail.parse_mail(wire.decode(b)), report=RECEIPT.id, answer=RECEIPT.answer, collective=C, charter=SCRIBE.board.charter
        ),
    ),
    "path keys": (
        path_blob(SCRIBE, "dina", 1, "ana"),
        lambda b: boxes.open_path_keys(b, 1, kem=device("dina").kem, device=device("dina").signing_key, collective=C),
    ),
    "invite's box": (
        invites.fill_box(INVITE.box, INVITE.key, invites.Welcome(C, 1, EPOCH.secret, EPOCH.hash, False)),
        lambda b: invites.open_box(INVITE, b),
    ),
}

STEADY = settings(derandomize=True, deadline=None, max_examples=100, database=None, suppress_health_check=list(HealthCheck))


def quietly(read: Callable[[Any], Any], value: Any) -> None:
    try:
        read(value)
    except Refused:
        pass


@pytest.mark.parametrize("what", READERS)
def test_honest_bytes_are_read(what: str) -> None:
    honest, read = READERS[what]
    assert read(honest) is not None


@pytest.mark.parametrize("what", READERS)
@STEADY
@given(data=st.data())
def test_any_bytes(what: str, data: st.DataObject) -> None:
    quietly(READERS[what][1], data.draw(st.binary(max_size=4200)))


@pytest.mark.parametrize("what", READERS)
@STEADY
@given(data=st.data())
def test_changed_bytes(what: str, data: st.DataObject) -> None:
    """Cut, doubled, or with some bytes replaced."""
    honest, read = READERS[what]
    changed = bytearray(honest)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed)))
        how = data.draw(st.sampled_from(("cut", "put", "flip")))
        if how == "cut":
            del changed[at : at + data.draw(st.integers(1, 40))]
        elif how == "put":
            changed[at:at] = data.draw(st.binary(min_size=1, max_size=40))
        elif at < len(changed):
            changed[at] ^= data.draw(st.integers(1, 255))
    quietly(read, bytes(changed))


# ---- values of the right encoding and the wrong form ----------------------------------------------------------------

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 2**53 - 1)
    | st.binary(max_size=40)
    | st.sampled_from(["", "alert", "phone", "gone", "kind"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kind", "type", "value", "token", "id"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def bend(value: Any, data: st.DataObject) -> Any:
    """``value`` with one thing in it, at any depth, replaced, left out or added."""
    value = copy.deepcopy(value)
    at, keys = value, []
    while isinstance(at, dict | list) and at:
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        keys.append((at, key))
        at = at[key]
        if data.draw(st.booleans()):
            break
    if not keys:
        return data.draw(VALUES)
    where, key = keys[-1]
    if data.draw(st.integers(0, 5)) == 0:
        del where[key]
    else:
        where[key] = data.draw(VALUES)
    return value


JOIN = posts.make_join(device("dina"), INVITE, C, "dina", moderator=False)[0]
ACCEPT = posts.make_accept(device("dina"), C, 1)
CARRIED = {
    "part": 0, "of": 1,
    "state": [
        {"kind": "gone", "leaves": [1048576]},
        {"kind": "desk-key", "number": 1, "seed": bytes(32)},
        {"kind": "step", "report": bytes(16), "time": 1, "person": bytes(16), "event": "heard", "data": {"counter": 1, "hash": bytes(32)}, "epoch": 1},
        {"kind": "invite", "invite": INVITE.public_key, "box": bytes(32), "key": bytes(32), "expires": NOW, "moderator": False},
        {"kind": "member", "join": {k: v for k, v in JOIN.items() if k != "type"}, "leaf": 1048576},
        {"kind": "accepted", "body": ACCEPT["body"], "signature": ACCEPT["signature"]},
    ],
}  # fmt: skip


def take_carried(fields: Any) -> None:
    """A carried note as a device reads it, and lets it count."""
    log = Log(C)
    body = wire.encode({"type": "carried", "charter": 1, **fields}) if type(fields) is dict else wire.encode(fields)
    place = chain.Place("log", 0, bytes(32), "note", 1, NOW)
    from crypto import sealing, signing
    from crypto.context import Purpose, digest

    signature = signing.sign(device("ana").sign, Purpose.LOG, C, digest(place.encode()), digest(body))
    plaintext = wire.pad(wire.encode({"body": body, "author": list(SCRIBE.seat("ana")), "signature": signature}), wire.STATEMENT_SIZES)
    sealed = sealing.seal(*notes._seal_of(bundle(1).notes, 1, place, C), plaintext)
    blob = wire.encode({"key": SCRIBE.board.charter.bundle["notes"], "sealed": sealed})
    note = notes.open_note(blob, place, bundle(1), C)
    if note.fields is not None and note.type == "carried":
        log._carried(note, note.fields, place, b"")
        log.take_over(SCRIBE.board)


FORMS: dict[str, tuple[Any, Callable[[Any], Any]]] = {
    "alert": (alert_content() | {"identifiers": [{"type": "phone", "country": "GB", "token": 7}]}, check_alert),
    "report": (FIELDS, check_report),
    "charter": (SCRIBE.board.charter.content(), lambda v: parse_charter(2, v, bytes(32))),
    "carried": (CARRIED, take_carried),
    "public": (wire.decode(PUBLIC.encoded), lambda v: announced.parse_public(wire.encode(v))),
    "body": (wire.decode(SCRIBE.board.alerts[0].last.body.encoded), lambda v: statements.parse_body(wire.encode(v))),
    **{
        f"content of {kind}": (content, partial(check_content, kind))
        for kind, content in {
            "erase": {"object": bytes(16), "entries": [{"seq": 1, "hash": bytes(32)}]},
            "resources": {"items": [{"name": "a", "kind": "b", "text": "c", "contact": "d", "language": "en"}]},
            "figures": {"from": 0, "to": 1, "counts": {"a": 1}, "note": ""},
            "question": {"text": "a", "language": "en", "choices": ["b"]},
        }.items()
    },
}


def test_each_kind_of_content_is_bent() -> None:
    assert {"erase", "resources", "figures", "question"} < set(CONTENTS)


@pytest.mark.parametrize("what", FORMS)
@STEADY
@given(data=st.data())
def test_values_of_another_form(what: str, data: st.DataObject) -> None:
    value, read = FORMS[what]
    quietly(read, bend(value, data))


@STEADY
@given(data=st.data())
def test_items_on_the_desk(data: st.DataObject) -> None:
    """Any member can put these there; each moderator's device reads them at its next sync."""
    value = bend(REPORT, data)
    padded = wire.pad(wire.encode(value), wire.DESK_SIZES)
    from crypto.sealing import seal_to

    sealed = seal_to(EPOCH.desk_key, posts._info(C, 2, EPOCH.number, EPOCH.secret), padded)
    item = shelves.encode_desk_item(2, EPOCH.number, sealed)
    ana = moderator(SCRIBE)
    ana.board = SCRIBE.board
    ana.log.desk_seeds[2] = [desk_seed(2)]
    ana.inbox.take(1, NOW, item.encoded, ana.board, ana.log)


@settings(STEADY, max_examples=40)
@given(data=st.data())
def test_a_board_with_any_statement_in_it(data: st.DataObject) -> None:
    """Written by somebody with the moderators' keys: what stands after it is read as if it were not there."""
    scribe = Scribe()
    kind = data.draw(st.sampled_from(["alert", "charter", "erase", "resources", "retraction", "amendment"]))
    content = {"charter": scribe.board.charter.content(), "resources": {"items": []}}.get(kind, alert_content())
    value = bend(scribe._body_fields(kind, content), data)
    body = wire.encode(value)
    approvals = [[*scribe.seat(n), bytes(64)] for n in ("ana", "bea")]
    plain = bend({"body": body, "approvals": approvals, "publisher": approvals[0]}, data) if data.draw(st.booleans()) else None
    scribe.add(
        scribe.sealed(
            wire.pad(wire.encode(plain or {"body": body, "approvals": approvals, "publisher": approvals[0]}), wire.STATEMENT_SIZES)
        )
    )
    reader = member(scribe)
    reader.read_board(scribe.entries)
    assert reader.board.alerts == [] and len(reader.board.refused) + len(reader.board.skipped_kinds) == 1
    scribe.alert()
    reader.read_board(scribe.entries[-1:])
    assert len(reader.board.alerts) == 1


def test_keys_of_the_right_length_and_no_points_are_refused() -> None:
    """A signing key that is no point of the curve, and a key to seal to that is none, cannot be admitted."""
    for bad in (bytes(32), b"\xff" * 32, b"\x01" + bytes(31)):
        item = posts.make_join(device("dina"), INVITE, C, "dina", moderator=False)[0]
        with pytest.raises(Refused):
            posts.check_join(item | {"body": wire.encode(wire.decode(item["body"]) | {"sign": bad})}, C)


def test_refusals_are_of_one_family() -> None:
    assert issubclass(Refused, ParasolError) and AnswerKey.size == TagKey.size
