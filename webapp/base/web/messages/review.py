"""Sentences of the review feature."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Counted, Message, Sentences

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
