"""The plan of an import in English sentences, for the administrator at the command line.

They name pseudonyms, keys and lines of the files only, so that they may stand in a screenshot.
"""

from collections.abc import Iterable, Iterator, Mapping

from bot.domain.people import Appointment
from bot.domain.roster import (
    Change,
    ClassChange,
    Concern,
    ContactChange,
    Loss,
    Plan,
    PupilChange,
    StaffChange,
    Warned,
)

CONCERNS: Mapping[Concern, str] = {
    Concern.NO_GUARDIAN_ADDRESS: (
        "{about} has no guardian with an e-mail address, so when the pupil cannot be reached a "
        "teacher gets the task."
    ),
    Concern.UNLIKELY_AGE: "{about} has an unlikely age. Check the birth date.",
    Concern.EMPTY_CLASS: "class {about} has no pupils any more. Its group is still known.",
    Concern.NO_MENTOR: "class {about} has no mentor.",
    Concern.NO_SCHOOL_LEADER: "{about} has no schoolleider, and reports go to the schoolleider.",
    Concern.UNKNOWN_CLASS: (
        "the staff file names class {about}, which has no pupils. Check how it is written."
    ),
    Concern.UNKNOWN_SCHOOL: (
        "the staff file names {about}, a school without classes. Check how it is written."
    ),
    Concern.SIMILAR_CLASS: "class {about} is also known in another spelling. Write it as before.",
}


def describe(plan: Plan) -> list[str]:
    """Tell the plan: first what changes, then what deserves a look, then what must be forced."""
    return [
        *(["Nothing changes."] if plan.is_empty else []),
        *map(_class, plan.classes),
        *_newcomers(plan.pupils),
        *(_pupil(change) for change in plan.pupils if change.what is not Change.NEW),
        *_guardians(plan.contacts),
        *map(_staff, plan.staff),
        *map(_warning, plan.warnings),
        *map(_loss, plan.losses),
    ]


def _class(change: ClassChange) -> str:
    if change.what is Change.NEW:
        return f"Class {change.name} is new, in {change.school}."
    return f"Class {change.name} moves from {change.was} to {change.school}."


def _newcomers(changes: Iterable[PupilChange]) -> Iterator[str]:
    by_class: dict[str, list[str]] = {}
    for change in changes:
        if change.what is Change.NEW:
            told = f"{change.pseudonym} ({change.line})"
            by_class.setdefault(change.class_name, []).append(told)
    for name, told_pupils in by_class.items():
        new = "1 new pupil" if len(told_pupils) == 1 else f"{len(told_pupils)} new pupils"
        yield f"Class {name} gets {new} (line of the pupils file): {_list(told_pupils)}."


def _pupil(change: PupilChange) -> str:
    if change.what is Change.LEFT:
        where = f"class {change.class_name}"
        return f"{change.pseudonym} is gone from {where}, with all guardians and bound accounts."
    told = []
    if change.what is Change.MOVED:
        told.append(f"moves from {change.was} to class {change.class_name}")
    if change.facts:
        told.append(f"{_list(change.facts)} changed")
    return f"{change.pseudonym} (line {change.line} of the pupils file): {'; '.join(told)}."


def _guardians(changes: Iterable[ContactChange]) -> Iterator[str]:
    by_class: dict[str, list[ContactChange]] = {}
    for change in changes:
        by_class.setdefault(change.class_name, []).append(change)
    for name, theirs in by_class.items():
        new, corrected = sum(c.new for c in theirs), sum(c.corrected for c in theirs)
        gone = sum(c.gone for c in theirs)
        pupils = _list(c.pseudonym for c in theirs)
        yield (
            f"Guardians in class {name}: {new} new, {corrected} changed, {gone} gone. "
            f"This is about {pupils}."
        )


def _staff(change: StaffChange) -> str:
    if change.what is Change.LEFT:
        was = _roles(change.before)
        return f"Staff {change.key} is gone, with all bound accounts; was {was}."
    who = f"Staff {change.key} (line {change.line} of the staff file)"
    if change.what is Change.NEW:
        return f"{who} is new: {_roles(change.appointments)}."
    told = []
    if set(change.appointments) != set(change.before):
        told.append(f"now {_roles(change.appointments)}, was {_roles(change.before)}")
    if change.facts:
        told.append(f"{_list(change.facts)} changed")
    return f"{who}: {'; '.join(told)}."


def _warning(warned: Warned) -> str:
    return f"Warning: {CONCERNS[warned.concern].format(about=warned.about)}"


def _loss(loss: Loss) -> str:
    return (
        f"Stop: {loss.gone} of {loss.of} {loss.what} would be gone. Check that the export is "
        "complete; if it is, force the import."
    )


def _roles(appointments: Iterable[Appointment]) -> str:
    return _list(map(_role, appointments)) or "no role"


def _role(appointment: Appointment) -> str:
    if appointment.class_name:
        return f"{appointment.role} of {appointment.class_name} in {appointment.school}"
    return f"{appointment.role} of {appointment.school or 'all schools'}"


def _list(words: Iterable[str]) -> str:
    return ", ".join(words)
