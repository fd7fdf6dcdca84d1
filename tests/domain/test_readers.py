"""Too few people to read reports are told of at the start, and not first to a pupil."""

import pytest

from bot.domain.people import Appointment, Registry, Role, StaffMember
from bot.domain.readers import too_few_readers


def member(key: str, role: Role, school: str = "Noord", email: str = "x@noord.example"):
    return StaffMember(key, key, "Wim", "Verbeek", email, (Appointment(role, school),))


def school(*staff: StaffMember) -> Registry:
    return Registry(staff={s.key: s for s in staff}, classes={"7B": "Noord", "8A": "Noord"})


ENOUGH = (member("s1", Role.SCHOOL_LEADER), member("s2", Role.BOARD, school=""))


def test_two_readers_of_whom_one_is_of_the_board_are_enough():
    assert too_few_readers(school(*ENOUGH)) == ()
    assert too_few_readers(school(ENOUGH[0], member("s3", Role.SPOKESPERSON))) == ()


def test_before_the_first_import_there_is_no_school_to_speak_of():
    assert too_few_readers(Registry()) == ()


@pytest.mark.parametrize(
    ("staff", "missing"),
    [
        ((), ["0 of the 2", "no bestuurder"]),
        ((ENOUGH[0],), ["1 of the 2", "no bestuurder"]),
        ((ENOUGH[1],), ["1 of the 2"]),
        ((ENOUGH[0], member("s3", Role.COUNSELLOR)), ["no bestuurder"]),
        ((ENOUGH[0], member("s3", Role.BOARD, email="")), ["1 of the 2", "no bestuurder"]),
        ((ENOUGH[0], member("s3", Role.BOARD, school="Zuid")), ["1 of the 2", "no bestuurder"]),
    ],
)
def test_what_is_missing_is_told_for_the_school_without_a_name(staff, missing):
    told = too_few_readers(school(*staff))

    assert len(told) == len(missing)
    for sentence, words in zip(told, missing, strict=True):
        assert sentence.startswith("Noord has ")
        assert words in sentence
        assert "Verbeek" not in sentence
