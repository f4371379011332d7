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
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from framing import figures, lexicon
from framing import labels as codebook
from framing.annotations import Row, corpus_hash, load_rows
from framing.calibration import MIN_POSITIVES, balanced_cut, platt, precise_cut, probabilities
from framing.card import MIN_TEST_POSITIVES, model_card
from framing.errors import AnnotationError, UsageError
from framing.features import CATEGORY, Featuriser, Settings
from framing.labels import BALANCED, PRECISE
from framing.lexicon import Entry
from framing.limits import known_share
from framing.model import BLOCKS, FORMAT_VERSION, FRAMED, load_model, prior_shift
from framing.spans import choose_rules
from framing.truth import HEADS, truth_matrix

LEARNT_FROM = ("train", "dev")
"""Splits that a model for use learns from; the test split is held out always."""

PLAIN = frozenset({(CATEGORY, "plain_attribution"), (CATEGORY, "plain_institution")})
"""Columns that only the head for any technique sees: in single labels they stand for the topics that a label was written about."""

NEWS_PRIOR = 0.29
"""Share of framed sentences in running news: 3,645 of 12,682 in the articles of the Propaganda Techniques Corpus (Da San Martino
et al. 2019). A corpus written to learn from is about half labelled."""

KNOWN_LIMIT, WORD_LIMIT = 0.6, 3
"""A sentence with a smaller share of known words, or fewer words, is not judged. Where the corpus is so small that its own
sentences are no better known to each other, the share is set below nearly all of them."""

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


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


def train(
    folder: Path, out: Path, settings: Settings | None = None, *, jobs: int = 1, splits: Sequence[str] = LEARNT_FROM
) -> dict[str, Any]:
    """Train on the rows of `folder` in `splits` and write a model folder to `out`; returns the manifest.

    Folds of whole groups give the logits that calibration and thresholds are fitted on; the test rows give the figures in the
    manifest and are trained on by nobody. The same annotations give the same bytes, with any number of jobs.
    """
    if "test" in splits:
        raise UsageError("the test split is never learnt from")
    settings = settings or Settings()
    rows = load_rows(folder)
    entries = lexicon.load(folder / "lexicon")
    learn = [row for row in rows if row.split in splits]
    if len({row.group for row in learn}) < settings.folds:
        raise AnnotationError(f"too few sentences to train on: {len(learn)}", where=folder)
    held_out = cross_validate(learn, entries, settings, jobs=jobs)
    truth = truth_matrix(learn)
    calibration = {head: platt(held_out.logits[:, i], truth[:, i]) for i, head in enumerate(HEADS)}
    rates = base_rates(truth)
    heads = fit([row.text for row in learn], truth, entries, settings, pairs_of(learn))
    manifest: dict[str, Any] = {
        "format": FORMAT_VERSION,
        "labels": list(codebook.NAMES),
        "thresholds": _cuts(held_out.logits, truth, calibration, rates, np.array([row.split == "dev" for row in learn])),
        "calibration": calibration,
        "prior": NEWS_PRIOR,
        "base_rates": rates,
        "uncalibrated": [],
        "limits": {"known": held_out.known_limit(), "words": WORD_LIMIT},
        "bias": {head: round(float(heads.bias[i]), 6) for i, head in enumerate(HEADS)},
        "analyser": {"ngrams": list(settings.ngrams)},
        "settings": asdict(settings),
        "annotations": corpus_hash(folder),
        "learnt_from": list(splits),
        "counts": figures.count(rows),
        "versions": {
            "python": ".".join(platform.python_version_tuple()[:2]),
            "numpy": np.__version__,
            "scikit-learn": sklearn.__version__,
        },
    }
    _write(out, heads, manifest)
    manifest["evidence"] = choose_rules(load_model(out), [row for row in learn if row.register != "page"])
    _seal(out, manifest)
    manifest["figures"] = figures.measure(load_model(out), rows, manifest["annotations"])
    seen = manifest["figures"].get("positives", {})
    manifest["uncalibrated"] = [head for head in HEADS if seen.get(head, 0) < MIN_TEST_POSITIVES]
    _finish(out, manifest)
    return manifest


def fit(
    texts: Sequence[str], truth: Bools, entries: Sequence[Entry], settings: Settings, pairs: Sequence[tuple[int, int]] = ()
) -> Heads:
    """Fit every head on `texts` with `truth` of shape (texts, heads); `pairs` are labelled texts and their plain twins, by index.

    The heads are fitted one by one and then lend each other some of their weights, so that what comes out is still one weight a
    term. A technique seldom stands in a sentence that is otherwise plain: the head for any technique helps single labels, and all
    labels together help it.
    """
    featuriser = Featuriser(texts, entries, settings)
    matrix = featuriser.fitted
    told = np.array([key not in PLAIN for key in featuriser.columns])
    fitted = [_fit_label(matrix, told, truth[:, i], settings) for i in range(len(HEADS) - 1)]
    own, own_bias = _fit_head(matrix, truth[:, -1], settings, pairs)
    weights, bias = np.column_stack([w for w, _ in fitted] + [own]), np.array([b for _, b in fitted] + [own_bias])
    spread = np.array([float(np.std(matrix @ weights[:, i])) for i in range(len(HEADS))])
    learnt = [i for i in range(len(HEADS) - 1) if spread[i]]
    if learnt and spread[-1]:
        together = sum(fitted[i][0] / spread[i] for i in learnt)
        share = settings.echo * spread[-1] / float(np.std(matrix @ together))
        weights[:, -1] += share * together
        bias[-1] += share * sum(fitted[i][1] / spread[i] for i in learnt)
    for i in range(len(HEADS) - 1):
        share = settings.pooling.get(HEADS[i], 0.0)
        weights[:, i] += share * own
        bias[i] += share * own_bias
    return Heads(featuriser, weights, bias)


def _fit_label(matrix: Any, told: Bools, y: Bools, settings: Settings) -> tuple[Floats, float]:
    """The head of one label, over the columns in `told` alone; the others weigh nothing in it."""
    weights = np.zeros(matrix.shape[1])
    weights[told], bias = _fit_head(matrix[:, told], y, settings)
    return weights, bias


def pairs_of(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Each labelled row with its plain twin, as indices of `rows`."""
    place = {row.id: i for i, row in enumerate(rows)}
    return [(i, place[row.pair]) for i, row in enumerate(rows) if row.marks and row.pair in place]


def _fit_head(matrix: Any, y: Bools, settings: Settings, pairs: Sequence[tuple[int, int]] = ()) -> tuple[Floats, float]:
    """One head. The difference of a labelled sentence and its twin counts as a positive, its reverse as a negative example."""
    if min(y.sum(), (~y).sum()) < MIN_POSITIVES:
        return np.zeros(matrix.shape[1]), -5.0
    weights = np.ones(len(y))
    if pairs:
        labelled, plain = (list(column) for column in zip(*pairs, strict=True))
        difference = matrix[labelled] - matrix[plain]
        matrix = sparse.vstack([matrix, difference, -difference]).tocsr()
        y = np.concatenate([y, np.ones(len(pairs), dtype=bool), np.zeros(len(pairs), dtype=bool)])
        weights = np.concatenate([weights, np.full(2 * len(pairs), settings.pair_weight / 2)])
    model = LogisticRegression(C=settings.c, class_weight="balanced", solver="liblinear", max_iter=1000, random_state=settings.seed)
    model.fit(matrix, y, sample_weight=weights)
    return model.coef_[0], float(model.intercept_[0])


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Of rows that the model did not see: `logits` (rows, heads) and `known`, the share of known words (rows,)."""

    logits: Floats
    known: Floats

    def known_limit(self) -> float:
        """The share of known words below which a sentence is not judged."""
        return round(float(min(KNOWN_LIMIT, 0.9 * np.percentile(self.known, 1))), 3)


def cross_validate(rows: Sequence[Row], entries: Sequence[Entry], settings: Settings, *, jobs: int = 1) -> HeldOut:
    """Each row by a model that saw neither the row nor its pair or page."""
    truth = truth_matrix(rows)
    folds = list(GroupKFold(settings.folds).split(rows, groups=[row.group for row in rows]))
    parts = joblib.Parallel(n_jobs=jobs)(joblib.delayed(_fold)(rows, truth, entries, settings, a, b) for a, b in folds)
    out = HeldOut(np.zeros(truth.shape), np.zeros(len(rows)))
    for (_, test), part in zip(folds, parts, strict=True):
        out.logits[test], out.known[test] = part.logits, part.known
    return out


def _fold(rows: Sequence[Row], truth: Bools, entries: Sequence[Entry], settings: Settings, train: Any, test: Any) -> HeldOut:
    some = [rows[i] for i in train]
    heads = fit([row.text for row in some], truth[train], entries, settings, pairs_of(some))
    texts = [rows[i].text for i in test]
    analyser = heads.featuriser.analyser
    known = [known_share(analyser, analyser.terms(text))[0] for text in texts]
    return HeldOut(heads.logits(heads.featuriser.transform(texts)), np.array(known))


def base_rates(truth: Bools) -> dict[str, float]:
    """Share of rows that each head holds for, kept away from 0 and 1 so that a prior can move it."""
    rates = np.clip(truth.mean(axis=0), 0.5 / len(truth), 1 - 0.5 / len(truth))
    return {head: round(float(rate), 6) for head, rate in zip(HEADS, rates, strict=True)}


def _cuts(
    logits: Floats,
    truth: Bools,
    calibration: Mapping[str, Mapping[str, float]],
    rates: Mapping[str, float],
    dev: Bools,
) -> dict[str, dict[str, float | None]]:
    """The operating points, in probabilities at the prior of running news.

    The balanced one is where F1 is highest on held-out rows weighted to that prior; the precise one is never below it.
    """
    framed = truth[:, -1]
    weights = np.where(framed, NEWS_PRIOR / rates[FRAMED], (1 - NEWS_PRIOR) / (1 - rates[FRAMED]))
    balanced: dict[str, float | None] = {}
    precise: dict[str, float | None] = {}
    for i, head in enumerate(HEADS):
        p = probabilities(calibration[head], logits[:, i], prior_shift(rates, head, NEWS_PRIOR))
        balanced[head] = cut = balanced_cut(p, truth[:, i], weights)
        sure = None if cut is None else precise_cut(p, truth[:, i], dev)
        precise[head] = None if cut is None or sure is None else max(cut, sure)
    return {BALANCED: balanced, PRECISE: precise}


def _write(out: Path, heads: Heads, manifest: dict[str, Any]) -> None:
    """Fold columns into one row a term and write the arrays."""
    blocks = _table(heads)
    out.mkdir(parents=True, exist_ok=True)
    manifest["blocks"] = {block: len(blocks[block]) for block in BLOCKS}
    keys = [key for block in BLOCKS for key in blocks[block]]
    weights = np.array([row for block in BLOCKS for row in blocks[block].values()]).reshape(len(keys), len(HEADS))
    np.save(out / "weights.npy", weights.astype(np.float16), allow_pickle=False)
    for name, lines in (("terms.txt", keys), ("known.txt", heads.featuriser.known)):
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


def _seal(out: Path, manifest: dict[str, Any]) -> None:
    """Write the manifest with the hash of every file beside it."""
    files = sorted(path for path in out.iterdir() if path.name != "manifest.json")
    manifest["files"] = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _finish(out: Path, manifest: dict[str, Any]) -> None:
    (out / "MODEL_CARD.md").write_text(model_card(manifest), encoding="utf-8")
    _seal(out, manifest)
