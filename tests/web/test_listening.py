"""A connection that never says what it wants is let go."""

import socket
import threading

import pytest
import uvicorn

from sayso.cli.serve import listen
from sayso.web import listening
from sayso.web.listening import PatientProtocol, make_token


async def answer(scope, receive, send):
    await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"done"})


@pytest.fixture
def port(monkeypatch):
    monkeypatch.setattr(listening, "WAITING", 0.2)
    config = uvicorn.Config(
        answer, http=PatientProtocol, lifespan="off", log_level="error"
    )
    server = uvicorn.Server(config)
    with listen(0) as listener:
        serve = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        serve.start()
        yield listener.getsockname()[1]
        server.should_exit = True
        serve.join()


HALVES = {
    "nothing": b"",
    "half a line": b"GET / HT",
    "half a head": b"GET / HTTP/1.1\r\nHost: a\r\n",
    "half a body": b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab",
}


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
def test_half_a_request_does_not_hold_a_place(port, half):
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.settimeout(60)
        client.sendall(half)
        while client.recv(1024):
            pass  # ends when the server does


def test_a_whole_request_is_answered(port):
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.settimeout(60)
        client.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        data = b""
        while part := client.recv(1024):
            data += part
    assert data.startswith(b"HTTP/1.1 200")
    assert b"done" in data


def test_tokens_differ():
    assert len({make_token() for _ in range(9)}) == 9
