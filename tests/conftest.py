"""What several test files share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from framing.annotations import Mark, Row, row_dict, split_of, write_jsonl

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "annotations" / "pages").glob("*.txt"))

# A corpus just large enough to train on: (labelled sentence, label, evidence, plain twin).
_TINY = [
    (
        "The council rammed the plan through on {day}.",
        "loaded_language",
        "rammed",
        "The council passed the plan after a vote on {day}.",
    ),
    ("The mayor, a crook, left early on {day}.", "name_calling", "crook", "The mayor, a lawyer, left early on {day}."),
    (
        "Insiders say the depot shuts on {day}.",
        "unverified_sourcing",
        "Insiders say",
        "The operator says the depot shuts on {day}.",
    ),
    ("The so-called audit begins on {day}.", "doubt", "so-called", "The annual audit begins on {day}."),
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def tiny_rows() -> list[Row]:
    """Rows of the tiny corpus, pairs in one group."""
    rows = []
    for i, (labelled, label, evidence, plain) in enumerate(_TINY):
        for day in _DAYS:
            group = f"t{i}-{day}"
            text = labelled.format(day=day)
            start = text.index(evidence)
            mark = Mark(start, start + len(evidence), label, "author")
            for name, body, marks in ((f"{group}a", text, (mark,)), (f"{group}b", plain.format(day=day), ())):
                other = f"{group}b" if name.endswith("a") else f"{group}a"
                rows.append(Row(name, body, marks, "author", "town", "local", other, group, False, split_of(group)))
    return rows


@pytest.fixture
def tiny_corpus(tmp_path: Path) -> Path:
    """A folder of annotations with a lexicon, small enough to train on in a second."""
    folder = tmp_path / "annotations"
    write_jsonl(folder / "sentences" / "town.jsonl", [row_dict(row) for row in tiny_rows()])
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "loaded_verb.tsv").write_text(
        "term\tforms\tlabels\tstrength\tnote\nram\trammed; rams\tloaded_language\t2\t\n", encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="session")
def schema() -> dict[str, Any]:
    """The JSON Schema of the records."""
    loaded: dict[str, Any] = json.loads((ROOT / "docs" / "schema.json").read_text(encoding="utf-8"))
    return loaded
