"""Scenarios of what moderators write: statements, approvals, charters, announcements (protocol §3, §6)."""

from __future__ import annotations

from crypto import epochs
from crypto.announced import WRAP_SIZE, split_announcement
from crypto.approvals import Approval
from crypto.keytree import cover, node_key
from crypto.sealing import kem_public_key
from crypto.secrets import EpochSecret, SigningSeed
from crypto.signing import public_key
from tests.partners.scribe import DAY, LEAVES, Scribe, alert_content, bundle, desk_seed, fixed
from tests.vectors.scenario import Response, scenario, values

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


@scenario("3.6", moderates=True, alarms=((3, "WrongCover"),))
def wrap_that_is_not_the_trees(s: Scribe) -> list[Response]:
    """Right in number; one member would be left out. Moderators recompute all wraps and raise an alarm, and it counts as it does for others."""
    honest, _ = split_announcement(s.announcement(removed=[LEAVES["eve"]]).blob or b"")
    bent = s.announcement(removed=[LEAVES["eve"]], public={"wraps": honest.wraps[:-48] + bytes(48)})
    return [(None, values([*s.entries, bent]))]


def _with_another_secret_for(s: Scribe, name: str, removed: list[int]) -> None:
    """An announcement whose wrap for one member opens to an E that it does not commit to; the other wraps are right."""
    public, _ = split_announcement(s.announcement(removed=removed).blob or b"")
    nodes = cover(public.removed)
    node = next(n for n in nodes if LEAVES[name] >> (LEAVES[name].bit_length() - n.bit_length()) == n)
    place = (s.collective, public.planting, public.epoch, node, public.commitment)
    key = node_key(bundle(1).tree, s.collective, 1, node)
    wrap, at = epochs._wrap(key, EpochSecret(fixed("another E")), place), nodes.index(node) * WRAP_SIZE
    s.pulse(removed=removed, public={"wraps": public.wraps[:at] + wrap + public.wraps[at + WRAP_SIZE :]})


@scenario("3.3", (3, "WrongCommitment"), (4, "WrongEpoch"))
def wrap_that_opens_to_another_secret(s: Scribe) -> None:
    """Her own wrap opens, to an E that was not committed to. She is not removed: somebody wants to show her another board."""
    _with_another_secret_for(s, "dina", [LEAVES["eve"]])
    s.alert()


@scenario("3.3", (3, "WrongCommitment"), moderates=True)
def one_wrap_that_opens_to_another_secret(s: Scribe) -> None:
    """Nobody is removed, so there is one wrap; a moderator's tree seed opens it, to an E that was not committed to."""
    _with_another_secret_for(s, "dina", [])


@scenario("3.4")
def wrong_wrap_made_good_by_the_next_link(s: Scribe) -> None:
    """The next announcement opens, and its link leads to the E that was committed to: then she believes what everybody believes."""
    _with_another_secret_for(s, "dina", [LEAVES["eve"]])
    s.alert()
    s.pulse()
    s.alert()


@scenario("3.5", (4, "RemovedReturns"))
def removed_leaf_returns(s: Scribe) -> None:
    s.pulse(removed=[LEAVES["eve"]])
    s.pulse(removed=[])
    s.alert()


@scenario("3.5", (3, "WrongGate"))
def gate_that_does_not_follow(s: Scribe) -> None:
    s.pulse(public={"gates": {"member": public_key(SigningSeed(fixed("no gate"))), "moderator": public_key(s.gates[1])}})
    s.alert()


@scenario("3.6", moderates=True, alarms=((3, "WrongGate"),))
def moderators_gate_that_does_not_follow(s: Scribe) -> list[Response]:
    """Members cannot see it. Moderators recompute it and raise an alarm, and it counts as it does for members."""
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
