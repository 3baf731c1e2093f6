"""A text in the making, and the acts of drafting in few words."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.drafting import queries, service
from webapp.features.instruments import queries as instruments
from webapp.features.instruments import service as text
from webapp.features.instruments.models import Provision, Revision
from webapp.features.instruments.rules.drafting import ProvisionDraft, Responsibility, Share
from webapp.features.instruments.rules.enums import ElementKind, Phase, Strength

WARNING = "States should warn migrants early, and in words they know."
PAPERS = "Employers [ensure -- PHL, USA][seek to ensure -- IOM] that papers are returned."
DUTY = "Employers should hand back passports at the first warning."


@dataclass
class Draft:
    """An instrument with a preamble and a principle of three provisions."""

    cast: Cast
    instrument_id: str
    preamble: str
    principle: str
    recital: str
    warning: str
    papers: str
    duty: str

    def row(self, provision_id: str) -> Provision:
        """The provision as it stands in the rolling text."""
        row = _session().get(Provision, provision_id)
        assert row is not None
        return row

    def edit(
        self, provision_id: str, words: str, *, who: str = "chair_phl", version: int | None = None
    ) -> None:
        """Rewrite a provision of kind text."""
        seen = self.row(provision_id).version if version is None else version
        with unit_of_work() as work:
            actor = self.cast.actor(who, work.session)
            text.edit_provision(
                work,
                actor,
                self.cast.initiative_id,
                self.instrument_id,
                provision_id,
                ProvisionDraft(words),
                version=seen,
            )

    def edit_duty(self, words: str = DUTY, *, strength: Strength = Strength.SHOULD) -> None:
        """Rewrite the responsibility."""
        version = self.row(self.duty).version
        with unit_of_work() as work:
            actor = self.cast.actor("chair_phl", work.session)
            text.edit_provision(
                work,
                actor,
                self.cast.initiative_id,
                self.instrument_id,
                self.duty,
                duty(self.cast, words, strength),
                version=version,
            )

    def remove(self, provision_id: str) -> None:
        """Take a provision out."""
        version = self.row(provision_id).version
        with unit_of_work() as work:
            actor = self.cast.actor("chair_phl", work.session)
            text.remove_provision(
                work, actor, self.cast.initiative_id, self.instrument_id, provision_id, version=version
            )

    def add(self, words: str, *, after: str | None = None) -> str:
        """Add a provision to the principle."""
        with unit_of_work() as work:
            actor = self.cast.actor("chair_phl", work.session)
            return text.add_provision(
                work,
                actor,
                self.cast.initiative_id,
                self.instrument_id,
                self.principle,
                ProvisionDraft(words),
                after=after,
            ).id

    def move(self, provision_id: str, by_places: int) -> None:
        """Move a provision."""
        with unit_of_work() as work:
            actor = self.cast.actor("chair_phl", work.session)
            text.move_provision(
                work, actor, self.cast.initiative_id, self.instrument_id, provision_id, by_places=by_places
            )

    def propose(
        self,
        who: str = "chair_phl",
        *,
        seen_hash: str | None = None,
        acknowledged: tuple[str, ...] | None = None,
    ) -> str:
        """Propose to issue, every change of strength acknowledged unless said otherwise; gives the revision."""
        plan = self.plan()
        keys = tuple(flag.key for flag in plan.changes.flags) if acknowledged is None else acknowledged
        with unit_of_work() as work:
            actor = self.cast.actor(who, work.session)
            return service.propose_revision(
                work,
                actor,
                self.cast.initiative_id,
                self.instrument_id,
                seen_hash=seen_hash or plan.hash,
                acknowledged=keys,
            ).id

    def confirm(self, revision_id: str, who: str = "chair_usa") -> Revision:
        """Confirm as the other co-chair."""
        with unit_of_work() as work:
            actor = self.cast.actor(who, work.session)
            return service.confirm_revision(work, actor, self.cast.initiative_id, revision_id)

    def issue(self) -> Revision:
        """Propose and confirm."""
        return self.confirm(self.propose())

    def plan(self) -> queries.Plan:
        """What would be issued now."""
        session = _session()
        return queries.plan(
            session, instruments.instrument(session, self.cast.initiative_id, self.instrument_id)
        )

    def statuses(self) -> dict[str, str]:
        """The status of each provision, in words."""
        return {
            key: str(value) for key, value in instruments.statuses(_session(), self.instrument_id).items()
        }

    def order(self) -> list[str]:
        """The provisions of the rolling text, in reading order."""
        snapshot = instruments.rolling_snapshot(_session(), self.instrument_id)
        return [one.id for one in snapshot.provisions]


def duty(cast: Cast, words: str = DUTY, strength: Strength = Strength.SHOULD) -> ProvisionDraft:
    """A responsibility of employers, with the states of origin."""
    return ProvisionDraft(
        words,
        Responsibility(
            bearers=(Share(cast.bearers["Employers"], leads=True), Share(cast.bearers["States of origin"])),
            beneficiary="their workers",
            action="return passports",
            theme_id=cast.themes["papers and proof"],
            phases=(Phase.EMERGENCY_RESPONSE, Phase.PREPAREDNESS),
            strength=strength,
        ),
    )


def begin(cast: Cast) -> Draft:
    """Draft the text through the services."""
    with unit_of_work() as work:
        chair = cast.actor("chair_phl", work.session)
        place = cast.initiative_id
        instrument = text.create_instrument(
            work, chair, place, title="Principles", symbol_stem="MAC/VP/2026/1"
        )
        preamble = text.add_element(
            work, chair, place, instrument.id, kind=ElementKind.PREAMBLE, title="Preamble"
        )
        principle = text.add_element(
            work, chair, place, instrument.id, kind=ElementKind.PRINCIPLE, title="Warning in time"
        )
        drafts = (
            (preamble.id, ProvisionDraft("Recalling that crises spare nobody,")),
            (principle.id, ProvisionDraft(WARNING)),
            (principle.id, ProvisionDraft(PAPERS)),
            (principle.id, duty(cast)),
        )
        ids = [
            text.add_provision(work, chair, place, instrument.id, element_id, draft).id
            for element_id, draft in drafts
        ]
    return Draft(cast, instrument.id, preamble.id, principle.id, *ids)


def _session() -> Session:
    """A reading session that sees what was committed last."""
    db.session.remove()
    return db.session()
