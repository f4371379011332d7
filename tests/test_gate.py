"""The release gate: passes what is as good, refuses what fell, and never passes on nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from framing.annotations import load_rows, own_rows
from framing.cli import main
from framing.errors import InputError, UsageError
from framing.gate import compare
from framing.model import Model, default_path, load_model
from framing.outside import load_outside
from tests.conftest import ROOT

ROWS = own_rows(load_rows(ROOT / "annotations"), "test")
OLD = load_model()


def _variant(folder: Path, head: str | None) -> Model:
    """The shipped model with another seed in its manifest; with `head`, that head's weights have lost their meaning."""
    shutil.copytree(default_path(), folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["settings"]["seed"] = 99
    if head is not None:
        weights = np.load(folder / "weights.npy", allow_pickle=False)
        column = [*manifest["labels"], "framed"].index(head)
        weights[:, column] = np.random.default_rng(1).permutation(weights[:, column])
        np.save(folder / "weights.npy", weights, allow_pickle=False)
        manifest["files"]["weights.npy"] = hashlib.sha256((folder / "weights.npy").read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return load_model(folder)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A small outside folder of our own test sentences."""
    folder = tmp_path / "outside"
    folder.mkdir()
    some = ROWS[:400]
    lines = [json.dumps({"id": r.id, "doc": r.group, "text": r.text, "labels": sorted(r.labels)}) for r in some]
    (folder / "rows.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    tasks = {
        "any": {"file": "rows.jsonl", "kind": "framed", "positive": "*"},
        "some": {"file": "rows.jsonl", "kind": "labels", "map": {"loaded_language": ["loaded_language"], "slogan": ["nothing"]}},
    }
    (folder / "tasks.json").write_text(json.dumps(tasks), encoding="utf-8")
    return folder


def test_the_same_weights_pass_everywhere(tmp_path: Path, outside: Path) -> None:
    found = compare(OLD, _variant(tmp_path / "m", None), ROWS, load_outside(outside), draws=60)
    assert {c.data for c in found} == {"test", "any", "some"}
    assert all(c.passed for c in found)
    assert {c.head for c in found if c.data == "some"} == {"loaded_language"}  # a task without positives is no task


@pytest.mark.parametrize("head", ["doubt", "framed"])
def test_a_head_that_fell_is_refused_and_the_others_pass(tmp_path: Path, outside: Path, head: str) -> None:
    found = compare(OLD, _variant(tmp_path / "m", head), ROWS, load_outside(outside), draws=60)
    fallen = {(c.data, c.head) for c in found if not c.passed}
    assert fallen == ({("test", head), ("any", head)} if head == "framed" else {("test", head)})


def test_it_refuses_to_pass_on_nothing(tmp_path: Path) -> None:
    other = _variant(tmp_path / "m", None)
    with pytest.raises(UsageError, match="same model"):
        compare(OLD, OLD, ROWS, None)
    for rows in ([], ROWS[:5], [row for row in ROWS if not row.marks]):
        with pytest.raises(UsageError, match="nothing would be compared"):
            compare(OLD, other, rows, None)


def test_the_command_says_so_with_its_status(tmp_path: Path, outside: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _variant(tmp_path / "good", None)
    _variant(tmp_path / "bad", "framed")
    corpus, old = str(ROOT / "annotations"), str(default_path())
    assert main(["gate", str(tmp_path / "good"), old, corpus, "--outside", str(outside), "--draws", "30"]) == 0
    assert "passed: " in capfd.readouterr().out
    assert main(["gate", str(tmp_path / "bad"), old, corpus, "--without-outside", "--draws", "30"]) == 1
    out = capfd.readouterr().out
    assert "refused: 1 of" in out
    assert out.count("FELL") == 1
    assert main(["gate", old, old, corpus, "--without-outside"]) == 2
    assert main(["gate", str(tmp_path / "good"), old, corpus]) == 2
    assert "a gate must know what it leaves out" in capfd.readouterr().err


def test_the_evaluate_command_writes_a_signed_folder(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report"
    assert main(["evaluate", str(default_path()), str(ROOT / "annotations"), "--out", str(out), "--draws", "20"]) == 0
    printed, notice = capfd.readouterr()
    assert notice == ""
    assert printed == (out / "report.md").read_text(encoding="utf-8")
    assert sorted(path.name for path in out.iterdir()) == [
        "confusion.csv",
        "errors.html",
        "metrics.json",
        "reliability.png",
        "report.md",
    ]
    assert main(["evaluate", str(default_path()), str(ROOT / "annotations"), "--split", "dev", "--draws", "5"]) == 0
    assert "this model learnt from rows of dev" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("tasks.json", None, "tasks.json: cannot be read"),
        ("tasks.json", "[", "tasks.json: not outside data"),
        ("tasks.json", '{"a": {"file": "rows.jsonl"}}', "not outside data"),
        ("rows.jsonl", None, "rows.jsonl: cannot be read"),
        ("rows.jsonl", "{}\n", "rows.jsonl: not outside data"),
    ],
)
def test_faulty_outside_data_are_named(outside: Path, name: str, content: str | None, message: str) -> None:
    if content is None:
        (outside / name).unlink()
    else:
        (outside / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        load_outside(outside)
