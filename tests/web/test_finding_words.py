"""Findings' sentences in the pages' language: every form that checks say is known."""

import ast
import itertools
from pathlib import Path

import pytest

import sayso.checks
from sayso.web.finding_words import IN_ENGLISH, SENTENCES, VALUES, say_finding
from sayso.web.interface import speaking

FOLDER = Path(sayso.checks.__file__).parent
PARTS = {
    "stated": ("Ada Orlan stated", "Unattributed in Olmar Post:"),
    "words_of": ('"over 40"',),
    "counted": ('"over 40" (soldier)', '"3 tanks"'),
    "voice": ("Ada Orlan", "Unattributed in Olmar Post", "Name withheld"),
    "outlet": ("Olmar Post",),
    "_when": ("on 2030-05-02", "on 2030-05-02 at 14:20", "on a day unknown"),
    "to_text": ("1,300", "7/2"),
    "len": ("12",),
    "verb": (*VALUES["verb"],),
    "what": VALUES["what"],
    "where": VALUES["where"],
    "reply": VALUES["reply"],
    "kind": VALUES["kind"],
    "day": ("2030-05-02",),
    "start": ("2030-05-02",),
    "last": ("2030-05-02",),
    "published": ("2030-05-02",),
    "text": ("200 men",),
    "said": ("two thirds",),
    "name": ("battle of Olmar",),
    "place": ("Olmar",),
    "stated_share": ('"86%" of "7 villages"', '"six of seven villages"'),
    "found": ("(1,100, ∞)", "[0.5, 11)"),
    "implied": ("[0.855, 0.865)",),
    "left": ("(5.7, 7]",),
    "whole": ("(1,271.7, ∞)",),
    "together": ("[12, 12]", "12"),
    "figures": ('"12", "3 men"',),
    "figure": ('"over 40"', 'a step of 1,300 to "over 4,000"'),
    "days": ("", " (2030-05-01 to 2030-05-03)"),
    "named": ("Herald, Post",),
    "tail": ("", " and 3 more"),
    "length": ("30",),
    "largest": ("1,300",),
    "begin": ("Ada Orlan", "Unattributed in Olmar Post"),
    "outlets": ("Post",),
}
"""What stands in a sentence, by the last name of its expression -> what it may say."""
DAYS_SEEN = ("2030-05-02 and 2030-05-03",)


def name_of(node: ast.expr) -> str:
    """Give the last name of an expression: "stated" of `context.stated(claim)`."""
    if isinstance(node, ast.Call):
        return name_of(node.func)
    if isinstance(node, ast.Subscript):
        return name_of(node.value)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def values_of(path: Path, node: ast.expr) -> tuple[str, ...]:
    """Give what an expression of a check may say."""
    name = name_of(node)
    if path.stem == "versions" and name == "days":
        return DAYS_SEEN
    if path.stem == "dates" and name == "where":
        return PARTS["outlet"]
    if path.stem == "count_shares" and name == "stated" and isinstance(node, ast.Name):
        return PARTS["stated_share"]
    assert name in PARTS, f"{path.name}: say in PARTS what “{name}” may be"
    return PARTS[name]


def sentences():
    """Yield (check, sentence) for every sentence that a check says."""
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_find = (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "find"
                and len(node.args) > 3
            )
            if not is_find or path.stem in IN_ENGLISH:
                continue
            pieces = [
                (piece.value,)
                if isinstance(piece, ast.Constant)
                else values_of(path, piece.value)
                for piece in node.args[3].values
            ]
            for said in itertools.product(*pieces):
                yield path.stem, "".join(map(str, said))


SAID = tuple(sentences())


@pytest.mark.parametrize("code", ["ru", "uk"])
def test_every_sentence_of_a_check_is_said_in_the_pages_language(code):
    assert len({check for check, _ in SAID}) >= 18
    with speaking(code):
        left = [(check, one) for check, one in SAID if say_finding(one)[1] != code]
    assert left[:5] == [], "list its form in SENTENCES"


@pytest.mark.parametrize("code", ["ru", "uk"])
def test_nothing_english_is_left_in_a_sentence(code):
    words = {
        "and",
        "more",
        "stated",
        "which",
        "the",
        "agrees",
        "differs",
        "from",
        "beside",
        "day",
    }
    with speaking(code):
        told = [say_finding(one)[0] for _, one in SAID]
    found = [one for one in told if words & set(one.replace(":", " ").split())]
    assert found[:5] == []


def test_every_form_is_of_some_check():
    with speaking("ru"):
        told = {say_finding(one)[0] for _, one in SAID}
    assert len(told) >= len(SENTENCES)


def test_in_english_and_of_no_known_form_it_stays_as_it_is():
    one = "Ada Orlan stated something else."
    assert say_finding(SAID[0][1]) == (SAID[0][1], "en")
    with speaking("uk"):
        assert say_finding(one) == (one, "en")


def test_what_is_withheld_is_said_in_the_language_and_one_number_as_one():
    one = (
        'Ada Orlan stated "12" in all; the parts "5", "7 of [name withheld]" come to'
        " [12, 12] and agree with it."
    )
    with speaking("uk"):
        told, _ = say_finding(one)
    assert "withheld" not in told
    assert " у сумі 12, що " in told


def test_names_days_and_intervals_are_said_in_the_language():
    one = (
        'Ukraine\'s General Staff stated "over 40" for 2030-05-02, after the'
        " publication on 2030-05-01."
    )
    with speaking("ru"):
        told, code = say_finding(one)
    assert code == "ru"
    assert told.endswith('"over 40" за 2 мая 2030, после публикации 1 мая 2030.')
    assert not told.startswith("Ukraine")
