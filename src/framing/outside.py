"""Data labelled by others, in a folder of `tasks.json` and JSON Lines: for measuring a model on text that is not ours.

`tasks.json` maps a task's name to `{"file", "kind": "framed", "positive": [labels] or "*"}` or `{"file", "kind": "labels", "map":
{head: [labels]}}`; the files hold `{"doc", "text", "labels"}` a line.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from framing.errors import InputError
from framing.model import FRAMED

MIN_POSITIVES = 8
"""Positive rows below which a task is left out: its figure would be noise."""


@dataclass(frozen=True, slots=True)
class Task:
    """One column to predict: which rows of which file are positive for which head."""

    name: str
    head: str
    file: str
    truth: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Outside:
    """The texts of every file, the documents that they stand in, and the tasks over them."""

    texts: dict[str, list[str]]
    documents: dict[str, list[str]]
    tasks: tuple[Task, ...]


def load_outside(folder: Path) -> Outside:
    """Read the folder. Raises `InputError` where it, a file or a field is missing."""
    path = folder / "tasks.json"
    try:
        described = json.loads(path.read_text(encoding="utf-8"))
        texts: dict[str, list[str]] = {}
        documents: dict[str, list[str]] = {}
        labels: dict[str, list[list[str]]] = {}
        tasks = []
        for name, task in described.items():
            file = task["file"]
            if file not in texts:
                path = folder / file
                rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
                texts[file], labels[file] = [row["text"] for row in rows], [row["labels"] for row in rows]
                documents[file] = [str(row["doc"]) for row in rows]
            wanted = {FRAMED: task["positive"]} if task["kind"] == FRAMED else task["map"]
            for head, positive in wanted.items():
                truth = np.array([bool(found) if positive == "*" else bool(set(positive) & set(found)) for found in labels[file]])
                if truth.sum() >= MIN_POSITIVES:
                    tasks.append(Task(name, head, file, truth))
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=path) from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"not outside data: {error!r}", where=path, remedy="see framing.outside for the format") from None
    return Outside(texts, documents, tuple(tasks))
