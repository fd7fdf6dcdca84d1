"""Short words for what is owed on Telegram, and for how it was refused."""

from bot.ports import Act, Address, Fate, Outcome, Owed, Refusal

NOBODY, NO_GROUP = 99, -1_009_999_999_999


def at(somewhere) -> Address:
    return Address("telegram", str(getattr(somewhere, "id", somewhere)))


def owed(act: Act, to, **more) -> Owed:
    return Owed("000000001-1", act, at(to), **more)


def say(to, text: str = "Morgen vrij", **more) -> Owed:
    return owed(Act.SEND, to, text=text, **more)


def why(outcome: Outcome) -> Refusal | None:
    assert outcome.fate is Fate.REFUSED, outcome
    return outcome.why
