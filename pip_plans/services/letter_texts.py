"""Keeps the sentences of the beschikking that a gemeente writes, and shows how a letter looks with them."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.enums import Group
from pip_plans.enums import Alphabetisation, Factor, Leerroute, Owner, Reaction, Wish
from pip_plans.models import LetterActivation, LetterText
from pip_plans.rules.changes import Change
from pip_plans.rules.letter import Letter, Sender, WithoutConsent, content
from pip_plans.rules.letter.texts import BY_KEY, flaws
from pip_plans.rules.plan import Plan, PlanAgreement, PlanGoal, Situation
from pip_plans.services.letter import render

LONGEST_NOTE = 200


@transaction.atomic
def save_letter_texts(*, texts: Mapping[str, str], note: str, by: User) -> LetterText:
    """Keeps a new version for the gemeente of `by`; it isn't used until it is activated.

    Raises ValidationError with everything that the law wants to find and that isn't there.
    """
    gemeente = _gemeente_of(by)
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    obstacles = [flaw.sentence for flaw in flaws(texts)]
    if not note.strip():
        obstacles.append("Schrijf op wat er anders is aan deze tekst.")
    if len(note) > LONGEST_NOTE or "\x00" in note:
        obstacles.append(f"Gebruik hoogstens {LONGEST_NOTE} gewone tekens om te zeggen wat er anders is.")
    if obstacles:
        raise ValidationError(obstacles)
    last = LetterText.objects.filter(gemeente=gemeente).order_by("-number").first()
    kept = {key: texts[key].replace("\r\n", "\n").strip() for key in BY_KEY}
    if last and last.texts == kept:
        raise ValidationError("Deze tekst is hetzelfde als de vorige. Er is niets bewaard.")
    return LetterText.objects.create(
        gemeente=gemeente, number=last.number + 1 if last else 1, texts=kept, note=note.strip(), made_by=by
    )


@transaction.atomic
def activate_letter_texts(*, text: LetterText, valid_from: date, by: User) -> LetterActivation:
    """Letters are made with this text from a day on. An earlier one can be activated again: that is going back."""
    if text.gemeente_id != _gemeente_of(by).pk:
        raise ValidationError("Deze tekst is van een andere gemeente.", code="mag_niet")
    obstacles = [flaw.sentence for flaw in flaws(text.texts)]
    if valid_from < timezone.localdate():
        obstacles.append("Kies vandaag of een latere dag. Wat al gold, verandert niet meer.")
    if obstacles:
        raise ValidationError(obstacles)
    return LetterActivation.objects.create(text=text, valid_from=valid_from, by=by)


def _gemeente_of(by: User) -> Gemeente:
    if by.gemeente is None:
        raise ValidationError("U hoort bij geen gemeente.")
    return by.gemeente


def example_letter_pdf(*, texts: Mapping[str, str], gemeente: Gemeente, changed: bool) -> bytes:
    """A letter about somebody who doesn't exist, marked as a concept: a first plan, or a change without akkoord."""
    on = timezone.localdate()
    plan = _EXAMPLE_CHANGED if changed else _EXAMPLE
    earlier = (on - timedelta(days=120),) if changed else ()
    situation = Situation(today=on, group=Group.ASIELSTATUSHOUDER, duty_from=on, settled_on=on, earlier_on=earlier,
                          current_leerroute=Leerroute.B if changed else "")  # fmt: skip
    letter = Letter(
        sender=Sender(
            gemeente=gemeente.name,
            address=tuple(line for line in (gemeente.address_line, gemeente.postcode_place) if line),
            phone=gemeente.phone, email=gemeente.email, signed_by="Voornaam Achternaam",
        ),
        person="Noor Voorbeeld", case_number="2000-000000", version=2 if changed else 1, on=on,
        objection_until=on + timedelta(days=42), term_starts_on=on + timedelta(days=1),
        term_ends_on=on + timedelta(days=1096), language_names={}, is_concept=True, texts=texts,
        changes=(Change("talks_per_year", "Voortgangsgesprekken in een jaar", "4", "6", 4, 6),) if changed else (),
        without_consent=_EXAMPLE_REASON if changed else None,
    )  # fmt: skip
    return render(content(plan, situation, letter))


_EXAMPLE = Plan(
    leerroute=Leerroute.B, wished_leerroute=Wish.B, intensity_hours=600, alphabetisation=Alphabetisation.NVT,
    factors=(Factor.WENS, Factor.OPLEIDING), motivation="Dit is een voorbeeld van een uitleg.", pvt_hours=12, map_hours=40,
    talks_per_year=4, goals=(PlanGoal(id=1, own_text="Ik wil als kok werken.", own_language="nl", translation_nl=""),),
    agreements=(PlanAgreement(id=1, text="Begin met de les.", owner=Owner.NIEUWKOMER, due_on=None, goal_id=1),),
)  # fmt: skip
_EXAMPLE_CHANGED = Plan(
    **vars(_EXAMPLE) | {"change_reason": "Dit is een voorbeeld van een reden.", "talks_per_year": 6}
)
_EXAMPLE_REASON = WithoutConsent(said=Reaction.NIET_AKKOORD, reason="Dit is een voorbeeld van een reden.")
