"""The error page: the surest misses and false alarms of a model, each with the words that weighed most, as one HTML file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

from framing.annotations import Row
from framing.evaluation import Signature
from framing.labels import BALANCED
from framing.model import Model
from framing.truth import truth_matrix

COUNT = 50
TERMS = 8
"""Contributions shown with each error."""

_STYLE = """<style>
body{font:15px/1.5 system-ui,sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#222}
article{border-top:1px solid #ddd;padding:.6em 0}
h3{font-size:1em;margin:0}h3 small{font-weight:normal;color:#666}
mark{background:#fff1b8;padding:0 .1em}
.terms{margin:.3em 0 0;padding:0;list-style:none;font-size:.85em}
.terms li{display:inline-block;margin:0 .4em .3em 0;padding:0 .5em;border-radius:.7em}
.up{background:#ffd9d0}.down{background:#d6e6ff}
footer,.note{color:#666;font-size:.9em}
</style>"""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A row that the model is wrong about for one label; `margin` is the logit beyond the cut, negative for a miss."""

    row: Row
    label: str
    probability: float
    margin: float
    terms: tuple[tuple[str, float], ...]


def find_mistakes(model: Model, rows: Sequence[Row], count: int = COUNT) -> tuple[list[Mistake], list[Mistake]]:
    """The surest misses and the surest false alarms over all labels, at the balanced operating point, surest first."""
    truth = truth_matrix(rows, model.labels)
    proba = model.predict_proba([row.text for row in rows]).astype(np.float64)
    cuts = np.array([model.operating_points[BALANCED][label] for label in model.labels])
    usable = np.isfinite(cuts)
    cuts = np.where(usable, cuts, 0.5)
    margins = _logit(proba) - _logit(cuts)
    wrong = ((proba >= cuts) != truth) & usable
    misses = _surest(model, rows, proba, margins, np.argwhere(wrong & truth), count)
    return misses, _surest(model, rows, proba, margins, np.argwhere(wrong & ~truth), count)


def error_page(misses: Sequence[Mistake], alarms: Sequence[Mistake], signature: Signature) -> str:
    """Both lists as one page without scripts; a miss has the annotators' evidence marked."""
    body = "".join((*_section("Surest misses", misses), *_section("Surest false alarms", alarms)))
    note = "The fifty pairs of sentence and label that the model is most wrong about, with what its words added to the logit."
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Errors</title>{_STYLE}</head><body><h1>Errors</h1>'
        f'<p class="note">{note} Read them on the dev split of a model that did not learn from it; the test split decides.</p>'
        f"{body}<footer>{escape(signature.line())}</footer></body></html>\n"
    )


def _surest(
    model: Model, rows: Sequence[Row], proba: np.ndarray, margins: np.ndarray, wrong: np.ndarray, count: int
) -> list[Mistake]:
    order = sorted(((int(i), int(j)) for i, j in wrong), key=lambda at: (-abs(margins[at]), at))[:count]
    return [
        Mistake(rows[i], model.labels[j], float(proba[i, j]), float(margins[i, j]), _heaviest(model, rows[i].text, j))
        for i, j in order
    ]


def _heaviest(model: Model, text: str, column: int) -> tuple[tuple[str, float], ...]:
    terms = model.analyser.terms(text)
    weights = model.contributions(terms)[:, column]
    order = np.argsort(-np.abs(weights), kind="stable")[:TERMS]
    return tuple((f"{terms[i].kind}: {text[terms[i].start : terms[i].end]}", float(weights[i])) for i in order)


def _section(title: str, mistakes: Sequence[Mistake]) -> Iterator[str]:
    yield f"<h2>{title} ({len(mistakes)})</h2>"
    for m in mistakes:
        terms = "".join(f'<li class="{"up" if w > 0 else "down"}">{escape(term)} {w:+.2f}</li>' for term, w in m.terms)
        where = f"{m.row.id}, {m.row.topic}, {m.row.register}, {m.row.voice}"
        yield (
            f"<article><h3>{m.label} {m.probability:.2f} <small>{escape(where)}</small></h3>"
            f'<p>{_marked(m.row, m.label)}</p><ul class="terms">{terms}</ul></article>'
        )


def _marked(row: Row, label: str) -> str:
    out, done = "", 0
    for mark in sorted((m for m in row.marks if m.label == label), key=lambda m: m.start):
        if mark.start >= done:
            out += f"{escape(row.text[done : mark.start])}<mark>{escape(row.text[mark.start : mark.end])}</mark>"
            done = mark.end
    return out + escape(row.text[done:])


def _logit(p: np.ndarray) -> np.ndarray:
    kept = np.clip(p, 1e-6, 1 - 1e-6)
    out: np.ndarray = np.log(kept / (1 - kept))
    return out
