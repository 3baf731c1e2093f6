"""Making anew what the index of the search lacks."""

from __future__ import annotations

from webapp.outlets.search import service
from workers.celery_app import celery


@celery.task(name="workers.search.repair")
def repair() -> None:
    """Look whether the index still tells what is there, part by part."""
    service.repair()
