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
    "mail.no_address": Message(_l("This is no e-mail address to which mail could go.")),
    "denied": Message(
        _l("You may see this, but your seat or office does not allow you to do it. Nothing was changed.")
    ),
    "met": Message(
        _l(
            "Somebody else did the same at the same moment. What you sent was not stored; look at the page again."
        )
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

PEOPLE: Sentences = {
    "people.not_an_address": Message(
        _l("This is not an e-mail address. Write it like name@organisation.org.")
    ),
    "people.address_taken": Message(_l("There is an account with this address. Sign in with it.")),
    "people.password_short": Counted(
        "A password has at least %(least)s character.",
        "A password has at least %(least)s characters. Several words make a good one.",
        by="least",
    ),
    "people.password_long": Counted(
        "A password has at most %(most)s character.",
        "A password has at most %(most)s characters.",
        by="most",
    ),
    "people.password_is_address": Message(_l("Your address is not a secret. Choose another password.")),
    "people.not_signed_in": Message(
        _l("We could not sign you in. The address or the password is not right. Nothing was changed."),
        status=422,
    ),
    "people.too_many_attempts": Counted(
        "Signing in failed too often. Try again in %(minutes)s minute, or ask for a link to set a new password.",
        "Signing in failed too often. Try again in %(minutes)s minutes, or ask for a link to set a new password.",
        by="minutes",
        status=429,
    ),
    "people.link_dead": Message(_l("This link was used or is too old. Ask for a new one."), status=410),
}

INITIATIVES: Sentences = {
    "initiatives.slug_shape": Message(
        _l(
            "Use small letters, figures and hyphens, at most 40, beginning and ending with a letter or figure."
        )
    ),
    "initiatives.slug_taken": Message(
        _l("Another initiative is called “%(slug)s”. Choose another short name.")
    ),
    "initiatives.unknown_zone": Message(_l("Choose a time zone from the list.")),
    "initiatives.no_scope": Message(_l("Choose at least one kind of crisis.")),
    "initiatives.no_phase": Message(_l("Choose at least one phase.")),
    "initiatives.not_a_day": Message(_l("“%(line)s” is no day. Write one day per line, like 2026-12-25.")),
    "initiatives.silence_hours": Message(_l("Write a number of hours from 1 to %(most)s.")),
    "initiatives.silence_moves": Message(_l("Write a number from 0 to %(most)s.")),
    "initiatives.name_listed": Message(_l("“%(name)s” is on the list already.")),
    "initiatives.stale": Message(
        _l("Somebody else saved this while you were writing. Compare both texts before you go on.")
    ),
}

PARTICIPANTS: Sentences = {
    "participants.code_shape": Message(_l("A code has 2 to 10 capital letters and figures, like MWUF.")),
    "participants.code_taken": Message(_l("%(taken)s is the code of %(name)s. Choose another one.")),
    "participants.name_taken": Message(_l("%(name)s is accredited already.")),
    "participants.already_invited": Message(
        _l("This address has an invitation already. Send it again on the People page, or withdraw it first.")
    ),
    "participants.already_seated": Message(_l("Somebody with this address has a seat in this delegation.")),
    "participants.already_in_office": Message(_l("This person holds the office already.")),
    "participants.only_first_officer": Message(
        _l(
            "An administrator appoints only the first secretariat officer. "
            "From then on the secretariat fills every office itself."
        )
    ),
    "participants.invitation_over": Message(
        _l("This invitation was used, withdrawn or replaced, or its time is over. Ask for a new one.")
    ),
    "participants.one_seat_each": Message(
        _l("You have a seat in this initiative. It must end before you can take another one.")
    ),
    "participants.sign_in_first": Message(
        _l("There is an account with this address. Sign in with it and accept then.")
    ),
    "participants.seat_ended": Message(_l("This seat has ended already.")),
    "participants.office_ended": Message(_l("This office has ended already.")),
    "participants.focal_point_speaks": Message(_l("Only a head or an alternate can be the focal point.")),
    "participants.is_focal_point": Message(_l("You are the focal point already.")),
}

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
    "instruments.symbol_taken": Message(
        _l(
            "Another text has the document symbol %(stem)s. A symbol is never given twice; choose another one."
        )
    ),
    "instruments.no_bearers": Message(_l("Choose at least one bearer.")),
    "instruments.no_beneficiary": Message(_l("Write towards whom the responsibility is.")),
    "instruments.no_action": Message(_l("Write in a few words what is to be done.")),
    "instruments.no_phases": Message(_l("Choose at least one phase.")),
    "instruments.no_strength": Message(_l("Choose how strongly it binds.")),
    "instruments.one_leads": Message(_l("Only one bearer can lead.")),
    "instruments.lead_not_bearer": Message(_l("Who leads must be one of the bearers.")),
    "instruments.bearer_twice": Message(_l("Name each bearer once.")),
    "instruments.element_not_empty": Counted(
        "It still holds %(provisions)s provision. Move or remove it first.",
        "It still holds %(provisions)s provisions. Move or remove them first.",
        by="provisions",
    ),
}

DRAFTING: Sentences = {
    "drafting.no_text": Message(_l("There is no text yet. Write a provision first.")),
    "drafting.nothing_changed": Message(
        _l("Nothing has changed since the last revision. There is nothing to issue.")
    ),
    "drafting.empty_provision": Message(_l("Provision %(numbers)s has no words. Write them, or remove it.")),
    "drafting.unreadable": Message(
        _l("The brackets of %(numbers)s cannot be read, at “%(near)s”. Mend them first.")
    ),
    "drafting.decision_open": Message(
        _l(
            "A decision is open on %(numbers)s, and the words have changed."
            " Restore them, or wait until the decision is closed."
        )
    ),
    "drafting.agreed_changed": Message(
        _l(
            "%(numbers)s is agreed, and the words have changed. Restore them; agreed words must be reopened first."
        )
    ),
    "drafting.unacknowledged": Message(_l("Acknowledge each change of strength: %(changes)s.")),
    "drafting.already_proposed": Message(
        _l(
            "A revision is proposed already. It is confirmed, declined or withdrawn before another is proposed."
        )
    ),
    "drafting.text_moved": Message(
        _l(
            "The text was changed after this page was opened. Nothing was proposed. Look it over as it is now."
        )
    ),
    "drafting.text_changed": Message(
        _l(
            "The text was changed after it was proposed, so it cannot be issued."
            " Decline it with a reason, or restore the words."
        )
    ),
    "drafting.own_proposal": Message(
        _l("You proposed this yourself; the other co-chair confirms or declines it.")
    ),
    "drafting.not_own_proposal": Message(_l("Only who proposed it can withdraw it.")),
    "drafting.not_proposed": Message(
        _l("This was issued, declined or withdrawn meanwhile. Nothing more was done.")
    ),
    "drafting.reason_missing": Message(_l("Write the reason; the other co-chair will read it.")),
}

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

DECISIONS: Sentences = {
    "decisions.not_in_this_state": Message(
        _l("This decision has moved on meanwhile. Look at its page again; nothing was changed.")
    ),
    "decisions.closed": Message(
        _l("The deadline was %(closes_at)s. Nothing was received after it; what you typed is still below.")
    ),
    "decisions.not_open": Message(_l("This decision is not open. Nothing was changed.")),
    "decisions.own_proposal": Message(
        _l("You proposed this yourself. The other co-chair confirms it, or you take it back.")
    ),
    "decisions.no_outcome": Message(_l("An indication has no outcome that could be announced.")),
    "decisions.not_closed": Message(
        _l("This decision is not closed. Its outcome is announced after closing.")
    ),
    "decisions.announced": Message(_l("The outcome was announced on %(announced_at)s.")),
    "decisions.silence_too_short": Counted(
        "The rules of procedure give a text at least %(hours)s hour under silence."
        " Choose a deadline from %(earliest)s on.",
        "The rules of procedure give a text at least %(hours)s hours under silence."
        " Choose a deadline from %(earliest)s on.",
        by="hours",
    ),
    "decisions.on_a_holiday": Message(
        _l("%(day)s is a listed holiday. No silence procedure ends on it; choose another day.")
    ),
    "decisions.not_later": Message(
        _l("The deadline is %(closes_at)s. An extension leads to a later one; choose it.")
    ),
    "decisions.unknown_option": Message(_l("Choose one of the positions that can be taken here.")),
    "decisions.reservation_reason": Message(
        _l("A reservation needs a reason: which words it concerns, and how you read them.")
    ),
    "decisions.objection_reason": Message(
        _l("An objection needs a reason: what it concerns, and what would lift it.")
    ),
    "decisions.ad_referendum_past": Message(_l("Choose a day that is still to come.")),
    "decisions.foreign_provision": Message(_l("Choose among the provisions that this decision is about.")),
    "decisions.concerns_nothing": Message(_l("Say which provisions your break of silence concerns.")),
    "decisions.unknown_rule": Message(_l("Choose the rule by which the positions are counted.")),
    "decisions.rule_does_not_fit": Message(
        _l("The member delegations have changed, and this rule no longer fits them. Choose another rule.")
    ),
    "decisions.no_question": Message(_l("Write the question.")),
    "decisions.silence_needs_text": Message(
        _l("Only text can be placed under silence. Choose a text, or ask for positions on the question.")
    ),
    "decisions.deadline_past": Message(_l("The deadline has passed. Choose one that is still to come.")),
    "decisions.under_decision": Message(
        _l("Another decision is open on the same provisions. Wait for its outcome, or choose another text.")
    ),
    "decisions.open_brackets": Message(
        _l("Open brackets stand in %(provisions)s. A text goes under silence when they are closed.")
    ),
    "decisions.not_in_the_text": Message(_l("Choose a part of the current text.")),
    "decisions.no_members": Message(
        _l("There is no member delegation that could be asked. The secretariat accredits them.")
    ),
    "decisions.revision_superseded": Message(
        _l("A newer revision was issued meanwhile. Put the question again on the current text.")
    ),
    "decisions.not_in_electorate": Message(
        _l("Your delegation was not a member when this decision opened, so it takes no position in it.")
    ),
    "decisions.no_silence": Message(_l("This is no silence procedure. Nothing was changed.")),
    "decisions.no_reason": Message(_l("Write the reason; all delegations will read it.")),
    "decisions.act_pending": Message(
        _l("Something waits for the other co-chair’s confirmation already. Take it back first.")
    ),
    "decisions.nothing_pending": Message(
        _l("Nothing waits for a confirmation any more. Look at the decision again.")
    ),
    "decisions.not_for_the_chairs": Message(
        _l("The co-chairs can declare agreement only where members stayed unreached after the last move.")
    ),
}

PUBLISHING: Sentences = {
    "publishing.past": Message(
        _l("That moment has passed. Choose a later one, or leave it empty to publish at once.")
    ),
    "publishing.too_far": Message(_l("Choose a moment within a year, not after %(furthest)s.")),
    "publishing.already": Message(_l("This is published already, as of %(published_at)s.")),
    "publishing.not_announced": Message(
        _l("An outcome can be published once it was announced to the delegations.")
    ),
    "publishing.no_mandate": Message(
        _l("There is no mandate to publish yet. The secretariat writes it down first.")
    ),
    "publishing.nothing_changed": Message(
        _l("Mandate, scope and timetable are published as they stand; nothing changed since.")
    ),
}

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
