"""The facts a question can hold: what the protocol turns on, each with its possible values.

`bot.answers` reads them from a question; the decision table of `bot.domain.protocol` needs
nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

UNKNOWN = "unknown"
OUTSIDE = "outside_scope"
"""The act of whatever the protocol does not speak of."""

ACTS = (
    "post_image",
    "post_text",
    "film_record",
    "forward",
    "befriend",
    "message",
    "create_account",
    "use_during_school",
    "use_device",
    "share_commercial",
    "press",
    "report_incident",
    "handle_incident",
    "react_discussion",
    "group_admin",
    "handover_account",
    "account_name",
    "misconduct",
    "speak_up",
    "ask_definition",
    "ask_consequence",
    "ask_procedure",
    OUTSIDE,
)

FACT_VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "act": ACTS,
        "topic": (
            "platforms",
            "encouragement",
            "reason",
            "monitoring",
            "reach",
            "importance",
            "helping",
            "climate",
            "decency",
            "laws",
            "pseudonym",
            "responsibility",
            "permanence",
            "devices",
            "protection",
            "channels",
            "excluded_from_group",
            "photo_form",
            "account_form",
            "personal_data",
            "work_account",
            "school_account",
            "file",
            "sanctions_pupil",
            "sanctions_staff",
            "police_pupil",
            "police_staff",
            "whom_to_tell",
            "first_step",
            "leak",
            "record",
            "punishable",
            "snowball",
            "inform",
            "spokesperson",
            "evaluate",
            "not_punishable",
            "perhaps_punishable",
            "police",
            "tips",
        ),
        "doer": ("parent", "pupil", "school"),
        "subject": (
            "self",
            "pupil",
            "pupils",
            "colleague",
            "parent",
            "school",
            "third_party_work",
            "own_work",
            "none",
        ),
        "relation": (
            "pupil",
            "former_pupil",
            "parent",
            "teacher",
            "colleague",
            "stranger",
            "press",
            "company",
            "none",
        ),
        "account": ("private", "work", "school", "parent_app"),
        "audience": ("public", "closed_group", "one_to_one"),
        "moment": ("lesson", "break", "outside", "home"),
        "age": ("under16", "16plus"),
        "consent": ("given", "refused", "missing", "open"),
        "personal_data": ("yes", "no"),
        "harm": ("yes", "no"),
        "harm_kind": (
            "nudity",
            "hacking",
            "fake_account",
            "threat",
            "discrimination",
            "rumour",
            "exclusion",
            "insult",
            "deepfake",
            "shame",
        ),
        "urgency": ("only_means", "urgent", "no"),
        "commercial": ("approved", "refused", "open", "no"),
        "journalistic_artistic": ("yes", "no"),
        "confidential": ("yes", "no"),
        "devices": ("allowed", "forbidden"),
        "disclosed": ("yes", "no"),
        "conduct": ("follows", "breaks", "asks", "alone"),
        "victim": ("pupil", "colleague", "school"),
        "heated": ("yes",),
        "mission": ("against",),
        "doubt": ("yes", "solved"),
    }
)
"""Every fact the table may turn on, with its values; each may also be `unknown`."""


class UnknownFactError(ValueError):
    """A fact or a value that the table does not know."""


@dataclass(frozen=True)
class Facts:
    """What is understood of a question; a fact that is not there is unknown."""

    known: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """Keep the known values, in the order of FACT_VALUES.

        Raises:
            UnknownFactError: for a name or value outside FACT_VALUES.

        """
        for name, value in values.items():
            if value not in (*FACT_VALUES.get(name, ()), UNKNOWN) or name not in FACT_VALUES:
                message = f'The fact {name} = "{value}" does not exist.'
                raise UnknownFactError(message)
        return cls(
            tuple(
                (name, values[name]) for name in FACT_VALUES if values.get(name, UNKNOWN) != UNKNOWN
            )
        )

    def value(self, name: str) -> str:
        """Return the fact's value, or `unknown`."""
        return next((value for known, value in self.known if known == name), UNKNOWN)

    def as_dict(self) -> dict[str, str]:
        """Return the known facts by name."""
        return dict(self.known)

    def with_fact(self, name: str, value: str) -> "Facts":
        """Return these facts with one set (or, with `unknown`, forgotten)."""
        return Facts.of({**self.as_dict(), name: value})
