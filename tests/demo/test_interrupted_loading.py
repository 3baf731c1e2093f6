from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.kernel.errors import CodedError
from webapp.base.kernel.journal import JournalLeaf
from webapp.base.kernel.settings import current_settings
from webapp.demo import mailbox, moving
from webapp.demo.content import DEMO
from webapp.demo.loader import load
from webapp.features.instruments.models import Revision
from webapp.features.people.models import Person
from webapp.outlets.notifications.models import Delivery


def count(session: Session, model: type) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_a_loading_that_is_interrupted_leaves_nothing_and_the_next_one_is_whole(
    app: Flask, session: Session
) -> None:
    unsound = dataclasses.replace(DEMO.decisions[0], rule="no_such_rule")
    with pytest.raises(CodedError):
        load(dataclasses.replace(DEMO, decisions=(unsound,)))
    session.rollback()
    assert [count(session, model) for model in (Person, JournalLeaf, Revision)] == [0, 0, 0]
    assert moving.moved_by(session) == dt.timedelta()
    assert load()
    session.rollback()
    folder = mailbox.folder_of(current_settings())
    sent = select(func.count()).where(Delivery.channel == "mail", Delivery.state == "sent")
    assert len(mailbox.names(folder)) == session.scalar(sent)
