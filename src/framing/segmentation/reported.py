"""Reported speech without quotation marks: where in a sentence the reported content stands.

Found by its frame, looked for word by word, so that the time is linear whatever the sentence:

- before it: "According to the ministry, ...", "The minister said that ...", "Word is that ...", "Mayor: We will not yield";
- after it: "..., the minister said on Monday", "..., said the minister", "..., according to the ministry";
- in the middle of it: "The bill, she said, would pass".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from framing.segmentation.words import (
    ASIDE_OPENERS,
    BEFORE_NOUNS,
    CLAUSE_OPENERS,
    FINITE,
    LABEL_HEADS,
    NO_SUBJECTS,
    SAYING,
    SPEAKERS,
    SPEECH_VERBS,
    SUBORDINATORS,
    TAIL_OPENERS,
    TELLING,
    THAT_VERBS,
    THINKING,
    URGING,
)

_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_COMMA = re.compile(r"[,;\u2013\u2014]")
_HEADLINE = re.compile(r"\W*(?P<head>[^:\"\u201c\n]{2,60}):\s+(?=\S)")
_COUNTED = r"(?:accounts?|estimates?|counts?|reckonings?|figures)"
_WHOSE = r"(?:view|account|figures|reckoning|estimate|words|opinion|own figures|own schedule)"
_OPENING = re.compile(
    r"\W*(?:according to|per|in the (?:view|words|opinion|eyes|account) of"
    rf"|by (?:some|all|most|many|several|other|official|one) {_COUNTED}|(?:on|in|by) [^,]{{2,40}}['\u2019]s? {_WHOSE})\b",
    re.IGNORECASE,
)
_HELD = (
    "(?:rumou?red|whispered|said|feared|believed|understood|thought|alleged|claimed|reported|emerged|assumed"
    "|suggested|hoped|expected)"
)
_RUMOUR = re.compile(
    r"\W*(?:word (?:in|on|from|around|at)? ?[^,]{0,40}?is(?: that)?"
    r"|(?:rumou?r|talk|gossip|legend|word) [^,]{0,40}?has it(?: that)?"
    rf"|it (?:is|was|has been|has) (?:being )?(?:widely |now |even )?{_HELD}\b[^,]{{0,30}}? that"
    r"|there (?:is|are|was|were) (?:talk|rumou?rs|reports|claims|whispers) that)\s",
    re.IGNORECASE,
)

MAX_SUBJECT = 16
"""Words that a subject between a comma and its verb of speech may have: "..., the head of the agency's northern branch said"."""

MAX_TAIL = 14
"""Words that may follow a verb of speech at the end and still belong to its frame: "said on Monday in Geneva"."""

MAX_ADDRESSEE = 8
"""Words between "told" and the clause told: "told the committee on Tuesday that"."""

MIN_REST = 3
"""Words that must follow a verb of speech for them to be a clause rather than an object ("He said no")."""

MAX_HEADLINE = 140

MAX_SENTENCE = 5_000
"""Characters beyond which a stretch without a stop is no sentence that reports anybody."""

Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence's words: where each starts and ends, and its lower-case form; and where its commas and dashes are."""

    text: str
    starts: list[int]
    ends: list[int]
    forms: list[str]
    commas: list[int]

    def comma_before(self, position: int) -> int | None:
        at = bisect_left(self.commas, position) - 1
        return self.commas[at] if at >= 0 else None

    def comma_after(self, position: int) -> int | None:
        at = bisect_left(self.commas, position)
        return self.commas[at] if at < len(self.commas) else None

    def between(self, low: int, high: int) -> tuple[int, int]:
        """Numbers of the words that start in `low:high`."""
        return bisect_left(self.starts, low), bisect_left(self.starts, high)


def reported_spans(sentence: str) -> Spans:
    """Stretches of `sentence` that report somebody's words, in order; none where the author speaks throughout."""
    found = list(_WORD.finditer(sentence)) if len(sentence) <= MAX_SENTENCE else []
    if len(found) < MIN_REST:
        return []
    words = _Words(
        sentence,
        [match.start() for match in found],
        [match.end() for match in found],
        [match.group().lower().replace("\u2019", "'") for match in found],
        [match.start() for match in _COMMA.finditer(sentence)],
    )
    rumour = _RUMOUR.match(sentence)
    if rumour:
        return [(rumour.end(), len(sentence))]
    opening = _OPENING.match(sentence)
    if opening:
        comma = words.comma_after(opening.end())
        return [(comma + 1, len(sentence))] if comma is not None else []
    return _according(words) or _framed(words) or _headline(sentence)


def _according(words: _Words) -> Spans:
    """ "..., according to X"; what follows X after a comma goes on with the content."""
    for i in range(2, len(words.forms) - 2):
        if words.forms[i] == "according" and words.forms[i + 1] == "to" and words.forms[i + 2] != "plan":
            resume = words.comma_after(words.starts[i])
            before = (0, words.ends[i - 1])
            if resume is None or len(words.text) - resume < 20 or _is_aside(words, resume):
                return [before]
            return [before, (resume + 1, len(words.text))]
    return []


def _framed(words: _Words) -> Spans:
    """The first verb of speech that has a frame around it decides."""
    for i, form in enumerate(words.forms):
        if form in SPEECH_VERBS or form in THAT_VERBS or form in URGING:
            spans = _trailing(words, i) or _leading(words, i)
            if spans:
                return spans
    return []


def _leading(words: _Words, i: int) -> Spans:
    """ "The minister said (that) ...": a subject before the verb and a clause after it."""
    form, end, forms = words.forms[i], words.ends[i], words.forms
    if i == 0 or len(forms) - i <= MIN_REST or forms[i - 1] in NO_SUBJECTS:
        return []
    if form not in TELLING and (forms[i - 1] in BEFORE_NOUNS or forms[i + 1] == "out"):
        return []  # a passive without a speaker, a noun ("an atmosphere of fear"), "found out"
    for j in range(i + 1, min(i + 1 + (MAX_ADDRESSEE if form in TELLING else 5), len(forms))):
        if words.text[words.ends[j - 1] : words.starts[j]].strip(" \u00a0'\"\u201c\u2018"):
            break
        if forms[j] in {"that", "whether", "if", "how", "why"} and (
            j > i + 1 or forms[j] != "that" or forms[j + 1 : j + 2] != ["of"]
        ):
            return [(words.ends[j], _clause_end(words, words.ends[j]))]
    if form in URGING:
        for j in range(i + 1, min(i + 1 + MAX_ADDRESSEE, len(forms) - 1)):
            if forms[j] == "to" and (j > i + 2 or forms[i + 1] != "for"):
                return [(words.starts[j], _clause_end(words, words.starts[j]))]
    first = i + 1
    if words.text[end : words.starts[first]].strip(" \u00a0"):
        return []
    if form in TELLING:
        for j in range(i + 2, min(i + 1 + MAX_ADDRESSEE, len(forms))):
            if forms[j] in {"he", "she", "it", "they", "we", "i", "there", "this"}:
                return [(words.starts[j], _clause_end(words, words.starts[j]))]
        return []
    if _opens_clause(words, form, first):
        return [(words.starts[first], _clause_end(words, words.starts[first]))]
    return []


def _opens_clause(words: _Words, verb: str, first: int) -> bool:
    """Whether what follows the verb is a clause of its own rather than an object or an adverbial."""
    form = words.forms[first]
    if form in TAIL_OPENERS or form in {"of", "about", "with", "goodbye", "so", "much", "little", "yes"}:
        return False
    finite = any(word in FINITE for word in words.forms[first + 1 : first + 14])
    if verb in SAYING:
        return True
    if verb in THINKING:
        return finite or form in {"he", "she", "they", "it"}
    return form in CLAUSE_OPENERS and finite and verb in SPEECH_VERBS and verb not in THAT_VERBS


def _clause_end(words: _Words, start: int) -> int:
    """Where the content ends: at ", then", where the speaker goes on to act, or at the end of the sentence."""
    at = bisect_right(words.commas, start)
    for comma in words.commas[at:]:
        low, _ = words.between(comma, len(words.text))
        if words.forms[low : low + 1] == ["then"]:
            return comma
    return len(words.text)


def _trailing(words: _Words, i: int) -> Spans:
    """ "..., the minister said on Monday" or "..., said the minister": a comma, the frame, and the end or another comma."""
    start, end = words.starts[i], words.ends[i]
    comma = words.comma_before(start)
    if comma is None or words.forms[i] in THAT_VERBS - SPEECH_VERBS:
        return []
    subject_from, _ = words.between(comma, start)
    if i - subject_from > MAX_SUBJECT or (i > subject_from and words.forms[i - 1] in {"i", "we"}):
        return []
    close = words.comma_after(end)
    stop = len(words.text) if close is None else close
    tail_from, tail_to = words.between(end, stop)
    inverted = subject_from == i
    if inverted:
        if tail_from == tail_to or not _is_inversion(words, comma, tail_from, tail_to):
            return []
    elif not _is_frame(words, subject_from, tail_from, tail_to):
        return []
    before = (words.starts[0], comma)
    if close is None or len(words.text) - close < 4:
        return [before]
    if inverted:
        # ", said Mr Arn, an agronomist, were ...": the aside on the speaker closes with a comma of its own.
        while _is_aside(words, close):
            following = words.comma_after(close + 1)
            if following is None or not _goes_on(words, following):
                return [before]
            close = following
    elif not _goes_on(words, close) and (_is_aside(words, close) or tail_to - tail_from > 1):
        return [before]
    return [before, (close + 1, len(words.text))]


def _is_frame(words: _Words, subject_from: int, tail_from: int, tail_to: int) -> bool:
    """Whether subject, verb and what follows up to the next comma are all there is to a frame: "the minister said on Monday"."""
    tail = words.forms[tail_from:tail_to]
    if words.forms[subject_from] in SUBORDINATORS or len(tail) > MAX_TAIL or "that" in tail:
        return False
    return not tail or tail[0] in TAIL_OPENERS


def _is_inversion(words: _Words, comma: int, first: int, last: int) -> bool:
    """Whether ", said ..." is followed by its subject, rather than by what a subject before the comma said."""
    if any(word in FINITE for word in words.forms[first + 1 : min(last, first + 10)]):
        return False
    if words.text[words.starts[first]].isupper():
        return True
    if words.forms[first] not in {"the", "a", "an", "one", "his", "her", "their", "its", "another", "officials", "police"}:
        return False
    earlier = words.comma_before(comma)
    if earlier is None:
        return True
    aside = words.forms[words.between(earlier, comma)[0]]
    head = words.forms[: min(words.between(0, words.commas[0])[1], 30)]
    return aside not in ASIDE_OPENERS or any(word in FINITE for word in head)


def _goes_on(words: _Words, comma: int) -> bool:
    """Whether a finite verb follows a comma at once, as in "The talks, she said, were over"."""
    first, _ = words.between(comma, len(words.text))
    return words.forms[first : first + 1] != [] and words.forms[first] in FINITE


def _is_aside(words: _Words, comma: int) -> bool:
    """Whether what follows a comma says more about the speaker or the scene ("..., who chairs the board") and is not content."""
    first, _ = words.between(comma, len(words.text))
    if first >= len(words.forms):
        return True
    form = words.forms[first]
    if form in {"the", "a", "an", "his", "her"} and any(word in FINITE for word in words.forms[first + 1 : first + 6]):
        return False  # a clause: "If the rains fail, he warned, the herders will sell"
    return form in ASIDE_OPENERS or form.isdigit() or (form.endswith("ing") and len(form) > 5)


def _headline(sentence: str) -> Spans:
    """ "Mayor: We will not yield": a short head that names a speaker, a colon, and no closing stop."""
    match = _HEADLINE.match(sentence)
    if match is None or len(sentence) > MAX_HEADLINE:
        return []
    head = match.group("head").split()
    if len(head) > 5 or head[0].lower() in LABEL_HEADS or any(char.isdigit() for char in match.group("head")):
        return []
    last = head[-1].lower().strip("'\u2019)")
    named = all(word[0].isupper() for word in head) and sentence.rstrip()[-1] not in ".;"
    content = {word.lower() for word in _WORD.findall(sentence[match.end() :])}
    if last in SPEAKERS or (named and content & (FINITE | {"we", "i", "my", "our", "us", "you", "not", "no", "never"})):
        return [(match.end(), len(sentence))]
    return []
