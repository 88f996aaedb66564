"""What a document is called outside the ledger: where it lay on a machine is nobody's.

A path such as `/home/ada/desk/report.txt` names a person and a machine. The ledger
keeps it, because a second reading of the same file is known by it; pages, commands and
exports get the file's name alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.ledger import HeldDocument
from sayso.model import Document

_PLACED = re.compile(r"/|~|\.\.?[/\\]|\\\\|[A-Za-z]:[/\\]|file:", re.IGNORECASE)
"""How what is called by its place on a machine begins."""


def shown_name(name: str) -> str:
    """Give the name without the folders of a machine.

    Names relative to the folder that was read and ids of lines stay as they are.
    """
    if not _PLACED.match(name):
        return name
    return re.split(r"[/\\]", name.rstrip("/\\"))[-1] or name


def shown_url(url: str | None) -> str | None:
    """Give the address, None for one that is a place on a machine."""
    return None if url is not None and url.lower().startswith("file:") else url


def shown_document(document: Document) -> Document:
    """Give a document by the name that may leave."""
    name, url = document.name and shown_name(document.name), shown_url(document.url)
    if (name, url) == (document.name, document.url):
        return document
    return replace(document, name=name, url=url)


def shown_held(held: HeldDocument) -> HeldDocument:
    """Give what is known of a document by the name that may leave."""
    facts = held.facts
    name, url = facts.name and shown_name(facts.name), shown_url(facts.url)
    captures = tuple(
        replace(one, name=one.name and shown_name(one.name), url=shown_url(one.url))
        for one in held.captures
    )
    if (name, url, captures) == (facts.name, facts.url, held.captures):
        return held
    return replace(held, facts=replace(facts, name=name, url=url), captures=captures)
