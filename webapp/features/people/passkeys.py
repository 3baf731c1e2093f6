"""Passkeys (WebAuthn level 2): what a browser is asked, and whether its answer holds."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers.base64url_to_bytes import base64url_to_bytes
from webauthn.helpers.bytes_to_base64url import bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from webapp.base.kernel.settings import current_settings

NAME = "Concord"
LONGEST_ANSWER = 20_000
"""Characters; an answer of a browser has some two thousand."""


@dataclass(frozen=True)
class RelyingParty:
    """For whom passkeys are made: a host name, and the address under which pages must be open."""

    id: str
    origin: str


@dataclass(frozen=True)
class NewKey:
    """The public half of a passkey that was just made."""

    credential_id: str
    public_key: str
    sign_count: int


def relying_party() -> RelyingParty:
    """Derived from the public address. A browser makes no passkey for a bare number: there the name is localhost."""
    parts = urlsplit(current_settings().public_url)
    host = parts.hostname or "localhost"
    if _is_number(host):
        port = f":{parts.port}" if parts.port else ""
        return RelyingParty("localhost", f"{parts.scheme}://localhost{port}")
    return RelyingParty(host, f"{parts.scheme}://{parts.netloc}")


def new_challenge() -> str:
    """Random bytes that a device must sign, as text."""
    return bytes_to_base64url(webauthn.helpers.generate_challenge())


def options_to_register(person_id: str, email: str, name: str, have: Sequence[str], challenge: str) -> str:
    """What the browser is asked to make, as JSON. The person must be verified by the device each time."""
    options = webauthn.generate_registration_options(
        rp_id=relying_party().id,
        rp_name=NAME,
        user_id=person_id.encode(),
        user_name=email,
        user_display_name=name,
        challenge=base64url_to_bytes(challenge),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(one)) for one in have],
    )
    return webauthn.options_to_json(options)


def options_to_enter(challenge: str) -> str:
    """What the browser is asked to sign, as JSON. It names no passkey: the answer tells nobody who has one."""
    options = webauthn.generate_authentication_options(
        rp_id=relying_party().id,
        challenge=base64url_to_bytes(challenge),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return webauthn.options_to_json(options)


def made_key(answer: str, challenge: str) -> NewKey | None:
    """The new key in a browser's answer, or None where the answer does not hold."""
    party = relying_party()
    try:
        made = webauthn.verify_registration_response(
            credential=_read(answer),
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=party.id,
            expected_origin=party.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return None
    return NewKey(
        bytes_to_base64url(made.credential_id),
        bytes_to_base64url(made.credential_public_key),
        made.sign_count,
    )


def named_key(answer: str) -> tuple[str, str] | None:
    """Which passkey an answer claims to be signed with, and for which person; None where it is no answer."""
    try:
        read = _read(answer)
        handle = read["response"].get("userHandle") or ""
        return str(read["id"]), base64url_to_bytes(str(handle)).decode("ascii")
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def signed_count(answer: str, challenge: str, public_key: str, sign_count: int) -> int | None:
    """The passkey's new count where the signature holds, else None.

    A count that does not grow, where the passkey counts, means a copy (WebAuthn, 6.1.1), and does not hold.
    """
    party = relying_party()
    try:
        signed = webauthn.verify_authentication_response(
            credential=_read(answer),
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=party.id,
            expected_origin=party.origin,
            credential_public_key=base64url_to_bytes(public_key),
            credential_current_sign_count=sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return None
    return signed.new_sign_count


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST_ANSWER:
        raise ValueError("too long")
    read = json.loads(answer)
    if not isinstance(read, dict):
        raise TypeError("no object")
    return read


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
