"""Inputs: what is read, what is refused, and that one bad input never stops the others."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from framing.errors import InputError
from framing.reading import decode, documents, read_file
from framing.records import Document

BINARY = bytes(range(256)) * 20


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"plain\r\nlines\rhere", "plain\nlines\nhere"),
        ("\ufeffmarked".encode(), "marked"),
        ("zażółć".encode("utf-16"), "zażółć"),
        ("“curly”".encode("cp1252") + b" and more plain text, enough of it to tell the encoding apart.", "“curly”"),
    ],
)
def test_decodes(raw: bytes, text: str) -> None:
    assert decode(raw, "x").startswith(text)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("\ufeff ".encode(), "empty"),
        (BINARY, "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"\xff\xfe\x00\xd8\x00", "binary"),
    ],
)
def test_refuses(raw: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=f"^x: .*{problem}"):
        decode(raw, "x")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: no such file"):
        read_file(tmp_path / "gone.txt")


def test_everything_in_order_and_errors_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("second", encoding="utf-8")
    (tmp_path / "a.txt").write_text("first", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.md").write_text("third", encoding="utf-8")
    (tmp_path / "sub" / "d.bin").write_bytes(BINARY)
    (tmp_path / ".hidden.txt").write_text("no", encoding="utf-8")
    empty = tmp_path / "none"
    empty.mkdir()
    found = list(documents([str(tmp_path), "nowhere", str(empty), "-"], stdin=io.BytesIO(b"from a pipe")))
    assert [d.text if isinstance(d, Document) else d.problem for d in found] == [
        "first",
        "second",
        "third",
        "no such file",
        "no text files in this folder",
        "from a pipe",
    ]


def test_a_file_named_outright_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "article"
    path.write_text("text", encoding="utf-8")
    assert list(documents([str(path)])) == [Document(str(path), "text")]


def test_empty_standard_input() -> None:
    (error,) = documents(["-"], stdin=io.BytesIO(b""))
    assert isinstance(error, InputError)
    assert str(error) == "standard input: empty, nothing to score"
