"""Finds who answers something that came in, and guards who may say what, and where."""

from collections.abc import Callable, Sequence

from bot.ports import Happening, Incoming, Unit
from bot.routing import EVERYONE, STAFF, Kind, Route, Routes, Turn, Where
from bot.wishes import AnswerTap, Choice, Say, Wish

Answer = Callable[[Turn], Sequence[Wish]]

SIGN = "/"


def choose(routes: Routes, unit: Unit, incoming: Incoming) -> Answer | None:
    """Find the answer to something; None when nobody wants it (it then costs no commit)."""
    if incoming.what is Happening.MESSAGE:
        if incoming.text.startswith(SIGN):
            return _command(routes, incoming)
        if incoming.private:
            return _plain_words(routes)
        return _ambient(routes, unit, incoming)
    if incoming.what is Happening.TAP:
        return _tap(routes, incoming)
    listeners = routes.for_event(incoming.what)
    if not listeners:
        return None
    return lambda turn: [w for route in listeners for w in route(turn)]


def _command(routes: Routes, incoming: Incoming) -> Answer | None:
    name = incoming.text[len(SIGN) :].partition(" ")[0].partition("\n")[0].casefold()
    route = routes.named(Kind.COMMAND, name)
    if route is None:
        # In a group other bots listen too; only in private is an unknown command meant for us.
        return _unknown_command if incoming.private else None
    return lambda turn: _guarded(route, turn)


def _guarded(route: Route, turn: Turn) -> Sequence[Wish]:
    if route.where is Where.PRIVATE and not turn.incoming.private:
        return _say_in_private(turn, "common-group-go-private")
    if route.where is Where.GROUP and turn.incoming.private:
        return [Say(turn.back, "common-only-in-group")]
    if not _is_allowed(route, turn):
        return _say_in_private(turn, _refusal_of(route, turn))
    wishes: Sequence[Wish] = route(turn)
    return wishes


def _tap(routes: Routes, incoming: Incoming) -> Answer | None:
    route = routes.named(Kind.BUTTON, incoming.text.partition(":")[0])
    if route is None:
        return _stale_button
    return lambda turn: _guarded_tap(route, turn)


def _guarded_tap(route: Route, turn: Turn) -> Sequence[Wish]:
    if not _is_allowed(route, turn):
        words = _refusal_of(route, turn)
        return [AnswerTap(turn.incoming.chat, turn.incoming.tap, words, language=turn.language)]
    wishes: Sequence[Wish] = route(turn)
    return wishes


def _plain_words(routes: Routes) -> Answer:
    def answer(turn: Turn) -> Sequence[Wish]:
        for route in routes.of_kind(Kind.FORM):
            if route.when is not None and route.when(turn):
                wishes: Sequence[Wish] = route(turn)
                return wishes
        return [w for route in routes.of_kind(Kind.OTHERWISE) for w in route(turn)]

    return answer


def _ambient(routes: Routes, unit: Unit, incoming: Incoming) -> Answer | None:
    for route in routes.of_kind(Kind.AMBIENT):
        if route.when is not None and route.when(unit, incoming):
            return route.handle
    return None


def _is_allowed(route: Route, turn: Turn) -> bool:
    return route.who is EVERYONE or bool(route.who & turn.roles)


def _refusal_of(route: Route, turn: Turn) -> str:
    if turn.speaker is None:
        return "common-not-bound"
    return "common-only-for-staff" if route.who <= STAFF else "common-not-bound"


def _unknown_command(turn: Turn) -> Sequence[Wish]:
    return [Say(turn.back, "common-unknown-command")]


def _stale_button(turn: Turn) -> Sequence[Wish]:
    tap = turn.incoming.tap
    return [AnswerTap(turn.incoming.chat, tap, "common-button-old", language=turn.language)]


def _say_in_private(turn: Turn, text: str) -> Sequence[Wish]:
    if turn.incoming.private:
        return [Say(turn.back, text)]
    door = Choice("button-continue-private", link="private:help")
    in_the_group = Say(turn.incoming.chat, "common-group-go-private", buttons=((door,),))
    return [Say(turn.back, text, otherwise=(in_the_group,))]
