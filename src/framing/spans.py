"""Evidence rules chosen from annotated spans: how far a label's evidence reaches differs from label to label.

A loaded verb is one word, an either/or a whole clause. For each label the rule of a small grid is taken whose spans share most
words (token F1) with those that annotators marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.annotations import Row
from framing.explanation import SpanRule, evidence_words, heavy_runs, line_breaks, span_rule, word_shares
from framing.model import Model

GRID = tuple(SpanRule(*values) for values in product((0.05, 0.1, 0.2, 0.3, 0.5), (0, 2, 4), (1, 2)))
MIN_EXAMPLES = 20

Example = tuple[list[float], list[bool], NDArray[np.bool_]]
"""A labelled sentence: word shares, breaks, and which words the annotators marked."""


def choose_rules(model: Model, rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """The best rule of each label that has enough annotated sentences, as the manifest keeps it."""
    out = {}
    for label in model.labels:
        examples = [_example(model, row, label) for row in rows if label in row.labels]
        if len(examples) >= MIN_EXAMPLES:
            out[label] = asdict(max(GRID, key=lambda rule: token_f1(examples, rule)))
    return out


def token_f1(examples: Sequence[Example], rule: SpanRule) -> float:
    """F1 of the words in evidence, over all examples together."""
    hits = taken = wanted = 0
    for shares, breaks, marked in examples:
        found = np.zeros(len(shares), dtype=bool)
        for run in heavy_runs(shares, breaks, rule):
            found[run.start : run.stop] = True
        hits += int((found & marked).sum())
        taken += int(found.sum())
        wanted += int(marked.sum())
    return 2 * hits / max(taken + wanted, 1)


def evidence_f1(model: Model, rows: Sequence[Row]) -> float:
    """Token F1 of the model's own rules over all labels of `rows`."""
    scores = []
    for label in model.labels:
        examples = [_example(model, row, label) for row in rows if label in row.labels]
        if examples:
            scores.append(token_f1(examples, span_rule(model, label)))
    return float(np.mean(scores)) if scores else 0.0


def _example(model: Model, row: Row, label: str) -> Example:
    terms = model.analyser.terms(row.text)
    words = evidence_words(terms)
    shares = word_shares(words, terms, model.contributions(terms)[:, model.heads.index(label)])
    spans = [(m.start, m.end) for m in row.marks if m.label == label]
    marked = np.array([any(low <= start < high for low, high in spans) for start, _ in words], dtype=bool)
    return shares, line_breaks(row.text, words), marked
