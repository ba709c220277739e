"""Messages to newcomers: what goes out, the text of one, letters for the post, a message of one's own, preferences."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST, require_safe

from accounts.enums import Role
from accounts.views import staff_page
from cases.rules.languages import dutch_name
from cases.selectors import CASE_ROLES
from cases.views import UNPROCESSABLE, StaffRequest, editable_dossier_or_403
from contact.enums.notices import NoticeState
from contact.forms.notices import FreeMessageForm, PreferenceForm
from contact.models.notices import NEEDS_PEOPLE, Notice
from contact.selectors.notices import (
    OUTBOX_ROLES,
    letters_to_post,
    need_people,
    notices_visible_to,
    outbox_visible_to,
    untranslated,
    waiting,
)
from contact.selectors.preferences import languages_read, preference_of
from contact.services.notices import send_free_message
from contact.services.notices.letters import drop_outdated, mark_posted, pile_pdf
from contact.services.notices.outcomes import retry_notice
from contact.services.preferences import set_preferences

PER_PAGE = 25
MOST_LETTERS = 200
EDITORS = (Role.KLANTMANAGER, Role.TEAMLEIDER)

SHOWN: dict[str, Callable[[QuerySet[Notice]], QuerySet[Notice]]] = {
    "": need_people,
    "wacht": waiting,
    "verstuurd": lambda rows: rows.filter(state__in=(NoticeState.SENT, NoticeState.DELIVERED)),
    "vervallen": lambda rows: rows.filter(state=NoticeState.DROPPED),
}


# --- What goes out ------------------------------------------------------------------------------------------


@require_GET
@staff_page(*OUTBOX_ROLES)
def outbox(request: StaffRequest) -> HttpResponse:
    rows, show = outbox_visible_to(request.user), request.GET.get("toon", "")
    show = show if show in SHOWN else ""
    is_lead = request.user.has_role(Role.TEAMLEIDER)
    page = Paginator(SHOWN[show](rows), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "show": show,
        "page_obj": page,
        "some_may_have_arrived": not show and any(row.may_have_arrived for row in page),
        "failed": need_people(rows).count(),
        "waiting": waiting(rows).count(),
        "letters": letters_to_post(request.user).count(),
        "names_people": is_lead,
        "untranslated": untranslated(request.user, since=timezone.localdate().replace(month=1, day=1))
        if is_lead
        else None,
    }
    return render(request, "contact/outbox.html", context)


@require_POST
@staff_page(*OUTBOX_ROLES)
def retry(request: StaffRequest) -> HttpResponse:
    """Tries the chosen messages again: one by its button, or all that were ticked. What may have arrived stays where it is
    until somebody confirms that it may arrive twice.
    """
    chosen = [value for value in request.POST.getlist("bericht") if value.isdecimal()]
    rows = need_people(outbox_visible_to(request.user)).filter(pk__in=chosen)
    may_arrive_twice = request.POST.get("dubbel") == "ja"
    count, refused = 0, set()
    for notice in rows:
        try:
            retry_notice(notice=notice, by=request.user, may_arrive_twice=may_arrive_twice)
        except ValidationError as refusal:
            refused.update(refusal.messages)
        else:
            count += 1
    if count:
        text = "Wij sturen het bericht opnieuw." if count == 1 else f"Wij sturen {count} berichten opnieuw."
        messages.success(request, f"{text} Lukt het niet, dan staat het hier straks weer.")
    for sentence in sorted(refused):
        messages.error(request, sentence)
    if not rows:
        messages.error(request, "Kies eerst een bericht dat niet is aangekomen.")
    return redirect("berichten")


@require_safe
@staff_page(*CASE_ROLES)
def notice(request: StaffRequest, notice_id: int) -> HttpResponse:
    """One message, as it went or will go, and the other channels that it went over."""
    shown = get_object_or_404(
        notices_visible_to(request.user).select_related("document", "confirmed_by"), pk=notice_id
    )
    same = notices_visible_to(request.user).filter(source=shown.source, kind=shown.kind, person=shown.person)
    can_retry = shown.state in NEEDS_PEOPLE and outbox_visible_to(request.user).filter(pk=shown.pk).exists()
    context = {"case": shown.case, "notice": shown, "channels": same.order_by("id"), "can_retry": can_retry}
    return render(request, "contact/notice.html", context)


# --- Letters ----------------------------------------------------------------------------------------------------


@require_GET
@staff_page(Role.TEAMLEIDER)
def letters(request: StaffRequest) -> HttpResponse:
    context = {
        "letters": letters_to_post(request.user)[:MOST_LETTERS],
        "count": letters_to_post(request.user).count(),
    }
    return render(request, "contact/outbox_letters.html", context)


@require_POST
@staff_page(Role.TEAMLEIDER)
def print_letters(request: StaffRequest) -> HttpResponse:
    """The chosen letters behind each other in one PDF; what isn't worth posting any more is taken out first."""
    chosen = _chosen_letters(request)
    outdated = drop_outdated(letters=chosen)
    pile = [letter for letter in chosen if letter.pk not in outdated]
    if not pile:
        why = "Deze brieven zijn niet meer nodig." if outdated else "Kies ten minste één brief."
        messages.error(request, why)
        return redirect("brieven")
    return HttpResponse(
        pile_pdf(pile),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="brieven-{timezone.localdate()}.pdf"'},
    )


@require_POST
@staff_page(Role.TEAMLEIDER)
def letters_posted(request: StaffRequest) -> HttpResponse:
    try:
        count = mark_posted(letters=_chosen_letters(request), by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        sentence = "1 brief is" if count == 1 else f"{count} brieven zijn"
        messages.success(request, f"{sentence} op de post. Dat staat nu in de dossiers.")
    return redirect("brieven")


def _chosen_letters(request: StaffRequest) -> list[Notice]:
    chosen = [value for value in request.POST.getlist("brief") if value.isdecimal()]
    return list(letters_to_post(request.user).filter(pk__in=chosen)[:MOST_LETTERS])


# --- From the dossier -----------------------------------------------------------------------------------------


@staff_page(*EDITORS)
def new_message(request: StaffRequest, case_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    own = next(iter(languages_read(case.person)), "nl")
    form = FreeMessageForm(request.POST or None, language=dutch_name(own) if own != "nl" else "")
    if request.method == "POST" and form.is_valid():
        try:
            send_free_message(case=case, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.refused(refusal)
        else:
            messages.success(request, "Het bericht staat klaar en gaat zo naar de nieuwkomer.")
            return redirect("dossier-contact", case.pk)
    status = UNPROCESSABLE if form.errors else 200
    return render(
        request, "contact/message_new.html", {"case": case, "form": form, "own": own}, status=status
    )


@staff_page(*EDITORS)
def preferences(request: StaffRequest, case_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    preference = preference_of(case.person)
    form = PreferenceForm(request.POST or None, initial=PreferenceForm.values_of(preference))
    if request.method == "POST" and form.is_valid():
        try:
            set_preferences(case=case, by=request.user, **form.wanted)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, "De voorkeur voor berichten is bewaard.")
            return redirect("dossier-contact", case.pk)
    context = {"case": case, "form": form, "preference": preference}
    return render(
        request, "contact/message_preferences.html", context, status=UNPROCESSABLE if form.errors else 200
    )
