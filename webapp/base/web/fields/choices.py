"""Fields that offer answers, each with what choosing it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from wtforms import BooleanField, SelectField, SelectMultipleField, widgets
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from webapp.base.web.fields.form import settings
from webapp.base.web.messages import Words, sentence_of


@dataclass(frozen=True)
class Choice:
    """One answer of a choice: its value, its words, and what choosing it does."""

    value: str
    words: Words
    effect: Words = ""


class _Offering(SelectField):
    """A field with answers to choose from; `offer` sets those that only the page knows."""

    def __init__(
        self,
        label: str,
        *,
        choices: Iterable[Choice] = (),
        required: Words | None = None,
        hint: Words = "",
        **more: Any,
    ) -> None:
        super().__init__(label, **settings(required, hint, more))
        self.offer(choices)

    def offer(self, choices: Iterable[Choice]) -> None:
        """The answers that may be given."""
        offered = list(choices)
        self.effects = {choice.value: choice.effect for choice in offered}
        self.choices = [SelectChoice(choice.value, choice.words) for choice in offered]

    def pre_validate(self, form: BaseForm) -> None:
        """Only what was offered; no answer at all is for `required` to judge."""
        for value in self.given():
            if value not in self.effects:
                raise ValidationError(sentence_of("text.not_a_choice", {}))

    def given(self) -> Sequence[str]:
        """The answers that were given."""
        return [self.data] if self.data else []


class ChoiceField(_Offering):
    """One answer among radio buttons."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.RadioInput()


class ListField(_Offering):
    """One answer from a list that opens; for long lists only."""

    def offer(self, choices: Iterable[Choice]) -> None:
        """The answers that may be given. Where the first is one, a browser has nothing to insist on."""
        offered = list(choices)
        super().offer(offered)
        if offered and offered[0].value:
            self.flags.required = False


class ChoicesField(_Offering, SelectMultipleField):
    """Any number of answers among check boxes."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()

    def given(self) -> Sequence[str]:
        """The answers that were given."""
        return list(self.data or [])


class YesField(BooleanField):
    """One check box."""

    def __init__(self, label: str, *, required: Words | None = None, hint: Words = "", **more: Any) -> None:
        super().__init__(label, **settings(required, hint, more))
