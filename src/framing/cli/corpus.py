"""`framing train` and `framing agreement`: what a scholar does with a corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from framing.agreement import Agreement
from framing.labels import NAMES


@click.command()
@click.argument("annotations", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The model folder to write.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Folds fitted at a time.")
@click.option("--without-dev", is_flag=True, help="Learn from the train split alone, so that dev can be looked at.")
def train(annotations: Path, out: Path, jobs: int, without_dev: bool) -> None:
    """Train a model on a folder of annotations and write it, with its card, to a folder."""
    from framing import training

    splits = ("train",) if without_dev else training.LEARNT_FROM
    manifest = training.train(annotations, out, jobs=jobs, splits=splits)
    sentences = sum(manifest["counts"]["splits"][split] for split in splits)
    click.echo(f"{out}: trained on {sentences} sentences, {sum(manifest['blocks'].values())} terms")


@click.command()
@click.argument("annotations", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--markdown", is_flag=True, help="Print the table of the datasheet.")
def agreement(annotations: Path, markdown: bool) -> None:
    """Print Krippendorff's alpha of the two blind passes, per label, pages and sentences apart."""
    from framing import agreement as measure

    pages, sentences = measure.of_pages(annotations), measure.of_sentences(annotations)
    for line in _markdown(pages, sentences) if markdown else _text(pages, sentences):
        click.echo(line)


@click.command()
@click.argument("annotations", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, help="Breaches to print of each check.")
def check(annotations: Path, most: int) -> int:
    """Check an annotated corpus: schema, duplicates, pairs, openings, names, shortcuts. Exit status 1 if anything fails."""
    from framing.checks import check_corpus

    failed = False
    for finding in check_corpus(annotations):
        failed = failed or bool(finding.breaches)
        click.echo(f"{'failed' if finding.breaches else 'ok':<7} {finding.check}: {finding.summary}")
        for breach in finding.breaches[:most]:
            click.echo(f"          {breach}")
        if len(finding.breaches) > most:
            click.echo(f"          and {len(finding.breaches) - most} more")
    return 1 if failed else 0


def _text(pages: tuple[Agreement, ...], sentences: tuple[Agreement, ...]) -> Iterator[str]:
    for title, rows in (("pages", pages), ("sentences", sentences)):
        yield f"{title}: {rows[0].items} judged in both passes"
        yield f"  {'label':<27}{'positives':>9}  alpha"
        for row in rows:
            yield f"  {row.label:<27}{row.positives:>9}  {_alpha(row):>5}"


def _markdown(pages: tuple[Agreement, ...], sentences: tuple[Agreement, ...]) -> Iterator[str]:
    yield f"| label | positives, pages ({pages[0].items}) | alpha | positives, sentences ({sentences[0].items:,}) | alpha |"
    yield "|---|---|---|---|---|"
    for page, sentence in zip(pages, sentences, strict=True):
        name = f"`{page.label}`" if page.label in NAMES else page.label
        yield f"| {name} | {page.positives} | {_alpha(page)} | {sentence.positives} | {_alpha(sentence)} |"


def _alpha(row: Agreement) -> str:
    return "n/a" if row.alpha is None else f"{row.alpha:.2f}"
