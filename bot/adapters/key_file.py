"""The file with the key of the data: made once, readable by its owner only, never replaced."""

import os
from pathlib import Path


class KeyFileError(Exception):
    """The key can't be written; the text says why and what to do."""


def write_key_file(path: Path, line: str) -> None:
    """Write a key, as one line; an existing file is never replaced: it may be the only copy.

    The key is on disk before anything is encrypted with it, or there is no file at all. Raises
    `KeyFileError`.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise KeyFileError(
            f"{path} exists already. A key is never replaced: the data could not be read again."
        ) from error
    except OSError as error:
        raise KeyFileError(f"{path} can't be written: {error.strerror}.") from error
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink()
        raise KeyFileError(f"{path} can't be written: {error.strerror}.") from error
