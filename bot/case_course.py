"""The plan in one case: who may do what in it now, and what becomes of a case when it is done.

The rules stand in `bot.domain.plan` and `bot.domain.plan_deeds`; here they meet the people of the
school and the one door to cases.
"""

from dataclasses import replace

from bot.case_gate import change
from bot.domain.case_log import Deed
from bot.domain.cases import Case, Status
from bot.domain.people import Role, StaffMember
from bot.domain.plan import Course, Record
from bot.domain.plan_deeds import closes, outcome
from bot.domain.takedown import links_settled
from bot.routing import Context


def course_of(context: Context, case: Case) -> Course:
    """Lay the plan beside a case."""
    handlers = {
        key: roles
        for key in case.handlers
        if key not in case.excluded and (roles := roles_in(context, key, case.school))
    }
    return Course(
        plan=context.school.plan,
        records=case.records,
        now=context.now,
        opened_at=case.opened_at,
        answers=case.answers,
        handlers=handlers,
        closed=case.status is Status.CLOSED,
        links_left=not links_settled(case.links),
    )


def roles_in(context: Context, key: str, school: str) -> frozenset[Role]:
    """List the roles somebody of the staff has for a school; for all of them where none is known.

    Nobody who left has any.
    """
    person = context.person(key)
    if not isinstance(person, StaffMember):
        return frozenset()
    held = {a.role for a in person.appointments if not school or a.covers(school, a.class_name)}
    return frozenset({Role.STAFF, *held})


def keep_records(context: Context, case: Case, who: str, added: tuple[Record, ...]) -> Case:
    """Add records to a case: it is in hand from the first on, and the last one closes it."""
    course = course_of(context, case)
    grown = replace(case, status=Status.IN_HAND, records=(*case.records, *added))
    what = "-".join(("plan", *(record.item for record in added[:1])))
    if any(closes(course, record) for record in added):
        ended = replace(grown, status=Status.CLOSED, outcome=outcome(course), closed_at=context.now)
        return change(context, ended, who, what, Deed.CLOSED)
    return change(context, grown, who, what)
