"""Page furniture: what a saved page carries around its article, recognised by wording, by repetition and by place.

Wording judges a line alone (`furniture_wordings` has the patterns), repetition finds the second copy of a headline or teaser, and
place (`furniture_layout`) finds menus, names and other articles' titles around the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from framing.segmentation import furniture_wordings as wordings
from framing.segmentation.furniture_layout import NEAR_TOP, Line, closing_stop, lines_of, mark_places, near_copies

_LETTERS = re.compile(r"\w+")
_AFTERWORD = re.compile(r"(?:leave\s+a\s+(?:comment|reply)|\d*\s*comments?\b|this\s+site\s+uses|18\+)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[@#]\w+(?:\s+[@#]\w+)*+|(?:[\w.'-]+\s+){0,3}+[\w.+-]+@[\w.-]+\w")
_MONEY = re.compile(r"[$\u00a3\u20ac]\d[\d.,]*(?:\s+[$\u00a3\u20ac]\d[\d.,]*)++(?:\s+other)?", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"\d{4}[-/.]\d\d[-/.]\d\d|\d\d?[-/.]\d\d?[-/.]\d{4}")
_CLOCK = re.compile(r"\d\d?[:.]\d\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GLUED = re.compile(r"[^\s|\u203a\u00bb][|\u203a\u00bb]\S")
_SEPARATOR = re.compile(r"\s*[|\u203a\u00bb\u2022\u00b7>\u00ab]\s*|\s/\s")
_ARROW = re.compile(r"[>^\u2190\u2192\u00ab\u00bb\u203a]\s*+\w")
_GLUED_WORDS = re.compile(r"[a-z][A-Z][a-z]")
_RIGHTS = re.compile(r"(?:copyright\s*+)?\u00a9|copyright\s*+\(c\)|\(c\)\s*+(?:copyright|\d{4})", re.IGNORECASE)
_MARKS = " *\t\u00a0"

MAX_LINE = 160
"""Longer lines are never judged by their wording alone, except by the openings of notices."""

MIN_COPY_WORDS = 3
"""Words that a line needs before its second appearance counts as a copy."""

MENU_ENTRIES = 3
"""So many sections, or parts between bars or arrows, are a menu or a breadcrumb."""

Words = list[str]


def furniture_flags(text: str, spans: list[tuple[int, int]]) -> list[bool]:
    """One flag a sentence span: does it belong to the page rather than the article?"""
    flags = _by_wording_or_copied(text, spans)
    _mark_changed_copies(text, spans, flags)
    lines = lines_of(text, spans, flags)
    _mark_whole_lines(lines, flags)
    mark_places(lines)
    for line in lines:
        if line.furniture:
            flags[line.first : line.last] = [True] * (line.last - line.first)
    return flags


def _by_wording_or_copied(text: str, spans: list[tuple[int, int]]) -> list[bool]:
    """The flags of what is worded as furniture; the first copy of any other sentence is kept, later ones are furniture."""
    flags: list[bool] = []
    seen: set[str] = set()
    for start, end in spans:
        sentence = text[start:end]
        words = _words(sentence)
        key = " ".join(words) if len(words) >= MIN_COPY_WORDS else ""
        flags.append(key in seen or by_wording(sentence, words))
        if key:
            seen.add(key)
    return flags


def by_wording(sentence: str, words: Words) -> bool:
    """Whether a sentence is worded as furniture, whatever stands around it; `words` are its words in lower case."""
    if not words:
        return False
    body = sentence.strip(_MARKS)
    if _RIGHTS.match(body) or _matches(_table("NOTICES"), words[:1], body[:MAX_LINE], whole=False):
        return True
    if len(body) > MAX_LINE:
        return False
    opening = "#" if words[0][0].isdigit() else words[0]
    return (
        _matches(_table("OPENINGS"), (opening,), body)
        or _matches(_table("KEYWORDS"), words, body)
        or ((body[-1] not in ".?" or body.endswith("m.")) and (_is_filing(body, words) or _is_listing(body, words)))
    )


def _words(sentence: str) -> Words:
    return _LETTERS.findall(sentence.casefold())


def _matches(table: dict[str, str], words: Iterable[str], body: str, *, whole: bool = True) -> bool:
    """Whether one of the patterns that `table` lists for these words matches."""
    for word in table.keys() & words:
        pattern = _compiled(table[word])
        if (pattern.fullmatch(body) if whole else pattern.match(body)) is not None:
            return True
    return False


@cache
def _table(name: str) -> dict[str, str]:
    """The patterns of one of the tables under every word that they are listed for."""
    rows: dict[str, list[str]] = {}
    for listed, pattern in getattr(wordings, name):
        for word in listed:
            rows.setdefault(word, []).append(pattern)
    if name == "OPENINGS":
        rows["#"] = [wordings.COUNTED]
        for label in wordings.LABELS:
            rows.setdefault(_words(label)[0], []).append(_labels())
    return {word: "|".join(f"(?:{pattern})" for pattern in patterns) for word, patterns in rows.items()}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _labels() -> str:
    """The pattern of one entry of a header or footer that may stand alone, or of two or more."""
    alone, each = ("|".join(labels).replace("'", "['\u2019]") for labels in (wordings.LABELS_ALONE, wordings.LABELS))
    return rf"(?:{alone})|(?:{each})(?:[\s|/\u00b7\u2022,&>-]++(?:{each}))++\W*"


def _is_filing(body: str, words: Words) -> bool:
    """Whether a line says only when something was filed, or counts shares, views and minutes of reading."""
    if not any(word[0].isdigit() for word in words):
        return len(words) == 1 and body.startswith("@")
    if _ADDRESS.fullmatch(body) or _MONEY.fullmatch(body) or _NUMERIC_DATE.fullmatch(body):
        return True
    rest = [word for word in words if not word[0].isdigit()]
    if all(word in wordings.COUNT_WORDS for word in rest):
        return len(rest) > 0
    if not all(word in wordings.DATE_WORDS or word in wordings.COUNT_WORDS for word in rest):
        return False
    dated = any(word in wordings.DAY_WORDS for word in rest) or _NUMERIC_DATE.search(body) is not None
    return (dated and (len(words) > 2 or _YEAR.search(body) is None)) or (len(rest) > 1 and _CLOCK.search(body) is not None)


def _is_listing(body: str, words: Words) -> bool:
    """Whether a line is an address, a menu, a breadcrumb or parts between bars, one of which is furniture."""
    if all(word in wordings.SECTIONS for word in words) and len(words) >= MENU_ENTRIES:
        return True
    if _ADDRESS.fullmatch(body) or _ARROW.match(body) or _run_together(body):
        return True
    parts = [part for part in _SEPARATOR.split(body) if part]
    if len(parts) < 2:
        return False
    return len(parts) >= MENU_ENTRIES or _GLUED.search(body) is not None or any(by_wording(part, _words(part)) for part in parts)


def _run_together(body: str) -> bool:
    """Whether a line is a menu that lost its spaces: `NewsSportBusinessOpinion`."""
    glued = len(_GLUED_WORDS.findall(body))
    return glued >= MENU_ENTRIES and glued >= body.count(" ") + 1


def _mark_whole_lines(lines: list[Line], flags: list[bool]) -> None:
    """A line of several sentences is furniture when it is worded so as a whole or opens as a notice does."""
    for line in lines:
        if line.last - line.first > 1 and not line.furniture:
            opens = flags[line.first] and _AFTERWORD.match(line.text) is not None
            short = len(line.text) <= MAX_LINE and line.text[-1] not in ".!?"
            line.furniture = opens or (short and by_wording(line.text, _words(line.text)))


def _mark_changed_copies(text: str, spans: list[tuple[int, int]], flags: list[bool]) -> None:
    """Near the top a later copy of a headline or teaser is furniture even when a few of its words have changed."""
    top = [i for i in range(min(len(spans), 2 * NEAR_TOP)) if not flags[i]][:NEAR_TOP]
    sentences = [text[slice(*spans[i])] for i in top]
    for i in near_copies([_words(sentence) for sentence in sentences], [closing_stop(sentence) != "" for sentence in sentences]):
        flags[top[i]] = True
