"""Text to located terms: the one analyser that training, scoring and explaining share.

A sentence becomes *tokens* (words in lower case, names masked), and the tokens become *terms*: words, pairs of neighbouring words,
lexicon phrases (longest match first) and signs. Character n-grams are terms of a word alone, so that whatever a model learns about
them folds into one row a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from framing.folding import Folded, fold

NAME = "\u00a7"
"""The token that stands for a run of names; it has no weight of its own, only pairs with its neighbours have."""

NUMBER = "#"
"""The token that stands for any word with a digit in it."""

SIGNS = frozenset("?!")

_GIVEN_NAMES = frozenset(
    "art basil beat bill bob carol chance chase chip chuck clay cliff con dale dawn dean dick dot drew eve faith "
    "frank gale gene ginger glen grace grant guy hank harry heather herb holly hope iris ivy jack jay jim jimmy joy "
    "june lance lane lily mark miles nick norm olive pat patience penny pierce ray reed rich rob robin rod rose "
    "ruby rusty ruth sally sandy scarlet skip sterling stew sue summer tad ted terry tom tony vance victor viola "
    "violet wade wally ward wayne will winter woody".split()
)
"""Words that are given names where another name stands behind them (Bill Otto, but the Bill)."""

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[?!]|[,;:.\"()\[\]]")
_QUOTED_WORDS = re.compile(r"(?<!\w)([\"'])(?! )([^\"'.,!?]{2,40}?)(?<! )\1(?!\w)")

_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame"})
"""Whatever stands behind one of these with a capital is a name, also where it is a word (Mr Savage)."""

MAX_QUOTED_WORDS = 3
"""Words that quotation marks may enclose and still be scare quotes rather than speech."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a masked name or number, or a sign, with its offsets in the text as given. Breaks (commas, stops) have kind `,`."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """What the model has a weight for. `kind` is `word`, `pair`, `phrase` or `sign`; `key` is unique within its kind."""

    kind: str
    key: str
    start: int
    end: int


def ngrams(word: str, low: int, high: int) -> Iterator[str]:
    """Character n-grams of `word` between its boundaries, written `<` and `>`."""
    padded = f"<{word}>"
    for size in range(low, high + 1):
        for i in range(len(padded) - size + 1):
            yield padded[i : i + size]


def normalise(phrase: str) -> str:
    """A lexicon phrase as the tokens it matches: lower case, hyphens opened, possessive endings gone."""
    return " ".join(plain_words(phrase))


class Analyser:
    """Turns sentences into terms.

    `known` are lower-case words that stay words when written with a capital, wherever they stand: a sentence reads the same in
    title case and in capitals. Any other capitalised word is a name. `phrases` maps each lexicon phrase, as `normalise` writes it,
    to whatever the caller keeps for it.
    """

    def __init__(self, known: Iterable[str], phrases: Mapping[str, object]) -> None:
        self.known = frozenset(known)
        self.phrases = phrases
        # Words in the longest phrase that opens with a word; phrases of one word need no entry.
        longest: dict[str, int] = {}
        for phrase in phrases:
            if " " in phrase:
                first, size = phrase[: phrase.index(" ")], phrase.count(" ") + 1
                if size > longest.get(first, 1):
                    longest[first] = size
        self._longest = longest

    def tokens(self, text: str) -> list[Token]:
        """The tokens of one sentence in order, breaks included."""
        return self._tokens(fold(text))

    def _tokens(self, folded: Folded) -> list[Token]:
        matches = list(_TOKEN.finditer(folded.text))
        out: list[Token] = []
        honoured = False
        for i, match in enumerate(matches):
            raw = match.group()
            start, end = folded.span(match.start(), match.end())
            if not raw[0].isalnum():
                out.append(Token(raw if raw in SIGNS else ",", start, end))
                honoured = honoured and raw == "."
                continue
            form = _form(raw)
            named, honoured = honoured, False
            if form[0].isdigit() or any(char.isdigit() for char in form):
                form = NUMBER
            elif raw[0].isupper() and not (raw == "I" or raw.startswith("I'")):
                honoured = form in _HONORIFICS
                given = form in _GIVEN_NAMES and self._is_name(matches[i + 1].group() if i + 1 < len(matches) else "")
                if named or honoured or given or form not in self.known:
                    form = NAME
            if form == NAME and out and out[-1].form == NAME:
                out[-1] = Token(NAME, out[-1].start, end)
            else:
                out.append(Token(form, start, end))
        return out

    def _is_name(self, raw: str) -> bool:
        return raw[:1].isupper() and _form(raw) not in self.known

    def terms(self, text: str) -> list[Term]:
        """The terms of one sentence: phrases, then words and pairs in reading order, then each sign once."""
        folded = fold(text)
        tokens = self._tokens(folded)
        out = list(self._matches(tokens))
        signs: dict[str, Term] = {}
        before: Token | None = None
        for token in tokens:
            form = token.form
            if form == ",":
                before = None
                continue
            if form in SIGNS:
                signs.setdefault(form, Term("sign", form, token.start, token.end))
                before = None
                continue
            if form != NAME:
                out.append(Term("word", form, token.start, token.end))
            if before is not None:
                out.append(Term("pair", f"{before.form} {form}", before.start, token.end))
            before = token
        scare = next(self.scare_quotes(folded), None)
        if scare is not None:
            out.append(scare)
        out.extend(signs.values())
        return out

    def scare_quotes(self, folded: Folded) -> Iterator[Term]:
        """A term for each pair of quotation marks around one to three words that are no title: distance rather than speech."""
        title: bool | None = None  # looked at only where something is quoted: most sentences quote nothing so short
        for match in _QUOTED_WORDS.finditer(folded.text):
            words = match.group(2).split()
            if not 1 <= len(words) <= MAX_QUOTED_WORDS:
                continue
            if title is None:
                title = _title_case(list(_TOKEN.finditer(folded.text)))
            if all(_form(word) in self.known for word in words) if title else words[0][0].islower():
                yield Term("sign", "scare", *folded.span(match.start(), match.end()))

    def _matches(self, tokens: list[Token]) -> Iterator[Term]:
        words = [token for token in tokens if token.form != ","]
        forms = [token.form for token in words]
        i = 0
        while i < len(forms):
            for size in range(min(self._longest.get(forms[i], 1), len(forms) - i), 0, -1):
                key = " ".join(forms[i : i + size])
                if key in self.phrases:
                    yield Term("phrase", key, words[i].start, words[i + size - 1].end)
                    i += size
                    break
            else:
                i += 1


def plain_words(text: str) -> list[str]:
    """The words of `text` in lower case, names and numbers as they are: for comparing texts, not for weighing them."""
    return [_form(match.group()) for match in _TOKEN.finditer(fold(text).text) if match.group()[0].isalnum()]


def word_forms(text: str) -> set[str]:
    """The forms of the words of `text` that are written in lower case: what a vocabulary may know."""
    return {_form(match.group()) for match in _TOKEN.finditer(fold(text).text) if match.group()[0].islower()}


def mostly_capital(texts: Iterable[str]) -> set[str]:
    """Words written with a capital more often than without, first words and headlines left aside: names that are words too."""
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for text in texts:
        matches = list(_TOKEN.finditer(fold(text).text))
        if _title_case(matches):
            continue
        opening = True
        for match in matches:
            raw = match.group()
            if not raw[0].isalnum():
                opening = opening or raw in ':"(?!.'
                continue
            if raw[0].islower():
                lower[_form(raw)] += 1
            elif not opening:
                capital[_form(raw)] += 1
            opening = False
    return {word for word, count in capital.items() if count > lower[word]}


def _form(raw: str) -> str:
    form = raw.lower()
    return form[:-2] if form.endswith("'s") and len(form) > 2 else form


def _title_case(matches: list[re.Match[str]]) -> bool:
    """Whether the sentence is a headline in title case or capitals: most of its longer words start with a capital."""
    longer = [match.group() for match in matches if match.end() - match.start() > 3 and match.group()[0].isalpha()]
    return len(longer) >= 2 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)
