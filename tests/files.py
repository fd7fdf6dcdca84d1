"""Small real files of every kind, and files that are not what they seem, made on the spot."""

import gzip
import io
import struct
import tarfile
import zipfile
import zlib

from bot.domain.evidence import LARGEST

CANARY = b"KANARIE-8f1c2e-in-het-bewijs"
"""Stands in every picture of `png`; found anywhere on the disk, it was kept in clear."""

MEGABYTE = 1_000_000


def png(words: bytes = CANARY, *, size: int = 0) -> bytes:
    """Make a picture of one dot with words in a text chunk, as large as asked for (PNG, 11.2)."""
    bulk = bytes(max(0, size - 200))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
            _chunk(b"tEXt", b"Comment\0" + words),
            *([_chunk(b"prVt", bulk)] if bulk else []),
            _chunk(b"IDAT", zlib.compress(b"\0\0")),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _box(brand: bytes) -> bytes:
    return struct.pack(">I", 24) + b"ftyp" + brand + bytes(4) + b"mif1" + brand + bytes(200)


def ogg(first_packet: bytes) -> bytes:
    """Make the first page of a stream (RFC 3533, 6)."""
    head = b"OggS\0\2" + bytes(8) + b"\1\2\3\4" + bytes(8) + bytes([1, len(first_packet)])
    return head + first_packet + bytes(100)


ALLOWED = {
    "picture.png": ("image/png", png()),
    "photo.jpg": ("image/jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1" + bytes(100) + b"\xff\xd9"),
    "photo-of-a-phone.jpg": ("image/jpeg", b"\xff\xd8\xff\xe1\0\x10Exif\0\0" + bytes(99)),
    "sticker.webp": ("image/webp", b"RIFF" + struct.pack("<I", 50) + b"WEBPVP8L" + bytes(50)),
    "laughing.gif": ("image/gif", b"GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"),
    "photo.heic": ("image/heic", _box(b"heic")),
    "photo-of-another-phone.heic": ("image/heic", _box(b"mif1")),
    "voice.ogg": ("audio/ogg", ogg(b"OpusHead\1\1" + bytes(10))),
    "song.ogg": ("audio/ogg", ogg(b"\1vorbis" + bytes(20))),
    "song.mp3": ("audio/mpeg", b"ID3\3\0\0\0\0\0\x0f" + bytes(20) + b"\xff\xfb\x90d" + bytes(99)),
    "recording.mp3": ("audio/mpeg", b"\xff\xf3\x90d" + bytes(200)),
    "voice.m4a": ("audio/mp4", _box(b"M4A ")),
    "letter.pdf": ("application/pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF"),
    "film.mp4": ("video/mp4", _box(b"isom")),
    "film-of-a-phone.mp4": ("video/mp4", _box(b"mp42")),
}
"""By name: the kind it must be found to be, and what is in it."""


def program() -> bytes:
    """Make what begins like a program for Windows (PE format, DOS header)."""
    dos = b"MZ\x90\0" + bytes(56) + struct.pack("<I", 128) + bytes(64)
    return dos + b"PE\0\0" + bytes(200)


def zip_bomb() -> bytes:
    """Make an archive that is a thousand times as large when it is opened."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.writestr(f"{number}.bin", bytes(10 * MEGABYTE))
    return made.getvalue()


def _tar() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.png"))
    return made.getvalue()


def word_document() -> bytes:
    """Make what begins like a document of Word, which is an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return made.getvalue()


ARCHIVES = {
    "word.docx": word_document(),
    "gzip.gz": gzip.compress(bytes(1000)),
    "tar.tar": _tar(),
    "rar.rar": b"Rar!\x1a\7\0" + bytes(50),
    "seven.7z": b"7z\xbc\xaf\x27\x1c" + bytes(50),
}

OTHERS = {
    "program-called.png": program(),
    "program-of-linux": b"\x7fELF\2\1\1" + bytes(100),
    "page-called.jpg": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
    "drawing.svg": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "script-called.pdf": b"#!/bin/sh\nrm -rf .\n",
    "words.txt": b"dit zijn gewoon woorden",
    "noise": bytes(range(255, -1, -1)) * 20,
    "film-in.ogg": ogg(b"\x80theora" + bytes(40)),
    "film.mov": _box(b"qt  "),
    "sound.wav": b"RIFF" + struct.pack("<I", 50) + b"WAVEfmt " + bytes(50),
    "one-byte": b"\xff",
}

TOO_BIG = png(size=21 * MEGABYTE)
JUST_FITS = png(size=LARGEST - 4096)
