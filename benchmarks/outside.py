"""Outside data, where it is at hand: AUC of fitted heads on human-labelled news that no shipped model is trained on.

The folder is `../shared/external` beside the repository: `tasks.json` and JSON Lines of {"text", "labels"}. Without it there is
nothing to measure and `load` says so.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, roc_auc_score

from framing.annotations import Row
from framing.features import Settings
from framing.lexicon import Entry
from framing.training import HEADS, Heads, fit, truth_matrix

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "external"
MIN_POSITIVES = 8


@dataclass(frozen=True, slots=True)
class Task:
    """One column to predict: which rows of which file are positive for which head."""

    name: str
    head: str
    file: str
    truth: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Outside:
    """The texts of every file and the tasks over them."""

    texts: dict[str, list[str]]
    tasks: tuple[Task, ...]

    def aucs(self, heads: Heads) -> dict[tuple[str, str], float]:
        """AUC of every task."""
        logits = {file: heads.logits(heads.featuriser.transform(texts)) for file, texts in self.texts.items()}
        return {
            (task.name, task.head): float(roc_auc_score(task.truth, logits[task.file][:, HEADS.index(task.head)]))
            for task in self.tasks
        }

    def means(self, heads: Heads) -> tuple[float, float]:
        """Mean AUC over the tasks of any technique, and over those of single techniques."""
        aucs = self.aucs(heads)
        framed = [auc for (_, head), auc in aucs.items() if head == "framed"]
        single = [auc for (_, head), auc in aucs.items() if head != "framed"]
        return float(np.mean(framed)), float(np.mean(single))


def figures(
    learn: Sequence[Row], dev: Sequence[Row], entries: Sequence[Entry], data: Outside | None
) -> tuple[list[float], list[float]]:
    """A model fitted on `learn`: dev macro AP, dev AP of any technique and the two outside means; then the dev AP of every head."""
    heads = fit([row.text for row in learn], truth_matrix(learn), entries, Settings())
    logits, truth = heads.logits(heads.featuriser.transform(row.text for row in dev)), truth_matrix(dev)
    precision = [float(average_precision_score(truth[:, i], logits[:, i])) for i in range(len(HEADS))]
    means = data.means(heads) if data else (float("nan"), float("nan"))
    return [float(np.mean(precision[:-1])), precision[-1], *means], precision


def load(folder: Path = FOLDER) -> Outside | None:
    """The outside data, `None` where the folder is missing."""
    if not (folder / "tasks.json").exists():
        return None
    texts: dict[str, list[str]] = {}
    tasks = []
    labels: dict[str, list[list[str]]] = {}
    for name, task in json.loads((folder / "tasks.json").read_text(encoding="utf-8")).items():
        file = task["file"]
        if file not in texts:
            rows = [json.loads(line) for line in (folder / file).read_text(encoding="utf-8").splitlines()]
            texts[file], labels[file] = [row["text"] for row in rows], [row["labels"] for row in rows]
        wanted = {"framed": task["positive"]} if task["kind"] == "framed" else task["map"]
        for head, positive in wanted.items():
            truth = np.array([bool(found) if positive == "*" else bool(set(positive) & set(found)) for found in labels[file]])
            if truth.sum() >= MIN_POSITIVES:
                tasks.append(Task(name, head, file, truth))
    return Outside(texts, tuple(tasks))
