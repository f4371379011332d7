"""Characters that look alike or do not show, folded to plain ones with the offsets of the original kept.

Copied text carries curly apostrophes, full-width letters, zero-width joiners and, where somebody wants to slip past a filter,
Cyrillic or Greek letters that pass for Latin ones. All of them must score like their plain twins.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")

_PLAIN = dict(
    zip(
        "’‘‛ʼ`´“”„‟«»‐‑‒–—―−⁃",
        "''''''\"\"\"\"\"\"--------",
        strict=True,
    )
)

# Letters of other alphabets that cannot be told from Latin ones in print. Only words that mix alphabets are folded with these, and
# words wholly of such letters in a text that is otherwise Latin: a Russian sentence stays Russian.
_LOOK_ALIKE = dict(
    zip(
        "аеорсухіјѕԁһӏвкмнтАВЕКМНОРСТХІЈЅαοινρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijsdhlbkmhtABEKMHOPCTXIJSaoivpuABEZHIKMNOPTYX",
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; its character `i` stands at `origin[i]` to `ends[i]` of the original, both `None` when nothing moved."""

    text: str
    origin: tuple[int, ...] | None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original offsets of the folded stretch `start:end` (not empty)."""
        if self.origin is None or self.ends is None:
            return start, end
        return self.origin[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold `text`; linear in its length."""
    if text.isascii():
        return Folded(text, None)
    out: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    moved = False
    for i, char in enumerate(text):
        if char < "\x80":
            plain = char
        elif char in _INVISIBLE:
            plain = ""
        elif char in _PLAIN:
            plain = _PLAIN[char]
        elif out and unicodedata.combining(char) and len(joined := unicodedata.normalize("NFC", out[-1] + char)) == 1:
            # An accent that stands behind its letter belongs to it.
            out[-1], ends[-1] = joined, i + 1
            moved = True
            continue
        else:
            plain = unicodedata.normalize("NFKC", char)
        if len(plain) != 1:
            moved = True
        out.extend(plain)
        origin.extend([i] * len(plain))
        ends.extend([i + 1] * len(plain))
    folded = "".join(out)
    return Folded(_unmask(folded), tuple(origin), tuple(ends)) if moved else Folded(_unmask(folded), None)


def _unmask(text: str) -> str:
    """Replace look-alikes in words that also hold Latin letters, or nothing else in a Latin text; the length stays."""
    if not any(char in _LOOK_ALIKE for char in text):
        return text
    among_latin = any("a" <= char <= "z" or "A" <= char <= "Z" for char in text)
    out = list(text)
    start = 0
    while start < len(text):
        if not text[start].isalpha():
            start += 1
            continue
        end = start
        latin, alike = False, True
        while end < len(text) and text[end].isalpha():
            latin = latin or "a" <= text[end].lower() <= "z"
            alike = alike and text[end] in _LOOK_ALIKE
            end += 1
        if latin or (among_latin and alike):
            out[start:end] = [_LOOK_ALIKE.get(char, char) for char in text[start:end]]
        start = end
    return "".join(out)
