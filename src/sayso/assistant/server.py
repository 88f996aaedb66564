"""The tools over standard input and output, by the official library of the protocol.

Needs the extra mcp. One client, no network, nothing is written; what a tool cannot
answer comes back as a sentence, and the server goes on.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from typing import Any

import anyio
import mcp_types as types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from sayso import __version__
from sayso.assistant import TOOLS, Arguments
from sayso.assistant.held import Held
from sayso.assistant.records import NOTICE
from sayso.errors import InputError, SaysoError
from sayso.workspace import Workspace

_BY_NAME = {tool.name: tool for tool in TOOLS}
_READS = types.ToolAnnotations(
    read_only_hint=True,
    destructive_hint=False,
    idempotent_hint=True,
    open_world_hint=False,
)


def serve(workspace: Workspace) -> None:
    """Answer until the client is gone."""
    anyio.run(_serve, make_server(Held(workspace)))


def _warm(held: Held) -> None:
    with suppress(SaysoError):  # whoever asks first is told
        held.warm()


async def _serve(server: Server[Any]) -> None:
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def make_server(held: Held) -> Server[Any]:
    """Give the server with its tools.

    Whoever lists them will ask one: then what answers need is loaded beside.
    """
    warming = threading.Thread(target=_warm, args=(held,), daemon=True)

    async def list_tools(_context: Any, _params: Any) -> types.ListToolsResult:
        tools = [
            types.Tool(
                name=tool.name,
                description=tool.summary,
                input_schema=tool.schema(),
                annotations=_READS,
            )
            for tool in TOOLS
        ]
        if warming.ident is None:
            warming.start()
        return types.ListToolsResult(tools=tools)

    async def call_tool(
        _context: Any, params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        return await anyio.to_thread.run_sync(
            answer, held, params.name, params.arguments or {}
        )

    return Server(
        "sayso",
        version=__version__,
        instructions=NOTICE,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def answer(held: Held, name: str, given: dict[str, Any]) -> types.CallToolResult:
    """Give a tool's answer, or in a sentence why there is none."""
    try:
        tool = _BY_NAME.get(name)
        if tool is None:
            raise InputError(f'no tool is called "{name[:40]}"')
        found = {"notice": NOTICE, **tool.answer(held, Arguments(tool, given))}
    except SaysoError as error:
        said = types.TextContent(type="text", text=str(error))
        return types.CallToolResult(content=[said], is_error=True)
    shown = types.TextContent(type="text", text=json.dumps(found, ensure_ascii=False))
    return types.CallToolResult(content=[shown], structured_content=found)
