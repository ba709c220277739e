"""`manage.py vertalingen`: brings the catalogues in `locale/` up to date with the texts in code and templates.

The source is Dutch, so there is no catalogue for it. The compiled catalogues are kept with the code: a fresh clone
speaks every language without a tool, and a test fails when one is out of date.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import polib
from babel.messages.extract import extract_python
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation.template import templatize

FUNCTIONS = dict.fromkeys(
    ("_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy")
)
HEADER = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
}
PLURALS = {
    "en": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;",
}
_INDENT = re.compile(r"(?m)^[ \t]+")


class Text(NamedTuple):
    text: str
    plural: str = ""
    context: str | None = None


def languages() -> list[str]:
    """Every language of the product except the one that the texts are written in."""
    return [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def catalogue(language: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def texts() -> set[Text]:
    """All marked texts of our own code and templates."""
    root = Path(settings.BASE_DIR)
    apps = [root / "inburgering", *(path.parent for path in root.glob("*/apps.py"))]
    python = (
        path.read_bytes() for app in apps for path in app.rglob("*.py") if "migrations" not in path.parts
    )
    templates = (path.read_text() for path in (root / "templates").rglob("*.html"))
    # What templatize leaves of the markup is one line of words a line; without indent it reads as Python.
    as_python = (_INDENT.sub("", templatize(source)).encode() for source in templates)
    return {text for source in (*python, *as_python) for text in _marked(source)}


def _marked(source: bytes) -> Iterator[Text]:
    for _line, function, found, _comments in extract_python(
        BytesIO(source), FUNCTIONS, (), {"encoding": "utf-8"}
    ):
        words = [word for word in ((found,) if isinstance(found, str) else found or ()) if word]
        if not words:
            continue
        if "pgettext" in function:
            yield Text(words[1], context=words[0])
        else:
            yield Text(words[0], plural=words[1] if "ngettext" in function else "")


def updated(language: str, wanted: set[Text]) -> polib.POFile:
    """The catalogue of a language with exactly these texts, in a fixed order, and the translations that it had."""
    path = catalogue(language)
    known = {
        (entry.msgid, entry.msgctxt): entry for entry in (polib.pofile(str(path)) if path.exists() else [])
    }
    result = polib.POFile(wrapwidth=110)
    result.metadata = HEADER | {"Language": language, "Plural-Forms": PLURALS[language]}
    for text in sorted(wanted, key=lambda text: (text.text, text.context or "")):
        entry = known.get((text.text, text.context))
        result.append(entry if entry and entry.msgid_plural == text.plural else _new(text, language))
    return result


def _new(text: Text, language: str) -> polib.POEntry:
    if not text.plural:
        return polib.POEntry(msgid=text.text, msgctxt=text.context)
    count = int(PLURALS[language][len("nplurals=")])
    empty: Any = dict.fromkeys(range(count), "")
    return polib.POEntry(msgid=text.text, msgid_plural=text.plural, msgctxt=text.context, msgstr_plural=empty)


class Command(BaseCommand):
    help = "Werkt de vertalingen in locale/ bij, compileert ze en noemt wat nog niet is vertaald."

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = texts()
        missing = []
        for language in languages():
            path = catalogue(language)
            path.parent.mkdir(parents=True, exist_ok=True)
            result = updated(language, wanted)
            path.write_text(f"{result}\n")
            path.with_suffix(".mo").write_bytes(result.to_binary())
            missing += [f"{language}: {entry.msgid}" for entry in result if not entry.translated()]
        self.stdout.write(f"{len(wanted)} teksten in {len(languages())} talen.")
        if missing:
            raise CommandError("Nog niet vertaald:\n" + "\n".join(missing))
