"""Every check of the corpus holds on a good one and fails on what it is there for."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from framing import checks
from framing.annotations import Mark, Row, row_dict, write_jsonl
from framing.cli import main
from tests.conftest import tiny_rows

WORDS = "river stone lamp copper window garden letter harbour engine orchard ribbon kettle saddle anchor pepper marble".split()


def _row(
    name: str, text: str, evidence: str | None = None, pair: str | None = None, group: str | None = None, **changes: str
) -> Row:
    marks = (
        () if evidence is None else (Mark(text.index(evidence), text.index(evidence) + len(evidence), "loaded_language", "author"),)
    )
    row = Row(name, text, marks, "author", "town", "wire", pair, group or name, False, "train")
    return dataclasses.replace(row, **changes)  # type: ignore[arg-type]


def test_duplicates() -> None:
    one = _row("a", "The council passed the budget by a single vote on Tuesday night.")
    assert checks.duplicates([one, _row("b", "Rain is expected in the north by the weekend.")]).breaches == ()
    again = _row("b", "The council passed the budget by a single vote on Tuesday evening.")
    assert checks.duplicates([one, again]).breaches == ("b and a",)
    assert checks.duplicates([one, dataclasses.replace(again, group="a")]).breaches == ()


def test_runs() -> None:
    one = _row("a", "He said that the bridge over the river would open in spring, but nobody believed him.")
    other = _row("b", "Engineers doubt that the bridge over the river would open in spring.")
    assert checks.runs([one, other]).breaches == ("a and b: 'that the bridge over the river would open'",)
    assert checks.runs([one, dataclasses.replace(other, group="a")]).breaches == ()


@pytest.mark.parametrize(
    ("labelled", "plain", "message"),
    [
        (
            "The council rammed the budget through on Tuesday after a long night.",
            "The council passed the budget on Tuesday after a long night.",
            None,
        ),
        ("Rammed through!", "The council passed the budget.", None),
        ("The council rammed the budget through on Tuesday after a long night.", "Rain fell all night in the hills.", "keeps 18%"),
    ],
)
def test_pairs_differ_only_where_the_device_was(labelled: str, plain: str, message: str | None) -> None:
    rows = [_row("a", labelled, "rammed" if "rammed" in labelled else labelled, "b", "a"), _row("b", plain, None, "a", "a")]
    breaches = checks.pairs(rows).breaches
    assert (message is None and breaches == ()) or (message is not None and message in breaches[0])


def test_pairs_are_whole_and_of_two_kinds() -> None:
    one = _row("a", "The council rammed the budget through.", "rammed", "b", "a")
    assert "missing" in checks.pairs([one]).breaches[0]
    assert "paired elsewhere" in checks.pairs([one, _row("b", "The council passed it.", None, "c", "a")]).breaches[0]
    both = _row("b", "The council rammed the plan through.", "rammed", "a", "a")
    assert "one must be labelled" in checks.pairs([one, both]).breaches[0]


def test_openings() -> None:
    rows = [_row(str(i), f"On Monday the {word} was sold.") for i, word in enumerate(WORDS)]
    assert checks.openings(rows).breaches == ("'on monday the' opens 16 sentences",)
    assert checks.openings([_row(word, f"{word} was sold.") for word in WORDS]).breaches == ()


def test_shortcuts() -> None:
    rows = []
    for i in range(200):
        text = " ".join(WORDS[(i + j) % 16] for j in range(5 + (i * 7) % 9)) + "."
        rows.append(_row(f"l{i}", text, WORDS[i % 16]))
        rows.append(_row(f"p{i}", text))
    assert checks.shortcuts(rows).breaches == ()
    told = [dataclasses.replace(row, text=row.text[:-1] + "!") if row.marks else row for row in rows]
    assert "is above 0.55" in checks.shortcuts(told).breaches[0]
    registers = [dataclasses.replace(row, register="blog") if row.marks else row for row in rows]
    assert "is above 0.55" in checks.shortcuts(registers).breaches[0]


def test_conflicts() -> None:
    sides = {"town": {"north": ["North"], "south": ["South"]}}
    rows = [
        _row("a", "The North rammed it.", "rammed"),
        _row("b", "The South rammed it.", "rammed"),
        _row("c", "The North met."),
        _row("d", "The South met."),
    ]
    assert checks.conflicts(rows, sides).breaches == ()
    assert checks.conflicts(rows[1:], sides).breaches == ("town, labelled: north 0, south 1",)
    assert checks.conflicts([], sides).breaches == ("town: no sentences",)


def test_schema_faults_are_all_named_and_end_the_checks(tmp_path: Path) -> None:
    good = row_dict(tiny_rows()[0])
    write_jsonl(
        tmp_path / "sentences" / "town.jsonl",
        [good, {**good, "id": "x", "voice": "reader"}, {**good, "id": "y", "labels": []}, good],
    )
    found = list(checks.faults(tmp_path))
    assert len(found) == 3
    assert "town.jsonl:2" in found[0]
    assert "town.jsonl:3" in found[1]
    assert "town.jsonl:4" in found[2]
    assert [finding.check for finding in checks.check_corpus(tmp_path)] == ["schema"]


def test_the_command_names_what_fails(tiny_corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tiny_corpus / "conflicts.json").write_text(json.dumps({"war": {"a": ["A"], "b": ["B"]}}), encoding="utf-8")
    assert main(["check", str(tiny_corpus)]) == 1
    out = capfd.readouterr().out
    assert "ok      schema" in out
    assert "failed  conflicts" in out
    assert "war: no sentences" in out
