"""Loading and predicting: arrays only, checked before use."""

from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest

from framing import labels
from framing.errors import ModelError, UsageError
from framing.model import Model, default_path, load_model
from framing.terms import Term
from tests.conftest import ROOT

SENTENCES = ["Critics say it was rammed through.", "The vote was 51 to 49.", ""]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(default_path(), tmp_path / "model"))


def _edit(folder: Path, **changes: object) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **changes}), encoding="utf-8")


def test_the_default_model_is_the_one_in_models() -> None:
    assert default_path() == ROOT / "models" / "default"
    assert load_model().labels == labels.NAMES


def test_shapes_types_and_ranges(model: Model) -> None:
    proba, framed = model.predict(SENTENCES)
    assert proba.shape == (3, 14)
    assert framed.shape == (3,)
    assert proba.dtype == framed.dtype == np.float32
    assert ((proba >= 0) & (proba <= 1)).all()
    assert np.array_equal(proba, model.predict_proba(SENTENCES))
    assert np.array_equal(framed, model.predict_framed(SENTENCES))
    assert model.decision_function(SENTENCES).shape == (3, 15)


def test_no_sentences(model: Model) -> None:
    assert model.predict_proba([]).shape == (0, 14)
    assert model.predict_framed(iter([])).shape == (0,)


def test_a_batch_is_its_sentences(model: Model) -> None:
    batch = model.decision_function(SENTENCES * 50)
    single = np.vstack([model.decision_function([s]) for s in SENTENCES])
    assert np.allclose(batch, np.tile(single, (50, 1)), atol=1e-5)


def test_an_empty_sentence_is_the_bias(model: Model) -> None:
    assert model.decision_function([""])[0, -1] == pytest.approx(model.bias("framed"), abs=1e-6)


def test_one_string_is_not_a_list_of_sentences(model: Model) -> None:
    with pytest.raises(UsageError, match="wrap it in a list"):
        model.predict_proba("Critics say.")


def test_unknown_words_are_spelt_and_unknown_pairs_are_nothing(model: Model) -> None:
    assert model.rows(Term("pair", "qqq zzz", 0, 7)) == ()
    assert not model.knows("ultrathuggishness")
    assert len(model.rows(Term("word", "ultrathuggishness", 0, 17))) > 3
    assert len(model.rows(Term("word", "the", 0, 3))) == 1


def test_workers_get_the_folder_not_the_arrays(model: Model) -> None:
    sent = pickle.dumps(model)  # what multiprocessing does between our own processes
    assert len(sent) < 1_000
    assert pickle.loads(sent).sha256 == model.sha256


def test_repr_names_folder_and_hash(model: Model) -> None:
    assert model.sha256[:12] in repr(model)
    assert "default" in repr(model)


@pytest.mark.parametrize("name", ["weights.npy", "terms.txt", "known.txt"])
def test_a_changed_file_is_refused(copied: Path, name: str) -> None:
    path = copied / name
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(ModelError, match=f"{name}: does not have the hash"):
        load_model(copied)
    path.unlink()
    with pytest.raises(ModelError, match=f"{name}: cannot be read"):
        load_model(copied)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": 99}, "model format 99, this version reads 2"),
        ({"labels": ["bias"]}, "unknown labels bias"),
        ({"blocks": {"word": 1, "pair": 0, "phrase": 0, "sign": 0, "ngram": 0}}, "do not fit together"),
        ({"calibration": {}}, "damaged manifest"),
    ],
)
def test_a_changed_manifest_is_refused(copied: Path, changes: dict[str, object], message: str) -> None:
    _edit(copied, **changes)
    with pytest.raises(ModelError, match=message):
        load_model(copied)


def test_no_model_and_no_manifest(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model here"):
        load_model(tmp_path)
    (tmp_path / "manifest.json").write_text("[", encoding="utf-8")
    with pytest.raises(ModelError, match="not a model manifest"):
        load_model(tmp_path)


def test_pickled_arrays_are_refused(copied: Path) -> None:
    path = copied / "weights.npy"
    np.save(path, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    _seal(copied, path)
    with pytest.raises(ModelError, match="damaged manifest or arrays"):
        load_model(copied)


def _seal(folder: Path, path: Path) -> None:
    import hashlib

    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"][path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def test_a_prior_adds_the_same_to_every_logit(model: Model) -> None:
    own, rare = (model.predict_framed(SENTENCES, prior=prior).astype(float) for prior in (None, 0.05))
    assert np.array_equal(own, model.predict_framed(SENTENCES, prior=model.prior))
    moved = np.log(rare / (1 - rare)) - np.log(own / (1 - own))
    expected = np.log(0.05 / 0.95) - np.log(model.prior / (1 - model.prior))
    assert np.allclose(moved, expected, atol=1e-4)
    for wrong in (0.0, 1.0, -0.2):
        with pytest.raises(UsageError, match="prior"):
            model.predict_proba(SENTENCES, prior=wrong)


def test_at_the_corpus_rate_the_labels_mean_their_shares_of_it(model: Model) -> None:
    """A prior equal to the base rate undoes the shift: the probabilities are those that were fitted."""
    raw = model.decision_function(SENTENCES)[:, -1].astype(float)
    fitted = model.manifest["calibration"]["framed"]
    expected = 1 / (1 + np.exp(-(raw * fitted["slope"] + fitted["intercept"])))
    assert np.allclose(model.predict_framed(SENTENCES, prior=model.base_rates["framed"]), expected, atol=1e-5)


def test_a_folder_that_was_written_anew_is_read_anew(copied: Path) -> None:
    before = load_model(copied)
    assert load_model(copied) is before
    _edit(copied, prior=0.123456)
    assert load_model(copied).prior == 0.123456
