"""Was I called, what happened, and how do I say why I couldn't come?"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.enums import ReasonVia
from intake.services import give_reason
from portal.forms.summons import WhyForm
from portal.selectors.cases import MyCases, helpers
from portal.selectors.summons import MAY_TELL, my_pip_term, my_summons, my_summonses
from portal.views.case_page import my_form, my_page, shared


@my_page
def overview(request: HttpRequest, mine: MyCases) -> HttpResponse:
    context = shared(mine) | {
        "rungs": my_summonses(mine.current, now=timezone.now()),
        "may_tell": MAY_TELL,
        "pip_term": my_pip_term(mine.current),
        "helpers": helpers(mine.current),
    }
    return render(request, "portal/summonses.html", context)


@my_form
def why(request: HttpRequest, mine: MyCases, summons_id: int) -> HttpResponse:
    """The own words, in any language; more than once, as long as nobody judged it."""
    summons = my_summons(request.user, summons_id)
    if summons is None:
        raise Http404
    form = WhyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            give_reason(summons=summons, via=ReasonVia.PORTAL, by=request.user, **form.cleaned_data)
        except ValidationError:
            form.add_error(
                None, _("Dit kan nu niet meer. De gemeente nam al een besluit. Bel uw klantmanager.")
            )
        else:
            messages.success(request, _("De gemeente heeft uw reden. Een medewerker kijkt ernaar."))
            return redirect("mijn-oproepen")
    context = shared(mine) | {"form": form, "summons": summons}
    return render(request, "portal/summons_why.html", context, status=422 if form.is_bound else 200)
