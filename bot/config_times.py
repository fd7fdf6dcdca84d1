"""The sections of the configuration file about time: when the school is open, how long what stays.

`bot.config_sections` tells what a section is.
"""

from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from bot import config_values as values
from bot.config_sections import Section
from bot.domain.retention import Policy, Term
from bot.domain.school_time import Holiday, Hours

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_HoursOfDay = Annotated[Hours | None, BeforeValidator(values.hours_of_day)]


class SchoolHours(Section):
    """When the school is open: deadlines that are not urgent count in these hours only."""

    monday: _HoursOfDay = Field(
        default="08:00-17:00",
        validate_default=True,
        description="the hours of the school on a Monday",
    )
    tuesday: _HoursOfDay = Field(
        default="08:00-17:00",
        validate_default=True,
        description="the hours of the school on a Tuesday",
    )
    wednesday: _HoursOfDay = Field(
        default="08:00-17:00",
        validate_default=True,
        description="the hours of the school on a Wednesday",
    )
    thursday: _HoursOfDay = Field(
        default="08:00-17:00",
        validate_default=True,
        description="the hours of the school on a Thursday",
    )
    friday: _HoursOfDay = Field(
        default="08:00-17:00",
        validate_default=True,
        description="the hours of the school on a Friday",
    )
    saturday: _HoursOfDay = Field(
        default="dicht", validate_default=True, description="the hours of the school on a Saturday"
    )
    sunday: _HoursOfDay = Field(
        default="dicht", validate_default=True, description="the hours of the school on a Sunday"
    )
    holidays: Annotated[tuple[Holiday, ...], BeforeValidator(values.holidays)] = Field(
        default=[], validate_default=True, description="the days on which the school is closed"
    )

    @field_validator("sunday", mode="after")
    @classmethod
    def _open_on_some_day(cls, hours: Hours | None, info: ValidationInfo) -> Hours | None:
        if hours is None and all(info.data.get(day, ...) is None for day in _WEEK[:-1]):
            raise ValueError("the school is open on no day at all. Give one of the days hours.")
        return hours

    @property
    def week(self) -> tuple[Hours | None, ...]:
        """The hours of the days, from Monday on."""
        return tuple(getattr(self, day) for day in _WEEK)


class Incidents(Section):
    """How those who handle a case are kept to it."""

    quiet_days: int = Field(
        default=3,
        ge=1,
        le=30,
        description="how many school days nothing may happen in an open case before a reminder",
    )


_Term = Annotated[Term | None, BeforeValidator(values.term)]


class Retention(Section):
    """How long a case is kept after it is closed, by how it ended."""

    unfounded: _Term = Field(
        default="90 dagen",
        validate_default=True,
        description="how long a case is kept that proved unfounded",
    )
    solved: _Term = Field(
        default="einde schooljaar + 1 jaar",
        validate_default=True,
        description="how long a case is kept that was solved",
    )
    handled: _Term = Field(
        default="einde schooljaar + 1 jaar",
        validate_default=True,
        description="how long a case is kept that was handled",
    )
    offence: _Term = Field(
        default="2 jaar",
        validate_default=True,
        description="how long a case is kept that was about an offence",
    )
    drafts: Annotated[Term, BeforeValidator(values.finite_term)] = Field(
        default="30 dagen",
        validate_default=True,
        description="how long a report is kept that its reporter never finished",
    )

    def policy(self, zone: ZoneInfo) -> Policy:
        """Give the terms as the bot reckons with them, by the clock of the school."""
        terms = {name: value for name, value in self if name != "drafts"}
        return Policy(terms, self.drafts, zone)
