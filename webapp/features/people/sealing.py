"""What must be read again is encrypted, what must only be recognised is hashed; both with keys of the installation.

The keys are derived from SECRET_KEY (HKDF, RFC 5869), one for each purpose, and stand nowhere in the database: a
copy of the database alone opens nothing. Another SECRET_KEY makes authenticators and recovery codes useless.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from webapp.base.kernel.settings import current_settings

NONCE_BYTES = 12


def seal(person_id: str, secret: str) -> str:
    """The secret, encrypted for this person (AES-256-GCM); moved to another person's row it does not open."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(_key("authenticator")).encrypt(nonce, secret.encode(), person_id.encode())
    return base64.urlsafe_b64encode(nonce + sealed).decode()


def unseal(person_id: str, sealed: str) -> str | None:
    """The secret, or None where it was not sealed here for this person."""
    try:
        whole = base64.urlsafe_b64decode(sealed.encode())
        opened = AESGCM(_key("authenticator")).decrypt(
            whole[:NONCE_BYTES], whole[NONCE_BYTES:], person_id.encode()
        )
    except (ValueError, InvalidTag):
        return None
    return opened.decode()


def hash_code(person_id: str, code: str) -> str:
    """By what a recovery code of this person is recognised (HMAC-SHA-256)."""
    return hmac.new(_key("recovery-code"), f"{person_id}\n{code}".encode(), hashlib.sha256).hexdigest()


def hash_mark(mark: str) -> str:
    """By what the mark of a device is recognised (HMAC-SHA-256)."""
    return hmac.new(_key("device"), mark.encode(), hashlib.sha256).hexdigest()


def _key(purpose: str) -> bytes:
    derived = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=f"concord.{purpose}".encode())
    return derived.derive(current_settings().secret_key.encode())
