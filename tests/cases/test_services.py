"""What changes a person and a case, and what is refused."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.timezone import localdate as today

from accounts.enums import Role
from accounts.models import Team, User
from cases.enums import EventKind, Origin, Relation
from cases.models import Case, CaseEvent, Person
from cases.selectors import cases_visible_to, household_of, klantmanager_of, may_edit
from cases.services import (
    ALIKE,
    add_document,
    add_note,
    assign_klantmanager,
    assign_substitute,
    close_case,
    end_substitution,
    grant_access,
    join_household,
    open_case,
    record_event,
    register_newcomer,
    save_languages,
    save_person,
    take_delivery,
    update_facts,
    update_person,
)
from inburgering.kit.encryption import blind_index
from inburgering.kit.partial_date import PartialDate
from tests.factories import PDF, CaseFactory, GemeenteFactory, PersonFactory, StaffFactory, TeamFactory, bsn

PNG = (
    b"\x89PNG\r\n\x1a\n"
    b"\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\x0cIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\r\xefF\xb8"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x7f\xff\xd9"
)


def newcomer(**changes: Any) -> dict[str, Any]:
    fields = {
        "bsn": bsn(7001), "v_number": None, "first_names": "Amina", "prefix": "", "last_name": "Hassan",
        "birth": PartialDate(1995),
    }  # fmt: skip
    return fields | changes


def register(by: User, **changes: Any) -> Case:
    team = Team.objects.get(memberships__user=by)
    more = {
        name: changes.pop(name)
        for name in ("is_somebody_else", "notified_on", "klantmanager")
        if name in changes
    }
    return register_newcomer(
        by=by, team=team, person=newcomer(**changes), languages=[], nationalities=[], **more
    )  # fmt: skip


# --- Persons -----------------------------------------------------------------------------------------


def test_a_person_is_found_by_the_hash_of_the_bsn(db: None) -> None:
    person = save_person(**newcomer())
    assert person.bsn_index == blind_index(bsn(7001))
    assert Person.objects.get(pk=person.pk).bsn == bsn(7001)


def test_everything_that_is_wrong_with_a_person_is_told_at_once(db: None) -> None:
    with pytest.raises(ValidationError) as refusal:
        save_person(**newcomer(bsn="123456789", last_name=" ", birth=PartialDate(2150), v_number=0))
    assert len(refusal.value.messages) == 4


def test_the_same_bsn_is_one_person(db: None) -> None:
    save_person(**newcomer())
    with pytest.raises(ValidationError, match="Er is al een persoon"):
        save_person(**newcomer(last_name="Iemand"))


def test_a_person_without_any_number_is_refused(db: None) -> None:
    with pytest.raises(ValidationError, match="BSN of een V-nummer"):
        save_person(**newcomer(bsn=""))


def test_languages_are_one_of_each_with_one_preference(db: None) -> None:
    person = save_person(**newcomer())
    arabic = {"code": "ar", "speaks": True, "reads": True, "writes": False, "preferred": True}
    with pytest.raises(ValidationError, match="Kies elke taal"):
        save_languages(person=person, languages=[arabic, arabic])
    with pytest.raises(ValidationError, match="één taal van voorkeur"):
        save_languages(person=person, languages=[arabic, arabic | {"code": "ti"}])


def test_a_correction_says_what_changed_but_not_into_what(case: Case, klantmanager: User) -> None:
    person = case.person
    update_person(case=case, by=klantmanager, phone="06 98 76 54 32", first_names=person.first_names)
    event = case.events.latest("id")
    assert event.text == "Persoonsgegevens gewijzigd: telefoon."
    assert Person.objects.get(pk=person.pk).phone == "0698765432"


def test_a_correction_without_a_change_records_nothing(case: Case, klantmanager: User) -> None:
    before = case.events.count()
    update_person(
        case=case, by=klantmanager, first_names=case.person.first_names, nationalities=[], languages=[]
    )
    assert case.events.count() == before


# --- Opening -----------------------------------------------------------------------------------------


def test_opening_twice_is_one_case(case: Case, klantmanager: User) -> None:
    again = open_case(person=case.person, gemeente=case.gemeente, origin=Origin.DUO, on=today(), by=None)
    assert again == case
    assert case.events.filter(kind=EventKind.OPENED).count() == 1


def test_a_case_number_counts_within_the_year(klantmanager: User) -> None:
    first, second = CaseFactory(klantmanager=klantmanager), CaseFactory(klantmanager=klantmanager)
    year, number = first.number.split("-")
    assert second.number == f"{year}-{int(number) + 1:06d}"


def test_a_case_goes_to_who_has_the_fewest(case: Case, colleague: User, team: Team) -> None:
    CaseFactory(klantmanager=colleague)
    new = open_case(person=PersonFactory(), gemeente=team.gemeente, origin=Origin.DUO, on=today(), by=None)
    assert klantmanager_of(new) == klantmanager_of(case)


def test_a_case_goes_to_the_team_that_has_the_fewest(case: Case) -> None:
    quiet = TeamFactory(gemeente=case.gemeente)
    guide = StaffFactory(team=quiet)
    new = open_case(person=PersonFactory(), gemeente=case.gemeente, origin=Origin.DUO, on=today(), by=None)
    assert (new.team, klantmanager_of(new)) == (quiet, guide)


def test_a_gemeente_without_a_team_is_told(db: None) -> None:
    with pytest.raises(ValidationError, match="nog geen team"):
        open_case(person=PersonFactory(), gemeente=GemeenteFactory(), origin=Origin.DUO, on=today(), by=None)


def test_a_case_without_anybody_to_guide_is_marked(team: Team) -> None:
    new = open_case(person=PersonFactory(), gemeente=team.gemeente, origin=Origin.DUO, on=today(), by=None)
    assert not Case.objects.get(pk=new.pk).has_klantmanager


def test_facts_that_contradict_open_nothing(team: Team, klantmanager: User) -> None:
    with pytest.raises(ValidationError) as refusal:
        open_case(person=PersonFactory(), gemeente=team.gemeente, origin=Origin.DUO, on=today(), by=None,
                  duty_from=today() + timedelta(days=2), notified_on=today() + timedelta(days=1))  # fmt: skip
    assert len(refusal.value.messages) == 3
    assert not Case.objects.exists()


# --- Search before create ----------------------------------------------------------------------------------


def test_a_newcomer_at_the_desk_gets_a_case(klantmanager: User) -> None:
    case = register(klantmanager, klantmanager=klantmanager)
    assert case.person.full_name == "Amina Hassan"
    assert klantmanager_of(case) == klantmanager


def test_somebody_with_an_open_case_is_named(case: Case, klantmanager: User) -> None:
    with pytest.raises(ValidationError, match=case.number):
        register(klantmanager, bsn=case.person.bsn)


def test_a_name_that_sounds_alike_is_asked_about_once(klantmanager: User) -> None:
    known = CaseFactory(klantmanager=klantmanager, person=PersonFactory(last_name="Hasan", first_names="Ameena",
                                                                       birth=PartialDate(1995, 1, 1)))  # fmt: skip
    with pytest.raises(ValidationError, match=known.number) as refusal:
        register(klantmanager)
    assert refusal.value.code == ALIKE
    assert register(klantmanager, is_somebody_else=True).number != known.number


def test_somebody_from_another_gemeente_keeps_the_person(stranger: User, klantmanager: User) -> None:
    elsewhere = CaseFactory(
        klantmanager=stranger, person=PersonFactory(first_names="Amina", last_name="Hassan")
    )
    case = register(klantmanager, bsn=elsewhere.person.bsn)
    assert case.person == elsewhere.person
    assert case.gemeente != elsewhere.gemeente


def test_a_number_of_somebody_else_is_refused(stranger: User, klantmanager: User) -> None:
    elsewhere = CaseFactory(
        klantmanager=stranger, person=PersonFactory(first_names="Olena", last_name="Kovalenko")
    )
    with pytest.raises(ValidationError, match="andere naam"):
        register(klantmanager, bsn=elsewhere.person.bsn)


def test_two_numbers_of_two_people_are_refused(klantmanager: User) -> None:
    one, other = PersonFactory(), PersonFactory(v_number=1234567890)
    with pytest.raises(ValidationError, match="twee verschillende personen"):
        register(klantmanager, bsn=one.bsn, v_number=other.v_number)


# --- Guides ------------------------------------------------------------------------------------------------


def test_the_klantmanager_before_ends_when_the_next_begins(
    case: Case, colleague: User, teamleider: User
) -> None:
    before = case.assignments.get()
    after = assign_klantmanager(case=case, to=colleague, by=teamleider, reason="Verlof")
    before.refresh_from_db()
    assert before.ends_at == after.starts_at
    assert klantmanager_of(case) == colleague


def test_assigning_twice_to_the_same_does_nothing(case: Case, klantmanager: User) -> None:
    events = case.events.count()
    assign_klantmanager(case=case, to=klantmanager, by=None, reason="Nog eens")
    assert case.events.count() == events


def test_nobody_of_another_gemeente_guides(case: Case, stranger: User) -> None:
    with pytest.raises(ValidationError, match="actieve klantmanager van deze gemeente"):
        assign_klantmanager(case=case, to=stranger, by=None, reason="")


def test_the_database_refuses_a_second_klantmanager(case: Case, colleague: User) -> None:
    with pytest.raises(IntegrityError, match="one_active_klantmanager_a_case"), transaction.atomic():
        case.assignments.create(user=colleague)


def test_a_substitute_may_edit_until_it_ends(case: Case, team: Team, klantmanager: User) -> None:
    substitute = StaffFactory(team=TeamFactory(gemeente=team.gemeente))
    assignment = assign_substitute(case=case, to=substitute, by=klantmanager, reason="Ziek")
    assert may_edit(substitute, case)
    end_substitution(assignment=assignment, by=klantmanager)
    assert not may_edit(substitute, case)
    with pytest.raises(ValidationError, match="begeleidt dit dossier al"):
        assign_substitute(case=case, to=klantmanager, by=klantmanager, reason="")


def test_a_purpose_opens_a_case_until_midnight(case: Case, team: Team) -> None:
    elsewhere = StaffFactory(team=TeamFactory(gemeente=team.gemeente))
    access = grant_access(case=case, user=elsewhere, purpose="Ik neem de telefoon aan voor team Noord")
    assert case in cases_visible_to(elsewhere)
    assert not may_edit(elsewhere, case)
    assert timezone.localtime(access.until).date() == today() + timedelta(days=1)
    assert case.events.latest("id").kind == EventKind.PURPOSE


def test_a_purpose_is_a_sentence_within_the_gemeente(case: Case, klantmanager: User, stranger: User) -> None:
    with pytest.raises(ValidationError, match="in een zin"):
        grant_access(case=case, user=klantmanager, purpose="hoi")
    with pytest.raises(ValidationError, match="niet van uw gemeente"):
        grant_access(case=case, user=stranger, purpose="Ik wil dit graag weten")


# --- Facts and closing -------------------------------------------------------------------------------------


def test_a_corrected_fact_is_told_as_before_and_after(case: Case, klantmanager: User) -> None:
    update_facts(case=case, by=klantmanager, reason="Brief van DUO.", notified_on=date(2026, 2, 20))
    text = case.events.latest("id").text
    assert "16 februari 2026 → 20 februari 2026" in text


def test_closing_asks_a_reason_and_no_future(case: Case, klantmanager: User) -> None:
    with pytest.raises(ValidationError) as refusal:
        close_case(case=case, on=today() + timedelta(days=1), reason=" ", by=klantmanager)
    assert len(refusal.value.messages) == 2


def test_a_closed_case_stays_as_it_is(case: Case, klantmanager: User, colleague: User) -> None:
    closed = close_case(case=case, on=today(), reason="Verhuisd", by=klantmanager)
    assert close_case(case=case, on=today(), reason="Anders", by=klantmanager).closed_reason == "Verhuisd"
    assert not may_edit(klantmanager, closed)
    for refused in (
        lambda: assign_klantmanager(case=case, to=colleague, by=None, reason=""),
        lambda: assign_substitute(case=case, to=colleague, by=None, reason=""),
        lambda: update_person(case=case, by=klantmanager, phone="1"),
    ):
        with pytest.raises(ValidationError, match="gesloten"):
            refused()


def test_after_closing_a_new_case_can_open(case: Case, klantmanager: User) -> None:
    close_case(case=case, on=today(), reason="Verhuisd", by=klantmanager)
    assert (
        open_case(person=case.person, gemeente=case.gemeente, origin=Origin.VERHUIZING, on=today(), by=None)
        != case
    )


# --- Contents and history ------------------------------------------------------------------------------------


def test_history_can_only_grow(case: Case) -> None:
    event = record_event(case=case, kind="dossier.proef", text="Iets", by=None)
    for change in (lambda: CaseEvent.objects.filter(pk=event.pk).update(text="Anders"), event.delete):
        with pytest.raises(Exception, match="Cannot"), transaction.atomic():
            change()


def test_a_channel_takes_an_event_once(case: Case) -> None:
    event = record_event(case=case, kind="dossier.proef", text="Iets", by=None)
    assert [take_delivery(event=event, channel="proef") for _ in range(3)] == [True, False, False]


def test_a_note_needs_words(case: Case, klantmanager: User) -> None:
    with pytest.raises(ValidationError, match="Schrijf eerst"):
        add_note(case=case, text=" \n", by=klantmanager)


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "leeg"), (b"<html><script>", "alleen PDF"), (b"%PDF-1.7" + b"x" * 10_000_001, "te groot")],
)
def test_a_document_is_looked_at(case: Case, klantmanager: User, content: bytes, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        add_document(case=case, title="Diploma", filename="diploma.pdf", content=content, by=klantmanager)


@pytest.mark.parametrize(
    ("filename", "content", "why"),
    [
        ("x.png", PDF, "is een PDF, maar de naam eindigt op .png"),
        ("x.pdf", PNG, "is een PNG, maar de naam eindigt op .pdf"),
        ("x.jpg", b"\xff\xd8\xff<script>", "begint als een JPEG, maar is er geen"),
        ("x.jpg", JPEG[:-2], "begint als een JPEG, maar is er geen"),
        ("x.png", PNG[:-12], "begint als een PNG, maar is er geen"),
        ("x.pdf", b"%PDF-1.4 %%EOF", "begint als een PDF, maar is er geen"),
        ("x.pdf", PDF.removesuffix(b"%%EOF\n"), "begint als een PDF, maar is er geen"),
    ],
)
def test_a_file_is_what_its_name_says_and_whole(
    case: Case, klantmanager: User, filename: str, content: bytes, why: str
) -> None:
    with pytest.raises(ValidationError, match=why):
        add_document(case=case, title="Diploma", filename=filename, content=content, by=klantmanager)


@pytest.mark.parametrize(
    ("filename", "content"),
    [("Scan.PDF", PDF), ("foto.jpeg", JPEG + b"of the phone"), ("foto.png", PNG), ("zonder naam", PNG)],
)
def test_a_whole_file_is_kept(case: Case, klantmanager: User, filename: str, content: bytes) -> None:
    assert add_document(case=case, title="Diploma", filename=filename, content=content, by=klantmanager).pk


def test_the_same_document_twice_is_one(case: Case, klantmanager: User) -> None:
    one, other = (
        add_document(case=case, title="Diploma", filename="d.pdf", content=PDF, by=klantmanager)
        for _ in range(2)
    )
    assert one == other
    assert one.mime == "application/pdf"


def test_a_household_ties_two_dossiers(case: Case, klantmanager: User) -> None:
    child = CaseFactory(klantmanager=klantmanager)
    join_household(case=case, other=child, relation=Relation.CHILD, on=today(), by=klantmanager)
    join_household(case=case, other=child, relation=Relation.CHILD, on=today(), by=klantmanager)
    assert [(m.person, m.relation) for m in household_of(case)] == [(child.person, Relation.CHILD)]
    assert [m.person for m in household_of(child)] == [case.person]


def test_a_third_joins_the_household_that_there_is(case: Case, klantmanager: User) -> None:
    second, third = CaseFactory(klantmanager=klantmanager), CaseFactory(klantmanager=klantmanager)
    join_household(case=case, other=second, relation=Relation.PARTNER, on=today(), by=klantmanager)
    join_household(case=third, other=second, relation=Relation.PARENT, on=today(), by=klantmanager)
    assert household_of(case).count() == 2


def test_nobody_lives_in_two_households(case: Case, klantmanager: User) -> None:
    cases = [CaseFactory(klantmanager=klantmanager) for _ in range(3)]
    join_household(case=case, other=cases[0], relation=Relation.PARTNER, on=today(), by=klantmanager)
    join_household(case=cases[1], other=cases[2], relation=Relation.PARTNER, on=today(), by=klantmanager)
    with pytest.raises(ValidationError, match="ander huishouden"):
        join_household(case=case, other=cases[1], relation=Relation.OTHER, on=today(), by=klantmanager)


def test_only_who_guides_changes_a_household(case: Case, colleague: User) -> None:
    other = cases_visible_to(colleague).exclude(pk=case.pk).first()
    assert other
    with pytest.raises(ValidationError, match="niet wijzigen"):
        join_household(case=case, other=other, relation=Relation.OTHER, on=today(), by=colleague)


def test_a_team_lead_can_guide(case: Case, team: Team) -> None:
    lead = StaffFactory(team=team, role=Role.TEAMLEIDER)
    assert assign_klantmanager(case=case, to=lead, by=lead, reason="Niemand anders").user == lead
