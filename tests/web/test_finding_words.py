"""Findings in the pages' language: every form that checks say is known.

What a check says is taken from its source: each sentence, line of a working, remedy
and role with the values of `PARTS` in its places. So one that somebody adds and pages
do not know fails here, with what to write.
"""

import ast
import itertools
import re
from pathlib import Path

import pytest

import sayso.checks
from checks.test_layers_checks import DAILY, day, ground, one
from sayso.checks import CHECKS
from sayso.web import finding_forms
from sayso.web.finding_forms import PARTS, REMEDIES, SENTENCES, WORKING
from sayso.web.finding_words import (
    say_explanation,
    say_finding,
    say_maker,
    say_remedy,
    say_role,
    say_working,
)
from sayso.web.interface import speaking

FOLDER = Path(sayso.checks.__file__).parent
CODES = ("ru", "uk")
DAY = "2030-05-02"
RANGES = ("[0.855, 0.865)", "(1,100, ∞)")
SAMPLES = {
    "stated": ("Ada Orlan stated", "Unattributed in Olmar Post:"),
    "stated_share": ('"86%" of "7 villages"', '"six of seven villages"'),
    "words_of": ('"over 40"',),
    "counted": ('"over 40" (soldier)', '"3 tanks"'),
    "voice": ("Ada Orlan", "Unattributed in Olmar Post", "Name withheld"),
    "begin": ("Ada Orlan", "Unattributed in Olmar Post"),
    "outlet": ("Olmar Post", "an unnamed outlet"),
    "outlets": ("Olmar Post",),
    "where": ("the title of its report", "its report", "the title of its source"),
    "drawn_by": (
        "the layers of Map Desk (assessed control by Tarn)",
        "the layers of Map Desk (contested)",
    ),
    "measure": ("territory.gained",),
    "interval": RANGES,
    "words": (
        "in Tark as Survey outlines it",
        "in Tark",
        "in all they draw; the claim names no place",
    ),
    "unstated": ("",),
    "unit": ("km2", "percent"),
    "side": PARTS["side"],
    "relation": PARTS["relation"],
    "_relation": PARTS["relation"],
    "outcome": ("cannot check", "not comparable"),
    "reason": (
        "no day is stated",
        f"the layers are of {DAY} to {DAY}, not of {DAY}",
        'no gazetteer holds the place "Olmar"',
    ),
    "drawn": (
        f"draw it into that ground between {DAY} and 2030-05-04",
        "draw it out of that ground in part only",
        f"draw their line across it on {DAY}",
    ),
    "_when": (f"on {DAY}", f"on {DAY} at 14:20", "on a day unknown"),
    "to_text": ("1,300", "7/2"),
    "len": ("12",),
    "verb": PARTS["verb"],
    "what": PARTS["what"],
    "reply": PARTS["reply"],
    "kind": PARTS["kind"],
    "day": (DAY,),
    "start": (DAY,),
    "last": (DAY,),
    "first": (DAY,),
    "as_of": (DAY,),
    "published": (DAY,),
    "text": ("200 men",),
    "said": ("two thirds",),
    "name": ("kursk incursion",),
    "place": ("Olmar",),
    "found": RANGES,
    "implied": RANGES,
    "left": ("(5.7, 7]",),
    "whole": ("(1,271.7, ∞)",),
    "of_it": RANGES,
    "_share": RANGES,
    "expected": RANGES,
    "change": RANGES,
    "number": RANGES,
    "size": RANGES,
    "as_printed": RANGES,
    "together": ("[12, 12]", "12"),
    "figures": ('"12", "3 men"',),
    "figure": ('"over 40"', 'a step of 1,300 to "over 4,000"'),
    "named": ("Herald, Post",),
    "tail": ("", " and 3 more"),
    "length": ("30",),
    "largest": ("1,300",),
    "hint": ("a figure within the range, or a note that earlier ones were added late",),
    "formula": ("later / earlier", "later - earlier"),
    "kinds": ("value, bound", "attribution"),
    "link": ("credit line", "same figure"),
    "source": ("dated alike by all sides",),
    "_item": (f'tank "over 40" up to {DAY}', f'people.killed "9" up to {DAY}'),
    "_name": ("tank", "equipment.drone_lost"),
    "names": ("tank + people.killed",),
    "printed": (f"Olmar Post ({DAY}), a document not held (day unknown)",),
    "stance": PARTS["stance"],
    "gross": ("63.7",),
    "net": ("63.7",),
    "area": ("1,318.3",),
    "daily": ("15.9",),
    "slack": ("0.4",),
    "precision_m": ("500",),
    "around": ("500",),
    "lacking": ("2",),
    "days": ("", f" ({DAY} to 2030-05-04)"),
    "kind_of": PARTS["state"],
    "join": ("Our soldiers took 12 tanks.",),
    "credit": ("Steppe Post",),
    "bare": ("12",),
    "TIMES": ("5",),
    "_words": ('"40 men" / "50 men"',),
}
"""What stands in a place, by the last name of its expression -> what it may say."""
OWN = {
    ("versions", "days"): (f"{DAY} and 2030-05-03",),
    ("dates", "where"): SAMPLES["outlet"],
    ("layer_areas", "days"): (f"from {DAY} to 2030-05-04", f"on {DAY} and 2030-05-03"),
    ("layer_areas", "stated"): SAMPLES["stated"],
    ("layer_places", "words"): ("draw it outside that ground",),
    ("layer_places", "kind"): PARTS["state"],
    ("layer_places", "last"): (DAY,),
    ("layer_places", "verb"): ("into", "out of"),
    ("layer_places", "when"): (f"by {DAY}", "in part only"),
    ("layer_places", "name"): ("Olmar",),
    ("on_layers", "name"): ("Olmar",),
    ("on_layers", "words"): ("Map Desk, assessed control by Tarn",),
    ("rates", "day"): (DAY,),
    ("credited", "name"): ("Steppe Post",),
    ("categories", "join"): (
        "no longer counts tank, people.killed",
        "begins to count armour",
        "no longer counts tank and begins to count armour, gun",
    ),
    ("exchanges", "to_text"): ("1,300",),
    ("increments", "days"): ("3",),
    ("dates", "day"): (DAY,),
    ("one_origin", "day"): (DAY, "day unknown"),
    ("quotations", "join"): ("forty men",),
    ("headlines", "bare"): ("12",),
    ("drift", "join"): ("value, bound",),
    ("categories", "stated"): SAMPLES["stated"],
    ("layer_areas", "whole"): ("1,318.3",),
}
"""The same where a check means something else by the name."""
COUNT_SHARES = ("count_shares", "stated")


def name_of(node: ast.expr) -> str:
    """Give the last name of an expression: "stated" of `context.stated(claim)`."""
    if isinstance(node, ast.BoolOp):
        return name_of(node.values[0])
    if isinstance(node, ast.BinOp):
        return name_of(node.left)
    if isinstance(node, ast.Call):
        return name_of(node.func)
    if isinstance(node, ast.Subscript):
        return name_of(node.value)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def values_of(check: str, node: ast.expr) -> tuple[str, ...]:
    """Give what an expression of a check may say."""
    name = name_of(node)
    if (check, name) == COUNT_SHARES and isinstance(node, ast.Name):
        return SAMPLES["stated_share"]
    found = OWN.get((check, name)) or SAMPLES.get(name)
    assert found, f"{check}: say in SAMPLES what “{name}” may be"
    return found


def said_by(check: str, node: ast.expr):
    """Yield what a string of a check says, with each value in its places."""
    if isinstance(node, ast.Constant):
        yield node.value
        return
    pieces = [
        (p.value,) if isinstance(p, ast.Constant) else values_of(check, p.value)
        for p in node.values
    ]
    for said in itertools.product(*pieces):
        yield "".join(map(str, said))


def finds(tree: ast.AST):
    """Yield the calls that make a finding."""
    for node in ast.walk(tree):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_call and node.func.attr == "find" and len(node.args) > 3:
            yield node


def strings(node: ast.AST):
    """Yield the strings of an expression, none inside another."""
    if isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    ):
        yield node
    elif not isinstance(node, ast.Compare):
        for part in ast.iter_child_nodes(node):
            yield from strings(part)


def paths():
    return sorted(FOLDER.glob("*.py"))


def sentences():
    """Yield (check, sentence) for every sentence that a check says."""
    for path in (*paths(), FOLDER / "support" / "on_layers.py"):
        for call in finds(ast.parse(path.read_text(encoding="utf-8"))):
            for said in said_by(path.stem, call.args[3]):
                yield path.stem, said


def lines(at: int):
    """Yield (check, line) of the working (4) or remedy (5) that stands in the call."""
    for path in paths():
        for call in finds(ast.parse(path.read_text(encoding="utf-8"))):
            for node in strings(call.args[at]) if len(call.args) > at else ():
                for said in said_by(path.stem, node):
                    yield path.stem, said


SAID = tuple(sentences())
WORKED = (
    *lines(4),
    *(
        (rule, said)
        for rule, said in (
            ("layer_areas", "the first day is not stated: from any day before"),
            ("layer_areas", f"{DAY} to {DAY}: gained 63.7 km2, net 63.7"),
            ("layer_areas", "lines off by 500 m: 0.4 km2"),
            ("layer_areas", "2 days at the ends without a layer: 15.9 km2 each"),
            ("layer_areas", f"held on {DAY}: 1,318.3 km2"),
            ("layer_areas", f"{DAY}: 1,318.3 km2"),
            ("layer_areas", "the place: 1,318.3 km2"),
            ("layer_areas", "territory.gained, place: not stated"),
            ("layer_places", "no layer is held around its days"),
            ("categories", f'last stated: tank "over 40" up to {DAY}'),
            ("categories", f'first stated: people.killed "9" up to {DAY}'),
            ("categories", "tank + gun = 12, armour begins at 12"),
            ("quotations", '"forty men" / "fifty men"'),
            ("parts", '"over 40" is (40, ∞)'),
            ("shares", "whole = area / share: (1,271.7, ∞) km2"),
            ("shares", "left = whole - area: (5.7, 7] km2"),
            ("drift", f"the same stands in: Post ({DAY}), Herald (day unknown)"),
        )
    ),
)
"""Lines in the call, and those that a check gathers before it."""
HINT = REMEDIES["falls"][0]
REMEDIED = (
    *lines(5),
    ("falls", HINT),
    ("falls", f"{HINT}; with two digits exchanged it reads 4,237"),
    ("falls", f"{HINT}; the earlier, with digits exchanged, reads 4,237"),
    ("rates", REMEDIES["rates"][0]),
    ("rates", f"{REMEDIES['rates'][0]}; with two digits exchanged it reads 91"),
    ("increments", REMEDIES["increments"][0].replace("%(range)s", RANGES[0])),
)
KEPT = re.compile(
    r"[«“\"][^»”\"]*[»”\"]|Ada Orlan|Olmar(?: Post)?|Herald|Post|Steppe Post|Tarn?k?"
    r"|Map Desk|Survey|sayso layers add --units|Our soldiers took 12 tanks\.|CNN"
    r"|\(?soldier\)?|tank|gun|armour"
)
"""Quoted words and names, which no page translates."""
NOT_NAMED = re.compile(r"[A-Za-z]{2,}")


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_of_a_check_is_said_in_the_pages_language(code):
    assert {check for check, _ in SAID} == {c.name for c in CHECKS} | {"on_layers"}
    with speaking(code):
        left = [(check, one) for check, one in SAID if say_finding(one)[1] != code]
    assert left[:5] == [], "list its form in SENTENCES"


@pytest.mark.parametrize("code", CODES)
def test_every_line_of_a_working_is_said_in_the_pages_language(code):
    with speaking(code):
        left = [one for one in WORKED if say_working(one[0], [one[1]])[0][1] != code]
    assert left[:5] == [], "list its form in WORKING"


@pytest.mark.parametrize("code", CODES)
def test_every_remedy_is_said_in_the_pages_language(code):
    with speaking(code):
        left = [one for one in REMEDIED if say_remedy(*one)[1] != code]
    assert left[:5] == [], "list its form in REMEDIES"


@pytest.mark.parametrize("code", CODES)
def test_every_explanation_is_said_in_the_pages_language(code):
    with speaking(code):
        told = [say_explanation(check.explanation) for check in CHECKS]
    assert {language for _, language in told} == {code}


@pytest.mark.parametrize("code", CODES)
def test_nothing_english_is_left(code):
    with speaking(code):
        told = [say_finding(one)[0] for _, one in SAID]
        told += [say_working(rule, [line])[0][0] for rule, line in WORKED]
        told += [say_remedy(*one)[0] for one in REMEDIED]
        told += [say_explanation(check.explanation)[0] for check in CHECKS]
    found = [one for one in told if NOT_NAMED.search(KEPT.sub("", one))]
    assert found[:5] == []


def test_every_form_is_of_some_check():
    with speaking("ru"):
        told = {say_finding(one)[0] for _, one in SAID}
    assert len(told) >= len(SENTENCES)
    assert set(WORKING) - {""} <= {check.name for check in CHECKS}
    assert set(REMEDIES) <= {check.name for check in CHECKS}
    said = (*SENTENCES, *itertools.chain(*WORKING.values(), *REMEDIES.values()))
    assert set(finding_forms.PRINTED) <= set(said)


@pytest.mark.parametrize("code", ["en", *CODES])
def test_findings_of_layers_are_said_whole(code):
    """Real findings: their sentence, working and role in the pages' language."""
    km2 = DAILY * 4
    books = [
        ground(f"{km2:.0f} km2", (round(km2), round(km2), "exact", "km2")),
        ground("30 km2", (30, 30, "exact", "km2"), place="Nord", located=None),
        ground("120 km2", (120, 120, "exact", "km2"), period=None),
    ]
    assert day(0)
    with speaking(code):
        for corpus in books:
            finding = one(corpus)
            told = [say_finding(finding.sentence)]
            told += say_working(finding.rule, finding.working)
            told += [say_remedy(finding.rule, finding.remedy)] if finding.remedy else []
            assert {language for _, language in told} == {code}
            assert not any("2030-" in words for words, _ in told)
            (given,) = finding.inputs
            is_english = code == "en"
            assert say_role(given.role).startswith("beside ") is is_english


@pytest.mark.parametrize("code", CODES)
def test_who_drew_a_layer_is_said_in_the_pages_language(code):
    with speaking(code):
        told = say_maker("Map Desk, assessed control by Russia")
        assert "assessed" not in told
        assert "Russia" not in told
        assert say_maker("what nobody listed") == "what nobody listed"


def test_english_pages_say_days_measures_and_intervals_as_everywhere():
    one = (
        'Ada Orlan stated "9 km2" (territory.gained, 2030-05-02); the layers of Map'
        " Desk (contested) draw it inside that ground on 2030-05-03: the two agree."
    )
    told, language = say_finding(one)
    assert language == "en"
    assert "“9 km2”" in told
    assert "territory.gained" not in told
    assert "3 May 2030" in told
    line = "whole = area / share: (1,260.7, 1,272) km2"
    words, _ = say_working("shares", [line])[0]
    assert words == "whole = area / share: above 1,260.7 and below 1,272 km²"


def test_of_no_known_form_it_stays_english():
    one = "Ada Orlan stated something else of [1, 2)."
    with speaking("uk"):
        told, language = say_finding(one)
        assert language == "en"
        assert told.startswith("Ada Orlan stated something else of")
        assert say_working("of another package", ["its own line"]) == (
            ("its own line", "en"),
        )


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
    assert told.endswith("«over 40» за 2 мая 2030, после публикации 1 мая 2030.")
    assert not told.startswith("Ukraine")
