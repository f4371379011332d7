"""Probabilities and cuts from held-out logits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from sklearn.metrics import f1_score

from framing.calibration import PRECISION, balanced_cut, lower_bound, platt, precise_cut, probabilities

RNG = np.random.default_rng(7)
LOGITS = RNG.normal(0, 3, 4_000)
TRUTH = RNG.random(4_000) < 1 / (1 + np.exp(-(0.7 * LOGITS - 1)))
P = probabilities({"slope": 0.7, "intercept": -1.0}, LOGITS)
EVERY = np.ones(len(P), dtype=bool)


def test_platt_finds_the_scale_that_made_the_data() -> None:
    found = platt(LOGITS, TRUTH)
    assert found["slope"] == pytest.approx(0.7, abs=0.08)
    assert found["intercept"] == pytest.approx(-1.0, abs=0.12)
    assert platt(LOGITS[:4], TRUTH[:4]) == {"slope": 1.0, "intercept": 0.0}


def test_no_cut_has_a_better_f1_than_the_balanced_one() -> None:
    cut = balanced_cut(P, TRUTH, np.ones(len(P)))
    assert cut is not None
    best = f1_score(TRUTH, cut <= P)
    assert all(f1_score(TRUTH, other <= P) <= best + 1e-3 for other in np.linspace(0.01, 0.99, 99))


def test_rarer_positives_lift_the_balanced_cut() -> None:
    news = np.where(TRUTH, 0.2, 1.0)
    rare = 1 / (1 + (1 - P) / P / 0.2)  # the same sentences as probabilities at the rarer rate
    usual, lifted = balanced_cut(P, TRUTH, np.ones(len(P))), balanced_cut(rare, TRUTH, news)
    assert usual is not None
    assert lifted is not None
    assert (rare >= lifted).sum() < (usual <= P).sum()


def test_the_precise_cut_is_the_lowest_that_is_sure() -> None:
    dev = np.arange(len(P)) % 3 == 0
    cut = precise_cut(P, TRUTH, dev)
    assert cut is not None
    for rows in (dev, EVERY):
        fired = rows & (cut <= P)
        assert _bound(int((fired & TRUTH).sum()), int(fired.sum())) >= PRECISION
    for lower in sorted(p for p in P[TRUTH] if p < cut - 1e-4)[-50:]:
        fired = lower <= P
        bounds = [_bound(int((rows & fired & TRUTH).sum()), int((rows & fired).sum())) for rows in (dev, EVERY)]
        assert min(bounds) < PRECISION


def test_what_is_never_sure_never_fires() -> None:
    assert precise_cut(P, RNG.random(len(P)) < 0.3, EVERY) is None
    assert precise_cut(P, TRUTH, np.zeros(len(P), dtype=bool)) is None  # no dev rows, nothing shown
    assert balanced_cut(P[:10], np.zeros(10, dtype=bool), np.ones(10)) is None


def _bound(right: int, fired: int) -> float:
    # A two-sided 80 % interval has the one-sided 90 % bound for its lower end.
    return float(binomtest(right, fired).proportion_ci(0.8, method="exact").low)


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_bound_is_the_exact_one(right: int, wrong: int) -> None:
    if right + wrong:
        found = lower_bound(np.array([right]), np.array([right + wrong]))[0]
        assert found == pytest.approx(_bound(right, right + wrong), abs=1e-9)
