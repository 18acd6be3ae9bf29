"""What `parasol` asks of a person before her device signs: that it showed her this very text, or that she names it (protocol §6.2)."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any, cast

import pytest

from alerts.home import Home
from alerts.log import Proposal
from alerts.statements import Body
from commands.device import Work
from commands.rules import _differences
from commands.shown import read_text, remember, text_id
from crypto.errors import BadInput, NotAllowed
from crypto.vault import Cost
from tests.partners.world import World

REPORT = bytes(16)


def proposal(text: str) -> Proposal:
    encoded = json.dumps(text).encode()
    return Proposal(Body("alert", bytes(32), 1, REPORT, 1, None, 0, {"text": text}, encoded), REPORT, bytes(16), 0)


class Person:
    """Somebody at a terminal, or a script where nobody can be asked."""

    def __init__(self, *answers: bool) -> None:
        self.answers, self.watched, self.said = list(answers), bool(answers), list[str]()

    def say(self, text: str) -> None:
        self.said.append(text)

    def confirm(self, question: str) -> bool:
        return self.answers.pop(0)


@pytest.fixture
def home(tmp_path: Any) -> Any:
    with Home.create(tmp_path / "home", "a passphrase", Cost()) as made:
        yield made


def reads(home: Home, person: Person, waiting: list[Proposal], typed: str | None = None) -> bytes:
    work = cast(Work, SimpleNamespace(home=home, context=SimpleNamespace(terminal=person)))
    return read_text(work, REPORT, waiting, typed, lambda p: [p.body.content["text"]])


def test_a_script_signs_only_what_was_shown_last(home: Home) -> None:
    """Never shown, and shown but changed since, are both refused."""
    one, other = proposal("one"), proposal("other")
    with pytest.raises(NotAllowed, match="never shown here"):
        reads(home, Person(), [one])
    remember(home, REPORT, [one])
    assert reads(home, Person(), [one]) == one.body.hash
    with pytest.raises(NotAllowed, match="another than the one you were shown"):
        reads(home, Person(), [other])
    remember(home, REPORT, [other])
    with pytest.raises(NotAllowed):
        reads(home, Person(), [one])


def test_a_texts_id_names_it_and_no_other(home: Home) -> None:
    one, other = proposal("one"), proposal("other")
    assert len(text_id(one)) == 16 and text_id(one) != text_id(other)
    assert reads(home, Person(), [one, other], text_id(other).upper()) == other.body.hash
    for typed in (text_id(other), text_id(one)[:8]):
        with pytest.raises(NotAllowed):
            reads(home, Person(), [one], typed)


def test_a_person_is_shown_the_text_and_asked(home: Home) -> None:
    one, yes, no = proposal("one"), Person(True), Person(False)
    assert reads(home, yes, [one]) == one.body.hash
    assert yes.said == ["one", f"Text id: {text_id(one)}"]
    with pytest.raises(NotAllowed, match="nothing was done"):
        reads(home, no, [one])


def test_of_several_texts_she_has_to_say_which(home: Home) -> None:
    one, other = proposal("one"), proposal("other")
    remember(home, REPORT, [one, other])
    for person in (Person(), Person(True)):
        with pytest.raises(BadInput, match="several"):
            reads(home, person, [one, other])
    remember(home, REPORT, [one])
    assert reads(home, Person(), [one, other]) == one.body.hash, "the one that came later was never shown"


def test_proposed_rules_are_shown_as_what_they_change() -> None:
    world = World()
    world.moderators("bea", "cleo")
    ana = world.mod("ana")
    old = ana.board.charter.content()
    assert _differences(ana, old) == ["  nothing is changed"]
    fewer = [p for p in old["people"] if p["id"] != world.mod("cleo").me[0]]
    new = old | {"people": fewer, "quorums": dict.fromkeys(old["quorums"], 1), "country": "IE", "policy": {"nuisance_alerts": True}}
    assert _differences(ana, new) == [
        "  cleo does not moderate any more",
        *(f"  quorums, {name}: 2 becomes 1" for name in ("alert", "charter", "erase", "remove")),
        "  policy, nuisance_alerts: not said becomes yes",
        "  country: GB becomes IE",
    ]
