"""Claims taken out from the pages, filters carried along, private names withheld."""

import csv
import io
import json

import pytest

from sayso.exports import FORMATS
from sayso.web.pages import export


def taken(pages, link: str):
    response = pages.client.get(link)
    assert response.status_code == 200, response.text[:300]
    return response


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_is_a_file(pages, form):
    response = taken(pages, f"/export/{form.name}")
    assert response.headers["content-type"].partition(";")[0] == form.media_type
    kept = response.headers["content-disposition"]
    assert kept == f'attachment; filename="sayso-claims{form.suffix}"'
    assert response.text


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_no_format_names_a_private_person(pages, form):
    assert "Kell" not in taken(pages, f"/export/{form.name}").text


def export_link(page) -> str:
    """Where a list is taken out; it may be reviewed from beside that link."""
    links = [a["href"] for a in page.one("p", "take-out").all("a")]
    return next(link for link in links if link.startswith("/export"))


def test_the_list_hands_its_filters_to_the_file(pages):
    listed = pages.get("/claims?measure=people.killed&text=Olmar&page=1&order=unsure")
    menu = pages.get(export_link(listed))
    assert "2 claims" in menu.one("p", "lead").text
    (link,) = [a["href"] for a in menu.all("a", "button") if a.text == "csv"]
    rows = list(csv.DictReader(io.StringIO(taken(pages, link).text)))
    assert [row["measure"] for row in rows] == ["people.killed"] * 2


def test_a_speaker_page_hands_its_speaker_over(pages):
    known = [held.speaker for held in pages.workspace.speakers()]
    speaker = next(speaker.id for speaker in known if not speaker.private)
    link = export_link(pages.get(f"/speakers/{speaker}"))
    assert f"speaker={speaker}" in link
    lines = taken(pages, link.replace("/export", "/export/jsonl")).text.splitlines()
    assert {json.loads(line)["speaker_id"] for line in lines} == {speaker}


def test_what_a_format_loses_is_said_before_it_is_taken(pages):
    words = pages.get("/export").one("ul", "formats").text
    for form in FORMATS:
        assert form.summary in words
        assert all(lost in words for lost in form.loses)


def test_the_description_of_the_table_lies_beside_it(pages):
    menu = pages.get("/export")
    (link,) = [a["href"] for a in menu.all("a") if "description" in a.text]
    described = taken(pages, link).json()
    assert described["resources"][0]["path"] == "sayso-claims.csv"


def test_a_filter_that_is_not_understood_gives_no_file(pages):
    assert pages.client.get("/export/csv?since=soon").status_code == 400


def test_an_unknown_format_is_not_there(pages):
    assert pages.client.get("/export/xls").status_code == 404


def test_chains_of_a_large_ledger_are_left_to_the_command(pages, monkeypatch):
    monkeypatch.setattr(export, "is_small", lambda _: False)
    menu = pages.get("/export").one("ul", "formats")
    assert "sayso export dossier" in menu.text
    response = pages.client.get("/export/dossier")
    assert response.status_code == 400
    assert "sayso export dossier" in response.text


def test_a_fault_midway_is_no_half_a_file(pages, monkeypatch):
    def write(_bundle, out):
        out.write("a torso")
        raise OSError("no more")

    broken = type(FORMATS[0])("csv", ".csv", "text/csv", write, "half")
    monkeypatch.setattr(export, "every_export", lambda: (broken,))
    client = type(pages.client)(
        pages.client.app, base_url=pages.client.base_url, raise_server_exceptions=False
    )
    response = client.get("/export/csv")
    assert response.status_code == 500
    assert "a torso" not in response.text
