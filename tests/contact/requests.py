"""Requests in the states that tests start from."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from cases.models import Case, PersonLanguage
from contact.enums.requests import Decision, PartyKind, PartyState, RefusalCode, RequestType, Via
from contact.models import Answer, Notice, Request, RequestParty
from contact.services import requests as services

MONDAY = date(2026, 3, 2)
REASON = "De groep van de ochtend heeft weer plek vanaf april."
QUESTION = "Ik wil graag les in de ochtend, want mijn kinderen zijn om drie uur uit."


def ask(case: Case, by: User, type_: RequestType = RequestType.LESTIJD, **fields: Any) -> Request:
    """A request by the newcomer, or by staff who write it down."""
    fields = {
        "text": QUESTION, "language": "nl", "via": Via.PORTAAL if by.is_resident else Via.TELEFOON, **fields,
    }  # fmt: skip
    return services.submit_request(case=case, type_=type_, by=by, **fields)


def refuse(request: Request, by: User, **fields: Any) -> Answer:
    fields = {"reason": REASON, "refusal_code": RefusalCode.CONTRACT, **fields}
    return services.answer_request(request=request, decision=Decision.AFGEWEZEN, by=by, **fields)


def grant(request: Request, by: User, **fields: Any) -> Answer:
    return services.answer_request(
        request=request, decision=Decision.TOEGEWEZEN, by=by, **({"reason": REASON} | fields)
    )


def put_to(request: Request, by: User, name: str = "Taalschool De Brug") -> RequestParty:
    return services.refer_request(
        request=request, kind=PartyKind.AANBIEDER, name=name, question="Kan zij naar de ochtendgroep?", by=by
    )


def came_back(party: RequestParty, by: User, on: Any, state: PartyState = PartyState.REFUSED) -> RequestParty:
    code = RefusalCode.CONTRACT if state == PartyState.REFUSED else None
    return services.referral_came_back(
        party=party, state=state, answer="Dan wil de hele klas dat.", on=on, by=by, refusal_code=code
    )


def reads(case: Case, code: str) -> None:
    PersonLanguage.objects.create(person=case.person, code=code, speaks=True, reads=True, preferred=True)


def notices(request: Request) -> list[str]:
    """The kinds of messages that the newcomer got about it in the portal, oldest first."""
    told = Notice.objects.filter(request=request, channel="portaal").order_by("id")
    return list(told.values_list("kind", flat=True))


def refusal(act: Callable[..., object], *args: Any, **kwargs: Any) -> list[str]:
    """Why it wasn't done."""
    with pytest.raises(ValidationError) as refused:
        act(*args, **kwargs)
    return refused.value.messages
