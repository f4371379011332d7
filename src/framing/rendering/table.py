"""One flat row a sentence: for CSV and for data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from framing.records import ScoredDocument
from framing.rendering.jsonlines import DIGITS

SEPARATOR = "; "


def sentence_row(document: ScoredDocument, index: int) -> dict[str, Any]:
    """The sentence's place, voice, labels and evidence, then one column a score."""
    s = document.sentences[index]
    return {
        "document": document.document,
        "index": index,
        "start": s.start,
        "end": s.end,
        "voice": s.voice,
        "text": s.text,
        "known": round(s.known, DIGITS),
        "warning": s.warning or "",
        "labels": SEPARATOR.join(s.labels),
        "evidence": SEPARATOR.join(f"{e.label}: {e.text}" for e in s.evidence),
        "framed": round(s.framed, DIGITS),
        **{label: round(p, DIGITS) for label, p in s.scores.items()},
    }


def header(labels: tuple[str, ...]) -> str:
    """The first line of the CSV."""
    return _line(
        ["document", "index", "start", "end", "voice", "text", "known", "warning", "labels", "evidence", "framed", *labels]
    )


def render(document: ScoredDocument) -> Iterator[str]:
    """The CSV lines of one document, without the header."""
    for i in range(len(document.sentences)):
        yield _line(list(sentence_row(document, i).values()))


def _line(cells: list[Any]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()
