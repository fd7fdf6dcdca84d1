"""The source of our own modules, as the tests about the code read it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Module(NamedTuple):
    """One Python file: its dotted name, whether it is an `__init__`, and its text."""

    name: str
    package: bool
    source: str


def modules(repository: Path, *folders: str) -> Iterator[Module]:
    """Read every Python file under these folders of the repository, in the order of their paths."""
    for folder in folders:
        for path in sorted((repository / folder).rglob("*.py")):
            parts = path.relative_to(repository).with_suffix("").parts
            package = parts[-1] == "__init__"
            name = ".".join(parts[:-1] if package else parts)
            yield Module(name, package, path.read_text(encoding="utf-8"))
