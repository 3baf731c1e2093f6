"""Forms and their fields: clean text, moments in a zone, choices with their effects, and errors in their place.

`hint` stands between label and control; `required` is the sentence that is shown when nothing was given.
"""

from webapp.base.web.fields.choices import Choice, ChoiceField, ChoicesField, ListField, YesField
from webapp.base.web.fields.figures import DayField, MomentField, WholeNumberField
from webapp.base.web.fields.form import ConcordForm, Required
from webapp.base.web.fields.text import (
    IdentifierField,
    LineField,
    MailAddressField,
    SecretField,
    SuggestingField,
    TextField,
)

__all__ = [
    "Choice",
    "ChoiceField",
    "ChoicesField",
    "ConcordForm",
    "DayField",
    "IdentifierField",
    "LineField",
    "ListField",
    "MailAddressField",
    "MomentField",
    "Required",
    "SecretField",
    "SuggestingField",
    "TextField",
    "WholeNumberField",
    "YesField",
]
