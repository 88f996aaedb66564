import csv
import io
import json

import pytest

import standin

HOSTILE = (
    "General \u202eOrlan said \x1b[31mover\x1b[0m 40 soldiers of Tarn were killed"
    " in Olmar."
)


def test_claims_begin_with_the_speaker_or_say_unattributed(filled):
    assert filled("claims") == 0
    head, *rows = filled.out.splitlines()
    assert head.startswith("who")
    assert [row.split("  ")[0].partition(" (")[0] for row in rows] == [
        "Name withheld",
        "General Orlan",
        "Unattributed in Post",
    ]
    assert "over 40 soldiers" in rows[1]
    assert filled.err == "3 claims\n"


def test_a_narrow_screen_keeps_who_words_measure_and_id(filled, monkeypatch):
    monkeypatch.setenv("COLUMNS", "66")
    filled("claims")
    head, *rows = filled.out.splitlines()
    assert head.split() == ["who", "words", "measure", "id"]
    assert all(len(row) <= 66 for row in rows)


def test_columns_that_say_nothing_are_left_out(filled):
    filled("claims")
    assert filled.out.splitlines()[0].split()[-2:] == ["when", "id"]
    filled("claims", "--json")
    words = ("--by", "ann", "--set", "stance=hedged")
    filled("rule", filled.records[0]["id"], "edit", *words)
    filled("claims")
    assert filled.out.splitlines()[0].split()[-3:] == ["how", "status", "id"]


def test_a_long_table_is_cut_and_says_so(filled, monkeypatch):
    monkeypatch.setattr("sayso.cli.claims.MOST_ROWS", 2)
    filled("claims")
    assert len(filled.out.splitlines()) == 3
    assert filled.err == "2 of 3 claims; --limit N shows more\n"
    filled("claims", "--json")
    assert len(filled.records) == 3


def test_no_claims_print_no_table(filled):
    filled("claims", "--since", "2030-05-03")
    assert (filled.out, filled.err) == ("", "0 claims\n")


def test_a_name_that_nobody_knows_is_wrong_use(filled):
    assert filled("claims", "--measure", "killed") == 2
    assert 'unknown measure "killed"; nearest known: people.killed' in filled.err
    assert filled("claims", "--outlet", "Poste") == 2
    assert "nearest known: Post" in filled.err
    assert filled("claims", "--language", "rusian") == 2
    assert "nearest known: Russian" in filled.err


def test_a_listed_id_shows_its_document(filled):
    filled("claims", "--json")
    (first, *_) = filled.records
    assert filled("show", first["id"][:8], "--json") == 0
    assert json.loads(filled.out)["id"] == first["document"]


def test_claims_as_json_have_the_fields_of_a_claim(filled):
    filled("claims", "--speaker", "orlan", "--json")
    (row,) = filled.records
    assert row["quantity"]["low"] == 40
    assert row["quantity"]["high"] is None
    assert row["outlet"] == "Post"
    assert row["language"] == "en"
    assert row["located"]["lat"] == 50.5
    assert row["status"] == "unreviewed"


FILTERS = {
    "measure": (("--measure", "people"), 3),
    "speaker": (("--speaker", "orlan"), 1),
    "party": (("--party", "tarn"), 2),
    "place": (("--place", "bren"), 1),
    "since": (("--since", "2030-05-03"), 0),
    "until": (("--until", "2030-05-02"), 3),
    "text": (("--text", '"of Tarn" killed'), 1),
    "odd text": (("--text", '" \0 OR (('), 0),
    "outlet": (("--outlet", "post"), 3),
    "language": (("--language", "English"), 3),
    "language by code": (("--language", "uk"), 0),
    "document": (("--document", "second.txt"), 1),
    "unattributed": (("--unattributed",), 1),
    "status": (("--status", "confirmed"), 0),
    "limit": (("--limit", "2"), 2),
}


@pytest.mark.parametrize(("words", "number"), FILTERS.values(), ids=FILTERS)
def test_claims_are_filtered(filled, words, number):
    assert filled("claims", *words, "--json") == 0
    assert len(filled.records) == number


def test_csv_has_a_line_a_claim_and_harmless_cells(sayso, tmp_path):
    (tmp_path / "a.txt").write_text("=Orlan said 4 men were killed.\n")
    assert sayso("read", tmp_path / "a.txt", "--outlet", "=1+1") == 0
    sayso("claims", "--csv")
    assert sayso.out.count("\r\n") == 2
    (row,) = csv.DictReader(io.StringIO(sayso.out, newline=""))
    assert row["outlet"] == "'=1+1"
    assert row["language"] == "en"
    assert row["low"] == "4"
    assert row["claimant"] == ""


def test_names_of_private_persons_are_withheld_until_a_ruling(filled):
    filled("claims", "--csv")
    assert "Yuri Bel" not in filled.out
    filled("speakers")
    assert "Yuri Bel" not in filled.out
    filled("claims", "--place", "bren", "--json")
    claim = filled.records[0]
    assert claim["claimant"] == "Name withheld"
    filled("rule", claim["id"], "unmask", "--by", "ann", "--reason", "he agreed")
    filled("claims", "--place", "bren", "--json")
    assert filled.records[0]["claimant"] == "Yuri Bel"


def test_a_hostile_text_cannot_touch_the_terminal(sayso, tmp_path):
    (tmp_path / "\x1b[2Ja.txt").write_text(HOSTILE)
    assert sayso("read", tmp_path, "--outlet", "\u2067Po\x07st") == 0
    seen = sayso.err
    for words in (("claims",), ("show", "\x1b[2Ja.txt"), ("speakers",), ("coverage",)):
        assert sayso(*words) == 0
        seen += sayso.out
    assert "\x1b" not in seen
    assert "\u202e" not in seen
    assert "\u2067" not in seen
    assert "<U+202E>" in seen


def test_show_lists_words_claims_and_what_was_said_without_a_figure(filled):
    assert filled("show", "first.txt") == 0
    assert "over 40 soldiers[1] of Tarn" in filled.out
    assert "[1] General Orlan: over 40 soldiers; people.killed; of Tarn" in filled.out
    assert "Unattributed in Post: 3 tanks" in filled.out
    assert "Minister Vask (said): the talks had failed" in filled.out
    assert "\x1b" not in filled.out


def test_show_colours_on_a_terminal_unless_told_not_to(filled, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sayso.cli.show.is_coloured", lambda _: True)
    filled("show", "first.txt")
    assert "\x1b[1;32mover 40 soldiers\x1b[0m[1]" in filled.out
    assert "\x1b[33msaid" in filled.out


def test_show_sets_readers_side_by_side(filled, monkeypatch):
    monkeypatch.setattr("sayso.workspace.default_reader", lambda: standin.BETTER)
    filled("read", "--again")
    assert filled("show", "first.txt", "--readers") == 0
    lines = filled.out.splitlines()
    assert lines[0] == "readings"
    assert lines[1].startswith("  (1) standin 1, ")
    assert lines[2].endswith(", 2 claims, current")
    assert lines[5:8] == [
        "  over 40 soldiers [19, 35)",
        "    (1) no such claim",
        "    (2) General Orlan: people.captured; of Tarn; in Olmar; 2030-05-02",
    ]
    filled("show", "first.txt", "--readers", "--json")
    assert [r["current"] for r in json.loads(filled.out)["readings"]] == [False, True]


def test_show_finds_by_prefix_and_names_what_it_cannot_find(filled):
    filled("read", "--help")
    filled("claims", "--json")
    identifier = filled.records[0]["document"]
    assert filled("show", identifier[:7], "--json") == 0
    assert json.loads(filled.out)["id"] == identifier
    assert filled("show", "0000") == 2
    assert 'no document "0000"' in filled.err


def test_speakers_are_listed_with_what_is_held(filled):
    filled("speakers", "--json")
    rows = [(r["name"], r["claims"], r["attributions"]) for r in filled.records]
    assert rows == [
        ("General Orlan", 1, 1),
        ("Name withheld", 1, 1),
        ("Minister Vask", 0, 1),
    ]


def test_coverage_is_by_outlet_and_day(filled):
    filled("coverage", "--json")
    (row,) = json.loads(filled.out)["documents"]
    assert row == {
        "outlet": "Post",
        "published": "2030-05-02",
        "documents": 2,
        "read": 2,
        "claims": 3,
        "gaps": 0,
    }


@pytest.mark.parametrize("command", ["claims", "show x", "verify", "speakers"])
def test_a_ledger_that_is_not_there_is_not_made(sayso, tmp_path, command):
    assert sayso(*command.split()) == 4
    assert "no ledger at" in sayso.err
    assert list((tmp_path / "ledger").iterdir()) == []
