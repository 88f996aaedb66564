"""Serve a small ledger of invented reports for .ci/openapi; prints the port."""

import socket
import sys
import tempfile
from pathlib import Path

import uvicorn

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "web")]

from visitor import REPORTS  # noqa: E402 - of the tests, found by the line above

from sayso.web.app import make_app  # noqa: E402
from sayso.workspace import Reader, Settings, Workspace  # noqa: E402
from standin import READER, read_document  # noqa: E402

settings = Settings(reader=Reader(lambda: READER, read_document))
with (
    tempfile.TemporaryDirectory() as folder,
    Workspace(f"{folder}/held.db", settings=settings) as workspace,
):
    list(workspace.read(REPORTS))
    workspace.check()
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    print(listener.getsockname()[1], flush=True)
    config = uvicorn.Config(make_app(workspace), log_level="warning")
    uvicorn.Server(config).run(sockets=[listener])
