"""What kind of file something is, by its first bytes and never by its name."""

import re

import puremagic

from bot.domain.evidence import ENDINGS
from bot.ports import FileRefusedError, Refusal

HEAD_BYTES = 4096
"""As many bytes from the start decide on the kind."""

BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"), "image/heic"),
    **dict.fromkeys((b"M4A ", b"M4B "), "audio/mp4"),
    **dict.fromkeys((b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41"), "video/mp4"),
    **dict.fromkeys((b"mp42", b"avc1", b"dash", b"M4V ", b"MSNV"), "video/mp4"),
}
"""Major brands of the ISO media file format (ISO/IEC 14496-12, 4.3); puremagic mixes them up."""

SOUNDS_IN_OGG = (b"OpusHead", b"\x01vorbis")
"""How the first packet of a sound begins (RFC 7845, 5.1; Vorbis I, 4.2.1); a film has others."""

FIRST_PACKET = slice(27, 320)
"""Where it stands, behind the header of the first page (RFC 3533, 6)."""

MPEG_FRAME = re.compile("1{11}(?!01)..01.(?!0000|1111)....(?!11)....")
"""Bits: sync word, version, layer III, protection, bit rate, frequency, and two others."""

SEVERAL_IN_ONE = ("zip", "rar", "7z", "tar", "gzip", "compress", "openxmlformats", "comicbook")
"""Words in the media types of what holds other files; such a file is never opened here."""


def kind_of(head: bytes) -> str:
    """Give the media type of an allowed file from its first `HEAD_BYTES` bytes.

    Raises `FileRefusedError` for everything else.
    """
    if not head:
        raise FileRefusedError(Refusal.EMPTY)
    if head[4:8] == b"ftyp":
        return _allowed(BRANDS.get(head[8:12], ""))
    if head.startswith(b"OggS"):
        sound = any(mark in head[FIRST_PACKET] for mark in SOUNDS_IN_OGG)
        return _allowed("audio/ogg" if sound else "")
    if head.startswith(b"ID3") or _begins_with_mpeg_sound(head):
        return _allowed("audio/mpeg")
    try:
        found = puremagic.magic_string(head)
    except puremagic.PureError:
        return _allowed("")
    return _allowed(found[0].mime_type)


def _allowed(kind: str) -> str:
    if kind in ENDINGS:
        return kind
    several = any(word in kind for word in SEVERAL_IN_ONE)
    raise FileRefusedError(Refusal.ARCHIVE if several else Refusal.WRONG_KIND)


def _begins_with_mpeg_sound(head: bytes) -> bool:
    """Recognise a frame of layer III: its sync word, and no reserved value (ISO/IEC 11172-3)."""
    frame = f"{int.from_bytes(head[:3], 'big'):024b}"
    return MPEG_FRAME.fullmatch(frame) is not None
