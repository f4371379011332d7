"""Where furniture stands: before the headline, below a list's heading, after the last paragraph.

A menu's "Opinion" and a by-line's "Senior reporter" cannot be told from a sub-heading by their wording, only by
their place: an article opens with its headline, is made of sentences and ends with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from framing.segmentation.furniture_wordings import MONTHS

TITLE_WORDS = 16
"""A line without a closing stop of at most so many words may be a related headline or its author."""

PROSE_WORDS = 6
"""Words that a line with a closing stop needs to be taken for a paragraph of the article."""

HEADLINE_WORDS = 5
"""Words that make a line above the article a headline or a standfirst rather than a menu entry, a name or a place."""

MENU_WORDS = 2
"""Two entries of at most so many words on adjacent lines are a menu."""

NEAR_WORDS = 5
"""Words that a line needs before a slightly changed one counts as its copy."""

SWAP_WORDS = 8
"""Words that two lines need when both have a word that the other lacks."""

MAX_CHANGED = 5
"""Words by which a copy may differ."""

NEAR_TOP = 14
"""Changed copies are teasers, which stand at the top of a page: only so many sentences are compared with each other."""

_HEADING = re.compile(
    r"(?:related|recommended|popular|recent|similar|latest|trending|top\s+stories|most\s+\w+|more\s+(?:from|in|by|like|stories|news)"
    r"|you\s+(?:may|might)\s+also|read\s+(?:this\s+)?(?:more|next|also)|readmore|see\s+also|also\s+read|in\s+(?:the\s+headlines|other\s+news)"
    r"|up\s+next|best\s+of|editors?\W|speaking\s+of|don\Wt\s+miss|what\s+others|leave\s+a|\d*\s*comments?\b|this\s+site\s+uses)(?![^:]{0,80}:\s*+\S)",
    re.IGNORECASE,
)
_MONTH = rf"(?:{MONTHS.replace(' ', '|')})[.,]?"
_DATED = re.compile(
    rf"\b(?:{_MONTH}\s{{1,3}}\d\d?(?:st|nd|rd|th)?|\d\d?(?:st|nd|rd|th)?\s{{1,3}}{_MONTH}),?\s{{1,3}}(?:19|20)\d\d\b", re.IGNORECASE
)
_CLOSED = ".!?\u2026"
_CLOSERS = "\"'\u201d\u2019)]* \u00a0"
_ITEM = ("\u2022", "-", "\u2013", "*", "\u25cf", "\u25aa")


@dataclass(slots=True)
class Line:
    """The sentences `first:last` of one line and what its place and form say about it."""

    first: int
    last: int
    text: str
    size: int
    adjacent: bool
    """No blank line stands between it and the line before."""
    furniture: bool
    stop: str
    """The closing stop of its last sentence that is not furniture, or nothing."""

    @property
    def prose(self) -> bool:
        """Whether it is a paragraph: sentences, not a title and not a notice."""
        return (
            not self.furniture
            and self.size >= PROSE_WORDS
            and (self.stop in {".", "!", "\u2026"} or (self.stop == "?" and self.last - self.first > 1))
        )

    @property
    def title(self) -> bool:
        """Whether it may be a headline, a name or a label."""
        return not self.stop and self.size <= TITLE_WORDS


def line_numbers(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """The number of the line on which each span starts."""
    numbers, number, position = [], 0, 0
    for start, _ in spans:
        number += text.count("\n", position, start)
        position = start
        numbers.append(number)
    return numbers


def closing_stop(sentence: str) -> str:
    """The stop that closes a sentence, or nothing when it has none and may be a title."""
    end = sentence.rstrip(_CLOSERS)[-1:]
    return end if end in _CLOSED else ""


def lines_of(text: str, spans: list[tuple[int, int]], flags: list[bool]) -> list[Line]:
    """The lines that hold sentences, in order; a line is furniture when all its sentences are."""
    numbers = line_numbers(text, spans)
    bounds = [0, *(i for i in range(1, len(spans)) if numbers[i] != numbers[i - 1]), len(spans)] if spans else []
    out = []
    for first, last in pairwise(bounds):
        body = text[spans[first][0] : spans[last - 1][1]]
        own = max((i for i in range(first, last) if not flags[i]), default=last - 1)
        adjacent = first > 0 and text.count("\n", spans[first - 1][1], spans[first][0]) == 1
        out.append(
            Line(
                first,
                last,
                body,
                body.count(" ") + body.count("\u00a0") + 1,
                adjacent,
                all(flags[first:last]),
                closing_stop(text[slice(*spans[own])]),
            )
        )
    return out


def mark_places(lines: list[Line]) -> None:
    """Mark the lines whose place on the page makes them furniture."""
    body = [i for i, line in enumerate(lines) if line.prose]
    if len(body) >= 2 and _is_page(lines):
        head = _mark_head(lines, body[0])
        _mark_lists(lines, head)
        _mark_tail(lines, body[-1])
    else:
        _mark_lists(lines, 0)
    _mark_repeated_names(lines)


def _is_page(lines: list[Line]) -> bool:
    """Whether something shows that this is a saved page and not plain text: a known wording or a menu."""
    return any(line.furniture for line in lines) or any(True for _ in _menus(lines, len(lines)))


def _menus(lines: list[Line], end: int) -> Iterator[int]:
    """The lines before `end` that stand, like the line above them, as an entry of a menu."""
    for i in range(1, end):
        if lines[i].adjacent and _entry(lines[i]) and _entry(lines[i - 1]):
            yield i


def _entry(line: Line) -> bool:
    return not line.furniture and line.title and line.size <= MENU_WORDS and line.text[-1] not in ":;," and line.text[:1].isupper()


def _mark_head(lines: list[Line], body: int) -> int:
    """Mark what stands around the headline and standfirst; the line number of the first that was kept."""
    kept = _headlines(lines, body)
    for i in range(body):
        line = lines[i]
        if (
            i not in kept
            and not line.furniture
            and (line.title or i < min(kept, default=0))
            and line.text[-1] not in ":\u2014\u2013"
        ):
            line.furniture = True
    return min(kept, default=body)


def _headlines(lines: list[Line], body: int) -> set[int]:
    """The title-like lines above the article that belong to it: those below the last menu, or else the longest line."""
    open_lines = [i for i in range(body) if not lines[i].furniture and lines[i].title]
    titles = [i for i in open_lines if lines[i].size >= HEADLINE_WORDS and not _DATED.search(lines[i].text)]
    if not titles:
        named = [i for i in range(body) if not lines[i].furniture and lines[i].size > 1]
        return {max(named, key=lambda i: (lines[i].size, i))} if named else set()
    menu = max((i for i in _menus(lines, titles[-1])), default=-1)
    kept = {i for i in titles if i > menu}
    first = min(kept)
    above = lines[first - 1] if first else None
    if above is not None and first - 1 in open_lines and first - 1 > menu and _reads_on(above):
        kept.add(first - 1)
    return kept


def _reads_on(line: Line) -> bool:
    """Whether a short line has a plain word in lower case, as a headline has and the name of a paper has not."""
    return MENU_WORDS < line.size < HEADLINE_WORDS and any(word.islower() and len(word) > 3 for word in line.text.split())


def _mark_lists(lines: list[Line], start: int) -> None:
    """Below a heading such as "Related posts" everything that reads like a title or a name is furniture."""
    below = False
    for line in lines[start:]:
        if line.furniture:
            below = below or _HEADING.match(line.text) is not None
        elif below and (line.title or (line.stop == "?" and line.adjacent and line.size <= TITLE_WORDS)):
            line.furniture = True
        else:
            below = False


def _mark_tail(lines: list[Line], body: int) -> None:
    """Below the last paragraph titles are furniture once a known wording has shown that the article is over."""
    tail = lines[body + 1 :]
    known = next((i for i, line in enumerate(tail) if line.furniture), None)
    if known is None:
        return
    listing = lines[body].text.endswith(":")
    for i, line in enumerate(tail):
        item = not line.text[:1].isupper() or line.text.startswith(_ITEM) or listing
        if (i > known or not item) and (line.title or (i > known and line.stop == "?")):
            line.furniture = True


def _mark_repeated_names(lines: list[Line]) -> None:
    """A by-line or a section that was furniture once is furniture wherever its line is repeated."""
    names: set[str] = set()
    for line in lines:
        key = line.text.casefold()
        line.furniture = line.furniture or (line.title and key in names)
        if line.furniture:
            names.add(key)


def near_copies(words: list[list[str]], closed: list[bool]) -> set[int]:
    """The sentences near the top that repeat an earlier one with a few words changed: teasers, second headlines."""
    found: set[int] = set()
    for later in range(1, min(len(words), NEAR_TOP)):
        for earlier in range(later):
            if closed[earlier] == closed[later] and _nearly_same(words[earlier], words[later], closed[later]):
                found.add(later)
    return found


def _nearly_same(one: list[str], two: list[str], closed: bool) -> bool:
    """Whether one holds all words of the other, or titles share nearly all; numbers must agree."""
    a, b = set(one), set(two)
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    if (
        len(small) < NEAR_WORDS
        or len(a ^ b) > MAX_CHANGED
        or len(small) < 0.7 * len(large)
        or any(word.isdigit() for word in a ^ b)
    ):
        return False
    common = len(small & large)
    return common == len(small) or (not closed and len(small) >= SWAP_WORDS and common >= 0.7 * len(a | b))
