"""The newcomer answers and signs: to exactly the text that he or she read."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from cases.services import add_document
from contact.models import Notice
from contact.services.notices.reading import HANDLERS
from pip_plans import services
from pip_plans.enums import Means, Reaction
from pip_plans.models import PipVersion
from pip_plans.rules.responses import Draft, is_drawing, response_obstacles
from pip_plans.rules.wording import fingerprint, plan_of, wording
from pip_plans.selectors import text_hash
from pip_plans.services import establish_pip, respond, share_concept, update_concept
from tests.factories import PDF
from tests.pip_plans.plans import PLAN, SIGNATURE, TUESDAY, establish, plan
from tests.pip_plans.responses import later, not_agreed

pytestmark = pytest.mark.django_db


# --- The words themselves ---------------------------------------------------------------------------------------


def test_the_same_words_have_the_same_fingerprint_and_other_words_another():
    assert fingerprint(wording(PLAN)) == fingerprint(wording(plan()))
    assert fingerprint(wording(PLAN)) != fingerprint(wording(plan(support="Iets anders.")))
    assert fingerprint(wording(PLAN)) == fingerprint(wording(plan(translation_state="automatisch")))


def test_what_was_read_comes_back_as_a_plan():
    assert wording(plan_of(wording(PLAN))) == wording(PLAN)
    assert plan_of(wording(PLAN)).agreements[0].due_on == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("strokes", "good"),
    [(SIGNATURE, True), ([[[1, 1]]], True), ([], False), ([[]], False), (None, False), ([[[1, 2, 3]] * 9], False),
     ([[[1, 1001]] * 9], False), ([[["a", 1]] * 9], False), ([[[True, 1]] * 9], False), ({"a": 1}, False),
     ([[[1, 1]] * 6000], False)],
)  # fmt: skip
def test_a_signature_is_strokes_on_a_square(strokes, good):
    assert is_drawing(strokes) is good


DOT = [[[500, 500]]]
SLIP = [[[500, 500], [505, 510], [500, 520]]]
LINE = [[[480, 500], [500, 500], [520, 501], [530, 502], [540, 502]]]
UPRIGHT = [[[500, 300], [500, 450]]]
CROSS = [[[480, 450], [510, 550]], [[510, 450], [480, 550]]]


@pytest.mark.parametrize(
    ("strokes", "code"),
    [(SIGNATURE, ""), (LINE, ""), (UPRIGHT, ""), (CROSS, ""), (DOT, "te_kort"), (DOT * 40, "te_kort"), (SLIP, "te_kort"),
     ([[[500, 300], [500, 449]]], "te_kort"), ([], "handtekening")],
)  # fmt: skip
def test_a_line_or_a_cross_is_a_signature_and_a_dot_is_not(strokes, code):
    """Who doesn't write signs with a quick cross: the length counts, not in how many points a screen cuts it."""
    draft = Draft(
        reaction=Reaction.AKKOORD, means=Means.GETEKEND, given_on=TUESDAY, language="ar", strokes=strokes
    )
    faults = response_obstacles(draft, since=TUESDAY, today=TUESDAY)
    assert [fault.code for fault in faults] == [code] * bool(code)
    assert all(("te kort" in fault.sentence) is (code == "te_kort") for fault in faults)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"reaction": "misschien"}, "Kies een reactie"),
        ({"reaction": Reaction.NIET_AKKOORD}, "waarom het niet goed is"),
        ({"reaction": Reaction.ONDER_VOORWAARDE}, "Schrijf de voorwaarde op"),
        ({"conditions": ("B2",)}, "Er staan voorwaarden bij"),
        ({"means": Means.MONDELING}, "Een akkoord heeft een handtekening"),
        ({"means": ""}, "Kies hoe"),
        ({"strokes": None}, "nog geen handtekening"),
        ({"means": Means.PAPIER}, "scan of foto"),
        ({"means": Means.DIGID}, "Alleen de nieuwkomer zelf"),
        ({"language": ""}, "in welke taal"),
        ({"given_on": date(2026, 3, 11)}, "toekomst"),
        ({"given_on": date(2026, 3, 8)}, "vóór deze tekst"),
        ({"by_resident": True, "means": Means.PAPIER, "has_scan": True}, "Teken op het scherm"),
        ({"reaction": Reaction.GEEN_REACTIE}, "Wie niet reageert"),
    ],
)
def test_a_response_misses_nothing(fields, fault):
    good = {
        "reaction": Reaction.AKKOORD,
        "means": Means.GETEKEND,
        "given_on": TUESDAY,
        "language": "ar",
        "strokes": SIGNATURE,
    }
    since = date(2026, 3, 9)
    assert response_obstacles(Draft(**good), since=since, today=TUESDAY) == []
    found = response_obstacles(Draft(**(good | fields)), since=since, today=TUESDAY)
    assert any(fault in one.sentence for one in found), found


# --- Responses ----------------------------------------------------------------------------------------------------


def test_pp_01_without_akkoord_nothing_is_established(concept, klantmanager):
    with pytest.raises(ValidationError, match="nog niet gereageerd"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    not_agreed(concept, klantmanager)
    with pytest.raises(ValidationError, match="niet zomaar akkoord"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)


def test_c1_5_a_condition_is_kept_word_for_word_with_date_language_and_channel(concept, case, klantmanager):
    words = "Alleen als ik les krijg tot B2, «anders» niet."
    response = not_agreed(concept, klantmanager, conditions=[words, "En in de avond."], interpreter_used=True)
    assert [one.text for one in response.conditions.all()] == [words, "En in de avond."]
    assert (response.given_on, response.language, response.means) == (TUESDAY, "ar", Means.MONDELING)
    assert words in case.events.get(kind="pip.reactie").text


def test_pp_01_a_response_belongs_to_exactly_one_text(concept, klantmanager):
    response = respond(version=concept, by=klantmanager, reaction=Reaction.AKKOORD, means=Means.GETEKEND, strokes=SIGNATURE,
                       language="ar", sooner_reason="Hij las het met de tolk.")  # fmt: skip
    assert response.content_hash == text_hash(concept)
    update_concept(version=concept, by=klantmanager, talks_per_year=2)
    with pytest.raises(ValidationError, match="ging over een eerdere tekst"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    update_concept(version=concept, by=klantmanager, talks_per_year=4)
    establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    assert response.as_read.talks_per_year == 4


def test_pp_28_a_plan_that_nobody_saw_is_not_established_by_a_colleagues_akkoord(
    concept, klantmanager, resident
):
    """Shared and read, or said why it can be sooner; the newcomer's own akkoord needs neither."""

    def sign(**fields):
        version = PipVersion.objects.get(pk=concept.pk)
        return respond(version=version, reaction=Reaction.AKKOORD, language="ar", **fields)

    drawn = {"by": klantmanager, "means": Means.GETEKEND, "strokes": SIGNATURE}
    sign(**drawn)
    with pytest.raises(ValidationError, match="staat niet in het portaal"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    share_concept(version=PipVersion.objects.get(pk=concept.pk), by=klantmanager)
    with pytest.raises(ValidationError, match="7 dagen lezen, tot 17 maart 2026"):
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    with pytest.raises(ValidationError, match="waarom het eerder kan"):
        sign(**drawn, sooner_reason="x")
    assert sign(by=resident, means=Means.DIGID)
    establish_pip(version=concept, on=TUESDAY, by=klantmanager)


def test_the_newcomer_signs_on_the_screen_or_with_digid_and_a_paper_is_scanned(
    concept, case, klantmanager, resident
):
    share_concept(version=concept, by=klantmanager)
    scan = add_document(case=case, title="Handtekening", filename="h.pdf", content=PDF, by=klantmanager)
    drawn = respond(
        version=concept,
        by=resident,
        reaction=Reaction.AKKOORD,
        means=Means.GETEKEND,
        strokes=SIGNATURE,
        language="ar",
    )
    digid = respond(version=concept, by=resident, reaction=Reaction.AKKOORD, means=Means.DIGID, language="en")
    paper = respond(
        version=concept,
        by=klantmanager,
        reaction=Reaction.AKKOORD,
        means=Means.PAPIER,
        language="nl",
        scan=scan,
    )
    assert (drawn.signature, digid.by, paper.scan) == (SIGNATURE, resident, scan)


def test_a_scan_of_another_dossier_is_refused(concept, klantmanager, colleague):
    other = colleague.assignments.get().case
    scan = add_document(case=other, title="H", filename="h.pdf", content=PDF, by=colleague)
    with pytest.raises(ValidationError, match="uit dit dossier"):
        respond(
            version=concept,
            by=klantmanager,
            reaction=Reaction.AKKOORD,
            means=Means.PAPIER,
            language="nl",
            scan=scan,
        )


def test_a_signature_for_a_version_that_was_replaced_is_refused_in_words(concept, klantmanager, resident):
    share_concept(version=concept, by=klantmanager)
    seen = text_hash(concept)
    update_concept(version=concept, by=klantmanager, support="Minder hulp dan u las.")
    with pytest.raises(ValidationError, match="veranderd terwijl u het las") as refusal:
        respond(
            version=concept,
            by=resident,
            reaction=Reaction.AKKOORD,
            means=Means.DIGID,
            language="ar",
            expected_hash=seen,
        )
    assert refusal.value.code == "gewijzigd"
    establish(concept, on=TUESDAY, by=klantmanager)
    with pytest.raises(ValidationError, match="vastgesteld of vervangen") as refusal:
        respond(version=concept, by=resident, reaction=Reaction.AKKOORD, means=Means.DIGID, language="ar")
    assert refusal.value.code == "vervangen"
    assert concept.responses.count() == 1


def test_nobody_is_silent_before_the_time_to_read_is_over(concept, klantmanager):
    with pytest.raises(ValidationError, match="nog niet voorbij"):
        respond(version=concept, by=klantmanager, reaction=Reaction.GEEN_REACTIE)
    share_concept(version=concept, by=klantmanager)
    with later(6), pytest.raises(ValidationError, match="nog niet voorbij"):
        respond(version=concept, by=klantmanager, reaction=Reaction.GEEN_REACTIE)
    with later(7):
        respond(version=concept, by=klantmanager, reaction=Reaction.GEEN_REACTIE)


def signed(version, by, **fields):
    given = {"reaction": Reaction.AKKOORD, "means": Means.GETEKEND, "strokes": SIGNATURE, "language": "ar"}
    return respond(version=PipVersion.objects.get(pk=version.pk), by=by, **(given | fields))


def test_pp_01_nobody_agreed_with_a_text_before_it_was_there(concept, klantmanager):
    """PP-01: the day of an akkoord is not before the last change of the words, whichever words."""
    with later(10):
        update_concept(version=concept, by=klantmanager, support="Minder hulp.")
    with later(12):
        update_concept(version=concept, by=klantmanager, translation_state="automatisch")
        with pytest.raises(ValidationError, match="Het concept is het laatst gewijzigd op 20 maart"):
            signed(concept, klantmanager, given_on=TUESDAY + timedelta(days=9))
        signed(concept, klantmanager, given_on=TUESDAY + timedelta(days=10))
    with later(14):
        services.add_goal(version=concept, own_text="Ik wil fietsen.", own_language="nl", by=klantmanager)
        with pytest.raises(ValidationError, match="24 maart 2026"):
            signed(concept, klantmanager, given_on=TUESDAY + timedelta(days=13))


def test_the_day_of_sharing_says_too_that_the_text_was_there(concept, klantmanager):
    share_concept(version=concept, by=klantmanager)
    with later(2):
        update_concept(version=concept, by=klantmanager, support="Minder hulp.")
        update_concept(version=concept, by=klantmanager, support=concept.support)
        assert signed(concept, klantmanager, given_on=TUESDAY).given_on == TUESDAY


def test_pp_01_the_newcomer_reads_what_a_colleague_wrote_down_as_the_answer(
    concept, case, klantmanager, resident
):
    """PP-01: so that an akkoord that wasn't given comes out."""
    share_concept(version=concept, by=klantmanager)
    signed(concept, klantmanager)
    signed(concept, resident, means=Means.DIGID, strokes=None)
    for event in case.events.filter(kind="pip.reactie").order_by("id"):
        HANDLERS[event.kind](event)
    told = Notice.objects.get(case=case, channel="portaal", kind="pip-reactie")
    words = told.text_dutch or told.text
    assert f"{klantmanager.name} van de gemeente schreef op" in words
    assert "u bent akkoord met het plan" in words
    assert "Klopt dit niet?" in words


def test_the_same_answer_or_remark_twice_is_one(concept, case, klantmanager, resident):
    share_concept(version=concept, by=klantmanager)
    first = not_agreed(concept, klantmanager)
    assert not_agreed(concept, klantmanager) == first
    other = not_agreed(concept, klantmanager, conditions=["In de avond."])
    assert [other, first] == list(concept.responses.all())
    # The same words again after another answer are an answer of their own.
    assert not_agreed(concept, klantmanager) not in (first, other)
    said = {"version": concept, "by": resident, "text": "Wie betaalt de bus?", "misses_agreement": True}
    remark = services.comment_on(**said)
    assert services.comment_on(**said) == remark
    assert services.comment_on(**said | {"misses_agreement": False}) != remark
    services.answer_comment(comment=remark, answer="De gemeente.", by=klantmanager)
    assert services.comment_on(**said) != remark
    assert case.events.filter(kind="pip.opmerking").count() == 3
