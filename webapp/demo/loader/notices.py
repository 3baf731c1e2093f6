"""Telling people of what happened, at its moment: the reactions and the mails, which go straight into the mailbox."""

from __future__ import annotations

from sqlalchemy import select

from webapp import reactions
from webapp.base.kernel.happened import read_happened
from webapp.base.kernel.outbox import OutboxRow, OutboxState
from webapp.base.kernel.settings import current_settings
from webapp.base.kernel.unit_of_work import Work
from webapp.demo import mailbox
from webapp.outlets.notifications import service as notifications
from webapp.outlets.notifications.channels.mail import Envelope
from webapp.outlets.notifications.composing import Composer
from webapp.outlets.notifications.service import Outcome, Result

ALL = 10_000
"""More mails than one act causes."""


def tell(work: Work) -> None:
    """React to everything that was recorded, and let every mail that is due go."""
    statement = select(OutboxRow).where(OutboxRow.state == OutboxState.WAITING).order_by(OutboxRow.id)
    for row in work.session.scalars(statement).all():
        reactions.RUN[row.reaction](work, read_happened(work.session, row.chain, row.sequence))
        row.state = OutboxState.DONE
    claims = notifications.claim(work, ALL)
    if claims:
        composer = Composer(work.session, current_settings())
        written = composer.compose(claims)
        notifications.settle(work, [_kept(work, one) for one in written])


def _kept(work: Work, written: Envelope | Outcome) -> Outcome:
    if isinstance(written, Outcome):
        return written
    folder = mailbox.folder_of(current_settings())
    arrived_ns = int(work.now().timestamp() * 1_000_000) * 1000
    mailbox.keep(folder, written.content, arrived_ns=arrived_ns, durable=False)
    return Outcome(written.claim, Result.ACCEPTED)
