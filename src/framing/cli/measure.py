"""`framing evaluate` and `framing gate`: how good a model is, and whether it may replace another."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from framing.errors import MissingExtraError, UsageError

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
SPLITS = ("train", "dev", "test", "pages")


@click.command()
@click.argument("model", type=FOLDER)
@click.argument("corpus", type=FOLDER)
@click.option("--split", type=click.Choice(SPLITS), default="test", show_default=True, help="The rows to measure on.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="A folder for the report and its parts.")
@click.option("--draws", type=click.IntRange(1), default=1000, show_default=True, help="Bootstrap samples behind each interval.")
def evaluate(model: Path, corpus: Path, split: str, out: Path | None, draws: int) -> None:
    """Measure a model on a split of an annotated corpus that it did not learn from.

    Prints the report: ranking, decisions at both operating points, calibration, confusion of labels, slices by register, voice,
    length and topic. With --out also writes report.md, metrics.json, confusion.csv, errors.html (the surest misses and false
    alarms with their words) and reliability.png.
    """
    from framing import misses, plotting, report
    from framing.annotations import corpus_hash, load_rows, own_rows
    from framing.evaluation import evaluate as measure
    from framing.model import load_model

    loaded = load_model(model)
    rows = [row for row in load_rows(corpus) if row.register == "page"] if split == "pages" else own_rows(load_rows(corpus), split)
    found = measure(loaded, rows, corpus_hash(corpus), split, draws=draws)
    text = "\n".join(report.markdown(found))
    click.echo(text)
    if split in loaded.manifest.get("learnt_from", ()) or split == "pages":
        print(f"framing: notice: this model learnt from rows of {split}, the figures flatter it", file=sys.stderr)
    if out is None:
        return
    out.mkdir(parents=True, exist_ok=True)
    (out / "report.md").write_text(text + "\n", encoding="utf-8")
    (out / "metrics.json").write_text(report.dump(found), encoding="utf-8")
    (out / "confusion.csv").write_text(report.confusion_csv(found), encoding="utf-8")
    page = misses.error_page(*misses.find_mistakes(loaded, rows), found.signature)
    (out / "errors.html").write_text(page, encoding="utf-8")
    try:
        plotting.reliability_plot(found, out / "reliability.png")
    except MissingExtraError as error:
        print(f"framing: notice: {error.line()}", file=sys.stderr)


@click.command()
@click.argument("new", type=FOLDER)
@click.argument("old", type=FOLDER)
@click.argument("corpus", type=FOLDER)
@click.option("--outside", type=FOLDER, help="A folder of data labelled by others (tasks.json and JSON Lines).")
@click.option("--without-outside", is_flag=True, help="Compare on the test split alone.")
@click.option("--draws", type=click.IntRange(1), default=500, show_default=True, help="Bootstrap samples behind each interval.")
def gate(new: Path, old: Path, corpus: Path, outside: Path | None, without_outside: bool, draws: int) -> int:
    """Say whether model NEW may replace model OLD: no label below OLD's interval on the test split of CORPUS, nor outside.

    Exit status 1 if any figure fell, 2 if there is nothing to compare.
    """
    from framing.annotations import load_rows, own_rows
    from framing.gate import compare
    from framing.model import load_model
    from framing.outside import load_outside

    if (outside is None) is not without_outside:
        raise UsageError("either --outside FOLDER or --without-outside", remedy="a gate must know what it leaves out")
    rows = own_rows(load_rows(corpus), "test")
    found = compare(load_model(old), load_model(new), rows, load_outside(outside) if outside else None, draws=draws)
    click.echo(f"{'':<8}{'data':<14}{'head':<27}{'positives':>9}  {'measure':<8}{'old (interval)':<24}new")
    for c in found:
        status = "ok" if c.passed else "FELL"
        click.echo(f"{status:<8}{c.data:<14}{c.head:<27}{c.positives:>9}  {c.measure:<8}{c.old.text():<24}{c.new:.3f}")
    fallen = sum(not c.passed for c in found)
    verdict = (
        f"refused: {fallen} of {len(found)} figures fell below the interval" if fallen else f"passed: {len(found)} figures compared"
    )
    click.echo(verdict)
    return 1 if fallen else 0
