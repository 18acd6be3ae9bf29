"""Reports: friendly reading, strict checking, and what follows from the kinds (protocol §6.6)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts import coded
from alerts.forms import tidy_text
from alerts.report import (
    FIELDS,
    MAX_FIELDS_BYTES,
    check_report,
    consent_of,
    example_report,
    health_card_applies,
    is_nuisance_only,
    suggested_severity,
    validate_report,
)
from crypto import wire
from crypto.errors import BadInput, ParasolError, TooLarge, WrongShape


def read(value: Any, **policy: Any) -> dict[str, Any]:
    return validate_report(value, policy=policy, country="GB")


def refusal(value: Any, **policy: Any) -> str:
    with pytest.raises(BadInput) as caught:
        read(value, **policy)
    return caught.value.detail


# ---- the parse triad ----


def test_the_example_uses_every_field_there_is_and_survives_the_wire() -> None:
    report = read(example_report())
    assert set(report) == set(FIELDS)
    assert check_report(wire.decode(wire.encode(report))) == report
    assert read(report) == report


def test_a_report_with_kinds_alone_is_a_report() -> None:
    assert check_report(read({"kinds": ["felt-wrong"]})) == {"kinds": ["felt-wrong"]}


def test_a_report_without_kinds_is_none_and_the_sentence_names_what_is_allowed() -> None:
    assert "kinds is required" in refusal({}) and "sexual-assault" in refusal({})
    with pytest.raises(WrongShape):
        check_report({})


def test_cut_anywhere_or_with_a_byte_after_it_an_encoded_report_is_refused() -> None:
    encoded = wire.encode(read({"kinds": ["assault"], "happened": "x", "phone": "07700 900123"}))
    for cut in range(len(encoded)):
        with pytest.raises(ParasolError):
            check_report(wire.decode(encoded[:cut]))
    with pytest.raises(ParasolError):
        check_report(wire.decode(encoded + b"\x00"))


# ---- friendly reading ----


def test_answers_that_say_nothing_are_left_out() -> None:
    silent = {name: None for name in FIELDS if name != "kinds"} | {"persons": [{}, {"hair": "don't know"}], "area": "  ", "vehicles": []}
    assert read({"kinds": "assault"} | silent) == {"kinds": ["assault"]}


def test_human_spellings_are_understood() -> None:
    report = read(
        {
            "Kind": "Rape, stealthing",
            "consent": "warn peers",
            "hold": "yes",
            "Opening line": "hi",
            "person": {"Gender": "male", "Age band": "30-39", "hair": "Ginger", "accent": "Scottish", "language": "Polish"},
            "vehicle": {"color": "Gray", "type": "Transit"},
            "phone": "07700 900123",
            "identifiers": ["plate ends KX", {"type": "E-mail", "value": "X@Example.org"}],
            "when": "2026-11-20 23:30",
        }
    )
    assert report["kinds"] == ["sexual-assault", "condom"]
    assert report["consent"] == {"share": "peers", "hold": True}
    assert report["pattern"] == "hi"
    assert report["persons"] == [{"gender": "man", "age": "30s", "hair": "red", "accent": "en-scotland", "languages": ["pl"]}]
    assert report["vehicles"] == [{"type": "van", "colour": "grey"}]
    assert report["identifiers"] == [
        {"type": "plate", "value": "KX", "partial": "ends"},
        {"type": "email", "value": "x@example.org"},
        {"type": "phone", "value": "+447700900123"},
    ]
    assert report["when"] == {"date": "2026-11-20", "precision": "day", "band": "18-24"}


def test_one_number_in_three_spellings_is_listed_once() -> None:
    spellings = ["07700 900123", "+44 7700 900123", "0044 (0)7700-900-123"]
    report = read({"kinds": ["threats"], "identifiers": [{"type": "phone", "value": s} for s in spellings]})
    assert report["identifiers"] == [{"type": "phone", "value": "+447700900123"}]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026", {"date": "2026", "precision": "year"}),
        ("2026-3", {"date": "2026-03", "precision": "month"}),
        ({"date": "2026-11-20", "precision": "month"}, {"date": "2026-11", "precision": "month"}),
        ({"date": "2026-11-20", "precision": "about"}, {"date": "2026-11-20", "precision": "week"}),
        ({"date": "2024-02-29", "time": "05:59"}, {"date": "2024-02-29", "precision": "day", "band": "00-06"}),
        ({"date": None}, None),
    ],
)
def test_dates_are_as_precise_as_they_were_said(when: Any, expected: Any) -> None:
    assert read({"kinds": ["assault"], "when": when}).get("when") == expected


# ---- refusals ----


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ({"kinds": ["zq9q"]}, "kinds must be"),
        ({"whem": "x"}, "did you mean 'when'"),
        ({"persons": [{"hare": "red"}]}, "did you mean 'hair'"),
        ({"persons": "zq9q"}, "persons must be a map"),
        ({"persons": [{"age": "zq9q"}]}, "persons.age must be one of: under-20"),
        ({"when": "2026-02-30"}, "when.date is not a day"),
        ({"when": "zq9q"}, "when.date must look like"),
        ({"when": {"date": "2026-01-01", "time": "29:00"}}, "when.time must look like"),
        ({"people": 0}, "people must be a whole number"),
        ({"people": True}, "people must be a whole number"),
        ({"consent": {"hold": "zq9q"}}, "consent.hold must be true or false"),
        ({"happened": ["zq9q"]}, "happened must be text"),
        ({"language": "zq9q!"}, "language must be a language"),
        ({"identifiers": [{"type": "phone", "value": "12zq9q"}]}, "identifiers: a phone number"),
        ({"identifiers": ["zq9q zq9q"]}, "no single number"),
        ({"identifiers": [{"type": "zq9q", "value": "x"}]}, "identifiers.type must be one of: phone"),
        ({"identifiers": [{"type": "phone", "value": "07700 900123", "x": 1}]}, "there is no field 'x'"),
        ({"area": "zq9q" * 30}, "area is too long by 40 characters"),
        ({"kind": "assault", "KINDS": "assault"}, "kinds is given twice"),
    ],
)
def test_a_refusal_names_the_field_and_never_the_answer(answer: dict[str, Any], names: str) -> None:
    detail = refusal({"kinds": ["assault"]} | answer if "kind" not in answer else answer)
    assert names in detail and "zq9q" not in detail and "\n" not in detail


def test_perceived_ethnicity_exists_only_where_the_charter_says_so() -> None:
    value = {"kinds": ["assault"], "persons": [{"perceived ethnicity": "white"}]}
    assert "does not exist" in refusal(value)
    assert read(value, ethnicity=True)["persons"] == [{"ethnicity": "white"}]


def test_a_report_that_fits_no_desk_item_says_by_how_much() -> None:
    text = "é" * 40_000
    over = len(wire.encode({"kinds": ["assault"], "happened": text})) - MAX_FIELDS_BYTES
    assert f"too long by {over} bytes" in refusal({"kinds": ["assault"], "happened": text})
    with pytest.raises(TooLarge):
        check_report({"kinds": ["assault"], "happened": text})


def test_the_longest_report_fits_a_padded_desk_item_beside_its_receipt() -> None:
    room = MAX_FIELDS_BYTES - len(wire.encode({"kinds": ["assault"], "happened": "é" * 30_000}))
    report = read({"kinds": ["assault"], "happened": "é" * (30_000 + room // 2)})
    around = {
        "type": "report",
        "id": bytes(16),
        "fields": report,
        "answer": bytes(32),
        "tag": bytes(32),
        "follow": bytes(32),
        "head": bytes(32),
    }
    wire.pad(wire.encode(around | {"signed": {"device": bytes(32), "signature": bytes(64)}}), wire.DESK_SIZES)


@pytest.mark.parametrize(
    "change",
    [
        {"kinds": []},
        {"kinds": ["threats", "assault"]},
        {"kinds": ["assault", "assault"]},
        {"kinds": "assault"},
        {"more": 1},
        {"area": None},
        {"area": ""},
        {"area": "a\rb"},
        {"area": "a\u202eb"},
        {"people": 100},
        {"persons": []},
        {"persons": [{}]},
        {"persons": [{"names": []}]},
        {"when": {"date": "2026-02-30", "precision": "day"}},
        {"when": {"date": "2026-02", "precision": "day"}},
        {"when": {"date": "2026-02-01", "precision": "month"}},
        {"when": {"date": "٢٠٢٦", "precision": "year"}},
        {"identifiers": [{"type": "phone", "value": "07700900123"}]},
        {"consent": {}},
        {"consent": {"share": "everybody"}},
        {"language": "EN"},
    ],
)
def test_what_is_received_must_be_in_the_one_form(change: dict[str, Any]) -> None:
    with pytest.raises(WrongShape):
        check_report({"kinds": ["assault"]} | change)


# ---- properties ----

_ANSWERS = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=20),
        st.sampled_from(["assault", "van", "2026-11-20", "07700 900123"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["type", "value", "date", "gender", "hair", "share", "names", "x"]), inner, max_size=3),
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.dictionaries(st.one_of(st.sampled_from([*FIELDS, "phone", "hold", "time"]), st.text(max_size=8)), _ANSWERS, max_size=5))
def test_whatever_is_handed_in_is_read_or_refused_in_words(value: dict[str, Any]) -> None:
    try:
        report = read({"kinds": ["assault"]} | value)
    except BadInput as error:
        assert error.detail
        return
    assert check_report(wire.decode(wire.encode(report))) == report
    assert read(report) == report


@given(st.text())
def test_tidying_text_twice_is_tidying_it_once(text: str) -> None:
    once = tidy_text(text)
    assert tidy_text(once) == once
    wire.encode(once)


# ---- what follows ----


def test_every_kind_has_a_group_and_a_severity() -> None:
    assert set(coded.SEVERITY_OF_KIND) == set(coded.KINDS.values)
    assert set(coded.SEVERITY_OF_KIND.values()) <= set(coded.SEVERITIES.values)


def test_the_gravest_kind_suggests_the_severity() -> None:
    assert suggested_severity(["no-show"]) == "nuisance"
    assert suggested_severity(["no-show", "non-payment"]) == "risky"
    assert suggested_severity(["weapon", "no-show"]) == "very-dangerous"


def test_nuisance_alone_is_told_apart() -> None:
    assert is_nuisance_only(["no-show", "haggling"]) and not is_nuisance_only(["no-show", "threats"])


def test_the_health_card_comes_with_the_kinds_for_which_hours_count() -> None:
    assert [kind for kind in coded.KINDS.values if health_card_applies([kind])] == ["sexual-assault", "condom", "drugging"]


def test_who_says_nothing_about_consent_is_shown_the_text_first_and_has_not_consented() -> None:
    assert consent_of({"kinds": ["assault"]}) == {"share": None, "show_first": True, "hold": False, "figures": True}
    assert consent_of({"consent": {"share": "peers"}}) == {"share": "peers", "show_first": False, "hold": False, "figures": True}


def test_other_spellings_of_codes_lead_to_codes_and_hide_none() -> None:
    for name, codes in vars(coded).items():
        if isinstance(codes, coded.Codes):
            for spelling, code in codes.also.items():
                assert spelling == coded.fold(spelling) and code in codes.values and spelling not in codes.values, (name, spelling)
