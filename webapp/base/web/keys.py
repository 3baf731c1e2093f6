"""Keys that save a way: THE table of them, the page that lists them, and the switch that turns them off.

A key works a link or a control that stands on the page and says so by `data-act`; without script nothing is missing.
They are off in every field and beside Ctrl, Alt and Meta, and can be turned off (WCAG 2.2, 2.1.4).
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Flask, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.base.web.auth import PUBLIC, guarded
from webapp.base.web.messages import Words

COOKIE = "concord_keys"
OFF = "off"
A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Shortcut:
    """A key, the act by whose name controls carry it, and what it does. `steps` goes through the page itself."""

    key: str
    act: str
    words: Words
    steps: bool = False


SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("j", "next", _l("The next provision, change, comment or line of work"), steps=True),
    Shortcut("k", "previous", _l("The one before it"), steps=True),
    Shortcut("o", "open", _l("Open what you are at: the comments of a provision, the page of a comment")),
    Shortcut("c", "comment", _l("Comment on what you are at; in an opened form, write the comment")),
    Shortcut("x", "close", _l("Close what is opened")),
    Shortcut("n", "unanswered", _l("On the disposition desk: the next comment without a disposition")),
    Shortcut("g", "go", _l("Go to a provision by its number or by words of a heading")),
    Shortcut("/", "search", _l("Search")),
    Shortcut("w", "waiting", _l("What waits for me")),
    Shortcut("?", "keys", _l("This list")),
)

blueprint = Blueprint("keys", __name__)


def init_app(app: Flask) -> None:
    """Give the table to the layout."""
    app.jinja_env.globals["keys_of_page"] = keys_of_page


@blueprint.get("/keys")
@guarded(PUBLIC)
def index() -> ResponseReturnValue:
    """Every key and what it does; whether they are on."""
    return render_template("keys.html", shortcuts=SHORTCUTS, are_on=are_on())


@blueprint.post("/keys")
@guarded(PUBLIC)
def switch() -> ResponseReturnValue:
    """Turn the keys off or on again, on this device."""
    answer = redirect(url_for("keys.index"), code=303)
    if request.form.get("keys") == OFF:
        answer.set_cookie(
            COOKIE,
            OFF,
            max_age=A_YEAR,
            secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
            httponly=True,
            samesite="Lax",
        )
        flash(_("The keys are off on this device."), "ok")
    else:
        answer.delete_cookie(COOKIE)
        flash(_("The keys work again on this device."), "ok")
    return answer


def are_on() -> bool:
    """Whether the reader has left the keys on, on this device."""
    return request.cookies.get(COOKIE) != OFF


def keys_of_page() -> str:
    """The table as the script reads it, `j:next k:previous`; empty where the keys are off."""
    return " ".join(f"{one.key}:{one.act}" for one in SHORTCUTS) if are_on() else ""
