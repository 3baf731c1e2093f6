"""The fixed words of the field, as pages say them, and the marks that stand beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from webapp.base.access.actor import Constituency, OfficeKind, SeatRole, Standing
from webapp.base.access.attribution import Attribution
from webapp.base.web.messages import Words


@dataclass(frozen=True)
class Mark:
    """A class of the style and the word that always stands beside it."""

    css: str
    words: Words
    alone: Words | None = None
    """The words without a name, where a delegation is not named."""


CONSTITUENCIES: Mapping[str, Mark] = {
    Constituency.STATE: Mark("con-state", _l("state"), _l("a state")),
    Constituency.INTERNATIONAL_ORGANISATION: Mark(
        "con-io", _l("international organisation"), _l("an international organisation")
    ),
    Constituency.CIVIL_SOCIETY: Mark("con-cs", _l("civil society"), _l("a civil society organisation")),
    Constituency.PRIVATE_SECTOR: Mark("con-ps", _l("private sector"), _l("a private sector organisation")),
}

A_DELEGATION = _l("a delegation")
"""How a delegation of a very small constituency is named where it must not be known."""


@dataclass(frozen=True)
class Setting:
    """A setting in a word or two, and what it does."""

    words: Words
    effect: Words


ATTRIBUTIONS: Mapping[str, Setting] = {
    Attribution.FULL: Setting(
        _l("the delegation’s name"),
        _l("Everybody in the initiative reads which delegation said it."),
    ),
    Attribution.CONSTITUENCY: Setting(
        _l("the constituency alone"),
        _l(
            "Others read “a state” or “a civil society organisation”, or “a delegation” where fewer than three"
            " could be meant; the co-chairs and the secretariat read no more. It stays so for good."
        ),
    ),
    Attribution.NONE: Setting(
        _l("no name"),
        _l(
            "Others read “a delegation”; the co-chairs and the secretariat read no more. It stays so for good."
        ),
    ),
}
"""How a delegation that says something is shown to others."""

STATUSES: Mapping[str, Mark] = {
    "not_discussed": Mark("st-new", _l("not discussed")),
    "open": Mark("st-open", _l("open")),
    "bracketed": Mark("st-bracketed", _l("bracketed")),
    "agreed": Mark("st-agreed", _l("agreed")),
    "agreed_ad_referendum": Mark("st-referendum", _l("agreed ad referendum")),
    "reopened": Mark("st-reopened", _l("reopened")),
    "adopted": Mark("st-adopted", _l("adopted")),
}

AUDIENCES: Mapping[str, Mark] = {
    "own_delegation": Mark("seen-1", _l("own delegation")),
    "caucus": Mark("seen-2", _l("caucus")),
    "constituency": Mark("seen-3", _l("constituency")),
    "members": Mark("", _l("members")),
    "chairs": Mark("", _l("the co-chairs")),
    "secretariat": Mark("", _l("the secretariat")),
    "all_delegations": Mark("seen-4", _l("all delegations")),
    "public": Mark("seen-5", _l("public")),
}
"""The bar of five steps is drawn only for the audiences that are steps of one ladder."""

ROLES: Mapping[str, Words] = {
    SeatRole.HEAD: _l("head of delegation"),
    SeatRole.ALTERNATE: _l("alternate head of delegation"),
    SeatRole.DELEGATE: _l("delegate"),
    SeatRole.ADVISER: _l("adviser"),
    OfficeKind.CO_CHAIR: _l("co-chair"),
    OfficeKind.SECRETARIAT: _l("secretariat officer"),
    "administrator": _l("site administrator"),
    "invited": _l("invited person"),
    "person": _l("person"),
    "system": _l("by itself, at its time"),
}

STANDINGS: Mapping[str, Words] = {
    Standing.MEMBER: _l("member"),
    Standing.OBSERVER: _l("observer"),
}

NUMBERS: tuple[Words, ...] = (
    _l("nothing"),
    _l("one"),
    _l("two"),
    _l("three"),
    _l("four"),
    _l("five"),
    _l("six"),
    _l("seven"),
    _l("eight"),
    _l("nine"),
    _l("ten"),
    _l("eleven"),
    _l("twelve"),
)
"""Numbers up to twelve are words in a sentence that begins a page."""
