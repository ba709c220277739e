"""Citizen service numbers: encrypted at rest, found by a keyed hash."""

import base64
import hashlib
import hmac
import os
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models

_NONCE_BYTES = 12


@lru_cache(maxsize=4)
def _ciphers(keys: tuple[str, ...]) -> tuple[AESGCM, ...]:
    decoded = [base64.b64decode(key) for key in keys]
    if not decoded or any(len(key) != 32 for key in decoded):
        raise ImproperlyConfigured("BSN_ENCRYPTION_KEYS must hold base64 keys of 32 bytes.")
    return tuple(AESGCM(key) for key in decoded)


def encrypt(text: str) -> bytes:
    """AES-256-GCM with the first key; a new nonce each time, so equal texts give unequal bytes."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + _ciphers(tuple(settings.BSN_ENCRYPTION_KEYS))[0].encrypt(nonce, text.encode(), None)


def decrypt(data: bytes) -> str:
    """Raises InvalidTag when no key fits: a wrong key never passes for a value."""
    nonce, secret = data[:_NONCE_BYTES], data[_NONCE_BYTES:]
    for cipher in _ciphers(tuple(settings.BSN_ENCRYPTION_KEYS)):
        try:
            return cipher.decrypt(nonce, secret, None).decode()
        except InvalidTag:
            continue
    raise InvalidTag("No key in BSN_ENCRYPTION_KEYS decrypts this value.")


def blind_index(text: str) -> str:
    """HMAC-SHA256 in hex: equal numbers give equal values, and nobody without the key can make one."""
    return hmac.new(base64.b64decode(settings.BSN_INDEX_KEY), text.encode(), hashlib.sha256).hexdigest()


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]
    """A short text that stands encrypted in the database. Empty stays empty, so that "unknown" needs no key."""

    def db_type(self, connection: Any) -> str:
        return "bytea"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> bytes:
        return encrypt(value) if value else b""

    def from_db_value(self, value: Any, *_: Any) -> str:
        return decrypt(bytes(value)) if value else ""

    def to_python(self, value: Any) -> str:
        return value if isinstance(value, str) else ""
