"""Class groups: which group belongs to a class, and who is in it (P5, 9.C.1).

On /koppel KLAS: asks the platform how the group stands, then couples it or says what is wrong.
On a join request: a bound pupil of the class is let in, everybody else refused; the teacher hears
    the reason, and the applicant what to do, before the request is answered.
On somebody who joins, leaves or speaks: the ledger of members follows; who does not belong is
    taken out when joining, and reported when found speaking.
On /koppel, and when the bot hears again who comes and goes after it did not: asks the platform for
    each account of the class whether it is in, and corrects the ledger.
On lost rights or a move to another address: the teacher hears it, the coupling follows.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.admission import Admission, accounts_to_look_for, belongs, decide_admission
from bot.domain.groups import ClassGroup, Flaw, GroupState, flaws_of, missing_rights
from bot.domain.people import REGISTRY, Person, Registry, SchoolClass, covers
from bot.ports import Address, Fate, Happening, Incoming, Outcome, Refusal, Unit
from bot.routing import STAFF, Context, Turn, Where, ambient, command, event, outcome
from bot.wishes import Admit, Expel, Inspect, Line, LookFor, MakeLink, Refuse, Say, Wish

HEARS_AGAIN = "hears-again"


@command("koppel", who=STAFF, where=Where.GROUP)
def couple(turn: Turn) -> Sequence[Wish]:
    """Tie this group to a class."""
    chat = turn.incoming.chat
    if not turn.words:
        return [Say(chat, "couple-group-class-missing")]
    home = turn.class_named(turn.words)
    if home is None:
        return [Say(chat, "couple-group-unknown-class", {"class": turn.words[:40]})]
    if not covers(turn.people, home):
        return [Say(chat, "couple-group-only-staff")]
    obstacle = _taken_otherwise(turn, chat, home)
    if obstacle is not None:
        return [obstacle]
    return [Inspect(chat, f"koppel:{home.key}:{turn.reporter}:{chat}")]


@command("ontkoppel", who=STAFF, where=Where.GROUP)
def uncouple(turn: Turn) -> Sequence[Wish]:
    """Untie this group from its class."""
    chat = turn.incoming.chat
    home = turn.class_met_in(chat)
    if home is None:
        return [Say(chat, "notice-no-class")]
    if not covers(turn.people, home):
        return [Say(chat, "couple-group-only-staff")]
    registry = turn.registry
    groups = {a: c for a, c in registry.groups.items() if a != str(chat)}
    turn.unit.put(replace(registry, groups=groups))
    apart = replace(home, group=None)
    turn.unit.put(apart)
    turn.look_again_at(apart)
    return [Say(chat, "couple-group-undone", {"class": home.key})]


@outcome("koppel")
def heard_how_group_stands(
    context: Context, parts: tuple[str, ...], result: Outcome
) -> Sequence[Wish]:
    """Couple the group when it is fit for a class, else say in the group all that is wrong."""
    name, teacher, *address = parts
    chat = Address.parse(":".join(address))
    home = context.unit.get(SchoolClass, name)
    if result.found is None or home is None:
        return [Say(chat, "couple-group-not-a-group")]
    obstacle = _taken_otherwise(context, chat, home)
    if obstacle is not None:
        return [obstacle]
    flaws = flaws_of(result.found)
    if flaws:
        return [_what_is_wrong(chat, flaw, result.found) for flaw in flaws]
    now = context.now.isoformat()
    known = home.group.members if home.group else {}
    link = home.group.invite_link if home.group else ""
    group = ClassGroup(str(chat), teacher, now, known, invite_link=link)
    coupled = replace(home, group=group)
    context.unit.put(coupled)
    registry = context.registry
    context.unit.put(replace(registry, groups={**registry.groups, str(chat): name}))
    done = Say(chat, "couple-group-done", {"class": name})
    make_link = () if link else (MakeLink(chat, f"link:{name}"),)
    return [done, *make_link, *_look_who_is_in(context, coupled)]


@outcome("link")
def heard_of_link(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Keep the invite link of the group, and give it to the teacher in private."""
    home = context.unit.get(SchoolClass, parts[0])
    if home is None or home.group is None or not result.link:
        return []
    context.unit.put(replace(home, group=replace(home.group, invite_link=result.link)))
    fields = {"class": home.key, "link": result.link}
    return [Say(context.teacher_of(home), "couple-link", fields)]


@event(Happening.JOIN_REQUEST)
def asked_to_join(turn: Turn) -> Sequence[Wish]:
    """Let in a bound pupil of the class, refuse everybody else."""
    chat, sender = turn.incoming.chat, turn.incoming.sender
    home = turn.class_met_in(chat)
    if home is None or home.group is None:
        return []
    admission = decide_admission(turn.people, home)
    if admission is Admission.ADMIT:
        return [Admit(chat, sender, f"joined:{home.key}:{sender}")]
    teacher = Say(turn.teacher_of(home), f"join-{admission}", _named(turn.people, home))
    refuse = Refuse(chat, sender)
    if turn.incoming.reply_to is None:
        return [refuse, teacher]
    # Telegram lets the bot write to the applicant only until the request is answered.
    advice = "join-start-first" if admission is Admission.UNKNOWN_ACCOUNT else "join-refused"
    about = f"refuse:{chat.platform}:{chat.id}:{sender.id}"
    return [Say(turn.incoming.reply_to, advice, about=about), teacher]


@outcome("refuse")
def told_applicant(_context: Context, parts: tuple[str, ...], _result: Outcome) -> Sequence[Wish]:
    """Refuse the request, now that the applicant heard why, or could not be told."""
    platform, chat, account = parts
    return [Refuse(Address(platform, chat), Address(platform, account))]


@outcome("joined")
def let_in(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Write a pupil who was let in into the ledger of members."""
    name, *account = parts
    home = context.unit.get(SchoolClass, name)
    if home is None or home.group is None or result.fate is not Fate.ACCEPTED:
        return []
    address = Address.parse(":".join(account))
    people = context.people_at(address)
    teacher = Say(context.teacher_of(home), "join-admit", _named(people, home))
    _write_member(context, home, str(address))
    return [*(Say(p.key, "join-welcome", {"class": name}) for p in people[:1]), teacher]


@event(Happening.JOINED)
def joined(turn: Turn) -> Sequence[Wish]:
    """Keep who is in; take out who does not belong, unless it is an owner or admin."""
    home = turn.class_met_in(turn.incoming.chat)
    if home is None or home.group is None:
        return []
    if belongs(turn.people, home):
        _write_member(turn, home, str(turn.incoming.sender))
        return []
    fields = _named(turn.people, home)
    known = "known" if turn.people else "unknown"
    if turn.incoming.sender_leads:
        return [Say(turn.teacher_of(home), f"join-stranger-leads-{known}", fields)]
    about = f"expelled:{home.key}:{turn.incoming.sender}"
    return [Expel(turn.incoming.chat, turn.incoming.sender, about)]


@outcome("expelled")
def heard_of_removal(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Tell the teacher who was taken out of the group, or could not be."""
    name, *account = parts
    home = context.unit.get(SchoolClass, name)
    if home is None or home.group is None:
        return []
    people = context.people_at(Address.parse(":".join(account)))
    what = "removed" if result.fate is Fate.ACCEPTED else "not-removed"
    known = "known" if people else "unknown"
    return [Say(context.teacher_of(home), f"join-{what}-{known}", _named(people, home))]


@event(Happening.LEFT)
def left(turn: Turn) -> Sequence[Wish]:
    """Take somebody out of the ledger; open announcements then go another way."""
    home = turn.class_met_in(turn.incoming.chat)
    if home is not None:
        _strike_member(turn, home, str(turn.incoming.sender))
    return []


def _is_news(unit: Unit, incoming: Incoming) -> bool:
    registry = unit.get(Registry, REGISTRY)
    name = registry.groups.get(str(incoming.chat)) if registry else None
    home = unit.get(SchoolClass, name) if name else None
    if home is None or home.group is None:
        return False
    account = str(incoming.sender)
    return account not in home.group.members and account not in home.group.strangers


@ambient(_is_news)
def spoke(turn: Turn) -> Sequence[Wish]:
    """Learn from plain words that somebody is in the group: members cannot be listed everywhere."""
    home = turn.class_met_in(turn.incoming.chat)
    if home is None or home.group is None:
        return []
    account = str(turn.incoming.sender)
    if belongs(turn.people, home):
        _write_member(turn, home, account)
        return []
    strangers = (*home.group.strangers, account)
    turn.unit.put(replace(home, group=replace(home.group, strangers=strangers)))
    known = "known" if turn.people else "unknown"
    return [Say(turn.teacher_of(home), f"join-stranger-{known}", _named(turn.people, home))]


@event(Happening.RIGHTS_CHANGED)
def rights_changed(turn: Turn) -> Sequence[Wish]:
    """Look how the group stands now that the bot's rights in it changed."""
    home = turn.class_met_in(turn.incoming.chat)
    if home is None:
        return []
    about = f"rights:{home.key}"
    if turn.incoming.hears_again:
        about = f"{about}:{HEARS_AGAIN}"
    return [Inspect(turn.incoming.chat, about)]


@outcome("rights")
def heard_of_rights(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Tell the teacher when the bot can't do its work in the group any more, or can again.

    A bot that did not hear who came and went looks who is in now.
    """
    name, *news = parts
    home = context.unit.get(SchoolClass, name)
    if home is None or home.group is None:
        return []
    is_back = HEARS_AGAIN in news and result.found is not None and result.found.bot_is_admin
    looks = _look_who_is_in(context, home) if is_back else ()
    troubled = result.found is None or bool(flaws_of(result.found))
    if troubled == home.group.troubled:
        return looks
    context.unit.put(replace(home, group=replace(home.group, troubled=troubled)))
    text = "couple-rights-lost" if troubled else "couple-rights-back"
    return [Say(context.teacher_of(home), text, {"class": home.key}), *looks]


@outcome("seen")
def heard_who_is_in(context: Context, parts: tuple[str, ...], result: Outcome) -> Sequence[Wish]:
    """Correct the ledger of members by what the platform says of one account.

    When it says nothing, the ledger stays as it is. Who is in without belonging there any more is
    being taken out by what changed that.
    """
    name, coupling, *account = parts
    home = context.unit.get(SchoolClass, name)
    if home is None or home.group is None or coupling != _coupling(home.group):
        return []
    address = Address.parse(":".join(account))
    if result.inside and belongs(context.people_at(address), home):
        _write_member(context, home, str(address))
    elif result.inside is False or result.why is Refusal.BAD_ADDRESS:
        # An account the platform does not know any more is in no group.
        _strike_member(context, home, str(address))
    return []


@event(Happening.MOVED)
def moved(turn: Turn) -> Sequence[Wish]:
    """Follow a group to its new address (Telegram: a group that became a supergroup)."""
    old, new = str(turn.incoming.chat), turn.incoming.moved_to
    home = turn.class_met_in(turn.incoming.chat)
    if home is None or home.group is None or new is None:
        return []
    registry = turn.registry
    groups = {a: c for a, c in registry.groups.items() if a != old}
    turn.unit.put(replace(registry, groups={**groups, str(new): home.key}))
    turn.unit.put(replace(home, group=replace(home.group, address=str(new))))
    return []


def _taken_otherwise(context: Context, chat: Address, home: SchoolClass) -> Say | None:
    """Say why this group and this class can't come together: one of them has another already."""
    taken = context.class_met_in(chat)
    if taken is not None and taken.key != home.key:
        return Say(chat, "couple-group-already", {"class": taken.key})
    if home.group is not None and home.group.address != str(chat):
        return Say(chat, "couple-group-class-elsewhere", {"class": home.key})
    return None


def _what_is_wrong(chat: Address, flaw: Flaw, state: GroupState) -> Say:
    lacking = missing_rights(state) if flaw is Flaw.RIGHTS_MISSING else ()
    return Say(chat, f"couple-group-{flaw}", more=tuple(Line(f"right-{r}") for r in lacking))


def _named(people: Sequence[Person], home: SchoolClass) -> dict[str, str | int]:
    fields: dict[str, str | int] = {"class": home.key}
    if people:
        fields["name"] = people[0].name
    return fields


def _write_member(context: Context, home: SchoolClass, account: str) -> None:
    if home.group is None or account in home.group.members:
        return
    strangers = tuple(s for s in home.group.strangers if s != account)
    members = {**home.group.members, account: context.now.isoformat()}
    group = replace(home.group, members=members, strangers=strangers)
    context.unit.put(replace(home, group=group))
    context.look_again_at(home)


def _strike_member(context: Context, home: SchoolClass, account: str) -> None:
    if home.group is None or account not in home.group.members:
        return
    members = {a: since for a, since in home.group.members.items() if a != account}
    context.unit.put(replace(home, group=replace(home.group, members=members)))
    context.look_again_at(home)


def _look_who_is_in(context: Context, home: SchoolClass) -> Sequence[LookFor]:
    group = home.group
    if group is None:
        return ()
    chat, about = Address.parse(group.address), f"seen:{home.key}:{_coupling(group)}"
    accounts = accounts_to_look_for(context.registry, home)
    return [LookFor(chat, Address.parse(account), f"{about}:{account}") for account in accounts]


def _coupling(group: ClassGroup) -> str:
    """Name this coupling of class and group, as one word; its address may change meanwhile."""
    return group.coupled_at.replace(":", "")
