"""Who may say what, and where: the decorators handlers wear, and the table they form.

A handler is a plain function. It changes documents through the unit of work on its context and
returns wishes; it never waits, never sees a platform and never speaks for itself.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.forms import Asker, Form
from bot.domain.people import (
    REGISTRY,
    STAFF_ROLES,
    Guardian,
    Person,
    Pupil,
    Registry,
    Role,
    SchoolClass,
    StaffMember,
    roles_of,
    speaks,
)
from bot.domain.plan import Plan
from bot.domain.platforms import Platforms
from bot.domain.reach import Announcement
from bot.domain.retention import Policy
from bot.domain.school_time import SchoolTime
from bot.ports import Address, Adviser, Happening, Incoming, Outcome, Unit
from bot.wishes import Wish

EVERYONE: frozenset[Role] = frozenset()
"""No role asked for: also somebody the school does not know yet may do this."""

KNOWN = frozenset(Role)
STAFF = STAFF_ROLES

EASY = "nl-x-eenvoudig"


@dataclass(frozen=True, slots=True)
class School:
    """The settings that handlers need, as values.

    phone        what a person can call when nobody can be reached by chat
    language     of groups and of people who did not choose
    patience     how long a pupil in the group may stay silent before the next way is tried
    confirm_url  where a guardian confirms an e-mail, without the token; "" for no such page
    codes_valid  how long a one-time code can be used
    hours        when the school is open
    policy       how long what is kept
    quiet_days   school days without news in an open case, before who handles it is reminded
    platforms    how something is reported on the platforms where it spreads
    plan         the seven steps of a case
    form         the questions of a report
    """

    name: str
    language: str
    phone: str
    patience: timedelta
    confirm_url: str
    codes_valid: timedelta
    time_zone: str
    hours: SchoolTime
    form: Form = field(repr=False)
    policy: Policy
    quiet_days: int
    platforms: Platforms = field(default_factory=Platforms)
    plan: Plan = field(default_factory=Plan)


@dataclass(frozen=True, slots=True)
class Context:
    """What a handler may use when something has to be done: documents, the time, settings.

    token   gives a fresh secret of 16 url-safe signs
    codes   gives that many fresh one-time codes
    open_platforms   the platforms whose company can read along
    """

    now: datetime
    unit: Unit
    school: School
    adviser: Adviser
    token: Callable[[], str] = field(repr=False)
    codes: Callable[[int], list[str]] = field(repr=False)
    open_platforms: frozenset[str]

    @property
    def registry(self) -> Registry:
        """The registry, empty before the first import."""
        return self.unit.get(Registry, REGISTRY) or Registry()

    def class_named(self, name: str) -> SchoolClass | None:
        """Find a class by its name, capitals and spaces not minding."""
        wanted = name.replace(" ", "").casefold()
        for known in self.registry.classes:
            if known.replace(" ", "").casefold() == wanted:
                return self.unit.get(SchoolClass, known)
        return None

    def class_met_in(self, chat: Address) -> SchoolClass | None:
        """Find the class that is coupled to a group."""
        name = self.registry.groups.get(str(chat))
        return self.unit.get(SchoolClass, name) if name else None

    def class_of(self, person: str) -> SchoolClass | None:
        """Find the class of a pupil or guardian by key."""
        name = self.registry.homes.get(person)
        return self.unit.get(SchoolClass, name) if name else None

    def person(self, key: str) -> Person | None:
        """Find anybody by key."""
        staff = self.registry.staff.get(key)
        if staff is not None:
            return staff
        home = self.class_of(key)
        if home is None:
            return None
        return home.pupils.get(key) or home.guardians.get(key)

    def people_at(self, account: Address) -> tuple[Person, ...]:
        """List the people bound to an account; several only for a guardian of several pupils."""
        keys = self.registry.owners.get(str(account), ())
        return tuple(p for p in map(self.person, keys) if p is not None)

    def form_for(self, reporter: str) -> Form:
        """Give the questions of a report as somebody gets them, by person key or account."""
        return self.school.form.of(_asker(self.person(reporter)))

    def look_again_at(self, school_class: SchoolClass) -> None:
        """See to it that the open announcements of a class are looked at again.

        For whoever changed its roster, its group or an address in it.
        """
        for key in school_class.open_announcements:
            announcement = self.unit.get(Announcement, key)
            if announcement is not None:
                self.unit.put(announcement)

    def teacher_of(self, school_class: SchoolClass) -> str:
        """Name who hears about the group of a class: who coupled it; once gone, the next adult."""
        registry = self.registry
        coupled_by = school_class.group.coupled_by if school_class.group else ""
        if coupled_by in registry.staff:
            return coupled_by
        for role in (Role.MENTOR, Role.SCHOOL_LEADER):
            for adult in registry.staff_with(role, school_class.school, school_class.key):
                return adult.key
        return coupled_by

    def day(self, when: datetime | None) -> str:
        """Write a day as people here do: 24-11-2026."""
        if when is None:
            return ""
        return when.astimezone(ZoneInfo(self.school.time_zone)).strftime("%d-%m-%Y")

    def moment(self, when: datetime | None) -> str:
        """Write a moment as people here do: 24-11-2026 09:30."""
        if when is None:
            return ""
        return when.astimezone(ZoneInfo(self.school.time_zone)).strftime("%d-%m-%Y %H:%M")

    def language_of(self, person: Person | None) -> str:
        """Choose the language for somebody."""
        return speaks(person, self.school.language, EASY)


def _asker(person: Person | None) -> Asker:
    match person:
        case Pupil():
            return Asker.PUPIL
        case Guardian():
            return Asker.GUARDIAN
        case StaffMember():
            return Asker.STAFF
        case None:
            return Asker.UNKNOWN


@dataclass(frozen=True, slots=True)
class Turn(Context):
    """A context in which somebody did something.

    people   everybody bound to the account, the first one speaking
    words    what was typed after the command, or the parts of the tapped button after its name
    """

    incoming: Incoming
    people: tuple[Person, ...] = ()
    words: str = field(default="", repr=False)

    @property
    def speaker(self) -> Person | None:
        """Who did it, if the school knows the account."""
        return self.people[0] if self.people else None

    @property
    def roles(self) -> frozenset[Role]:
        """Every role of the speaker."""
        return frozenset().union(*map(roles_of, self.people)) if self.people else frozenset()

    @property
    def reporter(self) -> str:
        """The key under which this speaker's conversation is kept: the person, else the account."""
        return self.speaker.key if self.speaker else str(self.incoming.sender)

    @property
    def back(self) -> str | Address:
        """Where to answer in private: the person by key, else the account that spoke."""
        if self.incoming.private:
            return self.incoming.chat
        return self.speaker.key if self.speaker else self.incoming.sender

    @property
    def language(self) -> str:
        """The language of the speaker."""
        return self.language_of(self.speaker)

    @property
    def speaks_as_pupil(self) -> bool:
        """Whether the speaker is a pupil."""
        return isinstance(self.speaker, Pupil)


class Where(StrEnum):
    """Where a command may be typed."""

    PRIVATE = "private"
    GROUP = "group"
    ANYWHERE = "anywhere"


class Kind(StrEnum):
    """What a route listens to."""

    COMMAND = "command"
    BUTTON = "button"
    EVENT = "event"
    FORM = "form"
    OTHERWISE = "otherwise"
    AMBIENT = "ambient"
    OUTCOME = "outcome"
    DEADLINE = "deadline"
    CONSOLE = "console"


Handle = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Route:
    """One line of the table: what it listens to, and the plain function that answers.

    when   for a form or an ambient route: whether it wants this turn (cheap; nothing is changed)
    kind_of        for a deadline the documents it watches, for the console what it takes
    due            for a deadline: when a document is due
    first          for a deadline: whether what is due at a start is done before anything is served
    """

    kind: Kind
    name: str
    handle: Handle
    who: frozenset[Role] = EVERYONE
    where: Where = Where.ANYWHERE
    when: Callable[..., bool] | None = None
    kind_of: type[Any] | None = None
    due: Callable[..., datetime | None] | None = None
    first: bool = False

    def __call__(self, *arguments: Any) -> Any:  # noqa: ANN401 - passes on whatever the function takes
        """Call the plain function, as a test may."""
        return self.handle(*arguments)


def command(
    name: str, *, who: frozenset[Role] = EVERYONE, where: Where = Where.ANYWHERE
) -> Callable[[Callable[[Turn], Sequence[Wish]]], Route]:
    """Answer "/name words". The first line of the docstring is what /help shows to translators."""
    return lambda handle: Route(Kind.COMMAND, name, handle, who, where)


def button(
    name: str, *, who: frozenset[Role] = EVERYONE
) -> Callable[[Callable[[Turn], Sequence[Wish]]], Route]:
    """Answer a tap on a button whose data is "name" or "name:words"."""
    return lambda handle: Route(Kind.BUTTON, name, handle, who)


def event(*happenings: Happening) -> Callable[[Callable[[Turn], Sequence[Wish]]], Route]:
    """Answer something that happens without words: a join request, a member who left."""
    return lambda handle: Route(Kind.EVENT, " ".join(happenings), handle)


def form(when: Callable[[Turn], bool]) -> Callable[[Callable[[Turn], Sequence[Wish]]], Route]:
    """Answer plain words in private while a form is open for the speaker."""
    return lambda handle: Route(Kind.FORM, handle.__name__, handle, when=when)


def otherwise(handle: Callable[[Turn], Sequence[Wish]]) -> Route:
    """Answer plain words in private that no form waits for."""
    return Route(Kind.OTHERWISE, handle.__name__, handle)


def ambient(
    when: Callable[[Unit, Incoming], bool],
) -> Callable[[Callable[[Turn], Sequence[Wish]]], Route]:
    """Look at plain words in a group; `when` must be cheap, since it sees every message."""
    return lambda handle: Route(Kind.AMBIENT, handle.__name__, handle, when=when)


def outcome(
    topic: str,
) -> Callable[[Callable[[Context, tuple[str, ...], Outcome], Sequence[Wish]]], Route]:
    """Hear what became of a wish whose `about` begins with "topic:"; gets the other parts."""
    return lambda handle: Route(Kind.OUTCOME, topic, handle)


def deadline(
    kind_of: type[Any], due: Callable[[Context, Any], datetime | None], *, first: bool = False
) -> Callable[[Callable[[Context, Any], Sequence[Wish]]], Route]:
    """Act when a document is due.

    The time is a fact that follows from the document and the settings, so a restart forgets
    nothing; after acting it must not be due at the same time any more. With `first`, what is due
    when the bot starts is done before anything is said, answered or listened to.
    """
    return lambda handle: Route(
        Kind.DEADLINE,
        f"{kind_of.__name__} {handle.__name__}",
        handle,
        kind_of=kind_of,
        due=due,
        first=first,
    )


def console(
    name: str, takes: type[Any]
) -> Callable[[Callable[[Context, Any], tuple[Sequence[Wish], Any]]], Route]:
    """Answer a command of the command line; gives wishes and an answer of plain values."""
    return lambda handle: Route(Kind.CONSOLE, name, handle, kind_of=takes)


class RoutesError(Exception):
    """Two handlers claim the same thing."""


class Routes:
    """The table of all routes, and the choice among them."""

    def __init__(self, routes: Iterable[Route]) -> None:
        """Take the routes; raise `RoutesError` when two of them have the same name and kind."""
        self._by_name: dict[tuple[Kind, str], Route] = {}
        self._events: dict[Happening, list[Route]] = {}
        self._of_kind: dict[Kind, list[Route]] = {kind: [] for kind in Kind}
        for route in routes:
            if (route.kind, route.name) in self._by_name:
                raise RoutesError(f"Two handlers answer the {route.kind} '{route.name}'.")
            self._by_name[route.kind, route.name] = route
            self._of_kind[route.kind].append(route)
            if route.kind is Kind.EVENT:
                for happening in route.name.split():
                    self._events.setdefault(Happening(happening), []).append(route)

    def named(self, kind: Kind, name: str) -> Route | None:
        """Find a route by kind and name."""
        return self._by_name.get((kind, name))

    def of_kind(self, kind: Kind) -> Sequence[Route]:
        """List the routes of a kind, in the order of the table."""
        return self._of_kind[kind]

    def for_event(self, happening: Happening) -> Sequence[Route]:
        """List the routes that listen to a happening."""
        return self._events.get(happening, ())
