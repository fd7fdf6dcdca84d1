"""What somebody hands over with a report: screenshots, voice notes, files.

Everything here is about values; the files themselves lie in the folder of evidence, each encrypted
under a key of its own (`StoredFile.secret`).
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

LARGEST = 20 * 1024 * 1024
"""Bytes of one file; a bot on Telegram can't fetch more (getFile)."""

REPORTER = ""
"""Stands for the reporter in `Evidence.by`: who that is cannot be learnt from the evidence."""

NAKED = "naked-not-taken"
"""A line of a case: the reporter said that a picture may show somebody naked."""

MOST = 30
"""Files that one report takes."""

ASKED_ONCE = timedelta(minutes=10)
"""So long one question, or one word about too many files, stands for all files that follow."""

CLEARED_FOR = timedelta(minutes=30)
"""So long the answer that nobody is naked counts for the files that follow."""

ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/heic": "heic",
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "application/pdf": "pdf",
    "video/mp4": "mp4",
}
"""The kinds of file that are taken in, and how the name of such a file ends."""


@dataclass(frozen=True, slots=True)
class Media:
    """What came along with words, or in their place; it is still on the platform.

    id    by which the platform gives it; "" for what is no file (a poll, a place on a map)
    size  in bytes, where the platform tells it
    kind  what the platform says it is ("photo", "image/png"); nothing rests on it
    """

    id: str = field(default="", repr=False)
    size: int | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the folder of evidence, and what opens it.

    key      names the file in the folder
    secret   opens it (32 bytes in base64)
    sha256   of what arrived, in hexadecimal
    size     in bytes
    kind     media type, by content and not by name ("image/png")
    """

    key: str
    secret: str = field(repr=False)
    sha256: str
    size: int
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file, encrypted on arrival under a key of its own.

    key      names the file in the folder of evidence
    secret   opens it (32 bytes in base64); it goes with the case, and the file with it (P8)
    sha256   of what arrived, in hexadecimal
    size     in bytes
    kind     media type, by content and not by name ("image/png")
    by       person key of who handed it over, or `REPORTER`
    words    what was written with it
    removed_at, removed_by  when and by whom the file was taken away; the rest stays
    """

    key: str
    secret: str = field(repr=False)
    sha256: str
    size: int
    kind: str
    received_at: datetime
    by: str
    words: str = field(default="", repr=False)
    removed_at: datetime | None = None
    removed_by: str = ""

    @property
    def file(self) -> StoredFile:
        """The file it stands for."""
        return StoredFile(self.key, self.secret, self.sha256, self.size, self.kind)

    @classmethod
    def of(cls, file: StoredFile, received_at: datetime, words: str = "") -> "Evidence":
        """Make evidence of a file that a reporter handed over."""
        return cls(
            file.key,
            file.secret,
            file.sha256,
            file.size,
            file.kind,
            received_at,
            REPORTER,
            words,
        )

    def removed(self, now: datetime, by: str) -> "Evidence":
        """Give what stays when the file goes: what opens it goes too."""
        return replace(self, secret="", removed_at=now, removed_by=by)


def sort_of(kind: str) -> str:
    """Say in one word what a file is; the words name variants of texts."""
    if kind == "application/pdf":
        return "letter"
    return {"image": "picture", "audio": "sound", "video": "film"}.get(kind.partition("/")[0], "")


def file_name(case: int, number: int, kind: str) -> str:
    """Name a piece of evidence for whoever looks at it: never after a person (P6)."""
    return f"zaak-{case}-bewijs-{number}.{ENDINGS.get(kind, 'bin')}"


class Shows(StrEnum):
    """What the reporter says before anything is taken in; the values stand in buttons.

    A picture of nudity of a minor is never taken in: having one is punishable, for a school too
    (Sr 252). Who does not know says no more than who says yes.
    """

    NOBODY_NAKED = "no"
    SOMEBODY_NAKED = "yes"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that was sent but not fetched, at an address ("telegram:4711")."""

    chat: str
    media: Media
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Coming:
    """A file that is being fetched under a key, for a case (0: the report being told)."""

    key: str
    case: int
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a reporter (the key) wants to hand over, and what was asked and answered about it.

    case        the case it is for; 0 for the report that is being told
    waiting     sent before the question was answered; never fetched without another tap
    coming      being fetched
    asked_at    when it was asked what the files show; None when no answer is waited for
    cleared_at  when the reporter said that nobody on them is naked
    full_at     when the reporter was told last that there are too many
    """

    key: str
    case: int = 0
    waiting: tuple[Waiting, ...] = field(default=(), repr=False)
    coming: tuple[Coming, ...] = field(default=(), repr=False)
    asked_at: datetime | None = None
    cleared_at: datetime | None = None
    full_at: datetime | None = None


class Reply(StrEnum):
    """What follows when a file is sent."""

    ASK = "ask"
    FETCH = "fetch"
    FULL = "full"
    NOTHING = "nothing"


def is_cleared(offer: Offer, now: datetime) -> bool:
    """Tell whether files may be fetched now."""
    return offer.cleared_at is not None and now - offer.cleared_at <= CLEARED_FOR


def sent(offer: Offer, file: Waiting, have: int, now: datetime) -> tuple[Offer, Reply]:
    """Decide on a file that was sent; `have` is how many the report has already."""
    if have + len(offer.waiting) + len(offer.coming) >= MOST:
        told = offer.full_at is not None and now - offer.full_at <= ASKED_ONCE
        return (offer, Reply.NOTHING) if told else (replace(offer, full_at=now), Reply.FULL)
    if is_cleared(offer, now):
        return offer, Reply.FETCH
    asked = offer.asked_at is not None and now - offer.asked_at <= ASKED_ONCE
    held = replace(offer, waiting=(*offer.waiting, file))
    return (held, Reply.NOTHING) if asked else (asking(held, now), Reply.ASK)


def asking(offer: Offer, now: datetime) -> Offer:
    """Ask what the files show; an earlier answer counts no more."""
    return replace(offer, asked_at=now, cleared_at=None)


def told(offer: Offer, shows: Shows, now: datetime) -> Offer:
    """Keep the answer; of what may show somebody naked nothing is kept, not even where it is."""
    if shows is Shows.NOBODY_NAKED:
        return replace(offer, asked_at=None, cleared_at=now)
    return replace(offer, asked_at=None, cleared_at=None, waiting=())


def fetching(offer: Offer, keys: tuple[str, ...]) -> Offer:
    """Begin to fetch what waits, each under its key."""
    pairs = zip(offer.waiting, keys, strict=True)
    coming = tuple(Coming(key, offer.case, file.words) for file, key in pairs)
    return replace(offer, waiting=(), coming=(*offer.coming, *coming))


def arrived(offer: Offer, key: str) -> tuple[Offer, Coming | None]:
    """Take what was being fetched under a key off the list; None when it is not wanted any more."""
    found = next((c for c in offer.coming if c.key == key), None)
    return replace(offer, coming=tuple(c for c in offer.coming if c is not found)), found


def became_case(offer: Offer, number: int) -> Offer:
    """Follow a report that was being told into its case."""
    coming = tuple(replace(c, case=c.case or number) for c in offer.coming)
    return replace(offer, case=offer.case or number, coming=coming)


def of_somebody_else(offer: Offer, key: str, other: Offer | None) -> Offer:
    """Give an offer to the person whose account made it, together with the own one."""
    mine = other or Offer(key, offer.case)
    return replace(
        mine,
        case=mine.case or offer.case,
        waiting=(*mine.waiting, *offer.waiting),
        coming=(*mine.coming, *offer.coming),
    )


def together(mine: tuple[Evidence, ...], others: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Join two lists of evidence; what stands in both stands there once."""
    known = {one.key for one in mine}
    return (*mine, *(one for one in others if one.key not in known))
