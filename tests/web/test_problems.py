"""What could not be done, in the language of the page."""

import ast
import re
from pathlib import Path

import pytest

import sayso
from sayso.web import problems
from sayso.web.interface import INTERFACES, speaking
from sayso.web.problems import PROBLEMS, say_problem

SOURCES = Path(sayso.__file__).parent
KINDS = ("document", "claim", "speaker", "party", "place")
"""What `only` and the pages of things fill in themselves."""


def said_in(path):
    """Yield each string of a file, a hole where something is filled in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (
                p.value if isinstance(p, ast.Constant) else "§" for p in node.values
            )
            yield "".join(map(str, parts))


@pytest.fixture(scope="module")
def said():
    found = {
        text
        for folder in ("workspace", "ledger", "web")
        for path in (SOURCES / folder).rglob("*.py")
        if path != Path(problems.__file__)
        for text in said_in(path)
    }
    filled = [text.replace("§", kind, 1) for text in found for kind in KINDS]
    return {*found, *filled}


@pytest.mark.parametrize("message", PROBLEMS)
def test_a_reason_is_still_said_below_the_pages(said, message):
    assert re.sub(r"%\(\w+\)s", "§", message) in said


@pytest.mark.parametrize("code", [code for code in INTERFACES if code != "en"])
@pytest.mark.parametrize("message", PROBLEMS)
def test_a_reason_is_told_in_the_language_of_the_page(code, message):
    with speaking(code):
        told = say_problem(re.sub(r"%\(\w+\)s", "7", message))
    assert not re.search(r"[A-Za-z]{2}", told)
    assert told[-1] == "."


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("a ruling needs the name of who makes it", "A ruling needs the name of who"),
        ('no claim "abc" in this ledger', 'No claim "abc" in this ledger.'),
        ('low "many" is not a number', 'At least "many" is not a number.'),
        (
            'unknown party "Ukrane"; nearest known: Ukraine, Iran',
            "No party here is called “Ukrane”. Nearest: Ukraine, Iran.",
        ),
        (
            'unknown speaker "nobody"; nearest known: none',
            "No speaker here is called “nobody”.",
        ),
        ("something of a package of yours", "Something of a package of yours."),
        ("There was neither a text nor a file.", "There was neither a text nor a"),
    ],
)
def test_a_reason_is_a_sentence(reason, told):
    assert say_problem(reason).startswith(told)


def test_pages_tell_what_is_missing_in_their_language(pages):
    page = pages.get("/claims/zz?lang=uk", status=404)
    assert page.one("p", "lead").text == "У цьому журналі немає заяви «zz»."
    page = pages.get("/measures/killed?lang=ru", status=404)
    assert "people.killed" in page.one("p", "lead").text
    assert "Ближайшее: " in page.one("p", "lead").text
