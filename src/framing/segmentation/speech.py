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
_CLOSING_SINGLE = re.compile(r"[.,!?\u2026]['\u2019](?!\w)")
_OPENING_SINGLE = re.compile(r"(?<!\w)['\u2018]\w")
_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")

_VERB = "|".join(sorted(SPEECH_VERBS, key=len, reverse=True))
_FOLLOWING_VERB = re.compile(rf",?\s(?:was|were|is|are|has been)\s(?:chanted|shouted|{_VERB})\b", re.IGNORECASE)
_TURN = re.compile(r"^(?P<name>[A-Z][A-Z.'\u2019-]*(?:[ ][A-Z][A-Z.'\u2019-]*){0,4})(?:[ ]\([^)\n]{0,40}\))?:[ ]", re.MULTILINE)
_LEAD_IN = re.compile(
    r"\b(?:cries|chants?|chanted|chanting|slogans?|shouted|said|demands?|told|says|wrote|reads?|asked)\b[^.:\n]{0,60}:"
)
_TITLED = re.compile(
    r"\b(?:MRS?|MS|DR|SEN|REP|GOV|PROF|SIR|LORD|LADY|REV|GEN|COL|CAPT|JUDGE|JUSTICE|PRESIDENT|MINISTER|SENATOR|GOVERNOR|MAYOR|SECRETARY"
    r"|CHAIRMAN|CHAIRWOMAN|CHAIR|SPEAKER|GUEST|CALLER|WITNESS|SPOKESMAN|SPOKESWOMAN|COUNSEL|DEFENDANT|PROFESSOR|AMBASSADOR|BISHOP)\b"
)
_HOSTS = re.compile(
    r"\b(?:HOST|REPORTER|ANCHOR|PRESENTER|NARRATOR|INTERVIEWER|MODERATOR|CORRESPONDENT|NEWSREADER|VOICEOVER|BREAKING|UPDATE|EXCLUSIVE|LIVE|WATCH"
    r"|VIDEO|NOTE|TAGS|Q)\b"
)

MIN_TURNS = 2
"""Different names in capitals that make a transcript."""

MAX_SCARE_WORDS = 3
"""Words inside quotation marks up to which they are no speech unless a verb of speech stands before them or a stop inside them."""

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
    """All stretches of speech in document order; they never overlap. What is quoted stays quoted inside what is reported."""
    quoted = quotations(text)
    spoken = _disjoint(sorted([*transcript(text), *listed(text, sentences)]))
    reported = list(spoken)
    turn = 0
    for start, end in sentences:
        while turn < len(spoken) and spoken[turn][1] <= start:
            turn += 1
        if turn == len(spoken) or spoken[turn][0] >= end:
            reported.extend((start + low, start + high) for low, high in reported_spans(text[start:end]))
    return sorted([*quoted, *_without(sorted(reported), quoted)], key=lambda stretch: stretch.start)


def _disjoint(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, each cut where the one before it ends."""
    out: list[tuple[int, int]] = []
    position = 0
    for start, end in spans:
        if end > max(start, position):
            out.append((max(start, position), end))
            position = end
    return out


def transcript(text: str) -> list[tuple[int, int]]:
    """What guests and officials say in lines that begin with their name in capitals ("SEN. DIAZ: ..."), to the end of the line.

    Hosts and reporters are the programme's own voice. Without a title, a name counts only where two or more lines have one: a
    single one is a dateline ("NEW DELHI: ...").
    """
    turns = list(_TURN.finditer(text))
    is_transcript = len({match.group("name") for match in turns}) >= MIN_TURNS
    spoken = []
    for match in turns:
        name = match.group("name")
        if not _HOSTS.search(name) and (is_transcript or _TITLED.search(name)):
            end = text.find("\n", match.end())
            spoken.append((match.end(), len(text) if end < 0 else end))
    return spoken


def listed(text: str, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The items of a list that somebody's words open ("Their chants in the square: ..."), as long as lines end in a semicolon."""
    out = []
    running = False
    for i, (start, end) in enumerate(sentences):
        following = sentences[i + 1][0] if i + 1 < len(sentences) else len(text)
        item = text[end - 1] == ";" and "\n" in text[end:following]
        if running:
            out.append((start, end))
        running = item and (running or _LEAD_IN.search(text, start, end) is not None)
    return out


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
        if opened[1] != kind or (mark == "\u201c" and kind == "double") or (kind == "single" and _is_possessive(text, at)):
            continue
        if carried or is_utterance(text, opened[0], at + 1):
            out.append(Stretch(opened[0], at + 1, "quoted"))
        opened, carried = None, False
    return out


def _is_possessive(text: str, at: int) -> bool:
    """An apostrophe after a plural ("the boys' parents") inside single quotation marks, which close later, after a stop."""
    if text[at - 1] != "s" or text[at + 1 : at + 2] != " ":
        return False
    closing = _CLOSING_SINGLE.search(text, at + 1, at + 300)
    opening = _OPENING_SINGLE.search(text, at + 1, at + 300)
    return closing is not None and (opening is None or closing.start() < opening.start())


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
    if _FOLLOWING_VERB.match(text, end, end + 60):
        return True
    before = text[max(0, start - 60) : start]
    return bool(_LEADING_VERB.search(before)) and not re.search(
        r"\b(?:so-called|called|known as|titled|entitled|dubbed)\s*$", before
    )


def _without(spans: list[tuple[int, int]], quoted: list[Stretch]) -> Iterator[Stretch]:
    """What is left of `spans`, which are in order, outside of `quoted`, which is too."""
    first = 0
    for low, high in spans:
        while first < len(quoted) and quoted[first].end <= low:
            first += 1
        position, i = low, first
        while i < len(quoted) and quoted[i].start < high:
            if quoted[i].start > position:
                yield Stretch(position, quoted[i].start, "attributed")
            position = max(position, quoted[i].end)
            i += 1
        if position < high:
            yield Stretch(position, high, "attributed")
