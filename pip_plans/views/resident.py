"""The concept in the portal: the newcomer reads it, says something about it, and answers."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form, Textarea
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.views import resident_page
from pip_plans import services
from pip_plans.forms import MyCommentForm, MyResponseForm
from pip_plans.models import PipVersion
from pip_plans.selectors import (
    comments_on,
    involvement_of,
    responses_to,
    shared_concept_of,
    text_hash,
    why_no_concept,
)
from pip_plans.views.shared import UNPROCESSABLE, to_sign_again

REFUSALS = {
    "vervangen": gettext_lazy(
        "Dit plan is intussen vervangen. Uw antwoord is niet bewaard. Lees eerst het nieuwe plan."
    ),
    "gewijzigd": gettext_lazy(
        "Het plan is veranderd terwijl u het las. Uw antwoord is niet bewaard. Lees het opnieuw."
    ),
    "niet_gedeeld": gettext_lazy(
        "Dit plan staat niet meer in het portaal. Vraag uw klantmanager wat er verandert."
    ),
    "te_veel": gettext_lazy("Er staan heel veel opmerkingen. Bel uw klantmanager, dan bespreekt u ze samen."),
}
NOTHING_SHARED = {
    "vervangen": gettext_lazy("Uw plan is vastgesteld. U leest het bij ‘Mijn plan’."),
    "niet_gedeeld": REFUSALS["niet_gedeeld"],
}
FAULTS = {
    "reden": ("reason", gettext_lazy("Schrijf op waarom u niet akkoord bent.")),
    "voorwaarde": ("conditions", gettext_lazy("Schrijf op wat er moet veranderen.")),
    "toch_voorwaarden": (
        "conditions",
        gettext_lazy(
            "Hier staat wat er moet veranderen. Kies dan ‘Ik ben akkoord, als er iets verandert’, of haal deze tekst weg."
        ),
    ),
    "handtekening": (
        "means",
        gettext_lazy(
            "Er staat nog geen handtekening. Teken met uw vinger of met de muis, of bevestig met DigiD."
        ),
    ),
    "te_kort": (
        "means",
        gettext_lazy("Uw handtekening is te kort. Een lijn of een kruis mag ook, maar maak die groter."),
    ),
}
"""What can be wrong in an answer, by the code of `rules.responses.Fault`: the field and what to do about it."""
NOT_KEPT = gettext_lazy("Dit is niet bewaard. Probeer het opnieuw, of bel uw klantmanager.")
SIGN_AGAIN = gettext_lazy("Bevestig of teken opnieuw. Wat u eerder koos, ging over een andere tekst.")


@resident_page
@require_safe
def my_concept(request: HttpRequest) -> HttpResponse:
    """The plan as it would become, with what was said about it. 404 for who never had one."""
    version = shared_concept_of(request.user)
    return _page(request, version) if version else _nothing_shared(request)


@resident_page
@require_POST
def my_comment(request: HttpRequest) -> HttpResponse:
    version = shared_concept_of(request.user)
    if version is None:
        return _gone(request, MyCommentForm)
    form = MyCommentForm(request.POST, version=version)
    if form.is_valid():
        try:
            services.comment_on(version=version, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            _refuse(form, refusal)
        else:
            messages.success(
                request, _("Uw opmerking is bewaard. Uw klantmanager geeft antwoord. Dat leest u hier.")
            )
            return redirect(f"{redirect('mijn-concept').url}#opmerkingen")
    return _page(request, version, refused_comment=form, refused=form)


@resident_page
@require_POST
def my_response(request: HttpRequest) -> HttpResponse:
    version = shared_concept_of(request.user)
    if version is None:
        return _gone(request, MyResponseForm)
    form = MyResponseForm(request.POST)
    if form.is_valid():
        try:
            services.respond(version=version, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            _refuse(form, refusal)
        else:
            messages.success(request, _("Uw antwoord is bewaard. Uw klantmanager ziet het."))
            return redirect("mijn-concept")
    # The text may have changed since the page was opened: below stands the one of now, and the answer is to that.
    version = shared_concept_of(request.user) or version
    to_sign_again(form, text_hash(version), str(SIGN_AGAIN))
    return _page(request, version, form=form, refused=form)


def _page(
    request: HttpRequest, version: PipVersion, *, refused: Form | None = None, **forms: Any
) -> HttpResponse:
    now = text_hash(version)
    given = [(response, response.content_hash == now) for response in responses_to(version)]
    today = timezone.localdate()
    involvement = involvement_of(version, today=today)
    loose = [agreement for agreement in version.agreements.all() if agreement.goal_id is None]
    context = {
        "version": version,
        "case": version.pip.case,
        "gemeente": version.pip.case.gemeente,
        "loose_agreements": loose,
        "comments": comments_on(version),
        "responses": given,
        "answered": any(is_of_now for _response, is_of_now in given),
        "involvement": involvement,
        "reading_is_over": involvement.readable_until is not None and today >= involvement.readable_until,
        "form": MyResponseForm(initial={"expected_hash": now, "language": get_language()}),
        "refused": refused,
        "now": now,
    }
    status = UNPROCESSABLE if refused else 200
    return render(request, "pip_plans/my_concept.html", context | forms, status=status)


def _refuse(form: Form, refusal: ValidationError) -> None:
    """Each fault at its field, in the language of the page: what the klantmanager would read is Dutch."""
    errors = refusal.error_list if hasattr(refusal, "error_list") else []
    for error in errors:
        if error.code in FAULTS:
            field, sentence = FAULTS[error.code]
            form.add_error(field, str(sentence))
        elif error.code in REFUSALS:
            form.add_error(None, str(REFUSALS[error.code]))
    if form.is_valid():
        form.add_error(None, str(NOT_KEPT))


def _why(request: HttpRequest) -> str:
    """What became of the concept; 404 for who never had one."""
    if why := why_no_concept(request.user):
        return why
    raise Http404


def _nothing_shared(request: HttpRequest) -> HttpResponse:
    """For who follows an older message to a concept that was taken back or established since."""
    return render(request, "pip_plans/my_concept_gone.html", {"reason": NOTHING_SHARED[_why(request)]})


def _gone(request: HttpRequest, kind: type[Form]) -> HttpResponse:
    """The plan isn't in the portal any more, since it was established or taken back: why, and what was typed. 404 for who
    never had one.
    """
    reason = REFUSALS[_why(request)]
    typed = [
        (field.label, request.POST[name])
        for name, field in kind.base_fields.items()
        if isinstance(field.widget, Textarea) and request.POST.get(name, "").strip()
    ]
    context = {"reason": reason, "typed": typed, "not_kept": True}
    return render(request, "pip_plans/my_concept_gone.html", context, status=UNPROCESSABLE)
