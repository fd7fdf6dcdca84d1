"""Joining: a one-time code ties an account to a person; /help and /taal.

On /start with a code: binds the account, welcomes, says what the platform's company can see.
On /start with a wrong code: says what is wrong with it; after five wrong codes in an hour, waits.
On a code typed in a group: takes it away there and makes it useless.
A report that an account began before it was bound goes on under the person's name.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import take_over_listening
from bot.domain.cases import Case, taken_over
from bot.domain.groups import ClassGroup
from bot.domain.invites import (
    ALPHABET,
    CODE_LENGTH,
    INVITES,
    Invites,
    Redemption,
    Tries,
    fingerprint,
    may_try,
    redeem,
    spend,
    tried_in_vain,
)
from bot.domain.people import (
    Guardian,
    Person,
    Pupil,
    Role,
    SchoolClass,
    StaffMember,
    role_of,
    with_account,
)
from bot.domain.reports import Draft, with_words_of
from bot.handing_in import moved_to_person
from bot.ports import Incoming, LastingStoreError, Unit
from bot.routing import Context, Turn, Where, ambient, button, command
from bot.wishes import AnswerTap, Choice, Fields, Line, Remove, Say, Wish

LANGUAGES = ("nl", "nl-x-eenvoudig", "en")
TYPED_LANGUAGES = {
    "nederlands": "nl",
    "eenvoudig": "nl-x-eenvoudig",
    "makkelijk": "nl-x-eenvoudig",
    "makkelijk nederlands": "nl-x-eenvoudig",
    "engels": "en",
    "english": "en",
}
SIGNS = frozenset(ALPHABET)
SEES_FIGURES = frozenset({Role.SCHOOL_LEADER, Role.BOARD, Role.PRIVACY_OFFICER})
HANDLES_CASES = frozenset(
    {
        Role.SCHOOL_LEADER,
        Role.COUNSELLOR,
        Role.MENTOR,
        Role.PRIVACY_OFFICER,
        Role.BOARD,
        Role.SPOKESPERSON,
    }
)
"""Who may get a case to handle: these are told how to read one."""


@command("start")
def start(turn: Turn) -> Sequence[Wish]:
    """Begin, with the code from school."""
    if not turn.incoming.private:
        return _code_in_group(turn)
    if turn.words:
        return _with_code(turn)
    if turn.speaker is None:
        return [Say(turn.back, "start-hello")]
    return [Say(turn.back, "start-already-bound", {"name": called(turn.speaker)})]


def _with_code(turn: Turn) -> Sequence[Wish]:
    tries = turn.unit.get(Tries, str(turn.incoming.sender)) or Tries(str(turn.incoming.sender))
    if not may_try(tries, turn.now):
        return [Say(turn.back, "start-too-many-tries")]
    invites = turn.unit.get(Invites, INVITES) or Invites()
    outcome, key = redeem(invites, turn.words, str(turn.incoming.sender), turn.now)
    person = turn.person(key)
    if person is None or outcome is not Redemption.BOUND:
        if outcome is Redemption.BOUND:
            outcome = Redemption.UNKNOWN
        turn.unit.put(tried_in_vain(tries, turn.now))
        return [Say(turn.back, f"start-code-{outcome}")]
    if not _may_be_bound(turn, person):
        return [Say(turn.back, f"start-code-{Redemption.ACCOUNT_TAKEN}")]
    turn.unit.put(spend(invites, turn.words, str(turn.incoming.sender)))
    told = _bind(turn, person)
    return [*_welcome(turn, person), *told]


def _is_a_code(unit: Unit, incoming: Incoming) -> bool:
    plain = incoming.text.strip().upper().replace("-", "").replace(" ", "")
    if len(plain) != CODE_LENGTH or not set(plain) <= SIGNS:
        return False
    invites = unit.get(Invites, INVITES)
    return invites is not None and fingerprint(plain) in invites.given


@ambient(_is_a_code)
def code_let_slip(turn: Turn) -> Sequence[Wish]:
    """Make a code useless that was typed in a group without /start before it."""
    return _code_in_group(turn)


@command("help")
def show_help(turn: Turn) -> Sequence[Wish]:
    """See what the bot can do."""
    if not turn.incoming.private:
        return [Say(turn.incoming.chat, "help-group")]
    match turn.speaker:
        case Pupil():
            return [Say(turn.back, "help-pupil")]
        case Guardian():
            return [Say(turn.back, "help-guardian")]
        case StaffMember():
            handles = turn.roles & HANDLES_CASES
            more = (Line("help-case-handler"),) if handles else ()
            counts = (Line("help-figures"),) if turn.roles & SEES_FIGURES else ()
            return [Say(turn.back, "help-staff", more=(*more, *counts))]
        case None:
            return [Say(turn.back, "help-unbound")]


@command("taal", where=Where.PRIVATE)
def choose_language(turn: Turn) -> Sequence[Wish]:
    """Choose the language in which the bot talks with you."""
    if turn.speaker is None:
        return [Say(turn.back, "common-not-bound")]
    wanted = turn.words.strip().casefold()
    if wanted:
        return _speak(turn, TYPED_LANGUAGES.get(wanted, wanted))
    rows = tuple((Choice(f"button-language-{code}", f"taal:{code}"),) for code in LANGUAGES)
    return [Say(turn.back, "language-choose", buttons=rows)]


@button("taal")
def language_tapped(turn: Turn) -> Sequence[Wish]:
    """Take the language that was tapped."""
    done = AnswerTap(turn.incoming.chat, turn.incoming.tap)
    if turn.speaker is None:
        return [done, Say(turn.back, "common-not-bound")]
    return [done, *_speak(turn, turn.words)]


def called(person: Person) -> str:
    """Give the name by which somebody is spoken to."""
    return person.name if isinstance(person, Guardian) else person.first_name


def _code_in_group(turn: Turn) -> Sequence[Wish]:
    gone = Remove(turn.incoming.chat, turn.incoming.message)
    invites = turn.unit.get(Invites, INVITES) or Invites()
    _, key = redeem(invites, turn.words, str(turn.incoming.sender), turn.now)
    if not key:
        return [gone]
    turn.unit.put(spend(invites, turn.words, "seen in a group"))
    door = Choice("button-continue-private", link="private:help")
    in_the_group = Say(turn.incoming.chat, "start-group-code-seen", buttons=((door,),))
    return [gone, Say(turn.back, "start-group-code-seen", otherwise=(in_the_group,))]


def _may_be_bound(turn: Turn, person: Person) -> bool:
    """One account, one person; only a guardian may have several pupils on one account."""
    if any(p.key == person.key for p in turn.people):
        return True
    if not turn.people:
        return True
    return isinstance(person, Guardian) and all(isinstance(p, Guardian) for p in turn.people)


def _bind(turn: Turn, person: Person) -> list[Wish]:
    account = str(turn.incoming.sender)
    registry = turn.registry
    keys = (*(k for k in registry.owners.get(account, ()) if k != person.key), person.key)
    turn.unit.put(replace(registry, owners={**registry.owners, account: keys}))
    _keep(turn, with_account(person, account))
    wishes = _take_over_reports(turn, account, person)
    home = turn.class_of(person.key)
    if home is None:
        return wishes
    if home.group is not None and account in home.group.strangers and isinstance(person, Pupil):
        home = replace(home, group=_known_after_all(home.group, account, turn))
        turn.unit.put(home)
    turn.look_again_at(home)
    return wishes


def _take_over_reports(turn: Turn, account: str, person: Person) -> list[Wish]:
    """Give a person what the same account told before the school knew whose it is."""
    wishes: list[Wish] = []
    take_over_listening(turn, account, person.key)
    draft = turn.unit.get(Draft, account)
    if draft is not None:
        mine = turn.unit.get(Draft, person.key)
        turn.unit.remove(Draft, account)
        turn.unit.put(
            replace(draft, key=person.key)
            if mine is None
            else with_words_of(mine, draft, turn.form_for(person.key))
        )
    moved_to_person(turn, account, person.key)
    for number in turn.unit.keys(Case):
        try:
            case = turn.unit.get(Case, number)
        except LastingStoreError:
            # A damaged case, of whoever it is, must not keep anybody from joining.
            continue
        if case is not None and account in {case.reporter, case.receipt.account}:
            taken = taken_over(case, person.key)
            turn.unit.put(taken)
            if case.handlers and not taken.handlers:
                # The only one who could read it turns out to be the reporter.
                fields: Fields = {"number": case.number, "phone": turn.school.phone}
                wishes.append(Say(turn.back, "report-nobody-reachable", fields))
    return wishes


def _known_after_all(group: ClassGroup, account: str, turn: Turn) -> ClassGroup:
    return replace(
        group,
        strangers=tuple(s for s in group.strangers if s != account),
        members={**group.members, account: turn.now.isoformat()},
    )


def _keep(context: Context, person: Person) -> None:
    if isinstance(person, StaffMember):
        registry = context.registry
        context.unit.put(replace(registry, staff={**registry.staff, person.key: person}))
        return
    home = context.class_of(person.key)
    if home is None:
        return
    changed: SchoolClass
    if isinstance(person, Pupil):
        changed = replace(home, pupils={**home.pupils, person.key: person})
    else:
        changed = replace(home, guardians={**home.guardians, person.key: person})
    context.unit.put(changed)


def _welcome(turn: Turn, person: Person) -> Sequence[Wish]:
    home = turn.class_of(person.key)
    fields = {"name": called(person), "class": home.key if home else ""}
    language = turn.language_of(person)
    text = f"start-welcome-{role_of(person).name.lower()}"
    if isinstance(person, Guardian):
        pupil = home.pupils.get(person.pupil) if home else None
        fields["pupil_name"] = pupil.first_name if pupil else ""
    welcome: list[Wish] = [Say(turn.back, text, fields, language=language)]
    if turn.incoming.chat.platform in turn.open_platforms:
        welcome.append(Say(turn.back, "start-not-encrypted", language=language))
    return welcome


def _speak(turn: Turn, language: str) -> Sequence[Wish]:
    if language not in LANGUAGES:
        rows = tuple((Choice(f"button-language-{code}", f"taal:{code}"),) for code in LANGUAGES)
        return [Say(turn.back, "language-unknown", buttons=rows)]
    for person in turn.people:
        _keep(turn, replace(person, language=language))
    return [Say(turn.back, "language-chosen", language=language)]
