"""PP-36: a translation beside a Dutch text (the explanation of the route, an agreement) goes with exactly that text."""

import pytest
from django.core.exceptions import ValidationError

from pip_plans.enums import Owner, TranslationState
from pip_plans.models import PipVersion
from pip_plans.rules.obstacles import signals
from pip_plans.rules.obstacles.route import motivation_obstacles
from pip_plans.rules.plan import PlanAgreement, fits, source_after, source_of
from pip_plans.services import establish_pip, share_concept, start_concept, update_agreement, update_concept
from tests.pip_plans.plans import FIELDS, IN_ARABIC, TUESDAY, agreed, establish, plan, situation

MACHINE, CHECKED = TranslationState.AUTOMATISCH, TranslationState.GECONTROLEERD
OTHER = "U gaat nu naar een andere route, omdat de lessen van deze route vol zijn."
LESSON = "ابدأ بالدروس."


@pytest.mark.parametrize(
    ("translation", "source", "expected"),
    [
        (IN_ARABIC, source_of("Een uitleg.", "ar"), True),
        (IN_ARABIC, source_of("Een andere uitleg.", "ar"), False),
        (IN_ARABIC, source_of("Een uitleg.", "ti"), False),
        (IN_ARABIC, "", True),  # of before there were sources
        (" ", source_of("Een uitleg.", "ar"), False),
    ],
)
def test_a_translation_fits_one_text_in_one_language(translation, source, expected):
    assert fits(translation, source, "Een uitleg.", "ar") is expected


@pytest.mark.parametrize(
    ("source", "attended", "expected"),
    [
        ("", False, source_of("Oud.", "ar")),
        (source_of("Nog ouder.", "ar"), False, source_of("Nog ouder.", "ar")),
        (source_of("Oud.", "ar"), True, source_of("Nieuw.", "ar")),
    ],
)
def test_only_who_looks_at_a_translation_moves_it_along(source, attended, expected):
    assert source_after(source, before=("Oud.", "ar"), after=("Nieuw.", "ar"), attended=attended) == expected


def test_a_stale_explanation_keeps_the_pip_from_being_established():
    stale = plan(motivation=OTHER, translation_source=source_of(FIELDS["motivation"], "ar"))
    assert "veranderd na de vertaling" in "".join(
        one.sentence for one in motivation_obstacles(stale, situation(), TUESDAY)
    )
    fitting = plan(motivation=OTHER, translation_source=source_of(OTHER, "ar"))
    assert "vertaling" not in "".join(
        one.sentence for one in motivation_obstacles(fitting, situation(), TUESDAY)
    )


def test_a_stale_agreement_is_signalled():
    agreement = PlanAgreement(
        id=1, text="Begin met de les.", owner=Owner.NIEUWKOMER, translation=LESSON, own_language="ar",
        translation_source=source_of("Kom langs.", "ar"),
    )  # fmt: skip
    told = [one.sentence for one in signals(plan(agreements=(agreement,)), situation())]
    assert any("niet meer passen bij het Nederlands: 1" in sentence for sentence in told)


@pytest.fixture
def page_of(log_in, resident):
    return lambda path: log_in(resident).get(path).content.decode()


@pytest.mark.django_db
def test_another_dutch_explanation_takes_its_translation_from_the_page(concept, klantmanager, page_of):
    """Also when the form that was sent says, as before, that a human checked the translation."""
    share_concept(version=concept, by=klantmanager)
    assert IN_ARABIC in page_of("/mijn/plan/concept/")
    update_concept(version=concept, by=klantmanager, motivation=OTHER, translation_state=CHECKED)
    concept.refresh_from_db()
    assert concept.translation_state == MACHINE
    plan = page_of("/mijn/plan/concept/").split("route-name")[1]  # Above it stands what it said before.
    assert (IN_ARABIC in plan, OTHER in plan) == (False, True)
    with pytest.raises(ValidationError, match="veranderd na de vertaling"):
        establish_pip(version=agreed(concept, klantmanager), on=TUESDAY, by=klantmanager)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "attention", [{"translation_state": CHECKED}, {"motivation_own_language": IN_ARABIC + " " + LESSON}]
)
def test_a_translation_that_somebody_looked_at_is_read_again(concept, klantmanager, page_of, attention):
    share_concept(version=concept, by=klantmanager)
    update_concept(version=concept, by=klantmanager, motivation=OTHER)
    concept.refresh_from_db()
    update_concept(version=concept, by=klantmanager, **attention)
    assert IN_ARABIC in page_of("/mijn/plan/concept/")
    establish_pip(
        version=agreed(PipVersion.objects.get(pk=concept.pk), klantmanager), on=TUESDAY, by=klantmanager
    )


@pytest.mark.django_db
def test_another_language_asks_another_translation(concept, klantmanager):
    update_concept(version=concept, by=klantmanager, own_language="ti")
    concept.refresh_from_db()
    assert not concept.motivation_is_translated


@pytest.mark.django_db
def test_the_next_version_takes_what_fits_and_what_does_not(concept, case, klantmanager):
    agreement = concept.agreements.get()
    update_agreement(agreement=agreement, text=agreement.text, owner=agreement.owner, due_on=agreement.due_on,
                     own_language="ar", translation=LESSON, translation_state=CHECKED, by=klantmanager)  # fmt: skip
    establish(PipVersion.objects.get(pk=concept.pk), on=TUESDAY, by=klantmanager)
    second = start_concept(case=case, by=klantmanager)
    copied = second.agreements.get()
    assert (second.motivation_is_translated, copied.is_translated) == (True, True)
    update_agreement(
        agreement=copied, text="Kom langs.", owner=copied.owner, due_on=copied.due_on, by=klantmanager
    )
    copied.refresh_from_db()
    assert (copied.is_translated, copied.translation_state) == (False, MACHINE)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "is_read", "state"),
    [
        ({}, False, MACHINE),
        ({"translation": LESSON, "own_language": "ar", "translation_state": CHECKED}, False, MACHINE),
        ({"translation": LESSON + " غدًا", "translation_state": MACHINE}, True, MACHINE),
        ({"translation_state": MACHINE}, True, MACHINE),
    ],
)
def test_an_agreement_in_other_words_is_not_read_in_the_old_ones(
    concept, klantmanager, page_of, said, is_read, state
):
    agreement = concept.agreements.get()
    facts = {"agreement": agreement, "owner": agreement.owner, "due_on": agreement.due_on, "by": klantmanager}
    update_agreement(
        **facts, text=agreement.text, own_language="ar", translation=LESSON, translation_state=CHECKED
    )
    update_agreement(**facts | {"agreement": concept.agreements.get()}, text="Kom dinsdag langs.", **said)
    share_concept(version=PipVersion.objects.get(pk=concept.pk), by=klantmanager)
    page = page_of("/mijn/plan/concept/")
    assert (LESSON.rstrip(".") in page, "Kom dinsdag langs." in page) == (is_read, True)
    assert concept.agreements.get().translation_state == state
