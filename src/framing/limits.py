"""Where the model says that it cannot judge: other languages, fragments, vocabulary that it never met."""

from __future__ import annotations

from collections.abc import Sequence

from framing.model import Limits
from framing.terms import NUMBER, Analyser, Term

NOT_ENGLISH = "not_english"
TOO_SHORT = "too_short"
UNKNOWN_WORDS = "unknown_words"
WARNINGS = (NOT_ENGLISH, TOO_SHORT, UNKNOWN_WORDS)

FOREIGN_SHARE = 0.75
"""The part of the limit for known words below which a sentence is taken for another language."""


def known_share(analyser: Analyser, terms: Sequence[Term]) -> tuple[float, int]:
    """Share (0 to 1) of the words of a sentence that the vocabulary or the lexicon has, and how many words were judged.

    Names and numbers do not count. Without a word to judge the share is 0.
    """
    words = [term.key for term in terms if term.kind == "word" and term.key != NUMBER]
    if not words:
        return 0.0, 0
    return sum(word in analyser.known for word in words) / len(words), len(words)


def find_warning(known: float, words: int, limits: Limits) -> str | None:
    """Why a sentence should not be judged, or nothing. Scripts without spaces count as few words, so the language comes first."""
    if words and known < FOREIGN_SHARE * limits.known:
        return NOT_ENGLISH
    if words < limits.words:
        return TOO_SHORT
    return UNKNOWN_WORDS if known < limits.known else None
