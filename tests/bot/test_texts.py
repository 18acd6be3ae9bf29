"""The catalogues: whole, the same in all languages, short enough for a phone, and silent about what this is for."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.guard import COMMANDS
from bot.languages import LANGUAGES, LOCALES, languages_in
from bot.settings import WORDINGS, Settings, zone_of
from bot.texts import ZONES, NoSuchText, Texts, language_for

ROOT = Path(__file__).resolve().parent.parent.parent

#: A value for every name that the catalogues use. Long ones, so that lengths are those of the worst case.
VALUES: dict[str, str | int] = {
    "sample": "999 novedades", "count": 2, "time": "18:00", "from": "22:00", "until": "08:00", "zone": "Ciudad de México", "days": 15,
}  # fmt: skip


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.found.add(node.id.name)


def catalogue(language: str) -> dict[str, set[str]]:
    """The messages of one catalogue, and the values each asks for."""
    resource = FluentParser().parse((LOCALES / language / "bot.ftl").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        assert not isinstance(entry, ftl.Junk), f"{language}: {entry.content!r} is no Fluent"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{language}: {entry.id.name} stands there twice"
            variables = _Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.found
    return found


TEXTS = Texts()


def said(language: str, key: str) -> str:
    return TEXTS.say(language, key, **VALUES)


KEYS = sorted(catalogue("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_catalogues_have_the_same_texts_with_the_same_values(language: str) -> None:
    assert catalogue(language) == catalogue("en")


def test_one_file_more_is_one_language_more(tmp_path: Path) -> None:
    for language in ("en", "es"):
        shutil.copytree(LOCALES / language, tmp_path / language)
    (tmp_path / "it").mkdir()
    italian = (LOCALES / "en" / "bot.ftl").read_text(encoding="utf-8").replace("language-name = English", "language-name = Italiano")
    (tmp_path / "it" / "bot.ftl").write_text(italian, encoding="utf-8")
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "app.ftl").write_text("only the app speaks it", encoding="utf-8")
    assert languages_in(tmp_path) == ("en", "es", "it")
    assert Texts(tmp_path).say("it", "language-name") == "Italiano"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_said(language: str) -> None:
    for key, names in catalogue(language).items():
        for count in (0, 1, 2, 5, 1000):
            values = {name: count if name in ("count", "days") else VALUES[name] for name in names}
            text = TEXTS.say(language, key, **values)
            assert text.strip() and "{" not in text and "\u2068" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_its_value_is_refused_not_shown_half(language: str) -> None:
    for key, names in catalogue(language).items():
        if names:
            with pytest.raises(NoSuchText):
                TEXTS.say(language, key)


def test_a_key_or_a_language_that_is_none_is_refused() -> None:
    for language, key in (("en", "nonsense"), ("fr", "start")):
        with pytest.raises(NoSuchText):
            TEXTS.say(language, key)


def test_every_key_that_the_code_says_is_in_the_catalogues_and_none_is_left_over() -> None:
    """Every string constant of the room that looks like a key, and those put together from parts, against the catalogues."""
    constants: set[str] = set()
    for path in (ROOT / "bot").glob("*.py"):
        constants |= {node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if _is_text(node)}
    built = {f"{kind}-{wording}" for kind in ("ping", "ping-desk") for wording in WORDINGS}
    built |= {f"region-{region}" for region in ZONES}
    built |= {f"zone-{name.replace('/', '-')}" for names in ZONES.values() for name in names} | {"zone-UTC"}
    # Said by what sends notifications.
    built |= {"ending", "ended"}
    assert set(KEYS) - constants - built == set()
    assert built - set(KEYS) == set()
    families = ("panel-", "button-", "ask-", "code-", "seen-", "link-", "shift-", "face-", "command-", "erased")
    assert {text for text in constants if text.startswith(families) and text not in KEYS} == set()


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[a-z]+(-[a-z]+)*", node.value) is not None


#: Roots of words that would tell whoever looks over a shoulder. The name of the project too.
TELLING = {
    "en": r"parasol|umbrella|sex|client|worker|escort|violen|attack|assault|rape|danger|threat|weapon|police|report|alert|warn|victim|abuse|"
          r"moderator|collective|drug|condom|plate|number or plate|☂|☔|🏖|⛱",
    "es": r"parasol|paraguas|sombrilla|sex|client|trabajador|puta|escort|violen|ataque|agres|viola|peligr|amenaz|arma\b|polic|denunci|alerta|"
          r"reporte|víctima|abus|moderador|colectiv|drog|cond[oó]n|matr[ií]cula|☂|☔|🏖|⛱",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_tells_what_this_is_for(language: str) -> None:
    telling = [key for key in KEYS if re.search(TELLING[language], said(language, key), re.IGNORECASE)]
    assert telling == []


def test_spanish_says_tu() -> None:
    """No usted, no vosotros; nothing that belongs to one country only."""
    formal = r"\b(usted|ustedes|vosotr\w+|su teléfono|sus avisos|toque|escriba|abra|pida|elija|vos|tenés|querés|podés|móvil|celular|pulsad|tocad)\b"
    assert [key for key in KEYS if re.search(formal, said("es", key), re.IGNORECASE)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_as_short_as_telegram_and_a_small_phone_want(language: str) -> None:
    most = {"face-name": 64, "face-about": 120, "face-description": 512, "break-on": 200, "break-off": 200, "saved": 200}
    for key in KEYS:
        text = said(language, key)
        assert len(text) <= most.get(key, 900), key
        if key.startswith(("button-", "region-", "zone-", "command-", "first-")) or key in (
            "shift-yes",
            "shift-no",
            "quiet-none",
            "digest-none",
        ):
            assert len(text) <= 22, f"{key} is cut off on a button"
        if key.startswith("ping-"):
            assert len(text) <= 22, f"{key} says more than it must"
        if not key.startswith(("help", "privacy", "erase-next")):
            assert len(text) <= 320, f"{key} is too long to read in a hurry"


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_command_in_its_language(language: str) -> None:
    spoken = {"en": set(list(COMMANDS)[1::2]), "es": set(list(COMMANDS)[2::2])}[language]
    assert set(re.findall(r"/([a-z]+)", said(language, "help"))) == spoken - {"help", "ayuda"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_that_a_text_names_exists(language: str) -> None:
    for key in KEYS:
        assert set(re.findall(r"(?<!\w)/([a-z]+)", said(language, key))) <= set(COMMANDS), key


def test_every_clock_on_offer_exists_and_fits_a_button() -> None:
    for names in ZONES.values():
        for name in names:
            zone_of(name)
            assert len(f"z:{name}".encode()) <= 64


def test_a_clock_that_is_not_on_offer_has_its_plain_name() -> None:
    assert TEXTS.zone("es", "Asia/Thimphu") == "Asia/Thimphu"


@pytest.mark.parametrize(
    ("count", "english", "spanish"),
    [(1, "1 new item", "1 novedad"), (2, "2 new items", "2 novedades"), (21, "21 new items", "21 novedades")],
)
def test_a_ping_counts_as_its_language_does(count: int, english: str, spanish: str) -> None:
    assert TEXTS.ping(Settings(language="en"), count) == english
    assert TEXTS.ping(Settings(language="es"), count) == spanish


def test_a_ping_says_no_number_if_she_chose_other_words() -> None:
    assert [TEXTS.ping(Settings(wording=wording), 3) for wording in ("update", "dot")] == ["Update available", "•"]
    assert [TEXTS.ping(Settings(wording=wording), 3, desk=True) for wording in WORDINGS] == ["3 waiting", "Please look in", "••"]


@pytest.mark.parametrize(
    ("code", "language"),
    [("es", "es"), ("es-AR", "es"), ("ES_mx", "es"), ("en-GB", "en"), ("pl", "en"), ("est", "en"), ("", "en"), (None, "en")],
)
def test_the_first_language_is_her_telegrams_if_the_bot_speaks_it(code: str | None, language: str) -> None:
    assert language_for(code) == language
