"""How good a model is on annotated rows: ranking, decisions, calibration, confusion and slices, with bootstrap intervals."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing import __version__
from framing.annotations import Row
from framing.errors import InputError
from framing.labels import BALANCED, OPERATING_POINTS
from framing.model import FRAMED, Model
from framing.resampling import Estimate, average_precision, draw_weights, estimate, interval, ratio, roc_auc
from framing.truth import truth_matrix

BINS = 10
"""Equal-width bins of the expected calibration error (Guo et al. 2017) and of the reliability plot."""

LENGTHS = (10, 20, 30)
"""Words at which the slices by length are cut."""

MIN_SLICE = 20
"""Sentences below which a slice is not shown."""

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Signature:
    """What a table was computed from: without it a figure cannot be checked."""

    model: str
    corpus: str
    split: str
    sentences: int
    version: str
    draws: int

    def line(self) -> str:
        """The signature as one line of text."""
        return (
            f"model {self.model[:16]}, corpus {self.corpus[:16]}, split {self.split}, {self.sentences} sentences, "
            f"framing {self.version}, {self.draws} bootstrap samples by group"
        )


@dataclass(frozen=True, slots=True)
class Decisions:
    """Precision, recall and F1 of a head at one operating point; nan where it never fires."""

    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True, slots=True)
class Calibration:
    """Expected calibration error (0 to 1), Brier skill against always saying the base rate, and the bins of the reliability plot.

    A bin is (mean probability, share of positives, sentences).
    """

    prior: float
    error: float
    skill: float
    bins: tuple[tuple[float, float, int], ...]


@dataclass(frozen=True, slots=True)
class HeadFigures:
    """Everything about one head. `written` is calibration at the base rate the model learnt from, `news` at its prior of running
    news with the rows weighted to it; `checked` says whether there are positives enough to call either measured."""

    head: str
    positives: int
    precision: Estimate
    auc: Estimate
    decisions: dict[str, Decisions]
    written: Calibration
    news: Calibration
    checked: bool


@dataclass(frozen=True, slots=True)
class Slice:
    """One value of one property of the sentences: how well `framed` is told there."""

    key: str
    value: str
    sentences: int
    positives: int
    precision: float
    auc: float
    macro_f1: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole of it. `confusion[i][j]` counts sentences of label i for which label j fired; the last column is for none."""

    signature: Signature
    heads: tuple[HeadFigures, ...]
    confusion: tuple[tuple[int, ...], ...]
    slices: tuple[Slice, ...]

    @property
    def macro_precision(self) -> float:
        """Mean average precision of the labels (without `framed`) that have positives."""
        return float(np.nanmean([head.precision.value for head in self.heads if head.head != FRAMED]))


def evaluate(model: Model, rows: Sequence[Row], corpus: str, split: str, *, draws: int = 1_000, seed: int = 0) -> Evaluation:
    """Measure `model` on `rows`, which it must not have learnt from; `corpus` and `split` only name them.

    Raises `InputError` if there are no rows, or none that carries a label: a figure of nothing would pass any test.
    """
    truth = truth_matrix(rows, model.heads)
    if not len(rows) or not truth.any():
        raise InputError(f"no labelled sentences in split {split!r}", where=corpus, remedy="nothing can be measured on it")
    logits = model.decision_function([row.text for row in rows]).astype(np.float64)
    weights = draw_weights([row.group for row in rows], draws, seed)
    written = model.calibrate(logits, model.base_rates[FRAMED]).astype(np.float64)
    news = model.calibrate(logits).astype(np.float64)
    share = truth[:, -1].mean()
    to_news = np.where(truth[:, -1], model.prior / max(share, 1e-9), (1 - model.prior) / max(1 - share, 1e-9))
    heads = tuple(
        HeadFigures(
            head=head,
            positives=int(truth[:, i].sum()),
            precision=interval(average_precision, truth[:, i], logits[:, i], weights),
            auc=interval(roc_auc, truth[:, i], logits[:, i], weights),
            decisions={
                point: decisions(truth[:, i], news[:, i] >= model.operating_points[point][head], weights)
                for point in OPERATING_POINTS
            },
            written=calibration(truth[:, i], written[:, i], np.ones(len(rows)), model.base_rates[FRAMED]),
            news=calibration(truth[:, i], news[:, i], to_news, model.prior),
            checked=head not in model.uncalibrated,
        )
        for i, head in enumerate(model.heads)
    )
    cuts = np.array([model.operating_points[BALANCED][head] for head in model.heads])
    fired = news >= cuts
    signature = Signature(model.sha256, corpus, split, len(rows), __version__, draws)
    return Evaluation(signature, heads, _confusion(truth, fired), tuple(_slices(rows, truth, fired, logits[:, -1])))


def decisions(y: Bools, fired: Bools, weights: Floats) -> Decisions:
    """Precision, recall and F1 with their intervals."""
    right = y & fired
    precision, recall = ratio(right, fired, weights), ratio(right, y, weights)
    f1 = 2 * (weights @ right) / np.maximum(weights @ y + weights @ fired, 1e-12)
    return Decisions(estimate(precision), estimate(recall), estimate(np.where(np.isfinite(recall), f1, np.nan)))


def calibration(y: Bools, p: Floats, weights: Floats, prior: float) -> Calibration:
    """Calibration of probabilities `p` on weighted rows."""
    which = np.minimum((p * BINS).astype(int), BINS - 1)
    mass = np.bincount(which, weights, BINS)
    said = np.bincount(which, weights * p, BINS)
    true = np.bincount(which, weights * y, BINS)
    counts = np.bincount(which, minlength=BINS)
    rate = float((weights * y).sum() / weights.sum())
    reference = rate * (1 - rate)
    brier = float((weights * (p - y) ** 2).sum() / weights.sum())
    used = np.nonzero(mass)[0]
    return Calibration(
        prior=prior,
        error=float(np.abs(said - true).sum() / weights.sum()),
        skill=1 - brier / reference if reference else float("nan"),
        bins=tuple((float(said[i] / mass[i]), float(true[i] / mass[i]), int(counts[i])) for i in used),
    )


def _confusion(truth: Bools, fired: Bools) -> tuple[tuple[int, ...], ...]:
    labels = truth.shape[1] - 1
    table = truth[:, :labels].T.astype(int) @ np.column_stack([fired[:, :labels], ~fired[:, :labels].any(axis=1)]).astype(int)
    return tuple(tuple(int(cell) for cell in row) for row in table)


def _slices(rows: Sequence[Row], truth: Bools, fired: Bools, framed: Floats) -> list[Slice]:
    keys: dict[str, Callable[[Row], str]] = {
        "register": lambda row: row.register,
        "voice": lambda row: row.voice,
        "length": _length,
        "topic": lambda row: row.topic,
    }
    out = []
    for key, value_of in keys.items():
        values = np.array([value_of(row) for row in rows])
        for value in sorted(set(values.tolist())):
            some = values == value
            if some.sum() < MIN_SLICE:
                continue
            y, one = truth[some], np.ones((1, int(some.sum())))
            f1 = [
                2 * (y[:, i] & fired[some, i]).sum() / max(y[:, i].sum() + fired[some, i].sum(), 1)
                for i in range(truth.shape[1] - 1)
                if y[:, i].any()
            ]
            out.append(
                Slice(
                    key,
                    value,
                    int(some.sum()),
                    int(y[:, -1].sum()),
                    float(average_precision(y[:, -1], framed[some], one)[0]),
                    float(roc_auc(y[:, -1], framed[some], one)[0]),
                    float(np.mean(f1)) if f1 else float("nan"),
                )
            )
    return out


def _length(row: Row) -> str:
    words = len(row.text.split())
    edges = [0, *LENGTHS]
    for low, high in itertools.pairwise(edges):
        if words < high:
            return f"{low:02d} to {high - 1} words"
    return f"{LENGTHS[-1]} words or more"
