"""Fields of text: cleaned, limited, and kept as typed where they cannot be accepted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup
from wtforms import Field, HiddenField, PasswordField, StringField, widgets

from webapp.base.kernel.cleaning import clean_line, clean_text
from webapp.base.kernel.errors import Invalid
from webapp.base.web.fields.form import settings
from webapp.base.web.messages import Words, sentence, sentence_of


class LineField(StringField):
    """One line of text, of at most `limit` characters; what is too long comes back whole, never cut."""

    def __init__(
        self,
        label: str,
        *,
        limit: int,
        required: Words | None = None,
        hint: Words = "",
        **more: Any,
    ) -> None:
        super().__init__(label, **settings(required, hint, more))
        self.limit = limit

    def cleaned(self, typed: str) -> str:
        """The text as it will be stored."""
        return clean_line(typed, self.limit)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed; what cannot be accepted is kept as typed, with the reason."""
        if not valuelist:
            return
        self.data = valuelist[0]
        try:
            self.data = self.cleaned(valuelist[0])
        except Invalid as error:
            raise ValueError(sentence(error)) from error


class TextField(LineField):
    """Text of several lines."""

    widget = widgets.TextArea()

    def cleaned(self, typed: str) -> str:
        """The text as it will be stored."""
        return clean_text(typed, self.limit)


class MailAddressField(LineField):
    """A mail address on one line; whether it is one is for the feature to say."""

    widget = widgets.EmailInput()


class SuggestingInput(widgets.TextInput):
    """One line with a list of answers that narrows as one types; anything may be typed."""

    def __call__(self, field: Field, **kwargs: Any) -> Markup:
        """The control and its list."""
        suggestions = getattr(field, "suggestions", ())
        offered = Markup("").join(Markup('<option value="{}">').format(one) for one in suggestions)
        control = super().__call__(field, list=f"{field.id}-list", **kwargs)
        return Markup('{}<datalist id="{}-list">{}</datalist>').format(control, field.id, offered)


class SuggestingField(LineField):
    """One line for which answers are suggested; whether what was typed is one is for the feature to say."""

    widget = SuggestingInput()

    def __init__(self, label: str, *, suggestions: Sequence[str], **more: Any) -> None:
        super().__init__(label, **more)
        self.suggestions = suggestions


class IdentifierField(HiddenField):
    """An identifier that the page put into the form; nothing else is taken."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what looks like an identifier."""
        given = valuelist[0] if valuelist else ""
        if given and not (given.isascii() and given.isalnum()):
            self.data = ""
            raise ValueError(sentence_of("text.not_a_choice", {}))
        self.data = given


class SecretField(PasswordField):
    """A password: neither cleaned nor shown again."""

    def __init__(self, label: str, *, required: Words | None = None, hint: Words = "", **more: Any) -> None:
        super().__init__(label, **settings(required, hint, more))
