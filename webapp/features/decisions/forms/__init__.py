"""The forms of decisions: shape only."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from webapp.base.web.fields import (
    Choice,
    ChoiceField,
    ChoicesField,
    ConcordForm,
    DayField,
    LineField,
    ListField,
    MomentField,
    TextField,
)
from webapp.base.web.filters import shorten
from webapp.features.decisions.forms import wording
from webapp.features.decisions.queries import SubjectText
from webapp.features.decisions.rules.answers import OBJECT, REASON_LIMIT, Answer, options_of
from webapp.features.decisions.rules.proposals import QUESTION_LIMIT, OfferedRule, Proposal
from webapp.features.decisions.rules.transitions import DecisionKind, SubjectKind
from webapp.features.instruments.rules.snapshot import SnapshotElement
from webapp.features.instruments.words import revision_words

BETWEEN = ":"


class ProposalForm(ConcordForm):
    """Putting a question to decision, or a text under silence: filled in, then looked at once more."""

    kind = ChoiceField(
        _l("Kind"),
        choices=[Choice(value, words, wording.KIND_EFFECTS[value]) for value, words in wording.KINDS.items()],
        required=_l("Choose what kind of decision this is."),
    )
    subject = ListField(
        _l("What is decided"),
        required=_l("Choose what is decided."),
        hint=_l("Of the current text, or a question of procedure, which changes no text."),
    )
    question = LineField(
        _l("Question"),
        limit=QUESTION_LIMIT,
        required=_l("Write the question."),
        hint=_l("One sentence that can be answered, such as “Shall principle 3 be agreed?”"),
    )
    rule_key = ChoiceField(
        _l("Rule"),
        hint=_l("Only for a call for positions; silence has its own rule, an indication none."),
    )
    closes_at = MomentField(
        _l("Deadline"),
        required=_l("Say when the decision closes."),
        hint=_l("Leave time for the other co-chair: the members have what remains after the confirmation."),
    )
    confirmed = HiddenField()

    def offer(self, texts: Iterable[SubjectText], rules: Iterable[OfferedRule]) -> None:
        """What can be decided, and by which rules."""
        self.subject.offer(_subjects(texts))
        self.rule_key.offer(
            Choice(rule.key, wording.rule_title(rule.key), wording.rule_sentence(rule.key)) for rule in rules
        )

    def proposal(self) -> Proposal:
        """What was typed."""
        kind, _between, subject_id = (self.subject.data or "").partition(BETWEEN)
        assert self.closes_at.data is not None
        return Proposal(
            kind=DecisionKind(self.kind.data),
            subject_kind=SubjectKind(kind),
            subject_id=subject_id or None,
            question=self.question.data or "",
            rule_key=self.rule_key.data or "",
            closes_at=self.closes_at.data,
        )


class PositionForm(ConcordForm):
    """A position: filled in, then looked at once more."""

    option = ChoiceField(_l("Position"), required=_l("Choose a position."))
    reason = TextField(
        _l("Reason"),
        limit=REASON_LIMIT,
        hint=_l("A reservation and an objection need one. All delegations read it, under your name."),
    )
    ad_referendum = DayField(
        _l("Ad referendum until"),
        hint=_l("Only if your own organs must still confirm it: the day by which they do."),
    )
    confirmed = HiddenField()

    def offer_options(self, kind: str) -> None:
        """The positions that can be taken; breaking silence has a form of its own."""
        self.option.offer(
            Choice(option.id, wording.OPTIONS[option.id], wording.OPTION_EFFECTS[option.id])
            for option in options_of(kind)
            if kind != DecisionKind.SILENCE or option.id != OBJECT
        )

    def answer(self) -> Answer:
        """What was typed."""
        return Answer(
            option=self.option.data or "",
            reason=self.reason.data or "",
            ad_referendum=self.ad_referendum.data,
        )


class BreakForm(ConcordForm):
    """Breaking silence: filled in, then confirmed on a second page."""

    concerns = ChoicesField(
        _l("Which provisions does it concern?"), required=_l("Choose at least one provision.")
    )
    reason = TextField(
        _l("Reason"),
        id="break-reason",  # the page has another form with a reason
        limit=REASON_LIMIT,
        required=_l("An objection needs a reason: what it concerns, and what would lift it."),
        hint=_l(
            "All delegations read it, under your delegation’s name. Proposing other words is a break too."
        ),
    )
    confirmed = HiddenField()

    def offer_provisions(self, subject: SubjectText | None) -> None:
        """The provisions that lie under silence."""
        provisions = subject.snapshot.provisions if subject else ()
        self.concerns.offer(Choice(one.id, one.number, shorten(one.text)) for one in provisions)

    def answer(self) -> Answer:
        """What was typed: a break is the position `object`."""
        return Answer(option=OBJECT, reason=self.reason.data or "", concerns=tuple(self.concerns.data or ()))


class ExtensionForm(ConcordForm):
    """Extending a silence procedure."""

    closes_at = MomentField(_l("New deadline, for all"), required=_l("Say when the deadline will be."))
    reason = TextField(_l("Reason"), limit=REASON_LIMIT, required=_l("Write the reason; everybody reads it."))
    confirmed = HiddenField()


class ReasonForm(ConcordForm):
    """An act of the co-chairs that needs a reason."""

    reason = TextField(_l("Reason"), limit=REASON_LIMIT, required=_l("Write the reason; everybody reads it."))
    confirmed = HiddenField()


class DeclineForm(ConcordForm):
    """Declining or taking back a proposed decision."""

    reason = TextField(
        _l("Reason"),
        limit=REASON_LIMIT,
        required=_l("Write the reason for the other co-chair."),
    )


class PressForm(ConcordForm):
    """An act that is nothing but its button."""


def _subjects(texts: Iterable[SubjectText]) -> Iterable[Choice]:
    for text in texts:
        yield Choice(
            f"{SubjectKind.INSTRUMENT}{BETWEEN}{text.instrument_id}",
            _(
                "The whole text at %(revision)s: %(title)s",
                revision=revision_words(text.label),
                title=text.title,
            ),
        )
        for element in text.snapshot.elements:
            yield Choice(f"{SubjectKind.ELEMENT}{BETWEEN}{element.id}", _element_words(element))
            for provision in element.provisions:
                words = f"{provision.number}  {shorten(provision.text, 70)}"
                yield Choice(f"{SubjectKind.PROVISION}{BETWEEN}{provision.id}", words)
    yield Choice(f"{SubjectKind.QUESTION}{BETWEEN}", _("A question of procedure"))


def _element_words(element: SnapshotElement) -> str:
    words = f"{wording.ELEMENTS[element.kind]} {element.number}".strip()
    return f"{words[:1].upper()}{words[1:]}: {element.title}" if element.title else words
