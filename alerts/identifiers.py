"""What a person can be recognised by: numbers, handles, addresses, plates. Their one normal form, and their masks (protocol §9).

A second implementation follows this file by ``tests/vectors/identifiers.json``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

import phonenumbers

from crypto import wire
from crypto.context import Purpose, context, digest
from crypto.errors import BadInput, WrongShape
from crypto.stretch import stretch

TYPES: Final = ("phone", "email", "handle", "link", "payment", "plate")
PARTIALS: Final = ("starts", "ends", "contains")

MAX_VALUE: Final = 200
TOKEN_BITS: Final = 20
#: A part shorter than this fits half of everybody.
SHORTEST_PART: Final = 2

_SHAPE: Final[dict[str, wire.Check]] = {"type": wire.is_one_of(*TYPES), "value": wire.is_text(1, MAX_VALUE)}
_OPTIONAL: Final[dict[str, wire.Check]] = {"platform": wire.is_text(1, 32), "partial": wire.is_one_of(*PARTIALS)}


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Identifier:
    """One identifier in normal form. Made by :func:`identifier` or :meth:`from_map`, which normalise and check.

    ``value`` is: phone: E.164 with ``+`` · email: lower case · handle: lower case without ``@`` · link: host and path without
    scheme · payment: lower case · plate: upper-case letters and digits. A partial one holds the same characters of a part.
    ``platform`` is lower case or empty. ``partial`` is ``None`` for a whole one.
    """

    type: str
    value: str
    platform: str = ""
    partial: str | None = None

    def __repr__(self) -> str:
        # Whom people look up is nobody's business in a traceback.
        return f"Identifier({self.type})"

    @classmethod
    def from_map(cls, value: Any) -> Identifier:
        """From the map that stands in reports and alerts.

        What is received is judged by plain rules of characters (:data:`_FORMS`), not by normalising again: tables of phone numbers and of
        Unicode differ between versions, and two devices must never differ about what stands on the board.

        Raises:
            WrongShape: another shape, or characters that no normal form has.
        """
        f = wire.shaped(value, "identifier", _SHAPE, _OPTIONAL)
        found = cls(f["type"], f["value"], f.get("platform", ""), f.get("partial"))
        if not _has_form(found):
            raise WrongShape("identifier: not in its normal form")
        return found

    def to_map(self) -> dict[str, Any]:
        """``{"type", "value"}``, with ``platform`` and ``partial`` where there is one."""
        out: dict[str, Any] = {"type": self.type, "value": self.value}
        if self.platform:
            out["platform"] = self.platform
        if self.partial:
            out["partial"] = self.partial
        return out

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2 of a whole phone number, ``None`` of anything else."""
        if self.type != "phone" or self.partial is not None:
            return None
        try:
            number = phonenumbers.parse(self.value, None)
        except phonenumbers.NumberParseException:
            return None
        region = phonenumbers.region_code_for_number(number) or phonenumbers.region_code_for_country_code(number.country_code or 0)
        return region if len(region) == 2 and region != "ZZ" else None

    def match_token(self, collective: bytes) -> int:
        """The match token: 20 bits as a number (protocol §9). Takes about 20 ms: compute it once.

        Raises:
            BadInput: this is a partial identifier, which has no token.
        """
        if self.partial is not None:
            raise BadInput("a part of a number or plate has no match token")
        normalised = wire.encode([self.type, self.platform, self.value])
        salt = digest(context(Purpose.MATCH_SALT, collective))[:16]
        out = stretch(context(Purpose.MATCH_TOKEN, collective, normalised), salt, size=16)
        return int.from_bytes(out[:3]) >> (24 - TOKEN_BITS)

    def masked(self, collective: bytes) -> dict[str, Any]:
        """Kind and country only: ``{"type", "country", "token"}``. The token of a partial one is ``None``."""
        return {
            "type": self.type,
            "country": self.country,
            "token": None if self.partial is not None else self.match_token(collective),
        }

    def matches(self, other: Identifier) -> bool:
        """Whether both can be of the same. A part fits a whole; two parts fit if they are equal; an unsaid platform fits any."""
        if self.type != other.type or (self.platform and other.platform and self.platform != other.platform):
            return False
        if self.partial is None and other.partial is None:
            return self.value == other.value
        if self.partial is not None and other.partial is not None:
            return self.partial == other.partial and self.value == other.value
        part, whole = (self, other) if self.partial is not None else (other, self)
        return part.fits(whole.value)

    def fits(self, value: str) -> bool:
        """Whether the whole ``value`` of the same type starts with, ends with or contains this part."""
        if self.partial == "starts":
            return value.startswith(self.value)
        return value.endswith(self.value) if self.partial == "ends" else self.value in value

    def shown(self) -> str:
        """For people: ``+44 7700 900123``, ``@name (instagram)``, ``plate ends KX``."""
        value = self.value
        if self.partial is not None:
            return f"{self.type} {self.partial} {value}"
        if self.type == "phone":
            try:
                value = phonenumbers.format_number(phonenumbers.parse(value, None), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
            except phonenumbers.NumberParseException:
                pass
        elif self.type == "handle":
            value = f"@{value}"
        return f"{value} ({self.platform})" if self.platform else value


def check_masked(value: Any) -> dict[str, Any]:
    """``value``, if it is a masked identifier.

    Raises:
        WrongShape: it is not.
    """
    return wire.shaped(
        value,
        "masked identifier",
        {
            "type": wire.is_one_of(*TYPES),
            "country": wire.nullable(lambda c: type(c) is str and re.fullmatch("[A-Z]{2}", c) is not None),
            "token": wire.nullable(lambda t: wire.is_uint(t) and t < 1 << TOKEN_BITS),
        },
    )


# ---- normal forms -------------------------------------------------------------------------------------------------

#: What copies and chats put between characters and nobody sees: zero-width, soft hyphen, direction marks, variation selectors.
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)


def clean(text: str) -> str:
    """``text`` in NFKC, without what nobody sees, and without lone surrogates."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    # Twice: taking an unseen character out can let two others combine.
    for _ in range(2):
        text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return unicodedata.normalize("NFKC", text)


def _lower(text: str) -> str:
    # Until it stands still: folding and NFKC undo each other for a few characters (NFKC_Casefold, Unicode §3.13, does the same).
    for _ in range(4):
        folded = clean(text.casefold())
        if folded == text:
            break
        text = folded
    return text


#: Every hyphen and dash but the one on the keyboard.
DASHES: Final = re.compile("[\u2010-\u2015\u2212\u2043\u30fc]")


def digits_of(text: str) -> str:
    return "".join(str(unicodedata.decimal(c)) for c in text if c.isdecimal())


def _phone(text: str, country: str | None, partial: str | None) -> str:
    text = DASHES.sub("-", clean(text)).strip()
    text = re.sub(r"(?i)^(?:tel|phone|mobile|mob|whatsapp|sms)\s*[:.]?\s*", "", text)
    if partial is not None:
        return _part_of_phone(text, country, partial)
    if not digits_of(text) or re.search(r"[^\W\d_]", text):
        raise BadInput("a phone number has only digits, spaces and + ( ) - / .")
    written = ("+" if re.match(r"[\s(]*\+", text) else "") + digits_of(re.sub(r"\(\s*0\s*\)", _trunk_zero(text), text))
    spellings = [written]
    if written.startswith("00"):
        # 00 is how most of the world dials abroad, also where the home country's own prefix is another.
        spellings.append("+" + written[2:])
    for spelling in spellings:
        try:
            number = phonenumbers.parse(spelling, country)
        except phonenumbers.NumberParseException:
            continue
        # Possible and not valid: numbers set aside for fiction, and new ranges, must work (E.164 lengths are what counts).
        if phonenumbers.is_possible_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if country is None and not written.startswith(("+", "00")):
        raise BadInput("a phone number without a home country must begin with + and the country's code")
    raise BadInput("this cannot be a phone number; its length is wrong")


def _trunk_zero(text: str) -> str:
    """What "(0)" stands for: nothing after a country code, except in Italy and San Marino, where the zero is dialled."""
    digits = digits_of(text)
    abroad = re.match(r"[\s(]*\+", text) is not None or digits.startswith("00")
    return "0" if not abroad or digits.removeprefix("00").startswith(("39", "378")) else ""


def _part_of_phone(text: str, country: str | None, partial: str) -> str:
    digits = digits_of(text)
    if len(digits) < 3 or len(digits) > 15:
        raise BadInput("a part of a phone number needs 3 to 15 digits")
    if partial == "contains":
        # A leading zero is dialled at home only; E.164 does not have it.
        return digits.lstrip("0") if len(digits.lstrip("0")) >= 3 else digits
    if partial == "ends":
        return digits
    if text.lstrip(" (").startswith("+"):
        return "+" + digits
    if digits.startswith("00"):
        return "+" + digits[2:]
    code = phonenumbers.country_code_for_region(country) if country else 0
    if country is None or not code:
        raise BadInput("the beginning of a phone number must have + and the country's code")
    prefix = phonenumbers.ndd_prefix_for_region(country, True) or ""
    return f"+{code}{digits.removeprefix(prefix)}" if prefix == "0" else f"+{code}{digits}"


def _email(text: str, partial: str | None) -> str:
    text = _lower(clean(text).strip()).removeprefix("mailto:").strip(" <>")
    if partial is None and not re.fullmatch(r"[^\s@<>\"(),:;\\\[\]]+@[^\s@<>\"(),:;\\\[\]/]+\.[^\s@<>\"(),:;\\\[\]/.]{2,}", text):
        raise BadInput("an e-mail address looks like name@example.org")
    return text


def _handle(text: str) -> str:
    return re.sub(r"\s+", "", _lower(clean(text))).strip("@/:,;")


def _payment(text: str) -> str:
    return re.sub(r"\s+", "", _lower(clean(text))).strip("@$£€/:,;")


def _plate(text: str) -> str:
    text = clean(text)
    for _ in range(4):
        text = clean(text.upper()).translate(_LOOKALIKES)
    return "".join(c for c in text if c.isalnum())


#: Plates of countries that write Cyrillic or Greek use only letters that look Latin, so that the two can be read for each other.
_LOOKALIKES: Final = str.maketrans(
    "АВЕКМНОРСТУХІЅЈԚԜ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "ABEKMHOPCTYXISJQW" + "ABEZHIKMNOPTYX",
)

#: Parameters that say who sent a link, never whom it shows.
_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|igsh|igshid|si|ref|ref_src|mibextid|_[rt]")


def _link(text: str, partial: str | None) -> str:
    text = clean(text).strip().strip("<>\"'")
    text = re.sub(r"(?i)^[a-z][a-z0-9+.-]*://", "", text)
    if partial is not None:
        return re.sub(r"\s+", "", _lower(text)).strip("/")
    text = re.sub(r"\s.*$", "", text, flags=re.S).partition("#")[0]
    head, _, query = text.partition("?")
    host, _, path = head.partition("/")
    host = _lower(host.rpartition("@")[2]).strip(".")
    host = re.sub(r":(?:80|443)$", "", host)
    host = re.sub(r"^(?:(?:www|m|mobile|l)\.)+(?=[^.]+\.)", "", host)
    if not re.fullmatch(r"[^\s./?#@:]+(?:\.[^\s./?#@:]+)+(?::\d{1,5})?", host):
        raise BadInput("a link looks like https://example.org/name")
    path = re.sub(r"/{2,}", "/", path).strip("/").rstrip(".,;:!)")
    kept = [(k, v) for k, v in parse_qsl(query, keep_blank_values=True, errors="replace") if not _TRACKING.fullmatch(k.lower())]
    return host + (f"/{path}" if path else "") + (f"?{urlencode(kept)}" if kept else "")


_PLATFORMS: Final[dict[str, str]] = {
    "ig": "instagram", "insta": "instagram", "tg": "telegram", "telegramm": "telegram", "snap": "snapchat", "sc": "snapchat",
    "fb": "facebook",
    "of": "onlyfans", "twitter": "x", "tiktok": "tiktok", "tt": "tiktok", "wapp": "whatsapp", "wa": "whatsapp", "whats app": "whatsapp",
    "aw": "adultwork", "cash app": "cashapp", "cash-app": "cashapp", "pay pal": "paypal", "sig": "signal", "dc": "discord",
}  # fmt: skip


def _platform(text: str | None) -> str:
    name = re.sub(r"\s+", " ", _lower(clean(text or ""))).strip(" .:@")
    name = re.sub(r"^(?:www\.)?([a-z]+)\.com$", r"\1", name)
    name = _PLATFORMS.get(name, name)
    if len(name) > 32:
        raise BadInput("the name of a platform has at most 32 characters")
    return name


#: Addresses that are a handle, a number or a payment name in disguise: host, how the path begins, type, platform.
_PROFILE_HOSTS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("instagram.com", "", "handle", "instagram"),
    ("t.me", "", "handle", "telegram"),
    ("telegram.me", "", "handle", "telegram"),
    ("x.com", "", "handle", "x"),
    ("twitter.com", "", "handle", "x"),
    ("tiktok.com", "@", "handle", "tiktok"),
    ("snapchat.com", "add/", "handle", "snapchat"),
    ("onlyfans.com", "", "handle", "onlyfans"),
    ("facebook.com", "", "handle", "facebook"),
    ("wa.me", "", "phone", ""),
    ("cash.app", "$", "payment", "cashapp"),
    ("paypal.me", "", "payment", "paypal"),
    ("paypal.com", "paypalme/", "payment", "paypal"),
    ("revolut.me", "", "payment", "revolut"),
    ("monzo.me", "", "payment", "monzo"),
)
#: First parts of a path on those hosts that name no person.
_NO_PROFILE: Final = frozenset(
    {"p", "reel", "reels", "stories", "explore", "share", "joinchat", "c", "s", "i", "home", "search", "profile.php", "groups", "watch"}
)


def _profile(link: str) -> Identifier | None:
    host, _, path = link.partition("?")[0].partition("/")
    for name, begin, kind, platform in _PROFILE_HOSTS:
        if host != name or not path.lower().startswith(begin):
            continue
        who = path[len(begin) :].partition("/")[0]
        if not who or (kind == "handle" and not re.fullmatch(r"@?[\w.]{2,64}", who)) or who.lower() in _NO_PROFILE or who.startswith("+"):
            return None
        try:
            return identifier(kind, f"+{who}" if kind == "phone" else who, platform=platform)
        except BadInput:
            return None
    return None


def identifier(kind: str, value: str, *, platform: str | None = None, partial: str | None = None, country: str | None = None) -> Identifier:
    """An identifier from what a person typed.

    A link that is somebody's profile on a known platform becomes the handle (or number, or payment name) it shows, so that both
    spellings match.

    Args:
        kind: one of :data:`TYPES`.
        partial: one of :data:`PARTIALS`, or ``None`` if ``value`` is the whole.
        country: home country (ISO 3166-1 alpha-2), for phone numbers written as one dials them at home.

    Raises:
        BadInput: it cannot be one. The message says why, without the value.
    """
    if kind not in TYPES:
        raise BadInput(f"type must be one of: {', '.join(TYPES)}")
    if partial is not None and partial not in PARTIALS:
        raise BadInput(f"partial must be one of: {', '.join(PARTIALS)}")
    if len(value) > 2000:
        raise BadInput(f"{kind}: too long, at most {MAX_VALUE} characters")
    normal = _settled(_normal(kind, value, country, partial), lambda again: _normal(kind, again, None, partial))
    if not normal:
        raise BadInput(f"{kind}: nothing is left once spaces and signs are taken away")
    if partial is not None and len(normal) < SHORTEST_PART:
        raise BadInput(f"{kind}: a part needs at least {SHORTEST_PART} characters")
    if len(normal) > MAX_VALUE:
        raise BadInput(f"{kind}: too long, at most {MAX_VALUE} characters")
    if kind == "link" and partial is None and (profile := _profile(normal)) is not None:
        return profile
    one = Identifier(kind, normal, _settled(_platform(platform), _platform) if kind in ("handle", "payment") else "", partial)
    if not _has_form(one):
        raise BadInput(f"{kind}: it has characters that cannot be in one")
    return one


def _normal(kind: str, value: str, country: str | None, partial: str | None) -> str:
    if kind == "phone":
        return _phone(value, country, partial)
    if kind == "email":
        return _email(value, partial)
    if kind == "handle":
        return _handle(value)
    if kind == "link":
        return _link(value, partial)
    return _payment(value) if kind == "payment" else _plate(value)


def _settled(text: str, read: Callable[[str], str]) -> str:
    """``text`` read again until it stands still: a normal form is its own, or receivers would refuse what senders made.

    Taking one thing away can bring another to light (a combining mark that stood alone, a sign behind a sign); few texts need a second turn.
    """
    for _ in range(8):
        again = read(text)
        if again == text:
            return text
        text = again
    raise BadInput("this has no normal form")


#: What any normal form looks like, by type: whole, and partial. ASCII rules only; other characters are let through.
_FORMS: Final[dict[str, tuple[str, str]]] = {
    "phone": (r"\+[1-9][0-9]{4,14}", r"\+[1-9][0-9]{0,14}|[0-9]{3,15}"),
    "email": (r"[^\x00- A-Z\x7f@]+@[^\x00- A-Z\x7f@]+", r"[^\x00- A-Z\x7f]{2,}"),
    "handle": (r"[^\x00- A-Z\x7f]+", r"[^\x00- A-Z\x7f]{2,}"),
    "link": (r"[^\x00- \x7f]+", r"[^\x00- A-Z\x7f]{2,}"),
    "payment": (r"[^\x00- A-Z\x7f]+", r"[^\x00- A-Z\x7f]{2,}"),
    "plate": (r"[^\x00-/:-@\[-\x7f]+", r"[^\x00-/:-@\[-\x7f]{2,}"),
}


def _has_form(one: Identifier) -> bool:
    if one.platform and (one.type not in ("handle", "payment") or re.search(r"[\x00-\x1fA-Z\x7f]", one.platform)):
        return False
    return re.fullmatch(_FORMS[one.type][one.partial is not None], one.value) is not None
