"""The forms of review rounds: shape only."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField
from wtforms.widgets import HiddenInput

from webapp.base.web.fields import (
    Choice,
    ChoiceField,
    ConcordForm,
    IdentifierField,
    LineField,
    ListField,
    MomentField,
    TextField,
)
from webapp.base.web.language import reader_locale
from webapp.features.initiatives.forms import attribution_choices
from webapp.features.instruments.models import Revision
from webapp.features.instruments.words import revision_label
from webapp.features.review.forms.wording import DISPOSITIONS, KIND_EFFECTS, KINDS, LANGUAGES
from webapp.features.review.rules.comments import BODY_LIMIT, REASON_LIMIT, STATEMENT_LIMIT, WORDS_LIMIT

TITLE_LIMIT = 200


class VersionField(IntegerField):
    """The version from which somebody started to edit."""

    widget = HiddenInput()

    @property
    def known(self) -> int:
        """The version, or 0 where what came is none: no row has it."""
        return self.data or 0


class RoundForm(ConcordForm):
    """Planning a round: filled in, then confirmed on a second page."""

    title = LineField(
        _l("Title"),
        limit=TITLE_LIMIT,
        required=_l("Give the round a title, for example “Second round on Rev.1”."),
    )
    revision_id = ListField(_l("Revision"), required=_l("Choose the revision that is reviewed."))
    opens_at = MomentField(_l("Opens"), required=_l("Say when the round opens."))
    closes_at = MomentField(_l("Closes"), required=_l("Say when the round closes."))
    attribution = ChoiceField(
        _l("What others read in place of a comment’s author"),
        choices=attribution_choices(),
    )
    """Without a choice, as the rules of procedure say."""
    confirmed = HiddenField()

    def offer_revisions(self, revisions: Iterable[Revision]) -> None:
        """The issued revisions, the current one first."""
        self.revision_id.offer(
            [Choice(row.id, f"{revision_label(row.label)} ({row.symbol})") for row in revisions]
        )


class CommentForm(ConcordForm):
    """A comment on a provision, on words of it, or on the whole text."""

    provision_id = IdentifierField()
    back = HiddenField()
    """The page of this initiative from which the form was opened."""
    words = LineField(
        _l("The words concerned"),
        limit=WORDS_LIMIT,
        hint=_l("Copy them from the provision. Leave this empty to comment on the whole provision."),
    )
    place = ChoiceField(_l("Which of these places do you mean?"))
    kind = ChoiceField(
        _l("Kind"),
        choices=[Choice(value, words, KIND_EFFECTS[value]) for value, words in KINDS.items()],
        default="substantive",
        required=_l("Choose what kind of comment this is."),
    )
    body = TextField(_l("Comment"), limit=BODY_LIMIT, required=_l("Write the comment."))
    language = ListField(
        _l("Language of the comment"),
        choices=[Choice(code, words) for code, words in LANGUAGES.items()],
        default=reader_locale,
        required=_l("Choose the language in which the comment is written."),
    )
    version = VersionField(default=0)

    @property
    def chosen_place(self) -> int | None:
        """Where the words begin, if a place was chosen."""
        return int(self.place.data) if self.place.data else None

    def offer_places(self, places: Iterable[tuple[int, str]]) -> None:
        """Places to choose from, each with the words around it; a choice that is no longer among them is dropped."""
        self.place.offer([Choice(str(start), surroundings) for start, surroundings in places])
        if self.place.data not in self.place.effects:
            self.place.data = None


class StatementForm(ConcordForm):
    """The covering statement of a contribution."""

    statement = TextField(
        _l("Covering statement"),
        limit=STATEMENT_LIMIT,
        hint=_l("It stands before your comments. You may leave it empty."),
    )
    version = VersionField(default=1)


class RemoveForm(ConcordForm):
    """Taking a comment out of the draft."""

    version = VersionField(default=0)


class HandInForm(ConcordForm):
    """Handing in the block that was shown."""

    seen_hash = HiddenField()


class AnswerForm(ConcordForm):
    """A disposition and its reason."""

    disposition = ChoiceField(
        _l("Disposition"),
        choices=[Choice(value, words) for value, words in DISPOSITIONS.items()],
        required=_l("Choose a disposition."),
    )
    reason = TextField(
        _l("Reason"),
        limit=REASON_LIMIT,
        required=_l("Write the reason; the delegation will read it."),
    )
    version = VersionField(default=0)


class ConcludeForm(ConcordForm):
    """Concluding a round."""
