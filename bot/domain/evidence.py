"""What somebody hands over with a report: screenshots, voice notes, files.

Everything here is about values; the files themselves lie in the folder of evidence, each encrypted
under a key of its own (`StoredFile.secret`).
"""

from dataclasses import dataclass, field
from datetime import datetime

LARGEST = 20 * 1024 * 1024
"""Bytes of one file; a bot on Telegram can't fetch more (getFile)."""

ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/heic": "heic",
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "application/pdf": "pdf",
    "video/mp4": "mp4",
}
"""The kinds of file that are taken in, and how the name of such a file ends."""


@dataclass(frozen=True, slots=True)
class Media:
    """What came along with words, or in their place; it is still on the platform.

    id    by which the platform gives it; "" for what is no file (a poll, a place on a map)
    size  in bytes, where the platform tells it
    kind  what the platform says it is ("photo", "image/png"); nothing rests on it
    """

    id: str = field(default="", repr=False)
    size: int | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the folder of evidence, and what opens it.

    key      names the file in the folder
    secret   opens it (32 bytes in base64)
    sha256   of what arrived, in hexadecimal
    size     in bytes
    kind     media type, by content and not by name ("image/png")
    """

    key: str
    secret: str = field(repr=False)
    sha256: str
    size: int
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file, encrypted on arrival under a key of its own.

    key      names the file in the folder of evidence
    secret   opens it (32 bytes in base64); it goes with the case, and the file with it (P8)
    sha256   of what arrived, in hexadecimal
    size     in bytes
    kind     media type, by content and not by name ("image/png")
    """

    key: str
    secret: str = field(repr=False)
    sha256: str
    size: int
    kind: str
    received_at: datetime
    by: str

    @property
    def file(self) -> StoredFile:
        """The file it stands for."""
        return StoredFile(self.key, self.secret, self.sha256, self.size, self.kind)

    @classmethod
    def of(cls, file: StoredFile, received_at: datetime, by: str) -> "Evidence":
        """Make evidence of a file that was taken in."""
        return cls(file.key, file.secret, file.sha256, file.size, file.kind, received_at, by)


def file_name(case: int, number: int, kind: str) -> str:
    """Name a piece of evidence for whoever looks at it: never after a person (P6)."""
    return f"zaak-{case}-bewijs-{number}.{ENDINGS.get(kind, 'bin')}"
