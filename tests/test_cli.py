"""The command line: what it prints, where, and its exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from framing import __version__
from framing.cli import main
from framing.labels import NAMES
from tests.conftest import PAGES, ROOT

PAGE = str(PAGES[0])


@pytest.fixture
def mixed(tmp_path: Path) -> list[str]:
    """Good and bad inputs side by side."""
    (tmp_path / "good.txt").write_text("Critics say the so-called reform was rammed through.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "folder").mkdir()
    return [str(tmp_path / name) for name in ("missing.txt", "empty.txt", "binary.txt", "folder", "good.txt")]


def _run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "framing", *arguments], input=stdin, capture_output=True, check=False)


@pytest.mark.parametrize("form", ["text", "jsonl", "csv"])
def test_bad_inputs_are_one_line_each_and_the_rest_is_scored(
    mixed: list[str], form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *mixed, "--format", form]) == 1
    out, err = capfd.readouterr()
    lines = err.splitlines()
    assert len(lines) == 4
    for line, path, problem in zip(lines, mixed, ("no such file", "empty", "binary", "no text files"), strict=False):
        assert line.startswith(f"framing: {path}: ")
        assert problem in line
    assert "so-called" in out


def test_jsonl_of_the_pages_follows_the_schema(schema: dict[str, Any], capfd: pytest.CaptureFixture[str], mixed: list[str]) -> None:
    assert main(["score", str(ROOT / "annotations" / "pages"), *mixed[:1], "--format", "jsonl"]) == 1
    records = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    validator = jsonschema.Draft202012Validator(schema)
    for record in records:
        validator.validate(record)
    kinds = [record["type"] for record in records]
    assert kinds.count("document") == 5
    assert kinds.count("error") == 1
    assert kinds.count("sentence") > 120


def test_csv_has_one_header(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["score", PAGE, PAGE, "--format", "csv", "--labels", "slogan, doubt"]) == 0
    rows = list(csv.reader(io.StringIO(capfd.readouterr().out)))
    assert rows[0][-2:] == ["doubt", "slogan"][::-1] or rows[0][-2:] == ["slogan", "doubt"]
    assert [row[0] for row in rows].count("document") == 1
    assert len({len(row) for row in rows}) == 1


def test_text_shows_each_page_and_its_profile(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["score", PAGE]) == 0
    out = capfd.readouterr().out
    assert out.startswith(PAGE)
    assert "profile: flagged sentences per 100" in out
    assert "Back to top button" in out.split("left out as page furniture:")[1]


def test_standard_input_presplit_threshold_and_labels(capfd: pytest.CaptureFixture[str]) -> None:
    done = _run(
        "score",
        "-",
        "--presplit",
        "--labels",
        "doubt",
        "--threshold",
        "0",
        "--no-abstain",
        "--format",
        "jsonl",
        stdin=b"One. Two.\nThree.\n",
    )
    assert done.returncode == 0
    *sentences, document = [json.loads(line) for line in done.stdout.splitlines()]
    assert [s["text"] for s in sentences] == ["One. Two.", "Three."]
    assert all(s["labels"] == ["doubt"] and list(s["scores"]) == ["doubt"] for s in sentences)
    assert document["document"] == "-"


def test_operating_point_and_prior_reach_the_records(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["score", PAGE, "--operating-point", "precise", "--prior", "0.1", "--format", "jsonl"]) == 0
    document = json.loads(capfd.readouterr().out.splitlines()[-1])
    assert (document["operating_point"], document["prior"]) == ("precise", 0.1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["score"], "Missing argument 'PATH...'"),
        (["score", PAGE, "--format", "xml"], "'xml' is not one of 'text', 'jsonl', 'csv'"),
        (["score", PAGE, "--threshold", "2"], "2.0 is not in the range 0<=x<=1"),
        (["score", PAGE, "--prior", "1"], "1.0 is not in the range 0<x<1"),
        (["score", PAGE, "--operating-point", "bold"], "'bold' is not one of 'balanced', 'precise'"),
        (["score", PAGE, "--labels", "bias"], "no label 'bias'"),
        (["score", PAGE, "--nonsense"], "No such option"),
        (["nonsense"], "No such command 'nonsense'"),
        (["score", PAGE, "--model", "/nowhere"], "/nowhere: no model here"),
        (["train", "/nowhere", "--out", "x"], "does not exist"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(arguments: list[str], message: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith("framing: ")
    assert message in err


def test_version_help_and_module() -> None:
    assert _run("--version").stdout.decode().split() == ["framing,", "version", __version__]
    for arguments in (["--help"], ["score", "--help"], ["labels", "-h"]):
        done = _run(*arguments)
        assert done.returncode == 0
        assert b"Usage: framing" in done.stdout
    assert b"Commands:" in _run().stdout


def test_labels_prints_the_codebooks_short_form(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["labels"]) == 0
    short = capfd.readouterr().out
    assert main(["labels", "--long"]) == 0
    whole = capfd.readouterr().out
    for name in NAMES:
        assert f"{name}\n" in short
    assert "rule: swap one word" in short
    assert "PTC: Loaded_Language" in whole
    assert len(whole) > len(short)


def test_train_then_score_with_it(tiny_corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["train", str(tiny_corpus), "--out", str(tmp_path / "m")]) == 0
    assert "trained on" in capfd.readouterr().out
    assert main(["score", PAGE, "--model", str(tmp_path / "m"), "--format", "csv"]) == 0


def test_train_names_a_faulty_row(tiny_corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tiny_corpus / "sentences" / "town.jsonl").write_text("{}\n", encoding="utf-8")
    assert main(["train", str(tiny_corpus), "--out", str(tmp_path / "m")]) == 2
    assert "town.jsonl:1: " in capfd.readouterr().err


def test_agreement_prints_a_line_a_label(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", str(ROOT / "annotations")]) == 0
    out = capfd.readouterr().out
    assert out.count("any technique") == 2
    assert out.count("conversation_killer") == 2


def test_a_closed_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m framing score {ROOT}/annotations/pages/*.txt | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stderr == b""


def test_interrupted_is_130() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "framing", "score", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(2)  # long enough to be waiting for its input
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.decode().strip() == "framing: interrupted"
