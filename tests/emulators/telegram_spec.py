"""The machine-readable Bot API specification, as a judge of what bots send and the emulator says.

The file is not part of this repository (it lies beside it, under ``shared``); where it is
missing, `BotApiSpec.load` gives None and nothing is judged.
"""

import functools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.emulators.telegram_things import Upload

SPEC_FILE = (
    Path(__file__).resolve().parents[2].parent / "shared" / "specs" / "telegram-bot-api-10.0.json"
)
"""Bot API 10.0 as JSON: ``methods`` and ``types``, each with ``fields``."""

ATTACHED = "attach://"
ARRAY = "Array of "


class BotApiSpec:
    """What the Bot API knows: its methods, their parameters and the objects it answers."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        """Take the parsed specification document."""
        self._methods = document["methods"]
        self._types = document["types"]

    @classmethod
    def load(cls, path: Path = SPEC_FILE) -> "BotApiSpec | None":
        """Read the specification, or give None where the file is not there."""
        return _loaded(path) if path.is_file() else None

    def knows(self, method: str) -> bool:
        """Tell whether the Bot API has a method of this exact name."""
        return method in self._methods

    @property
    def update_kinds(self) -> frozenset[str]:
        """Return every kind of update: the optional fields of ``Update``."""
        return frozenset(
            field["name"] for field in self._types["Update"]["fields"] if not field["required"]
        )

    def faults_in_call(self, method: str, params: Mapping[str, Any]) -> list[str]:
        """Name every unknown, missing or mistyped parameter of a call, one sentence each."""
        fields = {field["name"]: field for field in self._methods[method].get("fields", ())}
        attached = {
            str(value).removeprefix(ATTACHED)
            for value in _strings(params)
            if value.startswith(ATTACHED)
        }
        faults = [
            f"{method} has no parameter {name!r}"
            for name in params
            if name not in fields and name not in attached
        ]
        for name, field in fields.items():
            if name in params:
                faults += self.misfits(params[name], field["types"], f"{method}.{name}")
            elif field["required"]:
                faults.append(f"{method} needs the parameter {name!r}")
        return faults

    def faults_in_answer(self, method: str, result: object) -> list[str]:
        """Name everything in a result that the specification of the method does not allow."""
        return self.misfits(result, self._methods[method]["returns"], f"answer of {method}")

    def misfits(self, value: object, types: Sequence[str], where: str) -> list[str]:
        """Say why a value is none of these types; an empty list means that it fits one."""
        attempts = [self._misfits_one(value, wanted, where) for wanted in types]
        return min(attempts, key=len)

    def _misfits_one(self, value: object, wanted: str, where: str) -> list[str]:
        if wanted.startswith(ARRAY):
            if not isinstance(value, list):
                return [f"{where} is not a list"]
            inner = wanted.removeprefix(ARRAY)
            return [
                fault
                for place, item in enumerate(value)
                for fault in self._misfits_one(item, inner, f"{where}[{place}]")
            ]
        if wanted in _BASIC:
            return [] if _BASIC[wanted](value) else [f"{where} is not of type {wanted}"]
        if wanted == "InputFile":
            return [] if isinstance(value, Upload | str) else [f"{where} is not a file"]
        return self._misfits_object(value, wanted, where)

    def _misfits_object(self, value: object, wanted: str, where: str) -> list[str]:
        described = self._types[wanted]
        if described.get("subtypes"):
            return self.misfits(value, described["subtypes"], where)
        if not isinstance(value, dict):
            return [f"{where} is not an object ({wanted})"]
        fields = {field["name"]: field for field in described.get("fields", ())}
        faults = [f"{where} ({wanted}) has no field {name!r}" for name in value.keys() - fields]
        for name, field in fields.items():
            if name in value:
                faults += self.misfits(value[name], field["types"], f"{where}.{name}")
            elif field["required"]:
                faults.append(f"{where} ({wanted}) needs the field {name!r}")
        return faults


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_BASIC = {
    "Integer": _whole,
    "Float": lambda value: _whole(value) or isinstance(value, float),
    "String": lambda value: isinstance(value, str),
    "Boolean": lambda value: isinstance(value, bool),
}


def _strings(value: object) -> list[str]:
    """Collect every string inside a value, at any depth."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [found for item in value.values() for found in _strings(item)]
    if isinstance(value, list):
        return [found for item in value for found in _strings(item)]
    return []


@functools.cache
def _loaded(path: Path) -> BotApiSpec:
    return BotApiSpec(json.loads(path.read_text(encoding="utf-8")))
