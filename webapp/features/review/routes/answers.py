"""Comments of a closed round and their answers."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, NotFound, Stale
from webapp.base.web.acting import acting
from webapp.base.web.addresses import asked_number
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.features.instruments import queries as instruments
from webapp.features.participants import queries as participants
from webapp.features.review import queries, service
from webapp.features.review.forms import AnswerForm
from webapp.features.review.queries import CommentView
from webapp.features.review.routes.blueprint import blueprint, round_of_page
from webapp.features.review.routes.rounds import board_page, next_after
from webapp.features.review.rules.contributions import read_block

ON_A_PAGE = 100


@blueprint.post("/i/<slug>/rounds/<round_id>/comments/<comment_id>/answer")
@guarded(Permission.COMMENT_ANSWER)
def answer(slug: str, round_id: str, comment_id: str) -> ResponseReturnValue:
    """Record a disposition, then show the next comment without one."""
    round_ = round_of_page(round_id)
    view = queries.comment(db.session(), current_actor(), current_initiative().id, comment_id)
    form = AnswerForm()
    theirs = None
    if form.validate_on_submit():
        try:
            with acting(url_for("review.round", slug=slug, round_id=round_id, _anchor="desk")) as work:
                service.answer(
                    work,
                    current_actor(),
                    comment_id,
                    disposition=form.disposition.data,
                    reason=form.reason.data or "",
                    version=form.version.known,
                )
        except Stale as error:
            theirs = error.theirs
            form.place_error("reason", error)
            fresh = queries.comment(db.session(), current_actor(), current_initiative().id, comment_id)
            form.version.raw_data, form.version.data = None, fresh.version
        except CodedError as error:
            form.place_error(error.field or "reason", error)
        else:
            flash(_("The answer to %(number)s is recorded.", number=view.register_number), "ok")
            return redirect(_next(slug, view), code=303)
    return board_page(slug, round_, comment_id, form, theirs)


@blueprint.get("/i/<slug>/rounds/<round_id>/comments")
@guarded(Permission.INITIATIVE_READ)
def comments(slug: str, round_id: str) -> ResponseReturnValue:
    """The comments of a closed round, a page at a time."""
    round_ = round_of_page(round_id)
    if round_.closed_at is None:
        raise NotFound()
    only_unanswered = request.args.get("only") == "unanswered"
    page_number = asked_number("page", 1)
    session = db.session()
    found = queries.comments_of_round(
        session,
        current_actor(),
        round_.id,
        unanswered_only=only_unanswered,
        limit=ON_A_PAGE,
        offset=(page_number - 1) * ON_A_PAGE,
    )
    every = queries.count_of_comments(session, round_.id)
    unanswered = queries.unanswered(session, round_.id)
    return render_template(
        "review/comments.html",
        slug=slug,
        round=round_,
        revision=instruments.revision(session, round_.initiative_id, round_.revision_id),
        terms=queries.terms_of(round_),
        statements=queries.covering_statements(session, current_actor(), round_),
        comments=found,
        every=every,
        unanswered=unanswered,
        only_unanswered=only_unanswered,
        page_number=page_number,
        pages=-(-(unanswered if only_unanswered else every) // ON_A_PAGE),
    )


@blueprint.get("/i/<slug>/comments/<comment_id>")
@guarded(Permission.INITIATIVE_READ)
def comment(slug: str, comment_id: str) -> ResponseReturnValue:
    """The permanent address of a comment."""
    session, actor = db.session(), current_actor()
    initiative_id = current_initiative().id
    view = queries.comment(session, actor, initiative_id, comment_id)
    round_ = queries.round_(session, initiative_id, view.round_id)
    quote = queries.quote(session, round_, view.provision_id, view.span) if view.provision_id else None
    return render_template(
        "review/comment.html",
        slug=slug,
        round=round_,
        terms=queries.terms_of(round_),
        revision=instruments.revision(session, initiative_id, round_.revision_id),
        comment=view,
        quote=quote,
    )


@blueprint.get("/i/<slug>/rounds/<round_id>/contributions/<delegation_id>")
@guarded(Permission.INITIATIVE_READ)
def delegation_contribution(slug: str, round_id: str, delegation_id: str) -> ResponseReturnValue:
    """What a delegation handed in, once the round is closed; where names are hidden, for itself alone."""
    session, actor = db.session(), current_actor()
    round_ = round_of_page(round_id)
    delegation = participants.delegation(session, current_initiative().id, delegation_id)
    versions = queries.versions(session, actor, round_.id, delegation.id)
    if round_.closed_at is None or not versions:
        raise NotFound()
    return render_template(
        "review/delegation_contribution.html",
        slug=slug,
        round=round_,
        revision=instruments.revision(session, round_.initiative_id, round_.revision_id),
        delegation=delegation,
        version=versions[0],
        block=read_block(versions[0].content),
        comments=queries.comments_of_delegation(session, actor, round_, delegation.id),
    )


def _next(slug: str, answered: CommentView) -> str:
    """The desk with the next comment that has no disposition."""
    left = queries.comments_of_round(db.session(), current_actor(), answered.round_id, unanswered_only=True)
    following = next_after(answered, left)
    return url_for(
        "review.round",
        slug=slug,
        round_id=answered.round_id,
        comment=following.id if following else None,
        _anchor="desk",
    )
