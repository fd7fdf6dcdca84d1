"""Answers to many questions at once, one row each, in the form that can be scored."""

from collections.abc import Mapping
from typing import Any

from bot.answers.asking import answer
from bot.answers.presenting import default_language, present
from bot.answers.protocol import Protocol
from bot.domain.protocol import AskerRole


def batch_row(
    question_row: Mapping[str, Any], protocol: Protocol, help_first: Mapping[str, str]
) -> dict[str, Any]:
    """Answer one question row.

    The row holds `id`, `text`, `role` (a word of AskerRole; `onbekend` where it is left out)
    and perhaps `lang` ("nl" or "en"). The answer holds `id`, `verdict`, `clauses` (best
    first), `confident`, `distress`, `facts` (what was understood), `ask` (the fact the bot asks
    back, or None) and `text` as the chat shows it: somebody in need reads `help_first` (by
    language), and the answer only where it is not withheld.

    Raises:
        KeyError: the row has no id or text.
        ValueError: the role is none of AskerRole.

    """
    role = AskerRole(question_row.get("role", AskerRole.ONBEKEND))
    found = answer(protocol, question_row["text"], role)
    language = "en" if question_row.get("lang") == "en" else default_language(role)
    shown = [] if found.withheld else [str(present(found, protocol.rules, language))]
    above = [help_first[language]] if found.distress else []
    return {
        "id": question_row["id"],
        "verdict": found.verdict.value,
        "clauses": list(found.clauses),
        "confident": found.confident,
        "distress": found.distress,
        "facts": found.facts.as_dict(),
        "ask": found.open_fact,
        "text": "\n".join(above + shown),
    }
