"""The demo's pages: the mailbox and moving time. They exist only in demo mode."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit, urlunsplit

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup, escape

from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.settings import current_settings
from webapp.base.web.acting import acting
from webapp.base.web.auth import PERSON, PUBLIC, guarded
from webapp.demo import mailbox, moving, surroundings
from webapp.features.people import rules

blueprint = Blueprint("demo", __name__, url_prefix="/demo")
blueprint.record_once(surroundings.offer)

MAILS_PER_PAGE = 50
DAY = dt.timedelta(days=1)
ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)\]]")


@blueprint.get("/mailbox")
@guarded(PUBLIC)
def mails() -> ResponseReturnValue:
    """Every mail that left, the newest first. Public, since whoever is invited has no account yet."""
    folder = mailbox.folder_of(current_settings())
    to = request.args.get("to", "").strip().lower()
    number = max(1, request.args.get("page", 1, type=int))
    found = mailbox.names(folder)
    if to:
        found = [name for name in found if to in map(str.lower, mailbox.heading(folder, name).to)]
    first = (number - 1) * MAILS_PER_PAGE
    return render_template(
        "demo/mailbox.html",
        headings=[mailbox.heading(folder, name) for name in found[first : first + MAILS_PER_PAGE]],
        count=len(found),
        to=to,
        number=number,
        pages=max(1, -(-len(found) // MAILS_PER_PAGE)),
    )


@blueprint.get("/mailbox/<name>")
@guarded(PUBLIC)
def mail(name: str) -> ResponseReturnValue:
    """One mail, with its links to this installation."""
    found = mailbox.mail(mailbox.folder_of(current_settings()), name)
    paragraphs = [_linked(part.strip("\n")) for part in re.split(r"\n\s*\n", found.text) if part.strip()]
    return render_template("demo/mail.html", mail=found, paragraphs=paragraphs)


@blueprint.get("/time")
@guarded(PERSON)
def time() -> ResponseReturnValue:
    """What lies ahead, and two ways to get there."""
    session = db.session()
    return render_template(
        "demo/time.html",
        deadlines=moving.deadlines(session, clock.now(session)),
        moved_by=moving.moved_by(session),
    )


@blueprint.post("/time")
@guarded(PERSON)
def move() -> ResponseReturnValue:
    """Move the clock on by a day, or to the next deadline."""
    here = url_for("demo.time")
    with acting(here) as work:
        if request.form.get("to") != "deadline":
            moving.move_on(work, DAY)
            flash(_("The clock is moved on by a day."), "ok")
            return redirect(here, code=303)
        ahead = moving.deadlines(work.session, work.now())
        if ahead:
            moving.move_to(work, ahead[0].at)
            flash(_("The next deadline has just come. What is then due is done within a few seconds."), "ok")
        else:
            flash(_("No deadline lies ahead, so the clock was not moved."))
    return redirect(here, code=303)


def _linked(text: str) -> Markup:
    """Text in which addresses of this installation are links, and line ends line breaks."""
    parts, end = [], 0
    for found in ADDRESS.finditer(text):
        path = _own_path(found.group())
        words = escape(found.group())
        parts += [escape(text[end : found.start()]), _link(path, words) if path else words]
        end = found.end()
    parts.append(escape(text[end:]))
    return Markup("<br>").join(Markup("").join(parts).split("\n"))


def _link(path: str, words: Markup) -> Markup:
    return Markup('<a href="{}">{}</a>').format(path, words)


def _own_path(address: str) -> str | None:
    """The path of an address here, on whichever port the demo ran when it wrote the mail."""
    parts = urlsplit(address)
    if parts.hostname != urlsplit(current_settings().public_url).hostname:
        return None
    return rules.local_path(urlunsplit(("", "", parts.path or "/", parts.query, "")))
