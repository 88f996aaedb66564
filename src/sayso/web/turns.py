"""A few requests at a time, in the order they came; who takes long lets others by.

Python works on one request at a time anyway. Forty begun at once all wait for each
other, and the shortest takes forty times what it needs; one after another each is done
when it is done. A request that takes longer than `LONG` (origins of a large ledger, an
export) gives its turn away and goes on beside the others, so that it holds up nobody.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.lowlevel import RunVar

AT_ONCE = 4
"""Requests worked on: one computes while others wait for the ledger."""
LONG = 0.5
"""Seconds after which a request gives its turn away; a page takes a tenth of it."""
_TURNS: RunVar[asyncio.Semaphore] = RunVar("sayso_turns")


@asynccontextmanager
async def turn() -> AsyncIterator[None]:
    """Wait for a turn, and give it back at the end or after `LONG`."""
    turns = _turns()
    await turns.acquire()
    is_held = True

    def give_back() -> None:
        nonlocal is_held
        if is_held:
            is_held = False
            turns.release()

    timer = asyncio.get_running_loop().call_later(LONG, give_back)
    try:
        yield
    finally:
        timer.cancel()
        give_back()


def _turns() -> asyncio.Semaphore:
    """Give the turns of the running loop."""
    try:
        return _TURNS.get()
    except LookupError:
        turns = asyncio.Semaphore(AT_ONCE)
        _TURNS.set(turns)
        return turns
