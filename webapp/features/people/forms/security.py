"""The shape of what is typed to change the ways into an account."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from webapp.base.web.fields import ConcordForm, LineField, MailAddressField, TextField
from webapp.features.people.forms.entering import CODE, LONGEST_ADDRESS

LONGEST_NAME_OF_PASSKEY = 80
LONGEST_REASON = 1000


class ButtonForm(ConcordForm):
    """A page whose form is only its button."""


class AuthenticatorForm(ConcordForm):
    """A code that shows that the authenticator has the secret, which comes back sealed."""

    sealed_secret = HiddenField()
    code = LineField(
        _l("Code that your authenticator shows"),
        limit=20,
        required=_l("Enter the six figures that your authenticator shows."),
        render_kw={**CODE, "inputmode": "numeric"},
    )


class PasskeyForm(ConcordForm):
    """A passkey and the name by which its owner knows it."""

    name = LineField(
        _l("Name of the passkey"),
        limit=LONGEST_NAME_OF_PASSKEY,
        required=_l("Give the passkey a name."),
        hint=_l("So that you know it again, like “office laptop” or “blue key”."),
    )
    answer = HiddenField()


class AddressForm(ConcordForm):
    """Another address."""

    email = MailAddressField(
        _l("New e-mail address"),
        limit=LONGEST_ADDRESS,
        required=_l("Enter the new address."),
        render_kw={"autocomplete": "email"},
    )


class ReasonForm(ConcordForm):
    """Why somebody is helped back in."""

    reason = TextField(
        _l("How you know that it is the person who asks"),
        limit=LONGEST_REASON,
        required=_l("Write how you know."),
        hint=_l("The person reads this, and it is recorded with your name."),
    )


class RecoverForm(ReasonForm):
    """The same, for an administrator, who names the account."""

    email = MailAddressField(
        _l("Address with which the person signs in"),
        limit=LONGEST_ADDRESS,
        required=_l("Enter the address."),
    )
