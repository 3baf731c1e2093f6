"""Pages of notices: the own inbox, who is told what, and what could not be delivered."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.access.permissions import Permission
from webapp.base.kernel.db import db
from webapp.base.kernel.settings import current_settings
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.acting import acting
from webapp.base.web.addresses import asked_number
from webapp.base.web.auth import PERSON, current_actor, current_initiative, guarded, signed_in
from webapp.base.web.language import reader_locale, reader_zone
from webapp.base.web.page import PageContext
from webapp.outlets.notifications import queries, service
from webapp.outlets.notifications.letters import Reader, reader_of
from webapp.outlets.notifications.matters import path_of
from webapp.outlets.notifications.printed import printed_catalogue

blueprint = Blueprint("notifications", __name__)

PAGE_SIZE = 20


@blueprint.get("/inbox")
@guarded(PERSON)
def inbox() -> ResponseReturnValue:
    """Every notice to me, newest first."""
    actor = current_actor()
    number = asked_number("page", 1)
    page = queries.inbox(db.session(), actor, page_reader(), current_settings(), page=number, size=PAGE_SIZE)
    return render_template("notifications/inbox.html", inbox=page)


@blueprint.get("/inbox/<delivery_id>", endpoint="open")
@guarded(PERSON)
def open_notice(delivery_id: str) -> ResponseReturnValue:
    """Note that the notice was opened, and go to what it is about."""
    actor = current_actor()
    row = queries.readable_notice(db.session(), actor, delivery_id)
    place = queries.place_of(db.session(), row, current_settings())
    if row.read_at is None:
        with unit_of_work() as work:
            service.mark_read(work, actor, delivery_id)
    return redirect(path_of(place), code=303)


@blueprint.post("/inbox/read")
@guarded(PERSON)
def mark_all_read() -> ResponseReturnValue:
    """Mark the whole inbox as read."""
    with acting(url_for("notifications.inbox")) as work:
        service.mark_all_read(work, current_actor())
    flash(_("Every notice is marked as read."))
    return redirect(url_for("notifications.inbox"), code=303)


@blueprint.get("/who-is-told-what")
@guarded(PERSON)
def catalogue() -> ResponseReturnValue:
    """The catalogue of notices, as a page."""
    return render_template("notifications/catalogue.html", printed=printed_catalogue())


@blueprint.get("/i/<slug>/undelivered")
@guarded(Permission.NOTICE_RESEND)
def undelivered(slug: str) -> ResponseReturnValue:
    """Mails that could not be delivered, each with the reason."""
    initiative = current_initiative()
    mails = queries.failed_mails(db.session(), initiative.id)
    return render_template("notifications/undelivered.html", mails=mails, slug=slug)


@blueprint.post("/i/<slug>/undelivered/<delivery_id>/again")
@guarded(Permission.NOTICE_RESEND)
def send_again(slug: str, delivery_id: str) -> ResponseReturnValue:
    """Let a mail that failed be tried once more."""
    leads_to = url_for("notifications.undelivered", slug=slug)
    with acting(leads_to) as work:
        service.send_again(work, current_actor(), current_initiative().id, delivery_id)
    flash(_("The mail is on its way again. If it fails once more, it comes back to this list."), "ok")
    return redirect(leads_to, code=303)


def page_reader() -> Reader:
    """Whoever reads the page."""
    return reader_of(reader_locale(), reader_zone())


def count_unread(page: PageContext) -> PageContext:
    """Put the number of unread notices into the header."""
    person = signed_in()
    if person is None:
        return page
    return replace(page, unread_count=queries.unread_count(db.session(), person.actor))
