"""Nothing of one initiative is reached under the name of another, even by those who are in both."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.attacks.canaries import Planted, plant
from tests.attacks.crawler import addresses_of_everything
from tests.factories.cast import LONG_AGO, Cast
from tests.features.review.text import Move
from webapp.base.kernel.journal import JournalLeaf
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.initiatives.models import Initiative
from webapp.features.participants.models import Delegation, OfficeRow, SeatRow

IN_BOTH = (("chair_phl", "co_chair"), ("head_mwuf", None), ("officer", "secretariat"))
ANYBODYS = ("/inbox", "/initiatives", "/password", "/invitation")


@pytest.fixture
def planted(cast: Cast, moved_clock: Move) -> Planted:
    made = plant(cast, moved_clock)
    with unit_of_work() as work:
        other = Initiative(
            slug="other", title="Another", mandate="", scope=[], time_zone="UTC", created_at=LONG_AGO
        )
        work.session.add(other)
        work.session.flush()
        delegation = Delegation(
            initiative_id=other.id,
            code="ALL",
            name="All of them",
            constituency="state",
            standing="member",
            tags=[],
            accredited_at=LONG_AGO,
        )
        work.session.add(delegation)
        work.session.flush()
        for name, office in IN_BOTH:
            person_id = cast.people[name]
            work.session.add(
                SeatRow(
                    initiative_id=other.id,
                    delegation_id=delegation.id,
                    person_id=person_id,
                    role="head",
                    began_at=LONG_AGO,
                )
            )
            if office is not None:
                work.session.add(
                    OfficeRow(initiative_id=other.id, person_id=person_id, kind=office, began_at=LONG_AGO)
                )
    return made


@pytest.mark.parametrize("name", [name for name, _office in IN_BOTH])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_identifier_of_another_initiative_is_not_found(
    app: Flask,
    session: Session,
    cast: Cast,
    planted: Planted,
    client_for: Callable[[str], FlaskClient],
    name: str,
    method: str,
) -> None:
    everything = addresses_of_everything(app, session, "mac", method)
    without_identifier = naming_nothing(everything)
    own = {
        identifier
        for model in (Delegation, SeatRow, OfficeRow)
        for identifier in session.scalars(select(model.id).where(model.initiative_id != cast.initiative_id))
    }
    own |= {cast.people[one] for one, _office in IN_BOTH}
    client = client_for(name)
    entries = count_entries(session)
    found = {
        address: status
        for address in sorted(everything - without_identifier)
        if not own.intersection(address.split("/"))
        and (status := client.open(address.replace("/i/mac/", "/i/other/", 1), method=method).status_code)
        not in (404, 405)
    }
    session.rollback()
    assert found == {}
    assert count_entries(session) == entries


def naming_nothing(addresses: set[str]) -> set[str]:
    """Those that name nothing by an identifier of thirteen characters, and those outside any initiative."""
    return {
        address
        for address in addresses
        if address.startswith(ANYBODYS)
        or not address.startswith("/i/mac/")
        or not any(len(part) == 13 and any(sign.isdigit() for sign in part) for part in address.split("/"))
    }


def count_entries(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(JournalLeaf)) or 0
