"""The criteria of the onderwijsroute: the same for everybody, published, and none of them an age (PP-39, PP-40)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from inburgering.kit.typed import says_something
from intake.enums import Criterion
from intake.rules.questions import Words


class Met(StrEnum):
    """Whether somebody meets a criterion. Nobody has judged yet: unknown, never "no".

    What the intake says is known, and still to be judged by a person.
    """

    JA = "voldaan"
    NEE = "niet voldaan"
    BEKEND = "bekend uit de intake"
    ONBEKEND = "nog niet bekend"


@dataclass(frozen=True)
class DefaultCriterion:
    """A criterion for a gemeente that wrote none of its own. `proof` is what a test or paper would show."""

    key: str
    words: Words
    source: str
    proof: Criterion | None = None


WISH_TO_STUDY = "studie"
DEFAULTS = (
    DefaultCriterion(
        WISH_TO_STUDY,
        Words("U wilt een opleiding doen: mbo, hbo of universiteit.",
              "You want to study: vocational education (mbo), hbo or university.",
              "تريد الدراسة: تعليم مهني (mbo) أو معهد عالٍ (hbo) أو جامعة."),
        "Wet inburgering 2021, artikel 8",
    ),
    DefaultCriterion(
        "vooropleiding",
        Words("Uw opleiding van vroeger is genoeg om te beginnen aan die studie.",
              "Your earlier education is enough to start that study.",
              "تعليمك السابق كافٍ لبدء هذه الدراسة."),
        "Eigen keuze bij Wet inburgering 2021, artikel 8: een goede kans op een diploma",
        Criterion.OPLEIDING,
    ),
    DefaultCriterion(
        "taal",
        Words("U kunt binnen de tijd van de lessen Nederlands leren tot B1 of hoger.",
              "You can learn Dutch up to B1 or higher within the time of the lessons.",
              "يمكنك تعلّم الهولندية حتى مستوى B1 أو أعلى خلال مدة الدروس."),
        "Wet inburgering 2021, artikel 8: niveau B1 of hoger",
        Criterion.LEERBAARHEID,
    ),
    DefaultCriterion(
        "schrift",
        Words("U leest en schrijft het Nederlandse alfabet, of u leert dat eerst.",
              "You read and write the Dutch alphabet, or you learn that first.",
              "تقرأ وتكتب الأبجدية الهولندية، أو تتعلمها أولًا."),
        "Eigen keuze bij Wet inburgering 2021, artikel 8",
        Criterion.ALFABETISERING,
    ),
    DefaultCriterion(
        "studeren",
        Words("U weet hoe u moet studeren, of u leert dat in de lessen.",
              "You know how to study, or you learn that in the lessons.",
              "تعرف كيف تدرس، أو تتعلم ذلك في الدروس."),
        "Eigen keuze bij Wet inburgering 2021, artikel 8",
        Criterion.STUDIE,
    ),
)  # fmt: skip

_SAID: Mapping[str, tuple[str, ...]] = {
    Criterion.OPLEIDING: ("hoogste_opleiding", "diploma", "diploma_richting", "diplomawaardering"),
    Criterion.LEERBAARHEID: ("taal_luisteren", "taal_spreken", "taal_lezen", "taal_schrijven", "zelfstudie"),
    Criterion.ALFABETISERING: ("alfabetisering", "latijns_lezen", "latijns_schrijven"),
    Criterion.STUDIE: ("onderwijs_jaren",),
}


def told_by(key: str, proof: str) -> tuple[str, ...]:
    """The questions of the intake that tell about a criterion, by what would prove it (PP-40). A wish needs no proof."""
    return ("studie_doel",) if key == WISH_TO_STUDY else _SAID.get(proof, ())


MOST_CRITERIA = 20
AGE_IS_NONE = (
    "Leeftijd kan geen criterium zijn: de wet heeft voor de onderwijsroute geen leeftijdsgrens. "
    "Schrijf op wat iemand moet willen of kunnen."
)
_AGE = re.compile(
    r"leeftijd|\bte (?:oud|jong)\b|\b(?:ouder|jonger) dan\b|\bjaar (?:oud|ouder|jong|jonger|en (?:ouder|jonger))\b"
    r"|\b(?:bent|is|ben|was) (?:(?:nu|al|pas|nog|bijna|ruim|maar) )*\d+ jaar\b"
    r"(?! (?:naar|in|op|bij|aan|lang|geleden|ervaring|les|school|werk|getrouwd|bezig|gewerkt|onderwijs)\b)"
    r"|\bgeboren (?:voor|vóór|na|in \d)|(?:^|\btot |\bvanaf |\bmaximaal |\bboven de )\d+ jaar\s*(?:[.,;]|$)"
    r"|\bage\b|\byears old\b|\b(?:older|younger) than\b|\bborn (?:before|after|in \d)|العمر|عمر(?:ك|ه|ها|كم|هم)\b"
    r"|عمر (?:أقل|أكثر|أكبر|أصغر|فوق|تحت|[\d٠-٩])",
    re.IGNORECASE,
)


def criterion_obstacles(texts: Iterable[str]) -> Iterator[str]:
    """The law has no age limit for the onderwijsroute: an age is no criterion, in no language."""
    if any(_AGE.search(text) for text in texts):
        yield AGE_IS_NONE


def judgement_obstacles(met: str, reason: str, proofs: int) -> Iterator[str]:
    """A judgement rests on something: proof in the dossier, or words."""
    if met not in (Met.JA, Met.NEE):
        yield "Kies of aan het criterium is voldaan."
    if met == Met.NEE and not says_something(reason):
        yield "Schrijf op waarom nog niet aan het criterium is voldaan. De nieuwkomer leest dit."
    if met == Met.JA and not proofs and not says_something(reason):
        yield "Er is geen bewijs in het dossier. Schrijf op waaruit blijkt dat aan het criterium is voldaan."
    yield from criterion_obstacles([reason])
