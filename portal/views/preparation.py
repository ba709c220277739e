"""What is this talk, and how do I prepare? The pack, the sheet step by step, and afterwards what it was and what comes."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from contact.selectors.preparation import pack_of
from contact.services.notices import mark_read
from intake.forms import SheetStepForm
from intake.models import PackRecording
from intake.rules import OWN_VOICE, PACK, SHEET_STEPS, STEP_BY_KEY, SheetStep, next_step_after
from intake.selectors import (
    filled_steps,
    language_to_write,
    recordings_by_part,
    sheet_is_writable,
    sheet_of_resident,
)
from intake.services import SheetClash, save_sheet_step
from portal.selectors.cases import MyCases, helpers
from portal.selectors.preparation import what_was_said
from portal.selectors.talks import next_talk
from portal.views.case_page import my_act, my_form, my_page, shared


@my_page
def overview(request: HttpRequest, mine: MyCases) -> HttpResponse:
    """The pack, to read and to hear, and how far the own sheet is. Looking changes nothing: see `opened`."""
    recordings = _recordings(mine)
    context = shared(mine) | {
        "parts": [(part, recordings.get(part.key, [])) for part in PACK],
        "own_voice": OWN_VOICE,
        "own_voice_recordings": recordings.get(OWN_VOICE.key, []),
        "can_listen": bool(recordings),
        "pack": pack_of(mine.current),
        "steps": filled_steps(sheet_of_resident(request.user, mine.current)),
        "is_writable": sheet_is_writable(mine.current),
        "talk": next_talk(request.user, now=timezone.now()),
    }
    return render(request, "portal/preparation.html", context)


def _recordings(mine: MyCases) -> dict[str, list[PackRecording]]:
    return recordings_by_part(mine.current.gemeente, mine.current.person, (get_language() or "nl")[:2])


@my_act
def opened(request: HttpRequest, mine: MyCases) -> HttpResponse:
    """Tells the gemeente that the pack was opened, and shows it."""
    if pack := pack_of(mine.current):
        mark_read(notice=pack.portal, by=request.user)
    return redirect("mijn-voorbereiding")


@my_form
def step(request: HttpRequest, mine: MyCases, key: str) -> HttpResponse:
    """One step of the sheet. It is kept when somebody goes on, so stopping halfway loses nothing."""
    if key not in STEP_BY_KEY:
        raise Http404
    current = STEP_BY_KEY[key]
    if request.method != "POST" and not sheet_is_writable(mine.current):
        messages.info(request, _too_late())
        return redirect("mijn-voorbereiding")
    sheet = sheet_of_resident(request.user, mine.current)
    form = SheetStepForm(
        request.POST if request.method == "POST" else None, step=current, sheet=sheet, by=request.user,
        language=language_to_write(sheet, mine.current.person),
    )  # fmt: skip
    if form.is_valid() and _saved(request, mine, form):
        following = next_step_after(key)
        if following and "stop" not in request.POST:
            return redirect("mijn-voorbereiding-stap", following.key)
        messages.success(request, _("Opgeslagen. Uw klantmanager leest dit vóór het gesprek."))
        return redirect("mijn-voorbereiding")
    place = SHEET_STEPS.index(current)
    context = shared(mine) | {
        "form": form,
        "step": current,
        "number": place + 1,
        "total": len(SHEET_STEPS),
        "previous": _step_before(place),
        "recordings": _recordings(mine).get(key, []),
    }
    return render(request, "portal/preparation_step.html", context, status=422 if form.is_bound else 200)


def _step_before(place: int) -> SheetStep | None:
    return SHEET_STEPS[place - 1] if place else None


def _saved(request: HttpRequest, mine: MyCases, form: SheetStepForm) -> bool:
    try:
        save_sheet_step(
            case=mine.current, step=form.step.key, by=request.user, answers=form.answers(),
            ratings=form.ratings(), language=form.language(), language_seen=form.language_seen(),
        )  # fmt: skip
    except SheetClash as clash:
        form.choose(clash)
        return False
    except ValidationError as refusal:
        is_closed = getattr(refusal, "code", "") == "closed"
        form.add_error(
            None,
            _too_late() if is_closed else _("Dit lukt nu niet. Uw tekst staat hier nog. Bel de gemeente."),
        )
        return False
    return True


def _too_late() -> str:
    return _(
        "De gesprekken zijn klaar. U kunt dit niet meer wijzigen. Wilt u iets vertellen? Bel uw klantmanager."
    )


@my_page
def afterwards(request: HttpRequest, mine: MyCases) -> HttpResponse:
    """What was this, and what happens now? (PP-29)"""
    said = what_was_said(request.user, mine.current, today=timezone.localdate())
    return render(
        request, "portal/after_intake.html", shared(mine) | {"said": said, "helpers": helpers(mine.current)}
    )
