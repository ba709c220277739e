"""A bezwaar for who handles it: received, each step on a page of its own, and the decision."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import BooleanField, Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.enums import Act
from accounts.models import User
from accounts.services import log_access
from accounts.views import staff_page
from cases.models import Case
from cases.rules.languages import dutch_name
from cases.selectors import cases_visible_to
from cases.services import Upload
from cases.views import StaffRequest, as_download
from pip_plans import services
from pip_plans.enums import Effect, Excuse, ObjectionDecision, ObjectionVia, WaiveGround
from pip_plans.forms import objections as forms
from pip_plans.models import Objection
from pip_plans.rules.objections import NAMES_NOBODY, decider_obstacle
from pip_plans.selectors import (
    decider_of,
    deciders_for,
    documents_of,
    hearers_for,
    leads_team_of,
    may_handle,
    objectionable_versions,
    objections_of,
    objections_visible_to,
    open_objections_for,
    post_of_representatives,
    replaced_by,
    representative_of,
    revoked_at_duo,
)
from pip_plans.views.gone import typed_in
from pip_plans.views.shared import EDITORS, READERS, UNPROCESSABLE, posted, readable


@dataclass(frozen=True)
class Step:
    """One act on a bezwaar. `call` gets the bezwaar, what was typed and who did it."""

    title: str
    button: str
    form: type[Form]
    call: Callable[..., Any]
    done: str
    text: str = ""
    writes: bool = False


def _mend(objection: Objection, **facts: Any) -> None:
    omission = objection.omissions.filter(mended_on=None).order_by("id").first()
    if omission is None:
        raise ValidationError("Er is niets gevraagd dat nog moet worden aangevuld.")
    services.mend_objection(omission=omission, **facts)


def _decide(
    objection: Objection, *, decision: str, effect: str, later_effect: str = "", **facts: Any
) -> None:
    services.decide_objection(
        objection=objection, decision=ObjectionDecision(decision), effect=Effect(effect),
        later_effect=Effect(later_effect) if later_effect else None, **facts,
    )  # fmt: skip


STEPS: Mapping[str, Step] = {
    "vertaling": Step(
        "Vertaling van het bezwaar", "Bewaar de vertaling", forms.TranslationForm, services.translate_objection,
        "De vertaling is bewaard.", "De eigen woorden van de nieuwkomer blijven ernaast staan.",
    ),
    "vertegenwoordiger": Step(
        "Vertegenwoordiger", "Bewaar de vertegenwoordiger", forms.RepresentativeForm, services.set_representative,
        "De vertegenwoordiger is bewaard. Elke brief over dit bezwaar gaat ook naar die persoon.",
        "Iemand mag zich laten vertegenwoordigen, bijvoorbeeld door een advocaat. U kunt om een machtiging vragen (Awb 2:1). "
        "De brieven gaan dan in elk geval naar de vertegenwoordiger, ook die van eerder (Awb 6:17). De nieuwkomer houdt ze in "
        "het portaal. Een andere naam vervangt wie er nu staat.",
    ),
    "geen-vertegenwoordiger": Step(
        "De vertegenwoordiger stopt", "Ja, deze persoon stopt", forms.NoRepresentativeForm, services.end_representative,
        "De vertegenwoordiger krijgt geen brieven meer.",
        "De vertegenwoordiger krijgt daarna geen brieven meer. Brieven die nog niet op de post zijn, gaan niet meer weg.",
    ),
    "te-laat": Step(
        "Te laat: is dat te verontschuldigen?", "Bewaar uw oordeel", forms.ExcuseForm,
        lambda objection, excuse, **facts: services.judge_lateness(objection=objection, excuse=Excuse(excuse), **facts),
        "Uw oordeel is bewaard.", "Een bezwaar na de laatste dag telt toch, als iemand er niets aan kon doen (Awb 6:11).",
    ),
    "aanvullen": Step(
        "Vragen om aanvulling", "Vraag om aanvulling", forms.MendForm, services.ask_to_mend,
        "De nieuwkomer krijgt bericht. De termijn om te beslissen staat stil vanaf morgen.",
        "Bijvoorbeeld de reden, een handtekening of een machtiging. Zolang de hersteltermijn loopt, staat de termijn om te "
        "beslissen stil (Awb 6:6 en 7:10 lid 2).", writes=True,
    ),
    "aangevuld": Step(
        "Het bezwaar is aangevuld", "Bewaar de aanvulling", forms.MendedForm, _mend, "De termijn loopt weer.",
    ),
    "gehoord": Step(
        "Hoorzitting vastleggen", "Bewaar het verslag", forms.HearingForm, services.record_hearing, "Het verslag is bewaard.",
        "Kies een collega, of schrijf op wie van buiten de gemeente hoorde. Wie hoort, was niet betrokken bij het besluit.",
    ),
    "niet-horen": Step(
        "Niet horen", "Bewaar de reden", forms.WaiveForm,
        lambda objection, ground, **facts: services.waive_hearing(objection=objection, ground=WaiveGround(ground), **facts),
        "De reden is bewaard.", "Wie bezwaar maakt, mag worden gehoord. De wet noemt vijf redenen waarom dat niet hoeft.",
    ),
    "verdagen": Step(
        "Beslissing verdagen", "Verdaag zes weken", forms.AdjournForm, services.adjourn_objection,
        "De beslissing is verdaagd. De nieuwkomer krijgt bericht.",
        "Dat kan één keer, hoogstens zes weken, en alleen vóór de laatste dag (Awb 7:10 lid 3).", writes=True,
    ),
    "later": Step(
        "Later, met instemming", "Bewaar de nieuwe dag", forms.AgreeForm, services.agree_to_later, "De nieuwe dag is bewaard.",
        "Langer wachten kan als de nieuwkomer het goed vindt (Awb 7:10 lid 4). Herinneringen volgen de dag van de wet.",
    ),
    "ingebrekestelling": Step(
        "Ingebrekestelling vastleggen", "Leg vast", forms.DefaultForm, services.record_default,
        "De termijn van twee weken loopt.", "Beslist de gemeente niet binnen twee weken, dan loopt er een dwangsom (Awb 4:17).",
    ),
    "ingetrokken": Step(
        "Ingetrokken", "Leg vast", forms.WithdrawnForm, services.withdraw_objection, "Het bezwaar is afgesloten.",
    ),
    "beslisser": Step(
        "Een andere teamleider laat beslissen", "Wijs aan", forms.DeciderForm, services.name_decider,
        "De teamleider die u koos, ziet dit bezwaar en kan erop beslissen.",
        "Wie het PIP vaststelde of goedkeurde, beslist niet op het bezwaar. Wijs dan een teamleider van een ander team aan. Die "
        "ziet van dit dossier alleen het bezwaar en de stukken daarvan.",
    ),
    "beslissen": Step(
        "Beslissen op het bezwaar", "Neem dit besluit", forms.DecideForm, _decide,
        "Het besluit is genomen. De nieuwkomer krijgt de brief.",
        "Het besluit gaat meteen naar de nieuwkomer en verandert daarna niet meer.", writes=True,
    ),
}  # fmt: skip

JUDGED = ("beslissen", "te-laat")
"""What only who decides does."""


@require_GET
@staff_page(*READERS)
def objections(request: StaffRequest) -> HttpResponse:
    """Every bezwaar that waits for a decision, the first to be decided on top."""
    rows = [(found, found.standing(timezone.localdate())) for found in open_objections_for(request.user)]
    return render(request, "pip_plans/objections.html", {"rows": rows, "today": timezone.localdate()})


@require_GET
@staff_page(*READERS)
def objections_of_case(request: StaffRequest, case_id: int) -> HttpResponse:
    case = readable(request, case_id)
    context = {"case": case, "tab": "pip", "objections": objections_of(case), "may_handle": may_handle(request.user, case),
               "versions": objectionable_versions(case)}  # fmt: skip
    return render(request, "pip_plans/objections_of_case.html", context)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def register(request: StaffRequest, case_id: int) -> HttpResponse:
    case = readable(request, case_id)
    if not may_handle(request.user, case):
        raise PermissionDenied("U mag dit dossier lezen, maar niet wijzigen.")
    versions = objectionable_versions(case)
    initial = {"received_on": timezone.localdate(), "version": versions.first(), "language": "nl"}
    form = forms.RegisterForm(*posted(request), versions=versions, initial=initial)
    if request.method == "POST" and form.is_valid():
        facts = form.facts
        scan = facts.pop("scan")
        try:
            found = services.register_objection(
                **facts | {"via": ObjectionVia(facts["via"])}, by=request.user,
                scan=Upload.of(scan) if scan else None,
            )  # fmt: skip
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            late = (
                " Het kwam te laat: een teamleider beoordeelt of dat te verontschuldigen is."
                if found.is_late
                else ""
            )
            messages.success(
                request, f"Het bezwaar is vastgelegd. De nieuwkomer krijgt een ontvangstbevestiging.{late}"
            )
            return redirect("pip-bezwaar", case_id, found.pk)
    context = {"case": case, "tab": "pip", "form": form, "versions": versions}
    return render(
        request, "pip_plans/objection_new.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_GET
@staff_page(*READERS)
def objection(request: StaffRequest, case_id: int, objection_id: int) -> HttpResponse:
    case, found = _found(request, case_id, objection_id)
    today = timezone.localdate()
    context = {
        "frame": _frame(request, case), "pieces": documents_of(found),
        "may_decide": found.is_open and found.decider_id == request.user.pk,
        "case": case, "tab": "pip", "objection": found, "standing": found.standing(today), "today": today,
        "outcome": found.deadline.outcome, "replaced_by": replaced_by(found.version),
        "revoked_at_duo": None if found.is_open else revoked_at_duo(case),
        "may_name": found.is_open and leads_team_of(request.user, case),
        "may_handle": found.is_open and may_handle(request.user, case),
        "hindrance": decider_obstacle(decider_of(found, request.user)),
        "is_overdue": found.is_open and found.decide_by < today,
        "to_mend": [row for row in found.omissions.all() if row.mended_on is None],
        "representative": representative_of(found), "post": post_of_representatives(found),
    }  # fmt: skip
    return render(request, "pip_plans/objection.html", context)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def step(request: StaffRequest, case_id: int, objection_id: int, key: str) -> HttpResponse:
    """One page for every act: what it means, what it asks, and why it can't be."""
    case, found = _found(request, case_id, objection_id)
    if key not in STEPS:
        raise Http404
    named = found.decider_id == request.user.pk and key in JUDGED
    if not named and not may_handle(request.user, case):
        raise PermissionDenied("U mag dit dossier lezen, maar niet wijzigen.")
    act = STEPS[key]
    form = _form_of(act, found, request)
    if request.method == "POST" and form.is_valid():
        try:
            act.call(objection=found, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            if getattr(refusal, "code", "") == forms.NO_TRANSLATION:
                form.fields["confirmed_without_translation"] = BooleanField(
                    label="Ja, stuur het bericht in het Nederlands", required=False
                )
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, act.done)
            return redirect("pip-bezwaar", case_id, objection_id)
    context = {"case": case, "tab": "pip", "frame": _frame(request, case), "objection": found, "form": form, "step": act,
               "key": key, "words": typed_in(form), "hindrance": _hindrance(request.user, case, found, key)}  # fmt: skip
    return render(
        request, "pip_plans/objection_step.html", context, status=UNPROCESSABLE if form.errors else 200
    )


def _hindrance(user: User, case: Case, found: Objection, key: str) -> str:
    if key in JUDGED:
        return decider_obstacle(decider_of(found, user))
    return "" if key != "beslisser" or leads_team_of(user, case) else NAMES_NOBODY


def _form_of(act: Step, found: Objection, request: HttpRequest) -> Form:
    today = timezone.localdate()
    who = representative_of(found)
    acts_for = (
        {"name": who.name, "address_line": who.address_line, "postcode_place": who.postcode_place}
        if who
        else {}
    )
    initial = {"on": today, "held_on": today, "translation_nl": found.translation_nl, **acts_for}
    more: dict[str, Any] = {}
    if act.form is forms.DecideForm:
        unread = dutch_name(found.language) if found.is_untranslated else ""
        more = {"objected": found.version, "holds": replaced_by(found.version), "unread": unread}
    elif act.form is forms.HearingForm:
        more = {"hearers": hearers_for(found)}
    elif act.form is forms.DeciderForm:
        more = {"deciders": deciders_for(found)}
    form = act.form(*posted(request), initial=initial, **more)
    if act.writes and "confirmed_without_translation" in request.POST:
        form.fields["confirmed_without_translation"] = BooleanField(
            label="Ja, stuur het bericht in het Nederlands", required=False
        )
    return form


@require_GET
@staff_page(*READERS)
def document(request: StaffRequest, case_id: int, objection_id: int, document_id: int) -> HttpResponse:
    """A letter about the bezwaar, or the decision that it is about, as it was kept."""
    case, found = _found(request, case_id, objection_id)
    kept = get_object_or_404(documents_of(found).select_related("content"), pk=document_id)
    log_access(user=request.user, case_id=case.pk, act=Act.READ_DOCUMENT)
    return as_download(kept)


def _found(request: StaffRequest, case_id: int, objection_id: int) -> tuple[Case, Objection]:
    """The bezwaar for who sees its dossier, and for who was named to decide on it and sees nothing else."""
    seen = objections_visible_to(request.user).filter(version__pip__case_id=case_id)
    if not cases_visible_to(request.user).filter(pk=case_id).exists():
        found = get_object_or_404(seen, pk=objection_id)
        log_access(user=request.user, case_id=case_id, act=Act.READ_PIP)
        return found.version.pip.case, found
    case = readable(request, case_id)
    found = get_object_or_404(seen, pk=objection_id)
    found.version.pip.case = case
    return case, found


def _frame(request: StaffRequest, case: Case) -> str:
    """Who was named to decide has no dossier around the page."""
    sees = cases_visible_to(request.user).filter(pk=case.pk).exists()
    return "cases/dossier_base.html" if sees else "pip_plans/decider_base.html"
