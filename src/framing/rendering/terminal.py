"""Scored documents as a person reads them in a terminal: sentences with their labels and evidence, then the profile."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping

from framing.model import FRAMED
from framing.records import Evidence, ProfileRow, ScoredDocument, Sentence

Style = Callable[..., str]
"""A function like `click.style`: text and the names of its looks to the text with escape codes."""

LABEL_WIDTH = 26
MIN_WIDTH = 60


def plain(text: str, **_looks: object) -> str:
    """The style of files and pipes: none."""
    return text


def render(document: ScoredDocument, *, style: Style = plain, width: int = 100) -> Iterator[str]:
    """The lines of one document."""
    width = max(width, MIN_WIDTH)
    yield style(document.document, bold=True, underline=True)
    for number, sentence in enumerate(document.sentences, 1):
        yield from _sentence(number, sentence, style, width)
    yield ""
    yield from _profile(document.profile, len(document.sentences), len(document.furniture), style)
    for note in notes(document):
        for line in textwrap.wrap(note, width, subsequent_indent="  "):
            yield style(line, dim=True)
    if document.furniture:
        yield style("left out as page furniture:", dim=True)
        for segment in document.furniture:
            yield style(f"  {textwrap.shorten(segment.text, width - 2)}", dim=True)
    yield ""


def notes(document: ScoredDocument) -> Iterator[str]:
    """What a reader of the profile has to know: what was not judged, which labels cannot fire, which are unchecked."""
    warned = sum(1 for s in document.sentences if s.warning)
    if warned:
        yield f"{warned} sentences with a warning (another language, too short, or unknown words)"
    if document.silent:
        yield f"never fires at the {document.operating_point} operating point: {', '.join(document.silent)}"
    if document.uncalibrated:
        yield f"not calibrated: {', '.join(document.uncalibrated)}"


def _sentence(number: int, sentence: Sentence, style: Style, width: int) -> Iterator[str]:
    head = f"{number:>4}  {sentence.voice:<10} {sentence.framed:4.2f}  "
    body = textwrap.wrap(_one_line(sentence.text), width - len(head)) or [""]
    yield style(head, dim=True) + style(body[0], dim=not sentence.labels)
    for line in body[1:]:
        yield " " * len(head) + style(line, dim=not sentence.labels)
    if sentence.warning:
        yield style(f"{' ' * len(head)}not judged: {sentence.warning.replace('_', ' ')}", dim=True)
    for label in sentence.labels:
        shown = ", ".join(_quote(e, sentence.voice) for e in sentence.evidence if e.label == label)
        lead = f"{' ' * len(head)}{label:<{LABEL_WIDTH}} {sentence.scores[label]:4.2f}  "
        lines = textwrap.wrap(shown, max(width - len(lead), 30)) or [""]
        yield style(lead, fg="yellow") + style(lines[0], fg="cyan")
        for line in lines[1:]:
            yield " " * len(lead) + style(line, fg="cyan")


def _quote(evidence: Evidence, voice: str) -> str:
    note = "" if evidence.voice == voice else f" ({evidence.voice})"
    return f"[{_one_line(evidence.text)}]{note}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _profile(profile: Mapping[str, ProfileRow], sentences: int, furniture: int, style: Style) -> Iterator[str]:
    yield style(f"profile: flagged sentences per 100 of {sentences} ({furniture} left out as page furniture)", bold=True)
    yield style(f"  {'':<{LABEL_WIDTH}} {'author':>8} {'all':>8}  95 % interval (all)  count", dim=True)
    for name, row in profile.items():
        everyone = row.all
        if everyone.count or name == FRAMED:
            name = "any technique" if name == FRAMED else name
            span = f"{everyone.low:5.1f} to {everyone.high:5.1f}"
            yield f"  {name:<{LABEL_WIDTH}} {row.author.per_100:8.1f} {everyone.per_100:8.1f}  {span:<19}  {everyone.count:>5}"
