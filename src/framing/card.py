"""The model card, written from the manifest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framing.labels import BALANCED, PRECISE

MIN_TEST_POSITIVES = 50
"""Positive test sentences below which a head's calibration cannot be checked, and the model says so."""

_HEAD = """# Model card: framing, default model

A linear model over TF-IDF weighted terms that tags one sentence of English news at a time with fourteen framing and propaganda
techniques, and with the probability that it carries any of them (`framed`). This page is written from `manifest.json` by
`make model`.

## Intended use
Exploring and comparing how English news texts persuade; a second reader beside an editor; features for research. Every label comes
with the words that raised it, to be read by a person.

## Not for
Judging whether a claim is true, ranking people or outlets automatically, moderation without a person, languages other than English,
or single sentences out of context where the label hangs on what stood before.

## How it works
Words, pairs of words, phrases of a lexicon with their categories, a few signs, and character n-grams inside words each add a fixed
amount to a logit; names are masked first, so that swapping the two sides of a conflict changes nothing. Probabilities are fitted on
folds that the model did not see (Platt) and moved to the base rate of running news: the corpus is about half labelled, news is not.
`prior=` moves them elsewhere. At the `balanced` operating point a label fires where F1 is highest on held-out sentences weighted to
that base rate; at the `precise` one only where the exact lower bound of its precision on the dev split is 0.8 or more at 90 %
confidence, and where there is no such place it never fires. A sentence in another language, of fewer than three words, or mostly of
unknown words gets a warning and no labels.

## Limits
It reads one sentence at a time, as the sum of its words: it misses what hangs on the sentence before, on knowledge of the world, on
irony without a mark. It knows the words of its corpus and lexicon and spells out others; text far from news (fiction, chats,
statutes) is outside of what it was measured on. Its probabilities are checked on writing like its training data.

## Fairness
Names are masked: `tests/test_fairness.py` swaps countries, parties, faiths and persons in a thousand sentences, in both directions,
and fails if more than one in a hundred changes a label or a probability moves by more than 0.01 on average. The corpus gives both
camps of each conflict as speaker and as target (`framing check` counts). What is left are words that one side uses of itself or of
the other without being a name; no count shows them all.
"""


def model_card(manifest: Mapping[str, Any]) -> str:
    """The card in Markdown."""
    return "\n".join([_HEAD, _data(manifest), _table(manifest), _provenance(manifest)])


def _data(manifest: Mapping[str, Any]) -> str:
    counts = manifest["counts"]
    splits = counts["splits"]
    sentences, of_pages = f"{counts['sentences']:,}", counts["page_sentences"]
    return f"""## Training data
{sentences} sentences written for this project and {of_pages} sentences of five saved web
pages, written and annotated by language models under the codebook (`annotations/README.md` is the datasheet).
{splits["train"]} train, {splits["dev"]} dev, {splits["test"]} test; the shipped model learns from train and dev.
"""


def _table(manifest: Mapping[str, Any]) -> str:
    figures = manifest["figures"]
    lines = [
        "## Figures",
        f"Test split of our own sentences ({figures['sentences']}), where half are labelled, and writing like the training data;",
        "text from elsewhere is harder. Average precision with its 95 % bootstrap interval, expected calibration error and",
        "Brier skill at that base rate; cuts are probabilities at the base rate of running news",
        f"({manifest['prior']:.0%} of sentences framed).",
        "",
        "| head | positives | in test | average precision | calibration error | Brier skill | balanced cut | precise cut |",
        "|---|---|---|---|---|---|---|---|",
    ]
    balanced, precise = manifest["thresholds"][BALANCED], manifest["thresholds"][PRECISE]
    for head in balanced:
        cells = (
            f"`{head}`",
            str(manifest["counts"]["positives"][head]),
            str(figures.get("positives", {}).get(head, 0)),
            *_measured(figures, head),
            _cut(balanced[head]),
            _cut(precise[head]),
        )
        lines.append(f"| {' | '.join(cells)} |")
    if manifest["uncalibrated"]:
        lines += ["", f"Not calibrated (under {MIN_TEST_POSITIVES} test positives): {', '.join(manifest['uncalibrated'])}."]
    if "evidence_f1" in figures:
        shared = f"{figures['evidence_f1']:.2f}"
        lines += [
            "",
            f"Evidence: the words shown share an F1 of {shared} with those that annotators marked (test, mean over labels).",
        ]
    return "\n".join(lines) + "\n"


def _measured(figures: Mapping[str, Any], head: str) -> tuple[str, str, str]:
    if head not in figures.get("average_precision", {}):
        return ("n/a", "n/a", "n/a")
    low, high = figures["interval"][head]
    precision = f"{figures['average_precision'][head]:.2f} ({low:.2f} to {high:.2f})"
    return (precision, f"{figures['calibration_error'][head]:.3f}", f"{figures['brier_skill'][head]:.2f}")


def _cut(cut: float | None) -> str:
    return "never fires" if cut is None else f"{cut:.2f}"


def _provenance(manifest: Mapping[str, Any]) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in sorted(manifest["versions"].items()))
    blocks = ", ".join(f"{size:,} {block}s" for block, size in manifest["blocks"].items())
    return f"""## Provenance
Format {manifest["format"]}; annotations SHA-256 `{manifest["annotations"]}`.
Trained with {versions}; seed {manifest["settings"]["seed"]}.
Terms: {blocks}.
"""
