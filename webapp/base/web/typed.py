"""What a form held, as the page of an error shows it: words that somebody would miss, under the names of their fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request
from flask_babel import lazy_gettext as _l

from webapp.base.web.filters import first_capital
from webapp.base.web.messages import Words

MACHINERY = frozenset(
    (
        *("csrf_token", "idempotency_key", "confirmed", "version", "seen", "seen_hash", "back", "next"),
        *("answer", "file", "look_over", "sealed_secret", "shown", "table", "username"),
    )
)
"""Fields of the form itself, which nobody filled in."""
CHOSEN = frozenset(
    (
        *(
            "acknowledged",
            "appearance",
            "bearers",
            "chairs_confirm",
            "collect_objections",
            "concerns",
            "attribution",
            "constituency",
            "direction",
        ),
        *(
            "disposition",
            "kind",
            "language",
            "lead",
            "locale",
            "option",
            "person",
            "phases",
            "place",
            "provision_id",
        ),
        *(
            "revision_id",
            "role",
            "rule_key",
            "scope",
            "second_factor",
            "standing",
            "strength",
            "subject",
            "theme",
            "time_zone",
        ),
    )
)
"""Fields of which something was chosen: quickly done again, and stored in words that are no reader's."""
SECRET_WORDS = ("password", "secret", "token", "code")
LABELS: Mapping[str, Words] = {
    "action": _l("Action"),
    "ad_referendum": _l("Ad referendum until"),
    "at": _l("Visible from"),
    "beneficiary": _l("Beneficiary"),
    "body": _l("Comment"),
    "closes_at": _l("Deadline"),
    "code": _l("Code"),
    "email": _l("E-mail address"),
    "holidays": _l("Holidays"),
    "mandate": _l("Mandate"),
    "name": _l("Name"),
    "opens_at": _l("Opens"),
    "outside_scope": _l("Outside the scope"),
    "pasted": _l("Or the table itself"),
    "question": _l("Question"),
    "reason": _l("Reason"),
    "silence_hours": _l("A silence procedure lasts at least (hours)"),
    "silence_move_hours": _l("Its deadline is moved by (hours)"),
    "silence_moves": _l("How often it is moved before the co-chairs decide"),
    "slug": _l("Short name"),
    "statement": _l("Covering statement"),
    "symbol_stem": _l("Document symbol"),
    "tags": _l("Tags"),
    "text": _l("Text"),
    "timetable": _l("Timetable"),
    "title": _l("Title"),
    "words": _l("The words concerned"),
}
"""What the fields are called on their pages; others go by their own name."""


@dataclass(frozen=True)
class Typed:
    """A field as it was sent, shown so that its words can be copied."""

    name: str
    text: str


def typed_fields() -> list[Typed]:
    """What was typed into the form, without secrets, choices and the form's own machinery."""
    return [
        Typed(_label(name), text)
        for name, text in request.form.items(multi=True)
        if text.strip() and _plain(name) not in MACHINERY | CHOSEN and not _is_secret(name)
    ]


def _plain(name: str) -> str:
    """A field's name without that of its form, where two forms stand on one page."""
    return name.rpartition("-")[2]


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in SECRET_WORDS)


def _label(name: str) -> str:
    known = LABELS.get(_plain(name))
    return str(known) if known else first_capital(_plain(name).replace("_", " "))
