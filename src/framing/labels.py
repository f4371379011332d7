"""The fourteen framing techniques: definition, decision rule, near misses, an example and the names other schemes use.

The wording follows `annotations/codebook.md`, which has the close calls; a test keeps the two together.
"""

from __future__ import annotations

from typing import Self


class Label(str):
    """One technique of the codebook. A label *is* its name, so that it indexes `scores` and prints as itself.

    `definition`, `rule` and `excludes` are the codebook's columns; `ptc`, `semeval2023` and `other` are the crosswalk to other
    schemes, empty where they have no counterpart.
    """

    __slots__ = ("definition", "example", "excludes", "other", "ptc", "rule", "semeval2023")

    definition: str
    rule: str
    excludes: str
    example: str
    ptc: tuple[str, ...]
    semeval2023: tuple[str, ...]
    other: tuple[str, ...]

    def __new__(
        cls,
        name: str,
        *,
        definition: str,
        rule: str,
        excludes: str,
        example: str,
        ptc: tuple[str, ...] = (),
        semeval2023: tuple[str, ...] = (),
        other: tuple[str, ...] = (),
    ) -> Self:
        """Make a label; all but its name by keyword."""
        self = super().__new__(cls, name)
        self.definition = definition
        self.rule = rule
        self.excludes = excludes
        self.example = example
        self.ptc = ptc
        self.semeval2023 = semeval2023
        self.other = other
        return self

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return find, (self.name,)

    @property
    def name(self) -> str:
        """The identifier as a plain string."""
        return str.__str__(self)


LABELS: tuple[Label, ...] = (
    Label(
        "loaded_language",
        definition="charged wording, hostile or admiring, where a plain word states the same facts",
        rule="swap one word or phrase for a plain one: are all facts kept?",
        excludes="grave facts in plain words; conventional sports and market idiom; a verdict noun on an actor (name_calling)",
        example="The council **rammed** the budget through in a **shameful midnight ambush**.",
        ptc=("Loaded_Language",),
        semeval2023=("Loaded_Language",),
        other=("Wikipedia: loaded terms, puffery", "BABE: biased words"),
    ),
    Label(
        "name_calling",
        definition="a person or group given a label that carries a verdict, hateful or worshipful",
        rule="a noun or epithet names an actor and judges it",
        excludes='an office, a self-chosen name, a court\'s finding; bare "regime"',
        example="The mayor, a **tin-pot tyrant**, declined to comment.",
        ptc=("Name_Calling,Labeling",),
        semeval2023=("Name_Calling-Labeling",),
        other=("IPA: name calling", "LOGIC: ad hominem (part)"),
    ),
    Label(
        "exaggeration",
        definition="size, certainty or inevitability beyond what is shown, or something made smaller than it is",
        rule='an absolute, a superlative, a prophecy stated flat, or a belittling "mere/just a"',
        excludes="a measured or sourced record; a hedged forecast",
        example="The government's days are **numbered beyond any doubt**.",
        ptc=("Exaggeration,Minimisation",),
        semeval2023=("Exaggeration-Minimisation",),
        other=(),
    ),
    Label(
        "unverified_sourcing",
        definition="a claim of fact rests on a source that the reader cannot identify, or on rumour",
        rule="take the attribution: is there a person, body, document or place to check? If not, label",
        excludes=(
            "a named source, even a partisan one; an anonymous source described with its position and the reason; no "
            "attribution at all"
        ),
        example="**Insiders say** the plant will close within weeks.",
        ptc=(),
        semeval2023=("Obfuscation-Vagueness-Confusion (part)",),
        other=("Wikipedia: unsupported attributions (weasel words)",),
    ),
    Label(
        "appeal_to_authority",
        definition="somebody's standing is put forward to make an opinion or a contested claim credible",
        rule=(
            'a title, an office, fame, "experts", "science" or "studies" does the work, and no finding, document or '
            "first-hand knowledge stands behind it in the sentence"
        ),
        excludes=(
            "an expert on a finding of their own; a witness; an official on a decision or an event in their own remit; a "
            "party to a dispute giving its side"
        ),
        example="**Even a Nobel-winning chemist agrees** that the tax is unfair.",
        ptc=("Appeal_to_Authority",),
        semeval2023=("Appeal_to_Authority",),
        other=("IPA: testimonial", "LOGIC: fallacy of credibility"),
    ),
    Label(
        "appeal_to_popularity",
        definition="many people, or a growing movement, as proof or as pressure",
        rule='the number or "everyone" is the reason to agree or join',
        excludes="a crowd or poll reported as news, with its source",
        example="**Millions have already chosen our side**; join them.",
        ptc=("Bandwagon,Reductio_ad_hitlerum (part)",),
        semeval2023=("Appeal_to_Popularity",),
        other=("IPA: bandwagon", "LOGIC: ad populum"),
    ),
    Label(
        "appeal_to_fear",
        definition="dread of an outcome or of a group used to move the reader",
        rule="names a harm to come and uses it to win agreement",
        excludes="a sourced warning or forecast; harm that happened",
        example="Let them win and **no child will be safe on these streets**.",
        ptc=("Appeal_to_fear-prejudice",),
        semeval2023=("Appeal_to_Fear-Prejudice",),
        other=("LOGIC: appeal to emotion (part)",),
    ),
    Label(
        "flag_waving",
        definition="nation, people, faith, tradition or a prized value (freedom, democracy, family) as the argument",
        rule="the group or the value is the reason to agree",
        excludes="naming a country; a law about a freedom; reporting that a party is patriotic",
        example="**Anyone who loves this country** will back the bill.",
        ptc=("Flag-Waving",),
        semeval2023=("Flag_Waving", "Appeal_to_Values"),
        other=("IPA: transfer, glittering generalities",),
    ),
    Label(
        "slogan",
        definition="a short, striking phrase made to be repeated: chant, motto, rallying cry",
        rule="imperative, chant or tag line that would fit on a placard",
        excludes="a title, a brand, a proverb used idly",
        example="**Power to the villages!**",
        ptc=("Slogans",),
        semeval2023=("Slogans",),
        other=(),
    ),
    Label(
        "causal_oversimplification",
        definition="one cause or culprit for an outcome that plainly has several",
        rule='"because of / thanks to / the reason is" one thing, with no other cause allowed',
        excludes="one cause among others stated; a physical or legally found cause",
        example="The bridge fell **because of one selfish vote**.",
        ptc=("Causal_Oversimplification",),
        semeval2023=("Causal_Oversimplification",),
        other=("LOGIC: false causality",),
    ),
    Label(
        "false_dilemma",
        definition="only two ways, or only one way out, where there are more",
        rule='either/or, "no alternative", "the only choice", with us or against us',
        excludes="a ballot or a law that really has two options",
        example="**Either we build the wall or we lose** the valley.",
        ptc=("Black-and-White_Fallacy",),
        semeval2023=("False_Dilemma-No_Choice",),
        other=("LOGIC: false dilemma",),
    ),
    Label(
        "doubt",
        definition="a person, motive or claim undercut by hint rather than evidence",
        rule='scare quotes, so-called, "claims" for "says", "curiously", a leading question',
        excludes='evidence against the claim; legal "alleged"; honest uncertainty',
        example="The minister's **so-called inquiry** has yet to begin.",
        ptc=("Doubt",),
        semeval2023=("Doubt",),
        other=("Wikipedia: expressions of doubt",),
    ),
    Label(
        "distraction",
        definition=(
            "turning from the point: to somebody else's wrong, to a side issue, or to a weak version of the opponent's case"
        ),
        rule="answers a charge by pointing elsewhere or by distorting it",
        excludes="a comparison that the topic asks for",
        example="**What about the millions their own party lost?**",
        ptc=("Whataboutism,Straw_Men,Red_Herring",),
        semeval2023=("Whataboutism", "Straw_Man", "Red_Herring", "Appeal_to_Hypocrisy"),
        other=("LOGIC: fallacy of relevance, fallacy of extension",),
    ),
    Label(
        "conversation_killer",
        definition="a stock phrase that ends discussion",
        rule="the phrase stands where a reason should, and asks for no more talk",
        excludes="a plain summary or a formal decision",
        example="**It is what it is**, and that is all there is to say.",
        ptc=("Thought-terminating_Cliches",),
        semeval2023=("Conversation_Killer",),
        other=(),
    ),
)
"""The techniques in the order that every score vector, table and record uses."""

NAMES: tuple[str, ...] = tuple(label.name for label in LABELS)

VOICES: tuple[str, ...] = ("author", "quoted", "attributed")
"""Who utters a stretch of text: the writer; somebody inside quotation marks; somebody reported without marks."""

BALANCED, PRECISE = "balanced", "precise"
OPERATING_POINTS = (BALANCED, PRECISE)
"""Where labels fire: at the best trade of misses and false alarms, or only where they are surely right."""

_BY_NAME = {label.name: label for label in LABELS}


def find(name: str) -> Label:
    """The label called `name`; `KeyError` if the codebook has none."""
    return _BY_NAME[name]
