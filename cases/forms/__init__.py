"""What somebody types about a person, a case and what stands in it."""

from cases.forms.case import (
    AssignForm,
    CloseForm,
    DocumentForm,
    FactsForm,
    HouseholdForm,
    NewDossierForm,
    NoteForm,
    PurposeForm,
    SearchForm,
)
from cases.forms.languages import language_choices
from cases.forms.person import PersonForm

__all__ = [
    "AssignForm",
    "CloseForm",
    "DocumentForm",
    "FactsForm",
    "HouseholdForm",
    "NewDossierForm",
    "NoteForm",
    "PersonForm",
    "PurposeForm",
    "SearchForm",
    "language_choices",
]
