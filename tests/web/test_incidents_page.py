"""Pages of incidents: ranges as stated, accounts, what is not in it, rulings."""

from datetime import date

import pytest
from visitor import Pages

from sayso.model import Document
from sayso.workspace import Reader, Settings, Workspace
from standin import READER, read_document

TOLD = (
    ("Steppe Post", 2, "General Orlan said 40 men of Tarn were killed in Olmar."),
    ("Harbour Sheet", 2, "Minister Vask said over 60 men were killed in Olmar."),
    ("<b>River</b>", 3, "General Orlan said 7 men of Tarn were killed in Olmar."),
    ("Post", 2, "Prisoner Yuri Bel said 50 men were killed in Olmar."),
)


@pytest.fixture
def told(tmp_path):
    settings = Settings(reader=Reader(lambda: READER, read_document))
    with Workspace(str(tmp_path / "told.db"), settings=settings) as workspace:
        documents = [
            Document(text, outlet=outlet, published=date(2030, 5, day))
            for outlet, day, text in TOLD
        ]
        list(workspace.read(documents))
        yield Pages(workspace)


def path(told) -> str:
    (link,) = {a["href"] for a in told.get("/incidents").one("h2").all("a")}
    return link


def test_the_list_shows_stated_ranges_that_begin_with_their_speakers(told):
    item = told.get("/incidents").one("li", "incident")
    assert "from 40 to above 60" in item.text
    assert "stated range, 3 figures, 3 voices" in item.text
    assert [v.text for v in item.all("span", "voice")] == [
        "General Orlan",
        "Minister Vask",
    ]


def test_one_incident_shows_accounts_and_what_is_not_in_it(told):
    page = told.get(path(told))
    assert len(page.one("table", "accounts").one("tbody").all("tr")) == 3
    assert "same town, other day" in page.text
    assert "Bel" not in page.text
    assert "Name withheld" in page.text


def test_claims_are_split_off_and_incidents_joined(told):
    link = path(told)
    boxes = [n["name"] for n in told.get(link).all("input", type="checkbox")]
    form = {"act": "split", "reviewer": "Ada", "reason": "another Olmar"}
    moved = told.post(link, **{boxes[-1]: "1"}, **form)
    assert moved.status_code == 303
    link = moved.headers["location"]
    page = told.get(link)
    assert len(page.one("tbody").all("tr")) == 2
    other = page.all("input", type="radio")[0]["value"]
    form = {"act": "join", "reviewer": "Ada", "reason": "one town after all"}
    joined = told.post(link, other=other, **form)
    assert len(told.get(joined.headers["location"]).one("tbody").all("tr")) == 3


@pytest.mark.parametrize("form", [{"act": "split"}, {"act": "join", "reason": "x"}])
def test_a_ruling_without_name_reason_or_choice_is_refused(told, form):
    assert told.post(path(told), **form).status_code == 400


def test_what_is_not_understood_is_told(told):
    page = told.get("/incidents?since=soon&least=many")
    assert len(page.all("p", "problem")) == 2


def test_an_incident_that_is_not_there(told):
    told.get("/incidents/abcd", status=404)


def test_the_list_comes_as_a_table(told):
    lines = told.client.get("/incidents.csv?least=1").text.splitlines()
    assert len(lines) == 3
    assert 'people killed, unnamed: ""40 men"" to ""over 60 men""' in lines[2]
