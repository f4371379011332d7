"""Text to sentences with exact offsets, their voice, and whether they are page furniture.

`boundaries` says where sentences begin and end, `speech` which stretches are somebody else's words, `furniture` what belongs to the
page rather than to the article. `segment` puts the three together.
"""

from __future__ import annotations

from framing.records import Segment
from framing.segmentation.boundaries import sentence_spans
from framing.segmentation.furniture import furniture_flags
from framing.segmentation.speech import Stretch, speech_stretches, voice_of

__all__ = ["furniture_flags", "segment", "sentence_spans", "speech_stretches", "voice_of"]


def segment(text: str, *, presplit: bool = False) -> tuple[Segment, ...]:
    """The sentences of `text` in order; `presplit` takes every line that is not blank as one sentence and none as furniture."""
    spans = line_spans(text) if presplit else sentence_spans(text)
    furniture = [False] * len(spans) if presplit else furniture_flags(text, spans)
    stretches = speech_stretches(text, spans)
    out = []
    first = 0
    for (start, end), is_furniture in zip(spans, furniture, strict=True):
        while first < len(stretches) and stretches[first].end <= start:
            first += 1
        within = _clip(stretches, first, start, end)
        out.append(
            Segment(
                text=text[start:end],
                start=start,
                end=end,
                voice=voice_of(start, end, within),
                speech=tuple((s.start, s.end, s.voice) for s in within),
                furniture=is_furniture,
            )
        )
    return tuple(out)


def line_spans(text: str) -> list[tuple[int, int]]:
    """The stripped span of every line that is not blank."""
    spans = []
    position = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = position + line.index(body[0])
            spans.append((start, start + len(body)))
        position += len(line)
    return spans


def _clip(stretches: list[Stretch], first: int, start: int, end: int) -> list[Stretch]:
    """The parts of `stretches[first:]`, which are in order, that lie inside `start:end`."""
    out = []
    for i in range(first, len(stretches)):
        stretch = stretches[i]
        if stretch.start >= end:
            break
        low, high = max(stretch.start, start), min(stretch.end, end)
        if low < high:
            out.append(Stretch(low, high, stretch.voice))
    return out
