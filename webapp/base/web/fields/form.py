"""The form: its key, errors in their place, and what must be given."""

from __future__ import annotations

from typing import Any, ClassVar

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField
from wtforms.form import BaseForm
from wtforms.validators import StopValidation

from webapp.base.kernel.errors import CodedError
from webapp.base.kernel.ids import new_id
from webapp.base.web.messages import Words, sentence


class ConcordForm(FlaskForm):  # type: ignore[misc]
    """A form with a key that is spent once, so that pressing twice leads to the first result.

    A form that comes back with errors keeps its key: nothing was spent.
    """

    idempotency_key = HiddenField(default=new_id)

    def place_error(self, field: str | None, error: CodedError) -> None:
        """Put a service's error on this field, or on the one that the error names, or else above the form."""
        target = self._fields.get(field or error.field or "")
        if target is None:
            self.form_errors.append(sentence(error))
        else:
            target.errors = [*target.errors, sentence(error)]


class Required:
    """A validator: something must be given; else the field's own sentence says what."""

    field_flags: ClassVar[dict[str, bool]] = {"required": True}

    def __init__(self, words: Words) -> None:
        self.words = words

    def __call__(self, form: BaseForm, field: Field) -> None:
        if field.process_errors:
            raise StopValidation()
        given = field.data.strip() if isinstance(field.data, str) else field.data
        if given is None or given is False or given in ("", []):
            raise StopValidation(str(self.words))


def settings(required: Words | None, hint: Words, more: dict[str, Any]) -> dict[str, Any]:
    """What WTForms' own fields are told: the validators, the hint, and whatever else was given."""
    validators = [*([Required(required)] if required else []), *more.pop("validators", ())]
    return {"validators": validators, "description": hint, **more}
