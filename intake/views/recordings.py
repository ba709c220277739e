"""The preparation pack read aloud: what there is for each language, a recording more or less, and its sound."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from accounts.enums import Role
from accounts.models import Gemeente
from accounts.views import staff_page
from cases.enums import Language
from cases.views import UNPROCESSABLE, StaffRequest
from intake import services
from intake.forms import RecordingForm
from intake.rules import HEARD_LANGUAGES, SPOKEN, OutsideError, Span, asked_span
from intake.selectors import (
    PartState,
    ended_recordings,
    parts_in,
    recordings_in_language,
    recordings_visible_to,
    sound_of,
    spoken_languages,
)


@require_GET
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def recordings(request: StaffRequest) -> HttpResponse:
    context = {"languages": spoken_languages(_gemeente(request)), "total": len(SPOKEN)}
    return render(request, "intake/recordings.html", context)


@require_GET
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def recordings_in(request: StaffRequest, language: str) -> HttpResponse:
    """Each part in one language with what is read aloud, and what could be heard before."""
    gemeente = _gemeente(request)
    context = {
        "language": _language(language), "parts": parts_in(gemeente, language),
        "ended": ended_recordings(gemeente, language),
    }  # fmt: skip
    return render(request, "intake/recordings_in.html", context)


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def record_part(request: StaffRequest, language: str, key: str) -> HttpResponse:
    """Adds or replaces one recording; the form carries which one the colleague saw."""
    state = _part(request, language, key)
    form = RecordingForm(
        request.POST if request.method == "POST" else None, request.FILES or None, current=state.recording,
        known=recordings_in_language(_gemeente(request), language), initial={"recorded_on": timezone.localdate()},
    )  # fmt: skip
    if form.is_valid():
        try:
            # One byte more than is allowed is enough to refuse the rest.
            content = form.cleaned_data["file"].read(settings.RECORDING_MAX_BYTES + 1)
            services.keep_recording(
                part=key, language=language, content=content, speaker=form.cleaned_data["speaker"],
                recorded_on=form.cleaned_data["recorded_on"], replaces=form.cleaned_data["replaces"], by=request.user,
            )  # fmt: skip
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, "De opname is bewaard. Nieuwkomers kunnen haar nu horen.")
            return redirect("opnamen-taal", language)
    context = {"language": Language(language), "state": state, "form": form}
    return render(request, "intake/recording.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def remove_recording(request: StaffRequest, language: str, key: str) -> HttpResponse:
    recording = _part(request, language, key).recording
    if recording is None:
        raise Http404
    if request.method == "POST":
        try:
            services.remove_recording(recording=recording, by=request.user)
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
        else:
            messages.success(request, "De opname is weggehaald.")
        return redirect("opnamen-taal", language)
    context = {
        "heading": f"Opname weghalen: {recording}?", "confirm": "Ja, haal weg", "back_url": "../../",
        "text": "Nieuwkomers kunnen dit onderdeel dan niet meer horen. Het geluid is daarna weg.",
    }  # fmt: skip
    return render(request, "confirm.html", context)


@require_safe
def sound(request: HttpRequest, recording_id: int) -> HttpResponse:
    """The bytes, or the part that a phone asks: iOS plays nothing that it can't ask in parts.

    For who may listen: colleagues and residents of the gemeente. It may stay in the browser of who heard it: a
    recording never changes, and says nothing about a person.
    """
    recording = get_object_or_404(recordings_visible_to(request.user), pk=recording_id)
    tag = f'"{recording.sha256}"'
    headers = {
        "Accept-Ranges": "bytes", "ETag": tag, "Cache-Control": "private, max-age=3600",
        "X-Content-Type-Options": "nosniff", "Content-Disposition": "inline",
    }  # fmt: skip
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers=headers)
    is_same = request.headers.get("If-Range", tag) == tag
    try:
        span = asked_span(request.headers.get("Range", "") if is_same else "", recording.size)
    except OutsideError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{recording.size}"})
    if span:
        headers["Content-Range"] = f"bytes {span.first}-{span.last}/{recording.size}"
    return HttpResponse(
        sound_of(recording, span or Span(0, recording.size - 1)), content_type=recording.mime, headers=headers,
        status=206 if span else 200,
    )  # fmt: skip


def _gemeente(request: StaffRequest) -> Gemeente:
    return get_object_or_404(Gemeente, pk=request.user.gemeente_id)


def _language(code: str) -> Language:
    if code not in HEARD_LANGUAGES:
        raise Http404
    return Language(code)


def _part(request: StaffRequest, language: str, key: str) -> PartState:
    states = parts_in(_gemeente(request), _language(language))
    state = next((one for one in states if one.part.key == key), None)
    if state is None:
        raise Http404
    return state
