"""Those who read what a :class:`tests.partners.scribe.Scribe` wrote: members and moderators with their keys, freshly come or reopened."""

from __future__ import annotations

from typing import Any

from alerts.member import Member
from alerts.moderator import Moderator
from crypto.boxes import seal_path_keys
from crypto.chain import Entry
from crypto.keytree import path_keys
from crypto.secrets import DeviceEntropy

from .scribe import LEAVES, NOW, Scribe, bundle, device, fixed


def member(scribe: Scribe, name: str = "dina") -> Member:
    """A member with the path keys of the first planting, who has read nothing yet."""
    reader = Member(DeviceEntropy(fixed(f"device {name}", 16)), scribe.collective, name, NOW)
    give_path_keys(scribe, reader, name, 1)
    return reader


def give_path_keys(scribe: Scribe, reader: Member, name: str, planting: int) -> None:
    """Puts her path keys of a planting into her hands, by way of her state as a vault would keep it."""
    state = reader.state()
    state["paths"] = [p for p in state["paths"] if p["planting"] != planting] + scribe.paths(name, planting)
    entries = [entry.value() for entry in reader.entries]
    reader.__dict__.update(type(reader).from_state(state, entries).__dict__)


def moderator(scribe: Scribe, name: str = "ana", *plantings: int) -> Moderator:
    """A moderator with the bundles of these plantings (the first alone by default), who has read nothing yet."""
    reader = Moderator(DeviceEntropy(fixed(f"device {name}", 16)), scribe.collective, name, NOW)
    reader.bundles = {planting: bundle(planting) for planting in plantings or (1,)}
    return reader


def reopened(reader: Any) -> Any:
    """The same device after its vault was closed and opened again."""
    entries = [entry.value() for entry in reader.entries]
    if isinstance(reader, Moderator):
        return Moderator.from_state(reader.state(), entries, [entry.value() for entry in reader.log_entries])
    return Member.from_state(reader.state(), entries)


def stub(entry: Entry) -> Entry:
    """The entry as a relay shows it whose blob was erased."""
    return Entry(entry.header, entry.signature, None, entry.place, entry.blob_hash)


def view(reader: Member) -> dict[str, Any]:
    """What a reader believes, to compare with another's."""
    board = reader.board
    return {
        "alerts": [[t.id, len(t.versions), t.retracted, t.so_far, t.content] for t in board.alerts],
        "charter": board.charter.number,
        "epoch": board.epoch.number,
        "withheld": board.withheld,
    }


def path_blob(scribe: Scribe, name: str, planting: int, signer: str) -> bytes:
    """What would lie in her box: path keys of a planting, signed by anybody."""
    keys = path_keys(bundle(planting).tree, scribe.collective, planting, LEAVES[name])
    her = device(name)
    return seal_path_keys(
        keys, LEAVES[name], planting, kem_key=her.kem_key, device=her.signing_key, collective=scribe.collective, signer=device(signer).sign
    )
