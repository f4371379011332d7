"""Krippendorff's alpha: known values, and silence where it says nothing."""

from __future__ import annotations

import pytest

from framing import agreement
from framing.labels import NAMES
from tests.conftest import ROOT


def test_alpha_of_full_and_of_no_agreement() -> None:
    assert agreement.krippendorff_alpha([(True, True), (False, False)] * 10) == 1.0
    assert agreement.krippendorff_alpha([(True, False), (False, True)] * 10) < 0


def test_alpha_of_a_worked_example() -> None:
    # Two coders, ten binary items, from the definition: 1 - (n - 1) * disagreements / (zeros * ones) with n = 20 values.
    pairs = [(False, False)] * 4 + [(True, True)] * 4 + [(True, False), (False, True)]
    assert agreement.krippendorff_alpha(pairs) == pytest.approx(1 - 19 * 2 / (10 * 10))


def test_few_positives_are_not_given_a_number() -> None:
    first = {str(i): frozenset({"doubt"} if i < 9 else ()) for i in range(40)}
    rows = {row.label: row for row in agreement.measure(first, first)}
    assert rows["doubt"].positives == 9
    assert rows["doubt"].alpha is None
    assert rows["slogan"].alpha is None
    more = {**first, "9": frozenset({"doubt"})}
    assert {row.label: row.alpha for row in agreement.measure(more, more)}["doubt"] == 1.0


def test_only_what_both_judged_counts() -> None:
    first = {"a": frozenset({"doubt"}), "b": frozenset[str]()}
    assert agreement.measure(first, {"a": frozenset({"doubt"})})[0].items == 1


def test_the_datasheet_states_what_the_command_prints() -> None:
    datasheet = (ROOT / "annotations" / "README.md").read_text(encoding="utf-8")
    pages = {row.label: row for row in agreement.of_pages(ROOT / "annotations")}
    sentences = {row.label: row for row in agreement.of_sentences(ROOT / "annotations")}
    for label in (*NAMES, agreement.ANY):
        cells = [_cell(pages[label]), _cell(sentences[label])]
        name = label if label == agreement.ANY else f"`{label}`"
        assert f"| {name} | {' | '.join(cells)} |" in datasheet


def _cell(row: agreement.Agreement) -> str:
    return f"{row.positives} | {'n/a' if row.alpha is None else f'{row.alpha:.2f}'}"
