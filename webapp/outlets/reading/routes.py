"""Reading: the page of each revision, its snapshot to be checked, and any two revisions compared."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.base.access.actor import Actor
from webapp.base.access.guard import allowed
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.settings import current_settings
from webapp.base.web.auth import current_actor, current_initiative, guarded
from webapp.base.web.present import present
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.queries import RevisionCard
from webapp.features.instruments.rules.comparison import comparison
from webapp.features.publishing import queries as publishing
from webapp.features.publishing.models import Publication
from webapp.features.publishing.rules import ItemKind
from webapp.features.review import queries as review
from webapp.features.review.forms import CommentForm
from webapp.features.review.rules.rounds import RoundState
from webapp.outlets.reading.facts import TextOf, facts_of
from webapp.outlets.reading.going import answer_to
from webapp.outlets.reading.text_page import WHOLE_TEXT, Asked, text_page

blueprint = Blueprint("reading", __name__)


class View(StrEnum):
    """How the text of a revision is shown: with what is said about it, alone, or against an earlier one."""

    WORKING = ""
    CLEAN = "clean"
    CHANGES = "changes"


@blueprint.get("/i/<slug>/text")
@blueprint.get("/i/<slug>/text/<int:ordinal>")
@guarded(Permission.TEXT_READ)
def text(slug: str, ordinal: int | None = None) -> ResponseReturnValue:
    """A revision at its permanent address; without an ordinal the current one.

    `?open=` opens comments; `?view=` shows the text alone, or against an earlier revision (`since`).
    """
    session, actor, initiative = db.session(), current_actor(), current_initiative()
    facts = facts_of(session, initiative)
    if not facts.texts and ordinal is None:
        return _nothing_yet(slug, None)
    instrument = _chosen(facts.texts)
    cards = instrument.cards
    if not cards and ordinal is None:
        return _nothing_yet(slug, instrument)
    card = cards[-1] if ordinal is None else _card(cards, ordinal)
    view, before = _view(cards, card)
    ahead = review.rounds_ahead(session, card.id)
    round_ = review.open_among(ahead, actor, present())
    asked = Asked(
        revision_id=card.id,
        current_id=cards[-1].id,
        open_id=request.args.get("open"),
        before_id=before.id if before else None,
        drafting=any(row.state == RoundState.OPEN for row in ahead),
        alone=view is View.CLEAN,
    )
    more: dict[str, Any] = {} if instrument == facts.texts[0] else {"instrument": instrument.id}
    this_revision = partial(url_for, "reading.text", slug=slug, ordinal=card.ordinal, **more)
    return render_template(
        "reading/clean.html" if asked.alone else "reading/text.html",
        slug=slug,
        more=more,
        this_revision=this_revision,
        as_shown=partial(this_revision, view=view or None, since=before.ordinal if before else None),
        current_text=partial(url_for, "reading.text", slug=slug, ordinal=cards[-1].ordinal, **more),
        instrument=instrument,
        instruments=facts.texts,
        revision=card,
        cards=cards,
        current=cards[-1],
        view=view,
        before=before,
        shown=text_page(session, actor, initiative, facts, asked),
        open_id=asked.open_id,
        round=round_,
        others=review.others_read(actor, round_) if round_ is not None else None,
        ahead=ahead[0] if ahead else None,
        form=CommentForm(formdata=None) if round_ is not None and asked.open_id else None,
        may_draft=allowed(actor, Permission.TEXT_DRAFT, Subject(initiative.id)),
        publication=None if asked.alone else _publication(actor, initiative.id, card.id),
        public_url=current_settings().public_url,
    )


@blueprint.get("/i/<slug>/text/comments/<comment_id>")
@guarded(Permission.TEXT_READ)
def comment(slug: str, comment_id: str) -> ResponseReturnValue:
    """The permanent address of a comment: it leads to the comment, opened under its provision."""
    found = review.whereabouts(db.session(), current_actor(), current_initiative().id, comment_id)
    return redirect(
        url_for(
            "reading.text",
            slug=slug,
            ordinal=found.revision_ordinal,
            instrument=found.instrument_id,
            open=found.provision_id or WHOLE_TEXT,
            _anchor=f"c-{found.shown_id}",
        )
    )


@blueprint.get("/i/<slug>/go")
@guarded(Permission.TEXT_READ)
def go(slug: str) -> ResponseReturnValue:
    """To the one place that is meant by `?to=`; where several fit, or none, a page that says so."""
    return answer_to(
        slug, request.args.get("to", ""), request.args.get("in", type=int), request.args.get("instrument")
    )


@blueprint.get("/i/<slug>/text/<int:ordinal>.json")
@guarded(Permission.TEXT_READ)
def snapshot(slug: str, ordinal: int) -> ResponseReturnValue:
    """The canonical bytes of a revision: their SHA-256 is the hash on its page."""
    session, initiative_id = db.session(), current_initiative().id
    card = _card(_chosen(facts_of(session, current_initiative()).texts).cards, ordinal)
    revision = instruments.revision(session, initiative_id, card.id)
    answer = Response(revision.snapshot.encode(), mimetype="application/json")
    name = card.symbol.replace("/", "-")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return answer


@blueprint.get("/i/<slug>/compare")
@guarded(Permission.TEXT_READ)
def compare(slug: str) -> ResponseReturnValue:
    """Any two revisions, word by word. Without a choice, the current one against the one before it."""
    session, initiative_id = db.session(), current_initiative().id
    instrument = _chosen(facts_of(session, current_initiative()).texts)
    cards = instrument.cards
    if len(cards) < 2:
        return redirect(url_for("reading.text", slug=slug))
    new = _card(cards, request.args.get("to", cards[-1].ordinal, type=int))
    before = next((card for card in reversed(cards) if card.ordinal < new.ordinal), cards[0])
    old = _card(cards, request.args.get("from", before.ordinal, type=int))
    whole_text = request.args.get("show") == "all"
    texts = [
        instruments.snapshot_of(instruments.revision(session, initiative_id, card.id)) for card in (old, new)
    ]
    return render_template(
        "reading/compare.html",
        slug=slug,
        instrument=instrument,
        cards=cards,
        old=old,
        new=new,
        whole_text=whole_text,
        side_by_side=request.args.get("view") == "side",
        compared=comparison(*texts, whole_text=whole_text),
    )


def _view(cards: Sequence[RevisionCard], card: RevisionCard) -> tuple[View, RevisionCard | None]:
    """How the text is shown, and the earlier revision against which it is; raises NotFound where there is none such."""
    asked = request.args.get("view")
    if asked == View.CLEAN:
        return View.CLEAN, None
    if asked != View.CHANGES:
        return View.WORKING, None
    earlier = [one for one in cards if one.ordinal < card.ordinal]
    if not earlier:
        raise NotFound()
    return View.CHANGES, _card(earlier, request.args.get("since", earlier[-1].ordinal, type=int))


def _publication(actor: Actor, initiative_id: str, revision_id: str) -> Publication | None:
    """The revision's publication, which only matters to whom may publish."""
    if not allowed(actor, Permission.ITEM_PUBLISH, Subject(initiative_id)):
        return None
    return publishing.publication_of(db.session(), ItemKind.REVISION, revision_id)


def _nothing_yet(slug: str, instrument: TextOf | None) -> str:
    subject = Subject(current_initiative().id)
    may_draft = allowed(current_actor(), Permission.TEXT_DRAFT, subject)
    return render_template("reading/nothing_yet.html", slug=slug, instrument=instrument, may_draft=may_draft)


def _chosen(rows: Sequence[TextOf]) -> TextOf:
    """The instrument that `?instrument=` names, else the first; raises NotFound."""
    named = request.args.get("instrument")
    row = next((row for row in rows if named in (None, row.id)), None)
    if row is None:
        raise NotFound()
    return row


def _card(cards: Sequence[RevisionCard], ordinal: int) -> RevisionCard:
    card = next((card for card in cards if card.ordinal == ordinal), None)
    if card is None:
        raise NotFound()
    return card
