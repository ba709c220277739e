"""One page for each act on a request: a form that keeps what was typed, and the sentences why it can't be."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.enums import Role
from accounts.models import User
from accounts.views import staff_page
from cases.rules.languages import dutch_name
from cases.selectors import guides_for
from cases.views import UNPROCESSABLE, StaffRequest
from contact.enums.requests import RequestType
from contact.forms.requests import (
    AnswerForm,
    AssignForm,
    CallForm,
    ConferenceForm,
    EscalateForm,
    PartyAnswerForm,
    ReferForm,
    ReviewForm,
    TranslateForm,
    TriageForm,
    WithdrawForm,
)
from contact.models import Request
from contact.selectors.mandates import leads
from contact.selectors.requests import language_of, may_triage, may_withdraw, requests_visible_to
from contact.services import requests as services
from contact.views.requests.shared import HANDLERS, frame, handled_or_403

_FORM = require_http_methods(["GET", "POST"])


@_FORM
@staff_page(*HANDLERS)
def answer(request: StaffRequest, request_id: int) -> HttpResponse:
    asked = handled_or_403(request, request_id)
    language = language_of(asked.case.person)
    form = AnswerForm(_typed(request), type_=RequestType(asked.type), language=language)
    return _page(
        request, asked, form, lambda **fields: services.answer_request(request=asked, by=request.user, **fields),
        heading="Verzoek beantwoorden", button="Antwoord versturen", done="Het antwoord is verstuurd.",
        reads="" if language == "nl" else dutch_name(language),
    )  # fmt: skip


@_FORM
@staff_page(*HANDLERS)
def call(request: StaffRequest, request_id: int) -> HttpResponse:
    asked = handled_or_403(request, request_id)
    return _page(
        request, asked, CallForm(_typed(request)),
        lambda note: services.log_call(request=asked, note=note, by=request.user),
        heading="Gebeld, en niet bereikt", button="Opslaan", done="De nieuwkomer ziet dat u hebt gebeld.",
    )  # fmt: skip


@_FORM
@staff_page(*HANDLERS)
def escalate(request: StaffRequest, request_id: int) -> HttpResponse:
    asked = handled_or_403(request, request_id)
    return _page(
        request, asked, EscalateForm(_typed(request)),
        lambda advice: services.escalate_request(request=asked, advice=advice, by=request.user),
        heading="Voorleggen aan de teamleider", button="Leg voor", done="Het verzoek ligt nu bij de teamleider.",
    )  # fmt: skip


@_FORM
@staff_page(Role.TEAMLEIDER)
def triage(request: StaffRequest, request_id: int) -> HttpResponse:
    asked = handled_or_403(request, request_id)
    if not may_triage(request.user, asked):
        raise PermissionDenied("Alleen de teamleider bekijkt een vertrouwelijk verzoek.")
    form = TriageForm(
        _typed(request), colleagues=_colleagues(request.user), initial={"owner": request.user.pk}
    )
    return _page(
        request, asked, form,
        lambda share, owner: services.triage_request(request=asked, share=share, owner=owner, by=request.user),
        heading="Vertrouwelijk verzoek bekijken", button="Opslaan", done="Opgeslagen wie dit verzoek ziet en behandelt.",
    )  # fmt: skip


@_FORM
@staff_page(Role.TEAMLEIDER)
def assign(request: StaffRequest, request_id: int) -> HttpResponse:
    asked = handled_or_403(request, request_id)
    if not leads(request.user, asked):
        raise PermissionDenied("De teamleider van dit dossier kiest wie het behandelt.")
    return _page(
        request, asked, AssignForm(_typed(request), colleagues=_colleagues(request.user)),
        lambda owner: services.assign_request(request=asked, to=owner, by=request.user),
        heading="Aan een collega geven", button="Geef aan deze collega", done="Deze collega behandelt nu het verzoek.",
    )  # fmt: skip


@_FORM
@staff_page(*HANDLERS)
def refer(request: StaffRequest, request_id: int) -> HttpResponse:
    asked = handled_or_403(request, request_id)
    return _page(
        request, asked, ReferForm(_typed(request)),
        lambda **fields: services.refer_request(request=asked, by=request.user, **fields),
        heading="Voorleggen aan een ander", button="Leg voor",
        done="Opgeslagen. Schrijf het hier op als er antwoord komt; de termijn loopt door.",
    )  # fmt: skip


@_FORM
@staff_page(*HANDLERS)
def party_answer(request: StaffRequest, request_id: int, party_id: int) -> HttpResponse:
    asked = handled_or_403(request, request_id)
    party = get_object_or_404(asked.parties, pk=party_id)
    return _page(
        request, asked, PartyAnswerForm(_typed(request)),
        lambda **fields: services.referral_came_back(party=party, by=request.user, **fields),
        heading=f"Antwoord van {party.name}", button="Opslaan", done=f"Het antwoord van {party.name} is opgeslagen.",
    )  # fmt: skip


@_FORM
@staff_page(*HANDLERS)
def conference(request: StaffRequest, request_id: int) -> HttpResponse:
    asked = handled_or_403(request, request_id)
    return _page(
        request, asked, ConferenceForm(_typed(request)),
        lambda **fields: services.hold_conference(request=asked, by=request.user, **fields),
        heading="Casusoverleg vastleggen", button="Opslaan", done="Het casusoverleg staat erin. U kunt nu antwoorden.",
    )  # fmt: skip


@_FORM
@staff_page(*HANDLERS)
def translate(request: StaffRequest, request_id: int) -> HttpResponse:
    asked = handled_or_403(request, request_id)
    known = {"translation": asked.translation, "source": asked.translation_source}
    return _page(
        request, asked, TranslateForm(_typed(request), initial=known if asked.translation else None),
        lambda **fields: services.translate_request(request=asked, by=request.user, **fields),
        heading="Vertaling van de vraag", button="Opslaan", done="De vertaling is opgeslagen.",
    )  # fmt: skip


@_FORM
@staff_page(*HANDLERS)
def withdraw(request: StaffRequest, request_id: int) -> HttpResponse:
    asked = handled_or_403(request, request_id)
    if asked.is_open and not may_withdraw(request.user, asked):
        raise PermissionDenied("Alleen wie dit verzoek behandelt, schrijft op dat het is ingetrokken.")
    return _page(
        request, asked, WithdrawForm(_typed(request)),
        lambda reason: services.withdraw_request(request=asked, reason=reason, by=request.user),
        heading="Verzoek intrekken", button="Ja, trek in", done="Het verzoek is ingetrokken.", variant="danger",
        warning="Alleen als de nieuwkomer het zelf niet meer wil; die krijgt er bericht van. Dit kunt u niet terugdraaien.",
    )  # fmt: skip


@_FORM
@staff_page(*HANDLERS)
def review(request: StaffRequest, request_id: int) -> HttpResponse:
    """Writes down that the newcomer wants somebody else to look again."""
    asked = handled_or_403(request, request_id)
    return _page(
        request, asked, ReviewForm(_typed(request)),
        lambda **fields: services.request_review(request=asked, by=request.user, **fields),
        heading="Herbeoordeling vragen", button="Opslaan", done="De herbeoordeling is gevraagd. Een ander kijkt ernaar.",
    )  # fmt: skip


def _page(
    request: StaffRequest, asked: Request, form: Form, act: Callable[..., Any], *, done: str, **shown: Any
) -> HttpResponse:
    """Does the act with what the form says, or shows the form with all reasons why not."""
    if form.is_bound and form.is_valid():
        try:
            act(**form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, done)
            if requests_visible_to(request.user).filter(pk=asked.pk).exists():
                return redirect("verzoek", asked.pk)
            return redirect("verzoeken")
    context = frame(request.user, asked.case) | {"asked": asked, "form": form, "variant": "primary", **shown}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "contact/requests/act.html", context, status=status)


def _typed(request: StaffRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _colleagues(user: User) -> list[User]:
    return list(guides_for(user))
