"""The settings that the product gets from us. What the user's own environment says wins."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from runtime.services import Services


def for_demo(
    services: Services, secrets: Mapping[str, str], *, port: int, chain_port: int, static: Path
) -> dict[str, str]:
    keys = {
        name: secrets[name]
        for name in ("SECRET_KEY", "BSN_ENCRYPTION_KEYS", "BSN_INDEX_KEY", "DIGID_CLIENT_SECRET")
    }
    return _complete(
        services,
        keys
        | _addresses(port=port, chain_port=chain_port)
        | {"STAFF_SECOND_FACTOR": "false", "STATIC_ROOT": str(static), "LOG_LEVEL": "WARNING"}
        | _messages_to_files(static.parent / "berichten"),
    )


def for_tests(services: Services, *, static: Path) -> dict[str, str]:
    """Fixed keys, so that a failing test fails again."""
    return _complete(
        services,
        _addresses(port=8000, chain_port=8001)
        | {
            "TESTING": "true",
            "STATIC_ROOT": str(static),
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright runs a loop in the thread of the test
            "STAFF_SECOND_FACTOR": "false",
            "SECRET_KEY": "only-for-tests-" + "0123456789" * 4,
            "BSN_ENCRYPTION_KEYS": "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=",
            "BSN_INDEX_KEY": "aWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWk=",
            "DIGID_CLIENT_SECRET": "only-for-tests",
            "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
        },
    )


def _addresses(*, port: int, chain_port: int) -> dict[str, str]:
    chain = f"http://127.0.0.1:{chain_port}"
    return {
        "DEMO": "true",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "DUO_BASE_URL": f"{chain}/duo",
        "BRP_BASE_URL": f"{chain}/brp",
        "DIGID_ISSUER": f"{chain}/digid",
        "DIGID_CLIENT_ID": "inburgering",
    }


def _messages_to_files(folder: Path) -> dict[str, str]:
    """The demo sends nothing to anybody: each mail and SMS becomes a file."""
    return {
        "MAIL_ADAPTER": "bestand",
        "MAIL_FROM": "Gemeente Waterveen <inburgering@waterveen.example>",
        "SMS_ADAPTER": "bestand",
        "MESSAGE_FOLDER": str(folder),
    }


def _complete(services: Services, settings: dict[str, str]) -> dict[str, str]:
    """Environment for a child: ours, then the user's, then what can't be otherwise."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return (
        settings
        | dict(os.environ)
        | {
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "DJANGO_SETTINGS_MODULE": "inburgering.settings",
            "PATH": path,
        }
    )
