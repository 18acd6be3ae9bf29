"""What is typed into Check in another language than English, put into the English words that :mod:`finding` and :mod:`looks` read.

The words stand in ``locales/<language>/looks.json`` and are passed in, so this file knows no language. A second implementation follows
it by ``tests/vectors/finding.json``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from .identifiers import clean

#: ``part``, ``skip`` or ``look``; then an English word; then how this language says it. ``skip`` has one list, under ``""``.
Words: TypeAlias = Mapping[str, Mapping[str, Sequence[str]]]

_LONGEST_PHRASE: Final = 5
_LONGEST_THAI: Final = 24
#: Runs of one script, because nobody types a blank between it and a plate: ``ทะเบียนลงท้ายKX``.
_RUN: Final = re.compile(
    r"[\u0e01-\u0e4e]+|[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef]+|(?:(?![\u0e01-\u0e4e\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef])[^\W_])+"
)
_GAP: Final = re.compile(r"[\s'’‘\u2010-\u2015\-]*")
_SKIPPED_GAP: Final = re.compile(r"[\s'’‘:\"“\-]*")
#: Inside of names, addresses and links nothing is put into English.
_INSIDE_BEFORE: Final = re.compile(r"(?:[@._/=&]|[^\W_]-)$")
_INSIDE_AFTER: Final = re.compile(r"[@_/=&]|\.[^\W_]")
_ACCENTS: Final = re.compile("[\u0300-\u036f\u0640\u064b-\u0655\u0670]")
_ARTICLE: Final = re.compile("^[\u0648\u0628\u0644]?\u0627\u0644(?=..)")


def folded(word: str) -> str:
    """One word as it is compared: without case, accents and marks; in Arabic also without the article, and with one form of h and y.

    Thai signs above and below letters stay: without them other words come out.
    """
    word = _ACCENTS.sub("", unicodedata.normalize("NFD", word.casefold()))
    return _ARTICLE.sub("", word.replace("\u0671", "\u0627").replace("\u0629", "\u0647").replace("\u0649", "\u064a"))


def _phrase(text: str) -> str:
    return " ".join(folded(run) for run in _RUN.findall(clean(text)))


def _is_thai(run: str) -> bool:
    return "\u0e00" <= run[:1] < "\u0e80"


@dataclass(slots=True, repr=False)
class Spoken:
    """The words of some languages beside English, arranged for reading. Of one phrase in two languages the first one's meaning counts."""

    _part: dict[str, str] = field(default_factory=dict)
    _look: dict[str, str] = field(default_factory=dict)
    _skip: frozenset[str] = frozenset()

    @classmethod
    def of(cls, *languages: Words) -> Spoken:
        part, look, skip = dict[str, str](), dict[str, str](), set[str]()
        for words in languages:
            skip.update(_phrase(one) for one in words["skip"][""])
            for table, names in ((part, ("part",)), (look, ("part", "look"))):
                for name in names:
                    for english, phrases in words[name].items():
                        for one in phrases:
                            table.setdefault(_phrase(one), english)
        return cls(part, look, frozenset(skip))

    def parts(self, text: str) -> str:
        """The text with *plate ends* and the like in English, and all else as it was: names and links stay what they are. Never raises."""
        return _in_english(text, self._part, self._skip) if self._part else text

    def look(self, text: str) -> str:
        """The text with every word for a car and a person in English. Never raises."""
        return _in_english(text, self._look, frozenset()) if self._look else text


def _in_english(text: str, table: Mapping[str, str], skip: frozenset[str]) -> str:
    text = clean(text)
    runs = list(_RUN.finditer(text))
    words = [folded(run.group()) for run in runs]
    out: list[str] = []
    end = at = 0
    while at < len(runs):
        start = runs[at].start()
        for length in range(min(_LONGEST_PHRASE, len(runs) - at), 0, -1):
            last = at + length - 1
            english = table.get(" ".join(words[at : last + 1]))
            if english is None or _is_inside(text, start, runs[last].end()):
                continue
            if all(_GAP.fullmatch(text[runs[one].end() : runs[one + 1].start()]) for one in range(at, last)):
                out += [text[end:start], f" {english} "]
                at, end = last + 1, runs[last].end()
                # "placa de mi coche": what stands between these words and the plate is no part of one, unless written as one.
                while at < len(runs) and words[at] in skip and not runs[at].group().isupper():
                    if not _SKIPPED_GAP.fullmatch(text[end : runs[at].start()]):
                        break
                    at, end = at + 1, runs[at].end()
                break
        else:
            if _is_thai(words[at]):
                out += [text[end:start], _in_thai(words[at], table, skip)]
                end = runs[at].end()
            at += 1
    return "".join([*out, text[end:]])


def _in_thai(run: str, table: Mapping[str, str], skip: frozenset[str]) -> str:
    """A run without blanks: at each place the longest word that is known."""
    out: list[str] = []
    at, taken = 0, False
    while at < len(run):
        for end in range(min(len(run), at + _LONGEST_THAI), at, -1):
            piece = run[at:end]
            if piece in table:
                out.append(f" {table[piece]} ")
                taken = True
            elif not (taken and piece in skip):
                continue
            at = end
            break
        else:
            out.append(run[at])
            at, taken = at + 1, False
    return "".join(out)


#: English alone, which needs no data.
ENGLISH: Final = Spoken()


def _is_inside(text: str, start: int, end: int) -> bool:
    return bool(_INSIDE_BEFORE.search(text[max(0, start - 2) : start]) or _INSIDE_AFTER.match(text[end : end + 2]))
