"""Coverage counts a page once, whatever its versions."""

from datetime import UTC, date, datetime

import pytest

import standin
from sayso.model import Document
from sayso.workspace import Settings, Workspace

DAY = date(2030, 5, 2)
NOON = datetime(2030, 5, 3, 12, 0, tzinfo=UTC)
URL = "https://post.example/olmar"
TEXT = "General Orlan said over {} soldiers of Tarn were killed in Olmar."


def covered(*urls: str | None, last: date = DAY) -> list[tuple[object, ...]]:
    settings = Settings(reader=standin.OWN, now=lambda: NOON)
    with Workspace("memory:", settings=settings) as workspace:
        documents = [
            Document(
                text=TEXT.format(30 + at),
                outlet="Post",
                published=last if at == len(urls) - 1 else DAY,
                retrieved=f"2030-05-0{at + 2}T10:00:00Z",
                url=url,
            )
            for at, url in enumerate(urls)
        ]
        list(workspace.read(documents))
        return [(row.published, row.documents) for row in workspace.coverage()]


@pytest.mark.parametrize(
    ("urls", "count"),
    [
        pytest.param((URL, f"{URL}?utm_source=feed"), 1, id="two versions"),
        pytest.param((URL, f"{URL}/amp", URL), 1, id="three versions"),
        pytest.param((URL, "https://post.example/tarn"), 2, id="two addresses"),
        pytest.param((None, None), 2, id="no address"),
    ],
)
def test_versions_of_one_address_count_once(urls, count):
    assert covered(*urls) == [(DAY, count)]


def test_a_day_of_which_only_an_earlier_version_was_held_has_no_row():
    later = date(2030, 5, 4)
    assert covered(URL, URL, last=later) == [(later, 1)]
