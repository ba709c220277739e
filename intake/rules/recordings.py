"""What a recording really is, by its bytes, and which of those bytes a player asks for."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_BITS_OF_NEW = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_BITS_OF_OLD = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_NEW = 3
_HERTZ = {_NEW: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_HANDLER = re.compile(rb"hdlr.{8}(soun|vide)", re.DOTALL)
_OGG_SOUND = (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")
_FIRST_PAGE = 100
_TAG_HEAD = 10


def sound_type(content: bytes) -> str:
    """The MIME type by what is in it, "" for what isn't sound that a phone plays. A name or a first word proves nothing."""
    return next((mime for mime, is_it in _TYPES.items() if is_it(content)), "")


def _is_mp3(content: bytes) -> bool:
    """Two frames that follow each other, after the tag with title and maker that may stand first (ISO/IEC 11172-3)."""
    start = 0
    if content[:3] == b"ID3" and len(content) > _TAG_HEAD:
        size = sum((byte & 0x7F) << shift for byte, shift in zip(content[6:10], (21, 14, 7, 0), strict=True))
        start = _TAG_HEAD + size
    while content[start : start + 1] == b"\x00":
        start += 1
    length = _mp3_frame(content[start : start + 4])
    return bool(length and _mp3_frame(content[start + length : start + length + 4]))


def _mp3_frame(head: bytes) -> int:
    """Bytes of the frame that begins like this; 0 when no frame of layer III does."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return 0
    version, layer = (head[1] >> 3) & 3, (head[1] >> 1) & 3
    bits, hertz, padding = head[2] >> 4, (head[2] >> 2) & 3, (head[2] >> 1) & 1
    if version not in _HERTZ or layer != 1 or bits in {0, 15} or hertz == 3:
        return 0
    is_new = version == _NEW
    bit_rate = (_BITS_OF_NEW if is_new else _BITS_OF_OLD)[bits] * 1000
    return (144 if is_new else 72) * bit_rate // _HERTZ[version][hertz] + padding


def _is_m4a(content: bytes) -> bool:
    """A file with sound and without pictures: a video begins the same way."""
    return content[4:8] == b"ftyp" and set(_HANDLER.findall(content)) == {b"soun"}


def _is_ogg(content: bytes) -> bool:
    return content[:4] == b"OggS" and any(word in content[:_FIRST_PAGE] for word in _OGG_SOUND)


def _is_wav(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WAVE" and b"data" in content


_TYPES: dict[str, Callable[[bytes], bool]] = {
    "audio/mpeg": _is_mp3,
    "audio/mp4": _is_m4a,
    "audio/ogg": _is_ogg,
    "audio/wav": _is_wav,
}
SOUND_TYPES = tuple(_TYPES)


@dataclass(frozen=True)
class Span:
    """From the first byte up to and including the last, counted from 0."""

    first: int
    last: int


class OutsideError(ValueError):
    """The bytes that were asked for aren't there."""


_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def asked_span(header: str, size: int) -> Span | None:
    """Which part a Range header asks (RFC 9110, 14.1.2). None for all of it: no header, or one that may be left alone,
    such as more parts at once. Raises OutsideError.
    """
    found = _RANGE.fullmatch(header.strip())
    if not found or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        return Span(max(size - int(last), 0), size - 1) if int(last) and size else _outside()
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        return _outside()
    return Span(int(first), min(int(last), size - 1) if last else size - 1)


def _outside() -> Span:
    raise OutsideError
