"""Start to finish: CPU time of `framing score` on the five pages beside the textbook pipeline doing the same from a cold start.

    python -m benchmarks.speed [--runs 7]

Both run as whole processes, in turn, so that a noisy machine hurts both; medians and their ratio are what to quote. The textbook
pipeline is trained beforehand, saved with joblib and loaded as tutorials do it; it splits with nltk-free regular expressions, which
is in its favour. Run it in the environment whose installation is to be measured (the wheel's, for figures to publish).
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(str(path) for path in (ROOT / "annotations" / "pages").glob("*.txt"))

_TEXTBOOK = """
import re, sys, joblib
pipeline = joblib.load(sys.argv[1])
for path in sys.argv[2:]:
    text = open(path, encoding="utf-8").read()
    sentences = [s.strip() for s in re.split(r"(?<=[.!?])\\s+|\\n+", text) if s.strip()]
    for sentence, row in zip(sentences, pipeline.predict_proba(sentences)):
        print(sentence, *row.round(2))
"""


def measure(command: list[str]) -> tuple[float, float]:
    """CPU and wall seconds of one run of `command`, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "OMP_NUM_THREADS": "1"})
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def main() -> None:
    """Print medians of both and the ratio, run by run."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    arguments.add_argument("--runs", type=int, default=7)
    runs = arguments.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        saved, script = Path(folder) / "textbook.joblib", Path(folder) / "textbook.py"
        script.write_text(_TEXTBOOK, encoding="utf-8")
        _save_textbook(saved)
        commands = {
            "framing score": [sys.executable, "-m", "framing", "score", *PAGES],
            "textbook": [sys.executable, str(script), str(saved), *PAGES],
        }
        for command in commands.values():
            measure(command)  # a warm-up: files into the cache, byte code written
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(measure(command))
    for name, taken in times.items():
        cpu, wall = (statistics.median(column) for column in zip(*taken, strict=True))
        print(f"{name:<14} median CPU {cpu:.3f} s, wall {wall:.3f} s")
    ours, theirs = ([cpu for cpu, _ in times[name]] for name in commands)
    ratios = [slow / fast for fast, slow in zip(ours, theirs, strict=True)]
    spread = f"{min(ratios):.1f} to {max(ratios):.1f}, {runs} pairs"
    print(f"textbook / framing, CPU time: median {statistics.median(ratios):.1f} ({spread})")


def _save_textbook(path: Path) -> None:
    import joblib

    from benchmarks.textbook import fit_textbook, learning_rows

    joblib.dump(fit_textbook(learning_rows(ROOT / "annotations")), path)


if __name__ == "__main__":
    main()
