"""What the content folder says: words, rules, platforms, steps. A mistake in it starts nothing."""

from dataclasses import dataclass

from bot.adviser import ProtocolAdviser
from bot.answers.learned_folder import load_protocol
from bot.answers.official import load_official
from bot.case_plan import PlanError, load_plan, missing_texts, unknown_answers
from bot.config import Settings
from bot.domain.forms import Form
from bot.domain.plan import Plan
from bot.domain.platforms import Platforms
from bot.forms import read_form
from bot.own_protocol import adviser_on
from bot.platform_file import read_platforms
from bot.texts import Texts, read_help_lines


@dataclass(frozen=True, slots=True)
class Content:
    """All that was read. Nothing changes it, so bots may share it."""

    texts: Texts
    adviser: ProtocolAdviser
    platforms: Platforms
    plan: Plan
    form: Form


def read_content(settings: Settings) -> Content:
    """Read the content folder; raises the error of the part that has a mistake, in a sentence."""
    texts = read_words(settings)
    form = form_in(settings, texts)
    return Content(
        texts,
        adviser_for(settings),
        platforms_for(settings),
        plan_for(settings, texts, form),
        form,
    )


def read_words(settings: Settings) -> Texts:
    """Read every sentence the bot can say; raises `TextsError`."""
    content = settings.school.content
    return Texts.load(content / "texts", read_help_lines(content / "helplines.toml"))


def platforms_for(settings: Settings) -> Platforms:
    """Read how something is reported on each platform; raises `PlatformsError`."""
    return read_platforms(settings.school.content / "platforms.toml")


def plan_for(settings: Settings, texts: Texts, form: Form) -> Plan:
    """Read the seven steps of a case; raises `PlanError`.

    Also when their words are missing, or when they wait for an answer that no report can give.
    """
    path = settings.school.content / "steps" / "plan.toml"
    plan = load_plan(path)
    if lacking := [*missing_texts(plan, texts.ids), *unknown_answers(plan, form)]:
        raise PlanError("\n".join(f"{path}: {sentence}" for sentence in lacking))
    return plan


def form_in(settings: Settings, words: Texts) -> Form:
    """Read the questions of a report; raises `FormError`."""
    return read_form(settings.school.content / "forms", words)


def adviser_for(settings: Settings) -> ProtocolAdviser:
    """Read the rules, and the official or the school's own document where there is one.

    Raises `ProtocolError`, `OfficialTextError`, `DocumentError` or `TiesError`.
    """
    protocol = load_protocol(settings.school.content / "protocol")
    named = settings.protocol
    if named.document and named.ties:
        return adviser_on(protocol, named.document, named.ties)
    return ProtocolAdviser(protocol, load_official(named.official) if named.official else None)
