"""Why a label fired: the logit as a sum over terms, and the words that weigh most in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing import labels as codebook
from framing.errors import UsageError
from framing.model import FRAMED, Model
from framing.records import Evidence, Span
from framing.terms import Term

PEAK_SHARE = 0.35
"""Words that weigh at least this share of the heaviest word are evidence too."""

MAX_SPANS = 3
"""Spans of evidence shown for one label in one sentence, the heaviest ones."""


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
    """`logit == bias + sum(c.weight for c in contributions)`; `probability` is the calibrated logit."""

    label: str
    bias: float
    contributions: tuple[Contribution, ...]
    logit: float
    probability: float
    evidence: tuple[Span, ...]


def explain_sentence(model: Model, sentence: str, label: str) -> Explanation:
    """The whole sum behind one head of `model` for one sentence. Raises `UsageError` for a label that the model lacks."""
    if label not in model.heads:
        raise UsageError(f"no label {label!r}", remedy=f"one of {', '.join((*codebook.NAMES, FRAMED))}")
    head = model.heads.index(label)
    terms = model.analyser.terms(sentence)
    weights = model.contributions(terms)
    column = weights[:, head]
    logits = model.bias(label) + float(column.sum())
    row = np.zeros((1, len(model.heads)))
    row[0, head] = logits
    found = evidence_spans(terms, column)
    return Explanation(
        label=label,
        bias=model.bias(label),
        contributions=tuple(Contribution(t.kind, t.key, t.start, t.end, float(w)) for t, w in zip(terms, column, strict=True)),
        logit=logits,
        probability=float(model.calibrate(row)[0, head]),
        evidence=tuple(span for span, _ in found),
    )


def find_evidence(
    model: Model, sentence: str, offset: int, labels: Sequence[str], speech: Sequence[tuple[int, int, str]]
) -> tuple[Evidence, ...]:
    """Evidence for each of `labels` in a sentence that starts at `offset` of its document; `speech` is in document offsets."""
    if not labels:
        return ()
    terms = model.analyser.terms(sentence)
    weights = model.contributions(terms)
    out = []
    for label in labels:
        for span, weight in evidence_spans(terms, weights[:, model.heads.index(label)]):
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


def evidence_spans(terms: Sequence[Term], column: NDArray[np.float64]) -> list[tuple[Span, float]]:
    """The heaviest stretches of words in reading order, each with its share of the sum."""
    words = sorted({(t.start, t.end) for t in terms if t.kind in {"word", "sign"}})
    if not words:
        return []
    shares = _word_shares(words, terms, column)
    peak = max(shares)
    if peak <= 0:
        return []
    spans: list[tuple[Span, float]] = []
    run: list[int] = []
    for i, share in enumerate([*shares, -1.0]):
        if share >= PEAK_SHARE * peak:
            run.append(i)
        elif run:
            spans.append((Span(words[run[0]][0], words[run[-1]][1]), sum(shares[j] for j in run)))
            run = []
    heaviest = sorted(spans, key=lambda item: -item[1])[:MAX_SPANS]
    return sorted(heaviest, key=lambda item: item[0].start)


def _word_shares(words: list[tuple[int, int]], terms: Sequence[Term], column: NDArray[np.float64]) -> list[float]:
    """Each term's weight, divided evenly among the words it covers."""
    shares = [0.0] * len(words)
    for term, weight in zip(terms, column, strict=True):
        if weight:
            covered = [i for i, (start, end) in enumerate(words) if start < term.end and term.start < end]
            for i in covered:
                shares[i] += float(weight) / len(covered)
    return shares
