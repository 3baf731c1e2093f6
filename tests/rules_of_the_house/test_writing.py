from __future__ import annotations

import pytest
from flask import Flask

from webapp.base.kernel.db import db
from webapp.base.kernel.heartbeat import Heartbeat
from webapp.base.kernel.unit_of_work import unit_of_work


def test_a_request_that_changes_something_outside_the_unit_of_work_fails(app: Flask) -> None:
    with app.test_request_context("/"):
        with unit_of_work() as work:
            work.session.add(Heartbeat(part="bell", at=work.now()))
        row = db.session.get_one(Heartbeat, "bell")
        row.part = "gong"
        with pytest.raises(RuntimeError, match="outside a unit of work"):
            db.session.flush()
        db.session.rollback()
