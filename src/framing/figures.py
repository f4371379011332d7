"""The figures that a manifest carries, measured by the written model itself on the test rows of our own sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from framing.annotations import SPLITS, Row, own_rows
from framing.evaluation import evaluate
from framing.model import Model
from framing.spans import evidence_f1
from framing.truth import HEADS, truth_matrix

DRAWS = 200
"""Bootstrap samples behind each interval in the manifest and the card; `framing evaluate` draws more."""


def measure(model: Model, rows: Sequence[Row], corpus: str) -> dict[str, Any]:
    """Ranking with intervals, calibration and evidence on the test rows, rounded; only their number where there are no labels."""
    test = own_rows(rows, "test")
    if not any(row.marks for row in test):
        return {"sentences": len(test)}
    found = evaluate(model, test, corpus, "test", draws=DRAWS)
    seen = [head for head in found.heads if head.positives]
    return {
        "sentences": len(test),
        "positives": {head.head: head.positives for head in found.heads},
        "average_precision": {head.head: round(head.precision.value, 4) for head in seen},
        "interval": {head.head: [round(head.precision.low, 4), round(head.precision.high, 4)] for head in seen},
        "calibration_error": {head.head: round(head.written.error, 4) for head in seen},
        "brier_skill": {head.head: round(head.written.skill, 4) for head in seen},
        "evidence_f1": round(evidence_f1(model, test), 4),
    }


def count(rows: Sequence[Row]) -> dict[str, Any]:
    """How many rows there are, of what kind, and how many each head holds for."""
    truth = truth_matrix(rows)
    return {
        "sentences": sum(row.register != "page" for row in rows),
        "page_sentences": sum(row.register == "page" for row in rows),
        "positives": {head: int(truth[:, i].sum()) for i, head in enumerate(HEADS)},
        "splits": {split: sum(row.split == split for row in rows) for split in SPLITS},
    }
