"""How long data is kept, and when figures go to the CBS: duties of the gemeente, not of one klantmanager."""

from deadlines.enums import Bearer, Confidence, Kind, Nature
from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.term import BESLUIT, CBS, Article, Counting, Term

BEWAREN_TERMS = (
    Term(
        id="R-80",
        kind=Kind.BEWAREN,
        length=Length(5, Unit.YEARS),
        dated_by="plicht_ended_on",
        starts_after=("plicht_ended_on",),
        when={"by_death": False},
        articles=(Article(BESLUIT, "9.9"),),
        nature=Nature.DUTY,
        bearer=Bearer.BEHEER,
        note="Wat over de lening is bewaard, staat bij DUO: daar gaat het vijf jaar na het einde van de lening weg.",
    ),
    Term(
        id="R-80",
        kind=Kind.BEWAREN,
        length=None,
        dated_by="plicht_ended_on",
        starts_after=("plicht_ended_on",),
        counting=Counting.SAME_DAY,
        when={"by_death": True},
        articles=(Article(BESLUIT, "9.9"),),
        nature=Nature.DUTY,
        bearer=Bearer.BEHEER,
    ),
    Term(
        id="R-80",
        kind=Kind.BEWAREN_KERN,
        length=Length(50, Unit.YEARS),
        dated_by="plicht_ended_on",
        starts_after=("plicht_ended_on",),
        articles=(Article(BESLUIT, "9.9"),),
        nature=Nature.DUTY,
        bearer=Bearer.BEHEER,
        confidence=Confidence.MEDIUM,
        note="Hoogstens vijftig jaar, voor naam, adres, BSN, geboortedatum en hoe aan de plicht is voldaan.",
    ),
    Term(
        id="SWI",
        kind=Kind.SWI_LEVERING,
        length=Length(28, Unit.DAYS),
        dated_by="quarter_ends_on",
        starts_after=("quarter_ends_on",),
        articles=(Article(CBS),),
        nature=Nature.DUTY,
        bearer=Bearer.BEHEER,
        note="Binnen vier weken na het kwartaal. Later leveren kan ook nog.",
    ),
)
