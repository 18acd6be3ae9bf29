"""Check: what it finds, how sure it is, and what it says when it finds nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts import looks, search
from alerts.alert import validate_alert
from alerts.identifiers import Identifier
from alerts.looks import Look, read_look
from alerts.search import Index, Listed, Result, Strength, check

NOW = 1_795_000_000
COLLECTIVE = bytes(range(32))


def listed(number: int = 1, *, retracted: bool = False, age: int = 3600, policy: dict[str, Any] | None = None, **fields: Any) -> Listed:
    value = {"kinds": ["threats"]} | fields
    content = validate_alert(value, policy=policy or {}, topics=[], now=NOW - age, collective=COLLECTIVE, country="GB")
    return Listed(number.to_bytes(16), content, NOW - age, retracted)


def ask(query: Any, *alerts: Listed, now: int = NOW) -> Result:
    return check(query, alerts, now=now, country="GB", collective=COLLECTIVE)


OPEN: dict[str, Any] = {"masked": []}
PHONE = [{"type": "phone", "value": "07700 900123"}]


@pytest.mark.parametrize("spelling", ["07700 900123", "+44 7700 900123", "0044 (0)7700-900-123", "hi, this is 07700900123 x"])
def test_an_open_number_matches_exactly_in_every_spelling(spelling: str) -> None:
    result = ask(spelling, listed(identifiers=PHONE, policy=OPEN))
    assert [(m.strength, m.age, m.reason) for m in result.matches] == [(Strength.EXACT, 3600, "the same number")]
    assert "Numbers change hands and can be faked" in result.note


def test_a_hidden_number_matches_probably_and_says_who_can_compare() -> None:
    result = ask("07700 900123", listed(identifiers=PHONE))
    assert [m.strength for m in result.matches] == [Strength.PROBABLE] and "a moderator can compare" in result.matches[0].reason
    assert ask("07700 900124", listed(identifiers=PHONE)).matches == ()


def test_a_hidden_handle_matches_whether_or_not_its_platform_is_said() -> None:
    alert = listed(identifiers=[{"type": "handle", "value": "dave_k", "platform": "telegram"}])
    for query in ("@dave_k", "dave_k", "telegram: dave_k", "https://t.me/dave_k"):
        assert [m.strength for m in ask(query, alert).matches] == [Strength.PROBABLE], query


def test_no_record_is_not_the_same_as_safe() -> None:
    result = ask("07700 900456", listed(identifiers=PHONE), listed(2))
    assert result.matches == () and result.note == "No record in our 2 alerts since November 2026. Not the same as safe."


def test_nothing_understood_is_said_and_is_not_a_clean_record() -> None:
    assert "Nothing to look for" in ask("hello there you", listed()).note and "No record" not in ask("hello there you", listed()).note


def test_a_partial_search_says_that_hidden_numbers_are_not_in_it() -> None:
    result = ask("number ending 123", listed(identifiers=PHONE), listed(2, identifiers=PHONE, policy=OPEN))
    assert [(m.alert.id, m.strength) for m in result.matches] == [((2).to_bytes(16), Strength.PART)]
    assert "Hidden numbers can't be searched in part" in result.note
    assert "Hidden" not in ask("number ending 123", listed(2, identifiers=PHONE, policy=OPEN)).note


def test_a_part_of_a_plate_matches_whole_and_partial_plates() -> None:
    whole, part, other = (
        listed(1, identifiers=["KX12 ABC"]),
        listed(2, identifiers=["plate starts KX"]),
        listed(3, identifiers=["plate ends KX"]),
    )
    assert {m.alert.id[-1] for m in ask("plate starts KX", whole, part, other).matches} == {1, 2}
    assert {m.alert.id[-1] for m in ask("KX12 ABC", whole, part, other).matches} == {1, 2}
    assert ask("KX12 ABC", whole, part, other).matches[0].strength == Strength.EXACT


def test_a_plate_read_wrongly_in_the_dark_is_still_found() -> None:
    result = ask("KX1O OBC", listed(identifiers=["KX10 OBC"]))
    assert [m.strength for m in result.matches] == [Strength.PART] and "reads alike" in result.matches[0].reason


def test_half_a_number_or_plate_alone_is_searched_as_a_part_and_not_as_a_name() -> None:
    alert = listed(identifiers=[*PHONE, {"type": "plate", "value": "KX12 ABC"}], policy=OPEN)
    for query in ("900123", "900 123", "KX12", "kx1 "):
        assert [m.strength for m in ask(query, alert).matches] == [Strength.PART], query
    assert "Hidden numbers" in ask("900123", listed(identifiers=PHONE)).note


def test_white_van_plate_ends_kx_finds_the_van_and_ranks_both_reasons_first() -> None:
    van = [{"type": "van", "colour": "white"}]
    both = listed(1, age=9000, identifiers=["plate ends KX"], vehicles=van)
    plate = listed(2, identifiers=["plate ends KX"])
    look = listed(3, vehicles=van)
    another = listed(4, vehicles=van, identifiers=["AB12 CDE"])
    red = listed(5, vehicles=[{"type": "van", "colour": "red"}])
    result = ask("white van, plate ends KX", red, another, look, plate, both)
    assert [(m.alert.id[-1], m.strength) for m in result.matches] == [
        (1, Strength.PART), (2, Strength.PART), (3, Strength.LOOK), (4, Strength.OTHER_PLATE),
    ]  # fmt: skip
    assert "looks alike" in result.matches[0].reason and "plate" in result.matches[0].reason


def test_a_car_with_another_plate_is_shown_and_said_to_have_another() -> None:
    """Plates are changed: whoever adds the plate she saw must not be shown less than for the van alone."""
    van = listed(vehicles=[{"type": "van", "colour": "white"}], identifiers=["AB12 CDE"])
    (match,) = ask("white van, plate ends KX", van).matches
    assert match.strength == Strength.OTHER_PLATE and "another" in match.reason and match.values == ()
    assert ask("white van", van).matches[0].strength == Strength.LOOK
    assert ask("white van, AB12 CDE", van).matches[0].strength == Strength.EXACT
    assert ask("red van, plate ends KX", van).matches == ()


def test_a_plate_that_reads_alike_is_not_said_to_be_another() -> None:
    (match,) = ask("white van, plate is KX1O OBC", listed(vehicles=[{"type": "van", "colour": "white"}], identifiers=["KX10 OBC"])).matches
    assert match.strength == Strength.PART and "reads alike" in match.reason and "another" not in match.reason


def test_a_number_that_nothing_fits_is_named_beside_a_look_that_fits() -> None:
    van = listed(vehicles=[{"type": "van", "colour": "white"}])
    assert "1 warning fits" in (note := ask("white van, plate ends KX", van).note)
    assert "No record of plate ends KX. Not the same as safe." in note


def test_the_look_that_was_searched_is_named_and_what_was_too_little_is_not() -> None:
    assert looks.look_words(looks.searched_look(read_look("white van, tall man"))) == ["white", "van"]
    assert looks.look_words(looks.searched_look(read_look("van, tall man in his 40s"))) == ["in their 40s", "man", "tall"]
    assert looks.look_words(looks.searched_look(read_look("a ford, man"))) == []
    assert looks.look_words(looks.searched_look(read_look("white ford"))) == ["white", "ford"]


def test_a_car_is_found_by_make_and_colour() -> None:
    alert = listed(vehicles=[{"type": "van", "make": "Ford", "model": "Transit Custom", "colour": "white"}])
    assert ask("a white ford", alert).matches and not ask("a white fiat", alert).matches
    assert not ask("a ford", alert).matches, "one word fits too many"


def test_a_person_is_found_by_three_words_that_all_fit_one_person() -> None:
    tall = {"gender": "man", "height": "tall", "marks": ["tattoo-neck"]}
    one, split = listed(1, persons=[tall]), listed(2, persons=[{"gender": "man", "height": "tall"}, {"marks": ["tattoo-neck"]}])
    assert [m.alert.id[-1] for m in ask("tall man with a neck tattoo", one, split).matches] == [1]
    assert ask("tall man", one).matches == ()


def test_what_an_alert_does_not_know_hides_no_warning_and_what_it_knows_differently_does() -> None:
    unknown, red = (
        listed(1, vehicles=[{"type": "van", "make": "Ford"}]),
        listed(2, vehicles=[{"type": "van", "make": "Ford", "colour": "red"}]),
    )
    result = ask("white ford van", unknown, red)
    assert [(m.alert.id[-1], m.reason) for m in result.matches] == [(1, "a vehicle that looks alike: van, ford")]
    person = {"gender": "man", "height": "tall", "age": "40s"}
    assert ask("tall man in his 40s, slim", listed(persons=[person])).matches
    assert not ask("tall man in his 40s, slim", listed(persons=[person | {"build": "heavy"}])).matches


def test_nobody_is_searched_by_perceived_ethnicity() -> None:
    person = {"ethnicity": "white", "gender": "man", "age": "40s"}
    alert = listed(persons=[person], policy={"ethnicity": True})
    assert ask("white man in his 40s", alert).matches == ()
    assert read_look("white man in his 40s, black, latin, roma").person == {("gender", "man"), ("age", "40s")}


def test_a_colour_without_a_car_describes_nothing() -> None:
    assert read_look("white") == Look() and read_look("white van").vehicle == {("colour", "white"), ("type", "van")}


def test_expired_and_retracted_alerts_never_match_and_are_not_counted() -> None:
    alert = listed(identifiers=PHONE, policy=OPEN, expires=NOW + 10)
    assert ask("07700 900123", alert, now=NOW + 9).matches
    assert ask("07700 900123", alert, now=NOW + 10).matches == ()
    gone = ask("07700 900123", listed(identifiers=PHONE, policy=OPEN, retracted=True))
    assert gone.matches == () and "our 0 alerts" in gone.note


def test_one_index_answers_many_checks_and_takes_new_alerts() -> None:
    index = Index.of(listed(n) for n in range(1, 4))
    index.add(listed(9, identifiers=PHONE))
    result = check("07700 900123", index, now=NOW, country="GB", collective=COLLECTIVE)
    assert [m.alert.id[-1] for m in result.matches] == [9] and "(we have 4)" in result.note


def test_identifiers_can_be_asked_for_as_they_are() -> None:
    assert ask([Identifier("phone", "+447700900123")], listed(identifiers=PHONE)).matches[0].strength == Strength.PROBABLE


def test_tokens_are_computed_only_if_an_alert_hides_that_type(monkeypatch: pytest.MonkeyPatch) -> None:
    computed: list[str] = []
    real = Identifier.match_token

    def counting(self: Identifier, collective: bytes) -> int:
        computed.append(self.type)
        return real(self, collective)

    alerts = [listed(n, identifiers=PHONE) for n in (1, 2)] + [listed(3, identifiers=["x@example.org"], policy=OPEN)]
    monkeypatch.setattr(Identifier, "match_token", counting)
    ask("07700 900123, again 07700900123, x@example.org, KX12 ABC", *alerts)
    assert computed == ["phone"]


def test_more_than_is_compared_at_once_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_TOKENS", 2)
    result = ask("07700 900123 / 07700 900456 / 07700 900789", listed(identifiers=PHONE))
    assert len(result.matches) == 1 and "check the rest apart" in result.note
    assert "No record of +44 7700 900456" in result.note and "No record of +44 7700 900789" not in result.note
    assert "apart" not in ask("07700 900123 / 07700 900456", listed(identifiers=PHONE)).note


@settings(deadline=None)
@given(st.text(max_size=200))
def test_a_check_never_raises_and_always_says_something(query: str) -> None:
    result = ask(query, listed(vehicles=[{"type": "van", "colour": "white"}], identifiers=["KX12 ABC"]))
    assert result.note
