"""The vectorised prototype gives the logits of the model, on ordinary and on odd text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.prototype import Prototype
from framing.annotations import load_rows
from framing.model import Model, load_model
from tests.conftest import ROOT

ODD = [
    "",
    "?!",
    "...",
    "'s",
    "It 's the '90s, isn't it?! 'Tis \"so-called\" progress's",
    "Mr. Savage, Dr Bill Otto and the Bill: 'a load of nonsense' (McKay's F16s)",
    "WHY DO THEY HATE OUR FREEDOM, I'M ASKING; I'LL NEVER KNOW!",
    'one\nline\nbreak\'s "in\nquotes"',
    "sh\u200bame\u00adful \u202eradical\ufeff zealots",
    "Тhе rаdiсаl mоb rammed it through, сказал он",
    "\U0001f621\U0001f621 disgusting‼ ½ of ﬁfty ①②… ＦＵＬＬ ｗｉｄｔｈ 'naïve'",
    "İstanbul ΟΔΟΣ σς ǅ ẞ ß Kelvin K",
    "\ud800 lone \udfff surrogates",
    "_under_ snake_case '_quoted_' ªº ²³ ٣",
    "ab" * 20_000 + " " + "radical " * 500,
]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def prototype(model: Model) -> Prototype:
    return Prototype(model)


def _same(prototype: Prototype, model: Model, sentences: Sequence[str]) -> bool:
    return np.allclose(prototype.decision_function(sentences), model.decision_function(sentences), rtol=1e-5, atol=1e-3)


def test_the_test_split(prototype: Prototype, model: Model) -> None:
    texts = [row.text for row in load_rows(ROOT / "annotations") if row.split == "test"]
    slow = prototype.slow
    assert _same(prototype, model, texts)
    assert prototype.slow - slow < 0.02 * len(texts)
    assert _same(prototype, model, [text.upper() for text in texts] + [text.title() for text in texts])


def test_odd_strings_together_and_alone(prototype: Prototype, model: Model) -> None:
    assert _same(prototype, model, ODD)
    assert all(_same(prototype, model, [text]) for text in ODD)
    assert prototype.decision_function([]).shape == model.decision_function([]).shape


_PIECES = [
    "Bill",
    "Otto",
    "Mr",
    "I",
    "'",
    '"',
    " ",
    ".",
    ",",
    "?",
    "7",
    "the",
    "radical",
    "'s",
    "left",
    "so",
    "called",
    "-",
    "“",
    "а",
]


@settings(max_examples=300, deadline=None)
@given(texts=st.lists(st.text(max_size=80) | st.lists(st.sampled_from(_PIECES)).map("".join), max_size=4))
def test_any_text(prototype: Prototype, model: Model, texts: list[str]) -> None:
    assert _same(prototype, model, texts)
