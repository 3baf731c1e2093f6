"""Handing in: the confirming page and the receipt."""

from __future__ import annotations

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.web.acting import acting, now_leads_to
from webapp.base.web.auth import current_actor, current_capacity, current_initiative, guarded
from webapp.base.web.present import present
from webapp.features.people import queries as people
from webapp.features.review import queries, service
from webapp.features.review.forms import HandInForm
from webapp.features.review.models import ContributionVersion, Round
from webapp.features.review.routes.blueprint import blueprint, round_of_page
from webapp.features.review.rules.contributions import block_hash, canonical, read_block
from webapp.features.review.rules.rounds import takes_contributions


@blueprint.route("/i/<slug>/rounds/<round_id>/contribution/hand-in", methods=["GET", "POST"])
@guarded(Permission.CONTRIBUTION_HAND_IN)
def hand_in(slug: str, round_id: str) -> ResponseReturnValue:
    """Look over the whole contribution, then hand it in."""
    round_ = round_of_page(round_id)
    form = HandInForm()
    if not form.validate_on_submit():
        return _look_over(slug, round_, form)
    try:
        with acting(url_for("review.contribution", slug=slug, round_id=round_id)) as work:
            version = service.hand_in(work, current_actor(), round_id, seen_hash=form.seen_hash.data or "")
            target = url_for("review.receipt", slug=slug, round_id=round_id, number=version.number)
            now_leads_to(work, target)
    except CodedError as error:
        form.place_error(None, error)
        return _look_over(slug, round_, form)
    flash(_("Your delegation’s contribution is handed in."), "ok")
    return redirect(target, code=303)


@blueprint.get("/i/<slug>/rounds/<round_id>/contribution/versions/<int:number>")
@guarded(Permission.COMMENT_DRAFT)
def receipt(slug: str, round_id: str, number: int) -> ResponseReturnValue:
    """What was handed in, when, by whom, and its hash."""
    round_ = round_of_page(round_id)
    version, latest = _version(round_, number)
    return render_template(
        "review/receipt.html",
        slug=slug,
        round=round_,
        version=version,
        block=read_block(version.content),
        others=queries.others_read(current_actor(), round_),
        latest=latest,
        person=people.person(db.session(), version.handed_in_by),
        runs=takes_contributions(round_.state, round_.closes_at, present()),
        seat=current_actor().seat_in(round_.initiative_id),
    )


@blueprint.get("/i/<slug>/rounds/<round_id>/contribution/versions/<int:number>.json")
@guarded(Permission.COMMENT_DRAFT)
def block(slug: str, round_id: str, number: int) -> ResponseReturnValue:
    """The bytes of which the hash on the receipt is taken."""
    round_ = round_of_page(round_id)
    version, _latest = _version(round_, number)
    name = f"contribution-round-{round_.number}-version-{number}.json"
    return Response(
        canonical(read_block(version.content)),
        mimetype="application/json",
        headers={"Content-Disposition": f"attachment; filename={name}"},
    )


def _version(round_: Round, number: int) -> tuple[ContributionVersion, int]:
    """A version of the own delegation, and the number of its latest."""
    session, actor = db.session(), current_actor()
    seat = actor.seat_in(current_initiative().id)
    assert seat is not None
    row = queries.version(session, actor, round_.id, seat.delegation_id, number)
    own = queries.own_contribution(session, actor, round_)
    return row, own.versions if own else number


def _look_over(slug: str, round_: Round, form: HandInForm) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    block = queries.draft_block(session, actor, round_)
    form.seen_hash.raw_data, form.seen_hash.data = None, block_hash(block)
    own = queries.own_contribution(session, actor, round_)
    page = render_template(
        "review/hand_in.html",
        slug=slug,
        round=round_,
        block=block,
        form=form,
        others=queries.others_read(actor, round_),
        capacity=current_capacity(),
        versions=own.versions if own else 0,
        runs=takes_contributions(round_.state, round_.closes_at, present()),
    )
    return page, 409 if form.errors else 200
