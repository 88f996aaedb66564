"""Pages of a small ledger of invented lands."""

from collections.abc import Iterator

import pytest
from visitor import REPORTS, Pages

from sayso.workspace import Reader, Settings, Workspace
from standin import READER, read_document


@pytest.fixture
def workspace(tmp_path) -> Iterator[Workspace]:
    settings = Settings(reader=Reader(lambda: READER, read_document))
    with Workspace(str(tmp_path / "pages.db"), settings=settings) as opened:
        list(opened.read(REPORTS))
        yield opened


@pytest.fixture
def pages(workspace) -> Pages:
    return Pages(workspace)
