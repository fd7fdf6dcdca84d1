"""Whether enough people are there to read the reports of a school, and to hear what is about them.

A report that nobody can be told about helps nobody, and one person may be ill, or be the one whom a
report is about. So that is said when the bot starts, and not first to a pupil.
"""

from collections.abc import Iterator

from bot.domain.assignment import FEWEST_READERS, can_be_told, reachable_readers
from bot.domain.people import Registry, Role


def too_few_readers(registry: Registry) -> tuple[str, ...]:
    """Say for each school what it lacks, in a sentence for its administrator; () when all is well.

    Names schools and roles, and no person.
    """
    return tuple(
        sentence for school in registry.schools() for sentence in _missing(registry, school)
    )


def _missing(registry: Registry, school: str) -> Iterator[str]:
    count = reachable_readers(registry.staff.values(), school)
    if count < FEWEST_READERS:
        yield (
            f"{school} has {count} of the {FEWEST_READERS} people it needs to read reports: "
            "schoolleider, vertrouwenspersoon, bestuurder or woordvoerder, each with an account "
            "or an e-mail address. Until then reporters are given the phone of the school too. "
            "Add them to staff.csv and import it."
        )
    board = (
        *registry.staff_with(Role.BOARD, school),
        *registry.staff_with(Role.SPOKESPERSON, school),
    )
    if not any(map(can_be_told, board)):
        yield (
            f"{school} has no bestuurder or woordvoerder who can be told of a report about the "
            "schoolleider, or of possible sexual abuse by staff, which by law goes to the board "
            "at once. Add one to staff.csv and import it."
        )
