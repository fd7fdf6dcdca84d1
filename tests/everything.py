"""Values written down whole, also what no `repr` shows: for tests that look for words."""

from dataclasses import fields, is_dataclass
from typing import Any


def everything_in(value: Any) -> str:
    """Write down a value with all its fields, also those that no `repr` shows."""
    if is_dataclass(value):
        inside = (f"{f.name}={everything_in(getattr(value, f.name))}" for f in fields(value))
        return f"{type(value).__name__}({', '.join(inside)})"
    if isinstance(value, tuple):
        return f"[{', '.join(map(everything_in, value))}]"
    return str(value)
