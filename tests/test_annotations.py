"""The corpus: its format, its faults, and the annotated pages."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from framing import annotations as corpus
from framing.annotations import Mark, Page, Unit
from framing.errors import AnnotationError
from framing.labels import NAMES
from framing.segmentation import sentence_spans
from tests.conftest import PAGES, ROOT

FOLDER = ROOT / "annotations"
ROW: dict[str, Any] = {
    "id": "x1",
    "text": "It was rammed through.",
    "labels": ["loaded_language"],
    "spans": [{"start": 7, "end": 13, "label": "loaded_language", "voice": "author"}],
    "voice": "author",
    "topic": "town",
    "register": "wire",
    "pair": None,
    "group": "x1",
    "hard": False,
    "split": "train",
}


def _write(tmp_path: Path, **changes: Any) -> Path:
    corpus.write_jsonl(tmp_path / "sentences" / "town.jsonl", [{**ROW, **changes}])
    return tmp_path


def test_a_row_survives_the_round_trip(tmp_path: Path) -> None:
    (row,) = corpus.load_sentences(_write(tmp_path))
    assert corpus.row_dict(row) == ROW
    assert row.labels == {"loaded_language"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"text": 5}, "'text' must be of type str"),
        ({"voice": "reader"}, "'voice' must be one of author, quoted, attributed, not 'reader'"),
        ({"split": "all"}, "'split' must be one of"),
        ({"hard": "no"}, "'hard' must be of type bool"),
        ({"labels": []}, "labels and spans disagree"),
        ({"spans": "rammed"}, "spans must be a list"),
        ({"spans": [{"start": 7, "end": 99, "label": "doubt", "voice": "author"}]}, "lies outside its sentence"),
        ({"spans": [{"start": 7, "end": 7, "label": "doubt", "voice": "author"}]}, "lies outside its sentence"),
        ({"spans": [{"start": 7, "end": 9, "label": "bias", "voice": "author"}]}, "'label' must be one of"),
        ({"spans": [{"start": True, "end": 9, "label": "doubt", "voice": "author"}]}, "'start' must be of type int"),
    ],
)
def test_faults_are_named_with_file_and_line(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        corpus.load_sentences(_write(tmp_path, **changes))
    assert "town.jsonl:1: " in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize("line", ["{", "[1]"])
def test_a_line_that_is_no_object(tmp_path: Path, line: str) -> None:
    path = _write(tmp_path) / "sentences" / "town.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"town\.jsonl:1"):
        corpus.load_sentences(tmp_path)


def test_labels_of_a_page_follow_the_spans_not_the_splitter() -> None:
    unit = Unit(0, 21, "author", False, False, (Mark(4, 8, "doubt", "author"),))
    page = Page("009_x", "The plan. It was good.", (unit,))
    assert page.labels_between(0, 9) == {"doubt"}
    assert page.labels_between(10, 22) == frozenset()
    assert page.labels_between(7, 22) == {"doubt"}


def test_the_pages_are_the_given_ones_byte_for_byte() -> None:
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in PAGES}
    assert digests == {
        "000_7d1644d3dac9944a.txt": "61c40eda0e88910e",
        "001_b2ffc041fe6188eb.txt": "41da0e29d543564a",
        "002_20e261f2b0564524.txt": "7d45d41711946747",
        "003_cc1e06b2d4e009d8.txt": "f07f915cab8b89af",
        "004_461a97258be88831.txt": "7ffd6e70135b9c17",
    }


def test_the_pages_are_annotated_whole_and_split_by_page() -> None:
    pages = corpus.load_pages(FOLDER)
    assert [page.split for page in pages] == ["train", "train", "train", "dev", "test"]
    for page in pages:
        covered = {i for unit in page.units for i in range(unit.start, unit.end)}
        assert all(i in covered or char.isspace() for i, char in enumerate(page.text)), page.name
        assert any(unit.furniture for unit in page.units)


@pytest.mark.parametrize("name", ["a", "b"])
def test_both_passes_judged_every_sentence_of_the_pages(name: str) -> None:
    settled = corpus.load_pages(FOLDER)
    judged = corpus.load_pages(FOLDER, units_from=FOLDER / "passes" / name)
    assert [[(u.start, u.end) for u in page.units] for page in judged] == [
        [(u.start, u.end) for u in page.units] for page in settled
    ]


def test_the_passes_differ_from_each_other_and_from_the_settled_pages() -> None:
    versions = [corpus.load_pages(FOLDER, units_from=FOLDER / "passes" / name) for name in "ab"]
    assert len({*versions, corpus.load_pages(FOLDER)}) == 3


def test_the_corpus_holds_what_the_datasheet_promises() -> None:
    rows = corpus.load_sentences(FOLDER)
    assert len(rows) >= 16_000
    assert len({row.id for row in rows}) == len(rows)
    groups: dict[str, set[str]] = {}
    for row in rows:
        groups.setdefault(row.group, set()).add(row.split)
    assert all(len(splits) == 1 for splits in groups.values())
    by_id = {row.id: row for row in rows}
    for row in rows:
        if row.pair is not None:
            assert by_id[row.pair].pair == row.id
            assert by_id[row.pair].group == row.group
            assert bool(row.labels) != bool(by_id[row.pair].labels)


def test_hash_follows_what_is_trained_on_and_nothing_else(tmp_path: Path) -> None:
    folder = _write(tmp_path)
    before = corpus.corpus_hash(folder)
    (folder / "README.md").write_text("x", encoding="utf-8")
    assert corpus.corpus_hash(folder) == before
    _write(tmp_path, hard=True)
    assert corpus.corpus_hash(folder) != before


def test_pages_split_as_sentences_do() -> None:
    for page in corpus.load_pages(FOLDER):
        assert sentence_spans(page.text) == [(unit.start, unit.end) for unit in page.units]


def test_jsonl_is_one_object_a_line(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "x.jsonl"
    corpus.write_jsonl(path, [{"a": "é"}, {"b": 2}])
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] == [{"a": "é"}, {"b": 2}]
    assert "é" in path.read_text(encoding="utf-8")


def test_every_row_follows_the_documented_schema() -> None:
    schema = json.loads((ROOT / "docs" / "annotations.schema.json").read_text(encoding="utf-8"))
    kinds = {"sentences": "sentence", "pages": "unit", "passes/a/sentences": "judgement", "passes/b/pages": "unit"}
    for folder, kind in kinds.items():
        validator = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": schema["$defs"]})
        for path in sorted((FOLDER / folder).glob("*.jsonl")):
            # Every fiftieth row: the loader checks them all, this checks the document.
            for line in path.read_text(encoding="utf-8").splitlines()[::50]:
                validator.validate(json.loads(line))
    assert tuple(schema["$defs"]["label"]["enum"]) == NAMES


def test_hard_negatives_are_plain_rows() -> None:
    listed = (FOLDER / "hard_negatives.txt").read_text(encoding="utf-8").split()
    rows = {row.id: row for row in corpus.load_sentences(FOLDER)}
    assert len(listed) >= 2_000
    assert all(not rows[name].marks for name in listed)


def test_half_of_the_labelled_sentences_have_a_plain_twin() -> None:
    labelled = [row for row in corpus.load_sentences(FOLDER) if row.marks]
    assert len(labelled) >= 8_500
    assert sum(row.pair is not None for row in labelled) >= max(5_000, 0.5 * len(labelled))


def test_every_label_has_its_floor_and_the_same_share_of_every_split() -> None:
    rows = corpus.load_sentences(FOLDER)
    floors = {"loaded_language": 2_500, "unverified_sourcing": 1_000, "appeal_to_authority": 1_000, "name_calling": 1_000}
    for label in NAMES:
        splits = [row.split for row in rows if label in row.labels]
        assert len(splits) >= floors.get(label, 500), label
        for split, share in (("train", 0.70), ("dev", 0.15), ("test", 0.15)):
            assert abs(splits.count(split) / len(splits) - share) <= 0.02, (label, split)


def test_registers_are_balanced_and_voices_and_lengths_are_those_of_news() -> None:
    rows = corpus.load_sentences(FOLDER)
    for register in {row.register for row in rows}:
        labelled = [bool(row.marks) for row in rows if row.register == register]
        if len(labelled) >= 500:
            assert 0.42 <= sum(labelled) / len(labelled) <= 0.58, register
    assert len({row.topic for row in rows}) >= 40
    assert 0.2 <= sum(row.voice != "author" for row in rows) / len(rows) <= 0.35
    assert 18 <= sorted(len(row.text.split()) for row in rows)[len(rows) // 2] <= 24
    assert sum(len(row.text.split()) > 35 for row in rows) >= 0.07 * len(rows)


def test_a_fifth_of_the_sentences_was_judged_by_two_blind_passes() -> None:
    rows = corpus.load_sentences(FOLDER)
    both = corpus.load_pass(FOLDER, "a").keys() & corpus.load_pass(FOLDER, "b").keys()
    assert len(both) >= 0.2 * len(rows)
