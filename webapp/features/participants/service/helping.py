"""Helping a participant who lost every way to sign in."""

from __future__ import annotations

from webapp.base.access.actor import Actor
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.unit_of_work import Work
from webapp.features.participants import queries
from webapp.features.people import service as people


def help_back_in(work: Work, actor: Actor, initiative_id: str, person_id: str, reason: str) -> None:
    """Vouch for a person who takes part in the initiative; the mail to them carries the link.

    Raises NotFound for anybody else, Refused where a recovery runs already or it is the own account.
    """
    by = authorise(actor, Permission.PARTICIPANT_RECOVER, Subject(initiative_id))
    if not queries.actor_of(work.session, person_id).takes_part_in(initiative_id):
        raise NotFound()
    people.start_recovery(work, by, person_id, reason, initiative_id)
