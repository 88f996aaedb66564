"""The ledgers every conformance test runs on: one row a backend."""

from collections.abc import Iterator
from datetime import date

import pytest
from ledger_fixtures import KINDS, TEXTS, add_document

from sayso.ledger import Ledger, open_ledger


@pytest.fixture(params=KINDS)
def ledger(request, tmp_path) -> Iterator[Ledger]:
    opened = open_ledger(KINDS[request.param](tmp_path))
    yield opened
    opened.close()


@pytest.fixture
def filled(ledger):
    """A ledger with three documents, and the documents by name."""
    known = {
        "first": {
            "outlet": "Post",
            "published": date(2030, 5, 2),
            "title": "Olmar",
            "language": "en-GB",
        },
        "second": {
            "outlet": "Herald",
            "published": date(2030, 6, 1),
            "language": "uk",
        },
        "third": {"published": None},
    }
    documents = {
        name: add_document(ledger, TEXTS[name], name=f"dir/{name}.txt", **facts)
        for name, facts in known.items()
    }
    return ledger, documents


@pytest.fixture
def kinds():
    return KINDS
