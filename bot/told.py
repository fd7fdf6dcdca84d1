"""What was told with a report: each question as it was asked then, beside its answer."""

from bot.domain.cases import Case
from bot.domain.forms import ArchivedForm, Told, archived, told
from bot.routing import Context


def what_was_told(context: Context, case: Case, language: str) -> tuple[Told, ...]:
    """List the answers of a case in the order of the form it was told with.

    A case that names no version of the form is read with the form of today.
    """
    asked = context.unit.get(ArchivedForm, case.form) if case.form else None
    return told(asked or archived(context.school.form), case.answers, language)
