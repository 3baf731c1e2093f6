"""What the revisions among the news changed, as redlines of a few provisions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from flask_babel import ngettext
from sqlalchemy.orm import Session

from webapp.base.kernel.happened import Happened
from webapp.base.web.filters import number
from webapp.features.instruments.queries import snapshot_of
from webapp.features.instruments.rules.revision_diff import Act, ProvisionChange
from webapp.features.instruments.rules.text_changes import TextChanges, number_of, strength_flags
from webapp.outlets.desk.queries.texts import issued_at_ordinals
from webapp.outlets.desk.rules import ChangedWords, Line, Way, excerpt

PROVISIONS_SHOWN = 3
TEXTS_COMPARED = 3
"""Of how many instruments the changes are shown; comparing takes time."""

Pair = tuple[int, int]
"""The ordinal of the revision that was known before, and of the newest."""


def with_redlines(
    session: Session, lines: dict[int, Line], ones: Iterable[tuple[int, Happened]], ours: Collection[str]
) -> dict[int, Line]:
    """The lines by their key, those of the newest revision of each text with what changed since the known one.

    `ones` are the entries behind the lines, the newest first; `ours` are provisions that the reader's delegation
    commented on, which are shown first.
    """
    pairs = _pairs(ones)
    wanted = {(instrument, ordinal) for instrument, (_, pair) in pairs.items() for ordinal in pair}
    rows = {(row.instrument_id, row.ordinal or 0): row for row in issued_at_ordinals(session, wanted)}
    found = dict(lines)
    for instrument, (key, (old, new)) in pairs.items():
        before, after = rows.get((instrument, old)), rows.get((instrument, new))
        if before is not None and after is not None:
            changes = TextChanges(snapshot_of(before), snapshot_of(after))
            found[key] = _shown(found[key], changes, (old, new), instrument, ours)
    return found


def _pairs(ones: Iterable[tuple[int, Happened]]) -> dict[str, tuple[int, Pair]]:
    """By instrument: the key of the newest revision's line, and which two revisions are compared."""
    found: dict[str, tuple[int, Pair]] = {}
    for key, one in ones:
        instrument, ordinal = one.content["instrument_id"], one.content["ordinal"]
        first = found.get(instrument)
        found[instrument] = (first[0], (ordinal - 1, first[1][1])) if first else (key, (ordinal - 1, ordinal))
    return dict(list(found.items())[:TEXTS_COMPARED])


def _shown(line: Line, changes: TextChanges, pair: Pair, instrument: str, ours: Collection[str]) -> Line:
    every = [change for change in changes.provisions if _says_something_else(change)]
    gravest = sorted(every, key=lambda one: (one.id not in ours, not list(strength_flags(one))))
    shown = {one.id for one in gravest[:PROVISIONS_SHOWN]}
    slug = line.way.values["slug"]
    compare = {"slug": slug, "from": pair[0], "to": pair[1], "instrument": instrument}
    left = len(every) - len(shown)
    more = ngettext(
        "%(number)s more changed provision", "%(number)s more changed provisions", left, number=number(left)
    )
    return replace(
        line,
        changed=tuple(_changed(one, line.way, pair[0]) for one in every if one.id in shown),
        more=Way(more, "reading.compare", compare) if left else None,
    )


def _says_something_else(change: ProvisionChange) -> bool:
    return bool({Act.INSERTED, Act.DELETED, Act.WORDS, Act.FIELDS}.intersection(change.acts))


def _changed(change: ProvisionChange, text: Way, old: int) -> ChangedWords:
    here = change.after or change.before
    assert here is not None
    values = {**text.values, "_anchor": f"p{here.number}"}
    if change.after is None:
        values["ordinal"] = old
    return ChangedWords(
        way=Way(number_of(change), text.endpoint, values),
        language=here.language,
        words=excerpt(change.words),
        flags=tuple(strength_flags(change)),
        is_new=change.before is None,
        is_deleted=change.after is None,
    )
