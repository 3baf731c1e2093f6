"""The only place that commits. Events are buffered and written to the journal last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event as sqlalchemy_event
from sqlalchemy.orm import Session, UOWTransaction

from webapp.base.access.actor import Capacity
from webapp.base.kernel import clock, journal, outbox, wakeup
from webapp.base.kernel.db import IMMEDIATE, db
from webapp.base.kernel.events import Event

WRITING = "concord_writing"


class Work:
    """One transaction that changes something: its session, its clock and what it records."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._recorded: list[tuple[Capacity, Event]] = []
        self._announced = 0

    def now(self) -> dt.datetime:
        """The present moment; read it after the parent row is locked."""
        return clock.now(self.session)

    def record(self, by: Capacity, event: Event) -> None:
        """Keep an event until the end of the transaction."""
        self._recorded.append((by, event))

    @property
    def announced(self) -> int:
        """How many outbox rows this transaction wrote."""
        return self._announced

    def write_events(self) -> None:
        """Write buffered events: the journal's locks are taken here, and the clock is read under them."""
        self.session.flush()
        public = [(by, event) for by, event in self._recorded if not event.private]
        heads = journal.lock_heads(self.session, [event for _by, event in public])
        now = self.now()
        for by, event in self._recorded:
            if event.private:
                journal.log_privately(self.session, now, by, event)
        leaves = journal.append(self.session, heads, now, public)
        names = [event.name for _by, event in public]
        self._announced += outbox.enqueue(self.session, zip(leaves, names, strict=True), now)
        self._recorded.clear()


@contextmanager
def unit_of_work() -> Iterator[Work]:
    """Open a writing transaction; commits on leaving, rolls back on any error.

    The reading session of the request is closed first, so that one connection serves both.
    """
    db.session.remove()
    session: Session = db.session()
    session.info[WRITING] = True
    session.connection(bind_arguments={"bind": db.engine}, execution_options={IMMEDIATE: True})
    work = Work(session)
    try:
        yield work
        work.write_events()
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info.pop(WRITING, None)
        db.session.remove()
    if work.announced:
        wakeup.look_at_outbox()


@sqlalchemy_event.listens_for(Session, "before_flush")
def _refuse_writes_outside(session: Session, context: UOWTransaction, instances: object) -> None:
    """A change outside a unit of work is a mistake in the program; it must not pass silently."""
    if not session.info.get(WRITING) and (session.new or session.dirty or session.deleted):
        raise RuntimeError("a change was made outside a unit of work")
