"""Ranking scores with bootstrap intervals: average precision and ROC-AUC under many sets of row weights at once.

A bootstrap sample is a vector of how often each row was drawn. Rows of one group (a pair, a page, a document) are drawn together,
since they are not independent. One sort serves all samples, which makes a thousand of them cheap.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

Measure = Callable[[Bools, Floats, Floats], Floats]
"""Truth and scores of rows, and sets of row weights, to one figure a set."""

INTERVAL = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % bootstrap interval; all three are nan where it is undefined (no positives, or nothing fired)."""

    value: float
    low: float
    high: float

    def text(self) -> str:
        """The figure and its interval as tables show them."""
        return "n/a" if math.isnan(self.value) else f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


def draw_weights(groups: Sequence[Hashable], draws: int, seed: int) -> Floats:
    """Row weights of shape (draws + 1, rows): first the data as they are, then samples of whole groups with replacement."""
    names = {group: i for i, group in enumerate(dict.fromkeys(groups))}
    index = np.array([names[group] for group in groups], dtype=np.int64)
    counts = np.random.default_rng(seed).multinomial(len(names), np.full(len(names), 1 / max(len(names), 1)), size=draws)
    return np.vstack([np.ones((1, len(index))), counts[:, index].astype(np.float64)])


def estimate(values: Floats) -> Estimate:
    """The first of `values` with the percentiles of the others."""
    drawn = values[1:][np.isfinite(values[1:])]
    if not np.isfinite(values[0]) or not len(drawn):
        return Estimate(float("nan"), float("nan"), float("nan"))
    low, high = np.percentile(drawn, INTERVAL)
    return Estimate(float(values[0]), float(low), float(high))


def average_precision(y: Bools, scores: Floats, weights: Floats) -> Floats:
    """Average precision under each row of `weights`, nan without a positive; ties count as one threshold, as in scikit-learn."""
    hits, fired = _cumulated(y, scores, weights)
    total = hits[:, -1:]
    with np.errstate(invalid="ignore", divide="ignore"):
        precision = np.where(fired > 0, hits / np.maximum(fired, 1e-12), 0.0)
        steps = np.diff(hits, axis=1, prepend=0.0) / total
        return np.where(total[:, 0] > 0, (precision * steps).sum(axis=1), np.nan)


def roc_auc(y: Bools, scores: Floats, weights: Floats) -> Floats:
    """Area under the ROC curve under each row of `weights`, nan where one class is missing; ties count half."""
    hits, fired = _cumulated(y, scores, weights)
    misses = fired - hits
    gained = np.diff(misses, axis=1, prepend=0.0)
    above = hits - np.diff(hits, axis=1, prepend=0.0) / 2
    with np.errstate(invalid="ignore", divide="ignore"):
        out: Floats = (gained * above).sum(axis=1) / (hits[:, -1] * misses[:, -1])
    return out


def ratio(over: Bools, under: Bools, weights: Floats) -> Floats:
    """Weight of the rows in `over` as a share of those in `under`, under each row of `weights`; nan where there are none."""
    whole = weights @ under
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(whole > 0, (weights @ over) / whole, np.nan)


def interval(measure: Measure, y: Bools, scores: Floats, weights: Floats) -> Estimate:
    """`measure` of the data with its bootstrap interval."""
    return estimate(measure(y, scores, weights))


def _cumulated(y: Bools, scores: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Weight of positives, and of all rows, from the highest score down to the end of each run of equal scores."""
    order = np.argsort(-scores, kind="stable")
    ranked = scores[order]
    ends = np.append(np.nonzero(np.diff(ranked))[0], len(ranked) - 1)
    drawn = weights[:, order]
    return np.cumsum(drawn * y[order], axis=1)[:, ends], np.cumsum(drawn, axis=1)[:, ends]
