"""Rows to a sparse matrix: the vocabulary learnt from a corpus and a lexicon, and the weight of every block of terms.

Blocks: words, pairs, phrases, signs and the character n-grams inside words, each by its inverse document frequency and a scale of
its own, and the lexicon's categories, each by the strength of its entries. There is no length normalisation, so that a logit is a
plain sum over terms; the scales keep thousands of n-grams from drowning the lexicon.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import sparse

from framing.lexicon import MAX_STRENGTH, Entry
from framing.terms import NUMBER, Analyser, mostly_capital, ngrams, normalise, word_forms

CATEGORY = "category"
NAME, WORD = "name", "word"
"""Lexicon entries that are no terms: what is a name when capitalised (parties, faiths, peoples), and what is none all the same."""

SCALED = ("word", "pair", "ngram")
"""Blocks that are weighted by inverse document frequency."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What training can vary.

    `scales` weigh the blocks against each other, `c` is the inverse of the regularisation. `pooling` is the share of the head for
    any technique that is added to a label's head, `echo` the share of all label heads together that is added to the head for any
    technique, `pair_weight` what the differences of labelled sentences and their plain twins count for in it.
    """

    ngrams: tuple[int, int] = (3, 5)
    min_documents: int = 3
    c: float = 0.1
    pooling: Mapping[str, float] = field(
        default_factory=lambda: {
            "loaded_language": 0.3,
            "name_calling": 0.4,
            "exaggeration": 0.3,
            "appeal_to_fear": 0.2,
            "slogan": 0.5,
            "causal_oversimplification": 0.3,
            "false_dilemma": 0.1,
            "doubt": 0.2,
            "distraction": 0.2,
            "conversation_killer": 0.1,
        }
    )
    echo: float = 0.3
    pair_weight: float = 1.0
    folds: int = 5
    seed: int = 0
    scales: Mapping[str, float] = field(
        default_factory=lambda: {"word": 0.05, "pair": 0.04, "ngram": 0.025, "phrase": 0.5, "sign": 0.5, "category": 1.0}
    )


class Featuriser:
    """Learns an analyser and a vocabulary from texts; `columns[kind, key]` is a column of the matrix that `transform` makes."""

    def __init__(self, texts: Sequence[str], lexicon: Sequence[Entry], settings: Settings) -> None:
        self.settings = settings
        entries: dict[str, list[Entry]] = defaultdict(list)
        listed: dict[str, set[str]] = {NAME: set(), WORD: set()}
        for entry in lexicon:
            if entry.category in listed:
                listed[entry.category].update(normalise(variant) for variant in entry.variants)
                continue
            for phrase in {normalise(variant) for variant in entry.variants} - {""}:
                entries[phrase].append(entry)
        self.entries = dict(sorted(entries.items()))
        lexical = {word for phrase in entries for word in phrase.split()}
        forms = listed[WORD].union(form for text in texts for form in word_forms(text))
        self.known = sorted((lexical | (forms - mostly_capital(texts))) - listed[NAME])
        self.analyser = Analyser(self.known, self.entries)
        counts = [self._count(text) for text in texts]
        documents = Counter(key for count in counts for key in count)
        keys = {key for key, n in documents.items() if n >= settings.min_documents or key[0] in {"phrase", "sign", CATEGORY}}
        self.columns = {key: i for i, key in enumerate(sorted(keys))}
        self.scale = np.array([self._scale(key, documents[key], len(texts)) for key in self.columns])
        self.fitted = self._matrix(counts)
        """The matrix of the texts that the vocabulary was learnt from."""

    def transform(self, texts: Iterable[str]) -> Any:
        """CSR matrix, one row a text."""
        return self._matrix([self._count(text) for text in texts])

    def _scale(self, key: tuple[str, str], documents: int, total: int) -> float:
        block = key[0]
        idf = np.log((1 + total) / (1 + documents)) + 1 if block in SCALED else 1.0
        return float(self.settings.scales[block] * idf)

    def _count(self, text: str) -> dict[tuple[str, str], float]:
        out: dict[tuple[str, str], float] = defaultdict(float)
        for term in self.analyser.terms(text):
            for key, value in self.parts(term.kind, term.key):
                out[key] += value
        return out

    def parts(self, kind: str, key: str) -> Iterable[tuple[tuple[str, str], float]]:
        """What one term is made of: itself, and a word's n-grams or a phrase's categories."""
        yield (kind, key), 1.0
        if kind == "word" and key != NUMBER:
            for gram in ngrams(key, *self.settings.ngrams):
                yield ("ngram", gram), 1.0
        elif kind == "phrase":
            for entry in self.entries[key]:
                yield (CATEGORY, entry.category), entry.strength / MAX_STRENGTH

    def _matrix(self, counts: Sequence[Mapping[tuple[str, str], float]]) -> Any:
        data: list[float] = []
        index: list[int] = []
        ends = [0]
        for count in counts:
            for key, value in count.items():
                column = self.columns.get(key)
                if column is not None:
                    index.append(column)
                    data.append(value)
            ends.append(len(index))
        matrix = sparse.csr_matrix((data, index, ends), shape=(len(counts), len(self.columns)), dtype=np.float64)
        matrix.sort_indices()
        return matrix @ sparse.diags(self.scale)
