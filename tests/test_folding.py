"""Folding hides look-alikes and keeps offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain", "plain"),
        ("“so‑called” – it’s", '"so-called" - it\'s'),
        ("so\u200bcalled", "socalled"),
        ("\ufeffＦｕｌｌ", "Full"),
        ("r\u0435gime", "regime"),  # Cyrillic е in a Latin word
        ("ﬁne…", "fine..."),
        ("режим", "режим"),  # a Russian word stays
        ("\u0440\u043e\u0440\u0435 said so", "pope said so"),  # Cyrillic letters alone, in a Latin text
        ("они сорт, рос", "они сорт, рос"),  # the same letters in a Russian one
        ("naïve café", "naïve café"),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_spans_point_into_the_original() -> None:
    text = "a \u200bso\u200b-called ﬁx"
    folded = fold(text)
    start = folded.text.index("called")
    low, high = folded.span(start, start + 6)
    assert text[low:high] == "called"
    start = folded.text.index("fix")
    low, high = folded.span(start, start + 3)
    assert text[low:high] == "ﬁx"


def test_an_accent_behind_its_letter_is_part_of_it() -> None:
    text = "nai\u0308ve cafe\u0301 now"
    folded = fold(text)
    assert folded.text == "naïve café now"
    start = folded.text.index("café")
    low, high = folded.span(start, start + 4)
    assert text[low:high] == "cafe\u0301"


@given(st.text(max_size=60))
def test_every_folded_character_has_an_origin(text: str) -> None:
    folded = fold(text)
    if folded.origin is not None:
        assert len(folded.origin) == len(folded.text)
        assert all(0 <= i < len(text) for i in folded.origin)
        assert list(folded.origin) == sorted(folded.origin)
    else:
        assert len(folded.text) == len(text)
