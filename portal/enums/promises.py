"""What was promised in a talk, and what became of it, as the newcomer reads it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from intake.enums import PromiseOutcome, PromiseSide

PROMISE_SIDES: dict[PromiseSide, Promise] = {
    PromiseSide.GEMEENTE: _("De gemeente doet dit."),
    PromiseSide.NIEUWKOMER: _("U doet dit."),
    PromiseSide.ANDER: _("Iemand anders doet dit, bijvoorbeeld de school."),
}
PROMISE_OUTCOMES: dict[PromiseOutcome, Promise] = {
    PromiseOutcome.OPEN: _("De gemeente zegt nog wat hiermee gebeurt."),
    PromiseOutcome.IN_PIP: _("Dit komt in uw plan."),
    PromiseOutcome.APART: _("Dit staat op een andere plek dan in uw plan:"),
    PromiseOutcome.VERVALLEN: _("Dit gaat niet door. Dit is de reden:"),
}
