"""Evidence rules are chosen where annotators marked: short for words, long for clauses."""

from __future__ import annotations

import numpy as np

from framing.annotations import load_sentences
from framing.explanation import SpanRule
from framing.model import load_model
from framing.spans import choose_rules, evidence_f1, token_f1
from tests.conftest import ROOT

MODEL = load_model()
ROWS = [row for row in load_sentences(ROOT / "annotations") if row.split == "test" and row.marks]


def test_token_f1_of_a_worked_example() -> None:
    shares, breaks = [3.0, 0.0, 0.0, 1.0], [False] * 4
    marked = np.array([True, False, False, False])
    assert token_f1([(shares, breaks, marked)], SpanRule(0.5, 0, 1)) == 1.0
    assert token_f1([(shares, breaks, marked)], SpanRule(0.05, 4, 1)) == 2 / 5


def test_few_examples_choose_nothing() -> None:
    assert choose_rules(MODEL, [row for row in ROWS if "slogan" in row.labels][:5]) == {}


def test_clauses_get_a_longer_reach_than_words() -> None:
    rules = choose_rules(MODEL, ROWS)
    assert rules["false_dilemma"]["peak_share"] < rules["loaded_language"]["peak_share"]


def test_the_shipped_rules_find_the_annotated_words() -> None:
    assert evidence_f1(MODEL, ROWS) >= 0.5
