"""Who is named changes nothing, and how a sentence is typed changes next to nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from framing.annotations import load_rows
from framing.model import load_model
from tests.conftest import ROOT

MODEL = load_model()
ROWS = [row for row in load_rows(ROOT / "annotations") if row.register != "page"]
HELD_OUT = [row.text for row in ROWS if row.split == "test"]
CUTS = np.array([MODEL.operating_points["balanced"][label] for label in MODEL.labels])

# Both sides of conflicts, of parliaments, of faiths, and heads of government past and present as names alone.
SIDES = """
Russia Ukraine; Russian Ukrainian; Russians Ukrainians; Moscow Kyiv; Israel Palestine; Israeli Palestinian; Israelis
Palestinians; Gaza Haifa; Hamas Likud; India Pakistan; Indian Pakistani; Delhi Islamabad; China Taiwan; Chinese
Taiwanese; Beijing Taipei; Iran America; Iranian American; Iranians Americans; Tehran Washington; Turkey Greece; Turkish
Greek; Ankara Athens; Serbia Kosovo; Armenia Azerbaijan; Ethiopia Eritrea; Sudan Chad; Venezuela Colombia; Brazil
Argentina; Poland Germany; Polish German; France Britain; French British; Paris London; Berlin Rome; Spain Catalonia;
Madrid Barcelona; Ireland Scotland; Irish Scottish; Dublin Edinburgh; Japan Korea; Japanese Korean; Tokyo Seoul; Nigeria
Ghana; Lagos Accra; Kenya Uganda; Nairobi Kampala; Mexico Canada; Texas California; Ohio Oregon; Republican Democratic;
Republicans Democrats; Conservative Labour; Conservatives Liberals; Muslim Christian; Muslims Christians; Hindu Sikh;
Hindus Sikhs; Jewish Arab; Jews Arabs; Catholic Protestant; Catholics Protestants; Sunni Shia; Trump Biden; Johnson
Corbyn; Modi Gandhi; Putin Zelensky; Netanyahu Abbas; Erdogan Mitsotakis; Macron Scholz; Lula Bolsonaro; Reuters
Bloomberg; Google Microsoft; Europe Africa; European African
"""
_PAIRS = [pair.split() for pair in SIDES.replace("\n", " ").split(";")]
OTHER = {name: other for pair in _PAIRS for name, other in (pair, pair[::-1])}
_SIDE = re.compile(rf"\b({'|'.join(sorted(OTHER, key=len, reverse=True))})\b")
_PERSON = re.compile(r"(?<=[a-z,] )[A-ZÀ-Ž][a-zà-ž]+(?:-[A-ZÀ-Ž][a-zà-ž]+)? [A-ZÀ-Ž][a-zà-ž]+(?:-[A-ZÀ-Ž][a-zà-ž]+)?(?= [a-z])")


WORDS_TOO = frozenset(
    {"Bill Otto", "Mark Dacre", "Ray Dolan", "Dot Riley", "Joy Ellwood", "Grace Umeh", "Guy Tessier", "Will Okafor"}
)
"""Persons whose given name is a word."""


def _labels(texts: list[str]) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    proba = MODEL.predict_proba(texts)
    return proba >= CUTS, proba


def _same(before: list[str], after: list[str]) -> tuple[float, float]:
    """Share of sentences whose labels are all unchanged, and the mean change of a probability."""
    (a, p), (b, q) = _labels(before), _labels(after)
    return float((a == b).all(axis=1).mean()), float(np.abs(p - q).mean())


def _persons() -> list[str]:
    """Names of two words in the corpus, unless a word of theirs is one of the language too (Supreme Court), and some that are."""
    found = {name for row in ROWS for name in _PERSON.findall(row.text)}
    return sorted({name for name in found if not MODEL.analyser.known & set(name.lower().replace("-", " ").split())} | WORDS_TOO)


def test_swapping_sides_changes_no_label() -> None:
    """Both directions: whoever of a pair is named becomes the other."""
    before = [row.text for row in ROWS if _SIDE.search(row.text)]
    after = [_SIDE.sub(lambda found: OTHER[found[1]], text) for text in before]
    named = {found for text in before for found in _SIDE.findall(text)}
    assert len(before) >= 600
    assert len(named) >= 100
    same, change = _same(before, after)
    assert same >= 0.99, same
    assert change <= 0.01, change


@pytest.mark.parametrize("step", [1, -1])
def test_swapping_persons_changes_no_label(step: int) -> None:
    """Every name of two words becomes the next in the list of all of them, then the one before."""
    names = _persons()
    place = {name: i for i, name in enumerate(names)}
    before = [row.text for row in ROWS if any(name in place for name in _PERSON.findall(row.text))]
    after = [_PERSON.sub(lambda found: _next(found[0], names, place, step), text) for text in before]
    assert len(before) >= 400
    assert len(names) >= 300
    same, change = _same(before, after)
    assert same >= 0.99, same
    assert change <= 0.01, change


def _next(name: str, names: list[str], place: dict[str, int], step: int) -> str:
    return names[(place[name] + 7 * step) % len(names)] if name in place else name


def test_a_thousand_sentences_were_swapped() -> None:
    assert sum(bool(_SIDE.search(row.text) or _PERSON.search(row.text)) for row in ROWS) >= 1_000


def test_a_capitalised_device_is_found_like_its_lower_case_twin() -> None:
    lines = (Path(__file__).parent / "data" / "capitalised_devices.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cases = [line.split("\t") for line in lines]
    assert len(cases) >= 100
    capital = [re.sub(r"\[\[(.*?)\]\]", r"\1", text) for _, text in cases]
    lower = [re.sub(r"\[\[(.*?)\]\]", lambda found: found[1].lower(), text) for _, text in cases]
    assert all(a != b for a, b in zip(capital, lower, strict=True))
    columns = [MODEL.labels.index(label) for label, _ in cases]
    rows = np.arange(len(cases))
    recall, twin = (float(_labels(texts)[0][rows, columns].mean()) for texts in (capital, lower))
    assert twin > 0.25, "nothing found, nothing compared"
    assert abs(recall - twin) <= 0.03, (recall, twin)


def _curly(text: str) -> str:
    text = re.sub(r"(^|(?<=[\s(—–]))\"", "“", text).replace('"', "”")
    return re.sub(r"(^|(?<=[\s(“]))'", "‘", text).replace("'", "’")


def _straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


TYPED: dict[str, Callable[[str], str]] = {
    "curly quotes": _curly,
    "straight quotes": _straight,
    "other hyphens": lambda text: text.replace("-", "\u2011"),
    "other dashes": lambda text: text.replace("—", " – ").replace("–", "―"),
    "Cyrillic look-alikes": lambda text: text.translate(str.maketrans("aeocpxi", "аеосрхі")),
    "zero-width spaces": lambda text: re.sub(r"(\w)(\w)", "\\1\u200b\\2", text),
    "soft hyphens": lambda text: re.sub(r"(\w\w)(\w\w)", "\\1\u00ad\\2", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "full-width letters": lambda text: "".join(chr(ord(c) + 0xFEE0) if "a" <= c <= "z" else c for c in text),
    "combining accents": lambda text: unicodedata.normalize("NFD", text),
    "title case": lambda text: re.sub(r"[^\W\d_][\w’']*", lambda word: word[0][0].upper() + word[0][1:], text),
    "upper case": str.upper,
}


@pytest.mark.parametrize("way", TYPED)
def test_typing_changes_next_to_no_label(way: str) -> None:
    changed = [(text, TYPED[way](text)) for text in HELD_OUT]
    before, after = (list(column) for column in zip(*[pair for pair in changed if pair[0] != pair[1]], strict=True))
    same, change = _same(before, after)
    assert same >= 0.99, same
    assert change <= 0.01, change
