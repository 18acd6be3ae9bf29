"""Check says what it really looked for: it never says *no record* of what it did not search by."""

from __future__ import annotations

from typing import Any

import pytest

from alerts.alert import validate_alert
from alerts.search import Listed, Result, Strength, check

NOW = 1_795_000_000
COLLECTIVE = bytes(range(32))
OPEN: dict[str, Any] = {"masked": []}


def listed(number: int = 1, *, policy: dict[str, Any] | None = None, **fields: Any) -> Listed:
    content = validate_alert({"kinds": ["threats"]} | fields, policy=policy or {}, topics=[], now=NOW, collective=COLLECTIVE, country="GB")
    return Listed(number.to_bytes(16), content, NOW, False)


def ask(query: str, *alerts: Listed) -> Result:
    return check(query, alerts, now=NOW, country="GB", collective=COLLECTIVE)


@pytest.mark.parametrize(("query", "add"), [("van", "colour or make"), ("tall man", "three things"), ("white", "colour or make")])
def test_too_little_to_go_on_is_said_with_what_to_add_and_is_no_clean_record(query: str, add: str) -> None:
    result = ask(query, listed(vehicles=[{"type": "van", "colour": "white"}]))
    assert result.matches == () and add in result.note and "No record" not in result.note


def test_enough_of_a_car_is_a_search() -> None:
    assert "No record" in ask("red van", listed(vehicles=[{"type": "van", "colour": "white"}])).note


@pytest.mark.parametrize("query", ["Dave", "dave", "he says he is Dave", "Dave, tall man"])
def test_a_name_is_a_weak_match_and_says_so(query: str) -> None:
    result = ask(query, listed(persons=[{"names": ["Dave", "Mr K"]}]), listed(2, persons=[{"names": ["David"]}]))
    assert [(m.alert.id[-1], m.strength) for m in result.matches] == [(1, Strength.LOOK)]
    assert "a name they use: dave" in result.matches[0].reason and "shared by many" in result.matches[0].reason


def test_a_name_of_two_words_is_found_by_one_of_them_but_never_by_its_title() -> None:
    alert = listed(persons=[{"names": ["Mr Kestrelson"]}])
    assert ask("Kestrelson", alert).matches and ask("mr kestrelson", alert).matches
    assert not ask("Mr Smith", alert).matches
    assert "no warning has such a name" in ask("hello there you", alert).note


@pytest.mark.parametrize("query", ["KX", "kx", "plate KX", "reg kx", "reg: KX", "number plate with KX in it"])
def test_two_letters_are_a_part_of_a_plate(query: str) -> None:
    result = ask(query, listed(identifiers=["KX12 ABC"]), listed(2, identifiers=["AB12 CDE"]))
    assert [(m.alert.id[-1], m.strength) for m in result.matches] == [(1, Strength.PART)]


def test_words_after_plate_are_no_plate() -> None:
    for query in ("the plate was dirty", "plate of food", "registration is not known"):
        assert ask(query, listed()).looked_for == (), query


@pytest.mark.parametrize("policy", [None, OPEN])
def test_the_same_name_on_another_app_is_said_to_be_on_another(policy: dict[str, Any] | None) -> None:
    alert = listed(identifiers=[{"type": "handle", "value": "dave_k", "platform": "instagram"}], policy=policy)
    for query in ("https://t.me/dave_k", "snapchat: dave_k"):
        result = ask(query, alert)
        assert [m.strength for m in result.matches] == [Strength.PART] and "same name on another app" in result.matches[0].reason
    assert ask("https://t.me/dave_x", alert).matches == ()


@pytest.mark.parametrize("query", ["202 555 0123", "07700 900 1", "2025550123"])
def test_a_number_that_cannot_be_of_the_home_country_is_no_clean_record(query: str) -> None:
    result = ask(query, listed())
    assert "No British number looks like this. If it is foreign, start with + and its country." in result.note
    assert "No record" not in result.note


@pytest.mark.parametrize("query", ["07700 900456", "+447700900456", "0044 7700 900456", "+1 202 555 0123", "number contains 900456900"])
def test_a_number_that_can_be_one_is_searched(query: str) -> None:
    result = ask(query, listed())
    assert "No record" in result.note and "No British" not in result.note


@pytest.mark.parametrize("query", ["o77oo 9oo123", "O7700 900123", "07700 900l23", "hi it is 077OO 9OOI23 ok"])
def test_letters_that_look_like_digits_are_digits_in_a_number(query: str) -> None:
    assert ask(query, listed(identifiers=["07700 900123"], policy=OPEN)).matches, query


def test_a_word_beside_a_number_stays_a_word() -> None:
    assert ask("07700 900123 I think", listed(identifiers=["07700 900123"], policy=OPEN)).matches


def test_of_several_values_each_is_answered() -> None:
    result = ask(
        "07700 900123, 07700 900456, KX12 ABC",
        listed(1, identifiers=["07700 900123"]), listed(2, identifiers=["KX12 ABC"]),
    )  # fmt: skip
    by_alert = {m.alert.id[-1]: m for m in result.matches}
    assert by_alert[1].values == ("+44 7700 900123",) and by_alert[1].reason.startswith("+44 7700 900123: ")
    assert by_alert[2].values == ("KX12ABC",)
    assert "No record of +44 7700 900456. Not the same as safe." in result.note
    none = ask("07700 900123, 07700 900456", listed())
    assert "No record of +44 7700 900123. No record of +44 7700 900456." in none.note and "Not the same as safe" in none.note


def test_one_value_needs_no_label() -> None:
    (match,) = ask("07700 900123", listed(identifiers=["07700 900123"], policy=OPEN)).matches
    assert (match.reason, match.values) == ("the same number", ("+44 7700 900123",))
    (match,) = ask("KX12AB", listed(identifiers=["plate starts KX"])).matches
    assert match.reason == "the warning has a plate beginning KX"
