"""The public functions: what a program or a notebook calls."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from framing.errors import UsageError
from framing.explanation import Explanation, explain_sentence
from framing.labels import BALANCED
from framing.model import Model, load_model
from framing.records import Document, Sentence
from framing.result import Result
from framing.scoring import Options, options_for, score_document

CHUNK = 32
"""Texts handed to a worker process at a time."""


def score(
    text: str,
    *,
    name: str = "text",
    labels: Sequence[str] | None = None,
    threshold: float | None = None,
    operating_point: str = BALANCED,
    prior: float | None = None,
    abstain: bool = True,
    model: Model | str | Path | None = None,
    presplit: bool = False,
) -> Result:
    """Score one text.

    `labels` limits the scores to some techniques. `operating_point` is `balanced` (the best trade of misses and false alarms) or
    `precise` (a label fires only where four in five are right, or never); `threshold` (0 to 1) replaces both. `prior` is the share
    of framed sentences to expect, 0 to 1, that of running news without it: it moves every probability. With `abstain`, sentences
    that the model cannot judge (another language, too short, mostly unknown words) get no labels. `model` is a loaded model or a
    folder; `presplit` takes every line as one sentence. Empty text gives a result without sentences. Raises `UsageError` for
    a value that is none of these, `ModelError` for a model that cannot be read.
    """
    loaded = as_model(model)
    options = options_for(
        loaded,
        labels=labels,
        threshold=threshold,
        operating_point=operating_point,
        prior=prior,
        abstain=abstain,
        presplit=presplit,
    )
    return _result(loaded, name, text, options)


def score_many(
    texts: Iterable[str],
    *,
    jobs: int = 1,
    labels: Sequence[str] | None = None,
    threshold: float | None = None,
    operating_point: str = BALANCED,
    prior: float | None = None,
    abstain: bool = True,
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
    options = options_for(
        loaded,
        labels=labels,
        threshold=threshold,
        operating_point=operating_point,
        prior=prior,
        abstain=abstain,
        presplit=presplit,
    )
    return _results(texts, jobs, options, loaded)


def explain(
    sentence: str | Sentence,
    label: str,
    *,
    operating_point: str = BALANCED,
    prior: float | None = None,
    model: Model | str | Path | None = None,
) -> Explanation:
    """The whole sum behind one label (or `framed`) of one sentence: `bias + sum of contributions == logit`.

    Its `deletion` is the smallest deletion after which the label no longer fires at the operating point.
    """
    text = sentence if isinstance(sentence, str) else sentence.text
    return explain_sentence(as_model(model), text, label, operating_point=operating_point, prior=prior)


def as_model(model: Model | str | Path | None) -> Model:
    """A model as callers may give one: loaded, a folder, or nothing for the default."""
    return model if isinstance(model, Model) else load_model(model)


def _results(texts: Iterable[str], jobs: int, options: Options, model: Model) -> Iterator[Result]:
    chunks = _chunks(texts)
    if jobs == 1:
        for first, chunk in chunks:
            yield from _score_chunk(first, chunk, options, model)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        for first, chunk in chunks:
            waiting.append(pool.submit(_score_chunk, first, chunk, options, model))
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


def _score_chunk(first: int, texts: Sequence[str], options: Options, model: Model) -> list[Result]:
    return [_result(model, str(first + i), text, options) for i, text in enumerate(texts)]


def _result(model: Model, name: str, text: str, options: Options) -> Result:
    if not isinstance(text, str):
        raise UsageError(f"text must be a string, not {type(text).__name__}")
    scored = score_document(model, Document(name, text), options)
    return Result(**{field.name: getattr(scored, field.name) for field in fields(scored)})
