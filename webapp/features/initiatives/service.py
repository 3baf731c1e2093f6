"""Changing initiatives: beginning one, its mandate, its rules of procedure, its lists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from webapp.base.access.actor import Actor, Constituency
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import Invalid, Stale
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.initiatives import queries, rules
from webapp.features.initiatives.events import Change, Changed, Created
from webapp.features.initiatives.models import Bearer, Initiative, Theme


def create(work: Work, actor: Actor, *, slug: str, title: str) -> Initiative:
    """Begin an initiative. Raises Invalid where the short name cannot be used or is taken."""
    by = authorise(actor, Permission.INITIATIVE_CREATE, Subject())
    rules.check_slug(slug)
    if queries.head_by_slug(work.session, slug) is not None:
        raise Invalid("initiatives.slug_taken", field="slug", slug=slug)
    row = Initiative(slug=slug, title=title, created_at=work.now())
    work.session.add(row)
    work.session.flush()
    work.record(by, Created(initiative_id=row.id, object_id=row.id, slug=slug, title=title))
    return row


def edit_mandate(work: Work, actor: Actor, initiative_id: str, version: int, mandate: rules.Mandate) -> None:
    """Set title, mandate, scope, timetable and official time zone.

    `version` is what the editor saw; raises Stale where somebody else saved since.
    """
    row = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.INITIATIVE_EDIT, Subject(row.id))
    rules.check_zone(mandate.time_zone)
    rules.check_scope(mandate.scope)
    _check_version(row, version, theirs=row.mandate, mine=mandate.mandate)
    before = asdict(queries.mandate_of(row))
    changes = _differences(before, asdict(mandate))
    if not changes:
        return
    row.title, row.mandate, row.scope = mandate.title, mandate.mandate, list(mandate.scope)
    row.outside_scope, row.timetable = mandate.outside_scope, mandate.timetable
    row.time_zone = mandate.time_zone
    row.version += 1
    work.record(by, _changed(row, "mandate", changes))


def edit_procedure(
    work: Work, actor: Actor, initiative_id: str, version: int, procedure: rules.Procedure
) -> None:
    """Set the rules of procedure. Raises Invalid for a figure, Stale where somebody else saved since."""
    row = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.INITIATIVE_EDIT, Subject(row.id))
    rules.check_procedure(procedure)
    before = rules.write_procedure(rules.read_procedure(row.procedure))
    after = rules.write_procedure(procedure)
    _check_version(row, version, theirs=_plain(before), mine=_plain(after))
    changes = _differences(before, after)
    if not changes:
        return
    row.procedure = after
    row.version += 1
    work.record(by, _changed(row, "procedure", changes))


def add_bearer(work: Work, actor: Actor, initiative_id: str, name: str, constituency: Constituency) -> Bearer:
    """Add somebody who can bear a responsibility. Raises Invalid where the list has the name."""
    row = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.INITIATIVE_EDIT, Subject(row.id))
    listed = queries.bearers(work.session, row.id)
    _check_name(name, (bearer.name for bearer in listed))
    bearer = Bearer(
        initiative_id=row.id, name=name, constituency=constituency.value, position=_next_place(listed)
    )
    work.session.add(bearer)
    work.session.flush()
    work.record(by, _changed(row, "bearers", (Change(constituency.value, "", name),)))
    return bearer


def rename_bearer(work: Work, actor: Actor, initiative_id: str, bearer_id: str, name: str) -> None:
    """Give a bearer another name. Raises Invalid where the list has the name."""
    row = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.INITIATIVE_EDIT, Subject(row.id))
    bearer = queries.bearer(work.session, row.id, bearer_id)
    if name == bearer.name:
        return
    _check_name(name, (other.name for other in queries.bearers(work.session, row.id) if other is not bearer))
    change = Change(bearer.constituency, bearer.name, name)
    bearer.name = name
    work.record(by, _changed(row, "bearers", (change,)))


def add_theme(work: Work, actor: Actor, initiative_id: str, name: str, phases: Sequence[str]) -> Theme:
    """Add a theme with the phases in which the mandate lists it. Raises Invalid where the list has the name."""
    row = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.INITIATIVE_EDIT, Subject(row.id))
    rules.check_phases(phases)
    listed = queries.themes(work.session, row.id)
    _check_name(name, (theme.name for theme in listed))
    theme = Theme(
        initiative_id=row.id, name=name, phases=rules.in_order(phases), position=_next_place(listed)
    )
    work.session.add(theme)
    work.session.flush()
    work.record(by, _changed(row, "themes", (Change(name, "", ", ".join(theme.phases)),)))
    return theme


def change_theme(
    work: Work, actor: Actor, initiative_id: str, theme_id: str, name: str, phases: Sequence[str]
) -> None:
    """Give a theme another name or other phases. Raises Invalid where the list has the name."""
    row = lock(work.session, Initiative, initiative_id)
    by = authorise(actor, Permission.INITIATIVE_EDIT, Subject(row.id))
    rules.check_phases(phases)
    theme = queries.theme(work.session, row.id, theme_id)
    _check_name(name, (other.name for other in queries.themes(work.session, row.id) if other is not theme))
    before = {"name": theme.name, "phases": theme.phases}
    changes = _differences(before, {"name": name, "phases": rules.in_order(phases)})
    if not changes:
        return
    theme.name, theme.phases = name, rules.in_order(phases)
    work.record(by, _changed(row, "themes", changes))


def _check_version(row: Initiative, version: int, *, theirs: str, mine: str) -> None:
    if row.version != version:
        raise Stale("initiatives.stale", theirs=theirs, mine=mine)


def _check_name(name: str, taken: Iterable[str]) -> None:
    listed = {other.casefold() for other in taken}
    if name.casefold() in listed:
        raise Invalid("initiatives.name_listed", field="name", name=name)


def _next_place(listed: Sequence[Bearer] | Sequence[Theme]) -> int:
    return max((row.position for row in listed), default=-1) + 1


def _changed(row: Initiative, part: str, changes: tuple[Change, ...]) -> Changed:
    return Changed(initiative_id=row.id, object_id=row.id, part=part, changes=changes)


def _differences(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    return tuple(
        Change(what, _plain(before[what]), _plain(after[what]))
        for what in after
        if before[what] != after[what]
    )


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    return json.dumps(value, sort_keys=True)
