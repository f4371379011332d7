"""The fewest words whose removal clears a label: a counterfactual that can be checked by scoring what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from framing.model import Model
from framing.records import Span

POOL = {1: 1_000, 2: 16, 3: 12}
"""How many of the heaviest words sets of one, two and three are drawn from; larger deletions are searched greedily."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """`spans` of the sentence (neighbouring words as one), the `text` that is left without them, and its `probability`."""

    spans: tuple[Span, ...]
    text: str
    probability: float


def smallest_deletion(
    model: Model, sentence: str, words: Sequence[tuple[Span, float]], head: str, cut: float, prior: float
) -> Deletion | None:
    """The fewest of `words` (with what each adds to the logit) without which `head` falls below `cut`; nothing if no deletion does.

    Every candidate is scored as a sentence of its own, so that phrases that break and pairs that form are counted. Sets of up to
    three words are tried one and all among the heaviest; beyond that words go one by one, heaviest gain first, and those that turn
    out not to be needed come back.
    """
    heavy = [span for span, weight in sorted(words, key=lambda word: -word[1]) if weight > 0]
    search = _Search(model, sentence, head, prior)
    for size, pool in POOL.items():
        gone, probability = search.lightest([_ordered(some) for some in combinations(heavy[:pool], size)])
        if probability < cut:
            return search.deletion(gone, probability)
    gone, probability = (), 1.0
    while probability >= cut and len(gone) < len(heavy):
        gone, probability = search.lightest([_ordered((*gone, span)) for span in heavy if span not in gone])
    if probability >= cut:
        return None
    for span in gone:
        fewer = tuple(other for other in gone if other != span)
        _, left = search.lightest([fewer])
        if left < cut:
            gone, probability = fewer, left
    return search.deletion(gone, probability)


def without(sentence: str, spans: Iterable[Span]) -> str:
    """`sentence` without `spans`, and without the second of two spaces that one of them leaves behind."""
    out = ""
    done = 0
    for span in spans:
        out += sentence[done : span.start]
        done = span.end
        if sentence[done : done + 1] == " " and (not out or out.endswith(" ")):
            done += 1
    return out + sentence[done:]


@dataclass(frozen=True, slots=True)
class _Search:
    model: Model
    sentence: str
    head: str
    prior: float

    def lightest(self, tried: Sequence[tuple[Span, ...]]) -> tuple[tuple[Span, ...], float]:
        """The deletion that leaves the lowest probability, and that probability; of nothing to try, 1."""
        if not tried:
            return (), 1.0
        logits = self.model.decision_function([without(self.sentence, spans) for spans in tried])
        left = self.model.calibrate(logits, self.prior)[:, self.model.heads.index(self.head)]
        best = int(left.argmin())
        return tried[best], float(left[best])

    def deletion(self, spans: tuple[Span, ...], probability: float) -> Deletion:
        return Deletion(_merged(self.sentence, spans), without(self.sentence, spans), probability)


def _ordered(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: span.start))


def _merged(sentence: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbours with nothing but a space between them as one span."""
    out: list[Span] = []
    for span in spans:
        if out and not sentence[out[-1].end : span.start].strip():
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)
