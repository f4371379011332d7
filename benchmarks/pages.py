"""Leave one page out: average precision on a page that was not trained on, beside the textbook pipeline trained on the same rows.

python -m benchmarks.pages
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score

from benchmarks.textbook import fit_textbook, score_textbook
from framing import lexicon
from framing.annotations import load_rows
from framing.features import Settings
from framing.training import fit, pairs_of
from framing.truth import HEADS, truth_matrix

FOLDER = Path(__file__).resolve().parents[1] / "annotations"
MIN_POSITIVES = 5


def main() -> None:
    """Print a row a head, pooled over the five pages; heads with few positives are named, not scored."""
    rows = load_rows(FOLDER)
    entries = lexicon.load(FOLDER / "lexicon")
    pages = sorted({row.group for row in rows if row.register == "page"})
    ours, theirs, truth = [], [], []
    for page in pages:
        # Our own sentences of the test split stay out here too, so that this stays comparable with the shipped model.
        learn = [row for row in rows if row.group != page and (row.register == "page" or row.split != "test")]
        held_out = [row for row in rows if row.group == page]
        texts = [row.text for row in held_out]
        heads = fit([row.text for row in learn], truth_matrix(learn), entries, Settings(), pairs_of(learn))
        ours.append(heads.logits(heads.featuriser.transform(texts)))
        theirs.append(score_textbook(fit_textbook(learn), texts))
        truth.append(truth_matrix(held_out))
        print(f"{page}: {len(held_out)} sentences held out, {len(learn)} learnt from", flush=True)
    # Logits of different folds are on one scale (same prior, same regularisation), so that they can be pooled.
    y, a, b = np.vstack(truth), np.vstack(ours), np.vstack(theirs)
    print(f"{'head':<27}{'positives':>9}{'framing':>9}{'textbook':>9}   average precision, {len(y)} sentences")
    scored = []
    for i, head in enumerate(HEADS):
        positives = int(y[:, i].sum())
        if positives < MIN_POSITIVES:
            print(f"{head:<27}{positives:>9}{'n/a':>9}{'n/a':>9}")
            continue
        pair = (average_precision_score(y[:, i], a[:, i]), average_precision_score(y[:, i], b[:, i]))
        scored.append(pair)
        print(f"{head:<27}{positives:>9}{pair[0]:>9.3f}{pair[1]:>9.3f}")
    means = np.mean(scored, axis=0)
    print(f"{'mean of those scored':<27}{'':>9}{means[0]:>9.3f}{means[1]:>9.3f}")


if __name__ == "__main__":
    main()
