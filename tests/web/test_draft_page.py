"""The page of a draft: marked text, where it stands, nothing stored."""


def test_a_draft_is_marked_and_set_beside_what_is_held(pages):
    text = (
        "Vessia Army Staff said 1,100 soldiers of Tarn were killed in Olmar. "
        "Tarn Ministry said 77 soldiers of Tarn were killed in Olmar."
    )
    before = pages.workspace.verify()
    response = pages.client.post("/draft", data={"text": text})
    assert response.status_code == 200
    from visitor import parse

    page = parse(response.text)
    marks = page.one("div", "draft-text").all("a", "footing")
    assert [m["href"] for m in marks] == ["#item-1", "#item-2"]
    first, second = (
        page.one("ol", "draft-items").all("li", id="item-1"),
        page.all("li", id="item-2"),
    )
    assert "stands otherwise" in first[0].text
    assert "bound: there “at least”, in the draft “exact”" in first[0].text
    assert "no held document states it" in second[0].text
    assert "Steppe Post, 2 May 2030" in page.text
    assert pages.workspace.verify() == before


def test_a_draft_is_escaped(pages):
    text = "<script>alert(1)</script> said 40 soldiers were killed."
    response = pages.client.post("/draft", data={"text": text})
    assert "<script>alert" not in response.text


def test_no_text_and_no_day_are_told(pages):
    assert pages.post("/draft", text=" ").status_code == 400
    assert pages.post("/draft", text="x", published="soon").status_code == 400
    assert pages.get("/draft").one("textarea")
