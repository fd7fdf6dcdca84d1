"""What an administrator does on the command line: loading the roster, giving out codes.

On `roster`: shows what an import would change, or makes exactly the change that was shown; who is
    not of a class any more is taken out of its group, and open announcements follow the roster.
    A case that only somebody who left had read goes to the next person (`handlers.unread`).
    A report of somebody who left goes on, on the account that person had.
On `invite`: gives each person who has no account yet a fresh one-time code; older ones end.
The answers are plain values: the command line decides how they look.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.case_gate import note_leavers
from bot.conversation import keep_way_to_leavers
from bot.domain.admission import belongs
from bot.domain.enrolment import Snapshot
from bot.domain.invites import INVITES, Invites, issue, withdraw
from bot.domain.people import Person, Pupil, Registry, SchoolClass, StaffMember, role_of, roles_of
from bot.domain.readers import too_few_readers
from bot.domain.roster import Plan, apply_plan, plan_import
from bot.domain.roster_sentences import describe
from bot.ports import Address
from bot.routing import Context, console
from bot.wishes import Expel, Wish


@dataclass(frozen=True, slots=True)
class RosterImport:
    """An import to plan, or with `apply` to make.

    `force` allows that many people disappear.
    """

    snapshot: Snapshot = field(repr=False)
    apply: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom to give codes: the pupils of a class, its guardians, or all staff."""

    class_name: str = ""
    guardians: bool = False
    staff: bool = False


@console("roster", RosterImport)
def import_roster(context: Context, order: RosterImport) -> tuple[Sequence[Wish], object]:
    """Plan an import, or make it."""
    registry = context.registry
    classes = _classes(context)
    plan = plan_import(registry, classes, order.snapshot, context.now)
    refused = plan.needs_force and not order.force
    if not order.apply or refused:
        return [], _told(plan, applied=False)
    renewed, enrolled = apply_plan(registry, classes, plan, context.now)
    context.unit.put(renewed)
    for name, school_class in enrolled.items():
        if school_class != classes.get(name):
            context.unit.put(school_class)
        # Also for a change among the staff: a task may lie with somebody who left.
        context.look_again_at(school_class)
    _withdraw_codes(context)
    note_leavers(context)
    keep_way_to_leavers(context, _accounts_of_leavers(context, registry))
    wishes = [w for c in enrolled.values() for w in _clear_group(context, c)]
    return wishes, _told(plan, applied=True)


@console("invite", Invitation)
def invite(context: Context, order: Invitation) -> tuple[Sequence[Wish], object]:
    """Give out one-time codes."""
    home = context.class_named(order.class_name) if order.class_name else None
    if order.class_name and home is None:
        known = ", ".join(sorted(context.registry.classes)) or "none yet: import a roster first"
        return [], {"error": f"There is no class '{order.class_name}'. Known classes: {known}."}
    people = [p for p in _invited(context, order, home) if not p.accounts]
    codes = context.codes(len(people))
    expires = context.now + context.school.codes_valid
    invites = context.unit.get(Invites, INVITES) or Invites()
    keys = [p.key for p in people]
    context.unit.put(issue(invites, keys, codes, expires, context.now))
    return [], {
        "expires": expires.isoformat(timespec="minutes"),
        "codes": [
            {"code": code, **_shown(person, home)}
            for code, person in zip(codes, people, strict=True)
        ],
    }


def _withdraw_codes(context: Context) -> None:
    """End the codes of people who are not at school any more."""
    invites = context.unit.get(Invites, INVITES) or Invites()
    gone = {i.person for i in invites.given.values() if context.person(i.person) is None}
    if gone:
        context.unit.put(withdraw(invites, gone))


def _accounts_of_leavers(context: Context, before: Registry) -> dict[str, str]:
    """Give the account each person had who is not at school any more, the one bound last."""
    owned = [(key, account) for account, keys in before.owners.items() for key in keys]
    return {key: account for key, account in owned if context.person(key) is None}


def _clear_group(context: Context, home: SchoolClass) -> list[Wish]:
    """Take out of the group who is not of the class any more (P5)."""
    if home.group is None:
        return []
    chat = Address.parse(home.group.address)
    wishes: list[Wish] = []
    members = dict(home.group.members)
    for account in home.group.members:
        people = context.people_at(Address.parse(account))
        if belongs(people, home):
            continue
        del members[account]
        wishes.append(Expel(chat, Address.parse(account), f"expelled:{home.key}:{account}"))
    if wishes:
        context.unit.put(replace(home, group=replace(home.group, members=members)))
    return wishes


def _classes(context: Context) -> dict[str, SchoolClass]:
    found = (context.unit.get(SchoolClass, name) for name in context.unit.keys(SchoolClass))
    return {c.key: c for c in found if c is not None}


def _told(plan: Plan, *, applied: bool) -> dict[str, object]:
    return {
        "lines": describe(plan),
        "empty": plan.is_empty,
        "needs_force": plan.needs_force,
        "applied": applied,
    }


def _invited(context: Context, order: Invitation, home: SchoolClass | None) -> list[Person]:
    if order.staff:
        return list(context.registry.staff.values())
    if home is None:
        return []
    return list(home.guardians.values()) if order.guardians else list(home.pupils.values())


def _shown(person: Person, home: SchoolClass | None) -> Mapping[str, str]:
    shown = {"name": person.name, "role": role_of(person).value}
    if isinstance(person, StaffMember):
        shown["role"] = ", ".join(sorted(roles_of(person)))
    if home is not None:
        shown["class"] = home.key
        pupil = person if isinstance(person, Pupil) else None
        if pupil is None and not isinstance(person, StaffMember | Pupil):
            pupil = home.pupils.get(person.pupil)
        shown["pseudonym"] = pupil.pseudonym if pupil else ""
    return shown


@console("readers", dict)
def readers(context: Context, _order: dict[str, str]) -> tuple[Sequence[Wish], object]:
    """Tell which schools have too few people to read reports."""
    return [], {"missing": list(too_few_readers(context.registry))}
