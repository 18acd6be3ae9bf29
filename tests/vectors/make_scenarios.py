"""Writes `scenarios/*.json`: what a hostile relay or moderator sends, byte for byte, and what every reader must make of it (protocol §10).

`python tests/vectors/make_scenarios.py`; running it again changes nothing. Each file is

    name, section, what   for people
    given                 `collective`; `paths`: path keys by planting (`keys`: 672 bytes, leaf first); `bundles`, if she moderates
    responses             what the relay answers, one after the other: the `head` it claims (or null), and entries that follow those had
    expect                `raises`: the name of the error that refuses the last response, or null; then what the board holds afterwards:
                          `refused` ([entry, name]…), `alerts` ([object, versions, retracted, so far]…), `charter`, `epoch`, `withheld`

Byte strings are hex. What a scenario expects is written here by hand, and compared with what the reader does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))

from alerts.statements import open_statement, seal_statement  # noqa: E402  (the path above comes first)
from crypto import epochs, wire  # noqa: E402
from crypto.announced import split_announcement  # noqa: E402
from crypto.approvals import Approval  # noqa: E402
from crypto.bundle import Bundle  # noqa: E402
from crypto.chain import Entry  # noqa: E402
from crypto.sealing import kem_public_key  # noqa: E402
from crypto.secrets import EpochSecret, SigningSeed  # noqa: E402
from crypto.signing import public_key  # noqa: E402
from tests.partners.readers import stub  # noqa: E402
from tests.partners.run_scenario import play  # noqa: E402
from tests.partners.scribe import DAY, LEAVES, NOW, Scribe, alert_content, bundle, desk_seed, fixed  # noqa: E402
from tests.vectors.common import fixed_randomness  # noqa: E402

Values = list[dict[str, Any]]
Response = tuple[Any, Values]
FOLDER = HERE / "scenarios"


@dataclass(frozen=True, slots=True)
class Scenario:
    section: str
    write: Callable[[], tuple[Scribe, list[Response]]]
    refused: list[tuple[int, str]]
    raises: str | None
    moderates: bool
    name: str
    what: str
    plantings: tuple[int, ...]
    withheld: list[int]


SCENARIOS: list[Scenario] = []


def values(entries: list[Entry]) -> Values:
    return [entry.value() for entry in entries]


def scenario(
    section: str, *refused: tuple[int, str], raises: str | None = None, moderates: bool = False, plantings: tuple[int, ...] = (1,),
    withheld: list[int] | None = None, **scribe: Any,
) -> Callable[[Callable[[Scribe], Any]], None]:  # fmt: skip
    """A function that bends a board, and what must come of it. It may return the relay's answers; else all entries come in one."""

    def keep(function: Callable[[Scribe], Any]) -> None:
        def write() -> tuple[Scribe, list[Response]]:
            own = Scribe(**scribe)
            answers = function(own)
            return own, answers if isinstance(answers, list) else [(None, values(own.entries))]

        name = function.__name__.replace("_", "-")
        what = (function.__doc__ or "").strip()
        SCENARIOS.append(Scenario(section, write, list(refused), raises, moderates, name, what, plantings, withheld or []))

    return keep


def alerted(s: Scribe) -> Entry:
    """The entry of an honest alert."""
    s.alert()
    return s.entries[-1]


def with_header(entry: Entry, **changes: Any) -> dict[str, Any]:
    return entry.value() | {"header": wire.encode(wire.decode(entry.header) | changes)}


# ---- an honest life, so that refusing everything does not pass ------------------------------------------------------


@scenario("6")
def honest_life(s: Scribe) -> None:
    """Alerts, an amendment, a retraction, a removal, a pulse with a new desk key, a new charter: nothing is refused."""
    body = s.alert()
    s.now += DAY
    s.add(s.statement(s.body("amendment", alert_content(s.now, text="a white van"), after=body), ("bea", "cleo")))
    s.pulse(removed=[LEAVES["eve"]])
    other = s.alert()
    s.add(s.statement(s.body("retraction", {"reason": "a mistake"}, after=other)))
    s.pulse(desk=2)
    s.charter(["ana", "bea", "cleo", "fay"], by=("ana", "cleo"))
    s.alert(("fay", "cleo"))


@scenario("3.8", moderates=True, plantings=(1, 2))
def honest_replant(s: Scribe) -> None:
    """A moderator goes; the next planting begins. Read by a moderator who recomputes every byte."""
    s.alert()
    s.replant(("ana", "bea"))
    s.alert()
    s.pulse(removed=[LEAVES["eve"]])


@scenario("5.7")
def honest_erasure(s: Scribe) -> list[Response]:
    """An alert was erased; what is left are stubs that a statement names, and its retraction."""
    body = s.alert()
    s.add(s.statement(s.body("retraction", {"reason": "not him"}, after=body)))
    s.add(s.statement(s.body("erase", s.erase(body))))
    s.alert()
    return [(None, values([stub(e) if e.place.seq == 3 else e for e in s.entries]))]


@scenario("6.3")
def one_moderator_so_far(s: Scribe) -> None:
    """A so-far alert is confirmed by an amendment; its author may then have another one out."""
    word = {"so_far": True, "expires": s.now + 3 * DAY}
    body = s.alert(("ana",), **word)
    s.add(s.statement(s.body("amendment", alert_content(s.now), after=body)))
    other = s.alert(("ana",), **word)
    s.add(s.statement(s.body("retraction", {"reason": "another man"}, after=other), ("cleo",)))


@scenario("6.2")
def unknown_kind(s: Scribe) -> None:
    """A kind of statement of a later version is skipped without a name."""
    s.add(s.statement(s.body("weather", {"sky": "grey"})))
    s.alert()


# ---- encoding -------------------------------------------------------------------------------------------------------


@scenario("1.2", raises="NotDeterministic")
def header_not_deterministic(s: Scribe) -> list[Response]:
    """The same header with a length in a longer form than needed."""
    entry = alerted(s)
    longer = entry.header.replace(b"\x64time\x1a", b"\x64time\x1b\x00\x00\x00\x00")
    return [(None, [*values(s.entries[:-1]), entry.value() | {"header": longer}])]


@scenario("1.2", (3, "NotDeterministic"))
def statement_with_bytes_behind_it(s: Scribe) -> None:
    s.add(s.sealed(wire.pad(wire.encode({"body": b""}) + b"\x00\x01", wire.STATEMENT_SIZES)))
    s.alert()


@scenario("1.8", (3, "WrongPadding"))
def statement_padded_with_zeros_only(s: Scribe) -> None:
    s.add(s.sealed(bytes(1024)))
    s.alert()


@scenario("5.2", raises="WrongLength")
def blob_of_a_size_no_padding_gives(s: Scribe) -> list[Response]:
    odd = s.entry(s.place("statement"), bytes(1065))
    return [(None, values([*s.entries, odd]))]


@scenario("5.2", raises="TooLarge")
def header_too_large(s: Scribe) -> list[Response]:
    entry = alerted(s)
    return [(None, [*values(s.entries[:-1]), entry.value() | {"header": bytes(513)}])]


@scenario("5.2", raises="WrongShape")
def header_with_a_field_more(s: Scribe) -> list[Response]:
    entry = alerted(s)
    return [(None, [*values(s.entries[:-1]), with_header(entry, colour="red")])]


@scenario("6.6", (3, "WrongShape"), (4, "WrongShape"), (5, "WrongShape"))
def contents_of_the_wrong_form(s: Scribe) -> None:
    """An alert without a field, one with a field more, and a notice that wakes everybody at once."""
    content = alert_content()
    content.pop("areas")
    s.add(s.statement(s.body("alert", content)))
    s.add(s.statement(s.body("alert", alert_content() | {"address": "nowhere"})))
    s.add(s.statement(s.body("notice", {"text": "tea on Monday", "language": "en"}), urgent=2))


@scenario("2.2", (3, "UnknownVersion"))
def charter_for_a_later_version(s: Scribe) -> None:
    content = s.charter_content(["ana", "bea", "cleo"]) | {"minimum": 2}
    s.add(s.statement(s.body("charter", content, after=s.board.charter_body)))
    s.alert()


# ---- signatures and seals -------------------------------------------------------------------------------------------


@scenario("1.5", raises="BadSignature")
def header_signed_by_another_gate(s: Scribe) -> list[Response]:
    other = s.entry(s.place("statement"), bytes(1064), SigningSeed(fixed("no gate")))
    return [(None, values([*s.entries, other]))]


@scenario("1.5", raises="BadSignature")
def signature_with_s_above_the_group_order(s: Scribe) -> list[Response]:
    """The same signature in its other face, which lax readers take."""
    entry = alerted(s)
    order = 2**252 + 27742317777372353535851937790883648493
    high = (int.from_bytes(entry.signature[32:], "little") + order).to_bytes(32, "little")
    return [(None, [*values(s.entries[:-1]), entry.value() | {"signature": entry.signature[:32] + high}])]


@scenario("5.2", raises="BadSignature")
def entry_under_an_epoch_nobody_announced(s: Scribe) -> list[Response]:
    """Anybody could have signed it, so it is the relay's own."""
    made_up = s.entry(s.place("statement", epoch=99), bytes(1064), SigningSeed(fixed("no gate")))
    return [(None, values([*s.entries, made_up]))]


@scenario("6.2", (3, "BadSignature"), (4, "BadSignature"))
def forged_approval(s: Scribe) -> None:
    """One approval of two does not hold; and one was given for another body."""
    body = s.body("alert", alert_content())
    mine = s.approvals(body, ["ana"])
    s.add(s.statement(body, ["ana"], approvals=[*mine, Approval(*s.seat("bea"), bytes(64))]))
    other = s.body("alert", alert_content(text="somebody else"))
    s.add(s.statement(body, ["ana"], approvals=[*mine, *s.approvals(other, ["bea"])]))


@scenario("6.2", (3, "BadSignature"))
def published_elsewhere(s: Scribe) -> None:
    """The publisher signed another place: a statement cannot be moved."""
    body = s.body("alert", alert_content())
    statement = s.statement(body, seq=7)
    moved = s.place("statement")
    secret = s.board.epoch.secret
    opened = open_statement(statement.blob or b"", statement.place, secret, s.collective)
    s.add(s.entry(moved, seal_statement(opened, moved, secret, s.collective)))


@scenario("6.1", (3, "CannotOpen"), (4, "CannotOpen"))
def sealed_for_another_place_or_epoch(s: Scribe) -> None:
    """A blob whose place was another, and one under a secret that is not the epoch's."""
    body = s.body("alert", alert_content())
    s.add(s.entry(s.place("statement"), s.statement(body, seq=9).blob or b""))
    s.add(s.statement(body, secret=EpochSecret(fixed("not E"))))


# ---- the chain ------------------------------------------------------------------------------------------------------


@scenario("2.2", raises="BrokenChain")
def another_collectives_board(s: Scribe) -> list[Response]:
    """A whole board that is sound in itself, under another name: the name is in every hash."""
    return [(None, values(Scribe(label=" two").entries))]


@scenario("2.2", raises="BadSignature")
def another_collectives_entry(s: Scribe) -> list[Response]:
    """Written for this very place, by another collective's gate."""
    other = Scribe(label=" two")
    body = other.body("alert", alert_content())
    return [(None, values([*s.entries, other.statement(body, seq=len(s.entries), prev=s.entries[-1].hash(s.collective))]))]


@scenario("6.2", (3, "WrongCollective"))
def statement_of_another_collective(s: Scribe) -> None:
    s.add(s.statement(s.body("alert", alert_content(), collective=fixed("another"))))
    s.alert()


@scenario("5.2", raises="Gap")
def dropped_entry(s: Scribe) -> list[Response]:
    s.alert()
    s.alert()
    return [(None, values([*s.entries[:3], s.entries[4]]))]


@scenario("5.2", raises="Gap")
def reordered_entries(s: Scribe) -> list[Response]:
    s.alert()
    s.alert()
    return [(None, values([*s.entries[:3], s.entries[4], s.entries[3]]))]


@scenario("5.2", raises="Gap")
def replayed_entry(s: Scribe) -> list[Response]:
    s.alert()
    return [(None, values(s.entries)), (None, values(s.entries[-1:]))]


@scenario("5.2", raises="BrokenChain")
def entry_that_follows_another(s: Scribe) -> list[Response]:
    odd = s.statement(s.body("alert", alert_content()), prev=fixed("no entry"))
    return [(None, values([*s.entries, odd]))]


@scenario("5.6", raises="RolledBack")
def rolled_back(s: Scribe) -> list[Response]:
    """The relay claims a head that is older than what was read."""
    s.alert()
    old = s.entries[-2]
    return [(None, values(s.entries)), ({"seq": old.place.seq, "hash": old.hash(s.collective)}, [])]


@scenario("5.6", raises="Forked")
def forked(s: Scribe) -> list[Response]:
    """Two histories: the gate signed another entry at the same place."""
    other = s.statement(s.body("alert", alert_content(text="another history")))
    s.alert()
    return [(None, values(s.entries)), ({"seq": other.place.seq, "hash": other.hash(s.collective)}, [])]


@scenario("5.2", raises="WrongBlob")
def swapped_blob(s: Scribe) -> list[Response]:
    s.alert()
    s.alert()
    swapped = s.entries[4].value() | {"blob": s.entries[3].blob}
    return [(None, [*values(s.entries[:4]), swapped])]


@scenario("5.2", raises="TimeWentBack")
def time_goes_back(s: Scribe) -> list[Response]:
    odd = s.statement(s.body("alert", alert_content()), time=NOW - 1)
    return [(None, values([*s.entries, odd]))]


@scenario("5.7", withheld=[3])
def stub_without_a_statement(s: Scribe) -> list[Response]:
    """Shown as withheld; nothing else changes."""
    s.alert()
    s.alert()
    return [(None, values([stub(e) if e.place.seq == 3 else e for e in s.entries]))]


@scenario("5.7", raises="Withheld")
def stub_of_an_announcement(s: Scribe) -> list[Response]:
    """Announcements are never erased, so the relay hides one."""
    s.pulse()
    return [(None, values([*s.entries[:3], stub(s.entries[3])]))]


@scenario("5.2", raises="BadSignature")
def changed_header(s: Scribe) -> list[Response]:
    """The relay makes an alert more urgent than its moderators did."""
    entry = alerted(s)
    return [(None, [*values(s.entries[:-1]), with_header(entry, urgent=2)])]


# ---- statements -----------------------------------------------------------------------------------------------------


@scenario("6.2", (4, "PublishedTwice"))
def published_twice(s: Scribe) -> None:
    s.add(s.statement(s.alert(), publisher="cleo"))


@scenario("6.2", (3, "ApprovalsExpired"), (4, "ApprovalsExpired"))
def approvals_out_of_time(s: Scribe) -> None:
    """One past its last date, one with a last date too far ahead."""
    s.add(s.statement(s.body("alert", alert_content(), until=s.now - 1)))
    s.add(s.statement(s.body("alert", alert_content(), until=s.now + 14 * DAY + 1)))
    s.alert()


@scenario("6.3", (5, "WrongVersion"), (6, "WrongVersion"), (7, "WrongVersion"))
def not_the_next_version(s: Scribe) -> None:
    """An old version after a newer one, one that skips a version, and an alert that continues."""
    first = s.alert()
    second = s.body("amendment", alert_content(text="second"), after=first)
    s.add(s.statement(second))
    s.add(s.statement(s.body("amendment", alert_content(text="also second"), after=first)))
    s.add(s.statement(s.body("amendment", alert_content(text="fourth"), after=second, version=4)))
    s.add(s.statement(s.body("alert", alert_content(text="third"), after=second)))


@scenario("6.3", (5, "AlreadyRetracted"))
def amended_after_its_retraction(s: Scribe) -> None:
    first = s.alert()
    end = s.body("retraction", {"reason": "a mistake"}, after=first)
    s.add(s.statement(end))
    s.add(s.statement(s.body("amendment", alert_content(), after=end)))


@scenario("6.2", (4, "WrongCharter"), (5, "WrongCharter"))
def under_another_charter(s: Scribe) -> None:
    """Approved under the charter before; and under one that nobody has made yet."""
    old = s.body("alert", alert_content())
    s.charter(["ana", "bea", "cleo", "fay"])
    s.add(s.statement(old))
    s.add(s.statement(s.body("alert", alert_content(), charter=9)))


@scenario("5.7", (6, "WrongVersion"), (7, "WrongVersion"), (8, "WrongVersion"))
def published_again_after_it_was_erased(s: Scribe) -> None:
    """The very same body; its object anew; and its next version."""
    body = s.alert()
    s.add(s.statement(s.body("erase", s.erase(body))))
    s.alert()
    s.add(s.statement(body, publisher="cleo"))
    s.add(s.statement(s.body("alert", alert_content(text="again"), object=body.object)))
    s.add(s.statement(s.body("amendment", alert_content(), after=body)))


# ---- approvals ------------------------------------------------------------------------------------------------------


@scenario("6.2", (3, "NotAModerator"), (4, "NotAModerator"))
def approved_by_an_outsider(s: Scribe) -> None:
    """Somebody who never moderated; and a device that its person does not have."""
    s.add(s.statement(s.body("alert", alert_content()), ("ana", "mallory")))
    body = s.body("alert", alert_content())
    third = [Approval(s.seat("bea")[0], 3, a.signature) for a in s.approvals(body, ["bea"])]
    s.add(s.statement(body, approvals=[*s.approvals(body, ["ana"]), *third]))


@scenario("6.2", (4, "NotAModerator"))
def approved_by_one_who_left(s: Scribe) -> None:
    s.charter(["ana", "bea"])
    s.add(s.statement(s.body("alert", alert_content()), ("ana", "cleo")))


@scenario("6.2", (3, "BelowQuorum"), (4, "BelowQuorum"), (5, "BelowQuorum"))
def below_quorum(s: Scribe) -> None:
    """An alert by one, a charter by one, an erasure by one."""
    s.add(s.statement(s.body("alert", alert_content()), ("ana",)))
    content = s.charter_content(["ana"])
    s.add(s.statement(s.body("charter", content, after=s.board.charter_body), ("ana",)))
    s.add(s.statement(s.body("erase", {"object": fixed("x", 16), "entries": [{"seq": 2, "hash": fixed("y")}]}), ("ana",)))


@scenario("6.2", (3, "BelowQuorum"), second_device=("ana's tablet", "ana"))
def two_devices_of_one_person(s: Scribe) -> None:
    s.add(s.statement(s.body("alert", alert_content()), ("ana", "ana's tablet")))
    s.alert(("ana's tablet", "bea"))


@scenario(
    "6.3", (3, "SoFarNotAllowed"), (5, "SoFarNotAllowed"), (6, "SoFarNotAllowed"), (7, "SoFarNotAllowed"), (8, "BelowQuorum")
)  # fmt: skip
def beyond_so_far(s: Scribe) -> None:
    """Longer than 72 hours; a second one out; changed by another moderator; made to last longer; and one that does not say so."""
    word = {"so_far": True, "expires": s.now + 3 * DAY}
    s.add(s.statement(s.body("alert", alert_content(so_far=True, expires=s.now + 3 * DAY + 1)), ("ana",)))
    first = s.alert(("ana",), **word)
    s.alert(("ana",), **word)
    s.add(s.statement(s.body("amendment", alert_content(**word), after=first), ("cleo",)))
    s.now += DAY
    s.add(s.statement(s.body("amendment", alert_content(so_far=True, expires=s.now + 3 * DAY), after=first), ("ana",)))
    s.add(s.statement(s.body("alert", alert_content()), ("bea",)))


@scenario("5.7", (6, "CannotErase"), (7, "CannotErase"), (8, "CannotErase"), (10, "CannotErase"))
def erasing_what_cannot_be_erased(s: Scribe) -> None:
    """Not every version; a charter beside the alert; an entry that is not of this board; and the resources, of which there is one."""
    first = s.alert()
    s.add(s.statement(s.body("amendment", alert_content(text="more"), after=first)))
    retracted = s.alert()
    whole = s.erase(first)
    s.add(s.statement(s.body("erase", {"object": first.object, "entries": whole["entries"][:1]})))
    charter = {"seq": 2, "hash": s.entries[2].hash(s.collective)}
    s.add(s.statement(s.body("erase", {"object": retracted.object, "entries": [*s.erase(retracted)["entries"], charter]})))
    s.add(s.statement(s.body("erase", {"object": first.object, "entries": [{"seq": 3, "hash": fixed("no entry")}]})))
    s.add(s.statement(s.body("resources", {"items": []})))
    s.add(s.statement(s.body("erase", {"object": bytes(16), "entries": [{"seq": 9, "hash": s.entries[9].hash(s.collective)}]})))
    s.charter(["ana", "bea"])


@scenario("2.2", (3, "BadCharter"), (4, "BadCharter"), (5, "BadCharter"), (6, "BadCharter"), (7, "WrongVersion"))
def bad_charters(s: Scribe) -> None:
    """A quorum nobody can have; somebody twice; new keys in the old planting; two people who need each other; her own, beside the line."""
    body = s.board.charter_body
    s.add(s.statement(s.body("charter", s.charter_content(["ana", "bea", "cleo"], quorums={"alert": 4}), after=body)))
    twice = s.charter_content(["ana", "bea", "cleo"])
    twice["people"].append(twice["people"][0])
    s.add(s.statement(s.body("charter", twice, after=body)))
    s.add(s.statement(s.body("charter", s.charter_content(["ana", "bea"]) | {"bundle": bundle(9).commitments(s.collective)}, after=body)))
    s.add(s.statement(s.body("charter", s.charter_content(["ana", "bea"], quorums={"alert": 2}), after=body)))
    s.add(s.statement(s.body("charter", s.charter_content(["cleo"]), after=body, version=7)))


@scenario("3.8", (3, "BadCharter"))
def planting_without_its_announcement(s: Scribe) -> None:
    """A charter with new keys, and then something else."""
    s.add(s.statement(s.body("charter", s.charter_content(["ana", "bea"], planting=2), after=s.board.charter_body)))
    s.alert()


# ---- epochs ---------------------------------------------------------------------------------------------------------


@scenario("3.5", (3, "WrongEpoch"), (4, "WrongEpoch"))
def epoch_that_is_not_the_next(s: Scribe) -> None:
    """One too far, one that has been. Both are counted, so the next is 4."""
    s.pulse(epoch=5)
    s.pulse(epoch=1)
    s.pulse()
    s.alert()


@scenario("5.2", (4, "OldEpoch"))
def entry_under_an_old_epoch(s: Scribe) -> None:
    s.pulse()
    s.add(s.statement(s.body("alert", alert_content()), epoch=1))
    s.alert()


@scenario("3.5", (3, "BelowQuorum"), (4, "WrongEpoch"))
def entry_under_a_refused_announcement(s: Scribe) -> None:
    """Its gate signed, but nobody believes it."""
    s.pulse(by=("cleo",))
    s.add(s.statement(s.body("alert", alert_content()), epoch=2))
    s.alert()


@scenario("3.4", (3, "BrokenLink"), (4, "BrokenLink"), (5, "BrokenLink"))
def broken_links(s: Scribe) -> None:
    """To another announcement; to another secret; and one whose head is no entry of this board."""
    last = s.board.epoch
    s.pulse(previous=epochs.Previous(fixed("no announcement"), last.secret))
    s.pulse(previous=epochs.Previous(last.hash, EpochSecret(fixed("not E"))))
    s.pulse(inner={"head": (2, fixed("no entry"))})
    s.pulse()


@scenario("3.5", (3, "WrongCover"))
def wraps_that_do_not_match_the_cover(s: Scribe) -> None:
    honest, _ = split_announcement(s.announcement(removed=[LEAVES["eve"]]).blob or b"")
    s.pulse(removed=[LEAVES["eve"]], public={"wraps": honest.wraps[:-48]})
    s.alert()


@scenario("3.5", (3, "WrongCover"), moderates=True)
def wrap_that_is_not_the_trees(s: Scribe) -> list[Response]:
    """Right in number, and the moderator's own opens; another member would be left out. Moderators recompute them all."""
    honest, _ = split_announcement(s.announcement(removed=[LEAVES["eve"]]).blob or b"")
    bent = s.announcement(removed=[LEAVES["eve"]], public={"wraps": honest.wraps[:-48] + bytes(48)})
    return [(None, values([*s.entries, bent]))]


@scenario("3.5", (4, "RemovedReturns"))
def removed_leaf_returns(s: Scribe) -> None:
    s.pulse(removed=[LEAVES["eve"]])
    s.pulse(removed=[])
    s.alert()


@scenario("3.5", (3, "WrongGate"))
def gate_that_does_not_follow(s: Scribe) -> None:
    s.pulse(public={"gates": {"member": public_key(SigningSeed(fixed("no gate"))), "moderator": public_key(s.gates[1])}})
    s.alert()


@scenario("3.5", (3, "WrongGate"), moderates=True)
def moderators_gate_that_does_not_follow(s: Scribe) -> list[Response]:
    honest, _ = split_announcement(s.announcement().blob or b"")
    bent = s.announcement(public={"gates": {"member": honest.member_gate, "moderator": public_key(SigningSeed(fixed("no gate")))}})
    return [(None, values([*s.entries, bent]))]


@scenario("3.5", (3, "WrongDeskKey"), (4, "WrongDeskKey"), (5, "WrongDeskKey"))
def desk_keys_that_do_not_follow(s: Scribe) -> None:
    """Another key under the old number; a number left out; a new number without its key."""
    s.pulse(inner={"desk_key": kem_public_key(desk_seed(7))})
    s.pulse(desk=3)
    s.pulse(desk=2, inner={"desk_key": None})
    s.pulse(desk=2)


@scenario("3.5", (3, "BelowQuorum"), (4, "BelowQuorum"), quorums={"remove": 3})
def announcement_without_its_approvals(s: Scribe) -> None:
    """By one; and a removal by two where three are needed."""
    s.pulse(by=("cleo",))
    s.pulse(removed=[LEAVES["eve"]])
    s.pulse(removed=[LEAVES["eve"]], by=("ana", "bea", "cleo"))
    s.alert()


@scenario("3.5", (3, "NotAModerator"), (4, "BadSignature"), (5, "ApprovalsExpired"), (6, "WrongCharter"))
def announcement_with_bad_approvals(s: Scribe) -> None:
    """By an outsider; a signature that does not hold; too late; under another charter."""
    s.pulse(by=("ana", "mallory"))
    s.pulse(approvals=[Approval(*s.seat("ana"), bytes(64)), Approval(*s.seat("bea"), bytes(64))])
    s.pulse(inner={"until": s.now - 1})
    s.pulse(inner={"charter": 9})
    s.pulse()


@scenario("3.6", (4, "NotAddressed"), (5, "WrongEpoch"))
def announcement_that_leaves_her_out(s: Scribe) -> None:
    """The reader was removed. What she has stays; nothing after it opens."""
    s.alert()
    s.pulse(removed=[LEAVES["dina"]])
    s.alert()


@scenario("3.6", raises="NotAddressed", plantings=(2,))
def board_that_cannot_be_opened(s: Scribe) -> None:
    """The reader has keys of another planting only: there is nothing to start from."""


# ---- writing --------------------------------------------------------------------------------------------------------


def plain(value: Any) -> Any:
    """As JSON: byte strings are hex."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def bundle_value(one: Bundle) -> dict[str, Any]:
    return {"planting": one.planting, "tree": one.tree.reveal(), "gate": one.gate.reveal(), "notes": one.notes.reveal()}


def make(one: Scenario) -> dict[str, Any]:
    """The scenario as it stands in its file.

    Raises:
        LookupError: the reader makes something else of it than is written here.
    """
    with fixed_randomness(one.name):
        scribe, responses = one.write()
    written: dict[str, Any] = plain(
        {
            "name": one.name,
            "section": one.section,
            "what": one.what,
            "given": {
                "collective": scribe.collective,
                "paths": scribe.paths("dina", *one.plantings),
                "bundles": [bundle_value(bundle(p)) for p in one.plantings] if one.moderates else [],
            },
            "responses": [{"head": head, "entries": entries} for head, entries in responses],
        }
    )
    outcome = play(written)
    if (outcome["raises"], outcome["refused"], outcome["withheld"]) != (one.raises, [list(r) for r in one.refused], one.withheld):
        raise LookupError(f"{one.name}: {outcome}")
    return written | {"expect": outcome}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for one in SCENARIOS:
        text = json.dumps(make(one), indent=1, ensure_ascii=False)
        (FOLDER / f"{one.name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
