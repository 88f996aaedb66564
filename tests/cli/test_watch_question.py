"""Saved questions: a filter with a name and what is new in it."""

from xml.etree import ElementTree

import pytest


@pytest.fixture
def asked(filled, monkeypatch, tmp_path):
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "settings"))
    assert filled("watch-question", "olmar", "--place", "Olmar") == 0
    return filled


def test_what_is_new_is_told_once(asked, tmp_path):
    assert asked("watch-question", "olmar", "--json") == 0
    (news,) = asked.records
    assert news["kind"] == "claim"
    assert news["sentence"].startswith("General Orlan: “over 40 soldiers”")
    asked("watch-question", "olmar", "--json")
    assert asked.records == []
    path = tmp_path / "new.txt"
    path.write_text("Minister Vask said 9 men were killed in Olmar.")
    asked("read", path, "--published", "2030-05-03", "--outlet", "River")
    asked("watch-question", "olmar", "--json")
    assert [n["sentence"][:13] for n in asked.records] == ["Minister Vask"]


def test_a_feed_has_all_of_it_and_marks_nothing(asked):
    asked("watch-question", "olmar", "--atom")
    feed = ElementTree.fromstring(asked.out)
    name = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{name}entry")
    assert [e.findtext(f"{name}id")[:16] for e in entries] == ["urn:sayso:claim:"]
    asked("watch-question", "olmar", "--json")
    assert len(asked.records) == 1


def test_other_words_at_a_held_address_are_told(asked, tmp_path):
    for number, words in enumerate(("40 men", "44 men")):
        path = tmp_path / f"v{number}.txt"
        path.write_text(f"General Orlan said {words} were killed in Olmar.")
        asked("read", path, "--url", "https://a.example/x", "--outlet", "A")
    asked("watch-question", "olmar", "--json")
    kinds = [n["kind"] for n in asked.records]
    assert kinds.count("version") == 1


def test_questions_are_listed_and_forgotten(asked):
    asked("watch-question")
    assert asked.out == "olmar\n"
    assert asked("watch-question", "olmar", "--remove") == 0
    assert asked("watch-question", "olmar") == 2


@pytest.mark.parametrize("name", ["../x", "a b", ""])
def test_a_name_is_a_plain_word(asked, name):
    assert asked("watch-question", name, "--place", "Olmar") == 3


def test_private_speakers_are_withheld(asked):
    asked("watch-question", "bren", "--place", "Bren")
    asked("watch-question", "bren")
    assert "Name withheld" in asked.out
    assert "Bel" not in asked.out
