"""The letters of the newcomer, each by its kind: their titles are Dutch."""

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import User
from cases.enums import DocumentKind
from cases.models import Case, Document
from contact.models import Notice
from contact.services.notices.texts import subject_in
from pip_plans.models import PipVersion
from pip_plans.rules.plan import DUTCH
from portal.enums.letters import LetterKind
from portal.selectors.cases import my_documents

_KINDS = {
    DocumentKind.BESCHIKKING: LetterKind.OBJECTION,
    DocumentKind.INTAKE: LetterKind.INTAKE,
    DocumentKind.BEWIJS: LetterKind.PROOF,
    DocumentKind.OVERIG: LetterKind.OTHER,
}


@dataclass(frozen=True)
class Letter:
    """`number` is that of the version of the plan that it is about; `languages` are those that it is written in, if known.

    A letter that is a message on paper has the `subject` of that message, in the language of the page.
    """

    document: Document
    kind: LetterKind
    number: int | None = None
    languages: tuple[str, ...] = ()
    subject: str = ""


def my_letters(user: User, case: Case, plans: Iterable[PipVersion], *, language: str) -> list[Letter]:
    """`plans` are those of the newcomer, with their letters; `language` is that of the page."""
    documents = my_documents(user, case)
    if not documents:
        return []
    known = _about_plans(plans) | _notices(case, language)
    return [known.get(one.pk) or _other(one) for one in documents]


def _about_plans(plans: Iterable[PipVersion]) -> dict[int, Letter]:
    found: dict[int, Letter] = {}
    for version in plans:
        decision, companion = version.document, version.companion
        if decision:
            found[decision.pk] = Letter(decision, LetterKind.DECISION, version.number, (DUTCH,))
        if companion:
            languages = (version.companion_language,)
            found[companion.pk] = Letter(companion, LetterKind.EXPLANATION, version.number, languages)
    return found


def _notices(case: Case, language: str) -> dict[int, Letter]:
    """Letters on paper: Dutch, with the own language below it."""
    sent = Notice.objects.filter(case=case, document__isnull=False).select_related("document")
    return {
        one.document.pk: Letter(
            one.document,
            LetterKind.NOTICE,
            languages=tuple(dict.fromkeys((DUTCH, one.language))),
            subject=subject_in(one, language),
        )
        for one in sent
        if one.document
    }


def _other(document: Document) -> Letter:
    """Who uploaded a document didn't say in which language it is; what the product makes is Dutch."""
    kind = _KINDS[DocumentKind(document.kind)]
    return Letter(document, kind, None, (DUTCH,) if kind == LetterKind.OBJECTION else ())
