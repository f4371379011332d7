"""A trained model as arrays: load it, check it, predict with it. Nothing here imports more than numpy.

A model is a folder:

- `manifest.json`: format version, labels, operating points, calibration, base rates, limits, analyser settings, seed, SHA-256 of
  every file and of the training data, versions, measured figures;
- `weights.npy`, float16, one row a term and one column a head (the labels in order, then `framed`), read with
  `allow_pickle=False` and memory-mapped;
- `terms.txt`, the key of every row, one a line, in blocks: words, pairs, phrases, signs, n-grams;
- `known.txt`, the words that `framing.terms.Analyser` takes for words when they are capitalised;
- `MODEL_CARD.md`.

A word's row already holds its character n-grams, so a known word costs one look-up; only unknown words are spelt out.
"""

from __future__ import annotations

import functools
import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing import labels as codebook
from framing.errors import ModelError, UsageError
from framing.labels import OPERATING_POINTS
from framing.terms import NUMBER, Analyser, Term, ngrams

FORMAT_VERSION = 2
BLOCKS = ("word", "pair", "phrase", "sign", "ngram")
FRAMED = "framed"
FILES = ("weights.npy", "terms.txt", "known.txt")

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Limits:
    """Below these a sentence gets a warning: the share of its words that the model has met (0 to 1), and how many words it has."""

    known: float
    words: int


class Model:
    """A loaded model; make one with `load_model`.

    `labels` are the names of its columns, `sha256` its manifest's hash. `operating_points` gives for `balanced` and `precise` the
    probability at which each head fires, infinite where it never does. `prior` is the share of framed sentences that
    probabilities are meant for; `base_rates` is the share of each head in what the model learnt from. `uncalibrated` are the heads
    whose probabilities could not be checked, for want of examples in the test split.
    """

    def __init__(self, folder: Path, manifest: Mapping[str, Any], sha256: str) -> None:
        self.path = folder
        self.manifest = manifest
        self.sha256 = sha256
        self.labels: tuple[str, ...] = tuple(manifest["labels"])
        self.heads: tuple[str, ...] = (*self.labels, FRAMED)
        self.operating_points: Mapping[str, Mapping[str, float]] = {
            point: {head: math.inf if cut is None else float(cut) for head, cut in manifest["thresholds"][point].items()}
            for point in OPERATING_POINTS
        }
        self.prior = float(manifest["prior"])
        self.base_rates: Mapping[str, float] = manifest["base_rates"]
        self.uncalibrated = frozenset(manifest["uncalibrated"])
        self.limits = Limits(float(manifest["limits"]["known"]), int(manifest["limits"]["words"]))
        self._weights: NDArray[np.float16] = np.load(folder / "weights.npy", mmap_mode="r", allow_pickle=False)
        self._bias = np.array([manifest["bias"][head] for head in self.heads], dtype=np.float64)
        calibration = [manifest["calibration"][head] for head in self.heads]
        self._slope = np.array([c["slope"] for c in calibration])
        self._intercept = np.array([c["intercept"] for c in calibration])
        low, high = manifest["analyser"]["ngrams"]
        self._ngram_range = (int(low), int(high))
        keys = _lines(folder / "terms.txt")
        self._rows: dict[str, dict[str, int]] = {}
        first = 0
        for block in BLOCKS:
            size = int(manifest["blocks"][block])
            self._rows[block] = dict(zip(keys[first : first + size], range(first, first + size), strict=True))
            first += size
        if first != len(keys) or self._weights.shape != (first, len(self.heads)):
            raise ModelError("terms and weights do not fit together", where=folder, remedy="get the model again")
        self.analyser = Analyser(_lines(folder / "known.txt"), self._rows["phrase"])
        self._spelt: dict[str, tuple[int, ...]] = {}

    def __repr__(self) -> str:
        return f"Model({str(self.path)!r}, sha256={self.sha256[:12]!r})"

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        """Worker processes load the folder themselves and share its pages of memory."""
        return load_model, (self.path,)

    def rows(self, term: Term) -> tuple[int, ...]:
        """Rows of the weight table that `term` stands for: none where the model has never met it."""
        row = self._rows[term.kind].get(term.key)
        if row is not None:
            return (row,)
        return self._spell(term.key) if term.kind == "word" else ()

    def knows(self, word: str) -> bool:
        """Whether `word` (as a token writes it) has a row of its own."""
        return word in self._rows["word"]

    def _spell(self, word: str) -> tuple[int, ...]:
        rows = self._spelt.get(word)
        if rows is None:
            table = self._rows["ngram"]
            found = (table.get(gram) for gram in ngrams(word, *self._ngram_range)) if word != NUMBER else ()
            rows = tuple(row for row in found if row is not None)
            if len(self._spelt) < 100_000:
                self._spelt[word] = rows
        return rows

    def decision_function(self, sentences: Iterable[str]) -> Floats:
        """Logits before calibration, shape (n, heads): the labels in order, then `framed`."""
        return self.logits(self.analyser.terms(sentence) for sentence in _checked(sentences))

    def logits(self, sentences: Iterable[Sequence[Term]]) -> Floats:
        """Logits of sentences that are analysed already, shape (n, heads)."""
        index: list[int] = []
        ends: list[int] = []
        for terms in sentences:
            for term in terms:
                index.extend(self.rows(term))
            ends.append(len(index))
        out = np.zeros((len(ends), len(self.heads)))
        if index:
            values = self._weights[np.array(index)].astype(np.float64)
            sums = np.vstack([np.zeros(len(self.heads)), np.cumsum(values, axis=0)])
            stops = np.array(ends)
            out = sums[stops] - sums[np.concatenate([[0], stops[:-1]])]
        return (out + self._bias).astype(np.float32)

    def contributions(self, terms: Sequence[Term]) -> NDArray[np.float64]:
        """What each term adds to each logit, shape (terms, heads)."""
        out = np.zeros((len(terms), len(self.heads)))
        for i, term in enumerate(terms):
            rows = self.rows(term)
            if rows:
                out[i] = self._weights[list(rows)].astype(np.float64).sum(axis=0)
        return out

    def bias(self, head: str) -> float:
        """The logit of a sentence without a single known term."""
        return float(self._bias[self.heads.index(head)])

    def calibrate(self, logits: NDArray[Any], prior: float | None = None) -> Floats:
        """Probabilities of logits of shape (n, heads), where `prior` (0 to 1, both excluded) is the share of framed sentences.

        Without `prior` it is the model's own, that of running news. Evidence stays what it is, so that a prior moves the logit of
        every sentence by the same amount (Saerens, Latinne and Decaestecker 2002). Raises `UsageError` for a prior out of range.
        """
        wanted = self.prior_or_own(prior)
        shift = np.array([prior_shift(self.base_rates, head, wanted) for head in self.heads])
        scaled = np.clip(logits * self._slope + self._intercept + shift, -30.0, 30.0)
        out: Floats = (1.0 / (1.0 + np.exp(-scaled))).astype(np.float32)
        return out

    def prior_or_own(self, prior: float | None) -> float:
        """`prior`, or the model's own without one. Raises `UsageError` for a prior that is not between 0 and 1."""
        if prior is not None and not 0 < prior < 1:
            raise UsageError(f"prior {prior} is not between 0 and 1")
        return self.prior if prior is None else prior

    def cuts(self, operating_point: str) -> Mapping[str, float]:
        """Where each head fires at an operating point. Raises `UsageError` for one that there is not."""
        if operating_point not in OPERATING_POINTS:
            raise UsageError(f"no operating point {operating_point!r}", remedy=f"one of {', '.join(OPERATING_POINTS)}")
        return self.operating_points[operating_point]

    def predict(self, sentences: Iterable[str], prior: float | None = None) -> tuple[Floats, Floats]:
        """Probabilities of the labels, shape (n, labels), and of any technique at all, shape (n,), in one pass.

        `prior` is the share of framed sentences to expect, as in `calibrate`.
        """
        proba = self.calibrate(self.decision_function(sentences), prior)
        return proba[:, :-1], proba[:, -1]

    def predict_proba(self, sentences: Iterable[str], prior: float | None = None) -> Floats:
        """Probabilities of the labels, shape (n, labels), float32 in 0 to 1."""
        return self.predict(sentences, prior)[0]

    def predict_framed(self, sentences: Iterable[str], prior: float | None = None) -> Floats:
        """Probability that a sentence carries any technique, shape (n,): a head of its own, not a maximum."""
        return self.predict(sentences, prior)[1]


def prior_shift(base_rates: Mapping[str, float], head: str, prior: float) -> float:
    """What a `prior` share of framed sentences adds to the calibrated logit of `head`.

    The single labels keep their shares of the framed sentences.
    """
    learnt = base_rates[head]
    wanted = min(learnt * prior / base_rates[FRAMED], 1 - 1e-6)
    return math.log(wanted / (1 - wanted)) - math.log(learnt / (1 - learnt))


def load_model(path: str | Path | None = None) -> Model:
    """Load a model folder, the default model without `path`. Raises `ModelError` if it is missing, damaged or of another format."""
    folder = Path(path).resolve() if path is not None else default_path()
    try:
        status = (folder / "manifest.json").stat()
    except OSError:
        return _load(folder, None)  # which says what is wrong
    return _load(folder, (status.st_mtime_ns, status.st_size))


@functools.lru_cache(maxsize=4)
def _load(folder: Path, _stamp: tuple[int, int] | None) -> Model:
    """One model a folder and state of its manifest: a folder that was written anew is read anew."""
    manifest_path = folder / "manifest.json"
    try:
        raw = manifest_path.read_bytes()
    except OSError as error:
        raise ModelError(f"no model here: {error.strerror}", where=folder, remedy="give a folder with a manifest.json") from None
    try:
        manifest = json.loads(raw)
        version = manifest["format"]
    except (ValueError, KeyError, TypeError):
        raise ModelError("not a model manifest", where=manifest_path) from None
    if version != FORMAT_VERSION:
        raise ModelError(
            f"model format {version}, this version reads {FORMAT_VERSION}", where=manifest_path, remedy="train the model again"
        )
    for name in FILES:
        _check_file(folder / name, manifest)
    unknown = set(manifest["labels"]) - set(codebook.NAMES)
    if unknown:
        raise ModelError(f"unknown labels {', '.join(sorted(unknown))}", where=manifest_path)
    try:
        return Model(folder, manifest, hashlib.sha256(raw).hexdigest())
    except (KeyError, ValueError, TypeError) as error:
        raise ModelError(f"damaged manifest or arrays: {error}", where=folder, remedy="get the model again") from None


def default_path() -> Path:
    """Where the default model is: inside the installed package, or in `models/` of the checkout."""
    here = Path(__file__).resolve().parent
    packaged = here / "_models" / "default"
    return packaged if packaged.exists() else here.parents[1] / "models" / "default"


def _check_file(path: Path, manifest: Mapping[str, Any]) -> None:
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"cannot be read: {error.strerror}", where=path, remedy="get the model again") from None
    if manifest.get("files", {}).get(path.name) != digest:
        raise ModelError("does not have the hash that the manifest gives", where=path, remedy="get the model again")


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return text.split("\n")[:-1]


def _checked(sentences: Iterable[str]) -> Iterable[str]:
    if isinstance(sentences, str):
        raise UsageError("a list of sentences is wanted, not one string", remedy="wrap it in a list")
    return sentences
