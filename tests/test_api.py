"""The public face."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

import framing
from framing.model import default_path
from tests.conftest import PAGES

TEXTS = [path.read_text(encoding="utf-8") for path in PAGES]


def test_score_gives_sentences_and_a_profile() -> None:
    result = framing.score("Critics say the so-called reform was rammed through.")
    (sentence,) = result.sentences
    assert set(sentence.scores) == set(framing.LABELS)
    assert {"doubt", "unverified_sourcing"} <= set(sentence.labels)
    assert result.profile["doubt"].all.count == 1


def test_labels_threshold_model_and_presplit() -> None:
    model = framing.load_model()
    text = "Critics say so.\nThe vote was 51 to 49."
    for given in (model, default_path(), str(default_path()), None):
        result = framing.score(text, labels=["doubt"], threshold=0.0, model=given, presplit=True)
        assert [s.labels for s in result.sentences] == [("doubt",), ("doubt",)]
        assert set(result.sentences[0].scores) == {"doubt"}


def test_wrong_arguments() -> None:
    for call in (
        lambda: framing.score(b"x"),  # type: ignore[arg-type]
        lambda: framing.score("x", labels=["bias"]),
        lambda: framing.score("x", threshold=2),
        lambda: framing.score_many([], threshold=2),
        lambda: framing.score_many([], jobs=0),
        lambda: framing.explain("x", "bias"),
    ):
        with pytest.raises(framing.UsageError):
            call()
    with pytest.raises(framing.ModelError):
        framing.score("x", model="/nowhere")


@pytest.mark.parametrize("jobs", [1, 2])
def test_score_many_is_score_in_order(jobs: int) -> None:
    results = list(framing.score_many(TEXTS * 15, jobs=jobs))
    assert [r.document for r in results] == [str(i) for i in range(75)]
    for text, result in zip(TEXTS * 15, results, strict=True):
        assert result.sentences == framing.score(text).sentences


def test_score_many_reads_no_further_than_it_must() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "The vote was 51 to 49."

    results = framing.score_many(endless())
    assert taken == 0
    next(results)
    assert taken <= 64


def test_a_sentence_of_a_result_can_be_explained() -> None:
    (sentence,) = framing.score("Critics say the so-called reform was rammed through.").sentences
    explanation = framing.explain(sentence, "doubt")
    assert explanation.probability == pytest.approx(sentence.scores["doubt"], abs=1e-4)
    assert framing.explain(sentence.text, "framed").probability == pytest.approx(sentence.framed, abs=1e-4)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(framing.MissingExtraError, match=r"pip install 'framing\[notebook\]'"):
        framing.score("x").to_frame()
