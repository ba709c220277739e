"""What a newcomer asks, whom it was put to, what was answered, and all that happened in between."""

from datetime import date
from typing import ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import User
from cases.models import Case, Person
from contact.enums.requests import (
    CLOSED,
    Decision,
    Desk,
    PartyKind,
    PartyState,
    RefusalCode,
    RequestState,
    RequestType,
    Step,
    TranslationSource,
    Via,
)
from deadlines.models import Deadline

OPEN = ~Q(state__in=[state.value for state in CLOSED])


class RequestQuerySet(models.QuerySet["Request"]):
    def open(self) -> Self:
        return self.filter(OPEN)

    def with_term(self) -> Self:
        """Adds `due_on`, wherever the request has its clock."""
        return self.annotate(due_on=Coalesce("deadline__due_on", "own_due_on"))

    def overdue(self, today: date) -> Self:
        return self.open().with_term().filter(due_on__lt=today)


class Request(models.Model):
    """A verzoek about one case. The person of the case asks it: a partner with a case of their own has requests of their own.

    A confidential request has its clock here, in `own_due_on`, and leaves no trace in the case: the terms and the
    history of a case are read by the klantmanager whom it may be about (ADR 4).
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="requests", verbose_name="dossier")
    type = models.CharField("soort", max_length=24, choices=RequestType)
    text = models.TextField("vraag", max_length=5000)
    language = models.CharField("taal", max_length=3, default="nl")
    translation = models.TextField("in het Nederlands", max_length=5000, blank=True)
    translation_source = models.CharField(
        "vertaling", max_length=11, choices=TranslationSource, default=TranslationSource.NONE
    )
    via = models.CharField("binnengekomen via", max_length=9, choices=Via)
    asked_on = models.DateField("gevraagd op")
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    state = models.CharField("stand", max_length=11, choices=RequestState, default=RequestState.OPEN)
    desk = models.CharField("ligt bij", max_length=12, choices=Desk)
    owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="behandelaar")
    is_confidential = models.BooleanField("alleen voor de teamleider", default=False)
    triaged_on = models.DateField("door de teamleider bekeken op", null=True)
    escalated_on = models.DateField("naar de teamleider op", null=True)
    later_on = models.DateField("komt terug op", null=True)
    closed_on = models.DateField("klaar op", null=True)
    withdrawn_reason = models.CharField("reden van intrekken", max_length=200, blank=True)
    deadline = models.OneToOneField(Deadline, models.PROTECT, null=True, related_name="request")
    own_due_on = models.DateField("antwoord uiterlijk op", null=True)
    reviews = models.OneToOneField("self", models.PROTECT, null=True, related_name="review")
    together_with = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = "verzoek"
        verbose_name_plural = "verzoeken"
        indexes: ClassVar = [
            models.Index(fields=["case", "-asked_on", "-id"], name="requests_of_case"),
            models.Index(fields=["owner"], name="open_requests_of_owner", condition=OPEN),
            models.Index(fields=["asked_on"], name="open_requests_by_day", condition=OPEN),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="request_says_something",
                condition=~Q(text=""),
                violation_error_message="Schrijf op wat de vraag is.",
            ),
            models.CheckConstraint(
                name="closed_request_has_its_day",
                condition=(OPEN & Q(closed_on=None)) | (~OPEN & Q(closed_on__gte=F("asked_on"))),
                violation_error_message="Een verzoek dat klaar is, heeft een dag waarop het klaar was.",
            ),
            models.CheckConstraint(
                name="later_request_comes_back_on_a_day",
                condition=Q(state=RequestState.LATER, later_on__isnull=False)
                | (~Q(state=RequestState.LATER) & Q(later_on=None)),
                violation_error_message="Kies de dag waarop u antwoord geeft.",
            ),
            models.CheckConstraint(
                name="withdrawn_request_has_a_reason",
                condition=~Q(state=RequestState.WITHDRAWN) | ~Q(withdrawn_reason=""),
                violation_error_message="Geef een reden waarom het verzoek stopt.",
            ),
            models.CheckConstraint(
                name="confidential_request_is_with_the_team_lead",
                condition=Q(is_confidential=False) | Q(desk=Desk.TEAMLEIDER),
                violation_error_message="Een vertrouwelijk verzoek ligt bij de teamleider.",
            ),
            models.CheckConstraint(
                name="request_has_one_clock",
                condition=Q(deadline=None, own_due_on__isnull=False)
                | Q(deadline__isnull=False, own_due_on=None),
                violation_error_message="Een verzoek heeft één termijn.",
            ),
            models.CheckConstraint(
                name="only_a_review_looks_back_at_a_request",
                condition=Q(type=RequestType.HERBEOORDELING, reviews__isnull=False)
                | (~Q(type=RequestType.HERBEOORDELING) & Q(reviews=None)),
                violation_error_message="Een herbeoordeling gaat over een verzoek dat is afgewezen.",
            ),
        ]

    def __str__(self) -> str:
        return f"Verzoek {self.pk}: {self.get_type_display()}"

    @property
    def person(self) -> Person:
        return self.case.person

    @property
    def is_open(self) -> bool:
        return self.state not in CLOSED

    @property
    def term_ends_on(self) -> date | None:
        """The last day for an answer."""
        return self.deadline.due_on if self.deadline else self.own_due_on

    def is_late(self, today: date) -> bool:
        return self.is_open and self.term_ends_on is not None and self.term_ends_on < today


class RequestParty(models.Model):
    """Somebody beside the gemeente whom the request was put to, with an answer of their own."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="parties")
    kind = models.CharField("soort", max_length=9, choices=PartyKind)
    name = models.CharField("naam", max_length=120)
    question = models.CharField("wat vroeg u?", max_length=1000)
    asked_on = models.DateField("gevraagd op")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    state = models.CharField("antwoord", max_length=13, choices=PartyState, default=PartyState.ASKED)
    refusal_code = models.CharField("reden", max_length=11, choices=RefusalCode, blank=True)
    answer = models.CharField("wat zeiden zij?", max_length=2000, blank=True)
    answered_on = models.DateField("geantwoord op", null=True)

    class Meta:
        verbose_name = "partij bij verzoek"
        verbose_name_plural = "partijen bij verzoeken"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="party_is_asked_once_at_a_time",
                fields=["request", "name"],
                condition=Q(state=PartyState.ASKED),
                violation_error_message="Deze vraag ligt al bij deze partij.",
            ),
            models.CheckConstraint(
                name="party_that_answered_said_something",
                condition=Q(state=PartyState.ASKED, answer="", answered_on=None)
                | (~Q(state=PartyState.ASKED) & ~Q(answer="") & Q(answered_on__gte=F("asked_on"))),
                violation_error_message="Schrijf op wat deze partij antwoordde, en wanneer.",
            ),
            models.CheckConstraint(
                name="party_that_refuses_has_a_ground",
                condition=Q(state=PartyState.REFUSED, refusal_code__in=RefusalCode.values)
                | (~Q(state=PartyState.REFUSED) & Q(refusal_code="")),
                violation_error_message="Kies waarom deze partij niet meewerkt.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Answer(models.Model):
    """What the gemeente answered, by whom and why. It never changes; "later" is followed by another one."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="answers")
    decision = models.CharField("antwoord", max_length=10, choices=Decision)
    refusal_code = models.CharField("reden", max_length=11, choices=RefusalCode, blank=True)
    reason = models.TextField("uitleg", max_length=5000)
    language = models.CharField("taal van de nieuwkomer", max_length=3)
    translation = models.TextField("in de eigen taal", max_length=5000, blank=True)
    translation_source = models.CharField("vertaling", max_length=11, choices=TranslationSource)
    later_on = models.DateField("antwoord volgt op", null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    decided_on = models.DateField("beslist op")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_final_answer_a_request",
                fields=["request"],
                condition=~Q(decision=Decision.LATER),
                violation_error_message="Dit verzoek heeft al een antwoord.",
            ),
            models.CheckConstraint(
                name="answer_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Leg uit waarom.",
            ),
            models.CheckConstraint(
                name="refusal_has_a_ground",
                condition=Q(
                    decision__in=[Decision.AFGEWEZEN, Decision.DEELS], refusal_code__in=RefusalCode.values
                )
                | (~Q(decision__in=[Decision.AFGEWEZEN, Decision.DEELS]) & Q(refusal_code="")),
                violation_error_message="Kies waarom het antwoord nee is.",
            ),
            models.CheckConstraint(
                name="later_has_a_day",
                condition=Q(decision=Decision.LATER, later_on__gt=F("decided_on"))
                | (~Q(decision=Decision.LATER) & Q(later_on=None)),
                violation_error_message="Kies een dag in de toekomst waarop u antwoord geeft.",
            ),
            models.CheckConstraint(
                name="translated_answer_says_how",
                condition=Q(translation="", translation_source=TranslationSource.NONE)
                | (~Q(translation="") & ~Q(translation_source=TranslationSource.NONE)),
                violation_error_message="Zeg hoe het antwoord is vertaald.",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="answer_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()} ({self.decided_on})"

    @property
    def without_translation(self) -> bool:
        return self.language != "nl" and not self.translation


class Conference(models.Model):
    """The casusoverleg that is due when everybody points at somebody else: one colleague sees to it that it is held."""

    request = models.OneToOneField(Request, models.PROTECT, related_name="conference")
    due_on = models.DateField("uiterlijk op")
    convener = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="regelt het overleg")
    held_on = models.DateField("gehouden op", null=True)
    participants = models.CharField("wie waren erbij", max_length=500, blank=True)
    outcome = models.TextField("wat is besloten", max_length=5000, blank=True)
    decider = models.CharField("wie beslist", max_length=120, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "casusoverleg"
        verbose_name_plural = "casusoverleggen"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="held_conference_has_people_and_outcome",
                condition=Q(held_on=None, participants="", outcome="", decider="", recorded_by=None)
                | (Q(held_on__isnull=False, recorded_by__isnull=False) & ~Q(participants="") & ~Q(outcome="") & ~Q(decider="")),
                violation_error_message="Schrijf op wie erbij waren, wat is besloten en wie beslist.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"casusoverleg over verzoek {self.request_id}"


class RequestStep(models.Model):
    """One thing that happened to a request: its history, also of what the case itself may not show."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=40, choices=Step)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=200)
    text = models.TextField()
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = "stap van verzoek"
        verbose_name_plural = "stappen van verzoeken"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="long_wait_is_told_once",
                fields=["request"],
                condition=Q(kind=Step.TAKES_LONG),
            )
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="request_step_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return self.text
