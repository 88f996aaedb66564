"""A device that holds passkeys, in software: as a browser sends it, really signed.

Each word of an answer can be made wrong, which no browser does.
"""

import hashlib
import json
import secrets
from base64 import urlsafe_b64encode

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


class Authenticator:
    def __init__(self, origin):
        self.origin, self.count = origin, 0
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(32)
        self.handle = ""

    def make(self, options, **wrong):
        """What `navigator.credentials.create` gives, as JSON."""
        self.handle = options["user"]["id"]
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1}
        public[-2] = numbers.x.to_bytes(32, "big")
        public[-3] = numbers.y.to_bytes(32, "big")
        public |= wrong.pop("public", {})
        held = bytes(16) + len(self.id).to_bytes(2, "big") + self.id
        held += cbor2.dumps(public)
        host = wrong.pop("host", options["rp"]["id"])
        flags = wrong.pop("flags", PRESENT | VERIFIED)
        data = self.data(host, flags | ATTESTED) + held
        made = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        told = self.client("webauthn.create", options, wrong)
        response = {"attestationObject": text(made), "clientDataJSON": text(told)}
        return self.credential(response, wrong)

    def use(self, options, **wrong):
        """What `navigator.credentials.get` gives, as JSON."""
        self.count += 1
        host = wrong.pop("host", options["rpId"])
        data = self.data(host, wrong.pop("flags", PRESENT | VERIFIED))
        told = self.client("webauthn.get", options, wrong)
        key = wrong.pop("key", self.key)
        signed = wrong.pop("signed", data + hashlib.sha256(told).digest())
        response = {
            "authenticatorData": text(data),
            "clientDataJSON": text(told),
            "signature": text(key.sign(signed, ec.ECDSA(SHA256()))),
            "userHandle": self.handle,
        }
        return self.credential(response, wrong)

    def data(self, host, flags):
        digest = hashlib.sha256(host.encode()).digest()
        return digest + bytes([flags]) + self.count.to_bytes(4, "big")

    def client(self, kind, options, wrong):
        told = {
            "type": kind,
            "challenge": options["challenge"],
            "origin": self.origin,
            "crossOrigin": False,
        }
        return json.dumps(told | wrong.pop("told", {})).encode()

    def credential(self, response, wrong):
        record = {"id": text(self.id), "rawId": text(self.id), "type": "public-key"}
        response |= wrong.pop("response", {})
        record |= wrong.pop("credential", {})
        assert not wrong, wrong
        return {**record, "response": response, "clientExtensionResults": {}}
