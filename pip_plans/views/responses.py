"""The concept that the newcomer reads along with: sharing it, answering comments, keeping the response."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.views import form_at
from cases.models import Case
from cases.services import Upload
from cases.views import StaffRequest
from pip_plans import services
from pip_plans.enums import Reaction
from pip_plans.forms import AnswerForm, CommentForm, ResponseForm
from pip_plans.models import PipVersion
from pip_plans.rules.changes import changes
from pip_plans.rules.responses import consent_obstacles
from pip_plans.selectors import comments_on, involvement_of, responses_to, text_hash
from pip_plans.views.gone import concept_page
from pip_plans.views.shared import UNPROCESSABLE, editable_concept, to_sign_again

SIGN_AGAIN = "Kies opnieuw hoe de reactie is gegeven, en laat opnieuw tekenen. De vorige handtekening ging over een andere tekst."


@require_GET
@concept_page
def responses(request: StaffRequest, case_id: int) -> HttpResponse:
    """What the newcomer reads, says and answers, and what the klantmanager must still do with it."""
    case, concept = editable_concept(request, case_id)
    return _page(request, case, concept)


def _page(request: StaffRequest, case: Case, concept: PipVersion, **refused: Any) -> HttpResponse:
    given = list(responses_to(concept))
    now, plan, today = text_hash(concept), concept.as_plan, timezone.localdate()
    involvement = involvement_of(concept, today=today)
    context = {
        "case": case,
        "tab": "pip",
        "concept": concept,
        "involvement": involvement,
        "consent": list(consent_obstacles(involvement, today)),
        "comments": [
            (comment, AnswerForm(prefix=f"opmerking-{comment.pk}", language=concept.own_language))
            for comment in comments_on(concept)
        ],
        "responses": [
            (response, [] if response.content_hash == now else changes(response.as_read, plan))
            for response in given
        ],
        "now": now,
        "comment_form": CommentForm(auto_id="zei_%s"),
    }
    return render(
        request, "pip_plans/responses.html", context | refused, status=UNPROCESSABLE if refused else 200
    )


@form_at("../reacties/")
@require_POST
@concept_page
def share(request: StaffRequest, case_id: int) -> HttpResponse:
    _, concept = editable_concept(request, case_id)
    try:
        services.share_concept(version=concept, by=request.user)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    else:
        messages.success(
            request, "Het concept staat in het portaal. De nieuwkomer kan het nu lezen en reageren."
        )
    return redirect("pip-reacties", case_id)


@form_at("../reacties/")
@require_POST
@concept_page
def stop_sharing(request: StaffRequest, case_id: int) -> HttpResponse:
    _, concept = editable_concept(request, case_id)
    services.stop_sharing(version=concept, by=request.user)
    messages.success(request, "Het concept staat niet meer in het portaal.")
    return redirect("pip-reacties", case_id)


@form_at("../reacties/")
@require_POST
@concept_page
def add_comment(request: StaffRequest, case_id: int) -> HttpResponse:
    """What somebody said at the desk or on the phone counts as much as what is typed in the portal."""
    case, concept = editable_concept(request, case_id)
    form = CommentForm(request.POST, auto_id="zei_%s")
    try:
        if form.is_valid():
            services.comment_on(version=concept, by=request.user, **form.cleaned_data)
            messages.success(request, "De opmerking staat bij het concept.")
            return redirect("pip-reacties", case_id)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
    return _page(request, case, concept, comment_form=form, refused=form)


@form_at("../../reacties/")
@require_POST
@concept_page
def answer_comment(request: StaffRequest, case_id: int, comment_id: int) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    comment = get_object_or_404(comments_on(concept), pk=comment_id)
    form = AnswerForm(request.POST, prefix=f"opmerking-{comment.pk}", language=concept.own_language)
    try:
        if form.is_valid():
            services.answer_comment(comment=comment, by=request.user, **form.cleaned_data)
            messages.success(request, "Uw antwoord is bewaard. De nieuwkomer kan het lezen.")
            return redirect("pip-reacties", case_id)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
    asked = [
        (
            one,
            form
            if one == comment
            else AnswerForm(prefix=f"opmerking-{one.pk}", language=concept.own_language),
        )
        for one in comments_on(concept)
    ]
    return _page(request, case, concept, comments=asked, refused=form)


@require_http_methods(["GET", "POST"])
@concept_page
def record_response(request: StaffRequest, case_id: int) -> HttpResponse:
    """Keeps what the newcomer said in the talk: signed on this screen, on paper, or told."""
    case, concept = editable_concept(request, case_id)
    initial = {
        "given_on": timezone.localdate(),
        "language": concept.own_language,
        "expected_hash": text_hash(concept),
    }
    form = ResponseForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            _keep(request, concept, dict(form.cleaned_data))
        except ValidationError as refusal:
            for one in refusal.error_list:
                form.add_error("scan" if one.code == "scan" else None, one)
        else:
            messages.success(request, "De reactie is vastgelegd.")
            return redirect("pip-reacties", case_id)
    if form.errors:
        case, concept = editable_concept(request, case_id)
        to_sign_again(form, text_hash(concept), SIGN_AGAIN)
    context = {"case": case, "tab": "pip", "concept": concept, "form": form}
    return render(
        request, "pip_plans/record_response.html", context, status=UNPROCESSABLE if form.errors else 200
    )


def _keep(request: StaffRequest, concept: PipVersion, fields: dict[str, Any]) -> None:
    file = fields.pop("scan")
    if fields["reaction"] == Reaction.GEEN_REACTIE:
        fields["means"] = ""
    upload = Upload.of(file) if file else None
    services.respond(version=concept, by=request.user, upload=upload, **fields)
