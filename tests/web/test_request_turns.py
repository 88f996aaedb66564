"""Requests are worked on a few at a time, and a long one holds up nobody."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from sayso.web import turns
from sayso.web.turns import AT_ONCE, turn


def run(work):
    """Run something in a loop of its own, as a server does.

    In a thread of its own, too: tests in a browser leave a loop running in this one.
    """
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(asyncio.wait_for(work, 60))).result()


def test_a_few_are_worked_on_at_once_in_their_order(monkeypatch):
    monkeypatch.setattr(turns, "LONG", 60)
    begun, most = [], []

    async def ask(number, inside):
        async with turn():
            begun.append(number)
            inside.add(number)
            most.append(len(inside))
            await asyncio.sleep(0.001)
            inside.remove(number)

    async def all_of_them():
        inside = set()
        await asyncio.gather(*(ask(n, inside) for n in range(5 * AT_ONCE)))

    run(all_of_them())
    assert begun == list(range(5 * AT_ONCE))
    assert max(most) == AT_ONCE


def test_long_ones_let_others_by_and_give_back_one_turn_each(monkeypatch):
    monkeypatch.setattr(turns, "LONG", 0.01)

    async def all_of_them():
        is_over = asyncio.Event()

        async def long():
            async with turn():
                await is_over.wait()

        held = [asyncio.create_task(long()) for _ in range(3 * AT_ONCE)]
        async with turn():  # behind all of them, and they do not end
            is_over.set()
        await asyncio.gather(*held)
        monkeypatch.setattr(turns, "LONG", 60)
        inside = [turn() for _ in range(AT_ONCE)]
        for one in inside:
            await one.__aenter__()
        waiting = asyncio.create_task(turn().__aenter__())
        await asyncio.sleep(0.05)
        assert not waiting.done()  # no turn was given back twice
        waiting.cancel()
        for one in inside:
            await one.__aexit__(None, None, None)

    run(all_of_them())


def test_a_fault_gives_its_turn_back():
    async def fail():
        async with turn():
            raise ValueError

    async def many():
        found = [await asyncio.gather(fail(), return_exceptions=True) for _ in range(9)]
        assert all(isinstance(one, ValueError) for (one,) in found)

    run(many())
