"""Ranking measures under weights are scikit-learn's, and intervals come from whole groups."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, roc_auc_score

from framing.resampling import average_precision, draw_weights, estimate, interval, ratio, roc_auc

ROWS = st.lists(st.tuples(st.booleans(), st.integers(0, 6), st.integers(0, 3)), min_size=2, max_size=40)


@given(ROWS)
def test_measures_are_those_of_scikit_learn_ties_and_weights_included(rows: list[tuple[bool, int, int]]) -> None:
    y, scores, weights = (np.array(column) for column in zip(*rows, strict=True))
    kept = weights > 0
    got = average_precision(y, scores.astype(float), weights[None].astype(float))[0]
    auc = roc_auc(y, scores.astype(float), weights[None].astype(float))[0]
    if y[kept].any():
        assert got == pytest.approx(average_precision_score(y[kept], scores[kept], sample_weight=weights[kept]))
    else:
        assert np.isnan(got)
    if y[kept].any() and not y[kept].all():
        assert auc == pytest.approx(roc_auc_score(y[kept], scores[kept], sample_weight=weights[kept]))
    else:
        assert np.isnan(auc)


def test_groups_are_drawn_whole_and_the_first_row_is_the_data() -> None:
    weights = draw_weights(["a", "a", "b", "c", "c"], 200, seed=3)
    assert weights.shape == (201, 5)
    assert (weights[0] == 1).all()
    assert (weights[:, 0] == weights[:, 1]).all()
    assert (weights[:, 3] == weights[:, 4]).all()
    assert (weights[1:, [0, 2, 3]].sum(axis=1) == 3).all()
    assert np.array_equal(weights, draw_weights(["a", "a", "b", "c", "c"], 200, seed=3))
    assert len(np.unique(weights[1:], axis=0)) > 5


def test_an_interval_holds_its_value_and_narrows_with_data() -> None:
    rng = np.random.default_rng(0)
    y = rng.random(4_000) < 0.3
    scores = y + rng.normal(0, 1, 4_000)
    wide = interval(roc_auc, y[:200], scores[:200], draw_weights(range(200), 300, 0))
    narrow = interval(roc_auc, y, scores, draw_weights(range(4_000), 300, 0))
    for found in (wide, narrow):
        assert found.low < found.value < found.high
    assert narrow.high - narrow.low < (wide.high - wide.low) / 2


def test_ratios_and_undefined_figures() -> None:
    weights = np.ones((3, 4))
    some = np.array([True, True, False, False])
    assert ratio(some & np.array([True, False, True, True]), some, weights).tolist() == [0.5, 0.5, 0.5]
    assert np.isnan(ratio(some, np.zeros(4, dtype=bool), weights)).all()
    assert np.isnan(estimate(np.array([np.nan, 1.0, 1.0])).value)
