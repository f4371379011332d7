"""Training: the same bytes every time, and a shipped model that knows its annotations."""

from __future__ import annotations

import filecmp
import json
from pathlib import Path

import numpy as np
import pytest

from framing import lexicon, training
from framing.annotations import corpus_hash, load_rows, own_rows
from framing.card import model_card
from framing.errors import AnnotationError
from framing.features import Featuriser, Settings
from framing.model import default_path, load_model
from framing.spans import evidence_f1
from framing.truth import HEADS, truth_matrix
from tests.conftest import ROOT

MANIFEST = json.loads((default_path() / "manifest.json").read_text(encoding="utf-8"))


def test_two_runs_give_identical_bytes_with_any_number_of_jobs(tiny_corpus: Path, tmp_path: Path) -> None:
    training.train(tiny_corpus, tmp_path / "one", jobs=1)
    training.train(tiny_corpus, tmp_path / "two", jobs=2)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == ["MODEL_CARD.md", "known.txt", "manifest.json", "terms.txt", "weights.npy"]
    same, different, missing = filecmp.cmpfiles(tmp_path / "one", tmp_path / "two", names, shallow=False)
    assert (sorted(same), different, missing) == (names, [], [])


def test_what_was_trained_is_what_is_predicted(tiny_corpus: Path, tmp_path: Path) -> None:
    training.train(tiny_corpus, tmp_path / "model")
    model = load_model(tmp_path / "model")
    framed = model.predict_framed(["The council rammed the budget through.", "The council passed the budget after a vote."])
    assert framed[0] > 0.5 > framed[1]


def test_the_folded_table_gives_the_logits_of_the_matrix(tiny_corpus: Path, tmp_path: Path) -> None:
    """One row a word, n-grams and categories folded in, is the same sum as the columns that scikit-learn fitted."""
    manifest = training.train(tiny_corpus, tmp_path / "model")
    rows = [row for row in load_rows(tiny_corpus) if row.split != "test"]
    settings = Settings()
    heads = training.fit(
        [r.text for r in rows], truth_matrix(rows), lexicon.load(tiny_corpus / "lexicon"), settings, training.pairs_of(rows)
    )
    texts = [row.text for row in rows] + ["Unheard words: rammings, crookedness and so-calledness!"]
    expected = heads.logits(heads.featuriser.transform(texts))
    got = load_model(tmp_path / "model").decision_function(texts)
    assert manifest["blocks"]["ngram"] > 100
    assert np.allclose(got, expected, atol=0.02)  # weights are stored in half precision


def test_too_small_a_corpus_is_an_error(tiny_corpus: Path, tmp_path: Path) -> None:
    path = tiny_corpus / "sentences" / "town.jsonl"
    path.write_text("\n".join(path.read_text(encoding="utf-8").splitlines()[:4]) + "\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match="too few sentences"):
        training.train(tiny_corpus, tmp_path / "model")


def test_folds_never_split_a_group(tiny_corpus: Path) -> None:
    rows = load_rows(tiny_corpus)
    held_out = training.cross_validate(rows, lexicon.load(tiny_corpus / "lexicon"), Settings())
    assert held_out.logits.shape == (len(rows), 15)
    assert np.isfinite(held_out.logits).all()
    assert held_out.known.shape == (len(rows),)


def test_lexicon_phrases_count_even_when_no_sentence_has_them(tiny_corpus: Path) -> None:
    entries = lexicon.load(tiny_corpus / "lexicon")
    featuriser = Featuriser([row.text for row in load_rows(tiny_corpus)], entries, Settings())
    assert ("category", "loaded_verb") in featuriser.columns
    assert dict(featuriser.parts("phrase", "rams")) == {("phrase", "rams"): 1.0, ("category", "loaded_verb"): 2 / 3}


def test_the_shipped_model_was_trained_on_these_annotations() -> None:
    assert MANIFEST["annotations"] == corpus_hash(ROOT / "annotations"), "annotations/ changed: run `make model`"


def test_the_card_is_written_from_the_manifest() -> None:
    assert (default_path() / "MODEL_CARD.md").read_text(encoding="utf-8") == model_card(MANIFEST)


def test_every_label_has_a_threshold_and_was_learnt() -> None:
    for head in HEADS:
        assert 0 < MANIFEST["thresholds"]["balanced"][head] < 1, head
        precise = MANIFEST["thresholds"]["precise"][head]
        assert precise is None or precise >= MANIFEST["thresholds"]["balanced"][head], head
        assert MANIFEST["counts"]["positives"][head] >= 20, head


def test_the_artefact_is_small() -> None:
    assert sum(path.stat().st_size for path in default_path().iterdir()) < 6_000_000


def test_the_evidence_figure_is_that_of_the_models_own_rules() -> None:
    test = own_rows(load_rows(ROOT / "annotations"), "test")
    assert MANIFEST["figures"]["evidence_f1"] == pytest.approx(evidence_f1(load_model(), test), abs=1e-4)
