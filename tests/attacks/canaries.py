"""One canary word in each confidential thing, and who may find it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.factories.cast import Cast
from tests.features.drafting import acts
from tests.features.drafting.acts import Draft
from tests.features.people.account import account_of
from tests.features.publishing.acts import publish
from tests.features.review import text as rounds
from tests.features.review.text import DAY, Move, TextUnderReview
from tests.support.passkeys import SoftKey
from webapp.base.access.actor import SYSTEM, OfficeKind, SeatRole
from webapp.base.kernel.clock import now
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import service as decisions
from webapp.features.decisions.rules.proposals import Proposal
from webapp.features.decisions.rules.transitions import ChairsAct, DecisionKind, SubjectKind
from webapp.features.drafting import service as drafting
from webapp.features.instruments import service as instruments
from webapp.features.instruments.rules.enums import ElementKind
from webapp.features.participants import service as participants
from webapp.features.people import service as people
from webapp.features.publishing.rules import ItemKind
from webapp.features.review import queries, service

CHAIRS = frozenset({"chair_phl", "chair_usa"})
OFFICERS = frozenset({"officer", "officer_free"})
UNION = frozenset({"head_mwuf", "alternate_mwuf", "delegate_mwuf", "adviser_mwuf"})


@dataclass(frozen=True)
class Canary:
    """A word that stands in one confidential thing only."""

    word: str
    stands_in: str
    readers: frozenset[str]
    """Names of the cast who may find it."""


CANARIES = (
    Canary("kestrelrolling", "the rolling text", CHAIRS),
    Canary("kestrelheading", "a heading of the rolling text", CHAIRS),
    Canary("kestreldecline", "the reason for declining a proposed revision", CHAIRS),
    Canary("kestrelunsent", "a draft that was not handed in before a round closed", UNION),
    Canary("kestrelreplaced", "a version that was handed in and replaced before a round closed", UNION),
    Canary("kestrelremoved", "a comment that was taken out of the draft", frozenset()),
    Canary("kestreldraft", "a comment in the draft of a round that is open", UNION),
    Canary("kestrelhanded", "a comment handed in to a round that is open", UNION),
    Canary("kestrelcovering", "a covering statement handed in to a round that is open", UNION),
    Canary("kestrelproposed", "a decision that was proposed and not opened", CHAIRS),
    Canary("kestrelturneddown", "the reason for declining a proposed decision", CHAIRS),
    Canary("kestrelpending", "the reason of an act that the other co-chair has not confirmed", CHAIRS),
    Canary("kestrelseat", "the address of somebody invited to a seat", OFFICERS | {"head_mwuf"}),
    Canary("kestreloffice", "the address of somebody invited to an office", OFFICERS | {"administrator"}),
    Canary("kestrelpasskey", "the name of a passkey", frozenset({"head_mwuf"})),
    Canary("kestrelmove", "an address that somebody asked to use instead", frozenset({"head_mwuf"})),
    Canary("kestrelvouch", "why somebody is helped back into the account", OFFICERS | {"head_mwuf"}),
)


@dataclass(frozen=True)
class Planted:
    """What was planted, and in which text and rounds."""

    draft: Draft
    closed_round: str
    open_round: str


def plant(cast: Cast, move: Move) -> Planted:
    """Let an initiative live as far as there is one of each confidential thing."""
    draft = acts.begin(cast)
    revision = draft.issue()
    publish(cast, ItemKind.REVISION, revision.id)
    publish(cast, ItemKind.MANDATE, cast.initiative_id)
    text = TextUnderReview(draft.instrument_id, revision.id, (draft.warning, draft.papers))
    closed = _round_that_closed(cast, text, move)
    running = _round_that_runs(cast, text, move)
    _rolling_text(cast, draft)
    _decisions(cast)
    _invitations(cast)
    _account(cast)
    return Planted(draft, closed, running)


def _round_that_closed(cast: Cast, text: TextUnderReview, move: Move) -> str:
    round_id = rounds.open_round(cast, text, move)
    replaced = rounds.write(cast, "delegate_mwuf", round_id, text.provisions[0], "Say kestrelreplaced.")
    rounds.hand_in(cast, "head_mwuf", round_id)
    _edit(cast, "delegate_mwuf", replaced, "Say who warns.")
    rounds.hand_in(cast, "head_mwuf", round_id)
    rounds.write(cast, "delegate_mwuf", round_id, None, "Say kestrelunsent.")
    rounds.close_round(cast, round_id, move)
    return round_id


def _round_that_runs(cast: Cast, text: TextUnderReview, move: Move) -> str:
    round_id = rounds.plan(cast, text)
    move(now(db.session()) + DAY + DAY / 24)
    with unit_of_work() as work:
        service.open_round(work, SYSTEM, round_id)
    removed = rounds.write(cast, "delegate_mwuf", round_id, text.provisions[0], "Say kestrelremoved.")
    with unit_of_work() as work:
        service.remove_comment(work, cast.actor("delegate_mwuf", work.session), removed, version=1)
    rounds.write(cast, "delegate_mwuf", round_id, text.provisions[1], "Say kestrelhanded.")
    with unit_of_work() as work:
        actor = cast.actor("alternate_mwuf", work.session)
        own = queries.own_contribution(
            work.session, actor, queries.round_(work.session, cast.initiative_id, round_id)
        )
        version = own.version if own else 1
        service.save_statement(work, actor, round_id, "We say kestrelcovering.", version=version)
    rounds.hand_in(cast, "alternate_mwuf", round_id)
    rounds.write(cast, "delegate_mwuf", round_id, None, "Say kestreldraft.")
    return round_id


def _edit(cast: Cast, who: str, draft_id: str, body: str) -> None:
    with unit_of_work() as work:
        actor = cast.actor(who, work.session)
        view = queries.draft(work.session, actor, cast.initiative_id, draft_id)
        text = service.CommentText(view.provision_id, "substantive", body, "en")
        service.edit_comment(work, actor, draft_id, text, version=view.version)


def _rolling_text(cast: Cast, draft: Draft) -> None:
    draft.edit(draft.warning, "States should say kestrelrolling in time.")
    revision_id = draft.propose()
    with unit_of_work() as work:
        drafting.decline_revision(
            work,
            cast.actor("chair_usa", work.session),
            cast.initiative_id,
            revision_id,
            reason="Not yet: kestreldecline.",
        )
    with unit_of_work() as work:
        instruments.add_element(
            work,
            cast.actor("chair_phl", work.session),
            cast.initiative_id,
            draft.instrument_id,
            kind=ElementKind.PRINCIPLE,
            title="On kestrelheading",
        )


def _decisions(cast: Cast) -> None:
    _propose(cast, "Shall kestrelproposed be agreed?")
    declined = _propose(cast, "Shall kestrelturneddown be asked?")
    opened = _propose(cast, "Shall the plenary meet in spring?")
    with unit_of_work() as work:
        decisions.decline(
            work, cast.actor("chair_usa", work.session), declined, "Not now: kestrelturneddown."
        )
    with unit_of_work() as work:
        decisions.confirm(work, cast.actor("chair_usa", work.session), opened)
    with unit_of_work() as work:
        chair = cast.actor("chair_phl", work.session)
        decisions.propose_act(work, chair, opened, ChairsAct.WITHDRAW, "It was kestrelpending.")


def _propose(cast: Cast, question: str) -> str:
    with unit_of_work() as work:
        proposal = Proposal(
            kind=DecisionKind.CALL,
            subject_kind=SubjectKind.QUESTION,
            subject_id=None,
            question=question,
            rule_key="simple_majority",
            closes_at=work.now() + 5 * DAY,
        )
        return decisions.propose(work, cast.actor("chair_phl", work.session), cast.initiative_id, proposal).id


def _invitations(cast: Cast) -> None:
    with unit_of_work() as work:
        participants.invite_to_seat(
            work,
            cast.actor("head_mwuf", work.session),
            cast.initiative_id,
            cast.delegations["MWUF"],
            role=SeatRole.ADVISER,
            email="kestrelseat@elsewhere.example",
            name="Somebody New",
        )
    with unit_of_work() as work:
        participants.invite_to_office(
            work,
            cast.actor("officer_free", work.session),
            cast.initiative_id,
            kind=OfficeKind.SECRETARIAT,
            email="kestreloffice@elsewhere.example",
            name="Somebody Else",
        )


def _account(cast: Cast) -> None:
    """Somebody changes the ways into the own account, and is being helped."""
    account = account_of(cast, "head_mwuf")
    account.add_passkey(SoftKey(), "kestrelpasskey")
    account.act(
        lambda work, me: people.ask_address_change(
            work, me, account.session_id, "sign_in", "kestrelmove@own.example"
        )
    )
    with unit_of_work() as work:
        officer = cast.actor("officer", work.session)
        participants.help_back_in(work, officer, cast.initiative_id, account.id, "Her voice: kestrelvouch.")
