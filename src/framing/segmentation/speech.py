"""Whose words a stretch of text is: inside quotation marks, reported without them, or the author's own.

Quotation marks count as speech unless they hold a word or two that are no utterance (scare quotes, titles, terms). Speech that is
opened again at the head of each paragraph and closed once is one speech. Reported speech is found by its frame: "X said that ...",
"..., X said", "according to X, ...", and the colon of a headline ("Mayor: We will not yield").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.segmentation.reported import reported_spans
from framing.segmentation.words import SPEECH_VERBS

_DOUBLE = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'
_MARK = re.compile(
    r"[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]|(?<!\w)['\u2018](?=\w|[\"\u201c])|(?<=[\w.,!?\u2026;])['\u2019](?!\w)|\n\s*\n"
)
_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")

MAX_SCARE_WORDS = 3
"""Words inside quotation marks up to which they are no speech unless a verb of speech stands before them or a stop inside them."""

_VERB = "|".join(sorted(SPEECH_VERBS, key=len, reverse=True))
_LEADING_VERB = re.compile(
    rf"(?:\b(?:{_VERB}|chanted|chanting|chants|chant|reads?|reading|saying|telling|asking|calling|slogan|slogans|shouting|titled\s+\w+)\b[^.!?\n\"\u201c]{{0,40}}[\s:,]*|[:,]\s*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the document that is not in the author's voice."""

    start: int
    end: int
    voice: str


def voice_of(start: int, end: int, within: list[Stretch]) -> str:
    """The voice of most characters of `start:end`; a tie goes to the author."""
    shares = {"quoted": 0, "attributed": 0}
    for stretch in within:
        shares[stretch.voice] += stretch.end - stretch.start
    author = end - start - sum(shares.values())
    voice = max(shares, key=lambda name: shares[name])
    return voice if shares[voice] > max(author, 0) else "author"


def speech_stretches(text: str, sentences: list[tuple[int, int]]) -> list[Stretch]:
    """All stretches of speech in document order; they never overlap."""
    quoted = quotations(text)
    out = list(quoted)
    first = 0
    for start, end in sentences:
        while first < len(quoted) and quoted[first].end <= start:
            first += 1
        out.extend(_reported(text, start, end, quoted, first))
    return sorted(out, key=lambda stretch: stretch.start)


def quotations(text: str) -> list[Stretch]:
    """Stretches inside quotation marks that are speech, their marks included."""
    out: list[Stretch] = []
    opened: tuple[int, str] | None = None
    carried = False
    for match in _MARK.finditer(text):
        mark = match.group()
        at = match.start()
        if mark[0] == "\n":
            if opened is not None:
                carried = opened[1] == "double" and _opens(text, match.end())
                if carried:
                    out.append(Stretch(opened[0], at, "quoted"))
                opened = None
            continue
        kind = "double" if mark in _DOUBLE else "single"
        if opened is None:
            if mark not in "\u201d\u2019\u00bb" or (mark == "\u201d" and _stands_before_space(text, at)):
                opened = (at, kind)
            continue
        if opened[1] != kind or (mark == "\u201c" and kind == "double"):
            continue
        if carried or is_utterance(text, opened[0], at + 1):
            out.append(Stretch(opened[0], at + 1, "quoted"))
        opened, carried = None, False
    return out


def _opens(text: str, at: int) -> bool:
    return at < len(text) and text[at] in '"\u201c\u201e\u00ab'


def _stands_before_space(text: str, at: int) -> bool:
    """A closing mark at the head of a paragraph with a space behind it was meant to open one."""
    return (at == 0 or text[at - 1] == "\n") and text[at + 1 : at + 2].isspace()


def is_utterance(text: str, start: int, end: int) -> bool:
    """Whether the marks at `start` and `end - 1` enclose speech rather than a word held at arm's length or a title."""
    inside = text[start + 1 : end - 1]
    words = _WORD.findall(inside)
    if not words:
        return False
    if len(words) > MAX_SCARE_WORDS or inside.rstrip()[-1] in ".,!?":
        return True
    before = text[max(0, start - 60) : start]
    return bool(_LEADING_VERB.search(before)) and not re.search(
        r"\b(?:so-called|called|known as|titled|entitled|dubbed)\s*$", before
    )


def _reported(text: str, start: int, end: int, quoted: list[Stretch], first: int) -> Iterator[Stretch]:
    """The reported content of one sentence, less what is quoted in it anyway."""
    for low, high in reported_spans(text[start:end]):
        yield from _without(quoted[first:], start + low, start + high)


def _without(quoted: list[Stretch], low: int, high: int) -> Iterator[Stretch]:
    for stretch in quoted:
        if stretch.start >= high:
            break
        if stretch.end <= low:
            continue
        if stretch.start > low:
            yield Stretch(low, stretch.start, "attributed")
        low = max(low, stretch.end)
    if low < high:
        yield Stretch(low, high, "attributed")
