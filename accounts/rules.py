"""Tokens: how a secret is recognised without being kept."""

import hashlib

TOKEN_PREFIX = "inb_"  # noqa: S105 - the part that every token shares


def token_hash(raw: str) -> str:
    """SHA-256 in hex. Tokens are long and random, so a slow hash adds nothing."""
    return hashlib.sha256(raw.encode()).hexdigest()
