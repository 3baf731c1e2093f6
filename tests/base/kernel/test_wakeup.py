from __future__ import annotations

import socket
import time

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.base.kernel.happenings import BY, Rang
from webapp.base.kernel import outbox, wakeup
from webapp.base.kernel.journal import JournalLeaf
from webapp.base.kernel.outbox import OutboxRow
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.kernel.wakeup import _Bell
from webapp.reactions import REACTIONS


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_an_absent_broker_costs_less_than_a_second_and_nothing_else() -> None:
    bell = _Bell()
    bell.connect(f"redis://127.0.0.1:{closed_port()}/0")
    began = time.monotonic()
    for _ in range(20):
        bell.ring()
    assert time.monotonic() - began < 1


def test_a_broker_that_hangs_costs_at_most_a_second() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        bell = _Bell()
        bell.connect(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        began = time.monotonic()
        bell.ring()
        assert time.monotonic() - began < 1.5


def test_an_act_is_kept_with_its_reaction_while_the_broker_is_away(session: Session) -> None:
    outbox.use_reactions({"tests.rang": ("notify",)})
    wakeup.connect(f"redis://127.0.0.1:{closed_port()}/0")
    try:
        with unit_of_work() as work:
            work.record(BY, Rang(initiative_id=None, object_id="b"))
    finally:
        wakeup.connect(None)
        outbox.use_reactions(REACTIONS)
    session.rollback()
    assert len(session.scalars(select(JournalLeaf)).all()) == 1
    assert session.scalars(select(OutboxRow.state)).all() == ["waiting"]
