"""Finding identifiers in whatever people paste: chats, adverts, half sentences.

A second implementation follows this file by ``tests/vectors/identifiers.json``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import phonenumbers

from crypto.errors import BadInput

from .identifiers import DASHES, SHORTEST_PART, Identifier, clean, digits_of, identifier
from .spoken import ENGLISH, Spoken

#: Nobody pastes more than this to look somebody up; what comes after is not read.
MAX_TEXT: Final = 65_536
_MOST_FOUND: Final = 200

_AT: Final = re.compile(r"\s*[\[({]\s*(?:at|@)\s*[\])}]\s*", re.I)
_DOT: Final = re.compile(r"\s*[\[({]\s*(?:dot|\.)\s*[\])}]\s*", re.I)
_FIND_EMAIL: Final = re.compile(r"[^\s@<>\"'(),:;\\\[\]/?=&]{1,64}@[^\s@<>\"'(),:;\\\[\]/?&]{1,190}\.[^\W\d_]{2,24}")
_FIND_LINK: Final = re.compile(
    r"(?i)\b(?:https?://[^\s<>\"']{3,500}|www\.[^\s<>\"']{3,500}|(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10}/[^\s<>\"']{1,500}"
    r"|(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|co\.uk|escort|xxx|me|app|info|eu|de|fr|nl|es|it|pl|ro|ie)\b(?!@))"
)
_FIND_DATE: Final = re.compile(
    r"(?<![\d./-])(?:(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|[12]\d|3[01])[./-](?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01]))"
    r"(?![./-]?\d)(?:T(?=\d))?"
)
_FIND_TIME: Final = re.compile(r"(?<![\d:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,6})?(?:\s?[ap]\.?m\b\.?)?(?![\d:])", re.I)
_FIND_NUMBER: Final = re.compile(r"(?<![\w$£€])(?:\(?\+|\()?\d(?:[\d \t\xa0()./_*~-]{0,40}\d)(?!\w)")
_FIND_HANDLE: Final = re.compile(r"(?:(?<=\s)|^|(?<=[(:,;/]))@([\w.][\w.\-]{1,63})")
_NAMED: Final = (
    "instagram|insta|ig|telegram|tg|snapchat|snap|twitter|tiktok|facebook|fb|onlyfans|discord|kik|signal|adultwork|vivastreet|tinder|grindr"
)
_FIND_NAMED: Final = re.compile(rf"(?i)\b({_NAMED})\b\s*(?:[:=-]|is|handle|name|user(?:name)?)[\s:=]*@?([\w.][\w.\-]{{1,63}})")
_FIND_AT_NAMED: Final = re.compile(rf"(?i)\b({_NAMED})\s+@([\w.][\w.\-]{{1,63}})|@([\w.][\w.\-]{{1,63}})\s*(?:\(|on\s+)({_NAMED})\b")
_FIND_PAY: Final = re.compile(
    r"(?i)\b(paypal|revolut|monzo|venmo|zelle|cash\s?app)\b\s*(?:[:=-]|is|name|tag)[\s:=]*[@$]?([\w.][\w.\-]{1,63})"
)
_FIND_CASHTAG: Final = re.compile(r"(?<![\w$])\$([A-Za-z][A-Za-z0-9]{1,19})\b")
_FIND_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?\b")
_PLATE_WORD: Final = r"(?:number\s?plates?|licen[cs]e\s?plates?|plates?|registration|reg|vrm)"
_PART_WORD: Final = r"(starts?|starting|begins?|beginning|ends?|ending|contains?|containing|includes?|has)"
_FIND_PART: Final = re.compile(
    rf"(?i)\b(?:({_PLATE_WORD})|(number|phone|mobile|tel|handle))?\s*(?:that\s+|which\s+)?\b{_PART_WORD}\b"
    r"\s*(?:with|in|on)?[\s:]*[\"'“‘]?((?:[A-Z0-9]{1,8}[ -]?){1,3})(?!\w)"
)
_FIND_PLATE_WORD: Final = re.compile(
    rf"(?i)\b{_PLATE_WORD}\b\s*(?:is|was|no\.?|number|[:=#-])*[\s:]*[\"'“‘]?([^\W_]{{1,8}}(?:[ .·-][^\W_]{{1,8}}){{0,3}})"
)
_PLATE_SHAPES: Final = re.compile(
    r"(?<![\w-])(?:"
    r"[A-Z]{2}\d{2}[ -]?[A-Z]{3}|[a-z]{2}\d{2}[a-z]{3}"  # GB since 2001
    r"|[A-Z]\d{1,3}[ -]?[A-Z]{3}"  # GB before
    r"|\d{2,3}-[A-Z]{1,2}-\d{1,6}"  # IE
    r"|[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}"  # FR, IT
    r"|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}[EH]?"  # DE
    r"|\d{4}[ -]?[BCDFGHJ-NPR-TV-Z]{3}"  # ES
    r"|(?:[A-Z]{2}|\d{2,3}|[A-Z]|[A-Z]{3}|\d)-(?:\d{2,3}|[A-Z]{2,3})-(?:[A-Z]{1,2}|\d{1,2})"  # NL
    r"|[A-Z]{1,2} ?\d{2,3} ?[A-Z]{3}"  # RO
    r"|[A-Z]{2} ?\d{4} ?[A-Z]{2}"  # UA, BG
    r")(?![\w-])"
)
_SAYS_SOMETHING: Final = re.compile(r"[^\W_]")
_PART_OF_WORD: Final = {"s": "starts", "b": "starts", "e": "ends", "c": "contains", "i": "contains", "h": "contains"}


def find(text: str, country: str | None = None, spoken: Spoken = ENGLISH) -> list[Identifier]:
    """Every identifier in a text, in normal form, without repeats: paste anything.

    Takes whole chats: dates, times and prices are left out, unseen characters ignored. Finds ``plate ends KX`` as a partial one.
    Never raises, whatever the text.

    Args:
        country: home country (ISO 3166-1 alpha-2).
        spoken: the words for *plate ends* and the like that are understood beside the English ones.
    """
    return _read(text, country, spoken)[0]


def beside(text: str, country: str | None = None, spoken: Spoken = ENGLISH) -> bool:
    """Whether a text says more than :func:`find` takes from it: a name, a date, a whole story.

    Whoever keeps only what was found has to tell that the rest is not kept. Never raises. For the arguments see :func:`find`.
    """
    return _read(text, country, spoken)[1]


def _read(text: str, country: str | None, spoken: Spoken) -> tuple[list[Identifier], bool]:
    text = DASHES.sub("-", clean(spoken.parts(text[:MAX_TEXT])))
    # One blank for each run of them: the patterns below may then allow blanks anywhere without becoming slow.
    text = re.sub(r"\s+", lambda m: "\n" if "\n" in m.group() else " ", text)
    text = _DOT.sub(".", _AT.sub("@", text))
    found: dict[Identifier, None] = {}

    def take(kind: str, value: str, *, platform: str | None = None, partial: str | None = None) -> bool:
        try:
            one = identifier(kind, value, platform=platform, partial=partial, country=country)
        except BadInput:
            return False
        if len(found) < _MOST_FOUND:
            found.setdefault(one)
        return True

    def each(pattern: re.Pattern[str], use: Callable[[re.Match[str]], bool]) -> None:
        # What was understood is taken out, so that nothing is read as two things.
        nonlocal text
        text = pattern.sub(lambda m: " \n " if use(m) else m.group(), text)

    each(_FIND_EMAIL, lambda m: take("email", m.group().strip(".")))
    each(_FIND_LINK, lambda m: take("link", m.group().rstrip(".,;:!?)]}'")))
    each(_FIND_IBAN, lambda m: _is_iban(m.group()) and take("payment", m.group(), platform="iban"))
    each(_FIND_PAY, lambda m: take("payment", m.group(2).rstrip("."), platform=re.sub(r"\s", "", m.group(1))))
    each(_FIND_CASHTAG, lambda m: take("payment", m.group(1), platform="cashapp"))
    each(_FIND_AT_NAMED, lambda m: take("handle", (m.group(2) or m.group(3)).rstrip(".-"), platform=m.group(1) or m.group(4)))
    each(_FIND_NAMED, lambda m: not m.group(2).isdigit() and take("handle", m.group(2).rstrip(".-"), platform=m.group(1)))
    each(_FIND_HANDLE, lambda m: take("handle", m.group(1).rstrip(".-")))
    each(_FIND_PART, lambda m: _take_part(m, take))
    each(_FIND_PLATE_WORD, lambda m: _take_plate(m.group(1), take))
    each(_PLATE_SHAPES, lambda m: take("plate", m.group()))
    # Taken out too, so that no number is read into a date; nobody keeps it, so it stands beside.
    rest = text
    each(_FIND_DATE, lambda m: True)
    each(_FIND_TIME, lambda m: True)
    dated = text != rest
    each(_FIND_NUMBER, lambda m: _take_phones(m.group(), country, take))
    return list(found), dated or _SAYS_SOMETHING.search(text) is not None


def _is_iban(text: str) -> bool:
    text = text.replace(" ", "")
    if not text.isascii() or not 15 <= len(text) <= 34:
        return False
    return int("".join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1


def _take_part(m: re.Match[str], take: Callable[..., bool]) -> bool:
    word, value = m.group(3), re.sub(r"[ -]+$", "", m.group(4))
    if not m.group(1) and not m.group(2) and word.lower() in ("has", "include", "includes"):
        return False
    if not any(c.isdigit() for c in value):
        # Letters alone are a plate's only if they are written as one: "ends KX", not "ends up".
        value = value.split(" ")[0] if value.split(" ")[0].isupper() else ""
        if not value and m.group(1):
            value = re.split("[ -]", m.group(4))[0]
            value = value if len(value) <= 3 else ""
    else:
        kept = []
        for token in re.split("[ -]+", value):
            if not (token.isupper() or any(c.isdigit() for c in token) or (m.group(1) and len(token) <= 3)):
                break
            kept.append(token)
        value = "".join(kept)
    if len(value) < SHORTEST_PART:
        return False
    kind = "phone" if value.isdigit() and len(value) >= 3 and not m.group(1) else "plate"
    return take(kind, value, partial=_PART_OF_WORD[word[0].lower()])


def _take_plate(text: str, take: Callable[..., bool]) -> bool:
    kept: list[str] = []
    for token in re.split("[ .·-]", text):
        # A plate goes on as long as its pieces have digits or are in capitals; the sentence around it does not.
        if len("".join(kept)) + len(token) > 10 or not (
            any(c.isdigit() for c in token) or token.isupper() or (kept and len(token) == 3 and len(kept) == 1)
        ):
            break
        kept.append(token)
    whole = "".join(kept)
    return len(whole) >= 4 and any(c.isdigit() for c in whole) and take("plate", whole)


def _take_phones(run: str, country: str | None, take: Callable[..., bool]) -> bool:
    """Takes the numbers out of a run of digits and separators. Several can stand side by side: the longest that can be one, then on."""
    pieces = re.findall(r"\(?\+?\(?\d+\)?", run)
    at, taken = 0, False
    while at < len(pieces):
        for end in range(min(len(pieces), at + 12), at, -1):
            candidate = " ".join(pieces[at:end])
            if _is_like_a_phone(candidate, country) and take("phone", candidate):
                at, taken = end, True
                break
        else:
            at += 1
    return taken


def _is_like_a_phone(text: str, country: str | None) -> bool:
    digits = digits_of(text)
    if not 7 <= len(digits) <= 17 or "+" in text[2:]:
        return False
    if text.lstrip("(").startswith("+") or digits.startswith("00"):
        return True
    if country is None:
        return False
    # Prices and counts have no trunk prefix and are short.
    prefix = phonenumbers.ndd_prefix_for_region(country, True) or ""
    return len(digits) >= 10 or (prefix == "0" and digits.startswith("0")) or (prefix != "0" and len(digits) >= (7 if prefix else 8))
