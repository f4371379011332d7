"""Where sentences begin and end: one pass over candidate stops, each judged by the words around it. Linear in the text's length."""

from __future__ import annotations

import re
from collections import deque
from itertools import pairwise

from framing.segmentation.words import BEFORE_NUMBER, LOWER_STARTERS, NEVER_LAST, ORDINARY, SOMETIMES_LAST, SPEECH_VERBS, STARTERS

# The first character is a plain set, so that the engine skips to it; looking back only then keeps a run of stops from being scanned
# again from each of its members, and possessive repeats keep a failed match from being tried in parts.
_STOP = re.compile(
    r"(?P<marks>[.!?\u2026](?<![.!?\u2026][.!?\u2026])(?:(?<=\.)(?:[ \u00a0][.?!]){2,3}+|[.!?\u2026]*+))"
    r"(?P<closers>[\"'\u201d\u2019\u00bb)\]*]*+)"
    r"(?P<gap>\s++|\Z|(?=[\"\u201c\u2018(]?[A-Z][a-z]))"
)
_AHEAD = re.compile(
    r"(?P<dash>[\u2014\u2013-]\s?)?(?P<opener>[\"'\u201c\u2018\u00ab\u201e\u201d(\[*]*)(?P<word>[^\W_]+(?:['\u2019-][^\W_]+)*)?"
)
_ATTRIBUTION = re.compile(
    r"(?:(?:the|a|an|one|his|her|their|our|my)\s)?(?:[A-Z\u00c0-\u00de][\w'\u2019.-]*\s){1,5}?(?:[a-z]+ly\s)?(?P<verb>[a-z]+)\b(?=[\s.,;:])"
)
_PRONOUN_SAYS = re.compile(r"(?:He|She|They|I|We|It)\s(?:[a-z]+ly\s)?(?P<verb>[a-z]+)\s*[.,:;]")
_SECOND_ITEM = re.compile(r"[ \u00a0](?:\(?(?:\d{1,2}|[b-z])[.)]|[\u2022\u2043\u25aa\u25cf\u2023])")
_MARK_ALONE = re.compile(r"(?:[\u2022\u2043\u25aa\u25cf\u2023*\u2013-]\s*)?\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})(?:\.\)|[.)])")
_ITEM = re.compile(
    r"(?<!\S)(?:\(?(?P<number>\d{1,2}|[a-z])(?P<style>\.\)|[.)])|(?P<bullet>[\u2022\u2043\u25aa\u25cf\u2023]))\s*(?=\S)"
)
_REFERENCE = re.compile(r"\([^()]{1,60}\)[.;,]")
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,4}")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*+")
_LINE_END = re.compile(r"\n\s*+")

_WINDOW = 32
"""Characters looked at before a stop; no abbreviation is longer."""

_BRACKET_WINDOW = 300
"""Characters within which an opened bracket must close for stops inside it to be its own affair."""

WRAP_WIDTH = range(45, 101)
"""Widths at which e-mail and old text files are wrapped."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of `text`, stripped of white space, in order, never overlapping."""
    spans: list[tuple[int, int]] = []
    for start, end in block_spans(text):
        _split_block(text, start, end, spans)
    return spans


def block_spans(text: str) -> list[tuple[int, int]]:
    """Stretches that no sentence crosses: lines, or whole paragraphs where they are wrapped at a fixed width."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _PARAGRAPH.finditer(text):
        _split_paragraph(text, start, match.start(), spans)
        start = match.end()
    _split_paragraph(text, start, len(text), spans)
    return spans


def _split_paragraph(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    begin = start
    if text.find("\n", start, end) >= 0 and not _is_wrapped(text[start:end]):
        for match in _LINE_END.finditer(text, start, end):
            if not _continues(text, begin, match, end):
                _append(spans, text, begin, match.start())
                begin = match.end()
    _append(spans, text, begin, end)


def _is_wrapped(paragraph: str) -> bool:
    """Whether lines break in mid-sentence: all but the last of nearly one width, two or more going on in lower case."""
    lines = paragraph.strip().split("\n")
    if len(lines) < 3 or not all(len(line) in WRAP_WIDTH for line in lines[:-1]):
        return False
    broken = sum(below[:1].islower() and above.rstrip()[-1:] not in ".!?:;" for above, below in pairwise(lines))
    return broken >= 2 or broken == len(lines) - 1


def _continues(text: str, begin: int, match: re.Match[str], limit: int) -> bool:
    """Whether a single line break falls inside a sentence: a space hangs before or behind it and a lower-case word follows."""
    before = text[begin : match.start()][-3:]
    after = match.end()
    stripped = before.rstrip()
    return (
        after < limit
        and text[after].islower()
        and (len(stripped) < len(before) or after - match.start() > 1)
        and stripped != ""
        and stripped[-1] not in ".!?:;"
    )


def _split_block(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    begin = start
    items = deque(_item_starts(text, start, end))
    for match in _STOP.finditer(text, start, end):
        cut = match.end()
        while items and items[0] <= cut:
            _append(spans, text, begin, items[0])
            begin = max(begin, items.popleft())
        if begin < cut < end and _ends(text, begin, match, end):
            spans.append((begin, match.end("closers")))
            begin = cut
    for item in items:
        _append(spans, text, begin, item)
        begin = max(begin, item)
    _append(spans, text, begin, end)


def _item_starts(text: str, start: int, end: int) -> list[int]:
    """Where the items of an inline list begin: bullets, or marks that count up from 1, a or the block's own."""
    if not _SECOND_ITEM.search(text, start, end):
        return []
    starts: list[int] = []
    number = style = bullet = None
    for match in _ITEM.finditer(text, start, end):
        found, its_style, its_bullet = match.group("number", "style", "bullet")
        if its_bullet:
            if bullet is None and match.start() == start:
                bullet = its_bullet
            if its_bullet == bullet:
                starts.append(match.start())
        elif found in {"1", "a"} and number not in {"1", "a"} and (match.start() == start or text[match.start() - 2] in ".!?:"):
            number, style, starts = found, its_style, [match.start()]
        elif number is None and match.start() == start:
            number, style, starts = found, its_style, [start]
        elif number is not None and its_style == style and found == _successor(number):
            number = found
            starts.append(match.start())
    return starts if len(starts) > 1 else []


def _successor(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


def _ends(text: str, begin: int, match: re.Match[str], limit: int) -> bool:
    """Whether the stop that `match` found ends the sentence that began at `begin`."""
    marks, closers, gap = match.group("marks", "closers", "gap")
    ahead = _AHEAD.match(text, match.end(), limit)
    dash, opener, word = ahead.group("dash", "opener", "word") if ahead else (None, "", None)
    if word is None:
        return bool(gap)
    if not gap:
        return _glued(text, match)
    if match.end("closers") - begin < 10 and _MARK_ALONE.fullmatch(text, begin, match.end("closers")):
        return False
    if closers and _quote_goes_on(text, match, closers, limit):
        return False
    if word[0].islower() and not _CAMEL.match(word):
        return marks == "." and not (closers or opener or dash) and _careless_start(text, match, word)
    if closers and opener == "(" and _REFERENCE.match(text, match.end(), limit):
        return False
    if not closers and _inside_bracket(text, begin, match.start(), limit):
        return False
    if marks[-1] in "!?":
        return True
    if len(marks) > 1 or marks == "\u2026":
        spaced = " " in marks or text[match.start() - 1 : match.start()].isspace()
        return not spaced or len(marks) == 4 or word.split("'")[0] != "I"
    return bool(closers) or _full_stop_ends(text, begin, match.start(), word)


def _full_stop_ends(text: str, begin: int, stop: int, word: str) -> bool:
    """Judge a bare full stop before a capital or a digit by the token before it."""
    words = text[max(begin, stop - _WINDOW) : stop].split()
    token = words[-1].lstrip("\"'\u201c\u2018([") if words else ""
    low = token.lower()
    if low in BEFORE_NUMBER and (word[0].isdigit() or (token[:1].isupper() and low not in {"no", "c", "p"})):
        return False
    if low in NEVER_LAST:
        return False
    starts = word[0].isupper() and word.lower().replace("\u2019", "'") in STARTERS
    if low in SOMETIMES_LAST and not (low in ORDINARY and token.islower()):
        if low in {"a.m", "p.m"} and word.lower() in NEVER_LAST:
            return text.count(" ", begin, stop) > 4
        return starts
    return starts if _INITIALS.fullmatch(token) else True


def _inside_bracket(text: str, begin: int, stop: int, limit: int) -> bool:
    """Whether the stop stands in a bracket that a sentence opened on its way and that it goes on after."""
    low = max(begin, stop - _BRACKET_WINDOW)
    opened = text.rfind("(", low, stop)
    if opened <= begin or opened < text.rfind(")", low, stop):
        return False
    closed = text.find(")", stop, min(limit, stop + _BRACKET_WINDOW))
    after = text[closed + 1 : closed + 3].strip()
    return closed > 0 and after[:1] != "" and (after[0].islower() or after[0] in ",;")


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
    """A stop without a space after it (`world.Today`) ends a sentence unless it sits in an address, a file or a name."""
    words = text[max(0, match.start() - _WINDOW) : match.start()].split()
    token = words[-1] if words else ""
    following = text[match.end() : match.end() + _WINDOW].split()
    rest = following[0].rstrip(".,;:!?\"'\u201d\u2019)") if following else ""
    if len(match.group("marks")) > 1 or any(mark in token + rest for mark in ("/", "@", "www", "_", "#")):
        return False
    if token.strip("\u00a3$\u20ac").replace(",", "").replace(".", "").rstrip("%").isdigit():
        return True
    if "." in token or ("." in rest and rest.split(".")[0].lower() not in NEVER_LAST):
        return False
    return token[-1:] in ')]"\u201d\u2019' or (len(token) >= 3 and token[-3:].isalpha() and token[-2:].islower())


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add `start:end` without the white space around it, unless nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
