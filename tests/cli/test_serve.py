"""`sayso serve`: prints its address, answers this machine, ends when interrupted."""

import http.client
import signal
import socket
import subprocess
import sys

import pytest

from sayso.cli.serve import listen
from sayso.errors import InputError

pytest.importorskip("uvicorn", reason="the pages need the extra web")


def test_it_prints_its_address_and_answers(tmp_path):
    program = "import sys; from sayso.cli import main; sys.exit(main())"
    command = [
        sys.executable,
        "-c",
        program,
        "serve",
        "--port",
        "0",
        "-q",
        "--no-token",
    ]
    command += ["--ledger", str(tmp_path / "new.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        address = served.stdout.readline().strip()
        host, _, port = address.removeprefix("http://").strip("/").partition(":")
        connection = http.client.HTTPConnection(host, int(port), timeout=20)
        connection.request("GET", "/claims.json")
        assert connection.getresponse().status == 200
        connection.close()
        served.send_signal(signal.SIGINT)
        assert served.wait(timeout=20) in (0, 130)
    assert host == "127.0.0.1"


def test_a_port_in_use_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(InputError, match="cannot be listened on"):
            listen(taken.getsockname()[1])


@pytest.mark.parametrize("port", [-1, 70000])
def test_a_port_that_is_none_is_told(port):
    with pytest.raises(InputError):
        listen(port)
