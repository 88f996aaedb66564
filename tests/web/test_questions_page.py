"""Pages of saved questions."""

import pytest


@pytest.fixture
def asked(pages, monkeypatch, tmp_path):
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "settings"))
    saved = pages.post("/questions", name="olmar", place="Olmar")
    assert saved.headers["location"] == "/questions/olmar"
    return pages


def test_a_question_shows_what_is_new_until_it_is_seen(asked):
    page = asked.get("/questions/olmar")
    assert "2 new" in page.text
    assert "Vessia Army Staff: “over 1,100 soldiers" in page.text
    asked.post("/questions/olmar", act="seen")
    assert "0 new" in asked.get("/questions/olmar").text


def test_it_comes_as_json_and_as_a_feed(asked):
    record = asked.client.get("/questions/olmar.json").json()
    assert [n["is_new"] for n in record["news"]] == [True, True]
    feed = asked.client.get("/questions/olmar/feed")
    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert "Vessia Army Staff" in feed.text


def test_a_question_without_name_or_filter_is_refused(asked):
    assert asked.post("/questions", name="x y", place="Bren").status_code == 400
    assert asked.post("/questions", name="all").status_code == 400
    asked.get("/questions/none", status=404)
