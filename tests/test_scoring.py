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
from framing.scoring import options_for, profile, rate, score_document
from tests.conftest import PAGES

MODEL = load_model()
DEFAULT = options_for(MODEL)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:3])
def test_offsets_hold_on_the_pages(path: object) -> None:
    document = read_file(path)  # type: ignore[arg-type]
    scored = score_document(MODEL, document, DEFAULT)
    assert len(scored.sentences) >= 20
    for s in scored.sentences:
        assert document.text[s.start : s.end] == s.text
        assert set(s.labels) == {e.label for e in s.evidence} | {
            label for label in s.labels if s.scores[label] >= DEFAULT.thresholds[label]
        }
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
    scored = score_document(MODEL, Document("x", "One. Two.\n\nShare this story\n"), options_for(MODEL, presplit=True))
    assert [s.text for s in scored.sentences] == ["One. Two.", "Share this story"]


def test_empty_text() -> None:
    scored = score_document(MODEL, Document("x", " \n"), DEFAULT)
    assert scored.sentences == ()
    assert scored.profile["doubt"].all.total == 0


def test_options() -> None:
    assert options_for(MODEL, labels=["slogan", "doubt"], threshold=0.5).thresholds == {"slogan": 0.5, "doubt": 0.5}
    assert list(DEFAULT.thresholds) == list(MODEL.labels)
    assert DEFAULT.prior == MODEL.prior
    for wrong in (
        {"labels": ["bias"]},
        {"threshold": 1.5},
        {"threshold": -0.1},
        {"prior": 0.0},
        {"prior": 1.0},
        {"operating_point": "bold"},
    ):
        with pytest.raises(UsageError):
            options_for(MODEL, **wrong)


def test_a_label_without_a_precise_cut_is_silent_and_named() -> None:
    precise = options_for(MODEL, operating_point="precise")
    scored = score_document(MODEL, read_file(PAGES[0]), precise)
    assert scored.silent == tuple(label for label in MODEL.labels if math.isinf(MODEL.operating_points["precise"][label]))
    assert not {label for s in scored.sentences for label in s.labels} & set(scored.silent)
    for a, b in zip(scored.sentences, score_document(MODEL, read_file(PAGES[0]), DEFAULT).sentences, strict=True):
        assert set(a.labels) <= set(b.labels)


def test_a_prior_moves_probabilities_and_nothing_else() -> None:
    document = read_file(PAGES[2])
    rare, common = (score_document(MODEL, document, options_for(MODEL, prior=prior)) for prior in (0.05, 0.6))
    for a, b in zip(rare.sentences, common.sentences, strict=True):
        assert a.framed < b.framed
        assert all(a.scores[label] < b.scores[label] for label in MODEL.labels)
        assert set(a.labels) <= set(b.labels)
    assert (rare.prior, common.prior) == (0.05, 0.6)


def test_what_cannot_be_judged_gets_a_warning_and_no_labels_unless_asked() -> None:
    text = "Diese sogenannte Reform bleibt ein schamloser Betrug am ganzen Volk."
    (cautious,) = score_document(MODEL, Document("x", text), options_for(MODEL, threshold=0)).sentences
    (bold,) = score_document(MODEL, Document("x", text), options_for(MODEL, threshold=0, abstain=False)).sentences
    assert (cautious.warning, cautious.labels, cautious.evidence) == ("not_english", (), ())
    assert (bold.warning, set(bold.labels)) == ("not_english", set(MODEL.labels))
    assert cautious.scores == bold.scores


def test_a_lower_threshold_only_adds_labels() -> None:
    document = read_file(PAGES[0])
    few = score_document(MODEL, document, options_for(MODEL, threshold=0.9))
    many = score_document(MODEL, document, options_for(MODEL, threshold=0.1))
    for a, b in zip(few.sentences, many.sentences, strict=True):
        assert set(a.labels) <= set(b.labels)
        assert a.scores == b.scores


def test_profile_separates_voices() -> None:
    text = "“The so-called reform is a fraud,” said Mr Arn.\n\nThe so-called reform was rammed through."
    sentences = score_document(MODEL, Document("x", text), options_for(MODEL, labels=["doubt"])).sentences
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
