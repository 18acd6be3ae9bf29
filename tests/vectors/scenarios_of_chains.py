"""Scenarios of the chain: encodings, signatures, and relays that drop, swap, roll back and fork (protocol §1, §5)."""

from __future__ import annotations

from alerts.statements import approve, open_statement, seal_statement
from crypto import epochs, wire
from crypto.announced import split_announcement
from crypto.approvals import Approval
from crypto.chain import ANNOUNCEMENT, Entry
from crypto.secrets import EpochSecret, SigningSeed
from tests.partners.readers import stub
from tests.partners.scribe import DAY, LEAVES, NOW, Scribe, alert_content, device, fixed, person
from tests.vectors.scenario import Response, alerted, scenario, values, with_header

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


@scenario("2.2", raises="UnknownVersion")
def charter_for_a_later_version(s: Scribe) -> list[Response]:
    """It dismisses somebody, and has a field that is not known yet. What stands before it is read; she signs nothing after it."""
    s.alert()
    content = s.charter_content(["ana", "bea"]) | {"minimum": 2, "colour": "red"}
    charter = s.statement(s.body("charter", content, after=s.board.charter_body))
    body = s.body("alert", alert_content(s.now))
    after = s.statement(body, by=("bea", "cleo"), seq=len(s.entries) + 1, prev=charter.hash(s.collective))
    return [(None, values([*s.entries, charter, after]))]


class _Impostor(Scribe):
    """Writes a founding under another collective's name, as whoever hands out an invite could."""

    def __init__(self, name: bytes) -> None:
        self._name = name
        super().__init__(("cleo",), label=" of another")

    @property
    def collective(self) -> bytes:  # type: ignore[override]
        return self._name

    @collective.setter
    def collective(self, value: bytes) -> None:
        pass

    def add(self, *entries: Entry) -> Entry:
        self.entries += entries
        return entries[-1]


@scenario("2.2", raises="WrongCollective")
def founding_charter_of_another_collective(s: Scribe) -> list[Response]:
    """All keys, seals and signatures name this collective; but its name is not the hash of the charter."""
    return [(None, values(_Impostor(s.collective).entries))]


@scenario("2.2", (3, "BelowQuorum"))
def charter_for_a_later_version_that_too_few_approved(s: Scribe) -> None:
    """One alone cannot stop the others' devices."""
    content = s.charter_content(["ana", "bea", "cleo"]) | {"minimum": 2}
    s.add(s.statement(s.body("charter", content, after=s.board.charter_body), by=("ana",)))
    s.alert()


@scenario("2.2", (3, "BadCharter"))
def charter_whose_least_version_falls(s: Scribe) -> None:
    content = s.charter_content(["ana", "bea", "cleo"]) | {"minimum": 0}
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


@scenario("6.4", raises="TimeAhead", now=NOW)
def entry_from_the_future(s: Scribe) -> list[Response]:
    """Made with the moderators' gate, and a relay that helps: nothing could follow it."""
    return [(None, values([*s.entries, s.entry(s.place("statement", time=NOW + DAY + 1), bytes(1064))]))]


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


# ---- a link that comes late (ADR 0015) ------------------------------------------------------------------------------


def what_nobody_can_open(s: Scribe) -> tuple[EpochSecret, Entry]:
    """An announcement of two moderators whose wraps are all worthless, added; only they have its E."""
    secret = s.new_secret(s.board.next_epoch, "closed")
    public = s.announcement(secret=secret)
    wraps = len(split_announcement(public.blob or b"")[0].wraps)
    entry = s.announcement(secret=secret, public={"wraps": bytes(wraps)})
    del s.secrets[entry.hash(s.collective)]
    return secret, s.add(entry)


def link_to(s: Scribe, secret: EpochSecret, closed: Entry) -> Entry:
    """An announcement that everybody can open, with a link to the one that nobody could; not added."""
    made = s.announcement(previous=epochs.Previous(closed.hash(s.collective), secret))
    return s.entry(s.place(ANNOUNCEMENT, epoch=split_announcement(closed.blob or b"")[0].epoch), made.blob or b"")


@scenario("3.6", (3, "NotAddressed"), (6, "WrongEpoch"))
def link_to_what_was_passed_over(s: Scribe) -> list[Response]:
    """Two announced what nobody could open, and everybody went on from the one before. Then they show a link to it: nothing is undone."""
    secret, closed = what_nobody_can_open(s)
    s.alert()
    s.pulse()
    late = link_to(s, secret, closed)
    return [(None, values(s.entries)), (None, values([late]))]


@scenario("3.6", (3, "NotAddressed"), (6, "WrongEpoch"))
def link_to_what_was_passed_over_all_at_once(s: Scribe) -> list[Response]:
    """What she believes does not depend on whether she was away."""
    secret, closed = what_nobody_can_open(s)
    s.alert()
    s.pulse()
    return [(None, values([*s.entries, link_to(s, secret, closed)]))]


@scenario("3.6")
def link_to_what_nothing_passed_over(s: Scribe) -> list[Response]:
    """Nobody went on without it, so the link mends what a bad wrap broke."""
    secret, closed = what_nobody_can_open(s)
    return [(None, values(s.entries)), (None, values([link_to(s, secret, closed)]))]


@scenario("3.6", (3, "NotAddressed"), raises="BadSignature")
def link_in_a_response_that_is_refused(s: Scribe) -> list[Response]:
    """Nothing is learned from it: the relay may show it to one reader alone, and all others go on without it."""
    secret, closed = what_nobody_can_open(s)
    shown = link_to(s, secret, closed).value() | {"signature": bytes(64)}
    return [(None, values(s.entries)), (None, [shown])]


@scenario("5.7", (4, "WrongCharter"), (5, "BadSignature"))
def charter_that_was_withheld(s: Scribe) -> list[Response]:
    """Behind the stub of a charter two moderators put another one of the same number, in which ana's name has a key of theirs. When the
    stub's text has come, nothing that they signed by it stands as ana's word."""
    old = s.board.charter_body
    s.charter(["ana", "bea", "cleo", "fay"])
    true, content = s.entries[-1], s.charter_content(["ana", "bea", "cleo"])
    content["people"][0]["devices"] = [device("mallory").signing_key]
    s.add(s.statement(s.body("charter", content, after=old, charter=2), ("bea", "cleo")))
    body = s.body("alert", alert_content(), charter=3)
    approvals = [Approval(person("ana"), 0, approve(device("mallory").sign, body)), *s.approvals(body, ("bea",))]
    s.add(s.statement(body, publisher="bea", approvals=approvals))
    return [(None, values([stub(e) if e is true else e for e in s.entries])), (None, [], values([true]))]
