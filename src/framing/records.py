"""The frozen records that pass between stages. Offsets count characters of `Document.text`, end exclusive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SCHEMA_VERSION = 2
"""Version of the JSON records; `docs/schema.json` describes it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the name it is reported under (a path, a URL, `-` for standard input)."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence before it is scored: `document.text[start:end] == text`.

    `voice` is that of most of its characters; `speech` holds the stretches (start, end, voice) that are not the author's.
    `furniture` marks what belongs to the page and not to the article.
    """

    text: str
    start: int
    end: int
    voice: str = "author"
    speech: tuple[tuple[int, int, str], ...] = ()
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of words that raised a label: its offsets, the sum of its contributions to the logit, and whose words they are."""

    label: str
    start: int
    end: int
    text: str
    weight: float
    voice: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A scored sentence.

    `framed` is the probability that it carries any technique, `scores` one probability a label, `labels` those at or above their
    thresholds, `evidence` the words behind `labels`. `known` is the share (0 to 1) of its words that the model has met; `warning`
    says why it should not be judged (`not_english`, `too_short`, `unknown_words`): such a sentence has no labels unless asked for.
    """

    text: str
    start: int
    end: int
    voice: str
    framed: float
    scores: Mapping[str, float]
    labels: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    known: float = 1.0
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """Flagged sentences of one label: `count` of `total`, per 100, with a 95 % Wilson interval (also per 100)."""

    count: int
    total: int
    per_100: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """How often one label stands in a document: in the author's own voice, and in all voices."""

    label: str
    author: Rate
    all: Rate


@dataclass(frozen=True, slots=True)
class ScoredDocument:
    """A scored document: its sentences, the page furniture that was left out, and its profile.

    `model` is the SHA-256 of the model's manifest; `source` the text that was scored. `prior` is the share of framed sentences that
    the probabilities are meant for, `operating_point` how labels were cut (`threshold` for a cut of the caller's), `silent` the
    labels that never fire there, `uncalibrated` those whose probabilities could not be checked.
    """

    document: str
    sentences: tuple[Sentence, ...]
    furniture: tuple[Segment, ...]
    profile: Mapping[str, ProfileRow]
    model: str
    source: str = field(repr=False)
    prior: float
    operating_point: str
    silent: tuple[str, ...] = ()
    uncalibrated: tuple[str, ...] = ()
