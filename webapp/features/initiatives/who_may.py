"""Who may do what, in words: made from the policy and the rules of procedure, for its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from webapp.base.access.actor import SYSTEM, Actor, OfficeKind, SeatRole, Standing
from webapp.base.access.matrix import held, seated, somebody
from webapp.base.access.permissions import Permission
from webapp.base.access.policy import POLICY
from webapp.base.web.messages import Words
from webapp.base.web.policy_words import AREAS, CLAUSES, PERMISSIONS, permissions_about
from webapp.base.web.wording import ATTRIBUTIONS
from webapp.features.initiatives.rules import Procedure

ROLES: Mapping[str, tuple[Words, Actor]] = {
    "head": (_l("Head of delegation"), somebody(seated(SeatRole.HEAD))),
    "alternate": (_l("Alternate head of delegation"), somebody(seated(SeatRole.ALTERNATE))),
    "delegate": (_l("Delegate"), somebody(seated(SeatRole.DELEGATE))),
    "adviser": (_l("Adviser"), somebody(seated(SeatRole.ADVISER))),
    "observer": (
        _l("Head of an observer delegation"),
        somebody(seated(SeatRole.HEAD, Standing.OBSERVER)),
    ),
    "co_chair": (_l("Co-chair"), somebody(office=OfficeKind.CO_CHAIR)),
    "secretariat": (_l("Secretariat officer"), somebody(office=OfficeKind.SECRETARIAT)),
    "administrator": (_l("Site administrator"), somebody(administrator=True)),
    "system": (_l("Concord itself, at its time"), SYSTEM),
}
"""Who may do something here; whoever has a seat and an office may do what either may, unless a line says otherwise."""

CONFIRMED = frozenset(
    {
        Permission.REVISION_PROPOSE,
        Permission.REVISION_CONFIRM,
        Permission.DECISION_PROPOSE,
        Permission.DECISION_CONFIRM,
        Permission.DECISION_WITHDRAW,
        Permission.SILENCE_DECIDE,
    }
)
"""What the clause on a second co-chair is about."""
FOR_THE_OWN: Words = _l("for the own delegation")
NOT_ON_THE_OWN: Words = _l("not on what the own delegation said")
WITH_A_SECOND = _l("The rules of procedure ask for a second co-chair: one proposes, another confirms.")
ALONE = _l("The rules of procedure waive the second co-chair: one alone is enough.")
BREAKS_ARE_COLLECTED = _l(
    "The rules of procedure let a silence procedure run on when a member breaks silence."
)
BREAKS_END = _l("The rules of procedure end a silence procedure as soon as a member breaks silence.")


@dataclass(frozen=True)
class PrintedAct:
    """One thing that somebody may do: and who may."""

    permission: Permission
    sentence: Words
    who: tuple[Words, ...]
    rules: tuple[Words, ...]
    """What the rules of procedure add."""


@dataclass(frozen=True)
class PrintedRole:
    """A role, and the sentence of each thing that it may do, with its condition."""

    key: str
    title: Words
    may: tuple[tuple[Words, Words], ...]


def acts_by_area(procedure: Procedure) -> list[tuple[Words, list[PrintedAct]]]:
    """Everything that may be done, by what it is about."""
    return [
        (title, [_act(one, procedure) for one in permissions_about(beginnings)])
        for title, beginnings in AREAS
    ]


def roles() -> list[PrintedRole]:
    """What each role may do."""
    return [PrintedRole(key, title, tuple(_may(actor))) for key, (title, actor) in ROLES.items()]


def _act(permission: Permission, procedure: Procedure) -> PrintedAct:
    return PrintedAct(
        permission,
        PERMISSIONS[permission],
        tuple(CLAUSES[clause.name] for clause in POLICY[permission]),
        tuple(_rules(permission, procedure)),
    )


def _may(actor: Actor) -> Iterator[tuple[Words, Words]]:
    for permission in Permission:
        matters = held(actor, permission)
        if matters:
            yield PERMISSIONS[permission], _condition(permission, matters)


def _condition(permission: Permission, matters: Mapping[str, str]) -> Words:
    if set(matters) == {"own"}:
        return FOR_THE_OWN
    if any("not_on_own_matter" in clause.name for clause in POLICY[permission]):
        return NOT_ON_THE_OWN
    return ""


def _rules(permission: Permission, procedure: Procedure) -> Iterator[Words]:
    """What the rules of procedure of this initiative make of it."""
    if permission in CONFIRMED:
        yield WITH_A_SECOND if procedure.chairs_confirm else ALONE
    if permission is Permission.DECISION_PROPOSE:
        yield str(
            ngettext(
                "A text lies under silence for at least %(num)s hour.",
                "A text lies under silence for at least %(num)s hours.",
                procedure.silence_hours,
            )
        )
    if permission is Permission.POSITION_TAKE:
        yield BREAKS_ARE_COLLECTED if procedure.collect_objections else BREAKS_END
    if permission is Permission.ROUND_PLAN:
        setting = ATTRIBUTIONS[procedure.attribution].words
        yield str(
            _(
                "In place of a comment’s author, others read %(setting)s, unless the round is planned otherwise.",
                setting=setting,
            )
        )
