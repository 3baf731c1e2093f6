"""Both databases find exactly what the rules say, and nothing of what a reader may not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event
from sqlalchemy.orm import Session

from tests.factories.cast import LONG_AGO, Cast
from tests.outlets.search.rules.texts import texts
from tests.outlets.search.world import found
from tests.support.statements import counted_statements
from webapp.base.access import spaces
from webapp.base.access.spaces import Space
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.kernel.visibility import audience_of
from webapp.outlets.search import queries
from webapp.outlets.search.models import SearchEntry
from webapp.outlets.search.rules.asking import MOST_CHARACTERS, matches, read
from webapp.outlets.search.rules.kinds import Kind
from webapp.outlets.search.rules.lexemes import document, key_of
from webapp.outlets.search.rules.words import words_of

typed_texts = st.one_of(
    texts,
    st.tuples(texts, texts).map(lambda two: f'"{two[0]}" -{two[1]}'),
    st.text(alphabet="ab\"-*^:()+&|!<> \\'", max_size=30),
)


def put(cast: Cast, bodies: Sequence[str], readers: Sequence[Space], kind: Kind = Kind.COMMENT) -> None:
    """Entries with these bodies for these readers."""
    with unit_of_work() as work:
        audience_id = audience_of(work.session, readers)
        for place, body in enumerate(bodies):
            work.session.add(
                SearchEntry(
                    source="contribution",
                    scope_id=audience_id[:13],
                    kind=kind.value,
                    object_id=f"{kind.value}{place}",
                    initiative_id=cast.initiative_id,
                    audience_id=audience_id,
                    body=body,
                    words=document(key_of(audience_id), [body]),
                    made_from="",
                    at=LONG_AGO,
                )
            )


@contextmanager
def sent_values() -> Iterator[list[str]]:
    """What is sent to the database beside its statements."""
    sent: list[str] = []

    def note(connection: object, cursor: object, statement: str, values: object, *rest: object) -> None:
        sent.append(repr(values))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def clear() -> None:
    """An index without an entry."""
    with unit_of_work() as work:
        work.session.execute(delete(SearchEntry))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(texts, min_size=1, max_size=5), typed_texts)
def test_the_database_finds_what_the_rules_say(
    session: Session, cast: Cast, bodies: list[str], typed: str
) -> None:
    bodies = [body.replace("\0", "").encode("utf-8", "ignore").decode() for body in bodies]
    session.rollback()
    clear()
    put(cast, bodies, [spaces.all_delegations(cast.initiative_id)])
    told = sorted(body for _, body in found(session, cast, "head_obs", typed))
    assert told == sorted(body for body in bodies if matches(read(typed), words_of(body)))


@pytest.mark.parametrize(
    ("readers", "who"),
    [
        ("all_delegations", {"head_mwuf", "head_obs", "chair_phl", "officer", "officer_free"}),
        ("members", {"head_mwuf", "chair_phl", "officer"}),
        ("chairs", {"chair_phl"}),
        ("secretariat", {"officer", "officer_free"}),
    ],
)
def test_only_its_readers_find_and_count_an_entry(
    session: Session, cast: Cast, readers: str, who: set[str]
) -> None:
    space = getattr(spaces, readers)(cast.initiative_id)
    put(cast, ["Say kestrel."], [space])
    put(cast, ["Say kestrel and osprey."], [spaces.of_delegation(cast.delegations["EMPL"])])
    everybody = ("head_mwuf", "head_obs", "chair_phl", "officer", "officer_free", "outsider", "administrator")
    finders = {one for one in everybody if found(session, cast, one, "kestrel")}
    assert finders == who
    assert all(len(found(session, cast, one, "kestrel")) == 1 for one in who)


def test_what_others_read_changes_neither_the_order_nor_the_statements(session: Session, cast: Cast) -> None:
    put(cast, [f"Say kestrel {place}" for place in range(30)], [spaces.all_delegations(cast.initiative_id)])
    with counted_statements() as before:
        alone = found(session, cast, "head_obs", "kestrel")
    put(cast, ["kestrel " * 50] * 100, [spaces.chairs(cast.initiative_id)])
    with counted_statements() as after:
        beside = found(session, cast, "head_obs", "kestrel")
    assert alone == beside
    assert len(before) == len(after)


def test_the_question_to_the_database_names_no_key_of_others(session: Session, cast: Cast) -> None:
    put(cast, ["Say kestrel."], [spaces.all_delegations(cast.initiative_id)])
    put(cast, ["Say kestrel."], [spaces.chairs(cast.initiative_id)], Kind.DECISION)
    with unit_of_work() as work:
        keys = {
            name: key_of(audience_of(work.session, [space]))
            for name, space in (
                ("all", spaces.all_delegations(cast.initiative_id)),
                ("chairs", spaces.chairs(cast.initiative_id)),
            )
        }
    for who, named in (("head_obs", {"all"}), ("chair_phl", {"all", "chairs"})):
        with sent_values() as values:
            found(session, cast, who, "kestrel")
        told = "\n".join(values)
        assert {name for name, key in keys.items() if f"{key}kestrel" in told} == named


def test_the_order_is_by_kind_then_by_age(session: Session, cast: Cast) -> None:
    everybody = [spaces.all_delegations(cast.initiative_id)]
    for kind in (Kind.EARLIER, Kind.COMMENT, Kind.TEXT, Kind.DECISION):
        put(cast, [f"kestrel {kind.value}"], everybody, kind)
    kinds = [kind for kind, _ in found(session, cast, "head_obs", "kestrel")]
    assert kinds == ["text", "decision", "comment", "earlier"]
    assert found(session, cast, "head_obs", "kestrel", Kind.COMMENT) == [("comment", "kestrel comment")]


@pytest.mark.parametrize(
    "typed", ["a " * 100, "ab " * 66, '"' * 200, "-a " * 66, "移" * 200, "x" * 200, "(" * 200]
)
def test_the_longest_question_is_answered(session: Session, cast: Cast, typed: str) -> None:
    put(cast, ["a ab 移"], [spaces.all_delegations(cast.initiative_id)])
    put(cast, ["a ab"], [spaces.chairs(cast.initiative_id)])
    put(cast, ["a ab"], [spaces.secretariat(cast.initiative_id)])
    assert len(typed) <= MOST_CHARACTERS
    assert isinstance(found(session, cast, "chair_phl", typed), list)


def test_a_page_is_cut_out_of_what_was_found(session: Session, cast: Cast) -> None:
    put(cast, [f"kestrel {place}" for place in range(7)], [spaces.all_delegations(cast.initiative_id)])
    session.rollback()
    actor = cast.actor("head_obs", session)
    pages = [
        queries.inside(
            session, actor, [cast.initiative_id], read("kestrel"), kind=None, limit=3, offset=offset
        )
        for offset in (0, 3, 6, 9)
    ]
    assert [len(page.entries) for page in pages] == [3, 3, 1, 0]
    assert {page.total for page in pages} == {7}
    assert len({entry.id for page in pages for entry in page.entries}) == 7


def test_a_very_long_text_is_found_by_its_first_fifteen_thousand_words(session: Session, cast: Cast) -> None:
    text = " ".join(
        [*("filler" for _ in range(14_000)), "kestrel", *("filler" for _ in range(9_000)), "osprey"]
    )
    put(cast, [text, "k" * 5000], [spaces.all_delegations(cast.initiative_id)])
    assert len(found(session, cast, "head_obs", "kestrel")) == 1
    assert found(session, cast, "head_obs", "osprey") == []
    assert len(found(session, cast, "head_obs", "k" * 150)) == 1
