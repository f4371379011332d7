"""Sentences to scored sentences, and a document's profile."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from framing.errors import UsageError
from framing.explanation import find_evidence
from framing.model import FRAMED, Model
from framing.records import Document, ProfileRow, Rate, ScoredDocument, Segment, Sentence
from framing.segmentation import segment

Z95 = 1.959963984540054


def thresholds_for(model: Model, labels: Sequence[str] | None, threshold: float | None) -> dict[str, float]:
    """The threshold of each label asked for, in the model's order: all labels without `labels`, its own without `threshold`.

    Raises `UsageError` for an unknown label or a threshold outside 0 to 1.
    """
    if threshold is not None and not 0 <= threshold <= 1:
        raise UsageError(f"threshold {threshold} is not between 0 and 1")
    wanted = tuple(model.labels if labels is None else labels)
    unknown = [label for label in wanted if label not in model.labels]
    if unknown:
        raise UsageError(f"no label {unknown[0]!r}", remedy=f"one of {', '.join(model.labels)}")
    return {label: model.thresholds[label] if threshold is None else threshold for label in model.labels if label in wanted}


def score_document(model: Model, document: Document, thresholds: Mapping[str, float], *, presplit: bool = False) -> ScoredDocument:
    """Score one document against the thresholds of the labels that are wanted."""
    segments = segment(document.text, presplit=presplit)
    kept = [s for s in segments if not s.furniture]
    sentences = tuple(score_segments(model, kept, thresholds))
    return ScoredDocument(
        document=document.name,
        sentences=sentences,
        furniture=tuple(s for s in segments if s.furniture),
        profile=profile(sentences, tuple(thresholds)),
        model=model.sha256,
        source=document.text,
    )


def score_segments(model: Model, segments: Sequence[Segment], thresholds: Mapping[str, float]) -> Iterator[Sentence]:
    """One scored sentence a segment, in order."""
    if not segments:
        return
    proba, framed = model.predict(s.text for s in segments)
    columns = [model.labels.index(label) for label in thresholds]
    for i, s in enumerate(segments):
        scores = {label: float(proba[i, column]) for label, column in zip(thresholds, columns, strict=True)}
        labels = tuple(label for label, p in scores.items() if p >= thresholds[label])
        yield Sentence(
            text=s.text,
            start=s.start,
            end=s.end,
            voice=s.voice,
            framed=float(framed[i]),
            scores=scores,
            labels=labels,
            evidence=find_evidence(model, s.text, s.start, labels, s.speech),
        )


def profile(sentences: Sequence[Sentence], labels: Iterable[str]) -> dict[str, ProfileRow]:
    """How often each label stands in `sentences`, in the author's voice and in all voices.

    A sentence counts for the author where at least one span of its evidence is in the author's voice (or, without evidence, where
    the sentence is). The denominator is every sentence that is not furniture.
    """
    out = {}
    for label in (*labels, FRAMED):
        flagged = [s for s in sentences if (bool(s.labels) if label == FRAMED else label in s.labels)]
        own = [s for s in flagged if _in_author_voice(s, label)]
        out[label] = ProfileRow(label, rate(len(own), len(sentences)), rate(len(flagged), len(sentences)))
    return out


def _in_author_voice(sentence: Sentence, label: str) -> bool:
    voices = {e.voice for e in sentence.evidence if label in {FRAMED, e.label}}
    return "author" in (voices or {sentence.voice})


def rate(count: int, total: int) -> Rate:
    """`count` of `total` per 100 with its 95 % Wilson interval; 0 to 100 when there is nothing to count."""
    if total == 0:
        return Rate(0, 0, 0.0, 0.0, 100.0)
    share = count / total
    spread = Z95**2 / total
    centre = (share + spread / 2) / (1 + spread)
    half = Z95 * math.sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    low = 0.0 if count == 0 else max(0.0, centre - half)
    high = 1.0 if count == total else min(1.0, centre + half)
    return Rate(count, total, 100 * share, 100 * low, 100 * high)
