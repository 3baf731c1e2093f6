"""The shape of what people type to come in."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from webapp.base.web.fields import ConcordForm, LineField, MailAddressField, SecretField

LONGEST_ADDRESS = 254
"""RFC 5321, 4.5.3.1.3, less the angle brackets."""
CODE = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}


class SignInForm(ConcordForm):
    """Address and password."""

    email = MailAddressField(
        _l("E-mail address"),
        limit=LONGEST_ADDRESS,
        required=_l("Enter your e-mail address."),
        render_kw={"autocomplete": "username"},
    )
    password = SecretField(
        _l("Password"),
        required=_l("Enter the password for this address."),
        render_kw={"autocomplete": "current-password"},
    )


class ForgotForm(ConcordForm):
    """The address to which a link goes."""

    email = MailAddressField(
        _l("E-mail address"),
        limit=LONGEST_ADDRESS,
        required=_l("Enter your e-mail address."),
        render_kw={"autocomplete": "username"},
    )


class PasswordForm(ConcordForm):
    """A new password."""

    password = SecretField(
        _l("New password"),
        required=_l("Enter a password."),
        hint=_l("At least 12 characters. A sentence that only you would say is good."),
        render_kw={"autocomplete": "new-password", "minlength": 12},
    )


class CodeForm(ConcordForm):
    """The second factor, typed."""

    code = LineField(
        _l("Code"),
        limit=80,
        required=_l("Enter a code."),
        hint=_l("The six figures that your authenticator shows now, or one of your recovery codes."),
        render_kw=CODE,
    )


class AnswerForm(ConcordForm):
    """What a browser answers for a passkey."""

    answer = HiddenField()


class ProveForm(ConcordForm):
    """Password, and the second factor where there is one."""

    password = SecretField(
        _l("Password"),
        required=_l("Enter your password."),
        render_kw={"autocomplete": "current-password"},
    )
    code = LineField(
        _l("Code"),
        limit=80,
        hint=_l("The six figures that your authenticator shows now, or one of your recovery codes."),
        render_kw=CODE,
    )
