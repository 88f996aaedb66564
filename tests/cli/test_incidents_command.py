"""`sayso incidents`: one event, all accounts, and rulings on where claims belong."""

import json

import pytest

TOLD = {
    "one": ("Steppe Post", "General Orlan said 40 men of Tarn were killed in Olmar."),
    "two": ("Harbour Sheet", "Minister Vask said over 60 men were killed in Olmar."),
    "three": ("River News", "General Orlan said 44 men of Tarn were killed in Olmar."),
}


@pytest.fixture
def told(sayso, tmp_path):
    for name, (outlet, text) in TOLD.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(text)
        known = ("--published", "2030-05-02", "--outlet", outlet)
        assert sayso("read", path, *known) == 0
    path = tmp_path / "later.txt"
    path.write_text("General Orlan said 7 men of Tarn were killed in Olmar.")
    sayso("read", path, "--published", "2030-05-03", "--outlet", "Steppe Post")
    return sayso


def one(sayso):
    assert sayso("incidents", "--json") == 0
    (record,) = sayso.records
    return record


def test_a_stated_range_has_both_ends_and_no_best_figure(told):
    record = one(told)
    (stated,) = record["stated_ranges"]
    assert (stated["lowest"], stated["highest"]) == (40, 60)
    assert record["reach"]["documents"] == 3
    assert told("incidents") == 0
    assert 'stated range: people killed, unnamed: "40 men" to "over 60 men"' in told.out


def test_one_incident_shows_who_says_what_and_what_is_not_in_it(told):
    assert told("incidents", one(told)["id"][:8]) == 0
    assert 'lowest   General Orlan: "40 men"' in told.out
    assert "revised" not in told.out, "of one day nobody knows the order"
    assert "not in it: same town, other day: harm, Olmar, 2030-05-03" in told.out


def test_a_claim_is_split_off_and_joined_again(told):
    record = one(told)
    claim = record["accounts"][-1]["claims"][0]
    ruling = ("--by", "ann", "--reason", "another village of the name")
    assert told("incidents", "split", record["id"], claim, *ruling) == 0
    assert len(one(told)["documents"]) == 2
    assert told("incidents", "join", one(told)["id"], claim, *ruling) == 0
    assert len(one(told)["documents"]) == 3


def test_a_ruling_needs_a_name_and_a_reason(told):
    key = one(told)["id"]
    claim = one(told)["accounts"][0]["claims"][0]
    assert told("incidents", "split", key, claim, "--reason", "why") == 3
    assert told("incidents", "split", key, claim, "--by", "ann") == 3
    assert told("incidents", "split", key, "--by", "ann", "--reason", "why") == 2


def test_private_speakers_are_withheld(sayso, tmp_path):
    path = tmp_path / "one.txt"
    path.write_text("Prisoner Yuri Bel said 5 men were killed in Olmar.")
    sayso("read", path, "--published", "2030-05-02", "--outlet", "Post")
    sayso("incidents", "--least", "1")
    key = sayso.out[:8]
    sayso("incidents", key)
    assert "Bel" not in sayso.out
    assert "Name withheld" in sayso.out


@pytest.mark.parametrize(
    ("option", "value", "found"),
    [
        ("--place", "olmar", 1),
        ("--place", "Bren", 0),
        ("--since", "2030-05-04", 0),
        ("--until", "2030-05-02", 1),
        ("--least", "4", 0),
    ],
)
def test_incidents_are_chosen_by_place_and_day(told, option, value, found):
    assert told("incidents", "--json", option, value) == 0
    assert len(told.records) == found


def test_an_id_that_claims_print_serves_wherever_one_is_asked_for(told):
    record = one(told)
    told("claims")
    printed = [line.split()[-1] for line in told.out.splitlines()[1:]]
    told("incidents", record["id"], "--json")
    accounts = json.loads(told.out)["accounts"]
    ids = [claim for account in accounts for claim in account["claims"]]
    inside = [short for short in printed if any(i.startswith(short) for i in ids)]
    assert len(inside) == 3
    for short in inside:
        assert told("incidents", short, "--json") == 0
        assert json.loads(told.out)["id"] == record["id"]
        assert told("show", short) == 0
        assert told("claims", "--document", short) == 0
        assert told("export", "csv", "--document", short) == 0
        ruling = ("--by", "kim", "--reason", "the text says so")
        assert told("rule", short, "confirm", *ruling) == 0


def test_a_claim_of_no_incident_is_told_why(told, tmp_path):
    path = tmp_path / "nowhere.txt"
    path.write_text("General Orlan said 9 men of Tarn were killed.")
    told("read", path)
    assert told("claims", "--text", "9", "--json") == 0
    claim = next(c for c in told.records if c["quantity"]["low"] in ("9", 9))
    assert told("incidents", claim["id"][:8]) == 2
    assert "is of no incident; that takes a place, a day" in told.err
