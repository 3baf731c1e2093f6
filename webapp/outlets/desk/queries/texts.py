"""Texts for the desk: what is current and how much of it is agreed, and what a new revision changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import case, func, select, tuple_
from sqlalchemy.orm import Session

from webapp.features.instruments.models import Instrument, Provision, Revision, RevisionProvision
from webapp.features.instruments.rules.enums import ProvisionStatus

AGREED = (ProvisionStatus.AGREED, ProvisionStatus.AGREED_AD_REFERENDUM, ProvisionStatus.ADOPTED)
"""Statuses in which the delegations stand behind a provision."""


@dataclass(frozen=True)
class Standing:
    """The current revision of an instrument, and how much of it is agreed."""

    initiative_id: str
    instrument_id: str
    title: str
    revision_id: str
    label: str
    ordinal: int
    provisions: int
    agreed: int


def standings(session: Session, initiative_ids: Collection[str]) -> list[Standing]:
    """The current revision of every instrument of these initiatives, the oldest instrument first."""
    newest = (
        select(Revision.instrument_id, func.max(Revision.ordinal).label("ordinal"))
        .where(Revision.state == "issued")
        .group_by(Revision.instrument_id)
        .subquery()
    )
    agreed = case((Provision.status.in_(AGREED), 1), else_=0)
    statement = (
        select(
            Instrument.initiative_id,
            Instrument.id,
            Instrument.title,
            Revision.id,
            Revision.label,
            Revision.ordinal,
            func.count(Provision.id),
            func.sum(agreed),
        )
        .join(Revision, Revision.instrument_id == Instrument.id)
        .join(
            newest,
            (newest.c.instrument_id == Revision.instrument_id) & (newest.c.ordinal == Revision.ordinal),
        )
        .outerjoin(RevisionProvision, RevisionProvision.revision_id == Revision.id)
        .outerjoin(Provision, Provision.id == RevisionProvision.provision_id)
        .where(Instrument.initiative_id.in_(initiative_ids))
        .group_by(
            Instrument.initiative_id,
            Instrument.id,
            Instrument.title,
            Revision.id,
            Revision.label,
            Revision.ordinal,
        )
        .order_by(Instrument.created_at, Instrument.id)
    )
    return [Standing(*row) for row in session.execute(statement)]


def issued_at_ordinals(session: Session, wanted: Collection[tuple[str, int]]) -> list[Revision]:
    """The issued revisions named by instrument and ordinal, in one statement."""
    if not wanted:
        return []
    statement = select(Revision).where(
        Revision.state == "issued", tuple_(Revision.instrument_id, Revision.ordinal).in_(sorted(wanted))
    )
    return list(session.scalars(statement))


def current_numbers(session: Session, provision_ids: Collection[str]) -> dict[str, str]:
    """The number of each provision in the last revision that has it, in reading order."""
    if not provision_ids:
        return {}
    statement = (
        select(RevisionProvision.provision_id, RevisionProvision.number, RevisionProvision.ordinal)
        .join(Revision, Revision.id == RevisionProvision.revision_id)
        .where(RevisionProvision.provision_id.in_(provision_ids), Revision.state == "issued")
        .order_by(Revision.ordinal)
    )
    last = {row.provision_id: row for row in session.execute(statement)}
    return {key: row.number for key, row in sorted(last.items(), key=lambda item: item[1].ordinal)}
