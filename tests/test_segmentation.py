"""Sentences: where they begin and end, whose voice they are in, and what is page furniture. Cases are data in `tests/cases/`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.annotations import load_pages
from framing.explanation import voice_at
from framing.segmentation import line_spans, segment, sentence_spans
from framing.segmentation.speech import Stretch, voice_of
from tests.conftest import ROOT

CASES = Path(__file__).parent / "cases"

KNOWN_FAILURES = {
    # A brand that ends in an exclamation mark, before a capital: nothing but knowing the brand tells it from an exclamation.
    "Users of Zingo! Mail lost access for nine hours, the firm said.",
}


def _load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def _boundary_cases() -> Iterator[Any]:
    for case in _load("boundaries"):
        marks = [pytest.mark.xfail(reason="known failure", strict=True)] if case["text"] in KNOWN_FAILURES else []
        yield pytest.param(case, marks=marks, id=f"{case['kind']}: {case['text'][:40]!r}")


@pytest.mark.parametrize("case", list(_boundary_cases()))
def test_boundaries(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[start:end] for start, end in sentence_spans(text)] == case["sentences"]


def test_there_are_enough_cases_of_both_kinds() -> None:
    cases = _load("boundaries")
    assert len(cases) >= 200
    assert sum(len(case["sentences"]) == 1 for case in cases) >= 60


def test_the_annotated_pages_split_as_their_annotators_saw_them() -> None:
    for page in load_pages(ROOT / "annotations"):
        assert sentence_spans(page.text) == [(unit.start, unit.end) for unit in page.units]


@given(st.text(alphabet=st.sampled_from("aA1 .!?…\"'“”‘’()-\n\u00a0•:;,"), max_size=200))
def test_spans_are_stripped_ordered_and_lose_nothing(text: str) -> None:
    spans = sentence_spans(text)
    position = 0
    for start, end in spans:
        assert text[position:start].strip() == ""
        assert text[start:end] == text[start:end].strip() != ""
        position = end
    assert text[position:].strip() == ""


@given(st.text(alphabet=st.sampled_from("aAb .!?\"'“”‘’\n:;,said"), max_size=200))
def test_speech_lies_inside_its_sentence_in_order(text: str) -> None:
    for s in segment(text):
        assert text[s.start : s.end] == s.text
        position = s.start
        for start, end, voice in s.speech:
            assert position <= start < end <= s.end
            assert voice in {"quoted", "attributed"}
            position = end


VOICES = _load("voice")


def test_voice_of_sentences() -> None:
    wrong, total = [], 0
    for case in VOICES:
        found = {s.text: s.voice for s in segment(case["text"])}
        for sentence in case["sentences"]:
            total += 1
            if found.get(sentence["text"]) != sentence["voice"]:
                wrong.append(sentence["text"])
    assert total >= 200
    assert len(wrong) <= 0.03 * total, wrong


def test_voice_of_stretches_inside_sentences() -> None:
    wrong, total = [], 0
    for case in VOICES:
        found = {s.text: s for s in segment(case["text"])}
        for sentence in case["sentences"]:
            segmented = found.get(sentence["text"])
            for stretch, voice in sentence.get("spans", ()):
                total += 1
                if segmented is None:
                    wrong.append(stretch)
                    continue
                start = segmented.start + segmented.text.index(stretch)
                if voice_at(start, start + len(stretch), segmented.speech) != voice:
                    wrong.append(stretch)
    assert total >= 200
    assert len(wrong) <= 0.06 * total, wrong


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("“We lost the vote,” she said.", "quoted"),
        ("The minister said that the vote had been lost because the chamber was half empty.", "attributed"),
        ("According to the minister, the vote was lost because the chamber was half empty.", "attributed"),
        ("The vote was lost because the chamber was half empty, the minister said.", "attributed"),
        ("The “reform” was lost because the chamber was half empty.", "author"),
        ("I said that the vote would be lost because the chamber was half empty.", "author"),
        ("Minister: We will not be moved", "attributed"),
        ("Budget: what the new taxes are going to mean", "author"),
        ("The minister spoke on Monday.", "author"),
        ("An atmosphere of fear that the vote would be lost hung over the chamber.", "author"),
    ],
)
def test_voice_by_the_rule(text: str, voice: str) -> None:
    (s,) = segment(text)
    assert s.voice == voice


def test_voice_on_the_pages() -> None:
    right = total = 0
    for page in load_pages(ROOT / "annotations"):
        found = {(s.start, s.end): s.voice for s in segment(page.text)}
        for unit in page.units:
            if not unit.furniture:
                total += 1
                right += found[unit.start, unit.end] == unit.voice
    assert right >= 0.95 * total


def test_evidence_voice_on_the_pages() -> None:
    right = total = 0
    for page in load_pages(ROOT / "annotations"):
        found = {(s.start, s.end): s for s in segment(page.text)}
        for unit in page.units:
            for mark in unit.marks:
                total += 1
                right += voice_at(mark.start, mark.end, found[unit.start, unit.end].speech) == mark.voice
    assert right >= 0.95 * total


def test_a_speech_over_paragraphs_stays_quoted_until_it_closes() -> None:
    text = "“The first part.\n\n“The second part.\n\n“The third part,” he said.\n\nThe author goes on."
    assert [s.voice for s in segment(text)] == ["quoted", "quoted", "quoted", "author"]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "“An opening without a close.\n\nThe author goes on in the next paragraph."
    assert [s.voice for s in segment(text)][-1] == "author"


def test_ties_go_to_the_author() -> None:
    assert voice_of(0, 10, [Stretch(0, 5, "quoted")]) == "author"
    assert voice_of(0, 10, [Stretch(0, 6, "quoted")]) == "quoted"


def _furniture_scores() -> tuple[float, float]:
    hits = taken = wanted = 0
    for case in _load("furniture"):
        text, position, stretches = case["text"], 0, []
        for line in case["furniture"]:
            start = text.find(line, position)
            start = text.find(line) if start < 0 else start
            position = start + len(line)
            stretches.append((start, position))
        for s in segment(text):
            gold = any(start <= s.start and s.end <= end for start, end in stretches)
            hits += gold and s.furniture
            taken += s.furniture
            wanted += gold
    return hits / taken, hits / wanted


def test_furniture_of_our_cases() -> None:
    precision, recall = _furniture_scores()
    assert precision >= 0.95
    assert recall >= 0.95


def test_furniture_of_the_pages() -> None:
    hits = taken = wanted = 0
    for page in load_pages(ROOT / "annotations"):
        found = {(s.start, s.end): s.furniture for s in segment(page.text)}
        for unit in page.units:
            hits += unit.furniture and found[unit.start, unit.end]
            taken += found[unit.start, unit.end]
            wanted += unit.furniture
    assert hits >= 0.95 * taken
    assert hits >= 0.95 * wanted


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "Comments by the minister drew applause.",
        "Follow the money, said the auditor.",
        "Published figures differ.",
        "Back to the top of the table, then.",
        "Tags were found on the geese.",
    ],
)
def test_sentences_that_sound_like_furniture_stay(line: str) -> None:
    assert [s.furniture for s in segment(f"{line} The council met at noon and adjourned.")] == [False, False]


def test_presplit_lines() -> None:
    text = "  One. Two. \n\n Share this story\n"
    assert [text[start:end] for start, end in line_spans(text)] == ["One. Two.", "Share this story"]
    assert [s.furniture for s in segment(text, presplit=True)] == [False, False]
