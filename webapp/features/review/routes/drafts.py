"""The own delegation's draft: its comments and covering statement."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Stale
from webapp.base.web.acting import acting
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.base.web.present import present
from webapp.features.instruments import queries as instruments
from webapp.features.participants import queries as participants
from webapp.features.review import queries, service
from webapp.features.review.forms import CommentForm, RemoveForm, StatementForm
from webapp.features.review.models import Round
from webapp.features.review.queries import CommentView, Place
from webapp.features.review.routes.blueprint import blueprint, round_of_page
from webapp.features.review.rules.contributions import block_hash
from webapp.features.review.rules.rounds import takes_contributions
from webapp.features.review.service import CommentText


@blueprint.route("/i/<slug>/rounds/<round_id>/contribution", methods=["GET", "POST"])
@guarded(Permission.COMMENT_DRAFT)
def contribution(slug: str, round_id: str) -> ResponseReturnValue:
    """The own draft; posting saves the covering statement."""
    round_ = round_of_page(round_id)
    form = StatementForm()
    if not form.validate_on_submit():
        return _contribution_page(slug, round_, None if request.method == "GET" else form)
    here = url_for("review.contribution", slug=slug, round_id=round_id)
    target = url_for("review.hand_in", slug=slug, round_id=round_id) if "look_over" in request.form else here
    try:
        with acting(target) as work:
            service.save_statement(
                work, current_actor(), round_id, form.statement.data or "", version=form.version.known
            )
    except Stale as error:
        form.place_error("statement", error)
        return _contribution_page(slug, round_, form, stale=error)
    except CodedError as error:
        form.place_error("statement", error)
        return _contribution_page(slug, round_, form)
    if target == here:
        flash(_("The covering statement is saved in your draft."), "ok")
    return redirect(target, code=303)


@blueprint.route("/i/<slug>/rounds/<round_id>/contribution/add", methods=["GET", "POST"])
@guarded(Permission.COMMENT_DRAFT)
def add_comment(slug: str, round_id: str) -> ResponseReturnValue:
    """Write a comment into the draft."""
    round_ = round_of_page(round_id)
    form = CommentForm()
    if request.method == "GET":
        if not takes_contributions(round_.state, round_.closes_at, present()):
            return redirect(url_for("review.contribution", slug=slug, round_id=round_id))
        form.provision_id.data = request.args.get("provision", "")
    _offer_places(form, round_)
    if form.validate_on_submit():
        target = _back(form, slug, round_id)
        try:
            with acting(target) as work:
                service.add_comment(work, current_actor(), round_id, _comment_text(form))
        except CodedError as error:
            form.place_error(error.field or "body", error)
        else:
            flash(
                _("The comment is in your delegation’s draft. Nobody else sees it before you hand in."), "ok"
            )
            return redirect(target, code=303)
    return _comment_page("review/add_comment.html", slug, round_, form)


@blueprint.route("/i/<slug>/drafts/<draft_id>", methods=["GET", "POST"])
@guarded(Permission.COMMENT_DRAFT)
def edit_comment(slug: str, draft_id: str) -> ResponseReturnValue:
    """Change a comment of the draft."""
    view = _draft(draft_id)
    round_ = round_of_page(view.round_id)
    form = CommentForm() if request.method == "POST" else _filled(view)
    _offer_places(form, round_)
    target = url_for("review.contribution", slug=slug, round_id=view.round_id, _anchor=f"c-{draft_id}")
    if not form.validate_on_submit():
        return _comment_page("review/edit_comment.html", slug, round_, form, view=view)
    try:
        with acting(target) as work:
            service.edit_comment(
                work, current_actor(), draft_id, _comment_text(form), version=form.version.known
            )
    except Stale as error:
        form.place_error("body", error)
        form.version.raw_data, form.version.data = None, _draft(draft_id).version
        return _comment_page("review/edit_comment.html", slug, round_, form, view=view, stale=error)
    except CodedError as error:
        form.place_error(error.field or "body", error)
        return _comment_page("review/edit_comment.html", slug, round_, form, view=view)
    flash(_("The comment is changed in your delegation’s draft."), "ok")
    return redirect(target, code=303)


@blueprint.route("/i/<slug>/drafts/<draft_id>/remove", methods=["GET", "POST"])
@guarded(Permission.COMMENT_DRAFT)
def remove_comment(slug: str, draft_id: str) -> ResponseReturnValue:
    """Take a comment out of the draft."""
    view = _draft(draft_id)
    form = RemoveForm(version=view.version) if request.method == "GET" else RemoveForm()
    target = url_for("review.contribution", slug=slug, round_id=view.round_id)
    if form.validate_on_submit():
        try:
            with acting(target) as work:
                service.remove_comment(work, current_actor(), draft_id, version=form.version.known)
        except CodedError as error:
            form.place_error(None, error)
            form.version.raw_data, form.version.data = None, view.version
        else:
            flash(_("The comment is out of your delegation’s draft."), "ok")
            return redirect(target, code=303)
    page = render_template(
        "review/remove_comment.html", slug=slug, comment=view, form=form, round=round_of_page(view.round_id)
    )
    return page, 409 if form.errors else 200


def _contribution_page(
    slug: str, round_: Round, form: StatementForm | None, *, stale: Stale | None = None
) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    own = queries.own_contribution(session, actor, round_)
    seat = actor.seat_in(round_.initiative_id)
    assert seat is not None
    shown = form or StatementForm(
        formdata=None, statement=own.covering_statement if own else "", version=own.version if own else 1
    )
    if stale is not None:
        shown.version.raw_data, shown.version.data = None, own.version if own else 1
    versions = queries.versions(session, actor, round_.id, seat.delegation_id)
    block = queries.draft_block(session, actor, round_)
    subject = Subject(round_.initiative_id, seat.delegation_id)
    page = render_template(
        "review/contribution.html",
        slug=slug,
        round=round_,
        revision=instruments.revision(session, round_.initiative_id, round_.revision_id),
        form=shown,
        others=queries.others_read(actor, round_),
        stale=stale,
        seat=seat,
        drafts=queries.drafts(session, actor, round_.id),
        versions=versions,
        is_changed=bool(versions) and versions[0].hash != block_hash(block),
        runs=takes_contributions(round_.state, round_.closes_at, present()),
        may_hand_in=allowed(actor, Permission.CONTRIBUTION_HAND_IN, subject),
        speakers=participants.speakers(session, seat.delegation_id),
    )
    return page, 422 if form is not None else 200


def _comment_page(
    template: str,
    slug: str,
    round_: Round,
    form: CommentForm,
    *,
    view: CommentView | None = None,
    stale: Stale | None = None,
) -> ResponseReturnValue:
    session = db.session()
    provision = quote = None
    if form.provision_id.data:
        provision = queries.provision(session, round_, form.provision_id.data)
        quote = queries.quote(session, round_, provision.provision_id)
    page = render_template(
        template,
        slug=slug,
        round=round_,
        revision=instruments.revision(session, round_.initiative_id, round_.revision_id),
        provision=provision,
        quote=quote,
        form=form,
        others=queries.others_read(current_actor(), round_),
        comment=view,
        stale=stale,
    )
    return page, 422 if form.errors else 200


def _offer_places(form: CommentForm, round_: Round) -> None:
    """Where the words stand several times, offer the places to choose from."""
    found: list[Place] = []
    if form.provision_id.data and form.words.data:
        found = queries.places(db.session(), round_, form.provision_id.data, form.words.data)
    several = found if len(found) > 1 else []
    form.offer_places(
        (
            place.start,
            _(
                "“… %(before)s»%(words)s«%(after)s …”",
                before=place.before,
                words=place.words,
                after=place.after,
            ),
        )
        for place in several
    )


def _comment_text(form: CommentForm) -> CommentText:
    return CommentText(
        provision_id=form.provision_id.data or None,
        kind=form.kind.data,
        body=form.body.data or "",
        language=form.language.data,
        words=form.words.data or "",
        place=form.chosen_place,
    )


def _filled(view: CommentView) -> CommentForm:
    return CommentForm(
        formdata=None,
        provision_id=view.provision_id or "",
        words=view.words,
        place=None if view.words_start is None else str(view.words_start),
        kind=view.kind,
        body=view.body,
        language=view.language,
        version=view.version,
    )


def _draft(draft_id: str) -> CommentView:
    return queries.draft(db.session(), current_actor(), current_initiative().id, draft_id)


def _back(form: CommentForm, slug: str, round_id: str) -> str:
    """The page of this initiative from which the form came, else the draft."""
    back = form.back.data or ""
    if back.startswith(f"/i/{slug}/") and "\\" not in back and not any(ord(sign) < 33 for sign in back):
        return back
    return url_for("review.contribution", slug=slug, round_id=round_id)
