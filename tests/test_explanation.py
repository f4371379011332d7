"""Explanations are the sum itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import UsageError
from framing.explanation import SpanRule, evidence_spans, explain_sentence, find_evidence, voice_at
from framing.model import load_model
from framing.records import Span
from framing.terms import Term

MODEL = load_model()


@given(st.text(max_size=120), st.sampled_from(MODEL.heads))
def test_bias_and_contributions_make_the_logit(sentence: str, label: str) -> None:
    e = explain_sentence(MODEL, sentence, label)
    assert abs(e.bias + sum(c.weight for c in e.contributions) - e.logit) < 1e-6
    assert e.logit == pytest.approx(float(MODEL.decision_function([sentence])[0, MODEL.heads.index(label)]), abs=1e-4)
    assert 0 <= e.probability <= 1


def test_the_words_that_carry_the_device_are_the_evidence() -> None:
    sentence = "The ministry's so-called inquiry has yet to begin."
    texts = [sentence[s.start : s.end] for s in explain_sentence(MODEL, sentence, "doubt").evidence]
    assert any("so-called" in text for text in texts), texts
    assert not any(text == sentence[:-1] for text in texts)


def test_unknown_label_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no label 'bias'.*loaded_language"):
        explain_sentence(MODEL, "x", "bias")


@pytest.mark.parametrize(
    ("weights", "spans"),
    [
        ([3.0, 0.0, 0.0], [(0, 3)]),
        ([3.0, 2.0, 0.0], [(0, 7)]),
        ([3.0, 0.0, 2.0], [(0, 3), (8, 11)]),
        ([3.0, 0.0, 0.1], [(0, 3)]),  # too light beside the heaviest
        ([-1.0, 0.0, -2.0], []),
    ],
)
def test_neighbouring_heavy_words_merge(weights: list[float], spans: list[tuple[int, int]]) -> None:
    terms = [Term("word", "abc", 0, 3), Term("word", "def", 4, 7), Term("word", "ghi", 8, 11)]
    found = evidence_spans("abc def ghi", terms, np.array(weights), SpanRule(0.6, 0, 3))
    assert [span for span, _ in found] == [Span(*s) for s in spans]


def test_a_rule_bridges_gaps_and_keeps_the_heaviest() -> None:
    terms = [Term("word", letter, 2 * i, 2 * i + 1) for i, letter in enumerate("abcdefg")]
    weights = np.array([3.0, 0.0, 0.0, 3.0, 0.0, 0.0, 1.5])
    text = "a b c d e f g"
    apart = evidence_spans(text, terms, weights, SpanRule(0.4, 0, 2))
    assert [text[span.start : span.end] for span, _ in apart] == ["a", "d"]
    joined = evidence_spans(text, terms, weights, SpanRule(0.4, 2, 1))
    assert [text[span.start : span.end] for span, _ in joined] == ["a b c d e f g"]


def test_a_phrase_shares_its_weight_among_its_words() -> None:
    terms = [Term("phrase", "abc def", 0, 7), Term("word", "abc", 0, 3), Term("word", "def", 4, 7)]
    assert evidence_spans("abc def", terms, np.array([2.0, 0.0, 0.0]), SpanRule()) == [(Span(0, 7), 2.0)]


def test_evidence_crosses_no_comma_and_no_quotation_mark() -> None:
    terms = [Term("word", "abc", 0, 3), Term("word", "def", 6, 9)]
    for between in (", ", " \u201c", ". "):
        found = evidence_spans(f"abc{between:<3}def", terms, np.array([2.0, 2.0]), SpanRule())
        assert [span for span, _ in found] == [Span(0, 3), Span(6, 9)]


def test_evidence_is_in_document_offsets_with_its_voice() -> None:
    sentence = "“It is a shameful fraud,” he said."
    (first, *_) = find_evidence(MODEL, sentence, MODEL.analyser.terms(sentence), 100, ["loaded_language"], [(100, 125, "quoted")])
    assert sentence[first.start - 100 : first.end - 100] == first.text
    assert first.voice == "quoted"


@pytest.mark.parametrize(
    ("start", "end", "voice"), [(0, 4, "author"), (10, 14, "quoted"), (8, 12, "quoted"), (7, 12, "author"), (18, 30, "author")]
)
def test_voice_of_a_span_is_that_of_most_of_it(start: int, end: int, voice: str) -> None:
    assert voice_at(start, end, [(10, 20, "quoted")]) == voice
