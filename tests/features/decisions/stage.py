"""The stage of these tests: a text of two principles, and shortcuts to put questions about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.factories.text import WrittenText, issue, write_text
from webapp.base.access.actor import SYSTEM
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import queries, service
from webapp.features.decisions.models import Decision, Position, Statement
from webapp.features.decisions.rules.answers import Answer
from webapp.features.decisions.rules.proposals import Proposal
from webapp.features.decisions.rules.transitions import ChairsAct, DecisionKind, SubjectKind
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.rules import Procedure, write_procedure
from webapp.features.instruments.models import Provision

WORDS = {
    "1.1": "States should warn everyone on their territory in the same hour.",
    "1.2": "Nobody’s papers may be kept from them.",
    "2.1": "Employers should [ensure][seek to ensure] a way home.",
}
TITLES = {"1": "Everyone counts", "2": "A way home"}
SPEAKERS = ("phl", "usa", "mar", "rro", "iom", "mwuf", "empl")
"""Heads of the seven member delegations of the cast."""


@dataclass
class Stage:
    """What tests act with: the cast, the text, and the shortest way to each act."""

    cast: Cast
    text: WrittenText
    revision_id: str

    @property
    def instrument_id(self) -> str:
        """The instrument."""
        return self.text.instrument_id

    @property
    def elements(self) -> dict[str, str]:
        """Identifiers of the principles, by number."""
        return self.text.elements

    @property
    def provisions(self) -> dict[str, str]:
        """Identifiers of the provisions, by number."""
        return self.text.provisions

    def proposal(
        self,
        kind: DecisionKind = DecisionKind.CALL,
        *,
        element: str | None = "1",
        provision: str | None = None,
        rule: str = "simple_majority",
        hours: float = 100,
        question: str = "Shall principle 1 be agreed?",
    ) -> Proposal:
        """A proposal on an element, on a provision, or, with neither, on a question of procedure."""
        subject_kind, subject_id = SubjectKind.QUESTION, None
        if provision is not None:
            subject_kind, subject_id = SubjectKind.PROVISION, self.provisions[provision]
        elif element is not None:
            subject_kind, subject_id = SubjectKind.ELEMENT, self.elements[element]
        return Proposal(
            kind=kind,
            subject_kind=subject_kind,
            subject_id=subject_id,
            question=question,
            rule_key=rule if kind is DecisionKind.CALL else "",
            closes_at=self.now() + dt.timedelta(hours=hours),
        )

    def now(self) -> dt.datetime:
        """The application's present moment."""
        with unit_of_work() as work:
            return work.now()

    def propose(self, proposal: Proposal, by: str = "chair_phl") -> str:
        """Propose; gives the decision’s identifier."""
        with unit_of_work() as work:
            return service.propose(
                work, self.cast.actor(by, work.session), self.cast.initiative_id, proposal
            ).id

    def confirm(self, decision_id: str, by: str = "chair_usa") -> None:
        """Confirm as the other co-chair."""
        with unit_of_work() as work:
            service.confirm(work, self.cast.actor(by, work.session), decision_id)

    def open(self, proposal: Proposal | None = None) -> str:
        """Propose and confirm; gives the decision’s identifier."""
        decision_id = self.propose(proposal or self.proposal())
        self.confirm(decision_id)
        return decision_id

    def place(self, *, hours: float = 72.5, element: str = "1") -> str:
        """Place a text under silence; gives the decision’s identifier."""
        return self.open(self.proposal(DecisionKind.SILENCE, hours=hours, element=element))

    def take(
        self, decision_id: str, by: str, option: str, reason: str = "", **more: object
    ) -> Position | Statement:
        """Take a position for the delegation of this person."""
        with unit_of_work() as work:
            answer = Answer(option=option, reason=reason, **more)  # type: ignore[arg-type]
            return service.take_position(work, self.cast.actor(by, work.session), decision_id, answer)

    def acknowledge_all(self, decision_id: str, *, but: tuple[str, ...] = ()) -> None:
        """Every member’s head acknowledges, but these."""
        for code in SPEAKERS:
            if code not in but:
                with unit_of_work() as work:
                    actor = self.cast.actor(f"head_{code}", work.session)
                    service.acknowledge(work, actor, decision_id)

    def ask(self, decision_id: str, act: ChairsAct, reason: str, by: str = "chair_phl") -> None:
        """Ask the other co-chair to confirm an act."""
        with unit_of_work() as work:
            service.propose_act(work, self.cast.actor(by, work.session), decision_id, act, reason)

    def extend(self, decision_id: str, to: dt.datetime, reason: str, by: str = "chair_usa") -> None:
        """Extend a silence procedure."""
        with unit_of_work() as work:
            actor = self.cast.actor(by, work.session)
            service.extend(work, actor, decision_id, closes_at=to, reason=reason)

    def close(self, decision_id: str) -> None:
        """What the clock does."""
        with unit_of_work() as work:
            service.close_decision(work, SYSTEM, decision_id)

    def decision(self, decision_id: str) -> Decision:
        """The row as it stands now."""
        session: Session = db.session()
        session.rollback()
        session.expire_all()
        return queries.any_decision(session, decision_id)

    def status(self, number: str) -> str:
        """The status of a provision."""
        session: Session = db.session()
        session.rollback()
        session.expire_all()
        row = session.get(Provision, self.provisions[number])
        assert row is not None
        return row.status

    def use_procedure(self, procedure: Procedure) -> None:
        """Set the initiative’s rules of procedure."""
        with unit_of_work() as work:
            row = work.session.get(Initiative, self.cast.initiative_id)
            assert row is not None
            row.procedure = write_procedure(procedure)


def make_stage(cast: Cast) -> Stage:
    """Write a text of two principles and issue it as its zero draft; 2.1 holds an open bracket."""
    with unit_of_work() as work:
        text = write_text(
            work.session, cast, title="Voluntary Principles", stem="MAC/VP/2026", titles=TITLES, words=WORDS
        )
        return Stage(cast, text, issue(work.session, text))


def issue_again(stage: Stage) -> None:
    """Issue the same text once more, as the next revision."""
    with unit_of_work() as work:
        stage.revision_id = issue(work.session, stage.text, 1)
