"""Sentence boundaries beside nltk's Punkt, pysbd and blingfire: cases, pages and speed, in one run.

    pip install pysbd blingfire && python -m benchmarks.sentences [--runs 5]

Cases are `tests/cases/boundaries.jsonl` (ours, so they favour us; the pages were annotated before the splitter was written).
A case counts where all sentences are right. Boundary F1 is that of sentence ends on the five annotated pages. Punkt is trained on
the text it splits, as is done where no trained parameters are at hand. Speed is measured on the pages repeated to about 2 MB, all
splitters in turn; quote the ratios. Voice and furniture are timed apart: the others do neither.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from framing.annotations import load_pages
from framing.segmentation import segment, sentence_spans

ROOT = Path(__file__).resolve().parents[1]
SIZE = 2_000_000
PYSBD_SIZE = 100_000
Splitter = Callable[[str], list[str]]


def main() -> None:
    """Print a table: share of cases, F1 on the pages, MB/s."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    arguments.add_argument("--runs", type=int, default=5)
    runs = arguments.parse_args().runs
    pages = load_pages(ROOT / "annotations")
    cases = [json.loads(line) for line in (ROOT / "tests" / "cases" / "boundaries.jsonl").read_text(encoding="utf-8").splitlines()]
    text = "\n\n".join(page.text for page in pages)
    text = (text + "\n\n") * (SIZE // len(text))
    splitters = _splitters(text)
    speeds = _speeds(splitters, text, runs)
    print(f"{'':<12}{'cases':>12}{'pages F1':>10}{'MB/s':>8}{'times Punkt':>13}")
    for name, split in splitters.items():
        right = sum(_squeeze(split(case["text"])) == _squeeze(case["sentences"]) for case in cases)
        scores = [_f1(split(page.text), [page.text[u.start : u.end] for u in page.units]) for page in pages]
        ratio = statistics.median(a / b for a, b in zip(speeds[name], speeds["Punkt"], strict=True))
        speed = statistics.median(speeds[name])
        print(f"{name:<12}{right:>5} of {len(cases):<4}{statistics.mean(scores):>9.3f}{speed:>8.1f}{ratio:>13.1f}")
    started = time.process_time()
    segment(text)
    print(f"with voice and furniture: {len(text) / 1e6 / (time.process_time() - started):.1f} MB/s")


def _splitters(text: str) -> dict[str, Splitter]:
    import blingfire
    import pysbd
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    punkt = PunktSentenceTokenizer(text)
    rules = pysbd.Segmenter(language="en", clean=False)
    return {
        "framing": lambda t: [t[start:end] for start, end in sentence_spans(t)],
        "Punkt": lambda t: list(punkt.tokenize(t)),
        "pysbd": lambda t: [s.strip() for s in rules.segment(t)],
        "blingfire": lambda t: blingfire.text_to_sentences(t).split("\n"),
    }


def _speeds(splitters: dict[str, Splitter], text: str, runs: int) -> dict[str, list[float]]:
    """MB of text a CPU second, one figure a run; pysbd on a part, since it is a hundred times slower."""
    speeds: dict[str, list[float]] = {name: [] for name in splitters}
    for _ in range(runs):
        for name, split in splitters.items():
            part = text[:PYSBD_SIZE] if name == "pysbd" else text
            started = time.process_time()
            split(part)
            speeds[name].append(len(part) / 1e6 / (time.process_time() - started))
    return speeds


def _squeeze(sentences: list[str]) -> list[str]:
    """White space does not count: some splitters rewrite it."""
    return [" ".join(s.split()) for s in sentences if s.strip()]


def _f1(found: list[str], gold: list[str]) -> float:
    """F1 of sentence ends, counted in characters that are not white space."""
    ends = []
    for sentences in (found, gold):
        position, here = 0, set()
        for sentence in sentences:
            position += len("".join(sentence.split()))
            here.add(position)
        ends.append(here)
    hits = len(ends[0] & ends[1])
    return 2 * hits / (len(ends[0]) + len(ends[1]))


if __name__ == "__main__":
    main()
