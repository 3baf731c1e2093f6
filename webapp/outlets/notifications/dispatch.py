"""Sending what waits: claim a batch, write and hand over each mail outside any transaction, settle the batch."""

from __future__ import annotations

import time
from collections.abc import Sequence
from urllib.parse import urlsplit

from sqlalchemy import or_, select

from config import Settings
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.outlets.notifications import rules, service
from webapp.outlets.notifications.channels.mail import Envelope, Server, deliver, read_smtp_url
from webapp.outlets.notifications.composing import Composer
from webapp.outlets.notifications.models import Delivery
from webapp.outlets.notifications.rules import Channel, DeliveryState
from webapp.outlets.notifications.service import Claim, Outcome

BATCH = 50
BUDGET_SECONDS = 25.0
"""How long one run goes on; below the time limit of a task by more than one answer of a slow server."""


def send_due(settings: Settings) -> int:
    """Send what is due; returns how many mails were settled. Without a mail server everything waits."""
    if settings.smtp_url is None or not _something_due():
        return 0
    server = read_smtp_url(settings.smtp_url)
    until = time.monotonic() + BUDGET_SECONDS
    settled = 0
    with unit_of_work() as work:
        service.return_stale(work)
    while time.monotonic() < until:
        with unit_of_work() as work:
            claims = service.claim(work, BATCH)
        if not claims:
            break
        outcomes, reached = send(settings, server, claims, until)
        with unit_of_work() as work:
            service.settle(work, outcomes)
            if not reached:
                service.postpone_waiting(work)
        settled += len(outcomes)
        if not reached:
            break
    return settled


def send(
    settings: Settings, server: Server, claims: Sequence[Claim], until: float
) -> tuple[list[Outcome], bool]:
    """Write and hand over the claimed mails; what became of each, and whether the server was reached."""
    composer = Composer(db.session(), settings)
    written = composer.compose(claims)
    db.session.remove()
    settled = [one for one in written if isinstance(one, Outcome)]
    ready = [one for one in written if isinstance(one, Envelope)]
    if not ready:
        return settled, True
    outcomes, reached = deliver(server, ready, lambda: time.monotonic() < until, _own_name(settings))
    return [*settled, *outcomes], reached


def _something_due() -> bool:
    """Whether there is anything to do; asked by reading, so that an idle installation writes nothing."""
    session = db.session()
    now = clock.now(session)
    waits = (Delivery.state == DeliveryState.WAITING) & (Delivery.due_at <= now)
    stale = (Delivery.state == DeliveryState.CLAIMED) & (Delivery.claimed_at < now - rules.STALE_AFTER)
    statement = select(Delivery.id).where(Delivery.channel == Channel.MAIL, or_(waits, stale)).limit(1)
    found = session.scalar(statement) is not None
    db.session.remove()
    return found


def _own_name(settings: Settings) -> str:
    return urlsplit(settings.public_url).hostname or "localhost"
