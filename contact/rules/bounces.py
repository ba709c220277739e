"""Reading a mail that says that a mail of ours didn't arrive (RFC 3464)."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

_OURS = re.compile(r"<bericht-[0-9a-f-]{36}@[^>\s]+>")


@dataclass(frozen=True)
class Bounce:
    """`message_id` is that of our mail. A delay is no failure: the other server goes on trying."""

    message_id: str
    reason: str
    is_permanent: bool


def parse_bounce(raw: bytes) -> Bounce | None:
    """None when it is no delivery report, or not about a mail of ours."""
    mail = message_from_bytes(raw)
    report = next(
        (part for part in mail.walk() if part.get_content_type() == "message/delivery-status"), None
    )
    ours = _OURS.search(raw.decode("utf-8", "replace"))
    if report is None or ours is None:
        return None
    fields = _fields(report)
    status, said = fields.get("status", ""), fields.get("diagnostic-code", "")
    return Bounce(
        message_id=ours[0],
        reason=" ".join(f"{status} {said}".split())[:300],
        is_permanent=fields.get("action", "").lower() == "failed" or status.startswith("5"),
    )


def _fields(report: Message) -> dict[str, str]:
    """The report is a list of blocks, of which one is about the recipient; a mail of ours has just one."""
    blocks = report.get_payload()
    parts = [block for block in blocks if isinstance(block, Message)] if isinstance(blocks, list) else []
    return {name.lower(): str(value) for block in parts for name, value in block.items()}
