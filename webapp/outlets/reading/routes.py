"""Reading: the page of each revision, its snapshot to be checked, and any two revisions compared."""

from __future__ import annotations

from collections.abc import Sequence

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
from webapp.base.web.page import present
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.queries import Issued, RevisionCard
from webapp.features.instruments.rules.comparison import comparison
from webapp.features.publishing import queries as publishing
from webapp.features.publishing.models import Publication
from webapp.features.publishing.rules import ItemKind
from webapp.features.review import queries as review
from webapp.features.review.forms import CommentForm
from webapp.outlets.reading.facts import facts_of
from webapp.outlets.reading.text_page import Asked, text_page

blueprint = Blueprint("reading", __name__)


@blueprint.get("/i/<slug>/text")
@blueprint.get("/i/<slug>/text/<int:ordinal>")
@guarded(Permission.TEXT_READ)
def text(slug: str, ordinal: int | None = None) -> ResponseReturnValue:
    """A revision at its permanent address; without an ordinal the current one. `?open=` opens comments."""
    session, actor, initiative = db.session(), current_actor(), current_initiative()
    facts = facts_of(session, initiative)
    if not facts.texts and ordinal is None:
        return _nothing_yet(slug, None)
    instrument = _chosen(facts.texts)
    cards = instrument.cards
    if not cards and ordinal is None:
        return _nothing_yet(slug, instrument)
    card = cards[-1] if ordinal is None else _card(cards, ordinal)
    current = cards[-1]
    open_id = request.args.get("open")
    ahead = facts.rounds_on(card.id)
    round_ = review.open_to(actor, ahead, present())
    return render_template(
        "reading/text.html",
        slug=slug,
        instrument=instrument,
        instruments=facts.texts,
        revision=card,
        cards=cards,
        current=current,
        shown=text_page(session, actor, facts, Asked(initiative, card.id, card == current, open_id)),
        open_id=open_id,
        round=round_,
        others=review.others_read(actor, round_) if round_ is not None else None,
        ahead=ahead[0] if ahead else None,
        form=CommentForm(formdata=None) if round_ is not None and open_id else None,
        may_draft=allowed(actor, Permission.TEXT_DRAFT, Subject(initiative.id)),
        publication=_publication(actor, initiative.id, card.id),
        public_url=current_settings().public_url,
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


def _publication(actor: Actor, initiative_id: str, revision_id: str) -> Publication | None:
    """The revision's publication, which only matters to whom may publish."""
    if not allowed(actor, Permission.ITEM_PUBLISH, Subject(initiative_id)):
        return None
    return publishing.publication_of(db.session(), ItemKind.REVISION, revision_id)


def _nothing_yet(slug: str, instrument: Issued | None) -> str:
    subject = Subject(current_initiative().id)
    may_draft = allowed(current_actor(), Permission.TEXT_DRAFT, subject)
    return render_template("reading/nothing_yet.html", slug=slug, instrument=instrument, may_draft=may_draft)


def _chosen(rows: Sequence[Issued]) -> Issued:
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
