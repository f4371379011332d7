"""Why a label fired: the logit as a sum over terms, and the words that weigh most in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from framing import labels as codebook
from framing.deletion import Deletion, smallest_deletion
from framing.errors import UsageError
from framing.labels import BALANCED
from framing.model import FRAMED, Model
from framing.records import Evidence, Span
from framing.terms import SIGNS, Term

NEIGHBOUR_SHARE = 0.3
"""How much of a word's weight its neighbours borrow before spans are cut: devices are phrases more often than words."""

JOINING = " \u00a0-\u2010\u2011'\u2019"
"""What may stand between two words of one span; evidence crosses no comma and no quotation mark."""


@dataclass(frozen=True, slots=True)
class SpanRule:
    """How the words of one label become evidence.

    Words at or above `peak_share` of the heaviest one count, gaps of up to `bridge` words between them are closed, and the `spans`
    heaviest stretches are kept. Training chooses a rule a label from annotated spans.
    """

    peak_share: float = 0.2
    bridge: int = 2
    spans: int = 2


def span_rule(model: Model, label: str) -> SpanRule:
    """The rule that the model gives for `label`, the default one where it gives none."""
    given = model.manifest.get("evidence", {}).get(label)
    return SpanRule(**given) if given else SpanRule()


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one term adds to the logit; `start` and `end` count characters of the sentence."""

    kind: str
    term: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """`logit == bias + sum(c.weight for c in contributions)`; `probability` is the calibrated logit.

    `threshold` is the probability at which the label fires, infinite where it never does. `deletion` is the smallest deletion that
    clears the label: nothing where the label does not fire, or where none clears it.
    """

    label: str
    bias: float
    contributions: tuple[Contribution, ...]
    logit: float
    probability: float
    threshold: float
    evidence: tuple[Span, ...]
    deletion: Deletion | None


def explain_sentence(
    model: Model, sentence: str, label: str, *, operating_point: str = BALANCED, prior: float | None = None
) -> Explanation:
    """The whole sum behind one head of `model` for one sentence, and what would clear it.

    Raises `UsageError` for a label that the model lacks.
    """
    if label not in model.heads:
        raise UsageError(f"no label {label!r}", remedy=f"one of {', '.join((*codebook.NAMES, FRAMED))}")
    prior, cut = model.prior_or_own(prior), model.cuts(operating_point)[label]
    head = model.heads.index(label)
    terms = model.analyser.terms(sentence)
    weights = model.contributions(terms)
    column = weights[:, head]
    logits = model.bias(label) + float(column.sum())
    row = np.zeros((1, len(model.heads)))
    row[0, head] = logits
    found = evidence_spans(sentence, terms, column, span_rule(model, label))
    probability = float(model.calibrate(row, prior)[0, head])
    words = evidence_words(terms)
    weighed = [(Span(*word), share) for word, share in zip(words, word_shares(words, terms, column), strict=True)]
    return Explanation(
        label=label,
        bias=model.bias(label),
        contributions=tuple(Contribution(t.kind, t.key, t.start, t.end, float(w)) for t, w in zip(terms, column, strict=True)),
        logit=logits,
        probability=probability,
        threshold=cut,
        evidence=tuple(span for span, _ in found),
        deletion=smallest_deletion(model, sentence, weighed, label, cut, prior) if probability >= cut else None,
    )


def find_evidence(
    model: Model,
    sentence: str,
    terms: Sequence[Term],
    offset: int,
    labels: Sequence[str],
    speech: Sequence[tuple[int, int, str]],
) -> tuple[Evidence, ...]:
    """Evidence for each of `labels` in a sentence that starts at `offset` of its document; `speech` is in document offsets."""
    if not labels:
        return ()
    weights = model.contributions(terms)
    out = []
    for label in labels:
        column = weights[:, model.heads.index(label)]
        for span, weight in evidence_spans(sentence, terms, column, span_rule(model, label)):
            start, end = offset + span.start, offset + span.end
            text = sentence[span.start : span.end]
            out.append(Evidence(label, start, end, text, round(weight, 6), voice_at(start, end, speech)))
    return tuple(out)


def voice_at(start: int, end: int, speech: Sequence[tuple[int, int, str]]) -> str:
    """Whose words `start:end` are: the voice that most of them stand in."""
    best, longest = "author", (end - start) / 2
    for low, high, voice in speech:
        shared = min(end, high) - max(start, low)
        if shared > longest or (shared == longest > 0 and best == "author"):
            best, longest = voice, shared
    return best


def evidence_spans(sentence: str, terms: Sequence[Term], column: NDArray[np.float64], rule: SpanRule) -> list[tuple[Span, float]]:
    """The heaviest stretches of words in reading order, each with its share of the sum."""
    words = evidence_words(terms)
    shares = word_shares(words, terms, column)
    runs = heavy_runs(shares, line_breaks(sentence, words), rule)
    spans = [(Span(words[run[0]][0], words[run[-1]][1]), float(sum(shares[i] for i in run))) for run in runs]
    return [(span, weight) for span, weight in spans if weight > 0]


def heavy_runs(shares: Sequence[float], breaks: Sequence[bool], rule: SpanRule) -> list[range]:
    """The runs of words that `rule` takes for evidence, in reading order; `breaks[i]` keeps word `i` apart from the one before."""
    lifted = [
        share
        + NEIGHBOUR_SHARE * (shares[i - 1] if i and not breaks[i] else 0.0)
        + NEIGHBOUR_SHARE * (shares[i + 1] if i + 1 < len(shares) and not breaks[i + 1] else 0.0)
        for i, share in enumerate(shares)
    ]
    peak = max(lifted, default=0.0)
    if peak <= 0:
        return []
    runs: list[range] = []
    for i in (i for i, share in enumerate(lifted) if share >= rule.peak_share * peak):
        if runs and i - runs[-1].stop <= rule.bridge and not any(breaks[runs[-1].stop : i + 1]):
            runs[-1] = range(runs[-1].start, i + 1)
        else:
            runs.append(range(i, i + 1))
    kept = sorted(runs, key=lambda run: -sum(lifted[i] for i in run))[: rule.spans]
    return sorted(kept, key=lambda run: run.start)


def evidence_words(terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Offsets of the words and signs that evidence is made of, in reading order."""
    return sorted({(t.start, t.end) for t in terms if t.kind == "word" or t.key in SIGNS})


def line_breaks(sentence: str, words: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether something that evidence does not cross stands before each word."""
    between = [sentence[before[1] : word[0]] for before, word in pairwise(words)]
    return [False, *(gap.strip(JOINING) != "" for gap in between)]


def word_shares(words: Sequence[tuple[int, int]], terms: Sequence[Term], column: NDArray[np.float64]) -> list[float]:
    """Each term's weight, divided evenly among the words it covers."""
    shares = [0.0] * len(words)
    starts = [start for start, _ in words]
    for term, weight in zip(terms, column, strict=True):
        if weight:
            first, last = bisect_left(starts, term.start), bisect_left(starts, term.end)
            for i in range(first, last):
                shares[i] += float(weight) / (last - first)
    return shares
