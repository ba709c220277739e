"""What the demo shows, told once from the beginning."""

import pytest
from django.utils import timezone

from accounts.models import Gemeente, User
from caseload.management import story
from cases.models import Case
from contact.selectors.preparation import pack_of
from contact.services.notices.reading import read_events
from deadlines.enums import Kind
from deadlines.models import Deadline
from intake.selectors import filled_steps, sheet_of
from pip_plans.models import Objection


@pytest.mark.django_db
def test_the_demo_shows_a_pack_that_was_read_and_a_sheet_that_was_filled_in(
    gemeente: Gemeente, klantmanager: User
) -> None:
    story.tell(gemeente, klantmanager, today=timezone.localdate())
    rashid = Case.objects.get(person__first_names="Rashid")
    pack = pack_of(rashid)
    assert pack is not None
    assert pack.read_at is not None
    assert sum(step.is_filled for step in filled_steps(sheet_of(rashid))) == 5


@pytest.mark.django_db
def test_the_demo_starts_without_a_false_alarm(gemeente: Gemeente, klantmanager: User) -> None:
    story.tell(gemeente, klantmanager, today=timezone.localdate())
    read_events()
    informed = Deadline.objects.filter(kind=Kind.EERSTE_INFORMATIE)
    assert informed.exists()
    assert not informed.open().exists()


@pytest.mark.django_db
def test_the_demo_shows_one_bezwaar_in_progress(gemeente: Gemeente, klantmanager: User) -> None:
    for _ in range(2):
        story.tell(gemeente, klantmanager, today=timezone.localdate())
    objection = Objection.objects.get()
    assert objection.is_open
    assert not objection.is_late
    assert (objection.language, objection.by.is_resident) == ("ar", True)
    assert "lesuren" in objection.translation_nl
