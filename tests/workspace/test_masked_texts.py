"""Texts of our own through the real reader: whoever is to be withheld is withheld.

A weight or a rule that takes a person for a place would show the name; `make bench
ONLY=masking` looks at every command, export and page besides.
"""

import json
from pathlib import Path

import pytest

from sayso.model import Document, Span
from sayso.model.withheld import NAME_SIGN, WORDS_SIGN
from sayso.reading.persons.persons import find_persons
from sayso.workspace.masks import mask_reading
from sayso.workspace.own_data import read_document

FOLDER = Path(__file__).resolve().parents[1] / "reading" / "persons"


MISSES = {
    ("en-again11", "Cholpon"),  # "Cholpon-apa": no list has it, the network says a body
}
MISSES |= {  # counted once, not mended: one word alone, which the network calls a place
    ("en-third06", "Jalil"),
    ("ru-third03", "Лёнька"),
    ("ru-third04", "Астамур"),
    ("ru-third05", "Шушан"),
    ("ru-third08", "Пурификасьон"),
    ("ru-third09", "Алсу"),
    ("uk-third07", "Севастіяна"),
    ("uk-third07", "Павлишина"),
}
"""Names that come out, each with the reason; a new one fails."""
SHOWN = {"people": 0.97, "again": 0.97, "third": 0.82}
"""Of the third set as first counted: 23 of 28."""


def mask_rows(name):
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        document = Document(row["text"], language=row["language"])
        yield row, mask_reading(read_document(document))


@pytest.mark.quality
@pytest.mark.parametrize(
    "name", ["texts", "offices", "public", "people", "again", "third"]
)
def test_names_to_withhold_come_out_nowhere(name):
    leaks = set()
    for row, shown in mask_rows(name):
        said = [shown.document.text]
        for claim in shown.claims:
            said += [claim.claimant, claim.affected, claim.actor, claim.place]
        said += [said_by.name for said_by in shown.attributions]
        words = "\n".join(filter(None, said))
        leaks |= {(row["id"], one) for one in row["withhold"] if one in words}
    assert leaks <= MISSES


@pytest.mark.quality
@pytest.mark.parametrize("name", SHOWN)
def test_who_holds_an_office_is_shown_by_the_whole_reader(name):
    asked = [
        one in shown.document.text
        for row, shown in mask_rows(name)
        for one in row["show"]
    ]
    assert sum(asked) >= SHOWN[name] * len(asked)


TOLD = [
    ("Awadia Kuku sells tea there. “I buried two,” she said.", "Awadia Kuku", True),
    ("In one lay Domingo Xol Caal, with others.", "Domingo Xol Caal", True),
    ("The army retook Habila in the night.", "Habila", False),
]


@pytest.mark.parametrize(("text", "name", "expected"), TOLD)
def test_who_the_network_takes_for_a_person_is_one(text, name, expected):
    start = text.index(name)
    told = (Span.cut(text, start, start + len(name)),) if expected else ()
    found = {p.name for p in find_persons(text, told=told) if p.is_withheld}
    assert (name in found) is expected
    assert name not in {p.name for p in find_persons(text)}


HELD_SAY = [
    ("en", "A prisoner said 64 soldiers had died.", True),
    ("ru", "«Погибли 64 солдата», — сказал пленный.", True),
    ("uk", "«Загинули 64 солдати», — сказав один полонений.", True),
    ("en", "The prisoner coordination office said 64 soldiers came home.", False),
    ("en", "Prisoner exchange coordinator Ivo Bel said 64 came home.", False),
    ("uk", "Координаційний штаб полонених сказав, що 64 солдати вдома.", False),
    ("ru", "Комиссия по делам пленных сказала, что пропали 64 солдата.", False),
]


@pytest.mark.quality
@pytest.mark.parametrize(("language", "text", "expected"), HELD_SAY)
def test_words_of_who_is_held_are_withheld_and_not_those_of_an_office_for_them(
    language, text, expected
):
    shown = mask_reading(read_document(Document(text, language=language)))
    assert (WORDS_SIGN in shown.document.text) is expected
    assert "64" in shown.document.text
    assert NAME_SIGN not in shown.document.text
