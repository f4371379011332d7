"""Scored documents: offsets, thresholds, profile."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import UsageError
from framing.model import load_model
from framing.reading import read_file
from framing.records import Document
from framing.scoring import profile, rate, score_document, thresholds_for
from tests.conftest import PAGES

MODEL = load_model()
DEFAULT = thresholds_for(MODEL, None, None)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:3])
def test_offsets_hold_on_the_pages(path: object) -> None:
    document = read_file(path)  # type: ignore[arg-type]
    scored = score_document(MODEL, document, DEFAULT)
    assert len(scored.sentences) >= 20
    for s in scored.sentences:
        assert document.text[s.start : s.end] == s.text
        assert set(s.labels) == {e.label for e in s.evidence} | {label for label in s.labels if s.scores[label] >= DEFAULT[label]}
        for e in s.evidence:
            assert document.text[e.start : e.end] == e.text
            assert s.start <= e.start < e.end <= s.end
            assert e.voice in {"author", "quoted", "attributed"}
            assert e.weight > 0


@given(st.text(max_size=300))
def test_offsets_hold_on_any_text(text: str) -> None:
    for s in score_document(MODEL, Document("x", text), DEFAULT).sentences:
        assert text[s.start : s.end] == s.text
        for e in s.evidence:
            assert text[e.start : e.end] == e.text


def test_furniture_is_left_out_and_kept_apart() -> None:
    text = "Budget passes council\n\nThe council passed the budget on Monday.\n\nShare this story\n\nBack to top"
    scored = score_document(MODEL, Document("x", text), DEFAULT)
    assert [f.text for f in scored.furniture] == ["Share this story", "Back to top"]
    assert scored.profile["framed"].all.total == len(scored.sentences) == 2


def test_presplit_takes_lines_as_they_are() -> None:
    scored = score_document(MODEL, Document("x", "One. Two.\n\nShare this story\n"), DEFAULT, presplit=True)
    assert [s.text for s in scored.sentences] == ["One. Two.", "Share this story"]


def test_empty_text() -> None:
    scored = score_document(MODEL, Document("x", " \n"), DEFAULT)
    assert scored.sentences == ()
    assert scored.profile["doubt"].all.total == 0


def test_thresholds() -> None:
    assert thresholds_for(MODEL, ["slogan", "doubt"], 0.5) == {"slogan": 0.5, "doubt": 0.5}
    assert list(DEFAULT) == list(MODEL.labels)
    for labels, threshold in ((["bias"], None), (None, 1.5), (None, -0.1)):
        with pytest.raises(UsageError):
            thresholds_for(MODEL, labels, threshold)


def test_a_lower_threshold_only_adds_labels() -> None:
    document = read_file(PAGES[0])
    few = score_document(MODEL, document, thresholds_for(MODEL, None, 0.9))
    many = score_document(MODEL, document, thresholds_for(MODEL, None, 0.1))
    for a, b in zip(few.sentences, many.sentences, strict=True):
        assert set(a.labels) <= set(b.labels)
        assert a.scores == b.scores


def test_profile_separates_voices() -> None:
    text = "“The so-called reform is a fraud,” said Mr Arn.\n\nThe so-called reform was rammed through."
    sentences = score_document(MODEL, Document("x", text), thresholds_for(MODEL, ["doubt"], None)).sentences
    row = profile(sentences, ["doubt"])["doubt"]
    assert (row.author.count, row.all.count) == (1, 2)


@given(st.integers(0, 500), st.integers(0, 500))
def test_wilson_interval_holds_its_rate(a: int, b: int) -> None:
    count, total = min(a, b), max(a, b)
    r = rate(count, total)
    assert 0 <= r.low <= r.per_100 + 1e-9 <= r.high + 1e-6 <= 100 + 1e-6
    assert (r.low == 0) == (count == 0)


def test_wilson_interval_of_a_known_case() -> None:
    r = rate(10, 100)
    assert math.isclose(r.low, 5.5229, abs_tol=1e-3)
    assert math.isclose(r.high, 17.4366, abs_tol=1e-3)
