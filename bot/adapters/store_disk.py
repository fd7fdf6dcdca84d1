"""How a file gets onto the disk so that a kill or a power cut leaves the old one or the new one."""

import errno
import os
import re
from pathlib import Path

BINARY = getattr(os, "O_BINARY", 0)
"""Windows changes line ends in a file opened without this; elsewhere it does not exist."""

TEMPORARY = ".tmp"
"""Ending of an unfinished file. No finished one has it, because names escape their dots."""

LONGEST_NAME = 200
"""Bytes of an escaped key; the file systems of today hold 255 in one name, with the ending."""

_PLAIN = re.compile(r"[a-z0-9_-]")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\Z")
_SIGN = re.compile(r"%([0-9a-f]{2})|\+([a-z])|([a-z0-9_-])")


def safe_name(key: str) -> str:
    """Give the file name of a key: different keys, different names, on every system.

    Small letters, digits, `-` and `_` stand for themselves; a capital is `+` and its small letter,
    because Windows and macOS see no difference between the two; everything else is `%` and two hex
    digits for each byte of its UTF-8. Raises `ValueError` where the name would be too long.
    """
    signs = [_escaped(sign) for sign in key]
    if _RESERVED.match(key):
        signs[0] = f"%{ord(key[0]):02x}"
    name = "".join(signs) or "%"
    if len(name) > LONGEST_NAME:
        raise ValueError(f"A key of {len(key)} signs is too long for a file name.")
    return name


def key_of(name: str) -> str | None:
    """Read a key back from its file name; None for a name that `safe_name` never gives."""
    raw = bytearray()
    at = 0
    while (sign := _SIGN.match(name, at)) is not None:
        byte, capital, plain = sign.groups()
        raw += bytes.fromhex(byte) if byte else (plain or capital.upper()).encode()
        at = sign.end()
    try:
        key = raw.decode("utf-8", "surrogatepass")
        return key if safe_name(key) == name else None
    except ValueError:
        return None


def _escaped(sign: str) -> str:
    if _PLAIN.fullmatch(sign):
        return sign
    if "A" <= sign <= "Z":
        return "+" + sign.lower()
    return "".join(f"%{byte:02x}" for byte in sign.encode("utf-8", "surrogatepass"))


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte: the system may take fewer at a time, on a full disk for example."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file whole. Its folder still has to be synced (`sync_folder`) to make that last.

    Where this fails, the old file is untouched and no temporary one is left.
    """
    unfinished = path.with_name(path.name + TEMPORARY)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o600)
    try:
        try:
            write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last: files that were added, replaced or removed."""
    if os.name == "nt":  # Windows gives no access to that, and keeps names in its own journal
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_private_folder(folder: Path) -> None:
    """Make a folder that only this user can enter, and its parents where they are missing."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True)
        sync_folder(folder.parent)
    if folder.stat().st_mode & 0o077 and os.name != "nt":
        folder.chmod(0o700)


def explain(error: OSError, path: Path) -> str:
    """Say in a whole sentence what the disk refused, where, and what to do."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"The disk that holds {path} is full: make room on it."
        case errno.EFBIG:
            return (
                f"{path} may not grow: this process has a limit on the size of its files. "
                "Raise the limit (ulimit -f), or make room where the limit is a quota."
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"This user may not write {path}: give it access, or choose another folder."
        case errno.EIO:
            return f"The disk that holds {path} fails: replace it, and restore the last backup."
        case _:
            reason = error.strerror or type(error).__name__
            return f"{path} can't be used ({reason}): check the disk and its folder."
