"""The annotated corpus: pages with stand-off spans, sentences of our own, and the passes that they were settled from.

```
annotations/
  pages/NAME.txt, NAME.jsonl          a page, and one row a unit: {"start", "end", "voice", "furniture", "hard", "spans"}
  sentences/TOPIC.jsonl               {"id", "text", "labels", "spans", "voice", "topic", "register", "pair", "group", "hard",
                                      "split"}
  passes/{a,b}/...                    the two blind passes: the same rows, without text
  lexicon/CATEGORY.tsv                see `framing.lexicon`
```
A span is {"start", "end", "label", "voice"}; on a page its offsets count characters of the page, in a sentence those of the
sentence. Labels of page sentences are derived from the spans, so that another way of splitting changes no annotation.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from framing import labels as codebook
from framing.errors import AnnotationError

T = TypeVar("T")

SPLITS = ("train", "dev", "test")
PAGE_SPLITS = {"000": "train", "001": "train", "002": "train", "003": "dev", "004": "test"}
"""Pages are split whole, by the number that opens their name."""

TRAINED_ON = ("pages/*.txt", "pages/*.jsonl", "sentences/*.jsonl", "lexicon/*.tsv")
"""What a model depends on; `corpus_hash` covers these files and no others."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Evidence for one label: `start:end` in the page or sentence it belongs to, in somebody's voice."""

    start: int
    end: int
    label: str
    voice: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of a page as the annotators saw it, in page offsets."""

    start: int
    end: int
    voice: str
    furniture: bool
    hard: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An annotated page; `text[unit.start:unit.end]` is a sentence."""

    name: str
    text: str
    units: tuple[Unit, ...]

    @property
    def split(self) -> str:
        """`train`, `dev` or `test`."""
        return PAGE_SPLITS.get(self.name[:3], "train")

    def labels_between(self, start: int, end: int) -> frozenset[str]:
        """Labels of the evidence that overlaps `start:end`: how any segmentation gets its labels."""
        return frozenset(m.label for unit in self.units for m in unit.marks if m.start < end and start < m.end)


@dataclass(frozen=True, slots=True)
class Row:
    """An annotated sentence. `group` holds pairs and pages together; `hard` marks a borderline case."""

    id: str
    text: str
    marks: tuple[Mark, ...]
    voice: str
    topic: str
    register: str
    pair: str | None
    group: str
    hard: bool
    split: str

    @property
    def labels(self) -> frozenset[str]:
        """The labels that have evidence in this sentence."""
        return frozenset(mark.label for mark in self.marks)


def load_sentences(folder: Path) -> tuple[Row, ...]:
    """The sentences of `folder/sentences`, by file and line. Raises `AnnotationError` at the first faulty row."""
    return tuple(parse_row(data, where) for path in sorted((folder / "sentences").glob("*.jsonl")) for data, where in _lines(path))


def load_pages(folder: Path, *, units_from: Path | None = None) -> tuple[Page, ...]:
    """The pages of `folder/pages` with their settled annotation, or with that of the pass in `units_from`."""
    pages = []
    for path in sorted((folder / "pages").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        rows = (units_from or folder) / "pages" / f"{path.stem}.jsonl"
        pages.append(Page(path.stem, text, tuple(_unit(data, text, where) for data, where in _lines(rows))))
    return tuple(pages)


def load_pass(folder: Path, name: str) -> dict[str, Row]:
    """The sentences of one blind pass (`a` or `b`) by id, with the text and the particulars of the settled rows."""
    settled = {row.id: row for row in load_sentences(folder)}
    out = {}
    for path in sorted((folder / "passes" / name / "sentences").glob("*.jsonl")):
        for data, where in _lines(path):
            row = settled.get(str(data.get("id")))
            if row is None:
                raise AnnotationError(f"no sentence {data.get('id')!r}", where=where)
            whole = {**row_dict(row), "spans": data.get("spans"), "voice": data.get("voice"), "hard": data.get("hard")}
            whole["labels"] = sorted({span["label"] for span in whole["spans"]}, key=codebook.NAMES.index)
            out[row.id] = parse_row(whole, where)
    return out


def load_rows(folder: Path) -> tuple[Row, ...]:
    """Everything a model can learn from: the sentences, then the pages' sentences that are not furniture."""
    return (*load_sentences(folder), *(row for page in load_pages(folder) for row in page_rows(page)))


def page_rows(page: Page) -> Iterator[Row]:
    """A page's sentences as rows, offsets counted from the sentence's start; furniture is left out."""
    for i, unit in enumerate(page.units):
        if not unit.furniture:
            marks = tuple(Mark(m.start - unit.start, m.end - unit.start, m.label, m.voice) for m in unit.marks)
            yield Row(
                id=f"{page.name}.{i:03d}",
                text=page.text[unit.start : unit.end],
                marks=marks,
                voice=unit.voice,
                topic=page.name[:3],
                register="page",
                pair=None,
                group=page.name,
                hard=unit.hard,
                split=page.split,
            )


def own_rows(rows: Iterable[Row], split: str) -> list[Row]:
    """The sentences of one split that are ours, without those of the pages."""
    return [row for row in rows if row.split == split and row.register != "page"]


def split_of(group: str) -> str:
    """The split of a group of sentences: 70, 15 and 15 in 100 by the hash of its name."""
    share = int.from_bytes(hashlib.sha256(group.encode()).digest()[:4], "big") % 100
    return "train" if share < 70 else "dev" if share < 85 else "test"


def corpus_hash(folder: Path) -> str:
    """SHA-256 over the names and bytes of every file that a model is trained on."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in TRAINED_ON for path in folder.glob(pattern)):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def row_dict(row: Row) -> dict[str, Any]:
    """The JSON form of a sentence row."""
    return {
        "id": row.id,
        "text": row.text,
        "labels": sorted(row.labels, key=codebook.NAMES.index),
        "spans": [mark_dict(mark) for mark in row.marks],
        "voice": row.voice,
        "topic": row.topic,
        "register": row.register,
        "pair": row.pair,
        "group": row.group,
        "hard": row.hard,
        "split": row.split,
    }


def mark_dict(mark: Mark) -> dict[str, Any]:
    """The JSON form of a span."""
    return {"start": mark.start, "end": mark.end, "label": mark.label, "voice": mark.voice}


def write_jsonl(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write one JSON object a line, keys in the order given, text unescaped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _lines(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise AnnotationError(f"cannot be read: {error}", where=path) from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{path}:{number}"
            yield parse_object(line, where), where


def parse_object(line: str, where: str) -> dict[str, Any]:
    """One line of JSON Lines. Raises `AnnotationError` naming `where` if it is no JSON object."""
    try:
        data = json.loads(line)
    except ValueError as error:
        raise AnnotationError(f"not JSON: {error}", where=where) from None
    if not isinstance(data, dict):
        raise AnnotationError("a row must be a JSON object", where=where)
    return data


def parse_row(data: dict[str, Any], where: str) -> Row:
    """A sentence row from its JSON form; `where` names file and line in the `AnnotationError` of a faulty one."""
    text = _typed(data, "text", str, where)
    row = Row(
        id=_typed(data, "id", str, where),
        text=text,
        marks=_marks(data.get("spans"), 0, len(text), where),
        voice=_one_of(data, "voice", codebook.VOICES, where),
        topic=_typed(data, "topic", str, where),
        register=_typed(data, "register", str, where),
        pair=data.get("pair"),
        group=_typed(data, "group", str, where),
        hard=_typed(data, "hard", bool, where),
        split=_one_of(data, "split", SPLITS, where),
    )
    if set(data.get("labels", ())) != row.labels:
        raise AnnotationError("labels and spans disagree", where=where)
    return row


def _unit(data: dict[str, Any], text: str, where: str) -> Unit:
    start, end = _typed(data, "start", int, where), _typed(data, "end", int, where)
    if not 0 <= start < end <= len(text):
        raise AnnotationError(f"unit {start}:{end} lies outside the page", where=where)
    unit = Unit(
        start=start,
        end=end,
        voice=_one_of(data, "voice", codebook.VOICES, where),
        furniture=_typed(data, "furniture", bool, where),
        hard=_typed(data, "hard", bool, where),
        marks=_marks(data.get("spans"), start, end, where),
    )
    if unit.furniture and unit.marks:
        raise AnnotationError("page furniture carries no label", where=where)
    return unit


def _marks(spans: object, low: int, high: int, where: str) -> tuple[Mark, ...]:
    if not isinstance(spans, Sequence) or isinstance(spans, str):
        raise AnnotationError("spans must be a list", where=where)
    out = []
    for span in spans:
        mark = Mark(
            _typed(span, "start", int, where),
            _typed(span, "end", int, where),
            _one_of(span, "label", codebook.NAMES, where),
            _one_of(span, "voice", codebook.VOICES, where),
        )
        if not low <= mark.start < mark.end <= high:
            raise AnnotationError(f"evidence {mark.start}:{mark.end} lies outside its sentence {low}:{high}", where=where)
        out.append(mark)
    return tuple(out)


def _typed(data: Any, key: str, kind: type[T], where: str) -> T:
    value = data.get(key) if isinstance(data, dict) else None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise AnnotationError(f"{key!r} must be of type {kind.__name__}, not {value!r}", where=where)
    return value


def _one_of(data: Any, key: str, allowed: Sequence[str], where: str) -> str:
    value = _typed(data, key, str, where)
    if value not in allowed:
        raise AnnotationError(f"{key!r} must be one of {', '.join(allowed)}, not {value!r}", where=where)
    return value
