"""Commands that show how claims fit each other."""

import gzip
import json

import pytest

TALE = (
    "The road over the pass was open again on Thursday and carts with flour went up"
    " to the villages while the clerk counted sacks."
)
REPORTS = {
    "a": f"{TALE} General Orlan said over 4,100 soldiers of Tarn were killed in Olmar.",
    "b": f"{TALE} General Orlan said 4,100 soldiers of Tarn were killed in Olmar."
    " (Post A)",
    "c": "General Orlan said 4,100 soldiers of Tarn were killed in Olmar.\n"
    "It cost a month.",
}


@pytest.fixture
def press(sayso, tmp_path):
    path = tmp_path / "press.jsonl"
    rows = (
        {
            "id": n,
            "text": t,
            "outlet": f"Post {n.upper()}",
            "published": f"2030-05-0{day}",
        }
        for day, (n, t) in enumerate(REPORTS.items(), start=2)
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert sayso("read", path) == 0
    return sayso


def table(tmp_path, *values):
    path = tmp_path / "losses.json.gz"
    content = {
        "speaker": "Staff of Vessia",
        "measure": "claimed Tarnish losses, cumulative",
        "start": "2030-01-02",
        "series": {"tank": {"from": "2030-01-02", "values": list(values)}},
    }
    with gzip.open(path, "wt") as out:
        json.dump(content, out)
    return path


def test_check_prints_inputs_working_and_remedy(press):
    assert press("check") == 0
    assert "inconsistent as reported (drift 3, look)" in press.out
    assert "General Orlan stated" in press.out
    assert '"over 4,100 soldiers" is (4,100, ∞)' in press.out
    assert "consistent would be: " in press.out
    assert '    later: "4,100 soldiers" b [' in press.out
    assert "1 flagged" in press.err


def test_check_strict_tells_by_its_exit_code(press):
    assert press("check", "--strict", "-q") == 1
    assert press.err == ""
    assert press("check", "--strict", "--only", "parts") == 0
    assert press.out == ""


def test_check_all_prints_notes(press):
    press("check", "--all")
    assert "consistent (one_origin 1, note)" in press.out


def test_check_as_json_says_what_is_new(press):
    press("check", "--json")
    (row,) = press.records
    assert (row["rule"], row["version"], row["flag"], row["new"]) == (
        "drift",
        3,
        True,
        True,
    )
    assert row["inputs"][0]["words"] == "over 4,100 soldiers"
    press("check", "--json")
    assert press.records[0]["new"] is False
    assert press.records[0]["fingerprint"] == row["fingerprint"]


def test_unknown_check_is_wrong_use(press):
    assert press("check", "--only", "magic") == 2
    assert "known: shares, parts" in press.err


def test_finding_without_its_claim_is_withdrawn(press):
    press("claims", "--json", "--outlet", "Post B")
    claim = press.records[0]["id"]
    press("check")
    press("rule", claim, "reject", "--by", "ann", "--reason", "misread")
    press("check")
    assert "withdrawn" in press.err
    press("check")
    assert "withdrawn" not in press.err


def test_findings_follow_an_edited_reading(press):
    press("claims", "--json", "--outlet", "Post B")
    claim = press.records[0]["id"]
    press("rule", claim, "edit", "--by", "ann", "--set", "stance=denied")
    press("check", "--json")
    assert press.records == []


def test_origins_show_hops_and_drift(press):
    assert press("origins") == 0
    assert press.out.startswith(
        "General Orlan: 3 documents, 3 outlets, 3 owners, 1 origin"
    )
    assert "  earliest held: Post A, 2030-05-02" in press.out
    assert "  Post A -> Post B, 2030-05-03 (credit line)" in press.out
    assert '    "over 4,100 soldiers" -> "4,100 soldiers": bound' in press.out
    assert press.err == "3 documents, 3 outlets, 3 owners, 1 origin\n"
    press("origins", "--least", "4")
    assert press.out == ""


def test_origins_as_json(press):
    press("origins", "--json")
    (row,) = press.records
    assert row["names"] == ["a", "b", "c"]
    assert row["hops"][0]["changes"][0]["kinds"] == ["bound"]


def test_sayings_are_what_has_no_figure(press):
    press("origins", "--least", "2", "--sayings")
    assert "said in" not in press.out


def test_sayings_name_their_documents(sayso, tmp_path):
    for name in ("a", "b"):
        path = tmp_path / f"{name}.txt"
        path.write_text(
            "General Orlan said the harbour should stay closed before winter."
        )
        with path.open("a") as out:
            out.write(f" Post {name} went to print.")
        sayso("read", path, "--published", "2030-05-02")
    sayso("origins", "--sayings")
    assert sayso.out.startswith("General Orlan, 2030-05-02, said in ")
    assert '  "the harbour should stay closed before winter."' in sayso.out
    sayso("origins", "--sayings", "--json")
    assert [n[-5:] for n in sayso.records[-1]["names"]] == ["a.txt", "b.txt"]


def test_series_line_up(press):
    assert press("series", "--measure", "people", "--least", "4") == 0
    assert press.out == ""
    press("series", "--speaker", "orlan")
    assert "people.killed soldiers of tarn at Olmar" in press.out
    assert '"over 4,100 soldiers" (4,100, ∞)  Post A' in press.out
    press("series", "--least", "1", "--json")
    assert press.records[0]["points"][0]["interval"] == "(4,100, ∞)"
    assert press("series", "--by", "party", "--least", "1") == 0


def test_series_show_what_is_held_of_their_outlets(press):
    press("series", "--speaker", "orlan", "--least", "3")
    assert "  documents held of Post A: 1, on 1 days" in press.out
    press("series", "--speaker", "orlan", "--least", "3", "--json")
    assert press.records[0]["coverage"] == [
        ["Post A", "2030-05-02", 1],
        ["Post B", "2030-05-03", 1],
        ["Post C", "2030-05-04", 1],
    ]


def test_series_say_why_they_are_not_comparable(sayso, tmp_path):
    text = (
        "General Orlan said 4,100 soldiers of Tarn were killed in Olmar. {} said 3,900"
        " soldiers of {} were killed in Olmar."
    )
    for number, (speaker, party) in enumerate(
        [("Minister Vask", "Tarn"), ("Minister Vask", "Vessia")]
    ):
        path = tmp_path / f"{number}.txt"
        path.write_text(text.format(speaker, party))
        sayso("read", path, "--published", "2030-05-02")
    sayso("series", "--least", "1", "--compare")
    lines = sayso.out.splitlines()
    outcomes = [line for line in lines if "comparable: " in line]
    assert outcomes[0] == "  comparable: no number in common"
    different = (
        "  not comparable: different definition (soldiers of tarn / soldiers of vessia)"
    )
    assert different in outcomes
    sayso("series", "--least", "1", "--compare", "--json")
    assert sayso.records[-1]["reason"] == "different definition"


def test_private_names_stay_out_of_findings(sayso, tmp_path):
    text = "{} Prisoner Yuri Bel said {} men of Vessia were captured in Bren. (Post A)"
    rows = [("a", "over 2,100", "2"), ("b", "2,100", "3")]
    path = tmp_path / "p.jsonl"
    path.write_text(
        "".join(
            json.dumps(
                {
                    "id": n,
                    "text": text.format(TALE, w),
                    "outlet": f"Post {n.upper()}",
                    "published": f"2030-05-0{d}",
                }
            )
            + "\n"
            for n, w, d in rows
        )
    )
    sayso("read", path)
    for command in ("check", "origins", "series"):
        sayso(command)
        assert "Yuri" not in sayso.out
        sayso(command, "--json")
        assert "Yuri" not in sayso.out


def test_import_series_as_claims_and_check_them(sayso, tmp_path):
    path = table(tmp_path, 4210, 4237, 4236, None, 4300)
    assert sayso("import", "series", path) == 0
    assert sayso.out == "new claimed Tarnish losses, cumulative: tank\n"
    sayso("import", "series", path)
    assert sayso.out.startswith("held")
    sayso("claims", "--json")
    assert {row["claimant"] for row in sayso.records} == {"Staff of Vessia"}
    assert len(sayso.records) == 4
    sayso("check")
    assert "revised (falls 3, look)" in sayso.out
    sayso("series")
    assert "no figure from 2030-01-05 to 2030-01-05" in sayso.out
    sayso("import", "series", path, "--json", "-q")
    assert len(sayso.records) == 1


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"series": {}, "x": 1}', '{"series": {"a": {}}}']
)
def test_what_is_no_table_is_refused(sayso, tmp_path, content):
    path = tmp_path / "odd.json"
    path.write_text(content)
    code = sayso("import", "series", path)
    assert code == (0 if "x" in content else 3)
    if code:
        assert "odd.json" in sayso.err
    assert sayso("import", "series", tmp_path / "none.json") == 3
