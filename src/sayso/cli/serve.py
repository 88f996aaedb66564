"""Serve the pages to this machine: explore, read and review in a browser, offline.

Prints the address and goes on until it is interrupted. Only the loopback address is
listened on; nothing is fetched from anywhere.
"""

from __future__ import annotations

import argparse
import socket
import sys
import webbrowser

from sayso.errors import InputError
from sayso.workspace import Workspace

EXAMPLE = "sayso serve --ledger news.db --open"
PORT = 8765
"""Where pages are looked for first; the next free one is taken when it is in use."""
_TRIED = 20
_HOST = "127.0.0.1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `sayso serve`."""
    parser.add_argument(
        "--port", type=int, metavar="N", help=f"default: the first free from {PORT}"
    )
    parser.add_argument(
        "--token",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="ask for a token (default: where others have accounts on this machine)",
    )
    parser.add_argument("--open", action="store_true", help="open the browser, too")


def run(arguments: argparse.Namespace) -> int:
    """Listen, print the address, serve."""
    try:
        import uvicorn  # an extra: the command line works without it

        from sayso.web.app import make_app
        from sayso.web.listening import PatientProtocol, is_shared, make_token
    except ImportError as error:
        raise InputError(
            f'the pages need the extra "web": pip install "sayso[web]" ({error})'
        ) from error
    with Workspace(arguments.ledger) as workspace, listen(arguments.port) as listener:
        asks = is_shared() if arguments.token is None else arguments.token
        token = make_token() if asks else None
        address = f"http://{_HOST}:{listener.getsockname()[1]}/"
        address += f"?token={token}" if token else ""
        print(address, flush=True)
        if not arguments.quiet:
            print("serving this machine only; Ctrl-C ends it", file=sys.stderr)
        if arguments.open:
            webbrowser.open(address)
        config = uvicorn.Config(
            make_app(workspace, token=token),
            http=PatientProtocol,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        uvicorn.Server(config).run(sockets=[listener])
    return 0


def listen(port: int | None) -> socket.socket:
    """Give a socket on the loopback address, at the port or the first free one.

    Raises:
        InputError: The port is no port or in use.
    """
    ports = range(PORT, PORT + _TRIED) if port is None else (port,)
    reason = ""
    for number in ports:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((_HOST, number))
        except (OSError, OverflowError) as error:
            listener.close()
            reason = str(error)
            continue
        listener.listen(128)
        return listener
    wanted = f"{PORT} to {PORT + _TRIED - 1}" if port is None else str(port)
    raise InputError(f"port {wanted} cannot be listened on ({reason})")
