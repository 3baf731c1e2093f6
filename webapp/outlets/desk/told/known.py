"""What sentences need beside the entries themselves, and the making of a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask_babel import ngettext

from webapp.base.kernel.happened import Happened
from webapp.base.web import moments
from webapp.base.web.filters import number, shorten
from webapp.outlets.desk.rules import Line, Topic, Way
from webapp.outlets.notifications.moments import moment_in

NUMBERS_SHOWN = 12
"""How many provisions a line names before it says how many more there are."""
QUOTED = 180
"""How many characters of a reason are shown: its beginning."""


@dataclass(frozen=True)
class Known:
    """What sentences need beside the entries themselves."""

    slugs: Mapping[str, str]
    """By initiative."""
    zones: Mapping[str, str]
    questions: Mapping[str, str] = field(default_factory=dict)
    """By decision."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Of provisions, in the last revision that has them, in reading order."""
    delegations: Mapping[str, str] = field(default_factory=dict)
    """Names, by identifier."""

    def moment(self, one: Happened, name: str) -> str:
        """A moment that the entry tells, in words of its initiative's official zone."""
        return moments.moment(moment_in(one, name), self.zones[one.chain])


def line_about(
    topic: Topic, one: Happened, known: Known, words: str, endpoint: str, **values: str | int
) -> Line:
    return Line(topic, one.at, one.chain, Way(words, endpoint, {"slug": known.slugs[one.chain], **values}))


def with_detail(line: Line, detail: str) -> Line:
    return replace(line, detail=detail)


def with_quote(line: Line, quote: str) -> Line:
    return replace(line, quote=shorten(quote, QUOTED))


def with_ways(line: Line, ways: list[Way]) -> Line:
    left = len(ways) - NUMBERS_SHOWN
    if left <= 0:
        return replace(line, ways=tuple(ways))
    more = ngettext("%(number)s more", "%(number)s more", left, number=number(left))
    return replace(line, ways=tuple(ways[:NUMBERS_SHOWN]), more=replace(line.way, words=more))
