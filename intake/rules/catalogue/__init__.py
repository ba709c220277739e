"""The questions of the brede intake, own words first (Wet inburgering 2021, art. 14 lid 3; Besluit 5.2 lid 1).

Keys on which the PIP builds: `doelen`, `wensen`, `zorgen`, `verwachtingen` (own words), `gewenste_route` (B, O, Z or
weet_niet), `alfabetisering` (NVT, AA or A), `taal_luisteren`, `taal_spreken`, `taal_lezen`, `taal_schrijven` (CEFR level,
A0 for less, geen, onbekend), `hoogste_opleiding`, `beroep`, `werk_wens`, `vve`, `les_tijden`, `gewenst_niveau` and
`niveau_beroep` (CEFR level or weet_niet), `studie_doel` (geen, mbo, hbo, wo or weet_niet).
"""

from intake.rules.catalogue.background import ONDERWIJS_WERK, TAAL, TOETS
from intake.rules.catalogue.living import GELD, GEZONDHEID, KINDEREN, OMSTANDIGHEDEN
from intake.rules.catalogue.own_words import EIGEN_WOORDEN
from intake.rules.catalogue.taking_part import AFSLUITING, ARBEID, ZELFREDZAAMHEID
from intake.rules.questions import Question, Section

SECTIONS: tuple[Section, ...] = (
    EIGEN_WOORDEN, ONDERWIJS_WERK, TAAL, TOETS, ARBEID, OMSTANDIGHEDEN, GELD, GEZONDHEID, KINDEREN, ZELFREDZAAMHEID, AFSLUITING,
)  # fmt: skip
SECTION_BY_KEY: dict[str, Section] = {section.key: section for section in SECTIONS}
QUESTIONS: dict[str, Question] = {
    question.key: question for section in SECTIONS for question in section.questions
}
SECTION_OF: dict[str, Section] = {
    question.key: section for section in SECTIONS for question in section.questions
}
RESTRICTED: frozenset[str] = frozenset(key for key, section in SECTION_OF.items() if section.restricted)
"""Questions about health: only for who guides the case."""
