"""The framing lexicon: tab-separated text, one file a category, that a person can edit and diff.

Columns: `term`, `forms` (at most four, separated by `; `), `labels` it hints at (`; `), `strength` 1 to 3, `note`. The file's
name is the category. Lines that start with `#` are comments; the first other line names the columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from framing import labels as codebook
from framing.errors import AnnotationError

COLUMNS = ("term", "forms", "labels", "strength", "note")
MAX_FORMS = 4
MAX_STRENGTH = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One lexicon entry. `labels` is empty for words of plain reporting; `strength` 3 means nearly always framing."""

    term: str
    forms: tuple[str, ...]
    category: str
    labels: tuple[str, ...]
    strength: int
    note: str = ""

    @property
    def variants(self) -> tuple[str, ...]:
        """The term and its forms."""
        return (self.term, *self.forms)


def load(folder: Path) -> tuple[Entry, ...]:
    """All entries below `folder`, in the order of file name and line.

    Raises `AnnotationError` naming file and line for a row that breaks the format.
    """
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise AnnotationError("no lexicon files (*.tsv)", where=folder)
    return tuple(entry for path in paths for entry in _read(path))


def _read(path: Path) -> Iterator[Entry]:
    header_seen = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{path}:{number}"
        cells = tuple(line.split("\t"))
        if not header_seen:
            if cells != COLUMNS:
                raise AnnotationError(f"the first line must name the columns {', '.join(COLUMNS)}", where=where)
            header_seen = True
            continue
        if len(cells) != len(COLUMNS):
            raise AnnotationError(f"{len(cells)} columns where {len(COLUMNS)} belong", where=where)
        yield _entry(cells, path.stem, where)


def _entry(cells: tuple[str, ...], category: str, where: str) -> Entry:
    term, forms, labels, strength, note = (cell.strip() for cell in cells)
    if not term:
        raise AnnotationError("empty term", where=where)
    entry = Entry(term, _split(forms), category, _split(labels), int(strength) if strength in {"1", "2", "3"} else 0, note)
    if not entry.strength:
        raise AnnotationError(f"strength must be 1, 2 or 3, not {strength!r}", where=where)
    if len(entry.forms) > MAX_FORMS:
        raise AnnotationError(f"{term!r} has {len(entry.forms)} forms, at most {MAX_FORMS} are taken", where=where)
    for label in entry.labels:
        if label not in codebook.NAMES:
            raise AnnotationError(f"{term!r} hints at {label!r}, which is no label", where=where)
    return entry


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
