"""An initiative of any size, written straight into the database: the same rows as services write, without their time.

What happens once (opening a round, answering, telling people) is done by the services themselves.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from tests.benchmarks.furnishing.people import write_people
from tests.benchmarks.furnishing.place import Place, Size
from tests.benchmarks.furnishing.review import write_review
from tests.benchmarks.furnishing.running import run_on
from tests.benchmarks.furnishing.text import write_text
from webapp.base.kernel.unit_of_work import unit_of_work

__all__ = ["Place", "Size", "furnish"]


def furnish(slug: str, size: Size) -> Place:
    """Write an initiative of this size; needs an application context."""
    place = Place(slug, size)
    with unit_of_work() as work:
        write_rows(work.session, place)
    run_on(place)
    return place


def write_rows(session: Session, place: Place) -> None:
    """Everything up to the closing of the first round, in bulk."""
    write_people(session, place)
    write_text(session, place)
    write_review(session, place)
