"""The sentences of the beschikking, as the gemeente writes them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.enums import Role
from accounts.models import Gemeente
from accounts.views import staff_page
from cases.views import StaffRequest
from inburgering.kit.readability import B1, hardest, reading_of
from pip_plans import services
from pip_plans.forms.letter_texts import ActivateForm, LetterTextForm
from pip_plans.rules.letter.texts import ALWAYS_THERE, DEFAULTS, MEANINGS, PARTS
from pip_plans.selectors import letter_text_on, letter_texts_of
from pip_plans.views.shared import UNPROCESSABLE, pdf_response, posted


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def letter_texts(request: StaffRequest) -> HttpResponse:
    """Every version, and the form for the next one: it begins as what holds now."""
    gemeente = _gemeente(request)
    now = letter_text_on(gemeente, timezone.localdate())
    texts = DEFAULTS | now.texts if now else DEFAULTS
    form = LetterTextForm(posted(request)[0], texts=texts)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.save_letter_texts(
                texts=form.texts, note=form.cleaned_data["note"], by=request.user
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(
                request, f"Tekst {made.number} is bewaard. Bekijk het voorbeeld en stel haar in."
            )
            return redirect("brieftekst", made.number)
    words = (
        "\n".join(form.texts.values())
        if form.is_bound and hasattr(form, "cleaned_data")
        else "\n".join(texts.values())
    )
    context = {"form": form, "now": now, "versions": letter_texts_of(gemeente), "places": MEANINGS.items(),
               "always": ALWAYS_THERE, "reading": reading_of(words), "b1": B1, "hardest": hardest(words, at_most=3)}  # fmt: skip
    return render(
        request, "pip_plans/letter_texts.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def letter_text(request: StaffRequest, number: int) -> HttpResponse:
    """One version: what it says, what it changed, from when it held; and from when it holds (again)."""
    versions = letter_texts_of(_gemeente(request))
    shown = get_object_or_404(versions, number=number)
    form = ActivateForm(posted(request)[0], initial={"valid_from": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            services.activate_letter_texts(
                text=shown, valid_from=form.cleaned_data["valid_from"], by=request.user
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, f"Tekst {number} is ingesteld.")
            return redirect("brieftekst", number)
    earlier = versions.filter(number__lt=number).first()
    before = DEFAULTS | earlier.texts if earlier else DEFAULTS
    rows = [(part.label, before[part.key], shown.texts.get(part.key, DEFAULTS[part.key])) for part in PARTS]
    words = "\n".join(after for _, _, after in rows)
    context = {"shown": shown, "form": form, "rows": rows, "reading": reading_of(words), "b1": B1,
               "hard": [label for label, _, after in rows if after not in DEFAULTS.values() and _is_hard(after)]}  # fmt: skip
    return render(
        request, "pip_plans/letter_text.html", context, status=UNPROCESSABLE if form.errors else 200
    )


def _is_hard(words: str) -> bool:
    """By itself: in the letter as a whole, easy parts would make up for it."""
    reading = reading_of(words)
    return reading is not None and reading.score < B1


@require_GET
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def letter_example(request: StaffRequest, number: int) -> HttpResponse:
    """The letter of nobody, with this version: `?soort=wijziging` for a change without akkoord."""
    gemeente = _gemeente(request)
    shown = get_object_or_404(letter_texts_of(gemeente), number=number)
    changed = request.GET.get("soort") == "wijziging"
    pdf = services.example_letter_pdf(texts=shown.texts, gemeente=gemeente, changed=changed)
    return pdf_response(pdf, f"voorbeeld-brieftekst-{number}.pdf")


@require_POST
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def letter_preview(request: StaffRequest) -> HttpResponse:
    """The letter with what is in the form now; nothing is kept."""
    gemeente = _gemeente(request)
    form = LetterTextForm(request.POST, texts=DEFAULTS)
    form.fields["note"].required = False
    if not form.is_valid():
        context = {"form": form, "versions": letter_texts_of(gemeente), "places": MEANINGS.items(), "always": ALWAYS_THERE,
                   "now": letter_text_on(gemeente, timezone.localdate())}  # fmt: skip
        return render(request, "pip_plans/letter_texts.html", context, status=UNPROCESSABLE)
    return pdf_response(
        services.example_letter_pdf(texts=form.texts, gemeente=gemeente, changed=False), "voorbeeld.pdf"
    )


def _gemeente(request: StaffRequest) -> Gemeente:
    return get_object_or_404(Gemeente, pk=request.user.gemeente_id)
