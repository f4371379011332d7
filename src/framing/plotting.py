"""Pictures of figures; matplotlib comes with the extra `notebook`."""

from __future__ import annotations

from pathlib import Path

from framing.errors import MissingExtraError
from framing.evaluation import Evaluation

COLUMNS = 5
MIN_BIN = 5
"""Sentences below which a bin is not drawn: its height would be noise. The figures count every bin."""


def reliability_plot(evaluation: Evaluation, path: Path) -> None:
    """Write the reliability plot of every head: what was said against what was so.

    Raises `MissingExtraError` without matplotlib.
    """
    try:
        import matplotlib as mpl

        mpl.use("Agg")
        import matplotlib.pyplot as plt
    except ImportError:
        raise MissingExtraError("matplotlib", "notebook", purpose="the reliability plot") from None
    rows = -(-len(evaluation.heads) // COLUMNS)
    fig, axes = plt.subplots(rows, COLUMNS, figsize=(3 * COLUMNS, 2.9 * rows), sharex=True, sharey=True, squeeze=False)
    for ax, head in zip(axes.flat, evaluation.heads, strict=False):
        ax.plot([0, 1], [0, 1], color="0.8", linewidth=1)
        for name, found, colour in (("as learnt", head.written, "tab:blue"), ("running news", head.news, "tab:orange")):
            shown = [each for each in found.bins if each[2] >= MIN_BIN] or found.bins
            said, true, counts = zip(*shown, strict=True)
            ax.plot(said, true, color=colour, linewidth=0.8)
            ax.scatter(said, true, s=[8 + 60 * (n / sum(counts)) ** 0.5 for n in counts], color=colour, label=name, zorder=3)
        mark = "" if head.checked else " (not calibrated)"
        ax.set_title(f"{head.head.replace('_', ' ')}{mark}", fontsize=9)
        ax.text(0.04, 0.93, f"error {head.written.error:.3f}\nskill {head.written.skill:.2f}", fontsize=8, va="top")
    for ax in list(axes.flat)[len(evaluation.heads) :]:
        ax.set_axis_off()
    axes[0, 0].legend(fontsize=7, loc="lower right")
    fig.supxlabel("probability given", fontsize=9)
    fig.supylabel("share of sentences that carry the label", fontsize=9)
    fig.text(0.01, 0.003, evaluation.signature.line(), fontsize=7, color="0.4")
    fig.tight_layout(rect=(0, 0.015, 1, 1))
    fig.savefig(path, dpi=110)
    plt.close(fig)
