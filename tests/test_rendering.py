"""Renderers are functions of the records, and every JSON record follows the schema."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import Any

import click
import jsonschema
import pytest

import framing
from framing.errors import InputError
from framing.labels import NAMES, VOICES
from framing.rendering import html, jsonlines, table, terminal
from tests.conftest import PAGES

RESULTS = [framing.score(path.read_text(encoding="utf-8"), name=path.name) for path in PAGES]
HOSTILE = framing.score("<script>alert(1)</script> Critics say the so-called “reform” & more was rammed through.", name="<b>")


@pytest.mark.parametrize("result", [*RESULTS, HOSTILE, framing.score("")], ids=lambda r: r.document[:4])
def test_every_record_follows_the_schema(result: framing.Result, schema: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    for line in jsonlines.render(result):
        validator.validate(json.loads(line))
    validator.validate(json.loads(json.dumps(result.to_dict())))


def test_an_error_record_follows_the_schema(schema: dict[str, Any]) -> None:
    record = jsonlines.error_record("x", InputError("no such file", where="x"))
    jsonschema.Draft202012Validator(schema).validate(record)


def test_the_schema_refuses_what_it_should(schema: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    good = json.loads(next(jsonlines.render(RESULTS[0])))
    for change in ({"voice": "reader"}, {"framed": 1.2}, {"extra": 1}, {"labels": ["bias"]}, {"schema": 1}):
        assert not validator.is_valid({**good, **change})


def test_the_schema_names_the_labels_and_voices(schema: dict[str, Any]) -> None:
    assert tuple(schema["$defs"]["label"]["enum"]) == NAMES
    assert tuple(schema["$defs"]["voice"]["enum"]) == VOICES


def test_csv_reads_back() -> None:
    lines = [table.header(tuple(RESULTS[0].sentences[0].scores)), *table.render(RESULTS[0])]
    rows = list(csv.DictReader(io.StringIO("\n".join(lines))))
    assert [row["text"] for row in rows] == [s.text for s in RESULTS[0].sentences]
    assert set(NAMES) <= set(rows[0])
    assert all(0 <= float(row["framed"]) <= 1 for row in rows)


def test_text_shows_sentences_labels_evidence_voice_and_profile() -> None:
    result = HOSTILE
    (sentence,) = result.sentences
    text = "\n".join(terminal.render(result))
    assert "author" in text
    assert f"{sentence.framed:4.2f}" in text
    for label in sentence.labels:
        assert re.search(rf"{label}\s+{sentence.scores[label]:.2f}", text)
    assert "[so-called" in text
    assert "profile: flagged sentences per 100 of 1 (0 left out" in text


def test_text_names_what_was_left_out() -> None:
    text = "\n".join(terminal.render(RESULTS[4]))
    assert "left out as page furniture:" in text
    assert "Print Friendly, PDF & Email" in text


def test_colours_change_nothing_but_looks() -> None:
    plain = "\n".join(terminal.render(RESULTS[0], width=90))
    coloured = "\n".join(terminal.render(RESULTS[0], style=click.style, width=90))
    assert coloured != plain
    assert click.unstyle(coloured) == plain


def test_narrow_terminals_wrap() -> None:
    assert max(len(line) for line in terminal.render(RESULTS[2], width=70)) <= 110
    assert list(terminal.render(RESULTS[0], width=10)) == list(terminal.render(RESULTS[0], width=60))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("result", [*RESULTS, HOSTILE], ids=lambda r: r.document[:4])
def test_html_is_well_formed_whole_and_harmless(result: framing.Result) -> None:
    reader = _Reader()
    fragment = html.document_html(result)
    reader.feed(fragment)
    assert reader.open == []
    assert not reader.tags & {"script", "b", "img", "link", "iframe"}
    text = "".join(reader.text)
    for sentence in result.sentences:
        assert sentence.text in text
    assert result._repr_html_() == fragment


def test_frame_has_a_row_a_sentence() -> None:
    frame = RESULTS[0].to_frame()
    assert list(frame["text"]) == [s.text for s in RESULTS[0].sentences]
    assert frame["doubt"].between(0, 1).all()


def test_every_renderer_says_what_was_not_judged_and_what_is_silent() -> None:
    result = framing.score("Die Regierung hat gestern beschlossen, die Steuern zu senken.", operating_point="precise")
    assert result.silent, "every label has a precise cut: this test wants a model where one has not"
    text = "\n".join(terminal.render(result))
    assert "not judged: not english" in text
    assert "never fires at the precise operating point: " + result.silent[0] in text
    record = result.to_dict()
    assert (record["warnings"], record["silent"], record["operating_point"]) == (
        {"not_english": 1},
        list(result.silent),
        "precise",
    )
    assert record["uncalibrated"] == [name for name in NAMES if name in framing.load_model().uncalibrated]
    assert record["sentences"][0]["warning"] == "not_english"
    assert "not judged: not english" in html.document_html(result)
    (row,) = csv.DictReader(io.StringIO("\n".join([table.header(NAMES), *table.render(result)])))
    assert row["warning"] == "not_english"
