"""The shipped model beside the textbook pipeline trained on the same rows: average precision on the test split, AUC outside.

    python -m benchmarks.beside

The test split is ours, half labelled; outside data are measured where they are at hand (see `benchmarks.outside`).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import outside
from benchmarks.textbook import fit_textbook, learning_rows, score_textbook
from framing.annotations import load_rows, own_rows
from framing.evaluation import calibration
from framing.model import FRAMED, load_model
from framing.resampling import average_precision, roc_auc
from framing.truth import HEADS, truth_matrix

FOLDER = Path(__file__).resolve().parents[1] / "annotations"


def main() -> None:
    """Print a row a head of our own, then a row a task outside, then the means."""
    model, textbook = load_model(), fit_textbook(learning_rows(FOLDER))
    rows = own_rows(load_rows(FOLDER), "test")
    texts, truth, one = [row.text for row in rows], truth_matrix(rows), np.ones((1, len(rows)))
    ours = model.calibrate(model.decision_function(texts), model.base_rates[FRAMED]).astype(np.float64)
    theirs = score_textbook(textbook, texts)
    print(f"{'test split':<27}{'AP':>8}{'textbook':>10}{'Brier skill':>13}{'textbook':>10}   {len(rows)} sentences")
    table = []
    for i, head in enumerate(HEADS):
        y = truth[:, i]
        line = [
            *(float(average_precision(y, scores[:, i], one)[0]) for scores in (ours, theirs)),
            *(calibration(y, scores[:, i], one[0], 0.5).skill for scores in (ours, theirs)),
        ]
        table.append(line)
        print(f"{head:<27}{line[0]:>8.3f}{line[1]:>10.3f}{line[2]:>13.2f}{line[3]:>10.2f}")
    means = np.mean(table[:-1], axis=0)
    print(f"{'mean of the labels':<27}{means[0]:>8.3f}{means[1]:>10.3f}{means[2]:>13.2f}{means[3]:>10.2f}")
    data = outside.load()
    if data is None:
        print("outside data are not here")
        return
    print(f"{'outside':<42}{'AUC':>8}{'textbook':>10}")
    logits = {file: model.decision_function(texts).astype(np.float64) for file, texts in data.texts.items()}
    plain = {file: score_textbook(textbook, texts) for file, texts in data.texts.items()}
    found = []
    for task in data.tasks:
        column = HEADS.index(task.head)
        pair = [_auc(task.truth, scores[task.file][:, column]) for scores in (logits, plain)]
        found.append((task.head == FRAMED, *pair))
        print(f"{task.name + ' ' + task.head:<42}{pair[0]:>8.3f}{pair[1]:>10.3f}")
    for name, framed in (("mean, any technique", True), ("mean, single techniques", False)):
        mean = np.mean([pair for is_framed, *pair in found if is_framed is framed], axis=0)
        print(f"{name:<42}{mean[0]:>8.3f}{mean[1]:>10.3f}")


def _auc(truth: NDArray[np.bool_], scores: NDArray[np.float64]) -> float:
    return float(roc_auc(truth, scores, np.ones((1, len(truth))))[0])


if __name__ == "__main__":
    main()
