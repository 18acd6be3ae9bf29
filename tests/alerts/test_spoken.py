"""What is typed in six languages beside English is understood as the English words are, and names and links stay what they are."""

from __future__ import annotations

import json
import pathlib
import re

import pytest

from alerts import coded
from alerts.finding import find
from alerts.identifiers import Identifier
from alerts.looks import PERSON_WORDS, VEHICLE_WORDS, Look, read_look
from alerts.search import Index, check
from alerts.spoken import ENGLISH, Spoken, Words

LOCALES = pathlib.Path(__file__).parent.parent.parent / "locales"
LANGUAGES = sorted(file.parent.name for file in LOCALES.glob("*/app.ftl") if file.parent.name != "en")
#: Which field of a look each table of the catalogues is about.
TABLES = {
    "vehicles": "type", "colours": "colour", "vehicle-marks": "marks", "genders": "gender", "ages": "age", "heights": "height",
    "builds": "build", "hairs": "hair", "eyes": "eyes", "person-marks": "marks", "weapons": "weapon",
}  # fmt: skip
ENDS_KX = Identifier("plate", "KX", "", "ends")


def words_of(language: str) -> Words:
    words: Words = json.loads((LOCALES / language / "looks.json").read_text(encoding="utf-8"))
    return words


def names_of(language: str) -> list[tuple[str, str, str]]:
    """Field, code and name of everything in a catalogue that Check reads in English too."""
    known = set(VEHICLE_WORDS.values()) | set(PERSON_WORDS.values())
    lines = re.findall(r"^([a-z-]+?)-([a-z0-9-]+) = (.+)$", (LOCALES / language / "alerts.ftl").read_text(encoding="utf-8"), re.M)
    tables = {f"{table}-{code}": (TABLES[table], code) for table in TABLES for code in codes_of(table)}
    named = {f"{table}-{code}": name for table, code, name in lines}
    return [(*pair, named[key]) for key, pair in tables.items() if pair in known]


def codes_of(table: str) -> tuple[str, ...]:
    codes: coded.Codes = getattr(coded, table.upper().replace("-", "_"))
    return codes.values


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_that_a_warning_shows_can_be_typed_into_check(language: str) -> None:
    spoken = Spoken.of(words_of(language))
    missed = []
    for field, code, name in names_of(language):
        for spelling in re.split(r"[()]| o (?=nav)| ou (?=farda)", name):
            look = read_look("van " + spoken.look(spelling))
            if spelling.strip() and (field, code) not in look.vehicle | look.person:
                missed.append((field, code, spelling))
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_language_is_one_that_check_reads(language: str) -> None:
    words = words_of(language)
    assert set(words["part"]) <= {"plate", "number", "starts", "ends", "contains"}
    for english in words["look"]:
        look = read_look(f"van {english}")
        assert look.vehicle | look.person != read_look("van").vehicle or english.startswith("van"), english


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "furgoneta blanca, placa termina en KX"),
        ("es", "placa de la furgoneta que termina en kx, y es blanca"),
        ("es", "white furgoneta, plate termina en KX"),
        ("fr", "camionnette blanche, la plaque se termine par KX"),
        ("pt", "FURGAO BRANCO, placa termina em KX"),
        ("ro", "duba alba, numarul de masina se termina in KX"),
        ("th", "รถตู้สีขาวทะเบียนลงท้ายKX"),
        ("ar", "فان بيضاء، اللوحة تنتهي بـ KX"),
        ("ar", "الفان الأبيض لوحة آخرها KX"),
    ],
)
def test_a_van_and_the_end_of_its_plate(language: str, text: str) -> None:
    spoken = Spoken.of(words_of(language))
    assert find(text, "GB", spoken) == [ENDS_KX]
    assert read_look(spoken.look(text)) == Look(frozenset({("colour", "white"), ("type", "van")}))


def test_names_addresses_and_links_are_not_put_into_english() -> None:
    spoken = Spoken.of(words_of("es"))
    text = "@placa placa@example.org https://example.org/placa/blanca?placa=1 placa.example.org insta: negro"
    assert spoken.parts(text) == text
    assert find(text, "GB", spoken) == find(text, "GB")


def test_of_two_languages_both_are_understood() -> None:
    spoken = Spoken.of(words_of("es"), words_of("ar"))
    assert read_look(spoken.look("furgoneta بيضاء")) == read_look("white van")


def test_a_word_for_several_kinds_of_car_alone_is_too_little_to_search_by() -> None:
    result = check("camioneta", Index(), now=0, country="ES", collective=bytes(32), spoken=Spoken.of(words_of("es")))
    assert "too little" in result.note and "No record" not in result.note


def test_english_alone_changes_nothing() -> None:
    assert ENGLISH.look("furgoneta\u0301 \ud800") == ENGLISH.parts("furgoneta\u0301 \ud800") == "furgoneta\u0301 \ud800"


def example(language: str, name: str) -> str:
    lines = (LOCALES / language / "app.ftl").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"{name} = ")).rpartition(":")[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_under_the_fields_are_understood(language: str) -> None:
    spoken = Spoken.of(words_of(language))
    for name in ("check-hint", "identifiers-hint"):
        assert [(one.value, one.partial) for one in find(example(language, name), None, spoken)] == [("KX", "ends")]
    assert read_look(spoken.look(example(language, "check-hint"))) == read_look("white van")
