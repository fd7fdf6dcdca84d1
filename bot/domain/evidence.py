"""What somebody hands over with a report: screenshots, voice notes, files."""

from dataclasses import dataclass, field
from datetime import datetime


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
