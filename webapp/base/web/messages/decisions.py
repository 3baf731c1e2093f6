"""Sentences of the decisions feature."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Counted, Message, Sentences

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
