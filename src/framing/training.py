"""Annotations to a model folder: one linear head a label and one for any technique, calibrated and cut on held-out folds."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import sklearn
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, precision_recall_curve
from sklearn.model_selection import GroupKFold

from framing import labels as codebook
from framing import lexicon
from framing.annotations import Row, corpus_hash, load_rows
from framing.card import model_card
from framing.errors import AnnotationError
from framing.features import Featuriser, Settings
from framing.lexicon import Entry
from framing.model import BLOCKS, FORMAT_VERSION, FRAMED, load_model
from framing.spans import choose_rules, evidence_f1

HEADS = (*codebook.NAMES, FRAMED)
UNPOOLED = frozenset({"unverified_sourcing", FRAMED})
"""Heads that take nothing from the head for any technique: who is quoted says little about how."""

MIN_POSITIVES = 5
"""Positive sentences below which a head is a constant: nothing can be learnt or held out."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Heads:
    """Linear heads over a featuriser's columns: `weights` (columns, heads), `bias` (heads,)."""

    featuriser: Featuriser
    weights: Floats
    bias: Floats

    def logits(self, matrix: Any) -> Floats:
        """Logits of shape (rows, heads) of a matrix that `featuriser` made."""
        out: Floats = matrix @ self.weights + self.bias
        return out


def train(folder: Path, out: Path, settings: Settings | None = None, *, jobs: int = 1) -> dict[str, Any]:
    """Train on the train and dev rows of `folder` and write a model folder to `out`; returns the manifest.

    Folds of whole groups give the logits that calibration and thresholds are fitted on; the test rows give the figures in the
    manifest and are trained on by nobody. The same annotations give the same bytes, with any number of jobs.
    """
    settings = settings or Settings()
    rows = load_rows(folder)
    entries = lexicon.load(folder / "lexicon")
    learn = [row for row in rows if row.split != "test"]
    if len({row.group for row in learn}) < settings.folds:
        raise AnnotationError(f"too few sentences to train on: {len(learn)}", where=folder)
    held_out = cross_validate(learn, entries, settings, jobs=jobs)
    truth = truth_matrix(learn)
    calibration = {head: _calibrate(held_out[:, i], truth[:, i]) for i, head in enumerate(HEADS)}
    cuts = {head: _threshold(_apply(calibration[head], held_out[:, i]), truth[:, i]) for i, head in enumerate(HEADS)}
    heads = fit([row.text for row in learn], truth, entries, settings)
    manifest: dict[str, Any] = {
        "format": FORMAT_VERSION,
        "labels": list(codebook.NAMES),
        "thresholds": cuts,
        "calibration": calibration,
        "bias": {head: round(float(heads.bias[i]), 6) for i, head in enumerate(HEADS)},
        "analyser": {"ngrams": list(settings.ngrams)},
        "settings": asdict(settings),
        "annotations": corpus_hash(folder),
        "counts": _counts(rows),
        "versions": {
            "python": ".".join(platform.python_version_tuple()[:2]),
            "numpy": np.__version__,
            "scikit-learn": sklearn.__version__,
        },
    }
    _write(out, heads, manifest)
    manifest["evidence"] = choose_rules(load_model(out), [row for row in learn if row.register != "page"])
    _seal(out, manifest)
    manifest["figures"] = _figures(out, rows)
    _finish(out, manifest)
    return manifest


def fit(texts: Sequence[str], truth: NDArray[np.bool_], entries: Sequence[Entry], settings: Settings) -> Heads:
    """Fit every head on `texts` with `truth` of shape (texts, heads)."""
    featuriser = Featuriser(texts, entries, settings)
    fitted = [_fit_head(featuriser.fitted, truth[:, i], settings) for i in range(truth.shape[1])]
    weights, bias = np.column_stack([w for w, _ in fitted]), np.array([b for _, b in fitted])
    if truth.shape[1] == len(HEADS):
        # A technique seldom stands in a sentence that is otherwise plain: what tells framed sentences helps every single label.
        for i in (i for i, head in enumerate(HEADS) if head not in UNPOOLED):
            weights[:, i] += settings.pooling * weights[:, -1]
            bias[i] += settings.pooling * bias[-1]
    return Heads(featuriser, weights, bias)


def _fit_head(matrix: Any, y: NDArray[np.bool_], settings: Settings) -> tuple[Floats, float]:
    if min(y.sum(), (~y).sum()) < MIN_POSITIVES:
        return np.zeros(matrix.shape[1]), -5.0
    model = LogisticRegression(C=settings.c, class_weight="balanced", solver="liblinear", max_iter=1000, random_state=settings.seed)
    model.fit(matrix, y)
    return model.coef_[0], float(model.intercept_[0])


def cross_validate(rows: Sequence[Row], entries: Sequence[Entry], settings: Settings, *, jobs: int = 1) -> Floats:
    """Logits of shape (rows, heads), each from a model that saw neither the row nor its pair or page."""
    truth = truth_matrix(rows)
    folds = list(GroupKFold(settings.folds).split(rows, groups=[row.group for row in rows]))
    parts = joblib.Parallel(n_jobs=jobs)(joblib.delayed(_fold)(rows, truth, entries, settings, a, b) for a, b in folds)
    out = np.zeros(truth.shape)
    for (_, test), logits in zip(folds, parts, strict=True):
        out[test] = logits
    return out


def _fold(
    rows: Sequence[Row], truth: NDArray[np.bool_], entries: Sequence[Entry], settings: Settings, train: Any, test: Any
) -> Floats:
    heads = fit([rows[i].text for i in train], truth[train], entries, settings)
    return heads.logits(heads.featuriser.transform(rows[i].text for i in test))


def truth_matrix(rows: Sequence[Row]) -> NDArray[np.bool_]:
    """Which heads hold for which rows, shape (rows, heads): the labels in order, then `framed`."""
    return np.array([[label in row.labels for label in codebook.NAMES] + [bool(row.labels)] for row in rows])


def _calibrate(logits: Floats, y: NDArray[np.bool_]) -> dict[str, float]:
    """Slope and intercept that turn logits into probabilities (Platt)."""
    if y.sum() < MIN_POSITIVES:
        return {"slope": 1.0, "intercept": 0.0}
    fitted = LogisticRegression(C=1e6, solver="lbfgs").fit(logits[:, None], y)
    return {"slope": round(float(fitted.coef_[0, 0]), 4), "intercept": round(float(fitted.intercept_[0]), 4)}


def _apply(calibration: Mapping[str, float], logits: Floats) -> Floats:
    out: Floats = 1.0 / (1.0 + np.exp(-(logits * calibration["slope"] + calibration["intercept"])))
    return out


def _threshold(p: Floats, y: NDArray[np.bool_]) -> float:
    """The probability with the best F1; 1 where there are too few positives to say."""
    if y.sum() < MIN_POSITIVES:
        return 1.0
    precision, recall, cuts = precision_recall_curve(y, p)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    return round(float(cuts[int(np.argmax(f1[:-1]))]), 4)


def _write(out: Path, heads: Heads, manifest: dict[str, Any]) -> None:
    """Fold columns into one row a term and write the arrays."""
    blocks = _table(heads)
    out.mkdir(parents=True, exist_ok=True)
    manifest["blocks"] = {block: len(blocks[block]) for block in BLOCKS}
    keys = [key for block in BLOCKS for key in blocks[block]]
    weights = np.array([row for block in BLOCKS for row in blocks[block].values()]).reshape(len(keys), len(HEADS))
    np.save(out / "weights.npy", weights.astype(np.float16), allow_pickle=False)
    for name, lines in (("terms.txt", keys), ("known.txt", heads.featuriser.known), ("devices.txt", heads.featuriser.devices)):
        (out / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    _seal(out, manifest)


def _table(heads: Heads) -> dict[str, dict[str, Floats]]:
    """Per block: key to row. A word's row holds its n-grams, a phrase's row its categories."""
    featuriser = heads.featuriser
    scaled = heads.weights * featuriser.scale[:, None]
    row_of = {key: scaled[column] for key, column in featuriser.columns.items()}
    nothing = np.zeros(len(HEADS))
    blocks: dict[str, dict[str, Floats]] = {block: {} for block in BLOCKS}
    for (kind, key), row in row_of.items():
        if kind in {"pair", "sign", "ngram"}:
            blocks[kind][key] = row
    words = {key for kind, key in row_of if kind == "word"}
    for kind, names in (("word", sorted(words)), ("phrase", list(featuriser.entries))):
        for key in names:
            parts = featuriser.parts(kind, key)
            blocks[kind][key] = sum((row_of.get(part, nothing) * value for part, value in parts), nothing)
    return blocks


def _figures(out: Path, rows: Sequence[Row]) -> dict[str, Any]:
    """Average precision and positives of every head on the test rows of our own sentences, by the written model itself."""
    test = [row for row in rows if row.split == "test" and row.register != "page"]
    if not test:
        return {"sentences": 0}
    model = load_model(out)
    proba, framed = model.predict([row.text for row in test])
    scores = np.column_stack([proba, framed])
    truth = truth_matrix(test)
    return {
        "sentences": len(test),
        "average_precision": {
            head: round(float(average_precision_score(truth[:, i], scores[:, i])), 4)
            for i, head in enumerate(HEADS)
            if truth[:, i].any()
        },
        "positives": {head: int(truth[:, i].sum()) for i, head in enumerate(HEADS)},
        "evidence_f1": round(evidence_f1(model, test), 4),
    }


def _counts(rows: Sequence[Row]) -> dict[str, Any]:
    truth = truth_matrix(rows)
    return {
        "sentences": sum(row.register != "page" for row in rows),
        "page_sentences": sum(row.register == "page" for row in rows),
        "positives": {head: int(truth[:, i].sum()) for i, head in enumerate(HEADS)},
        "splits": {split: sum(row.split == split for row in rows) for split in ("train", "dev", "test")},
    }


def _seal(out: Path, manifest: dict[str, Any]) -> None:
    """Write the manifest with the hash of every file beside it."""
    files = sorted(path for path in out.iterdir() if path.name != "manifest.json")
    manifest["files"] = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _finish(out: Path, manifest: dict[str, Any]) -> None:
    (out / "MODEL_CARD.md").write_text(model_card(manifest), encoding="utf-8")
    _seal(out, manifest)
