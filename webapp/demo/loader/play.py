"""Playing the acts of the content in the order of time."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from webapp.base.kernel.clock import ClockOffset
from webapp.base.kernel.db import insert_new
from webapp.base.kernel.locks import lock_by
from webapp.base.kernel.settings import current_settings
from webapp.base.kernel.unit_of_work import Work, unit_of_work
from webapp.demo import mailbox, moving
from webapp.demo.content import DEMO
from webapp.demo.content.shapes import Content
from webapp.demo.loader import decisions, founding, notices, publishing, rounds, text, visits
from webapp.demo.loader.due import do_what_is_due, next_due
from webapp.demo.loader.stage import Stage
from webapp.features.people.models import Person

STORIES = (founding.acts, text.acts, rounds.acts, decisions.acts, publishing.acts, visits.acts)


def load(content: Content = DEMO) -> bool:
    """Load the content and return True; where there are data already, change nothing and return False."""
    with unit_of_work() as work:
        offset = _locked_offset(work)
        if work.session.scalar(select(Person.id).limit(1)) is not None:
            return False
        mailbox.clear(mailbox.folder_of(current_settings()))
        offset.seconds = 0
        stage = Stage(work, content, work.now())
        _play(stage)
        offset.seconds = 0
    return True


def _locked_offset(work: Work) -> ClockOffset:
    """The clock's row, which a second loader waits for, here or there."""
    insert_new(work.session, ClockOffset, [{"id": 1, "seconds": 0}])
    offset = lock_by(work.session, ClockOffset, ClockOffset.id == 1)
    assert offset is not None
    return offset


def _play(stage: Stage) -> None:
    acts = sorted((act for story in STORIES for act in story(stage)), key=lambda act: act.at)
    moving.move_to(stage.work, acts[0].at)
    for act in acts:
        _let_time_pass(stage, act.at)
        stage.wait_until(act.at)
        act.play(stage)
        _settle(stage)
    _let_time_pass(stage, stage.first_start)


def _let_time_pass(stage: Stage, until: dt.datetime) -> None:
    """Everything that is due by itself up to this moment happens at its own."""
    while (due_at := next_due(stage.session)) is not None and due_at <= until:
        stage.wait_until(due_at)
        do_what_is_due(stage.work)
        _settle(stage)
        assert next_due(stage.session) != due_at, "what is due must get done"


def _settle(stage: Stage) -> None:
    """The journal gets its entries and everybody their notices while the clock still shows the act's moment."""
    stage.work.write_events()
    notices.tell(stage.work)
    visits.note(stage)
