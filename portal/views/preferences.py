"""How do you want to hear from us? Messages, and talks."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from contact.models import ContactPreference
from contact.selectors.appointments import preference_of as talk_preference
from contact.selectors.preferences import preference_of
from contact.services.appointments import set_meeting_preference
from contact.services.preferences import set_preferences
from portal.forms.preferences import ChannelsForm, TalksForm
from portal.selectors.cases import MyCases
from portal.views.case_page import my_form, shared


@my_form
def preferences(request: HttpRequest, mine: MyCases) -> HttpResponse:
    """Two forms on one page; the button says which of them was sent."""
    person, part = mine.current.person, request.POST.get("deel")
    now = preference_of(person)
    channels = ChannelsForm.of(now, request.POST if part == "berichten" else None)
    talks = TalksForm.of(talk_preference(person), request.POST if part == "gesprekken" else None)
    if (channels.is_valid() and _save_channels(request, mine, now, channels)) or (
        talks.is_valid() and _save_talks(request, mine, talks)
    ):
        messages.success(request, _("Opgeslagen. De gemeente weet nu wat u wilt."))
        return redirect("mijn-voorkeuren")
    context = shared(mine) | {"channels": channels, "talks": talks, "preference": now}
    status = 422 if request.method == "POST" else 200
    return render(request, "portal/preferences.html", context, status=status)


def _save_channels(request: HttpRequest, mine: MyCases, now: ContactPreference, form: ChannelsForm) -> bool:
    try:
        set_preferences(
            case=mine.current, channels=form.channels(), wants_letters=form.cleaned_data["wants_letters"],
            quiet_from=now.quiet_from, quiet_until=now.quiet_until, daily_cap=now.daily_cap, by=request.user,
        )  # fmt: skip
    except ValidationError:
        form.add_error(None, _("Dit lukt nu niet. Bel de gemeente."))
        return False
    return True


def _save_talks(request: HttpRequest, mine: MyCases, form: TalksForm) -> bool:
    try:
        set_meeting_preference(case=mine.current, by=request.user, **form.cleaned_data)
    except ValidationError:
        form.add_error(None, _("Dit lukt nu niet. Bel de gemeente."))
        return False
    return True
