"""What each lexicon category is worth: dev average precision and outside AUC with one category left out at a time.

python -m benchmarks.lexicon [--jobs 2] [--out docs/curves/lexicon.csv]
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

import joblib
import numpy as np

from benchmarks import outside
from framing import lexicon
from framing.annotations import load_rows, own_rows

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = ("dev macro AP", "dev framed AP", "outside framed AUC", "outside techniques AUC")


def main() -> None:
    """Print and write one row a category: its size, the figures without it, and what they lose."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    arguments.add_argument("--jobs", type=int, default=2)
    arguments.add_argument("--out", type=Path, default=ROOT / "docs" / "curves" / "lexicon.csv")
    given = arguments.parse_args()
    sizes = Counter(entry.category for entry in lexicon.load(ROOT / "annotations" / "lexicon"))
    left_out = ["", *sizes]
    figures = joblib.Parallel(n_jobs=given.jobs)(joblib.delayed(measure)(category) for category in left_out)
    whole = figures[0]
    rows = [["all kept", sum(sizes.values()), *whole, *([0.0] * len(COLUMNS))]]
    rows += [[name, sizes[name], *row, *np.subtract(whole, row)] for name, row in zip(left_out[1:], figures[1:], strict=True)]
    print(f"{'left out':<22}{'entries':>8}  " + "  ".join(COLUMNS) + "   (and what is lost)")
    for name, size, *cells in rows:
        print(
            f"{name:<22}{size:>8}  "
            + "  ".join(f"{cell:+.4f}" if i >= len(COLUMNS) else f"{cell:.4f}" for i, cell in enumerate(cells))
        )
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with given.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["left out", "entries", *COLUMNS, *(f"lost {column}" for column in COLUMNS)])
        writer.writerows([row[:2] + [round(float(cell), 4) for cell in row[2:]] for row in rows])


def measure(left_out: str) -> tuple[float, ...]:
    """The four figures of a model trained without one category."""
    rows = load_rows(ROOT / "annotations")
    entries = [entry for entry in lexicon.load(ROOT / "annotations" / "lexicon") if entry.category != left_out]
    learn = [row for row in rows if row.split == "train"]
    dev = own_rows(rows, "dev")
    summary, _ = outside.figures(learn, dev, entries, outside.load())
    return tuple(summary)


if __name__ == "__main__":
    main()
