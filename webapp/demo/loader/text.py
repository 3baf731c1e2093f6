"""The text: written element by element, proposed by one co-chair and issued by the other's confirmation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from webapp.demo.content.shapes import Element, Instrument, Provision, Revision
from webapp.demo.loader.stage import Act, Stage, one_after_another
from webapp.features.drafting import queries as drafting_queries
from webapp.features.drafting import service as drafting
from webapp.features.instruments import queries
from webapp.features.instruments import service as instruments
from webapp.features.instruments.rules.drafting import ProvisionDraft, Responsibility, Share
from webapp.features.instruments.rules.enums import ElementKind, Phase, Strength

WRITTEN_BEFORE = dt.timedelta(days=1)
WRITING = dt.timedelta(minutes=40)


def acts(stage: Stage) -> Iterator[Act]:
    """Everything that the co-chairs do to the text."""
    for instrument in stage.content.instruments:
        for revision in instrument.revisions:
            yield from _revision(stage, instrument, revision)


def _revision(stage: Stage, content: Instrument, revision: Revision) -> Iterator[Act]:
    writing = one_after_another(stage.moment(revision.proposed) - WRITTEN_BEFORE, WRITING)
    if revision is content.revisions[0]:
        yield Act(next(writing), partial(_begin, content=content, revision=revision))
    about = _Writing(content.symbol_stem, revision)
    for element in revision.elements:
        yield Act(next(writing), partial(_write, writing=about, element=element))
    yield Act(stage.moment(revision.proposed), partial(_propose, writing=about))
    yield Act(stage.moment(revision.issued), partial(_confirm, revision=revision))


@dataclass(frozen=True)
class _Writing:
    """Which revision is being written, and of which text."""

    stem: str
    revision: Revision


def _begin(stage: Stage, content: Instrument, revision: Revision) -> None:
    row = instruments.create_instrument(
        stage.work,
        stage.actor(revision.proposed_by),
        stage.became.initiative,
        title=content.title,
        symbol_stem=content.symbol_stem,
        language=content.language,
    )
    stage.became.instruments[content.symbol_stem] = row.id


def _write(stage: Stage, writing: _Writing, element: Element) -> None:
    """Bring an element of the rolling text to the state that it has in the revision."""
    actor, became = stage.actor(writing.revision.proposed_by), stage.became
    if element.key not in became.elements:
        row = instruments.add_element(
            stage.work,
            actor,
            became.initiative,
            became.instruments[writing.stem],
            kind=ElementKind(element.kind),
            title=element.title,
        )
        became.elements[element.key] = row.id
    _remove_what_left(stage, writing, element)
    after = None
    for provision in element.provisions:
        if provision.key in became.provisions:
            _rewrite(stage, writing, provision)
        else:
            added = instruments.add_provision(
                stage.work,
                actor,
                became.initiative,
                became.instruments[writing.stem],
                became.elements[element.key],
                _draft(stage, provision),
                after=after,
            )
            became.provisions[provision.key] = added.id
        after = became.provisions[provision.key]


def _remove_what_left(stage: Stage, writing: _Writing, element: Element) -> None:
    became, kept = stage.became, {provision.key for provision in element.provisions}
    standing = {
        row.id: row
        for row in queries.provisions(stage.session, became.instruments[writing.stem])
        if row.element_id == became.elements[element.key]
    }
    for key, identifier in became.provisions.items():
        if identifier in standing and key not in kept:
            instruments.remove_provision(
                stage.work,
                stage.actor(writing.revision.proposed_by),
                became.initiative,
                became.instruments[writing.stem],
                identifier,
                version=standing[identifier].version,
            )


def _rewrite(stage: Stage, writing: _Writing, provision: Provision) -> None:
    became = stage.became
    row = queries.provision(stage.session, became.instruments[writing.stem], became.provisions[provision.key])
    instruments.edit_provision(
        stage.work,
        stage.actor(writing.revision.proposed_by),
        became.initiative,
        became.instruments[writing.stem],
        row.id,
        _draft(stage, provision),
        version=row.version,
    )


def _draft(stage: Stage, provision: Provision) -> ProvisionDraft:
    given = provision.responsibility
    if given is None:
        return ProvisionDraft(provision.text)
    shares = (Share(stage.became.bearers[share.bearer], share.leads) for share in given.bearers)
    return ProvisionDraft(
        provision.text,
        Responsibility(
            bearers=tuple(shares),
            beneficiary=given.beneficiary,
            action=given.action,
            theme_id=stage.became.themes[given.theme],
            phases=tuple(Phase(phase) for phase in given.phases),
            strength=Strength(given.strength),
        ),
    )


def _propose(stage: Stage, writing: _Writing) -> None:
    """Every change of strength was looked at, one by one, before the text is proposed."""
    became = stage.became
    instrument = queries.instrument(stage.session, became.initiative, became.instruments[writing.stem])
    plan = drafting_queries.plan(stage.session, instrument)
    row = drafting.propose_revision(
        stage.work,
        stage.actor(writing.revision.proposed_by),
        became.initiative,
        became.instruments[writing.stem],
        seen_hash=plan.hash,
        acknowledged=[flag.key for flag in plan.changes.flags],
    )
    became.revisions[writing.revision.key] = row.id


def _confirm(stage: Stage, revision: Revision) -> None:
    drafting.confirm_revision(
        stage.work,
        stage.actor(revision.confirmed_by),
        stage.became.initiative,
        stage.became.revisions[revision.key],
    )
