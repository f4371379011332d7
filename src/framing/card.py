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
        f"Test split of our own sentences ({figures['sentences']}); average precision where half",
        "of them are labelled, and on writing like the training data; text from elsewhere is harder.",
        f"Cuts are probabilities at the base rate of running news ({manifest['prior']:.0%} of sentences framed).",
        "",
        "| head | positives in all | positives in test | average precision | balanced cut | precise cut | calibrated |",
        "|---|---|---|---|---|---|---|",
    ]
    balanced, precise = manifest["thresholds"][BALANCED], manifest["thresholds"][PRECISE]
    for head in balanced:
        precision = figures.get("average_precision", {}).get(head)
        shown = "n/a" if precision is None else f"{precision:.2f}"
        in_test = figures.get("positives", {}).get(head, 0)
        checked = f"not calibrated (under {MIN_TEST_POSITIVES} test positives)" if head in manifest["uncalibrated"] else "yes"
        cuts = f"{_cut(balanced[head])} | {_cut(precise[head])}"
        lines.append(f"| `{head}` | {manifest['counts']['positives'][head]} | {in_test} | {shown} | {cuts} | {checked} |")
    if "evidence_f1" in figures:
        shared = f"{figures['evidence_f1']:.2f}"
        lines += [
            "",
            f"Evidence: the words shown share an F1 of {shared} with those that annotators marked (test, mean over labels).",
        ]
    return "\n".join(lines) + "\n"


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
