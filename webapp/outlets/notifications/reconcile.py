"""Was everybody told? Figures and findings for `reconcile`."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import Session

from webapp.base.kernel.outbox import OutboxRow, OutboxState
from webapp.outlets.notifications.catalogue import CATALOGUE
from webapp.outlets.notifications.models import Delivery
from webapp.outlets.notifications.rules import Channel, DeliveryState

LATE = dt.timedelta(minutes=2)


def figures(session: Session) -> list[str]:
    """How many deliveries are in which state, and how many events of the catalogue were told to nobody."""
    by_state = select(Delivery.state, func.count()).group_by(Delivery.state).order_by(Delivery.state)
    told = ", ".join(f"{state} {number}" for state, number in session.execute(by_state))
    return [f"deliveries: {told or 'none'}", f"events told to nobody: {_told_to_nobody(session)}"]


def findings(session: Session, now: dt.datetime) -> list[str]:
    """Mails that wait for too long or failed, and notices that exist twice."""
    of_mail = Delivery.channel == Channel.MAIL
    waiting = Delivery.state.in_((DeliveryState.WAITING, DeliveryState.CLAIMED))
    kinds = (
        (
            "mails wait though their time is over",
            _number(session, of_mail & waiting & (Delivery.give_up_at < now - LATE)),
        ),
        ("mails failed", _number(session, of_mail & (Delivery.state == DeliveryState.FAILED))),
        ("notices exist twice", _doubled(session)),
    )
    return [f"{number} {sentence}" for sentence, number in kinds if number]


def _number(session: Session, clause: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(Delivery).where(clause)) or 0


def _told_to_nobody(session: Session) -> int:
    """Coarse: an audience may rightly be empty, so this is a figure and no finding."""
    delivered = exists().where(
        and_(Delivery.chain == OutboxRow.chain, Delivery.sequence == OutboxRow.sequence)
    )
    done = (OutboxRow.state == OutboxState.DONE) & OutboxRow.event.in_(list(CATALOGUE))
    return session.scalar(select(func.count()).select_from(OutboxRow).where(done, ~delivered)) or 0


def _doubled(session: Session) -> int:
    key = (Delivery.chain, Delivery.sequence, Delivery.notice, Delivery.recipient, Delivery.channel)
    doubled = select(*key).group_by(*key).having(func.count() > 1).subquery()
    return session.scalar(select(func.count()).select_from(doubled)) or 0
