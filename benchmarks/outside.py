"""Outside data, where it is at hand: AUC of fitted heads on human-labelled news that no shipped model is trained on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

from framing.annotations import Row
from framing.features import Settings
from framing.lexicon import Entry
from framing.outside import Outside, load_outside
from framing.training import Heads, fit, pairs_of
from framing.truth import HEADS, truth_matrix

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "external"


def aucs(data: Outside, heads: Heads) -> dict[tuple[str, str], float]:
    """AUC of every task."""
    logits = {file: heads.logits(heads.featuriser.transform(texts)) for file, texts in data.texts.items()}
    return {
        (task.name, task.head): float(roc_auc_score(task.truth, logits[task.file][:, HEADS.index(task.head)]))
        for task in data.tasks
    }


def means(data: Outside, heads: Heads) -> tuple[float, float]:
    """Mean AUC over the tasks of any technique, and over those of single techniques."""
    found = aucs(data, heads)
    framed = [auc for (_, head), auc in found.items() if head == "framed"]
    single = [auc for (_, head), auc in found.items() if head != "framed"]
    return float(np.mean(framed)), float(np.mean(single))


def figures(
    learn: Sequence[Row], dev: Sequence[Row], entries: Sequence[Entry], data: Outside | None
) -> tuple[list[float], list[float]]:
    """A model fitted on `learn`: dev macro AP, dev AP of any technique and the two outside means; then the dev AP of every head."""
    heads = fit([row.text for row in learn], truth_matrix(learn), entries, Settings(), pairs_of(learn))
    logits, truth = heads.logits(heads.featuriser.transform(row.text for row in dev)), truth_matrix(dev)
    precision = [float(average_precision_score(truth[:, i], logits[:, i])) for i in range(len(HEADS))]
    outside = means(data, heads) if data else (float("nan"), float("nan"))
    return [float(np.mean(precision[:-1])), precision[-1], *outside], precision


def load(folder: Path = FOLDER) -> Outside | None:
    """The outside data, `None` where the folder is missing."""
    return load_outside(folder) if (folder / "tasks.json").exists() else None
