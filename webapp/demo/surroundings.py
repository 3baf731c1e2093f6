"""What the demo adds to pages that are not its own: accounts on the sign-in page, a line at the foot of every page."""

from __future__ import annotations

import datetime as dt

from flask import g
from flask.blueprints import BlueprintSetupState

from webapp.base.kernel.db import db
from webapp.base.web.present import reading
from webapp.demo.entrance import Entrance, entrance


def offer(state: BlueprintSetupState) -> None:
    """Offer to every template what the demo's partials ask for."""
    state.app.jinja_env.globals.update(demo_entrance=demo_entrance, demo_moved_by=demo_moved_by)


def demo_entrance() -> Entrance | None:
    """The accounts with which the demo can be used, as the sign-in page offers them."""
    return entrance(db.session())


def demo_moved_by() -> dt.timedelta:
    """By how much the clock is moved; nothing on a page that must not ask the database."""
    return dt.timedelta() if g.get("without_person") else reading().moved_by
