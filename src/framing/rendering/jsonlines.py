"""JSON records, one a line: sentences, then their document, or an error. `docs/schema.json` describes them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from framing.errors import FramingError
from framing.records import SCHEMA_VERSION, Rate, ScoredDocument

DIGITS = 4
"""Digits kept of probabilities; more would claim a precision that the model does not have."""


def sentence_record(document: ScoredDocument, index: int) -> dict[str, Any]:
    """The record of one sentence of `document`."""
    s = document.sentences[index]
    return {
        "schema": SCHEMA_VERSION,
        "type": "sentence",
        "document": document.document,
        "index": index,
        "start": s.start,
        "end": s.end,
        "text": s.text,
        "voice": s.voice,
        "framed": round(s.framed, DIGITS),
        "scores": {label: round(p, DIGITS) for label, p in s.scores.items()},
        "labels": list(s.labels),
        "known": round(s.known, DIGITS),
        "warning": s.warning,
        "evidence": [
            {
                "label": e.label,
                "start": e.start,
                "end": e.end,
                "text": e.text,
                "weight": round(e.weight, DIGITS),
                "voice": e.voice,
            }
            for e in s.evidence
        ],
        "model": document.model,
    }


def document_record(document: ScoredDocument) -> dict[str, Any]:
    """The record of a document: its counts, what was left out as furniture or not judged, how labels were cut, and its profile."""
    return {
        "schema": SCHEMA_VERSION,
        "type": "document",
        "document": document.document,
        "sentence_count": len(document.sentences),
        "furniture": [{"start": f.start, "end": f.end, "text": f.text} for f in document.furniture],
        "profile": {name: {"author": _rate(row.author), "all": _rate(row.all)} for name, row in document.profile.items()},
        "warnings": dict(sorted(Counter(s.warning for s in document.sentences if s.warning).items())),
        "prior": document.prior,
        "operating_point": document.operating_point,
        "silent": list(document.silent),
        "uncalibrated": list(document.uncalibrated),
        "model": document.model,
    }


def error_record(document: str, error: FramingError) -> dict[str, Any]:
    """The record that stands in for a document that could not be scored."""
    return {
        "schema": SCHEMA_VERSION,
        "type": "error",
        "document": document,
        "problem": error.problem,
        "remedy": error.remedy,
    }


def render(document: ScoredDocument) -> Iterator[str]:
    """The lines of one document: every sentence, then the document itself."""
    for i in range(len(document.sentences)):
        yield dump(sentence_record(document, i))
    yield dump(document_record(document))


def dump(record: dict[str, Any]) -> str:
    """One record on one line."""
    return json.dumps(record, ensure_ascii=False, allow_nan=False)


def _rate(rate: Rate) -> dict[str, float | int]:
    return {
        "count": rate.count,
        "total": rate.total,
        "per_100": round(rate.per_100, DIGITS),
        "low": round(rate.low, DIGITS),
        "high": round(rate.high, DIGITS),
    }
