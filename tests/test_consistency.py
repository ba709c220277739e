"""The house rules, checked on the code itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey, ManyToManyField, OneToOneField
from django.template.loader import get_template

from inburgering.celery import app as celery_app

ROOT = Path(settings.BASE_DIR)
LAYERS = [
    "accounts",
    "cases",
    "deadlines",
    "contact",
    "intake",
    "pip_plans",
    "exchange",
    "portal",
    "caseload",
]
TOP = {"exchange", "portal", "caseload"}
FILE_NAMES = {
    "__init__", "apps", "enums", "rules", "models", "selectors", "services", "forms", "views", "api", "tasks", "admin",
    "urls", "doors",
}  # fmt: skip
FOLDER_NAMES = {"enums", "rules", "models", "selectors", "services", "forms", "views", "api", "management", "migrations",
                "templatetags", "letters"}  # fmt: skip
WRITES = re.compile(
    r"\.(?:objects|all\(\)|filter\([^)]*\))\.(?:create|bulk_create|update|delete|get_or_create|update_or_create)\(|\.save\(|\.bulk_update\("
)


def _modules(*parts: str) -> Iterator[Path]:
    for app in LAYERS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if not parts or set(parts) & set(path.relative_to(ROOT).with_suffix("").parts):
                yield path


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return found | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_files_have_one_of_the_house_names() -> None:
    strange = [
        str(path.relative_to(ROOT))
        for app in LAYERS
        for path in (ROOT / app).iterdir()
        if (path.suffix == ".py" and path.stem not in FILE_NAMES)
        or (path.is_dir() and path.name not in FOLDER_NAMES | {"__pycache__"})
    ]
    assert strange == []


def test_doors_stands_only_in_accounts() -> None:
    assert [path.parent.name for path in _modules() if path.stem == "doors"] == ["accounts"]


def test_apps_import_only_what_stands_below_them() -> None:
    upward = []
    for path in _modules():
        app = path.relative_to(ROOT).parts[0]
        for module in _imports(path):
            other = module.split(".")[0]
            if other not in LAYERS or other == app:
                continue
            if LAYERS.index(other) > LAYERS.index(app) or {app, other} <= TOP:
                upward.append(f"{path.relative_to(ROOT)} imports {module}")
    assert upward == []


def test_foreign_keys_point_down() -> None:
    upward = [
        f"{model._meta.label}.{field.name}"
        for app in LAYERS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey | OneToOneField | ManyToManyField)
        and (target := field.related_model._meta.app_label) in LAYERS
        and LAYERS.index(target) > LAYERS.index(app)
    ]
    assert upward == []


def test_rules_know_no_framework_and_no_clock() -> None:
    wrong = []
    for path in _modules("rules"):
        modules = _imports(path)
        wrong += [
            f"{path.relative_to(ROOT)}: {m}"
            for m in modules
            if m.split(".")[0] in {"django", "rest_framework", "celery"}
        ]
        if re.search(r"date\.today\(|datetime\.now\(|timezone\.", path.read_text()):
            wrong.append(f"{path.relative_to(ROOT)} looks at the clock")
    assert wrong == []


def test_only_services_write() -> None:
    writers = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in _modules()
        if path != ROOT / "accounts/models.py"  # where Django wants the manager that makes users
        if not {"services", "migrations"} & set(path.relative_to(ROOT).with_suffix("").parts)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if WRITES.search(line)
    ]
    assert writers == []


def test_no_signals_between_our_apps() -> None:
    assert [
        str(p.relative_to(ROOT))
        for p in _modules()
        if "django.dispatch" in _imports(p) or "django.db.models.signals" in _imports(p)
    ] == []


def test_every_queued_task_exists() -> None:
    celery_app.loader.import_default_modules()
    known = set(celery_app.tasks)
    queued = {row["task"] for row in settings.CELERY_BEAT_SCHEDULE.values()} | set(settings.EVENT_READERS)
    for path in _modules():
        queued |= set(re.findall(r"""(?:queue|wake)\(\s*["']([a-z_.]+)["']""", path.read_text()))
    assert queued
    assert queued - known == set()


def test_every_constraint_has_a_claim_for_a_name() -> None:
    """A claim for a name, not a number."""
    short = [
        constraint.name
        for app in LAYERS
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
        if constraint.name.count("_") < 1
    ]
    assert short == []


@pytest.fixture(scope="module")
def sources() -> str:
    files = [*_modules(), *(ROOT / "inburgering").rglob("*.py"), *(ROOT / "templates").rglob("*.html")]
    return "\n".join(path.read_text() for path in files)


def _own_templates() -> list[Path]:
    folders = [
        "cases",
        "caseload",
        "deadlines",
        "contact",
        "intake",
        "pip_plans",
        "exchange",
        "portal",
        "parts",
    ]
    return [path for folder in folders for path in sorted((ROOT / "templates" / folder).rglob("*.html"))]


def test_every_template_is_used_and_compiles(sources: str) -> None:
    unused = []
    for path in _own_templates():
        name = str(path.relative_to(ROOT / "templates"))
        get_template(name)
        if name not in sources:
            unused.append(name)
    assert unused == []


def test_no_page_holds_inline_style_or_script() -> None:
    """The content security policy would refuse both, silently for the user."""
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")|\sstyle=|\son[a-z]+=\"", re.IGNORECASE
    )
    wrong = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if inline.search(path.read_text())
    ]
    assert wrong == []


def test_code_holds_no_loose_ends() -> None:
    loose = re.compile(r"#.*\b(TODO|FIXME|XXX)\b|NotImplementedError|breakpoint\(")
    wrong = [str(p.relative_to(ROOT)) for p in _modules() if loose.search(p.read_text())]
    assert wrong == []
