"""`framing score` and `framing labels`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator

import click

from framing import labels as codebook
from framing.errors import FramingError
from framing.labels import BALANCED, OPERATING_POINTS
from framing.records import ScoredDocument

FORMATS = ("text", "jsonl", "csv")
PRIOR_HELP = "Share of framed sentences to expect instead of that of running news; moves every probability."


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="What to print.")
@click.option("--labels", "wanted", metavar="A,B", help="Only these labels, separated by commas.")
@click.option(
    "--threshold", type=click.FloatRange(0, 1), metavar="P", help="One probability for all labels instead of the model's own."
)
@click.option(
    "--operating-point",
    type=click.Choice(OPERATING_POINTS),
    default=BALANCED,
    show_default=True,
    help="precise: a label fires only where four in five are right, or never.",
)
@click.option("--prior", type=click.FloatRange(0, 1, min_open=True, max_open=True), metavar="P", help=PRIOR_HELP)
@click.option("--abstain/--no-abstain", default=True, show_default=True, help="No labels where the model cannot judge.")
@click.option("--model", "model_path", metavar="FOLDER", help="A model folder instead of the default model.")
@click.option("--presplit", is_flag=True, help="Every line is one sentence.")
def score(
    paths: tuple[str, ...],
    form: str,
    wanted: str | None,
    threshold: float | None,
    operating_point: str,
    prior: float | None,
    abstain: bool,
    model_path: str | None,
    presplit: bool,
) -> int:
    """Score files, folders of text files, or standard input (-).

    Each page's sentences come with their voice, the probability that they carry any technique, their labels with probabilities and
    the words behind them; then the page's profile. Page furniture is left out and counted.
    """
    from framing.model import load_model
    from framing.reading import documents
    from framing.scoring import options_for, score_document

    model = load_model(model_path)
    names = [name.strip() for name in wanted.split(",") if name.strip()] if wanted is not None else None
    options = options_for(
        model,
        labels=names,
        threshold=threshold,
        operating_point=operating_point,
        prior=prior,
        abstain=abstain,
        presplit=presplit,
    )
    failed = 0
    _print(_head(form, tuple(options.thresholds)))
    for document in documents(paths):
        if isinstance(document, FramingError):
            failed += 1
            print(f"framing: {document.line()}", file=sys.stderr)
            _print(_error(form, document))
        else:
            _print(_render(form, score_document(model, document, options)))
    return 1 if failed else 0


@click.command()
@click.option("--long", "whole", is_flag=True, help="Also what a label is not, an example, and the names other schemes use.")
def labels(whole: bool) -> None:
    """Print the codebook's short form: what each label is and how to decide."""
    _print(_codebook(whole))


def _render(form: str, document: ScoredDocument) -> Iterator[str]:
    if form == "jsonl":
        from framing.rendering import jsonlines

        return jsonlines.render(document)
    if form == "csv":
        from framing.rendering import table

        return table.render(document)
    from framing.rendering import terminal

    if sys.stdout.isatty():
        return terminal.render(document, style=click.style, width=min(shutil.get_terminal_size().columns, 120))
    return terminal.render(document)


def _head(form: str, names: tuple[str, ...]) -> Iterator[str]:
    if form == "csv":
        from framing.rendering import table

        yield table.header(names)


def _error(form: str, error: FramingError) -> Iterator[str]:
    if form == "jsonl":
        from framing.rendering import jsonlines

        yield jsonlines.dump(jsonlines.error_record(error.where or "", error))


def _codebook(whole: bool) -> Iterator[str]:
    for label in codebook.LABELS:
        yield click.style(label.name, bold=True) if sys.stdout.isatty() else label.name
        yield f"    {label.definition}"
        yield f"    rule: {label.rule}"
        if whole:
            yield f"    not: {label.excludes}"
            yield f"    example: {label.example}"
            for scheme, names in (("PTC", label.ptc), ("SemEval-2023", label.semeval2023), ("elsewhere", label.other)):
                if names:
                    yield f"    {scheme}: {', '.join(names)}"


def _print(lines: Iterable[str]) -> None:
    try:
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`head`, a pager) has seen enough. Point standard output away so that the interpreter's last flush is quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
