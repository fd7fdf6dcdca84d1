"""Says an appeal in the groups of classes once a second person approved it (11.4, P3, P6).

The one who approves need not handle the case: they get to see the appeal, and nothing of the case.
The rules stand in `bot.domain.appeal`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.case_gate import change, find_case, write_down
from bot.domain.appeal import Appeal, Posted, TooLateError, approved, declined, posted
from bot.domain.case_log import Deed
from bot.domain.cases import Case, NoSuchCase, Status, may_read
from bot.domain.people import Role, SchoolClass, StaffMember
from bot.ports import Address, Fate, Outcome
from bot.routing import Context
from bot.wishes import Choice, Say, Wish

FIRST_ASKED = (Role.SCHOOL_LEADER, Role.COMMUNICATIONS)
ASKED_AFTER = (Role.BOARD, Role.SPOKESPERSON)
"""Who may approve besides those who handle the case; the second only where no other can."""


def is_closed(case: Case) -> bool:
    """Tell whether nothing may be done to the case any more."""
    return case.status is Status.CLOSED or case.closed_at is not None


def readers(case: Case) -> tuple[str, ...]:
    """List those who handle the case and may read it."""
    return tuple(h for h in case.handlers if may_read(case, h))


def keep_appeal(context: Context, case: Case, appeal: Appeal, who: str) -> Case:
    """Put an appeal in its case, in the place of what it was, and write down what it became."""
    others = tuple(a for a in case.appeals if a.number != appeal.number)
    appeals = tuple(sorted((*others, appeal), key=lambda a: a.number))
    detail = f"appeal-{appeal.number}-{appeal.stage}"
    return change(context, replace(case, appeals=appeals), who, detail)


def approvers(context: Context, case: Case, appeal: Appeal) -> tuple[StaffMember, ...]:
    """List who can be asked to approve: everybody who may, is no party to it, and has an account.

    Those who handle the case, the school leaders and communications; the board and the spokesperson
    where there is nobody else.
    """
    handling = [context.registry.staff.get(key) for key in readers(case)]
    colleagues = [s for s in handling if s is not None]
    for roles in (FIRST_ASKED, ASKED_AFTER):
        found = {s.key: s for s in (*colleagues, *_holding(context, case, roles))}
        able = tuple(s for s in found.values() if s.accounts and _is_free(case, appeal, s.key))
        if able:
            return able
    return ()


def ask_to_approve(context: Context, case: Case, appeal: Appeal, asker: str) -> list[Wish]:
    """Ask everybody who can approve; nothing in it tells of the case."""
    fields = {"name": asker, "classes": ", ".join(appeal.chosen)}
    data = f"akkoord:{case.number}:{appeal.number}"
    rows = (
        (Choice("button-appeal-approve", f"{data}:yes"),),
        (Choice("button-appeal-decline", f"{data}:no"),),
    )
    wishes: list[Wish] = []
    for adult in approvers(context, case, appeal):
        wishes.append(Say(adult.key, "appeal-please-approve", fields))
        # In the language in which the class will read it.
        in_group = f"appeal-group-{appeal.text}"
        language = context.school.language
        wishes.append(Say(adult.key, in_group, buttons=rows, language=language))
    return wishes


def decide(
    context: Context, number: str, item: str, who: str, *, approve: bool
) -> tuple[Appeal, list[Wish]]:
    """Take the decision of the second person; an approved appeal is said in the groups.

    Raises:
        NoSuchCase: this person may not decide, or there is no such appeal; they look alike.
        TooLateError: it was decided, taken back, or the case is closed.
        NotYourOwnError: this person asked for it.

    """
    case = find_case(context, number)
    appeal = find_appeal(case, item) if case is not None else None
    if case is None or appeal is None:
        raise NoSuchCase
    if not _may_decide(context, case, who):
        write_down(context, who, Deed.REFUSED, case.number, "appeal")
        raise NoSuchCase
    if is_closed(case):
        raise TooLateError
    if not approve:
        appeal = declined(appeal, who, context.now)
        return appeal, _news(keep_appeal(context, case, appeal, who), appeal)
    groups = dict(_groups(context, appeal.chosen))
    appeal = approved(appeal, who, context.now, groups)
    case = keep_appeal(context, case, appeal, who)
    about = f"oproep:{case.number}:{appeal.number}"
    said: list[Wish] = [
        Say(group, f"appeal-group-{appeal.text}", about=f"{about}:{name}")
        for name, group in groups.items()
    ]
    return appeal, [*said, *(_news(case, appeal) if appeal.is_settled else ())]


def heard_of_posting(context: Context, parts: Sequence[str], result: Outcome) -> list[Wish]:
    """Write down what a platform did with the appeal in one group."""
    number, item, *name = parts
    case = context.unit.get(Case, number)
    appeal = find_appeal(case, item) if case is not None else None
    if case is None or appeal is None or appeal.is_settled:
        return []
    outcome = Posted.ACCEPTED if result.fate is Fate.ACCEPTED else Posted.REFUSED
    appeal = posted(appeal, ":".join(name), outcome, context.now, result.why or "")
    case = keep_appeal(context, case, appeal, "")
    return _news(case, appeal) if appeal.is_settled else []


def find_appeal(case: Case, item: str) -> Appeal | None:
    """Find an appeal of a case by its number, as a button names it."""
    return next((a for a in case.appeals if str(a.number) == item), None)


def outside_group(context: Context, class_name: str) -> int:
    """Count the pupils of a class who do not read along in its group; all of them without one."""
    home = context.unit.get(SchoolClass, class_name)
    if home is None:
        return 0
    members = home.group.members if home.group else {}
    return sum(not any(a in members for a in p.accounts) for p in home.pupils.values())


def has_group(context: Context, class_name: str) -> bool:
    """Tell whether a class has a group in which something can be said."""
    home = context.unit.get(SchoolClass, class_name)
    return home is not None and home.group is not None


def _news(case: Case, appeal: Appeal) -> list[Wish]:
    told = (appeal.by,) if may_read(case, appeal.by) else readers(case)
    button = Choice("button-appeal-view", f"oproep:{case.number}:{appeal.number}")
    fields = {"number": case.number}
    return [Say(key, "appeal-news", fields, buttons=((button,),)) for key in told]


def _groups(context: Context, classes: Sequence[str]) -> Iterator[tuple[str, Address]]:
    for name in classes:
        home = context.unit.get(SchoolClass, name)
        if home is not None and home.group is not None:
            yield name, Address.parse(home.group.address)


def _may_decide(context: Context, case: Case, who: str) -> bool:
    if who in case.excluded or who == case.reporter:
        return False
    roles = (*FIRST_ASKED, *ASKED_AFTER)
    return may_read(case, who) or who in {s.key for s in _holding(context, case, roles)}


def _holding(context: Context, case: Case, roles: Sequence[Role]) -> Iterator[StaffMember]:
    registry = context.registry
    schools = (case.school,) if case.school else registry.schools()
    for role in roles:
        for school in schools:
            yield from registry.staff_with(role, school)


def _is_free(case: Case, appeal: Appeal, who: str) -> bool:
    party = who in {turning.by for turning in appeal.history}
    return not party and who not in case.excluded and who != case.reporter
