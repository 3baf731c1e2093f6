"""The shape of what co-chairs type: parts of the rolling text, and the acts of issuing."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from webapp.base.kernel.errors import Invalid
from webapp.base.web.fields import (
    Choice,
    ChoiceField,
    ChoicesField,
    ConcordForm,
    LineField,
    ListField,
    TextField,
)
from webapp.features.drafting.service import LONGEST_REASON
from webapp.features.initiatives.forms import VersionedForm
from webapp.features.initiatives.models import Bearer, Theme
from webapp.features.initiatives.words import PHASE_WORDS
from webapp.features.instruments.rules.drafting import (
    LONGEST_FIELD,
    LONGEST_PROVISION,
    LONGEST_TITLE,
    ProvisionDraft,
    Responsibility,
    Share,
)
from webapp.features.instruments.rules.enums import Phase, ProvisionKind, Strength
from webapp.features.instruments.rules.symbols import LONGEST_STEM
from webapp.features.instruments.words import ELEMENT_KINDS, LANGUAGES, PROVISION_KINDS, STRENGTHS


class BeginForm(ConcordForm):
    """An instrument that begins."""

    title = LineField(_l("Title of the text"), limit=LONGEST_TITLE, required=_l("Write the title."))
    symbol_stem = LineField(
        _l("Document symbol"),
        limit=LONGEST_STEM,
        required=_l("Write the document symbol."),
        hint=_l(
            "Each revision is cited by it, so it stays. Capital letters and figures, as in MAC/VP/2026/1."
        ),
    )
    language = ListField(
        _l("Language of the text"),
        choices=[Choice(code, words) for code, words in LANGUAGES.items()],
        default="en",
        required=_l("Choose the language in which the text is drafted."),
    )


class TitleForm(ConcordForm):
    """Another title of the whole text."""

    title = LineField(_l("Title of the text"), limit=LONGEST_TITLE, required=_l("Write the title."))
    seen = HiddenField()
    """The title that the editor saw."""


class NewElementForm(ConcordForm):
    """An element at the end of the text."""

    kind = ChoiceField(
        _l("Kind"),
        choices=[Choice(kind, words) for kind, words in ELEMENT_KINDS.items()],
        default="principle",
        required=_l("Choose what kind of element this is."),
    )
    title = LineField(_l("Title"), limit=LONGEST_TITLE, required=_l("Write the title."))


class ElementForm(VersionedForm):
    """Another title of an element."""

    title = LineField(_l("Title"), limit=LONGEST_TITLE, required=_l("Write the title."))


class RemoveForm(VersionedForm):
    """Taking an element or a provision out of the rolling text."""


class MoveForm(ConcordForm):
    """One place up or down."""

    direction = HiddenField()

    @property
    def by_places(self) -> int:
        """-1 for up, 1 for down."""
        return -1 if self.direction.data == "up" else 1


class ProvisionForm(VersionedForm):
    """A provision: its words, and what it makes whom responsible for."""

    text = TextField(
        _l("Words"),
        limit=LONGEST_PROVISION,
        required=_l("Write the words of the provision."),
        hint=_l(
            "Brackets hold words not agreed: [ensure -- PHL, USA][seek to ensure -- IOM]. One alone: keep or delete."
            " Put * around words for emphasis. Write \\[, \\] and \\* for the characters themselves."
        ),
    )
    kind = ChoiceField(
        _l("Kind"),
        choices=[
            Choice(
                ProvisionKind.TEXT, PROVISION_KINDS["text"], _l("nobody in particular is made responsible")
            ),
            Choice(
                ProvisionKind.RESPONSIBILITY,
                PROVISION_KINDS["responsibility"],
                _l("somebody is to do something; fill in the fields below"),
            ),
        ],
        default="text",
        required=_l("Choose what kind of provision this is."),
    )
    bearers = ChoicesField(_l("Bearers"), hint=_l("Who is to do it. Several may be responsible together."))
    lead = ListField(_l("Who leads"), hint=_l("Where several are responsible, one of them may lead."))
    beneficiary = LineField(
        _l("Beneficiary"), limit=LONGEST_FIELD, hint=_l("Towards whom, as in “their workers”.")
    )
    action = LineField(
        _l("Action"), limit=LONGEST_FIELD, hint=_l("In a few words, as in “return passports”.")
    )
    theme = ListField(_l("Theme"))
    phases = ChoicesField(_l("Phases"), choices=[Choice(phase, PHASE_WORDS[phase]) for phase in Phase])
    strength = ChoiceField(
        _l("Strength"),
        choices=[Choice(one, STRENGTHS[one]) for one in Strength],
        hint=_l("The same word should stand in the sentence."),
    )

    def offer_lists(self, bearers: Iterable[Bearer], themes: Iterable[Theme]) -> None:
        """The initiative's bearers and themes."""
        offered = [Choice(row.id, row.name) for row in bearers]
        self.bearers.offer(offered)
        self.lead.offer([Choice("", _l("nobody leads")), *offered])
        self.theme.offer([Choice("", _l("no theme")), *(Choice(row.id, row.name) for row in themes)])

    def draft(self) -> ProvisionDraft:
        """What was typed; raises Invalid where who leads is no bearer."""
        text = self.text.data or ""
        if self.kind.data != ProvisionKind.RESPONSIBILITY:
            return ProvisionDraft(text)
        chosen = self.bearers.data or []
        lead = self.lead.data or None
        if lead is not None and lead not in chosen:
            raise Invalid("instruments.lead_not_bearer", field="lead")
        return ProvisionDraft(
            text,
            Responsibility(
                bearers=tuple(Share(one, leads=one == lead) for one in chosen),
                beneficiary=self.beneficiary.data or "",
                action=self.action.data or "",
                theme_id=self.theme.data or None,
                phases=tuple(Phase(one) for one in self.phases.data or ()),
                strength=Strength(self.strength.data) if self.strength.data else None,
            ),
        )


class ProposeForm(ConcordForm):
    """Proposing to issue: every change of strength acknowledged, the text as it was looked over."""

    acknowledged = ChoicesField(_l("Changes of strength"))
    seen_hash = HiddenField()
    confirmed = HiddenField()


class ActForm(ConcordForm):
    """An act that needs nothing but its button."""


class DeclineForm(ConcordForm):
    """Declining to issue."""

    reason = TextField(
        _l("Reason"),
        limit=LONGEST_REASON,
        required=_l("Write the reason; the other co-chair will read it."),
    )
