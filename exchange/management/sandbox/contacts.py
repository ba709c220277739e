"""DUO's API Contactpersoon 1.0.0: the colleagues of a gemeente whom the chain may call, and whose contact they are.

DUO's file says which answers there are, not when: that somebody is a contact once, and that a contact of somebody can't be
deleted, are our reading of it.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from .http import Request, Response, Routes, as_json
from .persons import Gemeente
from .world import RegisteredContact, World, has_good_headers

_PHONE = re.compile(r"(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?")


class Contacts:
    def __init__(self, world: World, routes: Routes) -> None:
        self.world = world
        base = "/duo/contactpersoon/v1/contactpersonen"
        for method, path, handler in (
            ("POST", base, self.register),
            ("PUT", base + "/{contact_id}", self.change),
            ("DELETE", base + "/{contact_id}", self.delete),
            ("POST", base + "/{contact_id}/personen/{bsn}", self.tie),
            ("DELETE", base + "/{contact_id}/personen/{bsn}", self.untie),
        ):
            routes.add(method, path, self._for_gemeente(handler))

    def register(self, request: Request, gemeente: Gemeente) -> Response:
        if (details := _details(request)) is None:
            return Response(400)
        contact_id = max(self.world.contacts, default=0) + 1
        self.world.contacts[contact_id] = RegisteredContact(gemeente.oin, details)
        self.world.keep()
        return as_json({"id": contact_id, "contactpersoongegevens": details}, status=201)

    def change(self, request: Request, gemeente: Gemeente, contact_id: str) -> Response:
        if (details := _details(request)) is None:
            return Response(400)
        if refusal := self._refusal_of(contact_id, gemeente):
            return refusal
        self.world.contacts[int(contact_id)] = RegisteredContact(gemeente.oin, details)
        self.world.keep()
        return Response(200)

    def delete(self, _request: Request, gemeente: Gemeente, contact_id: str) -> Response:
        if refusal := self._refusal_of(contact_id, gemeente):
            return refusal
        if any(int(contact_id) in ids for ids in self.world.contact_ties.values()):
            return _no("Deze contactpersoon is nog gekoppeld aan een inburgeraar.")
        del self.world.contacts[int(contact_id)]
        self.world.keep()
        return Response(200)

    def tie(self, _request: Request, gemeente: Gemeente, contact_id: str, bsn: str) -> Response:
        if refusal := self._refusal_about(contact_id, bsn, gemeente):
            return refusal
        ties = self.world.contact_ties.setdefault(bsn, [])
        if int(contact_id) in ties:
            return _no("Deze contactpersoon is al gekoppeld aan deze inburgeraar.")
        ties.append(int(contact_id))
        self.world.keep()
        return Response(201)

    def untie(self, _request: Request, gemeente: Gemeente, contact_id: str, bsn: str) -> Response:
        if refusal := self._refusal_about(contact_id, bsn, gemeente):
            return refusal
        ties = self.world.contact_ties.get(bsn, [])
        if int(contact_id) not in ties:
            return Response(404)
        ties.remove(int(contact_id))
        self.world.keep()
        return Response(200)

    # --- Who may ask about what -------------------------------------------------------------------------------------
    def _for_gemeente(self, handler: Callable[..., Response]) -> Callable[..., Response]:
        def handle(request: Request, **path: str) -> Response:
            if not has_good_headers(request):
                return Response(400)
            if not (gemeente := self.world.gemeenten.get(request.headers["bron"])):
                return Response(403)
            with self.world.lock:
                return handler(request, gemeente, **path)

        return handle

    def _refusal_of(self, contact_id: str, gemeente: Gemeente) -> Response | None:
        if not re.fullmatch(r"[1-9]\d{0,4}", contact_id):
            return Response(400)
        contact = self.world.contacts.get(int(contact_id))
        if contact is None:
            return Response(404)
        if contact.oin != gemeente.oin:
            return _no("Deze contactpersoon is van een andere organisatie.")
        return None

    def _refusal_about(self, contact_id: str, bsn: str, gemeente: Gemeente) -> Response | None:
        if not re.fullmatch(r"\d{9}", bsn):
            return Response(400)
        if refusal := self._refusal_of(contact_id, gemeente):
            return refusal
        if not (person := self.world.person(bsn)):
            return Response(404)
        return None if self.world.in_scope(person, gemeente.code) else Response(403)


def _no(text: str) -> Response:
    return as_json([{"fouttekst": text}], status=403)


def _details(request: Request) -> dict[str, Any] | None:
    """The body by the schema, or None."""
    try:
        content = request.json()
    except ValueError:
        return None
    wanted = ("naam", "email", "telefoonnummer")
    if not isinstance(content, dict) or not all(isinstance(content.get(name), str) for name in wanted):
        return None
    name, email, phone = (content[one] for one in wanted)
    is_good = (
        len(name) <= 100
        and all(sign.isspace() or sign in "'‘." or unicodedata.category(sign)[0] == "L"
                or unicodedata.category(sign) == "Pd" for sign in name)
        and 4 <= len(email) <= 241
        and 3 <= len(phone) <= 22
        and _PHONE.fullmatch(phone)
    )  # fmt: skip
    return {one: content[one] for one in wanted} if is_good else None
