"""Page furniture: what a saved page carries around its article, recognised line by line and by repetition."""

from __future__ import annotations

import re
from bisect import bisect_right

_NETWORKS = "facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|tumblr|messenger"
_BUTTONS = rf"(?:friendly|pdf|print|e-?mail|share|and|copy|link|save|{_NETWORKS})"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"

_WORDINGS = (
    # sharing, navigation, buttons
    r"share(?:\s+(?:this|on|via)\b.*)?",
    r"(?:please\s+)?share\s+this\s+(?:story|article|post|page).*",
    r"(?:back|return|scroll|go)\s+to\s+(?:the\s+)?top.*",
    r"copy(?:\s+link)?(?:\s*\W+)?",
    r"skip\s+to\s+(?:main\s+)?content.*",
    rf"(?:print(?:er)?[\s-]friendly|print|e-?mail|pdf|download\s+pdf|save|bookmark|{_NETWORKS})(?:[\s,;|&/\u00b7\u2022]+{_BUTTONS})*\W*",
    r"(?:follow|like|find|join|connect\s+with)\s+(?:us|me|him|her|them|\w+)\s+on\b.{0,100}",
    r".{0,60}\(\s*follow\s+(?:us|them|him|her|me)\s+on\b.*",
    r"and\s.{0,80}\s[\u2013|-]\syoutube",
    r"(?:home|menu|search|close|next|previous|prev|newer|older|loading|submit|reply|report|hide|expand|toggle\s+\w+)"
    r"(?:\s+(?:menu|article|post|story|posts|stories|search))?\W*",
    r"(?:home|news)(?:\s*[>\u203a\u00bb/|]\s*[\w\s&-]{1,40})+",
    # where and when it was filed, and by whom
    r"(?:tags?|categor(?:y|ies)|filed\s+under|topics?|labels?|keywords?|posted\s+in|more\s+on(?:\s+this)?(?:\s+story)?)\s*:.*",
    r"by\s+published\s+on\s*:.*",
    r"published(?:\s+on)?\s*:?\s+\S.{0,60}",
    r"(?:last\s+)?updated(?:\s+on|\s+at)?\s*:?\s+.{0,60}",
    r"by[:\s]+(?-i:(?:[A-Z][\w.'\u2019-]+\s+){1,3}[A-Z][\w.'\u2019-]+)(?:\s*[,|\u00b7\u2022-]\s*.{0,60})?",
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\w+\s+\d{1,2},?\s+\d{4}\W*",
    r"\d{1,2}\s+\w{3,9}\s+\d{4}(?:,?\s+\d{1,2}[:.]\d{2}.{0,10})?\W*",
    rf"(?:{_MONTHS})\s+\d{{1,2}},\s+\d{{4}}(?:\W.{{0,20}})?",
    r"\d+\s+(?:shares?|views?|likes?|min(?:ute)?s?\s+read|comments?)\W*",
    r"(?:image|photo(?:graph)?|picture|video)(?:\s+(?:credit|source|by))?\s*:.{0,80}",
    r"(?:photo|image|picture)\s+by\s.{0,60}",
    r"getty\s+images\W*",
    # other articles
    r"(?:related|recommended|popular|recent|latest|similar|trending)"
    r"\s+(?:posts?|articles?|stor(?:y|ies)|news|reading|topics|content|videos?)\W*",
    r"(?:you\s+(?:may|might)\s+also\s+(?:like|enjoy)|read\s+(?:more|next|also)|see\s+also|also\s+read|more\s+from|up\s+next"
    r"|most\s+(?:read|popular)|editors?['\u2019]?s?\s+picks?|don['\u2019]t\s+miss|continue\s+reading|click\s+here|learn\s+more"
    r"|(?:view|load|show|see)\s+(?:all|more))\b.{0,80}",
    # comments
    r"(?:leave|post|add|write)\s+a\s+(?:comment|reply).*",
    r"\d*\s*comments?\W*",
    r"(?:join|start)\s+the\s+(?:conversation|discussion)\W*",
    r"(?:view|show|read|see)\s+(?:all\s+)?(?:\d+\s+)?comments?\W*",
    r"comments\s+are\s+closed.*",
    r"(?:log|sign)\s+in\b.{0,60}",
    r"this\s+site\s+uses\s+\S.*",
    r"learn\s+how\s+your\s+comment\s+data\s+.*",
    # law and money
    r"we\s+use\s+cookies.*",
    r".{0,60}\bcookie\s+(?:policy|settings|preferences|notice)\b.*",
    r"(?:accept|reject|manage)\s+(?:all\s+)?(?:cookies|preferences)\W*",
    r"by\s+(?:continuing|using)\s+.{0,40}\b(?:site|website)\b.*",
    r"(?:\W*|copyright\s.{0,20})(?:\(c\)|\u00a9|copyright)\s.*",
    r".{0,60}\ball\s+rights\s+reserved\b.*",
    r"(?:terms\s+(?:of\s+(?:use|service)|and\s+conditions)|privacy\s+(?:policy|notice)|contact\s+us|about\s+us|advertise(?:\s+with\s+us)?"
    r"|site\s?map|accessibility(?:\s+statement)?|careers|help|faq)(?:\s*[|\u00b7\u2022/,-]\s*.{0,80})?",
    r"(?:subscribe|sign\s+up)\b.{0,120}",
    r"(?:get|receive)\s+(?:our|the)\s+.{0,60}\b(?:newsletter|inbox|alerts?)\b.*",
    r"(?:enter|your)\s+(?:your\s+)?e-?mail(?:\s+address)?\W*",
    r"(?:social\s+media\b.{0,60}|.{0,60})\bpowered\s+by\s.{0,60}",
    r"(?:advertisement|sponsored(?:\s+content)?|ad|advertorial|promoted|(?:story|article)\s+continues\s+(?:below|after).*)\W*",
    r"donate(?:\s+(?:now|today))?\W*",
    r"support\s+(?:our|us)\b.{0,60}\bdonat.{0,40}",
)
_WHOLE = re.compile("|".join(f"(?:{wording})" for wording in _WORDINGS), re.IGNORECASE)
_RELATED = re.compile(
    r"^(?:related|recommended|popular|recent|similar|most\s+read|trending|you\s+(?:may|might)\s+also\s+like|more\s+from|read\s+next|see\s+also)\b",
    re.IGNORECASE,
)
_AFTERWORD = re.compile(r"^(?:leave\s+a\s+(?:comment|reply)|\d*\s*comments?\b|this\s+site\s+uses)", re.IGNORECASE)
_LETTERS = re.compile(r"\w+")

MAX_LINE = 160
"""Longer lines are never judged by their wording alone."""

MIN_COPY_WORDS = 3
"""Words that a line needs before its second appearance counts as a copy."""

TITLE_WORDS = 16
"""A line without a closing stop of at most so many words may be a related headline or its author."""


def furniture_flags(text: str, spans: list[tuple[int, int]]) -> list[bool]:
    """One flag a sentence span: does it belong to the page rather than the article?"""
    lines = _line_of(text, spans)
    flags = [_by_wording(text[start:end]) for start, end in spans]
    _mark_line_wide(text, spans, lines, flags)
    _mark_copies(text, spans, flags)
    _mark_related(text, spans, flags)
    _mark_site_name(text, spans, flags)
    return flags


def _by_wording(sentence: str) -> bool:
    return len(sentence) <= MAX_LINE and _WHOLE.fullmatch(sentence.strip()) is not None


def _line_of(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """The number of the line on which each span starts."""
    breaks = [i for i, char in enumerate(text) if char == "\n"]
    return [bisect_right(breaks, start) for start, _ in spans]


def _mark_line_wide(text: str, spans: list[tuple[int, int]], lines: list[int], flags: list[bool]) -> None:
    """Notices of several sentences on one line are furniture together when they open as one."""
    for i in range(1, len(spans)):
        if flags[i - 1] and lines[i] == lines[i - 1] and _AFTERWORD.match(text[slice(*spans[i - 1])]):
            flags[i] = True


def _mark_copies(text: str, spans: list[tuple[int, int]], flags: list[bool]) -> None:
    """The first copy of a headline, teaser or sentence is kept, later ones are furniture."""
    seen: set[str] = set()
    for i, (start, end) in enumerate(spans):
        words = _LETTERS.findall(text[start:end].casefold())
        key = " ".join(words)
        if len(words) >= MIN_COPY_WORDS and key in seen:
            flags[i] = True
        seen.add(key)


def _mark_related(text: str, spans: list[tuple[int, int]], flags: list[bool]) -> None:
    """Below a "Related posts" line everything that reads like a title or a name is furniture."""
    below = False
    for i, (start, end) in enumerate(spans):
        sentence = text[start:end]
        if flags[i]:
            below = below or _RELATED.match(sentence) is not None or _AFTERWORD.match(sentence) is not None
        elif below:
            titled = sentence[-1] not in '.!\u201d"' and len(sentence.split()) <= TITLE_WORDS
            if titled:
                flags[i] = True
            else:
                below = False


def _mark_site_name(text: str, spans: list[tuple[int, int]], flags: list[bool]) -> None:
    """A short first line without a verb's worth of words above the real headline names the section or the site."""
    if len(spans) < 3:
        return
    first, second = (text[slice(*spans[i])] for i in (0, 1))
    if len(first.split()) <= 2 and first[-1] not in ".!?:" and "\n" in text[spans[0][1] : spans[1][0]] and len(second.split()) > 3:
        flags[0] = True
        key = first.casefold()
        for i in range(1, len(spans)):
            if text[slice(*spans[i])].casefold() == key:
                flags[i] = True
