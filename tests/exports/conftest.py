"""The ledger that exports are tried on."""

import pytest

from exported import SETTINGS, documents, finding_on
from sayso.ledger import Stamp, record_finding
from sayso.workspace import Workspace


@pytest.fixture
def workspace():
    with Workspace("memory:", settings=SETTINGS) as opened:
        list(opened.read(documents()))
        opened.ledger.append(
            [record_finding(finding_on(opened), Stamp("2030-05-03T12:00:00Z", "test"))]
        )
        yield opened
