"""Telling people of what happened, at its moment: the reactions and the mails, which go straight into the mailbox."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from webapp import reactions
from webapp.base.kernel.happened import read_happened
from webapp.base.kernel.outbox import OutboxRow, OutboxState
from webapp.base.kernel.settings import current_settings
from webapp.base.kernel.unit_of_work import Work
from webapp.demo import mailbox
from webapp.demo.content.shapes import When
from webapp.demo.loader.stage import Act, Stage
from webapp.outlets.notifications import service as notifications
from webapp.outlets.notifications.channels.mail import Envelope
from webapp.outlets.notifications.composing import Composer
from webapp.outlets.notifications.service import Outcome, Result

ALL = 10_000
"""More mails than one act causes."""
INBOXES_READ = When(-4, 17)
"""Until here everybody has read what was in the inbox; what came since is new at the first start."""


def acts(stage: Stage) -> Iterator[Act]:
    """Reading."""
    yield Act(stage.moment(INBOXES_READ), _read_inboxes)


def _read_inboxes(stage: Stage) -> None:
    for person in stage.content.people:
        notifications.mark_all_read(stage.work, stage.actor(person.key))


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
