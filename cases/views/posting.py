"""What every page with a form does: act when it was sent and can be, else show why not."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict


def sent(request: HttpRequest) -> QueryDict | None:
    """What was posted; None when somebody only looks. An empty form that was sent is not the same as none."""
    return request.POST if request.method == "POST" else None


def acted(request: HttpRequest, form: forms.Form, act: Callable[..., object], done: str) -> Any:
    """What the act made, when the form was sent and complete; None when not. A refusal becomes an error of the form."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        given = act(**form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return None
    messages.success(request, done)
    return given
