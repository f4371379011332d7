"""The fourteen labels are the codebook's."""

from __future__ import annotations

import copy
import json
import re

import pytest

from framing import labels
from tests.conftest import ROOT

CODEBOOK = (ROOT / "annotations" / "codebook.md").read_text(encoding="utf-8")
ROWS = {
    m[0]: m[1:]
    for m in re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", CODEBOOK.split("## Close calls")[0], re.M)
}


def _plain(cell: str) -> str:
    return cell.replace("`", "")


def test_there_are_fourteen_and_they_are_the_codebooks_in_its_order() -> None:
    assert len(labels.LABELS) == 14
    assert list(labels.NAMES) == list(ROWS)


@pytest.mark.parametrize("label", labels.LABELS, ids=str)
def test_wording_follows_the_codebook(label: labels.Label) -> None:
    definition, rule, excludes, example = (_plain(cell) for cell in ROWS[label])
    assert (label.definition, label.rule, label.excludes, label.example) == (definition, rule, excludes, example)


@pytest.mark.parametrize("label", labels.LABELS, ids=str)
def test_crosswalk_stands_in_the_codebook(label: labels.Label) -> None:
    crosswalk = CODEBOOK.split("## Crosswalk")[1]
    line = next(line for line in crosswalk.splitlines() if line.startswith(f"| `{label}` |"))
    for name in (*label.ptc, *label.semeval2023, *label.other):
        assert name in line


def test_a_label_is_its_name() -> None:
    label = labels.find("doubt")
    assert label == "doubt"
    assert {"doubt": 1}[label] == 1
    assert json.dumps(label) == '"doubt"'
    assert copy.deepcopy(label).rule == label.rule
    assert type(label.name) is str


def test_unknown_label() -> None:
    with pytest.raises(KeyError):
        labels.find("bias")
