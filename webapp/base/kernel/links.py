"""Signed identifiers for links in mails: the secret is derived, so that it is stored nowhere."""

from __future__ import annotations

from itsdangerous import BadData, URLSafeSerializer


def sign_link(secret_key: str, purpose: str, identifier: str) -> str:
    """The token that stands in a link for this identifier; another purpose cannot read it."""
    return str(_serializer(secret_key, purpose).dumps(identifier))


def read_link(secret_key: str, purpose: str, token: str) -> str | None:
    """The identifier in a token, or None where it was not made here for this purpose."""
    try:
        identifier = _serializer(secret_key, purpose).loads(token)
    except BadData:
        return None
    return identifier if isinstance(identifier, str) else None


def _serializer(secret_key: str, purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret_key, salt=f"concord.link.{purpose}")
