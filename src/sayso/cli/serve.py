"""Serve the pages: explore, read and review in a browser, offline.

Prints the address and goes on until it is interrupted. Only the loopback address is
listened on, and nothing is fetched from anywhere. For a team, --members asks everybody
to sign in (see sayso users); only then may others reach the pages, over TLS: by --host
with a certificate, or by --name behind a proxy that speaks TLS. With --oidc members may
sign in by an account of that provider as well, which is the only other machine that is
asked anything then.
"""

from __future__ import annotations

import argparse
import socket
import sys
import webbrowser
from contextlib import ExitStack
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.serve_provider import (
    add_provider_arguments,
    make_provider,
    refuse_half_a_provider,
)
from sayso.errors import InputError, UnknownName
from sayso.workspace import Workspace, default_ledger

if TYPE_CHECKING:
    from sayso.web.forwarded import Network
    from sayso.workspace.members import Members
    from sayso.workspace.passkeys import Passkeys

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
    team = parser.add_argument_group("for a team")
    team.add_argument(
        "--members",
        nargs="?",
        const="",
        metavar="FILE",
        help="ask everybody to sign in (default file: beside the ledger, -members.db)",
    )
    team.add_argument(
        "--host", default=_HOST, metavar="ADDRESS", help="listen there, with --members"
    )
    team.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="HOST[:PORT]",
        help="answer to this name, too, in front of which there is TLS; the first one"
        " is what others reach the pages by",
    )
    team.add_argument("--certificate", metavar="PEM", help="speak TLS with it")
    team.add_argument("--key", metavar="PEM", help="its key, if not in the same file")
    team.add_argument(
        "--trusted-proxy",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="take this proxy's word (X-Forwarded-For) for whence visitors come, to"
        " count and note sign-ins by address; or a network (10.0.0.0/8)",
    )
    team.add_argument(
        "--passkeys",
        action="store_true",
        help="let members add passkeys and sign in with them; over TLS, or at"
        " http://localhost",
    )
    add_provider_arguments(parser)
    parser.add_argument("--open", action="store_true", help="open the browser, too")
    parser.add_argument(
        "--language",
        dest="interface",
        metavar="CODE",
        help="of the pages: en, ru or uk (default: as the browser asks; each page has"
        " links to the others)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Listen, print the address, serve."""
    try:
        import uvicorn  # an extra: the command line works without it

        from sayso.web.app import Door, make_app
        from sayso.web.guard import LOOPBACK
        from sayso.web.interface import INTERFACES
        from sayso.web.listening import PatientProtocol, is_shared, make_token
    except ImportError as error:
        raise InputError(
            f'the pages need the extra "web": pip install "sayso[web]" ({error})'
        ) from error
    language = str(arguments.interface or "")
    if language and language not in INTERFACES:
        raise UnknownName("language of the pages", language, INTERFACES)
    _refuse_open(arguments)
    refuse_half_a_provider(arguments)
    proxies = _proxies(arguments)
    if arguments.passkeys and arguments.members is None:
        arguments.refuse("--passkeys is for members: give --members, too")
    with ExitStack() as held:
        workspace = held.enter_context(Workspace(arguments.ledger))
        members = _members(arguments)
        if members is not None:
            held.callback(members.close)
        listener = held.enter_context(listen(arguments.port, arguments.host))
        asks = is_shared() if arguments.token is None else arguments.token
        token = make_token() if asks and members is None else None
        address = _address(arguments, listener)
        address += f"?token={token}" if token else ""
        print(address, flush=True)
        if not arguments.quiet:
            told = "whoever signs in" if members else "this machine only"
            print(f"serving {told}; Ctrl-C ends it", file=sys.stderr)
        if arguments.open:
            webbrowser.open(address)
        app = make_app(
            workspace,
            token=token,
            language=language,
            door=Door(
                members,
                hosts=(*LOOPBACK, *map(_host, arguments.name)),
                is_secure=bool(arguments.certificate or arguments.name),
                provider=make_provider(arguments, _reached(arguments, listener)),
                passkeys=_passkeys(arguments, members, _reached(arguments, listener)),
                proxies=proxies,
            ),
        )
        config = uvicorn.Config(
            app,
            http=PatientProtocol,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
            proxy_headers=False,  # anybody could send them
            ssl_certfile=arguments.certificate,
            ssl_keyfile=arguments.key,
        )
        uvicorn.Server(config).run(sockets=[listener])
    return 0


def _refuse_open(arguments: argparse.Namespace) -> None:
    """Refuse to show pages to others without signing in and without TLS."""
    is_open = not _is_loopback(arguments.host)
    if (is_open or arguments.name) and arguments.members is None:
        arguments.refuse("others reach the pages only with --members, to sign in")
    if is_open and not arguments.certificate:
        arguments.refuse(
            "passwords go over the network only encrypted: give --certificate, or"
            " listen on the loopback address behind a proxy with TLS and give --name"
        )
    if is_open and not arguments.name:
        arguments.refuse("say with --name how others call this machine")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _members(arguments: argparse.Namespace) -> Members | None:
    """Give who may sign in, None where nobody has to."""
    if arguments.members is None:
        return None
    from sayso.workspace.members import Members, members_file  # for a team alone

    path = members_file(arguments.ledger or default_ledger())
    return Members(Path(arguments.members or path), now=lambda: datetime.now(UTC))


def _proxies(arguments: argparse.Namespace) -> tuple[Network, ...]:
    """Give whose word is taken for where visitors come from."""
    from sayso.web.forwarded import parse_proxy  # an extra

    if arguments.trusted_proxy and arguments.members is None:
        arguments.refuse("--trusted-proxy is for members: give --members, too")
    found = []
    for words in arguments.trusted_proxy:
        proxy = parse_proxy(words)
        if proxy is None:
            raise InputError(
                f'"{words}" is no proxy: an address, or a network as 10.0.0.0/8'
            )
        found.append(proxy)
    return tuple(found)


def _passkeys(
    arguments: argparse.Namespace, members: Members | None, reached: str
) -> Passkeys | None:
    """Give the members' passkeys, None where they are not wanted."""
    if not arguments.passkeys or members is None:
        return None
    try:  # an extra
        from sayso.workspace.passkeys import Passkeys, Place
    except ImportError as error:
        raise InputError(
            f'--passkeys needs the extra "team": pip install "sayso[team]" ({error})'
        ) from error
    host = _host(reached.partition("://")[2])
    return Passkeys(members, Place(host, reached))


def _address(arguments: argparse.Namespace, listener: socket.socket) -> str:
    scheme = "https" if arguments.certificate else "http"
    port = listener.getsockname()[1]
    if arguments.name and arguments.certificate:
        return f"{scheme}://{_host(arguments.name[0])}:{port}/"
    # where passkeys belong, and where a provider sends visitors back to
    has_a_name = arguments.passkeys or arguments.oidc
    return f"{scheme}://{'localhost' if has_a_name else _HOST}:{port}/"


def _reached(arguments: argparse.Namespace, listener: socket.socket) -> str:
    """Give the address that others reach the pages by, without a path."""
    port = listener.getsockname()[1]
    if not arguments.name:
        return f"http://localhost:{port}"
    name = arguments.name[0].lower()
    is_told = name != _host(name) or not arguments.certificate or port == 443
    return f"https://{name}" if is_told else f"https://{name}:{port}"


def _host(name: str) -> str:
    """Give a name without its port."""
    host, colon, port = name.lower().rpartition(":")
    return host if colon and port.isdigit() else name.lower()


def listen(port: int | None, host: str = _HOST) -> socket.socket:
    """Give a socket on an address, at the port or the first free one.

    Raises:
        InputError: The port is no port or in use.
    """
    ports = range(PORT, PORT + _TRIED) if port is None else (port,)
    reason = ""
    for number in ports:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, number))
        except (OSError, OverflowError) as error:
            listener.close()
            reason = str(error)
            continue
        listener.listen(128)
        return listener
    wanted = f"{PORT} to {PORT + _TRIED - 1}" if port is None else str(port)
    raise InputError(f"port {wanted} cannot be listened on ({reason})")
