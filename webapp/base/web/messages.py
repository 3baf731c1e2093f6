"""THE table of error codes: the sentence that a person reads, and the HTTP status where the kind's own is not meant.

The author of a feature adds the codes that the feature raises to the feature's section. `%(name)s` is a fact of
the error; a moment, a number or an enum is put into words. A sentence says what happened, then what to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

import structlog
from flask import g, has_request_context
from flask_babel import format_decimal, ngettext
from flask_babel import lazy_gettext as _l

from webapp.base.kernel.errors import CodedError, Denied, Invalid, NotFound, Refused, Stale
from webapp.base.web import moments

log = structlog.get_logger(__name__)


class Words(Protocol):
    """A sentence that is translated when it is shown."""

    def __str__(self) -> str: ...


@dataclass(frozen=True)
class Message:
    """The sentence of a code. `status` overrides the status of the kind of error."""

    words: Words
    status: int | None = None


@dataclass(frozen=True)
class Counted:
    """A sentence that differs between one and several of the fact `by`; extracted with `-k Counted:1,2`."""

    one: str
    several: str
    by: str
    status: int | None = None


Sentences = Mapping[str, Message | Counted]

STATUS: Mapping[type[CodedError], int] = {Invalid: 422, Refused: 409, Denied: 403, NotFound: 404, Stale: 409}
"""HTTP status of each kind of error (RFC 9110, 15.5)."""

GENERIC = Message(
    _l("This could not be done, and nothing was changed. Go back, look at the page again, and try once more.")
)

BASE: Sentences = {
    "denied": Message(
        _l("You may see this, but your seat or office does not allow you to do it. Nothing was changed.")
    ),
    "not_found": Message(_l("There is no such page, or it is not open to you.")),
    "stale": Message(
        _l("Somebody else saved this while you were writing. Compare both texts before you go on.")
    ),
    "journal.entry_gone": Message(
        _l("The words of this journal entry were erased; its place in the chain remains.")
    ),
}

TEXT: Sentences = {
    "text.required": Message(_l("Write something here.")),
    "text.too_long": Counted(
        "This is %(length)s characters long; at most %(limit)s character fits.",
        "This is %(length)s characters long; at most %(limit)s characters fit. Shorten it and send it again.",
        by="limit",
    ),
    "text.control_character": Message(
        _l(
            "There is a character in it that cannot be shown (%(character)s). Delete it, or type the words anew."
        )
    ),
    "text.lone_surrogate": Message(
        _l("There is half a character in it (%(character)s). Delete it, or type the words anew.")
    ),
    "text.not_a_choice": Message(_l("Choose one of the answers that are offered.")),
    "text.not_a_number": Message(_l("Write a whole number in figures.")),
    "moment.not_a_moment": Message(_l("Write the date and the time like this: 2026-11-20 18:00.")),
    "moment.not_a_day": Message(_l("Write the date like this: 2026-11-20.")),
    "moment.out_of_range": Message(_l("Choose a year between %(first)s and %(last)s.")),
    "moment.skipped": Message(
        _l(
            "There is no %(time)s in %(place)s on that day, because the clocks go forward. Choose another time."
        )
    ),
    "moment.twice": Message(
        _l("%(time)s comes twice in %(place)s on that day, because the clocks go back. Choose another time.")
    ),
}

PEOPLE: Sentences = {}

INITIATIVES: Sentences = {}

PARTICIPANTS: Sentences = {}

INSTRUMENTS: Sentences = {
    "notation.unclosed_bracket": Message(
        _l(
            "The bracket at “%(near)s” is opened and never closed. Close it with ], or write \\[ for the character itself."
        )
    ),
    "notation.nested_bracket": Message(
        _l(
            "The bracket at “%(near)s” is opened inside another one. Close the first, or write \\[ for the character."
        )
    ),
    "notation.stray_bracket": Message(
        _l(
            "The bracket at “%(near)s” closes what was never opened. Open it with [, or write \\] for the character."
        )
    ),
    "notation.unclosed_emphasis": Message(
        _l("The emphasis at “%(near)s” has no end. End it with *, or write \\* for the character itself.")
    ),
    "notation.empty_emphasis": Message(
        _l(
            "There are no words between the two * at “%(near)s”. Write words there, or \\* for the character itself."
        )
    ),
    "symbol.too_long": Counted(
        "The document symbol is %(length)s characters long; at most %(limit)s character fits.",
        "The document symbol is %(length)s characters long; at most %(limit)s characters fit.",
        by="limit",
    ),
    "symbol.malformed": Message(
        _l(
            "“%(stem)s” cannot be a document symbol. Write capital letters, figures and slashes, as in MAC/VP/2026/1."
        )
    ),
    "snapshot.malformed": Message(
        _l("This text was not exported by Concord, or it was changed since. Nothing was taken over.")
    ),
}

DRAFTING: Sentences = {}

REVIEW: Sentences = {
    "review.opening_past": Message(_l("%(opens_at)s has passed. Choose an opening that is still to come.")),
    "review.closes_before_opening": Message(
        _l("The round would close before it opens. Choose a closing after %(opens_at)s.")
    ),
    "review.overlaps": Message(
        _l(
            "Round %(number)s on the same text runs until %(closes_at)s. Let this one open when that one has closed."
        )
    ),
    "review.not_open_yet": Message(
        _l("This round opens on %(opens_at)s. Nothing was saved; what you typed is still below.")
    ),
    "review.closed": Message(
        _l(
            "This round closed on %(closes_at)s, and nothing more can be written or handed in."
            " What you typed is still below, so that you can copy it."
        )
    ),
    "review.concluded": Message(
        _l("This round is concluded; its answers stand as they are. What you typed is still below.")
    ),
    "review.answers_after_closing": Message(
        _l("Comments are answered after the round has closed, on %(closes_at)s.")
    ),
    "review.unanswered": Counted(
        "%(unanswered)s comment of this round has no disposition yet. Answer it, then conclude the round.",
        "%(unanswered)s comments of this round have no disposition yet. Answer them, then conclude the round.",
        by="unanswered",
    ),
    "review.disposition_missing": Message(_l("Choose a disposition.")),
    "review.kind_missing": Message(_l("Choose what kind of comment this is.")),
    "review.reason_missing": Message(_l("Write the reason; the delegation will read it.")),
    "review.body_missing": Message(_l("Write the comment.")),
    "review.words_absent": Message(
        _l("These words do not stand in the provision. Copy them from it, or leave the field empty.")
    ),
    "review.words_several": Counted(
        "These words stand in %(places)s place of the provision. Choose it below.",
        "These words stand in %(places)s places of the provision. Choose below which one you mean.",
        by="places",
    ),
    "review.draft_removed": Message(
        _l("Somebody in your delegation removed this comment from the draft. What you typed is still below.")
    ),
    "review.draft_stale": Message(
        _l(
            "Somebody in your delegation saved this comment while you were writing."
            " Both texts are shown; nothing is lost."
        )
    ),
    "review.statement_stale": Message(
        _l(
            "Somebody in your delegation saved the covering statement while you were writing."
            " Both texts are shown; nothing is lost."
        )
    ),
    "review.draft_moved": Message(
        _l(
            "Somebody in your delegation changed the draft after this page was opened. Nothing was handed in."
            " Look over the contribution as it is now, then hand it in."
        )
    ),
    "review.answer_stale": Message(
        _l("Another officer answered this comment meanwhile. Both reasons are shown; nothing is lost.")
    ),
}

DECISIONS: Sentences = {}

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
