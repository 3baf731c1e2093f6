"""The shape of what people type about themselves and to come in."""

from webapp.features.people.forms.entering import (
    LONGEST_ADDRESS,
    AnswerForm,
    CodeForm,
    ForgotForm,
    PasswordForm,
    ProveForm,
    SignInForm,
)
from webapp.features.people.forms.profile import AppearanceForm, ProfileForm
from webapp.features.people.forms.security import (
    AddressForm,
    AuthenticatorForm,
    ButtonForm,
    PasskeyForm,
    ReasonForm,
    RecoverForm,
)

__all__ = [
    "LONGEST_ADDRESS",
    "AddressForm",
    "AnswerForm",
    "AppearanceForm",
    "AuthenticatorForm",
    "ButtonForm",
    "CodeForm",
    "ForgotForm",
    "PasskeyForm",
    "PasswordForm",
    "ProfileForm",
    "ProveForm",
    "ReasonForm",
    "RecoverForm",
    "SignInForm",
]
