"""THE table of error codes: the sentence that a person reads, and the HTTP status where the kind's own is not meant.

The author of a feature adds the codes that the feature raises to the feature's section, a module of its name.
`%(name)s` is a fact of the error; a moment, a number or an enum is put into words. A sentence says what happened,
then what to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum

import structlog
from flask import g, has_request_context
from flask_babel import format_decimal, ngettext
from flask_babel import lazy_gettext as _l

from webapp.base.kernel.errors import CodedError, Denied, Invalid, NotFound, Refused, Stale
from webapp.base.web import moments
from webapp.base.web.messages.base import BASE
from webapp.base.web.messages.decisions import DECISIONS
from webapp.base.web.messages.drafting import DRAFTING
from webapp.base.web.messages.exchange import EXCHANGE
from webapp.base.web.messages.initiatives import INITIATIVES
from webapp.base.web.messages.instruments import INSTRUMENTS
from webapp.base.web.messages.message import Counted, Message, Sentences, Words
from webapp.base.web.messages.participants import PARTICIPANTS
from webapp.base.web.messages.people import PEOPLE
from webapp.base.web.messages.publishing import PUBLISHING
from webapp.base.web.messages.review import REVIEW
from webapp.base.web.messages.text import TEXT

__all__ = [
    "GENERIC",
    "MESSAGES",
    "SECTIONS",
    "Counted",
    "Message",
    "Sentences",
    "Words",
    "sentence",
    "sentence_of",
    "status",
    "told_fact",
]

log = structlog.get_logger(__name__)

STATUS: Mapping[type[CodedError], int] = {Invalid: 422, Refused: 409, Denied: 403, NotFound: 404, Stale: 409}
"""HTTP status of each kind of error (RFC 9110, 15.5)."""

GENERIC = Message(
    _l("This could not be done, and nothing was changed. Go back, look at the page again, and try once more.")
)

SECTIONS: tuple[Sentences, ...] = (
    BASE,
    TEXT,
    PEOPLE,
    INITIATIVES,
    PARTICIPANTS,
    INSTRUMENTS,
    DRAFTING,
    REVIEW,
    DECISIONS,
    PUBLISHING,
    EXCHANGE,
)

MESSAGES: Sentences = {code: message for section in SECTIONS for code, message in section.items()}


def sentence(error: CodedError) -> str:
    """What the error means, in the reader's language. A code without a sentence is logged and told in general."""
    return sentence_of(error.code, error.facts)


def sentence_of(code: str, facts: Mapping[str, object]) -> str:
    """The sentence of a code with its facts."""
    message = MESSAGES.get(code)
    if message is None:
        log.error("an error has no sentence", code=code)
        return str(GENERIC.words)
    told = {name: told_fact(value) for name, value in facts.items()}
    try:
        if isinstance(message, Counted):
            return _counted(message, facts, told)
        return str(message.words) % told
    except KeyError as missing:
        log.error("an error lacks a fact of its sentence", code=code, fact=str(missing))
        return str(GENERIC.words)


def status(error: CodedError) -> int:
    """The HTTP status of an error."""
    message = MESSAGES.get(error.code)
    if message is not None and message.status is not None:
        return message.status
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 400)


def told_fact(value: object) -> str:
    """A fact as it stands in a sentence: moments in the official zone, numbers with separators, enums as words."""
    if isinstance(value, dt.datetime):
        return moments.moment(value, official_zone())
    if isinstance(value, dt.date):
        return moments.day(value)
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(format_decimal(value))
    if isinstance(value, list | tuple):
        return ", ".join(told_fact(item) for item in value)
    return str(value)


def official_zone() -> str:
    """The time zone of the page's initiative, else UTC."""
    initiative = g.get("initiative") if has_request_context() else None
    return str(initiative.time_zone) if initiative is not None else "UTC"


def _counted(message: Counted, facts: Mapping[str, object], told: Mapping[str, str]) -> str:
    count = facts[message.by]
    number = count if isinstance(count, int) else 2
    # ngettext fills in the facts itself when it gets any, and would add its own `num` as a bare figure.
    return str(ngettext(message.one, message.several, number, **told))
