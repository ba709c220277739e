"""What a dossier takes as a file, and whether it is whole."""

FILE_KINDS = {
    "application/pdf": ("PDF", frozenset({"pdf"})),
    "image/jpeg": ("JPEG", frozenset({"jpg", "jpeg", "jpe", "jfif"})),
    "image/png": ("PNG", frozenset({"png"})),
}
"""What a dossier takes: the name of each kind, and how the name of such a file ends."""

_PNG_BEGIN = b"\x89PNG\r\n\x1a\n"
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def file_fault(mime: str, filename: str, content: bytes) -> str:
    """Why a file of this kind, by its first bytes, isn't what it says it is; empty when it is."""
    kind, endings = FILE_KINDS[mime]
    _, dot, ending = filename.rpartition(".")
    if dot and ending.lower() not in endings:
        return f"Dit bestand is een {kind}, maar de naam eindigt op .{ending[:10]}. Geef het de goede naam."
    if not _IS_WHOLE[mime](content):
        return f"Dit bestand begint als een {kind}, maar is er geen, of het is beschadigd. Maak het opnieuw."
    return ""


def _is_pdf(content: bytes) -> bool:
    """Begins, says where its objects stand and which is the first, and ends."""
    start, end = content.rfind(b"startxref"), content.rfind(b"%%EOF")
    return content[:1024].find(b"%PDF-") >= 0 and b"/Root" in content and 0 < start < end


def _is_jpeg(content: bytes) -> bool:
    """Parts one after another up to a frame with a size, and an end. A phone may write more behind the end."""
    at = 2
    while content[at : at + 1] == b"\xff" and at + 9 <= len(content):
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker in _JPEG_FRAMES:
            has_width = any(content[at + 7 : at + 9])  # The height may follow later, in a part of its own.
            return has_width and content.rfind(b"\xff\xd9") > at
        at += 1 if marker == 0xFF else 2 + max(length, 2)
    return False


def _is_png(content: bytes) -> bool:
    """Parts one after another: a size first, a picture, and an end."""
    at, parts = len(_PNG_BEGIN), []
    while content.startswith(_PNG_BEGIN) and at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4])
        parts.append(content[at + 4 : at + 8])
        at += 12 + length
        if parts[-1] == b"IEND":
            return parts[0] == b"IHDR" and b"IDAT" in parts and at <= len(content)
    return False


_IS_WHOLE = {"application/pdf": _is_pdf, "image/jpeg": _is_jpeg, "image/png": _is_png}
