"""The textbook pipeline that the library is measured against: TF-IDF over word 1-2-grams, one-vs-rest logistic regression."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import Pipeline, make_pipeline

from framing.annotations import Row, load_rows
from framing.truth import truth_matrix


def textbook_pipeline() -> Pipeline:
    """The pipeline, unfitted."""
    return make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2)), OneVsRestClassifier(LogisticRegression(class_weight="balanced", max_iter=1000))
    )


def fit_textbook(rows: Sequence[Row]) -> Any:
    """The pipeline fitted on rows; its columns are the labels in order, then any technique."""
    return textbook_pipeline().fit([row.text for row in rows], truth_matrix(rows).astype(int))


def score_textbook(pipeline: Any, texts: Sequence[str]) -> NDArray[np.float64]:
    """Probabilities of shape (texts, heads)."""
    return np.asarray(pipeline.predict_proba(list(texts)))


def learning_rows(folder: Path) -> list[Row]:
    """What the shipped model learns from: everything but the test split."""
    return [row for row in load_rows(folder) if row.split != "test"]
