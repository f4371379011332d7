"""Where sentences begin and end: one pass over candidate stops, each judged by the words around it. Linear in the text's length."""

from __future__ import annotations

import re
from itertools import pairwise

from framing.segmentation.words import LOWER_STARTERS, NEVER_LAST, SOMETIMES_LAST, SPEECH_VERBS, STARTERS

_STOP = re.compile(
    r"(?P<marks>(?:[.][ \u00a0]){2,3}[.]|[.!?\u2026]+)"
    r"(?P<closers>[\"'\u201d\u2019\u00bb)\]*]*)"
    r"(?P<gap>\s+|(?=[A-Z][a-z]))"
)
_AHEAD = re.compile(r"([\"'\u201c\u2018\u00ab\u201e\u201d(\[*]*)([^\W_]+(?:['\u2019-][^\W_]+)*)?")
_ATTRIBUTION = re.compile(
    r"(?:(?:the|a|an|one|his|her|their|our|my)\s)?(?:[A-Z\u00c0-\u00de][\w'\u2019.-]*\s){1,5}?(?:[a-z]+ly\s)?(?P<verb>[a-z]+)\b(?=[\s.,;:])"
)
_PRONOUN_SAYS = re.compile(r"(?:He|She|They|I|We|It)\s(?:[a-z]+ly\s)?(?P<verb>[a-z]+)\s*[.,:;]")
_LIST_MARK = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})(?:\.\)|[.)])|[\u2022\u2043\u25aa\u25cf\u2023*\u2013-])\s")
_NEXT_MARK = re.compile(r"(?<=\s)(?:\(?(\d{1,2}|[a-z])(\.\)|[.)])|([\u2022\u2043\u25aa\u25cf\u2023]))\s+(?=\S)")
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,4}")
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"[^\S\n]*\n\s*")

_WINDOW = 32
"""Characters looked at before a stop; no abbreviation is longer."""

WRAP_WIDTH = range(50, 101)
"""Widths at which e-mail and old text files are wrapped."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of `text`, stripped of white space, in order, never overlapping."""
    spans: list[tuple[int, int]] = []
    for start, end in block_spans(text):
        spans.extend(_split_block(text, start, end))
    return spans


def block_spans(text: str) -> list[tuple[int, int]]:
    """Stretches that no sentence crosses: lines, or paragraphs where the text is wrapped at a fixed width."""
    separator = _BLANK if _is_wrapped(text) else _LINE_END
    spans = []
    start = 0
    for match in separator.finditer(text):
        if separator is _LINE_END and _continues(text, start, match):
            continue
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return [span for span in (_strip(text, *span) for span in spans) if span[0] < span[1]]


def _is_wrapped(text: str) -> bool:
    """Whether lines break in mid-sentence: several lines of nearly one width that end in a letter and go on in lower case."""
    lines = text[:20_000].split("\n")
    broken = filled = 0
    for line, following in pairwise(lines):
        if line.strip() and following.strip():
            filled += 1
            broken += len(line) in WRAP_WIDTH and following[0].islower()
    return broken >= 3 and broken > 0.25 * filled


def _continues(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a single line break falls inside a sentence: a space is left hanging before it and a lower-case word follows."""
    gap = match.group()
    after = match.end()
    return (
        gap.count("\n") == 1
        and gap[0] in " \u00a0"
        and after < len(text)
        and text[after].islower()
        and match.start() > start
        and text[match.start() - 1] not in ".!?:;"
    )


def _split_block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    begin = start
    marks = _item_starts(text, start, end)
    for match in _STOP.finditer(text, start, end):
        cut = match.end()
        while marks and marks[0] <= cut:
            mark = marks.pop(0)
            if mark > begin:
                spans.append(_strip(text, begin, mark))
                begin = mark
        if cut < end and cut > begin and _ends(text, begin, match, end):
            spans.append((begin, match.end("closers")))
            begin = cut
    for mark in marks:
        spans.append(_strip(text, begin, mark))
        begin = mark
    if begin < end:
        spans.append(_strip(text, begin, end))
    return [span for span in spans if span[0] < span[1]]


def _item_starts(text: str, start: int, end: int) -> list[int]:
    """Where the items of an inline list begin: bullets, or marks that count up from the one that opens the block."""
    opening = _NEXT_MARK_AT_START.match(text, start, end)
    if opening is None:
        return []
    number, style, bullet = opening.groups()
    starts = []
    for match in _NEXT_MARK.finditer(text, opening.end(), end):
        if bullet:
            if match.group(3) == bullet:
                starts.append(match.start())
        elif match.group(2) == style and match.group(1) == _successor(number):
            number = match.group(1)
            starts.append(match.start())
    return starts


_NEXT_MARK_AT_START = re.compile(r"(?:\(?(\d{1,2}|[a-z])(\.\)|[.)])|([\u2022\u2043\u25aa\u25cf\u2023]))\s*(?=\S)")


def _successor(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


def _ends(text: str, begin: int, match: re.Match[str], limit: int) -> bool:
    """Whether the stop that `match` found ends the sentence that began at `begin`."""
    marks, closers, gap = match.group("marks", "closers", "gap")
    ahead = _AHEAD.match(text, match.end(), limit)
    opener, word = ahead.groups() if ahead else ("", None)
    if word is None:
        return bool(gap)
    if not gap:
        return _glued(text, match)
    if closers and _quote_goes_on(text, match, closers, limit):
        return False
    if word[0].islower() and not opener:
        return marks == "." and not closers and _careless_start(text, match, word)
    if marks[-1] in "!?":
        return not word[0].islower()
    if len(marks) > 1 or marks == "\u2026":
        return word[0].isupper() and (word.split("'")[0] != "I" or len(marks) == 4)
    if word[0].islower():
        return False
    if closers:
        return True
    return _full_stop_ends(text, begin, match.start(), word)


def _full_stop_ends(text: str, begin: int, stop: int, word: str) -> bool:
    """Judge a bare full stop before a capital or a digit by the token before it."""
    window = text[max(begin, stop - _WINDOW) : stop]
    token = window.split()[-1] if window.split() else ""
    token = token.lstrip("\"'\u201c\u2018([")
    low = token.lower()
    starts = word.lower() in STARTERS
    if begin + len(token) >= stop - 1 and _LIST_MARK.match(text, begin):
        return False
    if low in NEVER_LAST:
        return False
    if low in SOMETIMES_LAST:
        if low in {"a.m", "p.m"} and word.lower() in NEVER_LAST:
            return text.count(" ", begin, stop) > 4
        return starts and word[0].isupper()
    if _INITIALS.fullmatch(token):
        return starts and (len(token) > 1 or token != "I" or word.lower() != "am") and not word.isdigit()
    return True


def _quote_goes_on(text: str, match: re.Match[str], closers: str, limit: int) -> bool:
    """Whether closing marks are followed by the words that say who spoke: `"It is a disgrace!" he said.`"""
    if not any(char in "\"'\u201d\u2019\u00bb" for char in closers):
        return False
    after = match.end()
    if text[after].islower():
        return True
    found = _ATTRIBUTION.match(text, after, min(limit, after + 120)) or _PRONOUN_SAYS.match(text, after, min(limit, after + 60))
    return found is not None and found.group("verb") in SPEECH_VERBS


def _careless_start(text: str, match: re.Match[str], word: str) -> bool:
    """A lower-case word after a full stop opens a sentence only if it is a common opener and the token before is a plain word."""
    window = text[max(0, match.start() - _WINDOW) : match.start()]
    token = window.split()[-1].lower() if window.split() else ""
    return word in LOWER_STARTERS and len(token) > 3 and token.isalpha() and token not in NEVER_LAST | SOMETIMES_LAST


def _glued(text: str, match: re.Match[str]) -> bool:
    """A stop without a space after it (`world.Today`) ends a sentence unless it sits in an address or a name."""
    start, stop = match.start(), match.end()
    window = text[max(0, start - _WINDOW) : start]
    token = window.split()[-1] if window.split() else ""
    following = text[stop : stop + _WINDOW].split()
    rest = following[0] if following else ""
    if match.group("marks") not in {".", "!", "?"} or any(mark in token + rest for mark in ("/", "@", "www", "_", "#")):
        return False
    if "." in token or re.search(r"\.\w", rest):
        return rest.rstrip(".").lower() in NEVER_LAST and "." not in token
    return (token[-3:].isalpha() and token[-3:].islower() and len(token) >= 3) or token.replace(",", "").isdigit()


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
