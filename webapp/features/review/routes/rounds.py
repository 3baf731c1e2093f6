"""The rounds of an initiative: list, planning, board, concluding."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.actor import Actor
from webapp.base.access.attribution import Attribution
from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.web.acting import acting, now_leads_to
from webapp.base.web.auth import current_actor, current_capacity, current_initiative, guarded
from webapp.base.web.present import present
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.rules import Procedure, read_procedure
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.models import Revision
from webapp.features.participants import queries as participants
from webapp.features.review import queries, service
from webapp.features.review.forms import AnswerForm, ConcludeForm, RoundForm
from webapp.features.review.models import Round
from webapp.features.review.queries import CommentView, Quote
from webapp.features.review.routes.blueprint import blueprint, round_of_page
from webapp.features.review.rules.rounds import RoundState, check_moments, takes_contributions

LISTED = 30
"""How many unanswered comments stand beside the desk; the whole list has its own page."""


@dataclass(frozen=True)
class Desk:
    """The disposition desk: what is left, and the comment that is being answered."""

    listed: list[CommentView]
    selected: CommentView | None
    next: CommentView | None
    quote: Quote | None
    form: AnswerForm | None
    theirs: str | None
    """The reason that another officer recorded meanwhile."""
    may_answer: bool


@blueprint.get("/i/<slug>/rounds")
@guarded(Permission.INITIATIVE_READ)
def rounds(slug: str) -> ResponseReturnValue:
    """Every round, and for chairs and secretariat the way to plan one."""
    initiative = current_initiative()
    return render_template(
        "review/rounds.html",
        slug=slug,
        rounds=queries.rounds(db.session(), initiative.id),
        may_plan=allowed(current_actor(), Permission.ROUND_PLAN, Subject(initiative.id)),
        has_revision=bool(_revisions()),
    )


@blueprint.route("/i/<slug>/rounds/plan", methods=["GET", "POST"])
@guarded(Permission.ROUND_PLAN)
def plan(slug: str) -> ResponseReturnValue:
    """Plan a round: the form, then a page that says what it does."""
    form = RoundForm()
    revisions = _revisions()
    form.offer_revisions(revisions)
    form.attribution.data = form.attribution.data or _procedure().attribution.value
    if not form.validate_on_submit() or "change" in request.form:
        return _plan_page(form, slug, revisions)
    assert form.opens_at.data is not None
    assert form.closes_at.data is not None
    try:
        check_moments(form.opens_at.data, form.closes_at.data, present())
        if not form.confirmed.data:
            return _plan_page(form, slug, revisions, confirming=True)
        with acting(url_for("review.rounds", slug=slug)) as work:
            round_ = service.plan_round(
                work,
                current_actor(),
                current_initiative().id,
                revision_id=form.revision_id.data,
                title=form.title.data or "",
                opens_at=form.opens_at.data,
                closes_at=form.closes_at.data,
                attribution=Attribution(form.attribution.data),
            )
            target = url_for("review.round", slug=slug, round_id=round_.id)
            now_leads_to(work, target)
    except CodedError as error:
        form.place_error(None, error)
        return _plan_page(form, slug, revisions)
    flash(_("The round is planned. It opens by itself; every delegation is told when it does."), "ok")
    return redirect(target, code=303)


@blueprint.get("/i/<slug>/rounds/<round_id>", endpoint="round")
@guarded(Permission.INITIATIVE_READ)
def round_page(slug: str, round_id: str) -> ResponseReturnValue:
    """The board, and once the round is closed, the desk."""
    return board_page(slug, round_of_page(round_id), request.args.get("comment"))


@blueprint.route("/i/<slug>/rounds/<round_id>/conclude", methods=["GET", "POST"])
@guarded(Permission.ROUND_CONCLUDE)
def conclude(slug: str, round_id: str) -> ResponseReturnValue:
    """Conclude a closed round."""
    round_ = round_of_page(round_id)
    form = ConcludeForm()
    board = url_for("review.round", slug=slug, round_id=round_id)
    if form.validate_on_submit():
        try:
            with acting(board) as work:
                service.conclude_round(work, current_actor(), round_id)
        except CodedError as error:
            form.place_error(None, error)
        else:
            flash(_("The round is concluded. Every delegation is told."), "ok")
            return redirect(board, code=303)
    page = render_template(
        "review/conclude.html",
        slug=slug,
        round=round_,
        form=form,
        capacity=current_capacity(),
        unanswered=queries.unanswered(db.session(), round_.id) if round_.closed_at else None,
        counts=queries.dispositions_of_round(db.session(), round_.id) if round_.closed_at else [],
    )
    return page, 409 if form.errors else 200


def board_page(
    slug: str,
    round_: Round,
    comment_id: str | None,
    form: AnswerForm | None = None,
    theirs: str | None = None,
) -> ResponseReturnValue:
    """The page of a round; `form` is an answer that could not be recorded, `theirs` the reason that stands."""
    session, actor = db.session(), current_actor()
    published = round_.closed_at is not None
    at_desk = published and allowed(actor, Permission.COMMENT_ANSWER, Subject(round_.initiative_id))
    page = render_template(
        "review/round.html",
        slug=slug,
        round=round_,
        revision=instruments.revision(session, round_.initiative_id, round_.revision_id),
        terms=queries.terms_of(round_),
        board=queries.board(session, actor, round_),
        published=published,
        runs=takes_contributions(round_.state, round_.closes_at, present()),
        total=queries.count_of_comments(session, round_.id) if published else 0,
        unanswered=queries.unanswered(session, round_.id) if published else 0,
        may_conclude=allowed(actor, Permission.ROUND_CONCLUDE, Subject(round_.initiative_id)),
        seat=actor.seat_in(round_.initiative_id),
        desk=_desk(actor, round_, comment_id, form, theirs) if at_desk else None,
        RoundState=RoundState,
    )
    return page, 422 if form is not None else 200


def next_after(selected: CommentView | None, unanswered: list[CommentView]) -> CommentView | None:
    """The next comment without a disposition in reading order; from the beginning where none follows."""
    others = [view for view in unanswered if selected is None or view.id != selected.id]
    following = (view for view in others if selected is None or view.order > selected.order)
    return next(following, others[0] if others else None)


def _selected(
    actor: Actor, round_: Round, comment_id: str | None, unanswered: list[CommentView]
) -> CommentView | None:
    if comment_id:
        view = queries.comment(db.session(), actor, round_.initiative_id, comment_id)
        return view if view.round_id == round_.id else None
    return next((view for view in unanswered if _may_answer(actor, round_, view)), None)


def _may_answer(actor: Actor, round_: Round, view: CommentView) -> bool:
    seat = actor.seat_in(round_.initiative_id)
    subject = Subject(round_.initiative_id, seat.delegation_id if seat and view.is_own else None)
    return round_.state == RoundState.CLOSED and allowed(actor, Permission.COMMENT_ANSWER, subject)


def _quote(round_: Round, view: CommentView | None) -> Quote | None:
    if view is None or view.provision_id is None:
        return None
    return queries.quote(db.session(), round_, view.provision_id, view.span)


def _desk(
    actor: Actor, round_: Round, comment_id: str | None, form: AnswerForm | None, theirs: str | None
) -> Desk:
    left = queries.comments_of_round(db.session(), actor, round_.id, unanswered_only=True)
    selected = _selected(actor, round_, comment_id, left)
    may_answer = selected is not None and _may_answer(actor, round_, selected)
    if form is None and selected is not None:
        form = AnswerForm(
            formdata=None,
            disposition=selected.disposition,
            reason=selected.reason,
            version=selected.version,
        )
    return Desk(
        left[:LISTED],
        selected,
        next_after(selected, left),
        _quote(round_, selected),
        form,
        theirs,
        may_answer,
    )


def _procedure() -> Procedure:
    return read_procedure(initiatives.initiative(db.session(), current_initiative().id).procedure)


def _revisions() -> list[Revision]:
    session = db.session()
    return [
        revision
        for instrument in instruments.instruments(session, current_initiative().id)
        for revision in reversed(instruments.issued_revisions(session, instrument.id))
    ]


def _plan_page(
    form: RoundForm, slug: str, revisions: list[Revision], *, confirming: bool = False
) -> ResponseReturnValue:
    chosen = next((row for row in revisions if row.id == form.revision_id.data), None)
    page = render_template(
        "review/plan_confirm.html" if confirming else "review/plan.html",
        slug=slug,
        form=form,
        revisions=revisions,
        chosen=chosen,
        capacity=current_capacity(),
        delegations=participants.delegations(db.session(), current_initiative().id),
    )
    return page, 422 if form.errors else 200
