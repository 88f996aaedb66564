"""Texts and a filler for ledgers under test: invented lands only."""

import pytest

import standin
import team_server
from sayso.ledger import Stamp, record_document, record_reading
from sayso.model import Document


def empty_database(_folder=None) -> str:
    """Address of a database with nothing in it, on a server that is started here."""
    reason = team_server.missing()
    if reason is not None:
        pytest.skip(reason)
    server = team_server.shared_server()
    return server.address(server.emptied_database())


KINDS = {
    "sqlite": lambda folder: f"sqlite:{folder / 'a.db'}",
    "memory": lambda _: "memory:",
    "postgresql": empty_database,
}
"""Scheme of `BACKENDS` -> address of an empty ledger of that kind."""
STAMP = Stamp("2030-05-03T10:00:00Z", "sayso 0.1.0")

TEXTS = {
    "first": "General Orlan said over 40 soldiers of Tarn were killed in Olmar. "
    "Minister Vask said the talks had failed. "
    "Troops of Tarn captured 3 tanks.",
    "second": "Prisoner Yuri Bel said 5 men were captured in Bren by Vessia. "
    "General Orlan said 12 settlements were taken by Vessia.",
    "third": "Nothing is counted here.",
}


def add_document(ledger, text, *, reader=standin.read_document, **known) -> Document:
    document = standin.make_document(text, **known)
    ledger.append(
        [
            record_document(document, STAMP),
            record_reading(reader(document), STAMP),
        ]
    )
    return document
