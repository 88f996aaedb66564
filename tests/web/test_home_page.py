"""Start: hand something in, see its claims; see what is held."""

from visitor import Pages

from sayso.workspace import Workspace


def test_a_pasted_text_leads_to_its_claims(pages):
    response = pages.post(
        "/",
        text="Tarn Ministry said 7 soldiers of Vessia were killed in Olmar.",
        outlet="Pasted Post",
        published="2030-06-01",
    )
    page = pages.get(response.headers["location"])
    assert page.one("a", "quantity").text == "7 soldiers"
    assert page.one("p", "kicker").text == "Pasted Post · 1 Jun 2030"


def test_files_are_read(pages):
    line = '{"id": "a", "text": "Tarn Ministry said 9 soldiers were killed."}\n'
    files = [
        ("files", ("../../x.jsonl", line + line.replace("9", "8"), "text/plain")),
        ("files", ("note.txt", "Bren Council said 5 soldiers were killed.", "")),
    ]
    response = pages.client.post("/", files=files, follow_redirects=False)
    assert response.headers["location"] == "/documents?read=3"
    assert len(pages.workspace.ledger.documents()) == 6


def test_an_unreadable_file_is_named_and_the_rest_read(pages):
    files = [
        ("files", ("bad.jsonl", b"{nonsense\n", "")),
        ("files", ("good.txt", b"Bren Council said 5 soldiers were killed.", "")),
    ]
    response = pages.client.post("/", files=files)
    assert "bad.jsonl" in response.text
    assert "1 document was read" in response.text


def test_nothing_handed_in_is_told(pages):
    response = pages.post("/", text=" \n")
    assert response.status_code == 400
    assert "neither a text nor a file" in response.text


def test_a_day_that_is_none_is_told_and_the_text_kept(pages):
    response = pages.post("/", text="Kept words.", published="soon")
    assert response.status_code == 400
    assert "Kept words." in response.text


def test_nul_and_surrogates_are_taken(pages):
    response = pages.post("/", text="A\0 said 7 soldiers were killed. \ufffd")
    assert response.status_code == 303


def test_an_empty_ledger_says_what_to_do(tmp_path):
    with Workspace(str(tmp_path / "empty.db")) as workspace:
        page = Pages(workspace).get("/")
    assert "sayso read" in page.text


def test_what_is_held_is_counted(pages):
    numbers = pages.get("/").one("dl", "numbers").text
    assert numbers == "documents3 claims4 speakers4 outlets3"
