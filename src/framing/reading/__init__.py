"""Files, folders and standard input to documents. One bad input is an error in its place, never the end of the others."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from framing.errors import InputError
from framing.reading.decoding import decode
from framing.records import Document

__all__ = ["STDIN", "decode", "documents", "read_file", "text_files"]

STDIN = "-"
SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
"""Files taken from a folder; a file named outright is read whatever it is called."""


def documents(paths: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Document | InputError]:
    """One document, or the error that stands for it, for every file of `paths`, in order, folders searched all the way down."""
    for path in paths:
        if path == STDIN:
            yield _attempt(STDIN, None, stdin or sys.stdin.buffer)
        elif Path(path).is_dir():
            files = text_files(Path(path))
            if not files:
                yield InputError("no text files in this folder", where=path, remedy=f"looked for {', '.join(sorted(SUFFIXES))}")
            for file in files:
                yield _attempt(str(file), file, None)
        else:
            yield _attempt(path, Path(path), None)


def text_files(folder: Path) -> list[Path]:
    """The text files below `folder` in the order of their names; hidden files and folders are passed over."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def read_file(path: Path) -> Document:
    """Read one file. Raises `InputError` if it is missing, unreadable, empty or no text."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", where=path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=path) from None
    return Document(str(path), decode(raw, str(path)))


def _attempt(name: str, path: Path | None, stream: BinaryIO | None) -> Document | InputError:
    try:
        if path is not None:
            return read_file(path)
        assert stream is not None
        return Document(name, decode(stream.read(), "standard input"))
    except InputError as error:
        return error
