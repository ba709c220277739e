"""Which needs of newcomers a test proves: each that was promised is named by its number in a docstring."""

import ast
import re
from pathlib import Path

from django.conf import settings

TESTS = Path(settings.BASE_DIR) / "tests"
PROMISED = (*range(1, 10), *range(26, 34), 35, *range(36, 42), 44, 46, 58)
"""PP-01 to PP-09 and PP-26 to PP-35 of priority A or B, PP-36 to PP-41, PP-44, PP-46 and PP-58. PP-34 has priority C."""


def _named() -> set[int]:
    named: set[int] = set()
    for path in TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                named |= {int(found) for found in re.findall(r"\bPP-(\d+)\b", ast.get_docstring(node) or "")}
    return named


def test_each_need_has_a_test_that_names_it() -> None:
    missing = sorted(set(PROMISED) - _named())
    assert not missing, f"No test names {', '.join(f'PP-{number:02d}' for number in missing)}."
