"""What a comment is and how it may be answered."""

from __future__ import annotations

from enum import StrEnum

from webapp.base.kernel.errors import Invalid

BODY_LIMIT = 10_000
REASON_LIMIT = 5_000
STATEMENT_LIMIT = 10_000
WORDS_LIMIT = 500


class CommentKind(StrEnum):
    """What a comment is about: the whole, the substance, or the wording."""

    GENERAL = "general"
    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"


class Disposition(StrEnum):
    """The answer to a comment, always with a reason."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_MODIFICATION = "accepted_with_modification"
    PARTLY_ACCEPTED = "partly_accepted"
    NOT_ACCEPTED = "not_accepted"
    NOTED = "noted"
    CARRIED_OVER = "carried_over"
    OUTSIDE_THE_MANDATE = "outside_the_mandate"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"


def read_disposition(value: str) -> Disposition:
    """The disposition of this name; raises Invalid."""
    try:
        return Disposition(value)
    except ValueError:
        raise Invalid("review.disposition_missing", field="disposition") from None


def read_kind(value: str) -> CommentKind:
    """The kind of this name; raises Invalid."""
    try:
        return CommentKind(value)
    except ValueError:
        raise Invalid("review.kind_missing", field="kind") from None


def check_reason(reason: str) -> None:
    """A disposition needs a reason that its delegation will read; raises Invalid."""
    if not reason.strip():
        raise Invalid("review.reason_missing", field="reason")


def check_body(body: str) -> None:
    """A comment says something; raises Invalid."""
    if not body.strip():
        raise Invalid("review.body_missing", field="body")
