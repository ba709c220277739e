"""Role × address: each actor gets exactly what the matrix says, on every address that exists.

The addresses come from the URL configuration. One that the matrix doesn't name fails the suite.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from pytest_django.plugin import DjangoDbBlocker

from tests.rights.matrix import ELSEWHERE, FRAMEWORK, MATRIX, Entry
from tests.rights.objects import complete
from tests.rights.world import ACTORS, TOKENS, World

pytestmark = pytest.mark.django_db


def _names(patterns: list[Any], namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _names(pattern.url_patterns, inner)
        else:
            yield f"{namespace}{pattern.name}", pattern


ADDRESSES = {
    name: pattern for name, pattern in _names(get_resolver().url_patterns) if not name.startswith("admin:")
}


def test_every_address_stands_in_the_matrix() -> None:
    assert set(ADDRESSES) - set(MATRIX) - FRAMEWORK - ELSEWHERE == set()


def test_the_matrix_names_no_address_that_is_gone() -> None:
    assert (set(MATRIX) | FRAMEWORK | ELSEWHERE) - set(ADDRESSES) == set()


def test_only_technical_staff_reach_the_technical_administration(world: World) -> None:
    for actor in ACTORS:
        response = world.clients[actor].get(reverse("admin:index"))
        assert response.status_code in {302, 403}, actor


def test_every_api_act_has_a_scope_or_is_public_on_purpose() -> None:
    without = {
        name
        for name, pattern in ADDRESSES.items()
        if name in MATRIX and MATRIX[name][0].is_api
        if getattr(getattr(pattern.callback, "view_class", None), "scope", None) is None
        and not MATRIX[name][0].who >= TOKENS
    }
    assert without == set()


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One world for all addresses; what a request does to it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = complete(World())
        world.log_in()
        yield world
        transaction.set_rollback(True)


CASES = [(name, entry) for name, entries in MATRIX.items() for entry in entries]


@pytest.mark.parametrize(("name", "entry"), CASES, ids=[f"{entry.method} {name}" for name, entry in CASES])
def test_each_actor_gets_what_the_matrix_says(world: World, name: str, entry: Entry) -> None:
    url = _address(name, entry, world)
    actors = TOKENS if entry.is_api else ACTORS
    scope = getattr(getattr(ADDRESSES[name].callback, "view_class", None), "scope", None)
    let_in = {actor for actor in actors if _is_let_in(world, actor, url, entry, scope)}
    assert let_in == entry.who & actors


def test_no_page_cuts_off_a_text(world: World) -> None:
    """A browser would, at a maxlength, without a word: each box for text takes all of it, and the server refuses."""
    boxes, cutting = 0, []
    for name, entry in CASES:
        if entry.is_api or entry.method != "GET" or not entry.who:
            continue
        actor = next(one for one in ACTORS if one in entry.who)
        with transaction.atomic():
            response = world.clients[actor].get(_address(name, entry, world))
            transaction.set_rollback(True)
        page = "" if response.streaming else response.content.decode(errors="replace")
        boxes += page.count("<textarea")
        cutting += [name] if re.search(r"<textarea[^>]*\bmaxlength", page) else []
    assert boxes > 100
    assert cutting == []


def _address(name: str, entry: Entry, world: World) -> str:
    try:
        return reverse(name, kwargs={key: world.objects[value] for key, value in entry.keys.items()})
    except NoReverseMatch:
        raise AssertionError(f"{name} needs other keys than {entry.keys}") from None


def _is_let_in(world: World, actor: str, url: str, entry: Entry, scope: Any) -> bool:
    """Each try is undone, so that the next actor finds the same world."""
    client = world.clients[
        "klantmanager" if actor == "alleen_sessie" else "niemand" if entry.is_api else actor
    ]
    with transaction.atomic():
        if entry.is_api:
            response = client.generic(
                entry.method, url, content_type="application/json", headers=world.headers(actor, scope)
            )
        else:
            response = client.get(url) if entry.method == "GET" else client.post(url, entry.data)
        transaction.set_rollback(True)
    assert response.status_code < 500, f"{actor} gets {response.status_code} at {url}"
    return not _is_refusal(response)


def _is_refusal(response: HttpResponse) -> bool:
    to_login = response.status_code in {301, 302} and any(
        door in response.headers["Location"] for door in ("/account/login/", "/mijn/inloggen/")
    )
    return to_login or response.status_code in {401, 403, 404}
