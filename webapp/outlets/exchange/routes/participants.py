"""Participants from a table and into one. Nothing is stored between looking and confirming.

The table travels in the confirming form; it is read and judged anew in the transaction that does what it says.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Invalid
from webapp.base.web.acting import acting
from webapp.base.web.auth import current_actor, current_capacity, current_initiative, guarded
from webapp.base.web.messages import sentence_of
from webapp.features.participants import queries, service
from webapp.features.participants.rules.importing import (
    Fault,
    OfDelegation,
    OfPerson,
    Step,
    fingerprint,
    plan,
)
from webapp.outlets.exchange.csv_reading import Table, decode, is_spreadsheet, read_bytes, read_text
from webapp.outlets.exchange.csv_tables import write_table
from webapp.outlets.exchange.forms import LONGEST_TABLE, ConfirmTableForm, TableForm
from webapp.outlets.exchange.participants.columns import COLUMNS, CONSTITUENCIES, EXAMPLE, SEATS, STANDINGS
from webapp.outlets.exchange.participants.reading import ReadTable, read_participants
from webapp.outlets.exchange.participants.writing import write_participants
from webapp.outlets.exchange.routes.blueprint import as_file, blueprint


@dataclass(frozen=True)
class Look:
    """A table as it was read, and what it would do."""

    table: Table
    read: ReadTable
    steps: tuple[Step, ...]

    @property
    def faults(self) -> list[Fault]:
        """Every fault, in the order of the lines."""
        found = [*self.read.faults, *(fault for step in self.steps for fault in step.faults)]
        return sorted(found, key=lambda fault: fault.line)

    @property
    def accredits(self) -> int:
        """How many delegations are new."""
        return Counter(step.delegation for step in self.steps)[OfDelegation.ACCREDIT]

    @property
    def invites(self) -> int:
        """How many people are invited."""
        return Counter(step.person for step in self.steps)[OfPerson.INVITE]

    @property
    def idle(self) -> int:
        """How many lines change nothing."""
        return sum(not step.changes for step in self.steps)


@blueprint.get("/i/<slug>/people.csv")
@guarded(Permission.DELEGATION_ACCREDIT)
def participants(slug: str) -> ResponseReturnValue:
    """Every delegation with its people, as it can be read in again; with addresses, so for the secretariat alone."""
    entries = queries.entries_of(db.session(), current_initiative().id)
    return as_file(write_participants(entries), f"{slug}-people.csv")


@blueprint.get("/i/<slug>/people/example.csv")
@guarded(Permission.DELEGATION_ACCREDIT)
def example(slug: str) -> ResponseReturnValue:
    """An example to be filled in."""
    return as_file(write_table(COLUMNS, EXAMPLE), "people-example.csv")


@blueprint.get("/i/<slug>/people/table")
@guarded(Permission.DELEGATION_ACCREDIT)
def table(slug: str) -> ResponseReturnValue:
    """Choose a file, or paste a table."""
    return _form_page(slug, TableForm())


@blueprint.post("/i/<slug>/people/table")
@guarded(Permission.DELEGATION_ACCREDIT)
def look_at_table(slug: str) -> ResponseReturnValue:
    """What the table would do, line by line."""
    form = TableForm()
    if not form.validate():
        return _form_page(slug, form), 422
    data = form.file.data.read() if form.file.data else b""
    if is_spreadsheet(data):
        form.place_error("file", Invalid("exchange.is_spreadsheet"))
        return _form_page(slug, form), 422
    if not data and not form.pasted.data:
        form.place_error("file", Invalid("exchange.nothing_sent"))
        return _form_page(slug, form), 422
    found = read_bytes(data, COLUMNS) if data else read_text(form.pasted.data or "", COLUMNS)
    if data:
        form.pasted.data = decode(data)[1].replace("\0", "\ufffd")
    look = _look(found)
    return _look_page(slug, look, form), 422 if look.faults else 200


@blueprint.post("/i/<slug>/people/table/confirm")
@guarded(Permission.DELEGATION_ACCREDIT)
def use_table(slug: str) -> ResponseReturnValue:
    """Do what was shown: all of it or nothing."""
    form = ConfirmTableForm()
    found = read_text(form.table.data or "", COLUMNS)
    if not form.validate():
        return _look_page(slug, _look(found), _typed(form)), 422
    target = url_for("participants.index", slug=slug)
    try:
        with acting(target) as work:
            done = service.import_participants(
                work,
                current_actor(),
                current_initiative().id,
                read_participants(found).entries,
                shown=form.shown.data or "",
            )
    except CodedError as error:
        again = _typed(form)
        again.place_error(None, error)
        return _look_page(slug, _look(found), again), 409
    flash(
        _(
            "Done. Delegations accredited: %(delegations)s. Invitations sent by mail: %(invitations)s.",
            delegations=done.delegations,
            invitations=done.invitations,
        ),
        "ok",
    )
    return redirect(target, code=303)


def _look(found: Table) -> Look:
    read = read_participants(found)
    present = queries.present(db.session(), current_initiative().id)
    return Look(found, read, plan(read.entries, present))


def _typed(form: ConfirmTableForm) -> TableForm:
    """The table that was carried along, in a form where it can be changed."""
    return TableForm(formdata=None, pasted=form.table.data)


def _form_page(slug: str, form: TableForm) -> str:
    return render_template(
        "exchange/table.html",
        slug=slug,
        form=form,
        columns=COLUMNS,
        offered={"constituency": CONSTITUENCIES, "standing": STANDINGS, "seat": SEATS},
    )


def _look_page(slug: str, look: Look, form: TableForm) -> str:
    if len(form.pasted.data or "") > LONGEST_TABLE:
        form.pasted.data = ""
    confirming = ConfirmTableForm(
        formdata=None,
        table=write_participants(look.read.entries).decode("utf-8-sig"),
        shown=fingerprint(look.steps),
    )
    return render_template(
        "exchange/look.html",
        slug=slug,
        look=look,
        form=form,
        confirming=confirming,
        capacity=current_capacity(),
        sentence_of=sentence_of,
    )
