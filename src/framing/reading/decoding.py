"""Bytes to text: UTF-8 and marked UTF-16 at once, anything else by what it most looks like; binaries are refused."""

from __future__ import annotations

import codecs

from framing.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 8192
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\b\x1b")

MAX_CONTROL_SHARE = 0.02
"""Share of control characters in the first bytes above which a file is a binary."""


def decode(raw: bytes, where: str) -> str:
    """The text of `raw`. Raises `InputError` naming `where` if it is empty or no text."""
    if not raw.strip():
        raise InputError("empty, nothing to score", where=where)
    text = _decode(raw, where)
    if not text.strip():
        raise InputError("empty, nothing to score", where=where)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(raw: bytes, where: str) -> str:
    binary = InputError("a binary file, not text", where=where, remedy="give plain text")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                raise binary from None
    sample = raw[:_SAMPLE]
    if b"\0" in sample or sum(byte in _CONTROL for byte in sample) > MAX_CONTROL_SHARE * len(sample):
        raise binary
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(raw, binary)


def _guess(raw: bytes, binary: InputError) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise binary
    return str(best)
