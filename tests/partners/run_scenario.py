"""Plays a scenario of `tests/vectors/scenarios/` with the real reader, and says what came of it."""

from __future__ import annotations

from typing import Any

from alerts.follow import Head
from alerts.member import Member
from alerts.moderator import Moderator
from crypto.bundle import Bundle
from crypto.chain import parse_entry
from crypto.errors import Refused
from crypto.secrets import DeviceEntropy, GateSeed, NotesKey, TreeSeed


def _bytes(value: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: bytes.fromhex(item) if key in names and item is not None else item for key, item in value.items()}


def reader_of(given: dict[str, Any]) -> Member:
    """Who reads: a member with path keys, or a moderator if bundles are given."""
    collective, entropy = bytes.fromhex(given["collective"]), DeviceEntropy(bytes(16))
    kind = Moderator if given["bundles"] else Member
    state = kind(entropy, collective, "reader", 0).state() | {"paths": [_bytes(path, "keys") for path in given["paths"]]}
    reader = kind.from_state(state, [])
    if isinstance(reader, Moderator):
        for value in given["bundles"]:
            tree, gate, notes = (bytes.fromhex(value[part]) for part in ("tree", "gate", "notes"))
            reader.bundles[value["planting"]] = Bundle(value["planting"], TreeSeed(tree), GateSeed(gate), NotesKey(notes))
    return reader


def answer(reader: Member, response: dict[str, Any]) -> str | None:
    """Gives the reader one answer of the relay; the name of the error that refuses it."""
    try:
        if response["head"] is not None:
            reader.compare(Head(response["head"]["seq"], bytes.fromhex(response["head"]["hash"])))
        reader.read_board([parse_entry(_bytes(value, "header", "signature", "blob"), "board") for value in response["entries"]])
    except Refused as error:
        return error.name
    return None


def outcome(reader: Member, raises: str | None) -> dict[str, Any]:
    """What the reader believes, as a scenario's `expect`."""
    board = reader.board
    return {
        "raises": raises,
        "refused": [[r.seq, r.error] for r in board.refused],
        "alerts": [[t.id.hex(), len(t.versions), t.retracted, t.so_far] for t in board.alerts],
        "charter": board.charter.number if board.founded else 0,
        "epoch": board.epoch.number if board.founded else 0,
        "withheld": board.withheld,
    }


def play(scenario: dict[str, Any]) -> dict[str, Any]:
    """All answers, one after the other; only the last may be refused."""
    reader, raises = reader_of(scenario["given"]), None
    for response in scenario["responses"]:
        if raises is not None:
            raise LookupError("an earlier answer was refused")
        raises = answer(reader, response)
    return outcome(reader, raises)
