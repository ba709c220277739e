"""What is typed about a bezwaar: by a colleague, by who decides, and by the newcomer."""

from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.forms import language_choices
from inburgering.kit.widgets import Textarea
from pip_plans.enums import Effect, Excuse, ObjectionDecision, ObjectionVia, WaiveGround
from pip_plans.forms.plan import LANGUAGES, LawYears
from pip_plans.models import PipVersion
from pip_plans.rules.objections import LONGEST_GROUNDS, LONGEST_NAME, Representation

NO_TRANSLATION = "no_translation"
NOBODY_DECIDES = (
    "In uw gemeente is geen andere teamleider die op dit bezwaar mag beslissen. Vraag de functioneel beheerder om iemand die "
    "niet bij dit PIP betrokken was de rol van teamleider te geven. Kies die persoon daarna hier."
)


def _area(rows: int) -> Textarea:
    return Textarea(attrs={"rows": rows, "dir": "auto"})


def _words(label: Any, *, most: int = 2000, rows: int = 4, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, widget=_area(rows), validators=[ProhibitNullCharactersValidator()],
                           **options)  # fmt: skip


def _chosen_from(users: list[User]) -> QuerySet[User]:
    return User.objects.filter(pk__in=[user.pk for user in users]).order_by("name")


class RegisterForm(forms.Form):
    """A bezwaar that came on paper."""

    version = forms.ModelChoiceField(
        PipVersion.objects.none(), label="Tegen welke versie?", empty_label="Kies een versie"
    )
    received_on = LawYears(label="Ontvangen op")
    via = forms.ChoiceField(
        label="Hoe kwam het binnen?", widget=forms.RadioSelect,
        choices=[choice for choice in ObjectionVia.choices if choice[0] != ObjectionVia.PORTAAL],
    )  # fmt: skip
    posted_on = LawYears(label="Verstuurd op", required=False,
                         help_text="Alleen bij een brief: de datum van de poststempel. Een brief die op tijd op de post ging, is "
                                   "op tijd als hij binnen een week daarna kwam.")  # fmt: skip
    text = _words("Waarom is de nieuwkomer het niet eens?", most=LONGEST_GROUNDS, rows=8,
                  help_text="In de eigen woorden. Staat er nog geen reden in? Schrijf dan ‘geen reden genoemd’ en vraag om "
                            "aanvulling.")  # fmt: skip
    language = forms.ChoiceField(label="In welke taal?", choices=LANGUAGES, initial="nl")
    translation_nl = _words("In het Nederlands", most=LONGEST_GROUNDS, rows=6, required=False,
                            help_text="Als het bezwaar in een andere taal is.")  # fmt: skip
    late_reason = _words("Waarom te laat?", required=False, rows=3,
                         help_text="Alleen als het bezwaar na de laatste dag kwam, en er een reden bij staat.")  # fmt: skip
    representative = forms.CharField(label="Vertegenwoordiger", required=False, max_length=LONGEST_NAME,
                                     help_text="Bijvoorbeeld een advocaat. Leeg als de nieuwkomer het zelf doet.")  # fmt: skip
    address_line = forms.CharField(label="Straat en nummer van de vertegenwoordiger, of postbus", required=False,
                                   max_length=LONGEST_NAME,
                                   help_text="De brieven over het bezwaar gaan ook naar dit adres (Awb 6:17).")  # fmt: skip
    postcode_place = forms.CharField(
        label="Postcode en plaats van de vertegenwoordiger", required=False, max_length=LONGEST_NAME
    )
    with_committee = forms.BooleanField(
        label="Een adviescommissie behandelt het bezwaar (12 weken)", required=False
    )
    scan = forms.FileField(label="Scan van de brief", required=False, help_text="PDF, JPEG of PNG.")

    def __init__(self, *args: Any, versions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].queryset = versions  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        """What was typed, with the representative as one."""
        given = dict(self.cleaned_data)
        who = Representation(
            *(given.pop(name) for name in ("representative", "address_line", "postcode_place"))
        )
        return given | {"representative": who if any(vars(who).values()) else None}


class RepresentativeForm(forms.Form):
    name = forms.CharField(label="Naam", max_length=LONGEST_NAME)
    address_line = forms.CharField(label="Straat en nummer, of postbus", max_length=LONGEST_NAME)
    postcode_place = forms.CharField(label="Postcode en plaats", max_length=LONGEST_NAME)


class NoRepresentativeForm(forms.Form):
    """Nothing to fill in."""


class ExcuseForm(forms.Form):
    excuse = forms.ChoiceField(label="Uw oordeel", choices=Excuse.choices, widget=forms.RadioSelect)
    reason = _words("Waarom vindt u dit?")


class MendForm(forms.Form):
    what = _words("Wat ontbreekt er?", help_text="De nieuwkomer leest dit. Schrijf in gewone woorden.")
    until_on = LawYears(label="Aanvullen tot en met")


class MendedForm(forms.Form):
    on = LawYears(label="Aangevuld op")
    text = _words("Waarmee is het bezwaar aangevuld?", most=LONGEST_GROUNDS, rows=6)


class TranslationForm(forms.Form):
    translation_nl = _words("In het Nederlands", most=LONGEST_GROUNDS, rows=8)


class HearingForm(forms.Form):
    held_on = LawYears(label="Gehoord op")
    hearer = forms.ModelChoiceField(
        User.objects.none(), label="Welke collega hoorde de nieuwkomer?", empty_label="Niemand van deze lijst", required=False,
        help_text="Hier staan collega's die niet betrokken waren bij dit PIP (Awb 7:5).",
    )  # fmt: skip
    outside = forms.CharField(
        label="Of: wie van buiten de gemeente hoorde de nieuwkomer?", max_length=LONGEST_NAME, required=False,
        validators=[ProhibitNullCharactersValidator()],
        help_text="Bijvoorbeeld de voorzitter van de adviescommissie. U verklaart dat deze persoon niet bij de gemeente werkt.",
    )  # fmt: skip
    with_interpreter = forms.BooleanField(label="Er was een tolk bij", required=False)
    report = _words("Verslag", most=LONGEST_GROUNDS, rows=8)

    def __init__(self, *args: Any, hearers: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hearer"].queryset = _chosen_from(hearers)  # type: ignore[attr-defined]


class WaiveForm(forms.Form):
    ground = forms.ChoiceField(
        label="Waarom hoeft het niet?", choices=WaiveGround.choices, widget=forms.RadioSelect
    )


class AdjournForm(forms.Form):
    reason = _words("Waarom is er meer tijd nodig?", help_text="De nieuwkomer leest dit in de brief.")


class AgreeForm(forms.Form):
    until_on = LawYears(label="Uitgesteld tot en met")
    reason = _words("Hoe vond de nieuwkomer dit goed, en waarom duurt het langer?")


class DefaultForm(forms.Form):
    on = LawYears(label="Ingebrekestelling ontvangen op")


class WithdrawnForm(forms.Form):
    reason = _words("Hoe trok de nieuwkomer het bezwaar in?", rows=3,
                    help_text="Schriftelijk, of mondeling op de hoorzitting (Awb 6:21).")  # fmt: skip


class DeciderForm(forms.Form):
    decider = forms.ModelChoiceField(
        User.objects.none(), label="Wie beslist?", empty_label="Kies een teamleider",
        help_text="Een teamleider van uw gemeente die dit PIP niet vaststelde, goedkeurde of begeleidt (Awb 10:3 lid 3).",
    )  # fmt: skip

    def __init__(self, *args: Any, deciders: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["decider"]
        field.queryset = _chosen_from(deciders)  # type: ignore[attr-defined]
        if not deciders:
            field.help_text = NOBODY_DECIDES


class DecideForm(forms.Form):
    decision = forms.ChoiceField(
        label="Besluit", widget=forms.RadioSelect,
        choices=[choice for choice in ObjectionDecision.choices if choice[0] != ObjectionDecision.INGETROKKEN],
    )  # fmt: skip
    effect = forms.ChoiceField(label="Gevolg voor het PIP", choices=Effect.choices, widget=forms.RadioSelect, required=False,
                               help_text="Verplicht bij gegrond en deels gegrond.")  # fmt: skip
    later_effect = forms.ChoiceField(choices=Effect.choices, widget=forms.RadioSelect, required=False)
    reason = _words("Waarom beslist u dit?", most=LONGEST_GROUNDS, rows=8,
                    help_text="De nieuwkomer leest dit in het besluit. Ga in op wat de nieuwkomer zelf schreef.")  # fmt: skip

    reads_language = forms.BooleanField(
        required=False, help_text="Er is nog geen vertaling. Leest u deze taal niet? Laat het bezwaar dan eerst vertalen.",
    )  # fmt: skip

    def __init__(
        self, *args: Any, objected: PipVersion, holds: PipVersion | None, unread: str = "", **kwargs: Any
    ) -> None:
        """`holds` is the version that came in the place of `objected`; the bezwaar is about that too. `unread` is the
        language of a bezwaar that has no translation.
        """
        super().__init__(*args, **kwargs)
        if unread:
            self.fields["reads_language"].label = f"Ik lees {unread} en heb dit bezwaar zelf gelezen"
        else:
            del self.fields["reads_language"]
        if holds is None:
            del self.fields["later_effect"]
            return
        self.fields["effect"].label = f"Gevolg voor versie {objected.number}, waartegen het bezwaar is"
        later = self.fields["later_effect"]
        later.label = f"Gevolg voor versie {holds.number}, die nu geldt"
        later.help_text = (
            "Het bezwaar gaat ook over deze versie (Awb 6:19). Kiest u niets, dan is het gevolg hetzelfde. Kiest u iets anders? "
            "Leg dat uit bij ‘Waarom beslist u dit?’."
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("effect"):
            if cleaned.get("decision") in (ObjectionDecision.GEGROND, ObjectionDecision.DEELS):
                self.add_error("effect", "Kies wat er met het PIP gebeurt.")
            cleaned["effect"] = Effect.GEEN
        return cleaned


class MyObjectionForm(forms.Form):
    """In the portal, in any language. Fields and errors are in the language of the page."""

    text = _words(_("Waarom bent u het niet eens met uw plan?"), most=LONGEST_GROUNDS, rows=8,
                  help_text=_("U mag schrijven in uw eigen taal. Fouten zijn niet erg."),
                  error_messages={"required": _("Schrijf op waarom u het niet eens bent.")})  # fmt: skip
    language = forms.ChoiceField(label=_("In welke taal schrijft u?"), choices=language_choices)
    late_reason = _words(_("Waarom komt uw bezwaar na de laatste dag?"), required=False, rows=3)
    scan = forms.FileField(label=_("Een bestand erbij"), required=False,
                           help_text=_("Dat hoeft niet. PDF, JPEG of PNG."))  # fmt: skip

    def __init__(self, *args: Any, late: bool, **kwargs: Any) -> None:
        kwargs["initial"] = {"language": get_language()}
        super().__init__(*args, **kwargs)
        if not late:
            del self.fields["late_reason"]
