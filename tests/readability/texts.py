"""Every Dutch text that a newcomer reads, by the file that it stands in."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize

from intake.rules import OWN_VOICE, PACK
from portal.management.commands.vertalingen import _INDENT, _marked

ROOT = Path(settings.BASE_DIR)
LEAST_WORDS = 30
"""Fewer words than this say too little: such texts are measured together with the others of their folder."""
LEAST_WORDS_OF_A_PHRASE = 4

# Code that holds the words of letters and explanations, without being marked for translation.
LETTERS = (
    "pip_plans/rules/**/*letter*/**/*.py",
    "pip_plans/rules/**/*letter*.py",
    "pip_plans/rules/companion/words/nl.py",
    "deadlines/rules/words/nl.py",
)
_PAGES = ("templates/portal",)
_CODE_OF_PAGES = ("portal",)
_NAME = "Ans"  # What stands in for something that is filled in: one word of one syllable.
_TAG = re.compile(r"{%.*?%}|{#.*?#}", re.DOTALL)
_VARIABLE = re.compile(r"{{.*?}}|%\(\w+\)[sd]|{\w*}|#\w+|%s", re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")
_ENDS = re.compile(r"[.!?:]$")


@cache
def dutch_texts() -> dict[str, str]:
    """Running text by the name of its file: whole sentences, without labels and headings."""
    found = {name: text for name, text in _found() if text}
    texts, short = {}, dict[str, list[str]]()
    for name, text in sorted(found.items()):
        if len(text.split()) >= LEAST_WORDS:
            texts[name] = text
        else:
            short.setdefault(str(Path(name).parent), []).append(text)
    return texts | {f"{folder}: korte teksten": "\n".join(lines) for folder, lines in short.items()}


def _found() -> Iterator[tuple[str, str]]:
    for path in sorted(ROOT.glob("templates/contact/notices/*/nl.txt")):
        lines = _TAG.sub(" ", path.read_text(encoding="utf-8")).splitlines()
        yield _name(path), _sentences(iter(lines))
    for folder in _PAGES:
        for path in sorted((ROOT / folder).rglob("*.html")):
            marked = _marked(_INDENT.sub("", templatize(path.read_text(encoding="utf-8"))).encode())
            yield _name(path), _sentences(one for text in marked for one in (text.text, text.plural))
    for folder in _CODE_OF_PAGES:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield (
                _name(path),
                _sentences(one for text in _marked(path.read_bytes()) for one in (text.text, text.plural)),
            )
    pack = (words.nl for part in (*PACK, OWN_VOICE) for words in (part.title, *part.paragraphs, *part.points))
    yield "intake/rules/pack.py", _sentences(pack)
    for pattern in LETTERS:
        for path in sorted(ROOT.glob(pattern)):
            yield _name(path), _phrases(_words_in_code(path))


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _clean(text: str) -> str:
    text = _MARKUP.sub(" ", unescape(_VARIABLE.sub(_NAME, text)))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _sentences(texts: Iterator[str]) -> str:
    """Only what is a sentence: a label isn't read as running text, and a heading neither."""
    cleaned = (_clean(text.replace("\n", " ")) for text in texts if text)
    return "\n".join(text for text in cleaned if _ENDS.search(text) and " " in text)


def _phrases(texts: Iterator[str]) -> str:
    """What code puts together into sentences: everything of some length. A list has one point a line."""
    lines = (line for text in texts for line in _clean(text).splitlines())
    return "\n".join(line for line in lines if len(line.split()) >= LEAST_WORDS_OF_A_PHRASE)


def _words_in_code(path: Path) -> Iterator[str]:
    """Strings and f-strings of a module, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(node.body[0].value) for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    skipped |= {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    skipped |= {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
    }
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else _NAME for part in node.values
            )
