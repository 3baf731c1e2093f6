"""Two revisions compared, provision by provision, with the figures that begin a page about it."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.features.instruments.rules.revision_diff import Act, ProvisionChange, merged_order
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotProvision
from webapp.features.instruments.rules.text_changes import StrengthFlag, TextChanges


@dataclass(frozen=True)
class Row:
    """A provision in reading order: what changed of it, or, unchanged, as it stands."""

    change: ProvisionChange | None
    flags: tuple[StrengthFlag, ...]
    unchanged: SnapshotProvision | None


@dataclass(frozen=True)
class Comparison:
    """What changed, with the figures that begin the page. Each provision of the newer text is in one figure."""

    changes: TextChanges
    rows: tuple[Row, ...]
    changed: int
    new: int
    moved: int
    """Only moved: neither words nor fields changed."""
    renumbered: int
    """Only their number changed."""
    same: int
    deleted: int

    @property
    def total(self) -> int:
        """How many provisions the newer text has."""
        return len(self.changes.after.provisions)


def comparison(before: Snapshot, after: Snapshot, *, whole_text: bool) -> Comparison:
    """Compare two texts. `whole_text` keeps the provisions that did not change among the rows."""
    changes = TextChanges(before, after)
    by_id = {change.id: change for change in changes.provisions}
    standing = {provision.id: provision for provision in after.provisions}
    rows = tuple(
        Row(
            by_id.get(key),
            tuple(flag for flag in changes.flags if flag.provision_id == key),
            None if key in by_id else standing[key],
        )
        for key in merged_order(before, after)
        if whole_text or key in by_id
    )
    kinds = [_kind(change) for change in changes.provisions]
    return Comparison(
        changes=changes,
        rows=rows,
        changed=kinds.count(Act.WORDS),
        new=kinds.count(Act.INSERTED),
        moved=kinds.count(Act.MOVED),
        renumbered=kinds.count(Act.RENUMBERED),
        same=len(after.provisions) - len(kinds) + kinds.count(Act.DELETED),
        deleted=kinds.count(Act.DELETED),
    )


def _kind(change: ProvisionChange) -> Act:
    """The one act under which a changed provision is counted, the gravest."""
    if change.before is None or change.after is None:
        return change.acts[0]
    if {Act.WORDS, Act.FIELDS}.intersection(change.acts):
        return Act.WORDS
    return Act.MOVED if Act.MOVED in change.acts else Act.RENUMBERED
