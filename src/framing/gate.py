"""The release gate: a new model replaces the shipped one only if no head falls by more than its interval, here and outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.annotations import Row
from framing.errors import UsageError
from framing.model import Model
from framing.outside import Outside
from framing.resampling import Bools, Estimate, Floats, Measure, average_precision, draw_weights, interval, roc_auc
from framing.truth import truth_matrix

MIN_POSITIVES = 20
"""Positive rows below which a head is named but not compared: its interval would let anything pass."""

NAMES: Mapping[Measure, str] = {average_precision: "AP", roc_auc: "AUC"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure of both models; `passed` while the new value is not below the interval of the old one."""

    data: str
    head: str
    measure: str
    positives: int
    old: Estimate
    new: float

    @property
    def passed(self) -> bool:
        """Whether the new model is as good as the old one as far as can be told; an undefined figure does not pass."""
        return bool(self.new >= self.old.low)


def compare(
    old: Model, new: Model, rows: Sequence[Row], outside: Outside | None, *, draws: int = 500, seed: int = 0
) -> tuple[Comparison, ...]:
    """Average precision on the test rows and ROC-AUC outside, head by head.

    Neither model may have learnt from `rows`. Raises `UsageError` if nothing can be compared: no rows, no head with positives
    enough, or one and the same model.
    """
    if old.sha256 == new.sha256:
        raise UsageError("both are the same model", remedy="train a new one first")
    if old.heads != new.heads:
        raise UsageError("the models have different labels and cannot be compared")
    found = (*_on_rows(old, new, rows, draws, seed), *(_on_outside(old, new, outside, draws, seed) if outside else ()))
    if not any(comparison.data == "test" for comparison in found):
        raise UsageError(f"no label has {MIN_POSITIVES} positives in the test split: nothing would be compared")
    return found


def _on_rows(old: Model, new: Model, rows: Sequence[Row], draws: int, seed: int) -> Iterator[Comparison]:
    if not rows:
        return
    truth = truth_matrix(rows, old.heads)
    texts = [row.text for row in rows]
    before, after = (model.decision_function(texts).astype(np.float64) for model in (old, new))
    weights = draw_weights([row.group for row in rows], draws, seed)
    for i, head in enumerate(old.heads):
        y = truth[:, i]
        if y.sum() >= MIN_POSITIVES:
            yield _comparison("test", head, average_precision, y, before[:, i], after[:, i], weights)


def _on_outside(old: Model, new: Model, outside: Outside, draws: int, seed: int) -> Iterator[Comparison]:
    logits = {
        file: [model.decision_function(texts).astype(np.float64) for model in (old, new)] for file, texts in outside.texts.items()
    }
    weights = {file: draw_weights(documents, draws, seed) for file, documents in outside.documents.items()}
    for task in outside.tasks:
        if task.truth.sum() < MIN_POSITIVES:
            continue
        column = old.heads.index(task.head)
        before, after = (part[:, column] for part in logits[task.file])
        yield _comparison(task.name, task.head, roc_auc, task.truth, before, after, weights[task.file])


def _comparison(data: str, head: str, measure: Measure, y: Bools, before: Floats, after: Floats, weights: Floats) -> Comparison:
    now = float(measure(y, after, weights[:1])[0])
    return Comparison(data, head, NAMES[measure], int(y.sum()), interval(measure, y, before, weights), now)
