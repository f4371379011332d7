"""The lexicon's format, and the shipped lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing import lexicon
from framing.errors import AnnotationError
from tests.conftest import ROOT

HEADER = "term\tforms\tlabels\tstrength\tnote\n"


def _load(tmp_path: Path, body: str) -> tuple[lexicon.Entry, ...]:
    (tmp_path / "fear.tsv").write_text(body, encoding="utf-8")
    return lexicon.load(tmp_path)


def test_reads_an_entry(tmp_path: Path) -> None:
    (entry,) = _load(tmp_path, f"# a comment\n{HEADER}\nflood of migrants\tfloods of migrants\tappeal_to_fear\t3\twater\n")
    assert entry.category == "fear"
    assert entry.variants == ("flood of migrants", "floods of migrants")
    assert (entry.labels, entry.strength, entry.note) == (("appeal_to_fear",), 3, "water")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("term\tstrength\n", "fear.tsv:1: the first line must name the columns"),
        (f"{HEADER}a\tb\n", "fear.tsv:2: 2 columns where 5 belong"),
        (f"{HEADER}\t\t\t1\t\n", "fear.tsv:2: empty term"),
        (f"{HEADER}dread\t\t\t4\t\n", "strength must be 1, 2 or 3, not '4'"),
        (f"{HEADER}dread\ta; b; c; d; e\t\t1\t\n", "'dread' has 5 forms, at most 4"),
        (f"{HEADER}dread\t\tbias\t1\t\n", "'dread' hints at 'bias', which is no label"),
    ],
)
def test_faults_are_named_with_file_and_line(tmp_path: Path, body: str, message: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        _load(tmp_path, body)
    assert message in str(caught.value)


def test_a_folder_without_lexicon_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="no lexicon files"):
        lexicon.load(tmp_path)


def test_the_shipped_lexicon_loads() -> None:
    entries = lexicon.load(ROOT / "annotations" / "lexicon")
    assert len(entries) >= 7_000
    assert len({entry.category for entry in entries}) >= 20
