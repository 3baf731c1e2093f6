"""A passkey made of software: it answers what a browser is asked, as a device would."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import struct
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40
COORDINATE = 32


@dataclass
class SoftKey:
    """Signs for one host. Every fault that a forger could try is a field that a test may set."""

    host: str = "localhost"
    origin: str = "http://localhost"
    verified: bool = True
    count: int = 0
    handle: str = ""
    secret: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(16))

    def make(self, options: str) -> str:
        """The answer to being asked to register."""
        asked = json.loads(options)
        self.handle = asked["user"]["id"]
        data = self._data(PRESENT | ATTESTED) + self._attested()
        client = self._client("webauthn.create", asked["challenge"])
        statement = {"fmt": "none", "attStmt": {}, "authData": data}
        return self._answer(clientDataJSON=client, attestationObject=cbor2.dumps(statement))

    def sign(self, options: str) -> str:
        """The answer to being asked to sign in."""
        self.count += 1
        data = self._data(PRESENT)
        client = self._client("webauthn.get", json.loads(options)["challenge"])
        signature = self.secret.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(
            clientDataJSON=client,
            authenticatorData=data,
            signature=signature,
            userHandle=base64.urlsafe_b64decode(self.handle + "=="),
        )

    def _data(self, flags: int) -> bytes:
        flags |= VERIFIED if self.verified else 0
        return hashlib.sha256(self.host.encode()).digest() + struct.pack(">BI", flags, self.count)

    def _attested(self) -> bytes:
        point = self.secret.public_key().public_numbers()
        key = {
            1: 2,
            3: -7,
            -1: 1,
            -2: point.x.to_bytes(COORDINATE, "big"),
            -3: point.y.to_bytes(COORDINATE, "big"),
        }
        length = struct.pack(">H", len(self.credential_id))
        return bytes(16) + length + self.credential_id + bytes(cbor2.dumps(key))

    def _client(self, kind: str, challenge: str) -> bytes:
        told = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _answer(self, **response: bytes) -> str:
        name = _text(self.credential_id)
        told = {part: _text(content) for part, content in response.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": told})


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")
