"""The public functions: what a program or a notebook calls."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from framing.errors import UsageError
from framing.explanation import Explanation, explain_sentence
from framing.model import Model, load_model
from framing.records import Document, Sentence
from framing.result import Result
from framing.scoring import score_document, thresholds_for

CHUNK = 32
"""Texts handed to a worker process at a time."""


def score(
    text: str,
    *,
    name: str = "text",
    labels: Sequence[str] | None = None,
    threshold: float | None = None,
    model: Model | str | Path | None = None,
    presplit: bool = False,
) -> Result:
    """Score one text.

    `labels` limits the scores to some techniques; `threshold` (0 to 1) replaces the model's own thresholds; `model` is a loaded
    model or a folder; `presplit` takes every line as one sentence. Empty text gives a result without sentences. Raises
    `UsageError` for an unknown label or a threshold out of range, `ModelError` for a model that cannot be read.
    """
    if not isinstance(text, str):
        raise UsageError(f"text must be a string, not {type(text).__name__}")
    loaded = as_model(model)
    scored = score_document(loaded, Document(name, text), thresholds_for(loaded, labels, threshold), presplit=presplit)
    return Result(
        document=scored.document,
        sentences=scored.sentences,
        furniture=scored.furniture,
        profile=scored.profile,
        model=scored.model,
        source=scored.source,
    )


def score_many(
    texts: Iterable[str],
    *,
    jobs: int = 1,
    labels: Sequence[str] | None = None,
    threshold: float | None = None,
    model: Model | str | Path | None = None,
    presplit: bool = False,
) -> Iterator[Result]:
    """Score texts one after another: an iterator of results in the order of `texts`, each named by its number from 0.

    `jobs` worker processes share the memory-mapped model; texts are read only as fast as results are taken, so that memory stays
    bounded however many there are. The other arguments are those of `score`; wrong ones raise before the first text is read.
    """
    if jobs < 1:
        raise UsageError(f"jobs must be 1 or more, not {jobs}")
    loaded = as_model(model)
    thresholds_for(loaded, labels, threshold)
    return _results(texts, jobs, tuple(labels) if labels is not None else None, threshold, loaded, presplit)


def explain(sentence: str | Sentence, label: str, *, model: Model | str | Path | None = None) -> Explanation:
    """The whole sum behind one label (or `framed`) of one sentence: `bias + sum of contributions == logit`."""
    return explain_sentence(as_model(model), sentence if isinstance(sentence, str) else sentence.text, label)


def as_model(model: Model | str | Path | None) -> Model:
    """A model as callers may give one: loaded, a folder, or nothing for the default."""
    return model if isinstance(model, Model) else load_model(model)


def _results(
    texts: Iterable[str], jobs: int, labels: tuple[str, ...] | None, threshold: float | None, model: Model, presplit: bool
) -> Iterator[Result]:
    chunks = _chunks(texts)
    if jobs == 1:
        for first, chunk in chunks:
            yield from _score_chunk(first, chunk, labels, threshold, model, presplit)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        for first, chunk in chunks:
            waiting.append(pool.submit(_score_chunk, first, chunk, labels, threshold, model, presplit))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _chunks(texts: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    chunk: list[str] = []
    first = 0
    for text in texts:
        chunk.append(text)
        if len(chunk) == CHUNK:
            yield first, chunk
            first += len(chunk)
            chunk = []
    if chunk:
        yield first, chunk


def _score_chunk(
    first: int, texts: Sequence[str], labels: tuple[str, ...] | None, threshold: float | None, model: Model, presplit: bool
) -> list[Result]:
    return [
        score(text, name=str(first + i), labels=labels, threshold=threshold, model=model, presplit=presplit)
        for i, text in enumerate(texts)
    ]
