"""Which sentences the letters of a gemeente are made of."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from accounts.models import Gemeente
from pip_plans.models import LetterActivation, LetterText


def letter_texts_of(gemeente: Gemeente) -> QuerySet[LetterText]:
    """Every version, newest first, with from when it held."""
    activations = Prefetch("activations", queryset=LetterActivation.objects.select_related("by"))
    return (
        LetterText.objects.filter(gemeente=gemeente).select_related("made_by").prefetch_related(activations)
    )


def letter_text_on(gemeente: Gemeente, on: date) -> LetterText | None:
    """The text that holds on a day; None when the gemeente never chose one, and ours is used."""
    chosen = LetterActivation.objects.filter(text__gemeente=gemeente, valid_from__lte=on).select_related(
        "text"
    )
    last = chosen.order_by("-valid_from", "-id").first()
    return last.text if last else None
