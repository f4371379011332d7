"""Reported speech without quotation marks: where in a sentence the reported content stands.

Found by its frame, looked for word by word, so that the time is linear whatever the sentence:

- before it: "According to the ministry, ...", "The minister said that ...", "Mayor: We will not yield" (a headline);
- after it: "..., the minister said on Monday", "..., said the minister", "..., according to the ministry";
- in the middle of it: "The bill, she said, would pass".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from framing.segmentation.words import CLAUSE_OPENERS, CLAUSE_VERBS, RUMOUR_VERBS, SPEECH_VERBS

_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_HEADLINE = re.compile(r"\W*(?P<head>[^:\"\u201c\n]{2,60}):\s+(?=\S)")

MAX_SUBJECT = 14
"""Words that a subject between a comma and its verb of speech may have: "..., the head of the agency's northern branch said"."""

MAX_TAIL = 14
"""Words that may follow a verb of speech at the end of a sentence and still belong to its frame: "said on Monday in Geneva"."""

MAX_ADDRESSEE = 8
"""Words between "told" and the clause told: "told the committee on Tuesday that"."""

_TELLING = frozenset("told tells telling reminded warned assured informed".split())
_TAIL_OPENERS = frozenset(
    """on in at to during after before late early last this earlier yesterday today from via by through as for when while
    monday tuesday wednesday thursday friday saturday sunday later again""".split()
)
_NOT_SUBJECTS = frozenset("i we".split())
_TITLE_HEADS = frozenset(
    """breaking exclusive update updated watch live video note correction opinion analysis review tags published revealed explained
    explainer factbox timeline results recipe weather travel sport photos pictures gallery podcast listen""".split()
)


def reported_spans(sentence: str) -> list[tuple[int, int]]:
    """Stretches of `sentence` that report somebody's words, in order; none where the author speaks throughout."""
    words = [(match.start(), match.end(), match.group().lower().replace("\u2019", "'")) for match in _WORD.finditer(sentence)]
    if len(words) < 3:
        return []
    commas = [i for i, char in enumerate(sentence) if char in ",\u2013\u2014;"]
    return _according(sentence, words, commas) or _framed(sentence, words, commas) or _headline(sentence)


Words = list[tuple[int, int, str]]


def _according(sentence: str, words: Words, commas: list[int]) -> list[tuple[int, int]]:
    """ "According to X, ..." and "..., according to X"."""
    for i, (start, _, word) in enumerate(words[:-1]):
        if word == "according" and words[i + 1][2] == "to":
            if i <= 1:
                after = _next(commas, start)
                return [(after + 1, len(sentence))] if after is not None else []
            end = words[i - 1][1]
            resume = _next(commas, start)
            if resume is None or len(sentence) - resume < 20:
                return [(0, end)]
            return [(0, end), (resume + 1, len(sentence))]
    return []


def _framed(sentence: str, words: Words, commas: list[int]) -> list[tuple[int, int]]:
    """The first verb of speech that has a frame around it decides."""
    for i, (_, _, word) in enumerate(words):
        if word not in SPEECH_VERBS:
            continue
        spans = _trailing(sentence, words, commas, i) or _leading(sentence, words, i)
        if spans:
            return spans
    return []


def _leading(sentence: str, words: Words, i: int) -> list[tuple[int, int]]:
    """ "The minister said (that) ...": a subject before the verb and a clause after it."""
    _, end, word = words[i]
    if i + 2 >= len(words):
        return []
    before = words[i - 1][2] if i else ""
    if (
        before in _NOT_SUBJECTS
        or (i == 0 and word not in RUMOUR_VERBS)
        or before in {"to", "the", "a", "an", "his", "her", "their"}
    ):
        return []
    reach = MAX_ADDRESSEE if word in _TELLING else 5
    for j in range(i + 1, min(i + 1 + reach, len(words))):
        if sentence[words[j - 1][1] : words[j][0]].strip(" \u00a0'\"\u201c\u2018"):
            break
        if words[j][2] in {"that", "whether", "if", "how", "why"}:
            return [(words[j][1], len(sentence))]
    first_start, _, first = words[i + 1]
    gap = sentence[end:first_start]
    if gap.strip(" \u00a0"):
        return []
    if word in CLAUSE_VERBS and first not in _TAIL_OPENERS and (first in CLAUSE_OPENERS or sentence[first_start].isupper()):
        return [(first_start, len(sentence))]
    if word in _TELLING:
        for j in range(i + 2, min(i + 1 + MAX_ADDRESSEE, len(words))):
            if words[j][2] in CLAUSE_OPENERS and words[j][2] not in {"the", "a", "an", "his", "her", "its", "their"}:
                return [(words[j][0], len(sentence))]
    return []


def _trailing(sentence: str, words: Words, commas: list[int], i: int) -> list[tuple[int, int]]:
    """ "..., the minister said on Monday" or "..., said the minister": a comma, the frame, and the end or another comma."""
    start, end, _ = words[i]
    at = bisect_left(commas, start) - 1
    if at < 0:
        return []
    comma = commas[at]
    subject = [word for word in words if comma < word[0] < start]
    if len(subject) > MAX_SUBJECT or (subject and subject[-1][2] in _NOT_SUBJECTS):
        return []
    close = _next(commas, end)
    stop = len(sentence) if close is None else close
    tail = [word for word in words if end <= word[0] < stop]
    if len(tail) > MAX_TAIL or (subject and tail and tail[0][2] not in _TAIL_OPENERS):
        return []
    if not subject and not tail:
        return []
    content = words[0][0]
    if close is None:
        return [(content, comma)]
    rest = len(sentence) - close
    if rest < 4:
        return [(content, comma)]
    return [(content, comma), (close + 1, len(sentence))] if comma < 60 and not _opens_clause(subject) else [(content, comma)]


def _opens_clause(subject: Words) -> bool:
    """Whether the words before a verb of speech open a clause of their own ("..., but he said ...")."""
    return bool(subject) and subject[0][2] in {"and", "but", "who", "which", "while", "as", "although", "though"}


def _headline(sentence: str) -> list[tuple[int, int]]:
    """ "Mayor: We will not yield": a short head without a verb of its own, a colon, and no closing stop."""
    match = _HEADLINE.match(sentence)
    if match is None or sentence.rstrip()[-1] in ".;" or len(sentence) > 140:
        return []
    head = match.group("head").split()
    if (
        len(head) > 5
        or head[0].lower() in _TITLE_HEADS
        or not head[0][0].isupper()
        or any(char.isdigit() for char in match.group("head"))
    ):
        return []
    return [(match.end(), len(sentence))]


def _next(positions: list[int], after: int) -> int | None:
    at = bisect_left(positions, after)
    return positions[at] if at < len(positions) else None
