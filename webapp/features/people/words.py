"""Devices and what happened to an account, in words."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from webapp.base.web.messages import Words
from webapp.features.people.events import FactorChange
from webapp.features.people.queries import LogEntry

BROWSERS: Mapping[str, str] = {
    "edge": "Edge",
    "opera": "Opera",
    "samsung": "Samsung Internet",
    "firefox": "Firefox",
    "chrome": "Chrome",
    "safari": "Safari",
}
SYSTEMS: Mapping[str, str] = {
    "android": "Android",
    "ios": "iOS",
    "windows": "Windows",
    "chromeos": "ChromeOS",
    "macos": "macOS",
    "linux": "Linux",
}

HAPPENED: Mapping[str, Words] = {
    "people.administrator_created": _l("You became a site administrator."),
    "people.profile_changed": _l("You changed your name, language or time zone."),
    "people.password_set": _l("A password was set. Other devices were signed out."),
    "people.reset_requested": _l("A link to set a new password was asked for and sent to your address."),
    "people.second_factor_failed": _l(
        "The right password was followed by a wrong code, as often as is allowed."
    ),
    "people.signed_out_everywhere": _l("You signed out everywhere."),
    "people.recovery_started": _l("Somebody started to help you back into your account."),
    "people.recovery_cancelled": _l("You stopped the help to get back into your account."),
    "people.recovery_used": _l("A password was set by a recovery. Every second factor was removed."),
}

CHANGED_FACTORS: Mapping[str, Words] = {
    FactorChange.AUTHENTICATOR_ADDED: _l("You set up an authenticator."),
    FactorChange.AUTHENTICATOR_REMOVED: _l("You removed the authenticator."),
    FactorChange.PASSKEY_ADDED: _l("You added the passkey “%(label)s”."),
    FactorChange.PASSKEY_REMOVED: _l("You removed the passkey “%(label)s”."),
    FactorChange.CODES_MADE: _l("You made new recovery codes."),
}

ADDRESSES: Mapping[tuple[str, str], Words] = {
    ("people.address_change_asked", "sign_in"): _l("You asked to sign in with another address."),
    ("people.address_change_asked", "delivery"): _l("You asked to get notices at another address."),
    ("people.address_changed", "sign_in"): _l("You sign in with another address."),
    ("people.address_changed", "delivery"): _l("Your notices go to another address."),
    ("people.address_change_cancelled", "sign_in"): _l(
        "Changing the address with which you sign in was stopped."
    ),
    ("people.address_change_cancelled", "delivery"): _l("Changing the address for notices was stopped."),
}


def device_words(browser: str, system: str) -> str:
    """A device in words: "Firefox on Linux"."""
    named, under = BROWSERS.get(browser, ""), SYSTEMS.get(system, "")
    if named and under:
        return str(_("%(browser)s on %(system)s", browser=named, system=under))
    return named or under or str(_("a device that does not say what it is"))


def factor_words(what: str, label: str) -> str:
    """A change of the second factor in one sentence."""
    return str(CHANGED_FACTORS[what]) % {"label": label}


def log_words(entry: LogEntry) -> str:
    """What happened to the account, in one sentence."""
    told = entry.content
    if entry.event == "people.new_device_used":
        return str(_("You signed in on a new device: %(device)s.", device=_device(entry)))
    if entry.event == "people.device_signed_out":
        return str(_("You signed out a device: %(device)s.", device=_device(entry)))
    if entry.event == "people.second_factor_changed":
        return factor_words(told["what"], told["label"])
    if entry.event == "people.recovery_code_used":
        return codes_left(told["left"])
    return str(HAPPENED.get(entry.event) or ADDRESSES[entry.event, told["kind"]])


def codes_left(left: int) -> str:
    """That a recovery code was used, and how many remain."""
    return str(
        ngettext(
            "A recovery code was used; %(num)s is left.", "A recovery code was used; %(num)s are left.", left
        )
    )


def _device(entry: LogEntry) -> str:
    return device_words(entry.content["browser"], entry.content["system"])
