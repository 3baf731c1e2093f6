"""What a decision is about: a part of an issued text, or a procedural question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.base.kernel.errors import Invalid, NotFound
from webapp.features.decisions.models import Decision
from webapp.features.decisions.rules.transitions import SubjectKind
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.models import Revision
from webapp.features.instruments.rules.snapshot import Snapshot, select, text_hash


@dataclass(frozen=True)
class SubjectText:
    """The text that is decided, in a revision. `snapshot` is that part alone, and `hash` its hash."""

    kind: SubjectKind
    instrument_id: str
    revision_id: str
    ordinal: int | None
    label: str
    symbol: str
    snapshot: Snapshot
    hash: str

    @property
    def provision_ids(self) -> tuple[str, ...]:
        """The provisions concerned, in reading order."""
        return tuple(provision.id for provision in self.snapshot.provisions)

    @property
    def number(self) -> str:
        """The number of the element or the provision; empty for a whole text."""
        if self.kind is SubjectKind.PROVISION:
            return self.snapshot.provisions[0].number
        return self.snapshot.elements[0].number if self.kind is SubjectKind.ELEMENT else ""

    @property
    def element_kind(self) -> str:
        """What kind of element it is, where it is one."""
        return self.snapshot.elements[0].kind.value if self.kind is SubjectKind.ELEMENT else ""

    @property
    def title(self) -> str:
        """The title of the element or of the whole text."""
        if self.kind is SubjectKind.INSTRUMENT:
            return self.snapshot.title
        return self.snapshot.elements[0].title


def current_texts(session: Session, initiative_id: str) -> list[SubjectText]:
    """The current revision of every instrument, each as a whole."""
    found = []
    for instrument in instruments.instruments(session, initiative_id):
        revision = instruments.current_revision(session, instrument.id)
        if revision is not None:
            found.append(subject_of_revision(revision, SubjectKind.INSTRUMENT, None))
    return found


def current_subject(
    session: Session, initiative_id: str, kind: SubjectKind, subject_id: str | None
) -> SubjectText | None:
    """The subject in the current revision; None for a procedural question.

    Raises Invalid where no current revision holds it.
    """
    if kind is SubjectKind.QUESTION:
        return None
    for text in current_texts(session, initiative_id):
        if kind is SubjectKind.INSTRUMENT:
            if text.instrument_id == subject_id:
                return text
            continue
        revision = instruments.revision(session, initiative_id, text.revision_id)
        try:
            return subject_of_revision(revision, kind, subject_id)
        except NotFound:
            continue
    raise Invalid("decisions.not_in_the_text", field="subject")


def subject_of(session: Session, decision: Decision) -> SubjectText | None:
    """The text of a decision in the revision at which it was put; None for a procedural question."""
    return subjects_of(session, [decision])[decision.id]


def subjects_of(session: Session, decisions: Iterable[Decision]) -> dict[str, SubjectText | None]:
    """The text of each of these decisions, by the decision; every revision is read once."""
    read: dict[str, tuple[Revision, Snapshot]] = {}
    found: dict[str, SubjectText | None] = {}
    for decision in decisions:
        if decision.revision_id is None:
            found[decision.id] = None
            continue
        if decision.revision_id not in read:
            revision = instruments.revision(session, decision.initiative_id, decision.revision_id)
            read[decision.revision_id] = (revision, instruments.snapshot_of(revision))
        kind = SubjectKind(decision.subject_kind)
        found[decision.id] = _part(*read[decision.revision_id], kind, decision.subject_id)
    return found


def subject_of_revision(revision: Revision, kind: SubjectKind, subject_id: str | None) -> SubjectText:
    """A part of a revision; raises NotFound where the revision does not hold it."""
    return _part(revision, instruments.snapshot_of(revision), kind, subject_id)


def _part(revision: Revision, whole: Snapshot, kind: SubjectKind, subject_id: str | None) -> SubjectText:
    if kind is SubjectKind.ELEMENT:
        part = select(whole, element_id=subject_id or "")
    elif kind is SubjectKind.PROVISION:
        part = select(whole, provision_id=subject_id or "")
    else:
        part = whole
    return SubjectText(
        kind=kind,
        instrument_id=revision.instrument_id,
        revision_id=revision.id,
        ordinal=revision.ordinal,
        label=revision.label,
        symbol=revision.symbol or "",
        snapshot=part,
        hash=text_hash(part),
    )
