"""An evaluation as Markdown, JSON and CSV; every table carries its signature."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from framing.evaluation import Evaluation, HeadFigures
from framing.labels import BALANCED, PRECISE
from framing.model import FRAMED


def markdown(evaluation: Evaluation) -> Iterator[str]:
    """The lines of the report: ranking, decisions, calibration, confusion and slices."""
    sign = ["", f"*{evaluation.signature.line()}*", ""]
    yield from ("# Evaluation", "", "## Ranking", "")
    yield from _table(
        ("head", "positives", "average precision", "ROC-AUC"),
        ((h.head, h.positives, h.precision.text(), h.auc.text()) for h in evaluation.heads),
    )
    yield f"\nMean average precision of the labels: {evaluation.macro_precision:.3f}"
    yield from sign
    for point in (BALANCED, PRECISE):
        yield from (f"## Decisions, {point} operating point", "")
        yield from _table(("head", "precision", "recall", "F1"), (_decisions(h, point) for h in evaluation.heads))
        yield from sign
    yield from ("## Calibration", "")
    yield "Left: at the base rate that the model learnt from. Right: at its prior of running news, sentences weighted to it."
    yield ""
    yield from _table(
        ("head", "calibration error", "Brier skill", "calibration error, news", "Brier skill, news", "measured"),
        (
            (
                h.head,
                f"{h.written.error:.3f}",
                f"{h.written.skill:.2f}",
                f"{h.news.error:.3f}",
                f"{h.news.skill:.2f}",
                "yes" if h.checked else "not calibrated",
            )
            for h in evaluation.heads
        ),
    )
    yield from sign
    labels = [h.head for h in evaluation.heads if h.head != FRAMED]
    yield from ("## Confusion: sentences of a label (row) where a label fired (column)", "")
    yield from _table(("", *labels, "none"), ((label, *row) for label, row in zip(labels, evaluation.confusion, strict=True)))
    yield from sign
    yield from ("## Slices", "")
    yield from _table(
        ("slice", "value", "sentences", "framed", "framed AP", "framed AUC", "macro F1"),
        (
            (s.key, s.value, s.sentences, s.positives, _number(s.precision), _number(s.auc), _number(s.macro_f1))
            for s in evaluation.slices
        ),
    )
    yield from sign


def record(evaluation: Evaluation) -> dict[str, Any]:
    """JSON-ready values of the whole evaluation; undefined figures are null."""
    cleaned: dict[str, Any] = _clean(asdict(evaluation))
    return cleaned


def dump(evaluation: Evaluation) -> str:
    """The record as text."""
    return json.dumps(record(evaluation), indent=1, allow_nan=False) + "\n"


def confusion_csv(evaluation: Evaluation) -> str:
    """The confusion of labels, its signature in the last line."""
    labels = [h.head for h in evaluation.heads if h.head != FRAMED]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["label", *labels, "none"])
    writer.writerows([label, *row] for label, row in zip(labels, evaluation.confusion, strict=True))
    return f"{out.getvalue()}# {evaluation.signature.line()}\n"


def _decisions(head: HeadFigures, point: str) -> tuple[str, ...]:
    found = head.decisions[point]
    if math.isnan(found.precision.value):
        return (head.head, "never fires", "", "")
    return (head.head, found.precision.text(), found.recall.text(), found.f1.text())


def _number(value: float) -> str:
    return "n/a" if math.isnan(value) else f"{value:.3f}"


def _table(header: tuple[str, ...], rows: Any) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(str(cell) for cell in row)} |"


def _clean(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else None
    return value
