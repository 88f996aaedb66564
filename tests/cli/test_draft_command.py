"""`sayso draft`: where figures and quotations stand; nothing is stored."""

import json

import pytest

from sayso.workspace import Workspace

HELD = (
    "General Orlan said over 40 soldiers of Tarn were killed in Olmar.\n"
    "Minister Vask said the bridges of the lower town would stay closed to carts.\n"
    "Prisoner Yuri Bel said 5 men were captured in Bren by Vessia."
)


@pytest.fixture
def held(sayso, tmp_path):
    path = tmp_path / "held.txt"
    path.write_text(HELD)
    known = ("--published", "2030-05-02", "--outlet", "Post")
    assert sayso("read", path, *known) == 0
    return sayso


@pytest.fixture
def draft(held, tmp_path):
    def run(text: str, *options: str) -> int:
        path = tmp_path / "draft.txt"
        path.write_text(text)
        return held("draft", path, "--published", "2030-05-02", *options)

    return run


def items(sayso):
    return json.loads(sayso.out)["items"]


@pytest.mark.parametrize(
    ("text", "footing", "fields"),
    [
        (
            "General Orlan said over 40 soldiers were killed in Olmar.",
            "stands word for word",
            [],
        ),
        (
            "General Orlan said 40 soldiers were killed in Olmar.",
            "stands otherwise",
            ["bound"],
        ),
        (
            "Minister Vask said over 40 soldiers were killed in Olmar.",
            "stands otherwise",
            ["speaker"],
        ),
        (
            "over 40 soldiers were killed in Olmar.",
            "stands otherwise",
            ["speaker"],
        ),
        (
            "General Orlan said over 40 soldiers were killed in Bren.",
            "stands otherwise",
            ["place"],
        ),
        (
            "General Orlan said over 40 soldiers were captured in Olmar.",
            "stands otherwise",
            ["what happened"],
        ),
        (
            "General Orlan said 41 soldiers were killed in Olmar.",
            "no held document states it",
            None,
        ),
    ],
    ids=["same", "bound", "speaker", "no speaker", "place", "measure", "nowhere"],
)
def test_a_figure_stands_or_not(held, draft, text, footing, fields):
    assert draft(text, "--json") == 0
    (item,) = items(held)
    assert item["footing"] == footing
    if fields is None:
        assert item["stands"] == []
    else:
        found = [d["field"] for d in item["stands"][0]["differences"]]
        assert found == fields
        assert item["stands"][0]["speaker"] == "General Orlan"


@pytest.mark.parametrize(
    ("quotation", "footing", "changes"),
    [
        ("the bridges of the lower town would stay closed", "stands word for word", []),
        (
            "the bridges of the upper town would stay closed to carts",
            "quotation altered",
            [["lower", "upper"]],
        ),
        (
            "the bridges […] would stay closed to carts",
            "stands word for word",
            [],
        ),
        (
            "nobody will ever cross these rivers again",
            "no held document states it",
            None,
        ),
    ],
    ids=["exact", "altered", "cut and marked", "nowhere"],
)
def test_a_quotation_stands_is_altered_or_is_nowhere(
    held, draft, quotation, footing, changes
):
    assert draft(f"He said: “{quotation}”.", "--json") == 0
    (item,) = items(held)
    assert item["footing"] == footing
    if changes is not None:
        assert item["stands"][0]["changes"] == changes
        assert item["stands"][0]["speaker"] == "Minister Vask"


def test_nothing_is_stored(held, draft):
    with Workspace(create=False) as workspace:
        before = workspace.verify()
    draft("General Orlan said over 99 soldiers were killed in Olmar.")
    with Workspace(create=False) as workspace:
        assert workspace.verify() == before


def test_strict_fails_where_something_does_not_stand_word_for_word(draft):
    assert draft("General Orlan said over 40 soldiers were killed.", "--strict") == 0
    assert draft("General Orlan said 40 soldiers were killed.", "--strict") == 1


def test_sarif_points_into_the_draft(held, draft):
    text = "General Orlan said 41 soldiers were killed in Olmar."
    draft(text, "--form", "sarif")
    (result,) = json.loads(held.out)["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    start = region["charOffset"]
    assert text[start : start + region["charLength"]] == region["snippet"]["text"]
    assert result["kind"] == "open"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("footnotes", "[1] Post, 2030-05-02 (text sha256 "),
        ("bibtex", "organization = {Post}"),
        ("csl", '"container-title": "Post"'),
    ],
)
def test_what_is_cited_comes_in_forms(held, draft, form, words):
    draft("General Orlan said over 40 soldiers were killed.", "--form", form)
    assert words in held.out


def test_private_speakers_are_withheld(held, draft):
    draft("5 men were captured in Bren.")
    assert "Name withheld" in held.out
    assert "Yuri" not in held.out


def test_an_unreadable_draft_is_told(held, tmp_path):
    assert held("draft", tmp_path / "none.txt") == 3


def test_a_thing_told_without_a_number_is_no_figure(held, draft):
    assert draft("General Orlan said a soldier was killed in Olmar.", "--json") == 0
    assert items(held) == []


def test_a_difference_says_which_side_has_what(held, draft):
    assert draft("General Orlan said 40 soldiers were killed in Olmar.") == 0
    assert "bound: there “at least”, in the draft “exact”" in held.out
    assert "1 figure or quotation:" in held.err
