"""What must hold of the annotated corpus before anything is trained on it. Each check names the rows that break it.

A model learns whatever tells labelled sentences from plain ones. These checks look for what must not: repeated text, twins that
differ where no device was, openings, one-sided names, and shortcuts such as length or register.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from framing.annotations import Row, load_pages, load_sentences, parse_object, parse_row
from framing.errors import AnnotationError
from framing.terms import plain_words

RUN_WORDS = 8
"""Words in a row that may not stand in two sentences of different groups."""

NEAR = 0.75
"""Share of words in common (Jaccard) from which two sentences of different groups are one."""

MAX_OPENING = 0.005
"""Largest share of sentences that may begin with the same three words."""

MIN_KEPT = 0.5
"""Least share of a labelled sentence's words outside its evidence that its plain twin must keep."""

MIN_OUTSIDE = 8
"""Words outside the evidence from which that share means something; a chant has none."""

MAX_SHORTCUT = 0.55
"""Largest AUC that a classifier may reach that sees no words: length, topic, register, voice and punctuation only."""

MIN_SIDE = 0.25
"""Least share of the other side's mentions that each side of a conflict must have, among labelled and among plain sentences."""

PUNCTUATION = ".,;:!?\"'()-\u201c\u201d\u2018\u2019\u2013\u2014"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what it says, and the rows or figures that break it (none when it holds)."""

    check: str
    summary: str
    breaches: tuple[str, ...]


def check_corpus(folder: Path) -> Iterator[Finding]:
    """Every check in turn. Rows that break the schema are found first; the other checks need rows that do not."""
    broken = tuple(faults(folder))
    yield Finding("schema", "offsets, labels, voices and splits", broken)
    if broken:
        return
    rows = load_sentences(folder)
    for check in (duplicates, runs, pairs, openings, shortcuts):
        yield check(rows)
    yield conflicts(rows, _read_conflicts(folder))


def faults(folder: Path) -> Iterator[str]:
    """Every row of the sentences and pages that breaks the schema, one line each; ids that stand twice among them."""
    seen: dict[str, str] = {}
    for path in sorted((folder / "sentences").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            where = f"{path}:{number}"
            if not line.strip():
                continue
            try:
                row = parse_row(parse_object(line, where), where)
            except AnnotationError as error:
                yield error.line()
                continue
            if row.id in seen:
                yield f"{where}: id {row.id!r} stands in {seen[row.id]} too"
            seen[row.id] = where
    try:
        load_pages(folder)
    except AnnotationError as error:
        yield error.line()


def duplicates(rows: Sequence[Row]) -> Finding:
    """Exact and near duplicates outside a group."""
    words = [frozenset(plain_words(row.text)) for row in rows]
    frequency = Counter(word for found in words for word in found)
    index: dict[str, list[int]] = defaultdict(list)
    found: list[str] = []
    for i, row in enumerate(rows):
        # Two sets with Jaccard at or above NEAR share one of their rarest words (the prefix filter of set-similarity joins).
        ordered = sorted(words[i], key=lambda word: (frequency[word], word))
        prefix = ordered[: len(ordered) - int(NEAR * len(ordered)) + 1]
        found.extend(
            f"{row.id} and {rows[j].id}"
            for j in sorted({j for word in prefix for j in index[word]})
            if rows[j].group != row.group and len(words[i] & words[j]) >= NEAR * len(words[i] | words[j])
        )
        for word in prefix:
            index[word].append(i)
    return Finding("duplicates", f"no two sentences of different groups share {NEAR:.0%} of their words", tuple(found))


def runs(rows: Sequence[Row]) -> Finding:
    """Runs of words that stand in more than one group."""
    first: dict[tuple[str, ...], Row] = {}
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        words = plain_words(row.text)
        for i in range(len(words) - RUN_WORDS + 1):
            run = tuple(words[i : i + RUN_WORDS])
            other = first.setdefault(run, row)
            if other.group != row.group:
                found.setdefault((other.id, row.id), " ".join(run))
    breaches = tuple(f"{a} and {b}: {run!r}" for (a, b), run in found.items())
    return Finding("runs", f"no {RUN_WORDS} words in a row stand in two groups", breaches)


def pairs(rows: Sequence[Row]) -> Finding:
    """Twins: one labelled, one plain, the rest of the words kept."""
    by_id = {row.id: row for row in rows}
    found = []
    for row in rows:
        if row.pair is None:
            continue
        twin = by_id.get(row.pair)
        if twin is None or twin.pair != row.id or twin.group != row.group:
            found.append(f"{row.id}: its twin {row.pair} is missing or paired elsewhere")
        elif bool(row.marks) == bool(twin.marks):
            found.append(f"{row.id} and {twin.id}: one must be labelled and one plain")
        elif row.marks and kept_share(row, twin) < MIN_KEPT:
            found.append(f"{row.id}: its twin keeps {kept_share(row, twin):.0%} of the words outside the evidence")
    return Finding("pairs", f"a twin keeps {MIN_KEPT:.0%} of the words outside the evidence", tuple(found))


def kept_share(row: Row, twin: Row) -> float:
    """Share of the words of a labelled `row` outside its evidence that its twin keeps; 1 where there are too few to say."""
    outside = list(row.text)
    for mark in row.marks:
        outside[mark.start : mark.end] = " " * (mark.end - mark.start)
    words, kept = Counter(plain_words("".join(outside))), Counter(plain_words(twin.text))
    total = sum(words.values())
    return sum((words & kept).values()) / total if total >= MIN_OUTSIDE else 1.0


def openings(rows: Sequence[Row]) -> Finding:
    """First three words that too many sentences share; a pair counts once."""
    first = Counter({" ".join(plain_words(row.text)[:3]): 0 for row in rows})
    first.update(opening for opening, _ in {(" ".join(plain_words(row.text)[:3]), row.group) for row in rows})
    allowed = max(2.0, MAX_OPENING * len(rows))
    breaches = tuple(f"{opening!r} opens {n} sentences" for opening, n in first.most_common() if n > allowed)
    return Finding("openings", f"no first three words open more than {MAX_OPENING:.1%} of the sentences", breaches)


def shortcuts(rows: Sequence[Row]) -> Finding:
    """How well any technique can be told without reading a word."""
    auc = shortcut_auc(rows)
    breaches = (f"AUC {auc:.3f} is above {MAX_SHORTCUT}",) if auc > MAX_SHORTCUT else ()
    return Finding("shortcuts", f"length, topic, register, voice and punctuation alone reach AUC {auc:.3f}", breaches)


def shortcut_auc(rows: Sequence[Row]) -> float:
    """AUC of boosted trees over everything but the words, each row judged by a model that did not see its group."""
    matrix = DictVectorizer(sparse=False).fit_transform([_shape(row) for row in rows])
    truth = np.array([bool(row.marks) for row in rows])
    scores = np.zeros(len(rows))
    for train, test in GroupKFold(5).split(rows, groups=[row.group for row in rows]):
        model = GradientBoostingClassifier(n_estimators=60, max_depth=3, subsample=0.7, random_state=0)
        scores[test] = model.fit(matrix[train], truth[train]).predict_proba(matrix[test])[:, 1]
    return float(roc_auc_score(truth, scores))


def _shape(row: Row) -> dict[str, Any]:
    shape: dict[str, Any] = {"words": len(row.text.split()), "characters": len(row.text), "topic": row.topic}
    shape |= {"register": row.register, "voice": row.voice, "ends": row.text[-1]}
    return shape | {f"count {mark}": row.text.count(mark) for mark in PUNCTUATION}


def conflicts(rows: Sequence[Row], sides: Mapping[str, Mapping[str, Sequence[str]]]) -> Finding:
    """Both sides of every conflict stand in labelled and in plain sentences alike."""
    found = []
    for topic, names in sides.items():
        about = [row for row in rows if row.topic == topic]
        if not about:
            found.append(f"{topic}: no sentences")
        for labelled in (True, False):
            counts = {
                side: sum(bool(row.marks) == labelled and any(word in row.text for word in words) for row in about)
                for side, words in names.items()
            }
            if about and min(counts.values()) < MIN_SIDE * max(counts.values()):
                kind = "labelled" if labelled else "plain"
                found.append(f"{topic}, {kind}: " + ", ".join(f"{side} {n}" for side, n in counts.items()))
    return Finding("conflicts", f"both sides of {len(sides)} conflicts are named in labelled and plain sentences", tuple(found))


def _read_conflicts(folder: Path) -> Mapping[str, Mapping[str, Sequence[str]]]:
    path = folder / "conflicts.json"
    loaded: Mapping[str, Mapping[str, Sequence[str]]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return loaded
