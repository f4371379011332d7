"""The smallest deletion, checked by scoring what is left."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.annotations import load_rows
from framing.deletion import Deletion, without
from framing.explanation import Explanation, explain_sentence
from framing.model import load_model
from framing.records import Span
from tests.conftest import ROOT

MODEL = load_model()
FIRING = [row for row in load_rows(ROOT / "annotations") if row.split == "test" and row.marks and len(row.text) < 160][:60]


def _explained(text: str, label: str) -> Explanation:
    return explain_sentence(MODEL, text, label)


def _words(deletion: Deletion, text: str) -> int:
    return sum(len(text[span.start : span.end].split()) for span in deletion.spans)


@pytest.mark.parametrize(("text", "label"), [(row.text, sorted(row.labels)[0]) for row in FIRING])
def test_what_is_left_no_longer_fires(text: str, label: str) -> None:
    explanation = _explained(text, label)
    if explanation.probability < explanation.threshold:
        assert explanation.deletion is None
        return
    assert explanation.deletion is not None
    left = explanation.deletion.text
    assert _explained(left, label).probability == pytest.approx(explanation.deletion.probability, abs=1e-4)
    assert explanation.deletion.probability < explanation.threshold
    assert left == without(text, explanation.deletion.spans)


def test_a_single_word_is_enough_where_it_is() -> None:
    text = "The council discussed the shameful budget on Tuesday."
    deletion = _explained(text, "framed").deletion
    assert deletion is not None
    assert [text[span.start : span.end] for span in deletion.spans] == ["shameful"]


def test_no_smaller_deletion_of_words_clears_it() -> None:
    text = "Insiders say the shameful so-called inquiry is a disgraceful whitewash."
    explanation = _explained(text, "framed")
    assert explanation.deletion is not None
    size = _words(explanation.deletion, text)
    words = [Span(t.start, t.end) for t in MODEL.analyser.terms(text) if t.kind == "word"]
    for fewer in range(1, min(size, 3)):
        for some in combinations(words, fewer):
            assert _explained(without(text, some), "framed").probability >= explanation.threshold, some


def test_more_than_three_words_are_found_step_by_step() -> None:
    text = "Shameful crooks, vile traitors, brazen liars, gutless cowards and rotten thugs plunder and butcher our sacred homeland."
    explanation = _explained(text, "framed")
    assert explanation.deletion is not None
    assert _words(explanation.deletion, text) > 3
    assert explanation.deletion.probability < explanation.threshold


@given(st.text(alphabet="ab, ", max_size=30), st.data())
def test_without_keeps_everything_else(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(cut, len(text)))
    left = without(text, [Span(cut, end)])
    assert left.replace(" ", "") == (text[:cut] + text[end:]).replace(" ", "")
