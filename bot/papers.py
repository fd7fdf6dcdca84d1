"""From a paper of texts to its final words in one language, as plain values for a printer."""

from collections.abc import Callable
from typing import Any

from bot.wishes import Line, Paper, Passage, Section, Table, Words

BETWEEN = " · "


def worded(phrase: Callable[[Line], str], language: str, paper: Paper) -> dict[str, Any]:
    """Give a paper in words: only text, numbers, lists and objects, ready for JSON.

    `phrase` says a text in that language.
    """

    def say(words: Words) -> str:
        return phrase(words) if isinstance(words, Line) else words

    def passage(it: Passage) -> dict[str, Any]:
        return {
            "title": say(it.title),
            "under": BETWEEN.join(said for words in it.under if (said := say(words))),
            "words": [say(words) for words in it.words],
            "signs": it.signs,
        }

    def table(it: Table) -> dict[str, Any]:
        return {
            "columns": [say(name) for name in it.columns],
            "widths": list(it.widths),
            "rows": [[say(words) for words in row] for row in it.rows],
        }

    def section(it: Section) -> dict[str, Any]:
        return {
            "title": say(it.title),
            "intro": [say(words) for words in it.intro],
            "passages": [passage(each) for each in it.passages],
            "table": table(it.table) if it.table is not None else None,
        }

    at = paper.made_at
    return {
        # The register after -x- is ours alone; whoever reads the paper aloud knows "nl".
        "lang": language.partition("-")[0],
        "author": paper.author,
        "made": {
            "year": at.year,
            "month": at.month,
            "day": at.day,
            "hour": at.hour,
            "minute": at.minute,
            "second": at.second,
        },
        "title": say(paper.title),
        "header": say(paper.header),
        "page": say(paper.page),
        "facts": [[say(name), [say(words) for words in value]] for name, value in paper.facts],
        "notes": [say(note) for note in paper.notes],
        "sections": [section(each) for each in paper.sections],
    }
