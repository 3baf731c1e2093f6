"""When people were here: whenever they acted, and when they last read what was in their inbox."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from webapp.demo.content.shapes import Person
from webapp.demo.loader.stage import Act, Stage
from webapp.features.people import service as people
from webapp.outlets.notifications import service as notifications


def acts(stage: Stage) -> Iterator[Act]:
    """Each person's last look; what came since is new at the first start."""
    for person in stage.content.people:
        yield Act(stage.moment(person.last_read), partial(_read, person=person))


def note(stage: Stage) -> None:
    """Whoever has just acted was here."""
    for person_id in stage.actors_of_this_act():
        people.note_visit(stage.work, person_id)


def _read(stage: Stage, person: Person) -> None:
    notifications.mark_all_read(stage.work, stage.actor(person.key))
