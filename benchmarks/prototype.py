"""A prototype of the scoring engine that scores a block of sentences in one vectorised pass, beside the same in plain scikit-learn.

    python -m benchmarks.prototype [--runs 7]

It reads the model folder as it is and makes its hash tables on loading. Words, pairs, phrases and character n-grams are looked up
by 64-bit hashes out of one running sum over a block's characters, so that no Python code runs once a word; nothing is cached. Both
sides run in turn, in one process and on one thread, from strings to probabilities, after every logit was compared with the model's.
"""

from __future__ import annotations

import os

os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"})  # before numpy reads them

import argparse
import functools
import re
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from timeit import timeit
from typing import Any
from unicodedata import combining

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline, make_union

from benchmarks.speed import ROOT
from benchmarks.textbook import learning_rows
from framing.annotations import load_rows
from framing.folding import _LOOK_ALIKE, Folded, _unmask, fold
from framing.model import Model, load_model
from framing.terms import _GIVEN_NAMES, _HONORIFICS, NAME, NUMBER, SIGNS
from framing.truth import truth_matrix

Array = NDArray[Any]
BLOCK = 4000  # sentences in one pass

_RANDOM = np.random.default_rng(0).integers(1 << 62, 1 << 63, 3, dtype=np.uint64) | np.uint64(1)
_BASE, _MIX, _SPREAD = (_RANDOM[i : i + 1] for i in range(3))  # arrays of one wrap around without a warning
_ALIKE = re.compile(f"[{''.join(_LOOK_ALIKE)}]")
_QUOTED = re.compile(r"""(["'])(?<!\w.)(?! )[^"'.,!?\n]{2,40}?(?<! )\1(?!\w)""")
"""Quoted words as `framing.terms` has them, within a line, and with the mark in front so that the engine skips to it."""

_WORD, _UPPER, _DIGIT, _POINT, _BREAK, _APOSTROPHE = (1 << bit for bit in range(6))


def _bits(char: str) -> int:
    bits = _WORD * char.isalnum() | _UPPER * char.isupper() | _DIGIT * char.isdigit() | _APOSTROPHE * (char == "'")
    return bits | _POINT * (char in '?!,;:."()[]\n') | _BREAK * (char in ',;:."()[]')


_ASCII_BITS = bytes(_bits(chr(code)) for code in range(128)) + bytes(128)


def _codes(text: str) -> Array:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _fold(text: str) -> str:
    """`framing.folding.fold` of many lines at once: every strange character is replaced wherever it stands."""
    codes = _codes(text)
    strange = {chr(code): fold(chr(code)).text for code in np.unique(codes[codes > 127])}
    changed = [char for char, plain in strange.items() if char != plain]
    # What replaces a character must not be replaced in turn, and an accent behind its letter is read with it.
    if not set(changed).isdisjoint("".join(strange.values())) or any(map(combining, strange)):
        return "\n".join(fold(line).text for line in text.split("\n"))
    for char in changed:
        text = text.replace(char, strange[char])
    if _ALIKE.search("".join(strange.values())):
        text = "\n".join(_unmask(line) if _ALIKE.search(line) else line for line in text.split("\n"))
    return text


def _join(first: Array, last: Array) -> Array:
    return np.asarray((first ^ (first >> np.uint64(29))) * _MIX + last)  # the hash of a sequence


class _Table:
    """Hashes to their places among the keys, counted from 1: open addressing, a whole array at a time."""

    def __init__(self, keys: Array) -> None:
        bits = (len(keys) * 4 + 8).bit_length()
        self._shift, self._mask = np.uint64(64 - bits), (1 << bits) - 1
        self._keys, self._places = np.zeros(1 << bits, dtype=np.uint64), np.zeros(1 << bits, dtype=np.int64)
        slots, left = ((keys * _SPREAD) >> self._shift).view(np.int64), np.arange(len(keys))
        while left.size:
            free = left[self._keys[slots[left]] == 0]
            chosen = free[np.unique(slots[free], return_index=True)[1]]
            self._keys[slots[chosen]], self._places[slots[chosen]] = keys[chosen], chosen + 1
            left = left[self._keys[slots[left]] != keys[left]]
            slots[left] = (slots[left] + 1) & self._mask

    def find(self, hashes: Array) -> Array:
        """The place of each hash, 0 where it is not among the keys."""
        slots = ((hashes * _SPREAD) >> self._shift).view(np.int64)
        keys, places = self._keys.take(slots), self._places.take(slots)
        wrong = np.flatnonzero((keys != hashes) & (keys != 0))
        while wrong.size:
            slots[wrong] = (slots[wrong] + 1) & self._mask
            keys, places[wrong] = self._keys[slots[wrong]], self._places[slots[wrong]]
            wrong = wrong[(keys != hashes[wrong]) & (keys != 0)]
        return np.asarray(places)


class Prototype:
    """Scores blocks of sentences with the weights of `model`. `slow` counts the sentences that it left to `model`."""

    def __init__(self, model: Model) -> None:
        self.slow, self._model = 0, model
        self._up: Array = np.zeros(0, dtype=np.uint64)
        self._weights = np.pad(model._weights.astype(np.float32), ((0, 0), (0, -len(model.heads) % 16)))  # whole cache lines
        rows = model._rows
        self._ngrams, self._ngram_rows = _Table(self._hash(rows["ngram"])), np.array([-1, *rows["ngram"].values()])
        known, single = model.analyser.known, {phrase for phrase in rows["phrase"] if " " not in phrase}
        words = [NAME, NUMBER, *sorted(({*rows["word"], *known} | single | _HONORIFICS | _GIVEN_NAMES) - {NAME, NUMBER})]
        self._words = _Table(self._hash(words))
        self._name, self._number = self._hash([NAME, NUMBER])
        self._word_rows, self._single_rows = (
            np.array([-1, *(rows[k].get(word, -1) for word in words)]) for k in ("word", "phrase")
        )
        lists = known, _HONORIFICS, _GIVEN_NAMES
        self._known, self._honorific, self._given = (np.array([False, *map(listed.__contains__, words)]) for listed in lists)
        # Sequences of two words, of three and so on: the rows of the pair and of the phrase, and whether a longer phrase opens so.
        levels: list[dict[str, list[int]]] = [{pair: [row, -1, 0] for pair, row in rows["pair"].items()}]
        for phrase in rows["phrase"].keys() - single:
            parts = phrase.split(" ")
            levels += [{} for _ in range(len(parts) - 1 - len(levels))]
            for size in range(2, len(parts)):
                levels[size - 2].setdefault(" ".join(parts[:size]), [-1, -1, 0])[2] = 1
            levels[len(parts) - 2].setdefault(phrase, [-1, -1, 0])[1] = rows["phrase"][phrase]
        self._levels = [(_Table(self._sequences(level)), np.array([[-1, -1, 0], *level.values()]).T.copy()) for level in levels]

    def _sums(self, codes: Array) -> Array:
        """Running sums of characters times powers: two of them give the hash of what lies between, whatever stands before it."""
        if len(codes) > len(self._up):
            bases = _BASE, np.array([pow(int(_BASE[0]), -1, 1 << 64)], dtype=np.uint64)
            self._up, self._down = (np.cumprod(np.append(base**0, base.repeat(2 * len(codes)))) for base in bases)
        return np.cumsum(codes * self._up[: len(codes)])

    def _hash(self, words: Iterable[str]) -> Array:
        codes = _codes("\n" + "".join(f"{word}\n" for word in words))
        sums, stops = self._sums(codes), np.flatnonzero(codes == ord("\n"))
        return (sums[stops[1:] - 1] - sums[stops[:-1]]) * self._down[stops[:-1] + 1]

    def _sequences(self, phrases: Iterable[str]) -> Array:
        return functools.reduce(
            _join, [self._hash(words) for words in zip(*(phrase.split(" ") for phrase in phrases), strict=True)]
        )

    def decision_function(self, sentences: Iterable[str]) -> Array:
        """The logits that `Model.decision_function` gives, shape (n, heads)."""
        listed = list(sentences)
        blocks = [self._block(listed[i : i + BLOCK]) for i in range(0, len(listed), BLOCK)]
        return np.concatenate([np.zeros((0, len(self._model.heads)), dtype=np.float32), *blocks])

    def _block(self, lines: Sequence[str]) -> Array:
        # A line break inside a sentence is white space like any other.
        text = _fold("\n".join(line.replace("\n", "\t") for line in lines))
        # The lower case of these two depends on their neighbours, or is longer than they are.
        unusual = [i for i, line in enumerate(text.split("\n")) if "Σ" in line or "İ" in line] if "Σ" in text or "İ" in text else []
        out = self._score("\n\n" + text.replace("İ", "I") + "\n\n", len(lines))
        out[unusual] = self._model.decision_function(lines[i] for i in unusual)
        self.slow += len(unusual)
        return out

    def _score(self, text: str, lines: int) -> Array:
        """Logits of folded text, a sentence a line, with two more line breaks in front and behind."""
        kinds = np.frombuffer(bytearray(text.encode("ascii", "replace").translate(_ASCII_BITS)), dtype=np.uint8)
        places = np.flatnonzero((codes := _codes(text)) > 127)
        unique, which = np.unique(codes[places], return_inverse=True)
        kinds[places] = np.array([_bits(chr(code)) for code in unique], dtype=np.uint8)[which]
        # Tokens are words, with the apostrophes between their letters, and points, which stand alone. A line break is a point.
        inside = kinds & _WORD
        apostrophes = np.flatnonzero(kinds == _APOSTROPHE)
        inside[apostrophes] = kinds[apostrophes - 1] & kinds[apostrophes + 1] & _WORD
        points = kinds[1:-1] & _POINT != 0
        starts = np.flatnonzero((inside[1:-1] > inside[:-2]) | points) + 1
        ends = np.flatnonzero((inside[1:-1] > inside[2:]) | points) + 2
        lower, first = _codes(text.lower()), kinds[starts]
        sums, opens = self._sums(lower), lower[starts]
        stops = ends - 2 * ((lower[ends - 1] == ord("s")) & (lower[ends - 2] == ord("'")) & (ends - starts > 2))
        hashes = (sums[stops - 1] - sums[starts - 1]) * self._down[starts]
        sentence = np.cumsum(opens == ord("\n")) - 1
        ids, upper = self._words.find(hashes), first & _UPPER != 0
        number, name = np.zeros((2, len(starts)), dtype=bool)
        number[starts.searchsorted(np.flatnonzero(kinds & _DIGIT), "right") - 1] = True
        pronoun = (opens == ord("i")) & ((ends - starts == 1) | (lower[starts + 1] == ord("'")))
        capital = np.flatnonzero(upper & ~number & ~pronoun)
        at, rank = ids[capital], np.cumsum(opens != ord("."))[capital]
        honoured = np.append(False, self._honorific[at[:-1]] & (np.diff(rank) == 1))[: len(at)]
        given = self._given[at] & (upper & ~self._known[ids])[capital + 1]
        name[capital] = honoured | self._honorific[at] | given | ~self._known[at]
        hashes[number], ids[number], hashes[name], ids[name] = self._number, 2, self._name, 0
        # Breaks are skipped, runs of names are one token: words, signs and line breaks are left.
        broken = first & _BREAK != 0
        left = np.flatnonzero(~broken & ~(name & np.append(False, name[:-1])))
        hashes, ids, breaks, owner = hashes[left], ids[left], np.cumsum(broken)[left], sentence[left]
        table, (pairs, _, _) = self._levels[0]
        found, words = table.find(twos := _join(hashes[:-1], hashes[1:])), self._word_rows[ids]
        out = np.zeros((lines + 1, self._weights.shape[1]), dtype=np.float32)
        self._add(out, owner, words)
        self._add(out, owner, np.where(breaks[1:] == breaks[:-1], pairs[found], -1))
        self._add(out, owner, self._phrases(hashes, ids, twos, found))
        unknown = left[(words < 0) & (first[left] & _WORD != 0) & ~(name | number)[left]]
        for which, rows in self._spell(lower, starts[unknown], stops[unknown]):
            self._add(out, sentence[unknown[which]], rows)
        signs = {sign: sentence[opens == ord(sign)] for sign in SIGNS}
        quoted = sorted({sentence[starts.searchsorted(match.start()) - 1] for match in _QUOTED.finditer(text)})
        whole = text.split("\n")[2:] if quoted else []
        signs["scare"] = np.array([i for i in quoted if any(self._model.analyser.scare_quotes(Folded(whole[i], None)))], dtype=int)
        for sign, row in self._model._rows["sign"].items():
            out[np.unique(signs[sign])] += self._weights[row]
        return (out[:lines, : len(self._model.heads)] + self._model._bias).astype(np.float32)

    def _phrases(self, hashes: Array, ids: Array, twos: Array, found: Array) -> Array:
        """Rows of the phrases that start at each token, longest first and from left to right, -1 for none."""
        rows, sizes = self._single_rows[ids], np.ones(len(ids), dtype=np.int64)
        at, opened = np.arange(len(twos)), twos
        for size, (table, (_, phrases, longer)) in enumerate(self._levels, 2):
            if size > 2:
                opened = _join(opened, hashes[at + size - 1])  # the last token is a line break, which no phrase holds
                found = table.find(opened)
            whole = np.flatnonzero(phrases[found] >= 0)
            rows[at[whole]], sizes[at[whole]] = phrases[found[whole]], size
            on = np.flatnonzero(longer[found])
            at, opened = at[on], opened[on]
        # What no earlier match reaches into is taken, what a taken match covers is dropped; the rest is looked at again.
        left = np.flatnonzero(rows >= 0)
        while left.size:
            stops = left + sizes[left]
            free = left >= np.append(0, np.maximum.accumulate(stops)[:-1])
            covered = left < np.append(0, np.maximum.accumulate(np.where(free, stops, 0))[:-1])
            rows[left[covered]] = -1
            left = left[~free & ~covered]
        return rows

    def _spell(self, lower: Array, starts: Array, stops: Array) -> Iterator[tuple[Array, Array]]:
        """The n-grams of unknown words, size by size: which word, and the row."""
        lengths = stops - starts + 2
        opens = np.cumsum(lengths) - lengths
        owner = np.arange(len(starts)).repeat(lengths)
        place = np.arange(len(owner)) - opens[owner]
        codes = lower[starts[owner] - 1 + place]
        codes[opens], codes[opens + lengths - 1] = ord("<"), ord(">")
        sums = np.append(np.zeros(1, dtype=np.uint64), self._sums(codes))
        for size in range(self._model._ngram_range[0], self._model._ngram_range[1] + 1):
            at = np.flatnonzero(place + size <= lengths[owner])
            yield owner[at], self._ngram_rows[self._ngrams.find((sums[at + size] - sums[at]) * self._down[at])]

    def _add(self, out: Array, sentence: Array, rows: Array) -> None:
        found = np.flatnonzero(rows >= 0)  # the sentences are in order
        where = sentence[found]
        first = np.flatnonzero(np.diff(where, prepend=-1))
        out[where[first]] += np.add.reduceat(self._weights.take(rows[found], axis=0), first, axis=0)


def sklearn_pipeline(phrases: Iterable[str]) -> Any:
    """The same terms as plain scikit-learn offers them: words and pairs, n-grams, lexicon phrases; and one head a label."""
    vocabulary = sorted(phrases)
    longest = max(phrase.count(" ") + 1 for phrase in vocabulary)
    words, grams = TfidfVectorizer(ngram_range=(1, 2)), TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5))
    terms = make_union(words, grams, CountVectorizer(vocabulary=vocabulary, ngram_range=(1, longest)))
    return make_pipeline(terms, OneVsRestClassifier(LogisticRegression(class_weight="balanced", max_iter=1000)))


def compare(name: str, texts: Sequence[str], model: Model, pipeline: Any, runs: int) -> None:
    """Measure both on 20,000 of `texts`, repeated and shuffled; check every logit."""
    sentences = [texts[i % len(texts)] for i in np.random.default_rng(0).permutation(20_000)]
    prototype = Prototype(model)
    if (difference := np.abs(prototype.decision_function(sentences) - model.decision_function(sentences)).max()) >= 1e-3:
        raise SystemExit(f"logits differ by {difference}")
    print(f"{name}: largest difference of logits {difference:.1e}, on the slow path {prototype.slow / len(sentences):.2%}")
    jobs: dict[str, Callable[[], object]] = {
        "prototype": lambda: model.calibrate(prototype.decision_function(sentences)),
        "scikit-learn": lambda: pipeline.predict_proba(sentences),
    }
    times = [[timeit(job, number=1) for job in jobs.values()] for _ in range(runs)]
    for side, taken in zip(jobs, zip(*times, strict=True), strict=True):
        low, middle, high = (len(sentences) / f(taken) for f in (max, statistics.median, min))
        print(f"{side:<14}{middle:>9,.0f} sentences a second ({low:,.0f} to {high:,.0f})")
    ratios = [theirs / ours for ours, theirs in times]
    print(f"ratio: median {statistics.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f}, {runs} pairs)\n")


def main() -> None:
    """Compare on all annotated sentences, and on those that neither side has learnt from."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    arguments.add_argument("--runs", type=int, default=7)
    runs, model = arguments.parse_args().runs, load_model()
    learnt, rows = learning_rows(ROOT / "annotations"), load_rows(ROOT / "annotations")
    pipeline = sklearn_pipeline(model.analyser.phrases).fit([row.text for row in learnt], truth_matrix(learnt).astype(int))
    compare("all annotated sentences", [row.text for row in rows], model, pipeline, runs)
    compare("the test split, learnt by neither", [row.text for row in rows if row.split == "test"], model, pipeline, runs)


if __name__ == "__main__":
    main()
