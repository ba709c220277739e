"""The concept in the portal: the newcomer reads it, says something about it, and answers."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
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
from pip_plans.selectors import comments_on, involvement_of, responses_to, shared_concept_of, text_hash
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
INCOMPLETE = gettext_lazy(
    "Uw antwoord is nog niet compleet. Hebt u de handtekening gezet? En staat er wat er moet veranderen, of waarom niet?"
)
SIGN_AGAIN = gettext_lazy("Bevestig of teken opnieuw. Wat u eerder koos, ging over een andere tekst.")


@resident_page
@require_safe
def my_concept(request: HttpRequest) -> HttpResponse:
    """The plan as it would become, with what was said about it. 404 as long as nothing is shared."""
    return _page(request, _shared(request))


@resident_page
@require_POST
def my_comment(request: HttpRequest) -> HttpResponse:
    version = _shared(request)
    form = MyCommentForm(request.POST, version=version)
    if form.is_valid():
        try:
            services.comment_on(version=version, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, _words(refusal))
        else:
            messages.success(
                request, _("Uw opmerking is bewaard. Uw klantmanager geeft antwoord. Dat leest u hier.")
            )
            return redirect(f"{redirect('mijn-concept').url}#opmerkingen")
    return _page(request, version, comment_form=form, refused=form)


@resident_page
@require_POST
def my_response(request: HttpRequest) -> HttpResponse:
    version = shared_concept_of(request.user)
    if version is None:
        messages.error(request, str(REFUSALS["vervangen"]))
        return redirect("mijn-plan")
    form = MyResponseForm(request.POST)
    if form.is_valid():
        try:
            services.respond(version=version, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, _words(refusal))
        else:
            messages.success(request, _("Uw antwoord is bewaard. Uw klantmanager ziet het."))
            return redirect("mijn-concept")
    # The text may have changed since the page was opened: below stands the one of now, and the answer is to that.
    version = shared_concept_of(request.user) or version
    to_sign_again(form, text_hash(version), str(SIGN_AGAIN))
    return _page(request, version, form=form, refused=form)


def _shared(request: HttpRequest) -> PipVersion:
    version = shared_concept_of(request.user)
    if version is None:
        raise Http404
    return version


def _page(
    request: HttpRequest, version: PipVersion, *, refused: Form | None = None, **forms: Any
) -> HttpResponse:
    now = text_hash(version)
    given = [(response, response.content_hash == now) for response in responses_to(version)]
    loose = [agreement for agreement in version.agreements.all() if agreement.goal_id is None]
    context = {
        "version": version,
        "case": version.pip.case,
        "gemeente": version.pip.case.gemeente,
        "loose_agreements": loose,
        "comments": comments_on(version),
        "responses": given,
        "involvement": involvement_of(version, today=timezone.localdate()),
        "form": MyResponseForm(initial={"expected_hash": now, "language": get_language()}),
        "comment_form": MyCommentForm(version=version),
        "refused": refused,
        "now": now,
    }
    status = UNPROCESSABLE if refused else 200
    return render(request, "pip_plans/my_concept.html", context | forms, status=status)


def _words(refusal: ValidationError) -> list[str]:
    """In the language of the page: what the klantmanager would read is Dutch."""
    errors = refusal.error_list if hasattr(refusal, "error_list") else []
    known = [str(REFUSALS[error.code]) for error in errors if error.code in REFUSALS]
    return known or [str(INCOMPLETE)]
