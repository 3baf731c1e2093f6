"""The moment of a request."""

from __future__ import annotations

import datetime as dt
from typing import cast

from flask import g

from webapp.base.kernel import clock
from webapp.base.kernel.clock import Reading
from webapp.base.kernel.db import db


def present() -> dt.datetime:
    """The moment at which the page is made, by the application's one clock; the same for the whole page."""
    return reading().at


def reading() -> Reading:
    """The application's clock as it was read for this page."""
    if "clock_reading" not in g:
        g.clock_reading = clock.read(db.session())
    return cast(Reading, g.clock_reading)
