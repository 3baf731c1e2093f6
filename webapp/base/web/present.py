"""The present moment of a request."""

from __future__ import annotations

import datetime as dt
from typing import cast

from flask import g

from webapp.base.kernel import clock
from webapp.base.kernel.db import db


def present() -> dt.datetime:
    """The moment at which the page is made, by the application's one clock; the same for the whole page."""
    if "present" not in g:
        g.present = clock.now(db.session())
    return cast("dt.datetime", g.present)
