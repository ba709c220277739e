"""Shapes of what is typed in the intake."""

from intake.forms.acts import (
    CompleteForm,
    ExemptionForm,
    PrivateTalkForm,
    PromiseForm,
    ReopenForm,
    SettlePromiseForm,
    StartAgainForm,
    TalkForm,
    UnderstoodForm,
)
from intake.forms.coa import CoaForm
from intake.forms.lbt import ChooseLbtVersionForm, LbtVersionForm
from intake.forms.lists import ENTRY_FORMS, EntryForm, RemoveEntryForm
from intake.forms.preparation import SheetStepForm, in_own_language
from intake.forms.recordings import RecordingForm
from intake.forms.sections import SectionForm, field_name, kept_value, part_of

__all__ = [
    "ENTRY_FORMS",
    "ChooseLbtVersionForm",
    "CoaForm",
    "CompleteForm",
    "EntryForm",
    "ExemptionForm",
    "LbtVersionForm",
    "PrivateTalkForm",
    "PromiseForm",
    "RecordingForm",
    "RemoveEntryForm",
    "ReopenForm",
    "SectionForm",
    "SettlePromiseForm",
    "SheetStepForm",
    "StartAgainForm",
    "TalkForm",
    "UnderstoodForm",
    "field_name",
    "in_own_language",
    "kept_value",
    "part_of",
]
