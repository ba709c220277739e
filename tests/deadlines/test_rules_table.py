"""The table itself, and the facts that its rows name."""

from datetime import date

import pytest

from deadlines.enums import Bearer, Confidence, Kind, Nature
from deadlines.rules import (
    CATALOGUE,
    TERMS,
    Facts,
    duties_of,
    facts_used_by,
    terms_of,
)
from tests.deadlines.examples import AS


def test_every_kind_has_a_row() -> None:
    assert {term.kind for term in TERMS} == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_rows_of_a_kind_agree_on_what_it_is(kind: Kind) -> None:
    assert len({(term.dated_by, term.nature, term.bearer) for term in terms_of(kind)}) == 1


def test_every_fact_in_the_table_exists_and_every_fact_is_used() -> None:
    used = {fact for kind in Kind for fact in facts_used_by(kind)}
    assert used == set(CATALOGUE)
    assert all(hasattr(Facts(), attribute) for attribute in CATALOGUE)


@pytest.mark.parametrize("kind", Kind)
def test_what_we_are_not_sure_of_has_a_note(kind: Kind) -> None:
    assert all(term.note for term in terms_of(kind) if term.confidence != Confidence.HIGH)


def test_what_the_gemeente_can_be_late_with() -> None:
    assert set(duties_of(Bearer.GEMEENTE)) == {
        Kind.PIP,
        Kind.PIP_NA_VERHUIZING,
        Kind.AANBOD,
        Kind.TAALSCHAKELTRAJECT,
        Kind.BESLISSING_OP_BEZWAAR,
        Kind.AANVRAAG,
        Kind.INGEBREKESTELLING,
        Kind.BOETEBESLUIT,
        Kind.ANTWOORD_OP_VERZOEK,
        Kind.TERUGBELLEN,
        Kind.EERSTE_INFORMATIE,
        Kind.KLANTMANAGER_AANWEZIG,
        Kind.KENNISMAKING,
        Kind.VOORTGANGSGESPREK,
        Kind.PERSPECTIEFGESPREK,
        Kind.ANDERE_KLANTMANAGER,
        Kind.KLACHT,
        Kind.VOLGEND_BERICHT,
        Kind.DOORLEREN,
        Kind.VERVOLGSTAP,
    }
    assert all(term.nature == Nature.DUTY for term in TERMS if term.kind in duties_of(Bearer.GEMEENTE))


def test_facts_survive_storage() -> None:
    facts = Facts(group=AS, notified_on=date(2026, 1, 5), with_committee=True)
    assert facts.to_json() == {"groep": "asielstatushouder", "kennisgeving": "2026-01-05", "commissie": True}
    assert Facts.from_json(facts.to_json()) == facts
