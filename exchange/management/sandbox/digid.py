"""A stand-in for DigiD: an OpenID Connect provider where one chooses a fictional person from a list."""

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from .http import Request, Response, Routes, as_html, as_json, redirect
from .page import page
from .persons import Person
from .world import World

_CODE_SECONDS, _TOKEN_SECONDS = 60, 300
_SHOWN = 60


@dataclass(frozen=True)
class Grant:
    """What a code or an access token stands for."""

    bsn: str
    redirect_uri: str
    nonce: str
    challenge: str
    expires: float


class DigiD:
    """Gives codes and tokens for this one client, and only back to addresses under `base_url`."""

    def __init__(self, world: World, *, client_id: str, client_secret: str, base_url: str) -> None:
        self.world = world
        self.client_id, self.client_secret = client_id, client_secret
        self.base_url = base_url.rstrip("/")
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._codes: dict[str, Grant] = {}
        self._tokens: dict[str, Grant] = {}
        self.routes = Routes()
        self.routes.add("GET", "/digid/.well-known/openid-configuration", self.configuration)
        self.routes.add("GET", "/digid/jwks", self.keys)
        self.routes.add("GET", "/digid/inloggen", self.choose)
        self.routes.add("POST", "/digid/inloggen", self.chosen)
        self.routes.add("POST", "/digid/token", self.token)
        self.routes.add("GET", "/digid/userinfo", self.userinfo)
        self.routes.add("POST", "/digid/userinfo", self.userinfo)

    def answer(self, request: Request) -> Response:
        return self.routes.answer(request)

    def configuration(self, request: Request) -> Response:
        issuer = _issuer(request)
        return as_json(
            {
                "issuer": issuer,
                "authorization_endpoint": f"{issuer}/inloggen",
                "token_endpoint": f"{issuer}/token",
                "userinfo_endpoint": f"{issuer}/userinfo",
                "jwks_uri": f"{issuer}/jwks",
                "response_types_supported": ["code"],
                "grant_types_supported": ["authorization_code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "scopes_supported": ["openid", "profile", "email"],
                "claims_supported": ["sub", "bsn", "name"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            }
        )

    def keys(self, _request: Request) -> Response:
        key = RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return as_json({"keys": [{**key, "kid": "zandbak", "use": "sig", "alg": "RS256"}]})

    # --- The page -------------------------------------------------------------------------------------------------
    def choose(self, request: Request) -> Response:
        if wrong := self._wrong_question(request.query):
            return as_html(page("Inloggen lukt niet", f"<p>{escape(wrong)}</p>"), 400)
        word = request.query.get("zoek", "").casefold()
        found = [one for one in self.world.persons.values() if word in f"{one.naam} {one.bsn}".casefold()]
        question = {name: value for name, value in request.query.items() if name != "zoek"}
        hidden = "".join(
            f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
            for name, value in question.items()
        )
        rows = "".join(_row(one, hidden) for one in found[:_SHOWN])
        more = (
            f"<p>En nog {len(found) - _SHOWN} anderen. Zoek op naam of BSN.</p>"
            if len(found) > _SHOWN
            else ""
        )
        search = (
            f'<form method="get" class="zoek">{hidden}<label for="zoek">Zoek op naam of BSN</label>'
            f'<input id="zoek" name="zoek" value="{escape(request.query.get("zoek", ""))}"><button>Zoek</button></form>'
        )
        content = (
            '<p class="let-op">Dit is een nagebouwde inlog voor de demo. De personen hieronder bestaan niet.</p>'
            "<p>Kies als wie u wilt inloggen.</p>"
            f'{search}<ul class="personen">{rows or "<li>Niemand gevonden.</li>"}</ul>{more}'
            f'<p><a href="{escape(_back(question, error="access_denied"))}">Annuleren</a></p>'
        )
        return as_html(page("Inloggen in de demo", content))

    def chosen(self, request: Request) -> Response:
        form = request.form()
        if wrong := self._wrong_question(form):
            return as_html(page("Inloggen lukt niet", f"<p>{escape(wrong)}</p>"), 400)
        if not self.world.person(form.get("bsn", "")):
            return as_html(page("Inloggen lukt niet", "<p>Deze persoon staat niet in de zandbak.</p>"), 400)
        code = secrets.token_urlsafe(32)
        self._codes[code] = Grant(
            bsn=form["bsn"],
            redirect_uri=form["redirect_uri"],
            nonce=form.get("nonce", ""),
            challenge=form.get("code_challenge", ""),
            expires=time.monotonic() + _CODE_SECONDS,
        )
        return redirect(_back(form, code=code))

    def _wrong_question(self, question: Any) -> str:
        if question.get("client_id") != self.client_id or question.get("response_type") != "code":
            return "Deze inlog hoort niet bij dit programma (client_id of response_type klopt niet)."
        wanted, own = urlsplit(question.get("redirect_uri", "")), urlsplit(self.base_url)
        if (wanted.scheme, wanted.netloc) != (own.scheme, own.netloc) or not wanted.path.startswith(own.path):
            return f"De zandbak stuurt alleen terug naar {self.base_url}. Open het programma op dat adres."
        if question.get("code_challenge") and question.get("code_challenge_method") != "S256":
            return "De zandbak kent alleen PKCE met S256."
        return ""

    # --- For the program ------------------------------------------------------------------------------------------------
    def token(self, request: Request) -> Response:
        form = request.form()
        if not self._is_client(request, form):
            return as_json({"error": "invalid_client"}, 401, headers={"WWW-Authenticate": "Basic"})
        grant = self._codes.pop(form.get("code", ""), None)
        if (
            form.get("grant_type") != "authorization_code"
            or not grant
            or grant.expires < time.monotonic()
            or grant.redirect_uri != form.get("redirect_uri")
            or (grant.challenge and grant.challenge != _s256(form.get("code_verifier", "")))
        ):
            return as_json({"error": "invalid_grant"}, 400)
        access = secrets.token_urlsafe(32)
        self._tokens[access] = grant
        now = int(time.time())
        claims = self._claims(grant.bsn) | {
            "iss": _issuer(request),
            "aud": self.client_id,
            "iat": now,
            "exp": now + _TOKEN_SECONDS,
        }
        if grant.nonce:
            claims["nonce"] = grant.nonce
        id_token = jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": "zandbak"})
        answer = {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": _TOKEN_SECONDS,
            "id_token": id_token,
        }
        return as_json(answer, headers={"Cache-Control": "no-store"})

    def userinfo(self, request: Request) -> Response:
        grant = self._tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        if not grant or grant.expires + _TOKEN_SECONDS < time.monotonic():
            return as_json({"error": "invalid_token"}, 401, headers={"WWW-Authenticate": "Bearer"})
        return as_json(self._claims(grant.bsn))

    def _claims(self, bsn: str) -> dict[str, Any]:
        person = self.world.persons[bsn]
        return {"sub": hashlib.sha256(f"zandbak:{bsn}".encode()).hexdigest(), "bsn": bsn, "name": person.naam}

    def _is_client(self, request: Request, form: dict[str, str]) -> bool:
        given = f"{form.get('client_id', '')}:{form.get('client_secret', '')}"
        scheme, _, coded = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "basic":
            given = base64.b64decode(coded + "==").decode("utf-8", "replace")
        return secrets.compare_digest(given.encode(), f"{self.client_id}:{self.client_secret}".encode())


def _issuer(request: Request) -> str:
    return f"{request.base_url}/digid"


def _row(person: Person, hidden: str) -> str:
    return (
        f'<li><form method="post">{hidden}<input type="hidden" name="bsn" value="{escape(person.bsn)}">'
        f"<button><strong>{escape(person.naam)}</strong><br><small>BSN {escape(person.bsn)}</small></button></form></li>"
    )


def _back(question: Any, **result: str) -> str:
    """The address to return to, with the state that came along."""
    url = urlsplit(question["redirect_uri"])
    values = dict(parse_qsl(url.query)) | result
    if question.get("state"):
        values["state"] = question["state"]
    return url._replace(query=urlencode(values)).geturl()


def _s256(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
