"""A small identity provider on loopback, whose tokens are really signed.

Does what OpenID Connect asks of one, and whatever a test makes it do wrong: `change`
gets the claims before they are signed, `sign` the signing itself.
"""

import base64
import hashlib
import json
import secrets
import threading
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey

CLIENT, SECRET = "sayso", "a secret: of + the client"


class LocalProvider:
    def __init__(self, now):
        self.now = now
        self.keys = [rsa_key("one", 0)]
        self.claims = {"sub": "17", "email": "vera@example.org", "email_verified": True}
        self.about: dict = {}
        self.info = None
        self.change = lambda claims: None
        self.sign = self.sign_well
        self.codes: dict[str, dict] = {}
        self.asked: list[str] = []
        self.answer = None  # (status, headers, body) instead of a token
        self.extra: dict[str, str] = {}  # in the answer to the browser

    def sign_well(self, claims, algorithm="RS256", key=None, **header):
        key = key or self.keys[0]
        header = {"alg": algorithm, "kid": key.kid, **header}
        return jwt.encode(header, claims, key, algorithms=[algorithm])

    def description(self):
        at = self.issuer
        return {
            "issuer": at,
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token",
            "jwks_uri": f"{at}/keys",
            **({"userinfo_endpoint": f"{at}/info"} if self.info is not None else {}),
            **self.about,
        }

    def authorize(self, query):
        """Let whoever comes in, as a provider does after asking for a password."""
        given = dict(parse_qsl(query))
        assert given["response_type"] == "code"
        assert given["client_id"] == CLIENT
        assert given["code_challenge_method"] == "S256"
        assert "openid" in given["scope"].split()
        code = secrets.token_urlsafe(16)
        self.codes[code] = given
        answer = {"code": code, "state": given["state"], **self.extra}
        return f"{given['redirect_uri']}?{urlencode(answer)}"

    def token(self, form, authorization):
        given = self.codes.pop(form.get("code", ""), None)
        who, _, secret = (
            base64.b64decode(authorization.removeprefix("Basic "))
            .decode()
            .partition(":")
        )
        if given is None or (who, secret) != (CLIENT, SECRET):
            return 400, {"error": "invalid_grant"}
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if challenge != given["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        if form["redirect_uri"] != given["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        now = int(self.now().timestamp())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": given["nonce"],
            **self.claims,
        }
        self.change(claims)
        return 200, {
            "token_type": "Bearer",
            "access_token": "an-access-token",
            "id_token": self.sign(claims),
        }


class Handler(BaseHTTPRequestHandler):
    provider: LocalProvider

    def do_GET(self):
        provider, parts = self.provider, urlsplit(self.path)
        provider.asked.append(parts.path)
        if parts.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", provider.authorize(parts.query))
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif parts.path == "/keys":
            keys = KeySet(provider.keys).as_dict(private=False)
            self.tell(200, keys)
        elif parts.path == "/info":
            is_known = self.headers["Authorization"] == "Bearer an-access-token"
            self.tell(200 if is_known else 401, provider.info)
        else:
            self.tell(200, provider.description())

    def do_POST(self):
        self.provider.asked.append(self.path)
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.provider.answer is not None:
            status, headers, sent = self.provider.answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)
            return
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self.tell(*self.provider.token(form, self.headers.get("Authorization", "")))

    def tell(self, status, record):
        body = json.dumps(record).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def served_provider(now):
    """Start one on loopback, and let it go."""
    provider = LocalProvider(now)
    handler = type("Own", (Handler,), {"provider": provider})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield provider
    server.shutdown()
    thread.join()
    server.server_close()


@cache
def rsa_key(kid, number):
    """A key of its own for each pair; making one takes a while."""
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig"})


def another_key(kid="one"):
    return rsa_key(kid, 1)


def elliptic_key(kid="two"):
    return ECKey.generate_key("P-256", {"kid": kid, "use": "sig"})


def part(record):
    return base64.urlsafe_b64encode(json.dumps(record).encode()).decode().rstrip("=")


def sign_by_hand(claims, make, **header):
    """A token as the library would not write it; `make` signs bytes."""
    signed = f"{part(header)}.{part(claims)}"
    signature = base64.urlsafe_b64encode(make(signed.encode())).decode().rstrip("=")
    return f"{signed}.{signature}"
