"""Annotated rows as a matrix of what is true of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from framing import labels as codebook
from framing.annotations import Row
from framing.model import FRAMED

HEADS = (*codebook.NAMES, FRAMED)
"""Columns of everything that is trained or measured: the labels in order, then any technique."""


def truth_matrix(rows: Sequence[Row], heads: Sequence[str] = HEADS) -> NDArray[np.bool_]:
    """Which heads hold for which rows, shape (rows, heads); `framed` holds where any label does."""
    return np.array(
        [[bool(row.labels) if head == FRAMED else head in row.labels for head in heads] for row in rows], dtype=bool
    ).reshape(len(rows), len(heads))
