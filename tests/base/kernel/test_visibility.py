from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.access import spaces
from webapp.base.access.actor import Actor, Constituency, Office, OfficeKind, Seat, SeatRole, Standing
from webapp.base.access.spaces import Space
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.kernel.visibility import Audience, AudienceSpace, audience_of, readable_by

INITIATIVES = ("one", "two")
DELEGATIONS = ("a", "b")

every_space: st.SearchStrategy[Space] = st.one_of(
    st.just(spaces.PUBLIC),
    st.sampled_from(DELEGATIONS).map(spaces.of_delegation),
    st.sampled_from(INITIATIVES).map(spaces.all_delegations),
    st.sampled_from(INITIATIVES).map(spaces.members),
    st.sampled_from(INITIATIVES).map(spaces.chairs),
    st.sampled_from(INITIATIVES).map(spaces.secretariat),
    st.builds(spaces.constituency, st.sampled_from(INITIATIVES), st.sampled_from(list(Constituency))),
)
seats = st.builds(
    Seat,
    initiative_id=st.sampled_from(INITIATIVES),
    delegation_id=st.sampled_from(DELEGATIONS),
    delegation_code=st.just("A"),
    delegation_name=st.just("A"),
    constituency=st.sampled_from(list(Constituency)),
    standing=st.sampled_from(list(Standing)),
    role=st.sampled_from(list(SeatRole)),
)
offices = st.builds(Office, st.sampled_from(INITIATIVES), st.sampled_from(list(OfficeKind)))
actors = st.builds(
    Actor,
    person_id=st.just("p"),
    name=st.just("P"),
    seats=st.lists(seats, max_size=2).map(tuple),
    offices=st.lists(offices, max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    actor=actors,
    audiences=st.lists(st.frozensets(every_space, min_size=1, max_size=3), min_size=1, max_size=6),
)
def test_the_clause_keeps_exactly_what_the_predicate_allows(
    session: Session, actor: Actor, audiences: list[frozenset[Space]]
) -> None:
    with unit_of_work() as work:
        made = {audience_of(work.session, one): one for one in audiences}
    session.rollback()
    read = set(
        session.scalars(select(Audience.id).where(Audience.id.in_(made), readable_by(actor, Audience.id)))
    )
    assert read == {key for key, one in made.items() if spaces.may_read(actor.spaces, one)}


def test_equal_sets_are_one_audience(session: Session) -> None:
    wanted = [spaces.chairs("one"), spaces.secretariat("one")]
    with unit_of_work() as work:
        first = audience_of(work.session, wanted)
        assert audience_of(work.session, reversed(wanted)) == first
    session.rollback()
    assert len(list(session.scalars(select(AudienceSpace)))) == 2


def test_the_chairs_are_in_no_space_of_a_delegation() -> None:
    chair = Actor("p", "P", offices=(Office("one", OfficeKind.CO_CHAIR),))
    assert not spaces.may_read(chair.spaces, {spaces.of_delegation("a")})
    assert spaces.may_read(chair.spaces, {spaces.all_delegations("one")})
