"""Hostile text in linear time: 1 MB of one thing over and over takes about ten times what 100 kB take, whatever the thing.

python -m benchmarks.linear
"""

from __future__ import annotations

import time

from framing.segmentation import segment

UNITS = (
    "word. ", "!? ", ".", '"', "\u201c", "'", "\u2018", "A. ", "a, ", "(1) ", "1. ", "\n", "x\n", ". . . ", "(", "a) ",
    "a said b, ", ", said the a, ", "said that ", "according to x, ", "A B said. ", "a;\n", "MR A: b\n", "\u2022 a ", " ",
)  # fmt: skip
LIMIT = 12


def main() -> None:
    """Print the two times and their ratio for every unit; names those above the limit at the end."""
    slow = []
    for unit in UNITS:
        small, large = (min(_seconds(unit, size) for _ in range(2)) for size in (100_000, 1_000_000))
        ratio = large / small
        if ratio > LIMIT:
            slow.append(unit)
        print(f"{unit!r:<22} 100 kB {small:7.4f} s   1 MB {large:7.4f} s   ratio {ratio:5.1f}", flush=True)
    print(f"above {LIMIT}: {', '.join(map(repr, slow)) or 'none'}")


def _seconds(unit: str, size: int) -> float:
    text = unit * (size // len(unit))
    started = time.process_time()
    segment(text)
    return time.process_time() - started


if __name__ == "__main__":
    main()
