"""The analyser: what becomes a term, with exact offsets, and what a name is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.terms import NAME, Analyser, mostly_capital, ngrams, normalise, word_forms

KNOWN = "the a said so called regime city shut plant down is lie not one way or with us against bill passed will".split()
ANALYSER = Analyser([*KNOWN, "orwellian"], {"so called": 1, "with us or against us": 1, "with us": 1, "orwellian": 1})


def _forms(text: str) -> list[str]:
    return [token.form for token in ANALYSER.tokens(text)]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The plant shut down.", ["the", "plant", "shut", "down", ","]),
        ("The city's plant", ["the", "city", "plant"]),
        ("Maria Lopez said it", [NAME, "said", "it"]),
        ("it is Maria’s plant", ["it", "is", NAME, "plant"]),
        ("The Bill of the City", ["the", "bill", "of", "the", "city"]),  # a headline keeps its words
        ("it is said Mr Bill passed the regime", ["it", "is", "said", NAME, "passed", "the", "regime"]),
        ("Mr. Bill passed", [NAME, ",", NAME, "passed"]),
        ("Mr 5 said Bill", [NAME, "#", "said", "bill"]),
        ("Mr Bill, City plant", [NAME, ",", "city", "plant"]),
        ("Bill Otto said it", [NAME, "said", "it"]),  # a man, but:
        ("Bill passed it", ["bill", "passed", "it"]),
        ("I said I'm down", ["i", "said", "i'm", "down"]),
        ("it is an Orwellian regime", ["it", "is", "an", "orwellian", "regime"]),
        ("it passed 51 to 49", ["it", "passed", "#", "to", "#"]),
        ("THE REGIME SAID NOT", ["the", "regime", "said", "not"]),
        ("it is so‑called", ["it", "is", "so", "called"]),
        ("is it so?", ["is", "it", "so", "?"]),
    ],
)
def test_tokens(text: str, forms: list[str]) -> None:
    assert _forms(text) == forms


def test_swapping_names_changes_no_term() -> None:
    one = [(t.kind, t.key) for t in ANALYSER.terms("Iran said the Americans lie, Mary Smith said.")]
    other = [(t.kind, t.key) for t in ANALYSER.terms("Washington said the Iranians lie, Ali Reza Ahmadi said.")]
    assert one == other


def test_longest_phrase_wins_and_hyphens_do_not_matter() -> None:
    phrases = [t.key for t in ANALYSER.terms("the so-called bill is with us or against us") if t.kind == "phrase"]
    assert phrases == ["so called", "with us or against us"]


def test_pairs_do_not_cross_a_comma() -> None:
    pairs = [t.key for t in ANALYSER.terms("the city, the plant") if t.kind == "pair"]
    assert pairs == ["the city", "the plant"]


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("the “reform” passed", True),
        ("the 'independent inquiry' passed", True),
        ("“We shut the plant down,” he said", False),
        ("it was called “The Plant”", False),
        ("The “So Called” Plant Passed With Us", True),
        ('it is "\t\t" so', False),
        ("The “Maria Lopez” Plant Passed With Us", False),
        ("the council's and the city's plans", False),
    ],
)
def test_scare_quotes(text: str, fires: bool) -> None:
    assert any(t.key == "scare" for t in ANALYSER.terms(text)) is fires


def test_ngrams_stay_inside_the_word() -> None:
    assert list(ngrams("lie", 3, 4)) == ["<li", "lie", "ie>", "<lie", "lie>"]


def test_normalise_writes_what_tokens_write() -> None:
    assert normalise("So‑called") == "so called"
    assert normalise("the nation's soul") == "the nation soul"
    assert word_forms("The Bill passed it’s way") == {"passed", "it", "way"}


@given(st.text(max_size=80))
def test_terms_lie_inside_the_text(text: str) -> None:
    for term in ANALYSER.terms(text):
        assert 0 <= term.start < term.end <= len(text)
        if term.kind == "word" and text.isascii():
            assert term.key == "#" or text[term.start : term.end].lower().startswith(term.key)


def test_words_that_are_mostly_capital_are_names() -> None:
    texts = ["He went to Turkey.", "they saw Turkey and a turkey", "Turkey said no.", "Eat Turkey Now Or Never, He Said"]
    assert mostly_capital(texts) == {"turkey"}
    assert mostly_capital([*texts, "a turkey, a turkey"]) == set()


@given(st.sampled_from(["the so-called plant is shut down", "a lie or not a lie, the city said", "regime city bill passed will"]))
def test_case_changes_no_term(text: str) -> None:
    plain = [(t.kind, t.key) for t in ANALYSER.terms(text)]
    for other in (text.title(), text.upper(), text.capitalize()):
        assert [(t.kind, t.key) for t in ANALYSER.terms(other.replace("'S", "'s"))] == plain
