"""The outcome of a decision as everybody reads it: delegations by name, persons never."""

from __future__ import annotations

from dataclasses import replace

from webapp.features.decisions import queries as decisions
from webapp.features.decisions.queries import MemberPosition
from webapp.features.decisions.routes.blueprint import words_of_pages
from webapp.features.decisions.routes.page import by_constituency, standing_facts, text_lines
from webapp.features.decisions.rules.transitions import DecisionKind, DecisionState
from webapp.features.publishing.queries import PublishedOutcome
from webapp.outlets.public.place import Place


def outcome_facts(place: Place, found: PublishedOutcome) -> dict[str, object]:
    """What the page shows. Statements that came after the publication are not part of it."""
    decision, session = found.decision, place.session
    members = [_without_person(one) for one in decisions.member_positions(session, decision.id)]
    subject = decisions.subject_of(session, decision)
    facts = standing_facts(decision, members)
    until = found.publication.acted_at
    return {
        **words_of_pages(),
        **facts,
        "members": by_constituency(members),
        "decision": decision,
        "subject": subject,
        "text": text_lines(decision.initiative_id, subject),
        "numbers": {one.id: one.number for one in subject.snapshot.provisions} if subject else {},
        "statements": [one for one in decisions.statements(session, decision.id) if one.at <= until],
        "revision": next(
            (one for one in place.revisions() if subject and one.id == subject.revision_id), None
        ),
        "closed": True,
        "DecisionKind": DecisionKind,
        "DecisionState": DecisionState,
    }


def _without_person(member: MemberPosition) -> MemberPosition:
    return replace(member, by="")
