"""Which addresses may be connected to, and that the one checked is the one used."""

import socket

import pytest

from sayso.errors import InputError
from sayso.workspace import reaching
from sayso.workspace.reaching import is_open, reach


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:a00:1::1",
        "2001:0:a00:1::1",
        "::10.0.0.1",
    ],
)
def test_addresses_of_the_local_network_are_not_open(address):
    assert not is_open(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "2620:fe::9", "::ffff:9.9.9.9"])
def test_addresses_of_the_open_network_are(address):
    assert is_open(address)


def test_a_name_is_asked_once_and_what_was_checked_is_used(monkeypatch):
    asked = []

    def answer(host, port, **_named):
        asked.append(host)
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, ("127.0.0.1" if len(asked) > 1 else "9.9.9.9", port))]

    used = []

    class Line(socket.socket):
        def connect(self, address):
            used.append(address[0])

    monkeypatch.setattr(reaching.socket, "getaddrinfo", answer)
    monkeypatch.setattr(reaching.socket, "socket", Line)
    reach("post.example", 80, 1, may_be_private=False).close()
    assert used == ["9.9.9.9"]
    with pytest.raises(InputError, match="in the local network"):
        reach("post.example", 80, 1, may_be_private=False)
