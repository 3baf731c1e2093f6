"""Changing the status of provisions, as the consequence of an act that was authorised for itself.

These functions take the capacity of that act: a round that closed, a decision that was settled, a revision that
was issued.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from sqlalchemy import select

from webapp.base.access.actor import Capacity
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.instruments import queries
from webapp.features.instruments.events import StatusChange, StatusChanged
from webapp.features.instruments.models import Instrument, Provision
from webapp.features.instruments.rules import statuses
from webapp.features.instruments.rules.enums import ProvisionStatus
from webapp.features.instruments.rules.notation import has_brackets, parse

Next = Callable[[ProvisionStatus, bool], ProvisionStatus]


def mark_discussed(work: Work, by: Capacity, initiative_id: str, provision_ids: Collection[str]) -> None:
    """A comment on each of these can now be read by all delegations: what was not discussed is open."""
    _change(
        work,
        by,
        initiative_id,
        provision_ids,
        lambda before, bracketed: statuses.after_first_reading(before),
    )


def agree(
    work: Work, by: Capacity, initiative_id: str, provision_ids: Collection[str], *, ad_referendum: bool
) -> None:
    """A decision on these passed. What holds a bracket stays bracketed until it is closed."""
    _change(
        work,
        by,
        initiative_id,
        provision_ids,
        lambda before, bracketed: statuses.after_agreement(
            before, bracketed=bracketed, ad_referendum=ad_referendum
        ),
    )


def back_to_consultation(
    work: Work, by: Capacity, initiative_id: str, provision_ids: Collection[str]
) -> None:
    """A decision on these failed or was undecided, or silence was broken: open, or bracketed."""
    _change(
        work,
        by,
        initiative_id,
        provision_ids,
        lambda before, bracketed: statuses.after_failing(before, bracketed=bracketed),
    )


def settle_issued(work: Work, by: Capacity, initiative_id: str, provision_ids: Collection[str]) -> None:
    """A revision with these provisions was issued: brackets that came or went decide."""
    _change(
        work,
        by,
        initiative_id,
        provision_ids,
        lambda before, bracketed: statuses.after_issuing(before, bracketed=bracketed),
    )


def _change(
    work: Work, by: Capacity, initiative_id: str, provision_ids: Collection[str], becomes: Next
) -> None:
    for instrument_id, rows in _locked_provisions(work, initiative_id, provision_ids).items():
        texts = queries.last_issued_texts(work.session, [row.id for row in rows])
        now = work.now()
        changes = []
        for row in rows:
            before = ProvisionStatus(row.status)
            after = becomes(before, has_brackets(parse(texts.get(row.id, row.text), ())))
            if after is not before:
                row.status, row.status_at = after, now
                changes.append(StatusChange(row.id, before, after))
        if changes:
            changed = StatusChanged(
                initiative_id=initiative_id, object_id=instrument_id, changes=tuple(changes)
            )
            work.record(by, changed)


def _locked_provisions(
    work: Work, initiative_id: str, provision_ids: Collection[str]
) -> dict[str, list[Provision]]:
    """The rows by instrument, each instrument locked first; raises NotFound for another initiative's."""
    wanted = sorted(set(provision_ids))
    statement = select(Provision.instrument_id).where(Provision.id.in_(wanted)).distinct()
    found = {}
    for instrument_id in sorted(work.session.scalars(statement)):
        if lock(work.session, Instrument, instrument_id).initiative_id != initiative_id:
            raise NotFound()
        rows = select(Provision).where(Provision.instrument_id == instrument_id, Provision.id.in_(wanted))
        ordered = rows.order_by(Provision.id).execution_options(populate_existing=True)
        found[instrument_id] = list(work.session.scalars(ordered))
    if sum(len(rows) for rows in found.values()) != len(wanted):
        raise NotFound()
    return found
