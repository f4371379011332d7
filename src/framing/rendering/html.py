"""A scored document as a fragment of HTML for notebooks: text with its evidence marked, then the profile. No scripts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from framing.model import FRAMED
from framing.records import ScoredDocument, Sentence

HUES = 14
"""Labels get hues evenly spread in the order of the codebook."""

_STYLE = """<style>
.framing{font:14px/1.6 system-ui,sans-serif;max-width:60em}
.framing p{margin:.3em 0}.framing .plain{opacity:.6}
.framing mark{padding:0 .15em;border-radius:.2em;color:inherit}
.framing .tag{font-size:.75em;white-space:nowrap;margin-left:.4em;padding:.05em .4em;border-radius:.6em;color:#222}
.framing .voice{font-size:.75em;opacity:.6}
.framing table{border-collapse:collapse;margin-top:.8em}.framing td,.framing th{padding:.1em .8em .1em 0;text-align:right}
.framing td:first-child,.framing th:first-child{text-align:left}
</style>"""


def document_html(document: ScoredDocument) -> str:
    """The whole fragment."""
    labels = [name for name in document.profile if name != FRAMED]
    hue = {label: round(360 * i / HUES) for i, label in enumerate(labels)}
    body = "".join(_sentence(s, hue) for s in document.sentences)
    return f'{_STYLE}<div class="framing"><h4>{escape(document.document)}</h4>{body}{_profile(document)}</div>'


def _sentence(sentence: Sentence, hue: dict[str, int]) -> str:
    if not sentence.labels:
        note = f' <span class="voice">not judged: {sentence.warning.replace("_", " ")}</span>' if sentence.warning else ""
        return f'<p class="plain">{escape(sentence.text)}{note}</p>'
    tags = "".join(
        f'<span class="tag" style="background:hsl({hue[label]} 80% 85%)">{label} {sentence.scores[label]:.2f}</span>'
        for label in sentence.labels
    )
    return f'<p>{"".join(_marked(sentence, hue))}{tags} <span class="voice">{sentence.voice}</span></p>'


def _marked(sentence: Sentence, hue: dict[str, int]) -> Iterator[str]:
    """The sentence with its evidence marked; where spans overlap the first one is shown."""
    done = sentence.start
    for e in sorted(sentence.evidence, key=lambda e: (e.start, e.end)):
        if e.start < done:
            continue
        yield escape(sentence.text[done - sentence.start : e.start - sentence.start])
        yield f'<mark style="background:hsl({hue[e.label]} 80% 85%)" title="{e.label}, {e.voice}">{escape(e.text)}</mark>'
        done = e.end
    yield escape(sentence.text[done - sentence.start :])


def _profile(document: ScoredDocument) -> str:
    rows = "".join(
        f"<tr><td>{'any technique' if name == FRAMED else name}</td><td>{row.author.per_100:.1f}</td><td>{row.all.per_100:.1f}</td>"
        f"<td>{row.all.low:.1f} to {row.all.high:.1f}</td><td>{row.all.count}</td></tr>"
        for name, row in document.profile.items()
        if row.all.count or name == FRAMED
    )
    head = "<tr><th>flagged sentences per 100</th><th>author</th><th>all voices</th><th>95 % interval</th><th>count</th></tr>"
    note = f"<p class='voice'>{len(document.sentences)} sentences; {len(document.furniture)} left out as page furniture</p>"
    return f"<table>{head}{rows}</table>{note}"
