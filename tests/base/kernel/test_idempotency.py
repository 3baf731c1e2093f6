from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from webapp.base.kernel import idempotency
from webapp.base.kernel.idempotency import AlreadyDone
from webapp.base.kernel.unit_of_work import unit_of_work


def test_the_second_press_leads_to_where_the_first_led(session: Session) -> None:
    with unit_of_work() as work:
        idempotency.spend(work.session, "key", "person", "/first")
        idempotency.lead_to(work.session, "key", "person", "/first/42")
    with pytest.raises(AlreadyDone) as again, unit_of_work() as work:
        idempotency.spend(work.session, "key", "person", "/first")
    assert again.value.location == "/first/42"


def test_another_person_may_use_the_same_key(session: Session) -> None:
    for person in ("one", "two"):
        with unit_of_work() as work:
            idempotency.spend(work.session, "key", person, "/")


def spend_and_fail() -> None:
    with unit_of_work() as work:
        idempotency.spend(work.session, "key", "person", "/")
        raise ZeroDivisionError


def test_a_key_is_not_spent_where_the_act_failed(session: Session) -> None:
    with pytest.raises(ZeroDivisionError):
        spend_and_fail()
    with unit_of_work() as work:
        idempotency.spend(work.session, "key", "person", "/")
