"""Handing mails to the mail server."""

from __future__ import annotations

from webapp.base.kernel.settings import current_settings
from webapp.outlets.notifications import dispatch
from workers.celery_app import celery


@celery.task(name="workers.notifications.send_due")
def send_due() -> None:
    """Send every mail that is due, in batches; what is left over goes with the next look."""
    dispatch.send_due(current_settings())
