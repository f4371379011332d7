"""Learning curves: dev average precision and outside AUC at 25, 50, 75 and 100 % of the sentences and of the lexicon.

    python -m benchmarks.curves [--out docs/curves]

Writes `curves.csv` and `curves.png` to the folder and prints the table. Sentences are left out by whole groups and lexicon entries
one by one, in the order of the hash of their names, so that every smaller share is part of the larger one.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from pathlib import Path

from benchmarks import outside
from framing import lexicon
from framing.annotations import load_rows, own_rows
from framing.features import NAME, WORD
from framing.lexicon import Entry
from framing.truth import HEADS

ROOT = Path(__file__).resolve().parents[1]
SHARES = (0.25, 0.5, 0.75, 1.0)
COLUMNS = ("what", "share", "n", "dev macro AP", "dev framed AP", "outside framed AUC", "outside techniques AUC", *HEADS)


def main() -> None:
    """Fit at every share, print, write and draw."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    arguments.add_argument("--out", type=Path, default=ROOT / "docs" / "curves")
    out = arguments.parse_args().out
    rows, entries = load_rows(ROOT / "annotations"), lexicon.load(ROOT / "annotations" / "lexicon")
    learn = [row for row in rows if row.split == "train"]
    dev = own_rows(rows, "dev")
    data = outside.load()
    table: list[list[float | str]] = []
    for what in ("sentences", "lexicon"):
        for share in SHARES:
            some = [row for row in learn if what != "sentences" or _rank(row.group) < share]
            words = [entry for entry in entries if what != "lexicon" or _kept(entry, share)]
            summary, precision = outside.figures(some, dev, words, data)
            n = len(some) if what == "sentences" else sum(entry.category not in {NAME, WORD} for entry in words)
            table.append([what, share, n, *summary, *precision])
            print(
                f"{what:<10}{share:>5.0%}{n:>7}  "
                + "  ".join(f"{name} {v:.3f}" for name, v in zip(COLUMNS[3:7], table[-1][3:7], strict=True))
            )
    out.mkdir(parents=True, exist_ok=True)
    with (out / "curves.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [COLUMNS, *([cell if isinstance(cell, str) else round(cell, 4) for cell in row] for row in table)]
        )
    _draw(table, out / "curves.png")


def _kept(entry: Entry, share: float) -> bool:
    # What is and is not a name stays as it is: it is no vocabulary of framing.
    return entry.category in {NAME, WORD} or _rank(f"{entry.category} {entry.term}") < share


def _rank(name: str) -> float:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") / 2**32


def _draw(table: list[list[float | str]], path: Path) -> None:
    import matplotlib.pyplot as plt

    fig, axes = plt.subplots(1, 3, figsize=(15, 4))
    for ax, what in zip(axes, ("sentences", "lexicon"), strict=False):
        rows = [row for row in table if row[0] == what]
        for i in range(3, 7):
            ax.plot([row[2] for row in rows], [row[i] for row in rows], marker="o", label=COLUMNS[i])
        ax.set_xlabel(f"{what} learnt from")
        ax.grid(alpha=0.3)
    for ax in axes:
        ax.locator_params(axis="x", nbins=5)
    axes[1].legend(fontsize=8, loc="center", bbox_to_anchor=(0.5, 0.66))
    rows = [row for row in table if row[0] == "sentences"]
    for i, head in enumerate(HEADS[:-1], len(COLUMNS) - len(HEADS)):
        colour = plt.get_cmap("tab20")(i - len(COLUMNS) + len(HEADS))
        axes[2].plot([row[2] for row in rows], [row[i] for row in rows], marker=".", color=colour, label=head.replace("_", " "))
    axes[2].set_xlabel("sentences learnt from")
    axes[2].set_title("dev average precision per label", fontsize=9)
    axes[2].legend(fontsize=7, loc="center left", bbox_to_anchor=(1.01, 0.5))
    axes[2].grid(alpha=0.3)
    fig.tight_layout()
    fig.savefig(path, dpi=110)


if __name__ == "__main__":
    main()
