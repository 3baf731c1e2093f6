"""Where the content is played: one transaction, a clock that goes from act to act, and what each key became."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from webapp.base.access.actor import Actor
from webapp.base.kernel.unit_of_work import Work
from webapp.demo import moving
from webapp.demo.content.shapes import Content, When
from webapp.features.participants import queries as participants


@dataclass
class Became:
    """The identifier that each key of the content got, by what it names."""

    initiative: str = ""
    people: dict[str, str] = field(default_factory=dict)
    delegations: dict[str, str] = field(default_factory=dict)
    invitations: dict[str, str] = field(default_factory=dict)
    """By the person invited; of the administrator, the link that set the password."""
    bearers: dict[str, str] = field(default_factory=dict)
    themes: dict[str, str] = field(default_factory=dict)
    instruments: dict[str, str] = field(default_factory=dict)
    """By the stem of their document symbol."""
    elements: dict[str, str] = field(default_factory=dict)
    provisions: dict[str, str] = field(default_factory=dict)
    revisions: dict[str, str] = field(default_factory=dict)
    rounds: dict[int, str] = field(default_factory=dict)
    decisions: dict[str, str] = field(default_factory=dict)


class Stage:
    """The present state of the playing."""

    def __init__(self, work: Work, content: Content, first_start: dt.datetime) -> None:
        self.work = work
        self.content = content
        self.first_start = first_start
        self.zone = ZoneInfo(content.initiative.time_zone)
        self.became = Became()
        self._actors: set[str] = set()

    @property
    def session(self) -> Session:
        """The session of the one transaction."""
        return self.work.session

    def moment(self, when: When) -> dt.datetime:
        """A moment of the content, counted from the first start."""
        return when.on(self.first_start.astimezone(self.zone).date(), self.zone)

    def actor(self, person: str) -> Actor:
        """The person of this key with seats and offices as they are by now."""
        identifier = self.became.people[person]
        self._actors.add(identifier)
        return participants.actor_of(self.session, identifier)

    def actors_of_this_act(self) -> list[str]:
        """Who acted since this was asked last."""
        acted, self._actors = sorted(self._actors), set()
        return acted

    def wait_until(self, moment: dt.datetime) -> None:
        """Move the clock on to this moment, unless it is there already."""
        left = moment - self.work.now()
        if left > dt.timedelta():
            moving.move_on(self.work, left)


@dataclass(frozen=True)
class Act:
    """Something that somebody does at a moment."""

    at: dt.datetime
    play: Callable[[Stage], None]


def one_after_another(begin: dt.datetime, step: dt.timedelta) -> Iterator[dt.datetime]:
    """Moments for acts that the content dates together: the first at `begin`, each further one a step later."""
    moment = begin
    while True:
        yield moment
        moment += step
