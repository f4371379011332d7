"""Held-out logits to probabilities and cuts: Platt scaling, and the two operating points of every head."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve

MIN_POSITIVES = 5
"""Positive sentences below which a head is a constant: nothing can be learnt or held out."""

PRECISION = 0.8
CONFIDENCE = 0.9
"""At the precise operating point the lower bound of precision, at this one-sided confidence, is at least this."""

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def platt(logits: Floats, y: Bools) -> dict[str, float]:
    """Slope and intercept that turn logits into probabilities."""
    if y.sum() < MIN_POSITIVES:
        return {"slope": 1.0, "intercept": 0.0}
    fitted = LogisticRegression(C=1e6, solver="lbfgs").fit(logits[:, None], y)
    return {"slope": round(float(fitted.coef_[0, 0]), 4), "intercept": round(float(fitted.intercept_[0]), 4)}


def probabilities(calibration: Mapping[str, float], logits: Floats, shift: float = 0.0) -> Floats:
    """Calibrated probabilities; `shift` is what a prior adds to every logit."""
    out: Floats = 1.0 / (1.0 + np.exp(-(logits * calibration["slope"] + calibration["intercept"] + shift)))
    return out


def balanced_cut(p: Floats, y: Bools, weights: Floats) -> float | None:
    """The probability with the best F1 on weighted rows; nothing where there are too few positives to say."""
    if y.sum() < MIN_POSITIVES:
        return None
    precision, recall, cuts = precision_recall_curve(y, p, sample_weight=weights)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    return round(float(cuts[int(np.argmax(f1[:-1]))]), 4)


def precise_cut(p: Floats, y: Bools, dev: Bools) -> float | None:
    """The lowest probability at which precision is surely high, on the dev rows and on all rows; nothing where it never is.

    Sure means that the exact lower bound (Clopper and Pearson 1934) at `CONFIDENCE` reaches `PRECISION`.
    """
    cuts = np.unique(np.ceil(p[y] * 10_000) / 10_000)
    sure = np.ones(len(cuts), dtype=bool)
    for rows in (dev, np.ones(len(y), dtype=bool)):
        ranked, hits = np.sort(p[rows]), np.sort(p[rows & y])
        fired = len(ranked) - np.searchsorted(ranked, cuts)
        right = len(hits) - np.searchsorted(hits, cuts)
        sure &= lower_bound(right, fired) >= PRECISION
    return round(float(cuts[sure][0]), 4) if sure.any() else None


def lower_bound(right: NDArray[np.int64], fired: NDArray[np.int64]) -> Floats:
    """One-sided lower bound of `right` out of `fired`, at `CONFIDENCE`; 0 where nothing is right."""
    bound = beta.ppf(1 - CONFIDENCE, np.maximum(right, 1), fired - right + 1)
    out: Floats = np.where(right > 0, bound, 0.0)
    return out
