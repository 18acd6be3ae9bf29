"""Scenarios of those who come in: the invite's box, path keys, and the bundle of a new moderator (protocol §7.2 to §7.5)."""

from __future__ import annotations

from typing import Any

from crypto.context import Purpose
from crypto.invites import Welcome, fill_box
from crypto.secrets import EpochSecret
from tests.partners.desk_scribe import DeskScribe
from tests.partners.scribe import LEAVES, fixed
from tests.vectors.scenario import newcomer_scenario, now_of, values

Answers = list[dict[str, Any]]


def comes(s: DeskScribe, *, label: str = "one", opened_by: str = "one", **said: Any) -> dict[str, Any]:
    """The first answer to somebody with a code: her invite's box, the newest announcement, the board."""
    epoch, invite = s.board.epoch, s.invite(label)
    told: dict[str, Any] = {"epoch": epoch.number, "secret": epoch.secret, "announcement": epoch.hash} | said
    box = fill_box(invite.box, invite.key, Welcome(s.collective, moderator=False, **told))
    welcome = {"code": fixed(f"invite {opened_by}", 16), "box": box, "newest": s.entries[epoch.seq].value()}
    return board(s) | {"welcome": welcome}


def board(s: DeskScribe, first: int = 0) -> dict[str, Any]:
    return {"now": s.now, "head": None, "entries": values(s.entries[first:])}


def opened(s: DeskScribe) -> list[dict[str, Any]]:
    return [{"purpose": purpose, "blob": blob} for purpose, blob in s.boxes]


# ---- the invite's box -----------------------------------------------------------------------------------------------


@newcomer_scenario("7.3")
def honest_welcome(s: DeskScribe) -> Answers:
    """With E of the newest epoch she reads all there is, from the founding charter up."""
    s.alert()
    s.pulse()
    s.alert()
    return [comes(s)]


@newcomer_scenario("7.3", raises="WrongCommitment")
def welcome_to_another_secret(s: DeskScribe) -> Answers:
    """The box holds an E that the relay's newest announcement does not commit to."""
    return [comes(s, secret=EpochSecret(fixed("not E")))]


@newcomer_scenario("7.3", raises="WrongCommitment")
def welcome_to_another_history(s: DeskScribe) -> Answers:
    """The box names an announcement that is not on the board the relay shows."""
    return [comes(s, announcement=fixed("another history"))]


@newcomer_scenario("7.2", raises="NotAddressed")
def welcome_of_an_older_epoch(s: DeskScribe) -> Answers:
    """The box waits to be refilled by a moderator's device: she tries again later."""
    old = s.board.epoch
    s.pulse()
    return [comes(s, epoch=old.number, secret=old.secret, announcement=old.hash)]


@newcomer_scenario("7.2", raises="CannotOpen")
def welcome_of_another_invite(s: DeskScribe) -> Answers:
    """The relay swaps two boxes."""
    return [comes(s, label="two")]


# ---- path keys ------------------------------------------------------------------------------------------------------


@newcomer_scenario("7.4", boxes=["taken"], reads="dina")
def honest_path_keys(s: DeskScribe) -> Answers:
    """They are in her box: she opens what is announced afterwards."""
    s.fills("dina", Purpose.PATH_KEYS, signer="bea")
    first = board(s) | {"boxes": opened(s)}
    seen = len(s.entries)
    s.pulse(removed=[LEAVES["eve"]])
    s.alert()
    return [first, board(s, seen)]


@newcomer_scenario("7.4", boxes=["NotAModerator", "BadSignature", "CannotOpen", "CannotOpen", "WrongShape", "CannotOpen"], reads="dina")
def path_keys_that_are_none(s: DeskScribe) -> Answers:
    """By a member; a signature over something else; for another device; of another planting; one planting said, another sealed;
    and keys of a tree that opens nothing."""
    keys = Purpose.PATH_KEYS
    s.fills("dina", keys, signer="mallory")
    s.fills("dina", keys, signed_as="bea")
    s.fills("eve", keys, of="dina")
    s.fills("dina", keys, planting=2)
    s.fills("dina", keys, device=fixed("another device"))
    s.fills("dina", keys, keys=bytes(672))
    return [board(s) | {"boxes": opened(s)}]


# ---- the bundle -----------------------------------------------------------------------------------------------------


@newcomer_scenario("7.5", boxes=["taken"], reads="ana", moderates=True)
def honest_bundle(s: DeskScribe) -> Answers:
    """Compared with the charter's commitments; then she reads the log."""
    s.note("desk", {"report": bytes(16), "event": "claim", "data": {}}, "bea")
    s.fills("ana", Purpose.BUNDLE, signer="bea")
    return [now_of(s) | {"boxes": opened(s)}]


@newcomer_scenario("7.4", boxes=["NotAModerator", "BadSignature", "CannotOpen", "WrongCommitment"], reads="ana", moderates=True)
def bundles_that_are_none(s: DeskScribe) -> Answers:
    """By a member; a signature over something else; for another device; and with a notes key that the charter does not commit to."""
    bundle = Purpose.BUNDLE
    s.fills("ana", bundle, signer="mallory")
    s.fills("ana", bundle, signed_as="bea")
    s.fills("bea", bundle, of="ana")
    s.fills("ana", bundle, notes=fixed("another notes key"))
    return [now_of(s) | {"boxes": opened(s)}]
