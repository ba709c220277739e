"""What others made stands in static/vendor exactly as `bin/vendor` wrote it, and holds all that our pages name."""

import hashlib
import json
import re

from django.conf import settings

STATIC = settings.BASE_DIR / "static"
VENDOR = STATIC / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text())
PACKAGE = json.loads((settings.BASE_DIR / "package.json").read_text())


def test_every_file_has_the_hash_of_the_manifest() -> None:
    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert found == MANIFEST["files"]


def test_the_manifest_is_of_the_versions_in_package_json() -> None:
    assert MANIFEST["packages"] == PACKAGE["devDependencies"]
    assert MANIFEST["icons"] == PACKAGE["vendor"]["icons"]
    assert MANIFEST["components"] == PACKAGE["vendor"]["components"]


def test_the_lock_has_these_versions_and_names_no_registry() -> None:
    lock = json.loads((settings.BASE_DIR / "package-lock.json").read_text())["packages"]
    assert {name: lock[f"node_modules/{name}"]["version"] for name in MANIFEST["packages"]} == MANIFEST[
        "packages"
    ]
    assert not [name for name, entry in lock.items() if "resolved" in entry]


def test_every_folder_has_its_licence() -> None:
    without = [
        folder.name for folder in VENDOR.iterdir() if folder.is_dir() and not list(folder.glob("LICENSE*"))
    ]
    assert without == []


def test_every_token_that_our_styles_use_exists() -> None:
    css = "".join(path.read_text() for path in sorted((STATIC / "css").glob("*.css")))
    known = set(re.findall(r"(--[\w-]+)\s*:", css + (VENDOR / "nl-design-system/tokens.css").read_text()))
    used = set(re.findall(r"var\(\s*(--[\w-]+)\s*\)", css))
    assert used - known == set()


def test_every_icon_that_a_page_names_is_in_the_sprite() -> None:
    sprite = set(re.findall(r'<symbol id="([\w-]+)"', (VENDOR / "tabler/icons.svg").read_text()))
    assert sprite == set(MANIFEST["icons"])
    named = {
        name
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
        for name in re.findall(
            r'(?<![:\w-])(?:icon|icon-after)="([\w-]+)"|<c-icon name="([\w-]+)"', path.read_text()
        )
        for name in name
        if name
    }
    assert named - sprite == set()
