"""How far two annotators agree: Krippendorff's alpha, per label and for any technique at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing import labels as codebook
from framing.annotations import load_pages, load_pass, page_rows

PASSES = ("a", "b")

MIN_POSITIVES = 10
"""Sentences that at least one annotator must have labelled: with fewer, alpha says nothing (with none, it would say 1)."""

ANY = "any technique"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha of one label over `items` sentences, `positives` of them labelled in either pass; `None` below `MIN_POSITIVES`."""

    label: str
    items: int
    positives: int
    alpha: float | None


def measure(first: Mapping[str, frozenset[str]], second: Mapping[str, frozenset[str]]) -> tuple[Agreement, ...]:
    """Agreement of two passes over the sentences that both judged: every label, then any technique."""
    ids = sorted(first.keys() & second.keys())
    rows = []
    for label in (*codebook.NAMES, ANY):
        pairs = [(_has(first[i], label), _has(second[i], label)) for i in ids]
        positives = sum(a or b for a, b in pairs)
        alpha = krippendorff_alpha(pairs) if positives >= MIN_POSITIVES else None
        rows.append(Agreement(label, len(ids), positives, alpha))
    return tuple(rows)


def krippendorff_alpha(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Nominal alpha of two coders, as `nltk.metrics.agreement` computes it."""
    from nltk.metrics.agreement import AnnotationTask

    triples = [(coder, item, value) for item, pair in enumerate(pairs) for coder, value in zip(PASSES, pair, strict=True)]
    return float(AnnotationTask(data=triples).alpha())


def of_pages(folder: Path) -> tuple[Agreement, ...]:
    """Agreement on the sentences of the pages that neither pass took for furniture."""
    passes = []
    for name in PASSES:
        pages = load_pages(folder, units_from=folder / "passes" / name)
        passes.append({row.id: row.labels for page in pages for row in page_rows(page)})
    return measure(*passes)


def of_sentences(folder: Path) -> tuple[Agreement, ...]:
    """Agreement on our own sentences."""
    return measure(*({i: row.labels for i, row in load_pass(folder, name).items()} for name in PASSES))


def _has(labels: frozenset[str], label: str) -> bool:
    return bool(labels) if label == ANY else label in labels
