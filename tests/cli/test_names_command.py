"""`sayso names`: rulings on what speakers, parties and places are called."""

import pytest

RULED = ("--by", "ann", "--reason", "one body")


@pytest.fixture
def read(sayso, folder):
    sayso("read", folder)
    (folder / "third.txt").write_text(
        "Orlan said 9 soldiers of Tarn were killed in Olmar."
    )
    sayso("read", folder / "third.txt")
    return sayso


def names(sayso):
    assert sayso("speakers", "--json") == 0
    return {r["name"]: r["claims"] for r in sayso.records}


def test_a_join_is_recorded_listed_and_taken_back(read):
    assert read("names", "join", "speaker", "General Orlan", "Orlan", *RULED) == 0
    assert names(read)["General Orlan"] == 2
    assert read("names", "--json") == 0
    (record,) = read.records
    assert (record["decision"], record["reviewer"]) == ("join", "ann")
    assert read("names") == 0
    assert "“Orlan” is “General Orlan”" in read.out
    assert read("names", "undo", str(record["number"]), "--by", "bob") == 0
    assert names(read)["General Orlan"] == 1


def test_split_and_call(read):
    read("names", "join", "speaker", "General Orlan", "Orlan", *RULED)
    assert read("names", "split", "speaker", "Orlan", *RULED) == 0
    assert read("names", "call", "party", "Tarn", "Tarn", "Union", *RULED) == 0
    assert names(read)["Orlan"] == 1
    assert read("claims", "--party", "tarn union", "--json") == 0
    assert {r["affected"] for r in read.records} == {"Tarn Union"}


def test_one_claim_is_split_off(read):
    read("claims", "--speaker", "General Orlan", "--json")
    (record,) = read.records
    part = ("--claim", record["id"], "--call", "Staff of Tarn")
    assert read("names", "split", "speaker", "General Orlan", *part, *RULED) == 0
    assert names(read)["Staff of Tarn"] == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("join", "speaker", "General Orlan"), 2),
        (("join", "town", "a", "b"), 3),
        (("undo", "x"), 2),
        (("merge", "speaker", "a", "b"), 2),
        (("join", "speaker", "General Orlan", "Nobody Known"), 2),
    ],
)
def test_what_cannot_be_done_is_said(read, words, code):
    assert read("names", *words, *RULED) == code
    assert read.err
