"""Alerts: what they carry, what they never carry, and how they read (protocol §6.6)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts import coded, wording
from alerts.alert import (
    DAY,
    MAX_CONTENT_BYTES,
    check_alert,
    default_expiry,
    draft_from_report,
    example_alert,
    makes_no_alert,
    render,
    text_hints,
    urgent,
    validate_alert,
)
from alerts.identifiers import identifier
from alerts.report import example_report, validate_report
from crypto import wire
from crypto.errors import BadInput, ParasolError, WrongShape

NOW = 1_795_000_000
COLLECTIVE = bytes(range(32))
TOPICS = [{"id": "harbour", "name": "Harbour & docks"}, {"id": "north", "name": "North"}]


def write(value: Any, **policy: Any) -> dict[str, Any]:
    return validate_alert(value, policy=policy, topics=TOPICS, now=NOW, collective=COLLECTIVE, country="GB")


def draft(value: Any, **policy: Any) -> dict[str, Any]:
    report = validate_report(value, policy={"ethnicity": True}, country="GB")
    return draft_from_report(report, policy=policy, topics=TOPICS, now=NOW, collective=COLLECTIVE)


def refusal(value: Any, **policy: Any) -> str:
    with pytest.raises(BadInput) as caught:
        write(value, **policy)
    return caught.value.detail


# ---- the parse triad ----


def test_the_example_survives_the_wire_and_reading_it_again() -> None:
    content = write(example_alert())
    assert check_alert(wire.decode(wire.encode(content))) == content
    assert write(content) == content


def test_cut_anywhere_or_with_a_byte_after_it_an_encoded_alert_is_refused() -> None:
    encoded = wire.encode(write({"kinds": ["threats"]}))
    for cut in range(len(encoded)):
        with pytest.raises(ParasolError):
            check_alert(wire.decode(encoded[:cut]))
    with pytest.raises(ParasolError):
        check_alert(wire.decode(encoded + b"\x00"))


def test_kinds_alone_make_an_alert_with_sensible_answers_for_the_rest() -> None:
    content = write({"kinds": ["threats"]})
    assert (content["severity"], content["verification"], content["so_far"]) == ("dangerous", "unconfirmed", False)
    assert content["expires"] == NOW + 365 * DAY


# ---- from a report ----


def test_a_draft_never_holds_the_reporters_own_words() -> None:
    words = {name: f"zq9q {name}" for name in ("happened", "pattern", "injuries")}
    details = {"persons": [{"hair": "red", "detail": "zq9q"}, {"detail": "zq9q"}], "vehicles": [{"type": "van", "detail": "zq9q"}]}
    content = draft(example_report() | words | details)
    assert b"zq9q" not in wire.encode(content)
    assert content["persons"] == [{"hair": "red"}] and content["text"] == ""


def test_a_draft_takes_the_coded_fields_and_drops_the_hour() -> None:
    content = draft(example_report() | {"area": "zq by the old harbour"})
    assert content["areas"] == [] and content["when"] == {"date": "2026-11-20", "precision": "day"}
    assert content["severity"] == "dangerous" and content["vehicles"][0]["model"] == "Transit"
    assert draft(example_report() | {"area": "HARBOUR & docks"})["areas"] == ["harbour"]


def test_identifiers_are_masked_as_the_policy_says_and_plates_stay_open() -> None:
    content = draft(example_report())
    phone = identifier("phone", "07700 900123", country="GB")
    assert content["identifiers"][0] == {"type": "phone", "country": "GB", "token": phone.match_token(COLLECTIVE)}
    assert content["identifiers"][2] == {"type": "plate", "value": "KX", "partial": "ends"}
    assert b"7700900123" not in wire.encode(content) and b"dave_k" not in wire.encode(content)
    assert draft(example_report(), masked=[])["identifiers"][0] == phone.to_map()


def test_below_the_policys_severity_no_identifier_is_taken_or_accepted() -> None:
    report = {"kinds": ["non-payment"], "phone": "07700 900123"}
    assert draft(report, identifiers_from="dangerous")["identifiers"] == []
    assert len(draft(report)["identifiers"]) == 1
    assert "identifiers: the charter allows them" in refusal(
        {"kinds": ["non-payment"], "identifiers": ["07700 900123"]}, identifiers_from="dangerous"
    )


def test_perceived_ethnicity_stays_at_the_desk_unless_the_charter_turns_it_on() -> None:
    report = {"kinds": ["assault"], "persons": [{"gender": "man", "ethnicity": "white"}]}
    assert draft(report)["persons"] == [{"gender": "man"}]
    assert draft(report, ethnicity=True)["persons"] == [{"gender": "man", "ethnicity": "white"}]
    assert "ethnicity does not exist" in refusal(report)


def test_nuisance_counts_in_figures_only_unless_the_charter_says_otherwise() -> None:
    report = {"kinds": ["no-show"]}
    assert makes_no_alert(report, {}) and not makes_no_alert(report, {"nuisance_alerts": True})
    assert "figures only" in refusal(report)
    assert write(report, nuisance_alerts=True)["expires"] == NOW + 30 * DAY
    assert draft(report)["severity"] == "nuisance"


# ---- what moderators write ----


def test_a_moderator_can_leave_one_identifier_open_by_saying_so() -> None:
    items = [{"type": "phone", "value": "07700 900123", "open": True}, {"type": "phone", "value": "07700 900456"}]
    shown = write({"kinds": ["threats"], "identifiers": items})["identifiers"]
    assert shown[0] == {"type": "phone", "value": "+447700900123"} and set(shown[1]) == {"type", "country", "token"}


def test_areas_are_named_by_id_or_name() -> None:
    assert write({"kinds": ["threats"], "areas": "north, Harbour & Docks"})["areas"] == ["north", "harbour"]


@pytest.mark.parametrize(
    "spelling", ["2027-01-15T08:00:00Z", "2027-01-15T09:00:00+01:00", "2027-01-15T08:00:00", 1_800_000_000, "1800000000"]
)
def test_expiry_is_understood_as_a_time_or_a_number(spelling: Any) -> None:
    assert write({"kinds": ["threats"], "expires": spelling})["expires"] == 1_800_000_000


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ({"areas": ["zq9q"]}, "areas must be areas of the charter: Harbour & docks, North"),
        ({"severity": "zq9q"}, "severity must be one of"),
        ({"verification": "corroborated"}, "by says how many"),
        ({"by": 2}, "by says how many"),
        ({"kinds": ["non-payment"], "so_far": True}, "so_far is for"),
        ({"so_far": True, "expires": NOW + 73 * 3600}, "72 hours"),
        ({"expires": NOW}, "expires must be in the future"),
        ({"expires": "zq9q"}, "expires must be a time"),
        ({"identifiers": [{"type": "phone", "country": "GB", "token": 1 << 20}]}, "identifiers is masked"),
        ({"happened": "zq9q"}, "there is no field 'happened'"),
        ({"text": "zq9q" * 1001}, "text is too long by 4 characters"),
    ],
)
def test_a_refusal_names_the_field_and_never_the_answer(answer: dict[str, Any], names: str) -> None:
    detail = refusal({"kinds": ["threats"]} | answer)
    assert names in detail and "zq9q" not in detail


def test_the_default_expiry_follows_the_severity() -> None:
    days = [(default_expiry(severity, NOW) - NOW) // DAY for severity in coded.SEVERITIES.values]
    assert days == [30, 183, 365, 365]
    assert default_expiry("dangerous", NOW, so_far=True) == NOW + 72 * 3600
    assert write({"kinds": ["threats"], "so_far": True})["expires"] == NOW + 72 * 3600


def test_dangerous_alerts_ping_at_once_and_risky_ones_wait_for_the_digest() -> None:
    assert [urgent({"severity": severity}) for severity in coded.SEVERITIES.values] == [0, 1, 2, 2]


@pytest.mark.parametrize(
    "change",
    [
        {"kinds": []},
        {"severity": "grave"},
        {"by": 2},
        {"verification": "corroborated"},
        {"areas": ["a", "a"]},
        {"when": {"date": "2026-11-20", "precision": "day", "band": "18-24"}},
        {"persons": [{}]},
        {"identifiers": [{"type": "phone", "value": "07700"}]},
        {"identifiers": [{"type": "phone", "country": "GB", "token": 1 << 20}]},
        {"identifiers": [{"type": "phone", "value": "+447700900123", "open": True}]},
        {"text": None},
        {"text": "a\x00b"},
        {"text": "a\u202eb"},
        {"severity": "risky", "so_far": True},
        {"expires": -1},
        {"happened": "x"},
    ],
)
def test_what_is_received_must_be_in_the_one_form(change: dict[str, Any]) -> None:
    content = write({"kinds": ["threats"]}) | change
    with pytest.raises(WrongShape):
        check_alert(content)


@pytest.mark.parametrize("name", list(write({"kinds": ["threats"]})))
def test_every_field_must_be_there_when_received(name: str) -> None:
    content = write({"kinds": ["threats"]})
    del content[name]
    with pytest.raises(WrongShape):
        check_alert(content)


def test_the_largest_alert_fits_its_statement_with_the_approvals_of_64_people() -> None:
    approvals = [[bytes(16), 7, bytes(64)] for _ in range(64)]
    statement = wire.encode(
        {"body": bytes(MAX_CONTENT_BYTES + 1024), "approvals": approvals, "publisher": [bytes(16), 7], "signature": bytes(64)}
    )
    wire.pad(statement, wire.STATEMENT_SIZES)


# ---- reading it ----


def test_an_alert_reads_from_its_coded_fields_alone_and_without_colour() -> None:
    lines = render(write(example_alert() | {"text": "", "what_to_do": "", "areas": ["harbour"]}), topics=TOPICS)
    assert lines[0] == "■■■□ Dangerous (3 of 4): condom removed or refused, did not pay, threats"
    assert lines[1] == "Reporter spoken to (2 of 4)"
    assert lines[2] == "Where: Harbour & docks · When: 20 November 2026 · People: 1"
    assert "Vehicle: white van · Ford Transit · dent · roof rack" in lines
    assert "Plate ends KX" in lines and "Phone hidden (GB): use Check to compare one you have" in lines


def test_every_severity_and_verification_has_its_own_first_lines() -> None:
    seen = set()
    for severity in coded.SEVERITIES.values:
        for verification in coded.VERIFICATIONS.values:
            by = 3 if verification == "corroborated" else None
            content = write({"kinds": ["threats"], "severity": severity, "verification": verification, "by": by}, nuisance_alerts=True)
            seen.add(tuple(render(content)[:2]))
    assert len(seen) == 16


def test_one_moderator_so_far_and_disputed_are_said() -> None:
    second = render(write({"kinds": ["threats"], "so_far": True, "disputed": True}))[1]
    assert "One moderator so far" in second and "Disputed" in second


def test_text_in_another_language_names_it() -> None:
    assert "Reported (in Polish): zq" in render(write({"kinds": ["threats"], "text": "zq", "language": "pl"}))


def test_braces_in_what_people_wrote_are_shown_as_they_are() -> None:
    assert "Reported (in Polish): {text} {language}" in render(write({"kinds": ["threats"], "text": "{text} {language}", "language": "pl"}))


def test_a_language_without_words_of_its_own_reads_in_english() -> None:
    content = write(example_alert())
    assert render(content, "xx")[0] == render(content, "en")[0]


def test_every_word_in_the_table_is_used_by_a_code_or_a_line() -> None:
    tables = {
        "kinds": coded.KINDS, "severities": coded.SEVERITIES, "verifications": coded.VERIFICATIONS, "ages": coded.AGES, "heights": coded.HEIGHTS,
        "builds": coded.BUILDS, "hairs": coded.HAIRS, "eyes": coded.EYES, "roles": coded.ROLES, "genders": coded.GENDERS,
        "person-marks": coded.PERSON_MARKS, "weapons": coded.WEAPONS, "vehicles": coded.VEHICLES, "colours": coded.COLOURS,
        "vehicle-marks": coded.VEHICLE_MARKS,
    }  # fmt: skip
    for key in wording.WORDS["en"]:
        table, _, name = key.partition(".")
        if table in tables and name != "*":
            assert name in tables[table].values, key


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(coded.KINDS.values), min_size=1, max_size=4),
    st.sampled_from(coded.SEVERITIES.values),
    st.text(max_size=40),
    st.lists(st.dictionaries(st.sampled_from(["make", "model", "detail"]), st.text(max_size=10), max_size=2), max_size=2),
    st.integers(NOW + 1, wire.MAX_INTEGER),
)
def test_whatever_is_accepted_survives_the_wire_and_can_be_read(
    kinds: list[str], severity: str, text: str, vehicles: list[dict[str, str]], expires: int
) -> None:
    content = write({"kinds": kinds, "severity": severity, "text": text, "vehicles": vehicles, "expires": expires}, nuisance_alerts=True)
    assert check_alert(wire.decode(wire.encode(content))) == content
    assert write(content, nuisance_alerts=True) == content
    assert len(render(content)) >= 3


# ---- hints ----


def test_a_public_text_that_names_people_things_gets_a_hint() -> None:
    assert text_hints("He is a thief.") and text_hints("I said no to him") and text_hints("call 07700 900123")
    assert text_hints(example_alert()["text"]) == []
