"""One door: nothing above the workspace sees a name that is withheld.

All persons and places are invented.
"""

import ast
from pathlib import Path

import pytest

import sayso
from sayso.ledger import Filters, Order, Stamp, record_finding
from sayso.model import Decision, Document, Finding, Input, Level, Outcome
from sayso.model.withheld import MASK, NAME_SIGN, WORDS_SIGN, spell_withheld
from sayso.workspace import Workspace
from sayso.workspace.handed.checked import BY_URGENCY
from sayso.workspace.masks import is_name, mask_reading
from sayso.workspace.own_data import read_document

TEXT = (
    "Ivan Petrin said 12 soldiers were killed in Olmar. Ivan Petrin, 34, sells bread."
    " His wife Olena lost a leg.\n"
    "Prisoner Yuri Belan said 5 soldiers were captured in Bren.\n"
    "The army staff said 9 soldiers were killed in Olmar, and so did Mayor Ada Orlan."
)
NAMES = ("Petrin", "Olena", "Belan", "Yuri Belan", "Ivan P")


@pytest.fixture
def workspace():
    with Workspace("memory:") as opened:
        document = Document(TEXT, title="Petrin saw it", outlet="Post", name="one")
        list(opened.read([document]))
        yield opened


def held_claims(workspace):
    return tuple(workspace.claims(order=Order.TEXT))


def test_the_text_keeps_its_length_and_its_public_words(workspace):
    view = workspace.view("one")
    assert len(view.text) == len(TEXT)
    assert not [name for name in NAMES if name in view.text]
    assert "Mayor Ada Orlan" in view.text
    assert "12 soldiers were killed in Olmar" in view.text


def test_words_of_a_prisoner_are_withheld_but_for_the_figure(workspace):
    line = workspace.view("one").text.splitlines()[1]
    assert "5 soldiers" in line
    assert "captured" not in line
    assert NAME_SIGN in line
    assert WORDS_SIGN in line


def test_claims_and_attributions_fit_the_text_that_is_given(workspace):
    view = workspace.view("one")
    for held in view.claims:
        held.claim.sentence.check(view.text)
        held.claim.quantity.span.check(view.text)
    for held in view.attributions:
        for span in (*held.attribution.source, *held.attribution.content):
            span.check(view.text)


def test_whatever_the_ledger_gives_names_nobody(workspace):
    ledger = workspace.ledger
    document = workspace.document("one").id
    first = held_claims(workspace)[0]
    given = (
        held_claims(workspace),
        ledger.claim(first.id),
        ledger.find_claims(first.id),
        ledger.document(document),
        ledger.documents(),
        ledger.find_documents("one"),
        ledger.search_documents("bread"),
        ledger.text(document),
        ledger.reading(document),
        ledger.attributions(document),
        ledger.speakers(),
        [ledger.speaker(s.speaker.id) for s in ledger.speakers()],
        ledger.facets(),
        ledger.private_speakers(),
        workspace.corpus(),
        workspace.shared(),
        workspace.corpus().sayings(),
    )
    for value in given:
        assert not [name for name in NAMES if name in repr(value)], repr(value)[:300]


def test_figures_and_counts_stay(workspace):
    figures = [int(held.claim.quantity.low) for held in held_claims(workspace)]
    assert figures == [12, 5, 9]
    voices = [held.claim.speaker.name for held in held_claims(workspace)]
    assert voices[:2] == [MASK, MASK]
    assert "army staff" in voices[2].lower()


def test_a_ruling_shows_one_person_and_no_other(workspace):
    prisoner = next(workspace.claims(Filters(measure="people.captured")))
    workspace.rule(prisoner, Decision.UNMASK, by="ann", reason="he agreed")
    text = workspace.view("one").text
    assert "Prisoner Yuri Belan said 5 soldiers were captured in Bren." in text
    assert "Petrin" not in text
    again = next(workspace.claims(Filters(measure="people.captured")))
    assert again.claim.speaker.name == "Yuri Belan"


def test_a_ruling_of_another_process_is_seen_at_the_next_look(tmp_path):
    path = str(tmp_path / "team.db")
    with Workspace(path) as one, Workspace(path) as other:
        list(one.read([Document(TEXT, outlet="Post", name="one")]))
        held = next(h for h in held_claims(one) if h.claim.quantity.low == 12)
        assert "Petrin" not in one.view("one").text
        other.rule(held, Decision.UNMASK, by="Ada", reason="he asked for it")
        assert "Petrin" in one.view("one").text


def test_findings_and_rulings_name_nobody(workspace):
    first = held_claims(workspace)[0]
    workspace.rule(first, Decision.CONFIRM, by="ann", reason="as Belan tells, too")
    stored = workspace.unmasked.claim(first.id).claim
    finding = Finding(
        "parts",
        1,
        Level.LOOK,
        Outcome.INCONSISTENT,
        (Input(stored.document, stored.sentence, stored.id, "part"),),
        "Ivan Petrin stated 12.",
        (stored.sentence.text,),
    )
    entry = record_finding(finding, Stamp("2030-01-01T00:00:00Z", "test"))
    workspace.ledger.append([entry])
    ledger = workspace.ledger
    given = (
        ledger.findings(),
        ledger.finding(finding.fingerprint),
        ledger.urgent_findings(BY_URGENCY),
        ledger.count_findings(),
        list(ledger.claims_in_findings(9)),
        ledger.claim_ids(Filters(rule="parts")),
        ledger.mask_finding(finding),
        ledger.rulings(first.id),
    )
    assert all(given)
    for value in given:
        assert not [name for name in NAMES if name in repr(value)], repr(value)
    assert workspace.ledger.findings()[0].finding.fingerprint == finding.fingerprint


def test_the_ledger_itself_keeps_every_word(workspace):
    document = workspace.document("one").id
    assert workspace.unmasked.text(document) == TEXT
    assert workspace.verify().faults == ()
    (again,) = workspace.held()
    assert again.text == TEXT


def test_signs_are_spelled_where_words_stand_alone():
    words = f"{NAME_SIGN * 4} {NAME_SIGN * 3} said 5 men {WORDS_SIGN * 4} {WORDS_SIGN}"
    assert spell_withheld(words) == (
        "[name withheld] [name withheld] said 5 men"
        " [words of a private person withheld]"
    )


@pytest.mark.parametrize("package", ["web", "cli", "exports"])
def test_no_page_command_or_export_holds_the_ledger_itself(package):
    for path in sorted((Path(sayso.__file__).parent / package).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        asked = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
        assert not asked & {"unmasked", "_stored"}, path


@pytest.mark.parametrize(
    "words",
    [
        "residents",
        "Local residents",
        "Witnesses",
        "One survivor",
        "a volunteer medical network",
        "Volunteer Medical Network",
        "Local Residents Committee",
        "Жители",
        "Местные жители",
    ],
)
def test_bodies_and_groups_are_no_persons(words):
    assert not is_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "Kell",
        "Ana Kell",
        "Prisoner Ana Kell",
        "Ana the shopkeeper",
        "Mr March",
        "Relatives of Ana Kell",
        "Ana Kell of the Tarn army",
        "Ana Kell, a network",
        "учителька Ольга Келл",
    ],
)
def test_a_phrase_with_a_name_in_it_is_one(words):
    assert is_name(words)


def test_two_withheld_speakers_are_two_voices():
    text = (
        "Prisoner Yuri Belan said 5 soldiers were killed in Olmar on 2 May 2030.\n"
        "Prisoner Oleh Sarn said 7 soldiers were killed in Olmar on 3 May 2030.\n"
    )
    with Workspace("memory:") as workspace:
        list(workspace.read([Document(text, name="two", outlet="Post")]))
        labels = [c.label for c in workspace.ledger.facets().counts["speaker"]]
        voices = {s.line.voice for s in workspace.corpus().context.series}
    assert len(set(labels)) == len(voices) == 2
    assert all(one.startswith(MASK) for one in (*labels, *voices))


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("Residents told Capital Ledger that 12 soldiers were killed in Olmar.", True),
        ("The Capital Ledger counted 12 dead in Olmar, residents told it.", True),
        ("The army said 12 died near Olmar, Capital Ledger reported.", True),
        ("Prisoner Capital Ledger said 12 soldiers were killed in Olmar.", False),
    ],
)
def test_an_outlet_is_no_person_unless_it_bears_a_prisoners_name(text, is_shown):
    document = Document(text, outlet="Capital Ledger", name="one")
    with Workspace("memory:") as opened:
        list(opened.read([document]))
        told = opened.ledger.text(document.id)
        assert ("Capital Ledger" in told) == is_shown


def test_a_finding_names_the_outlets_of_its_documents():
    credit = "Residents told Capital Ledger that 12 soldiers were killed in Olmar."
    cited = "The army staff said 12 soldiers were killed in Olmar."
    with Workspace("memory:") as opened:
        documents = [
            Document(credit, outlet="Post", name="credit"),
            Document(cited, outlet="Capital Ledger", name="cited"),
        ]
        list(opened.read(documents))
        inputs = tuple(
            Input(h.claim.document, h.claim.sentence, h.claim.id, "part")
            for h in opened.claims(order=Order.TEXT)
        )
        finding = Finding(
            "parts",
            1,
            Level.LOOK,
            Outcome.INCONSISTENT,
            inputs,
            "Post credits Capital Ledger, which was told so by Ana Capital.",
            (),
        )
        shown = opened.ledger.mask_finding(finding).sentence
    assert shown.startswith("Post credits Capital Ledger, which was told so by")
    assert "Ana Capital" not in shown


def test_a_word_of_outlets_that_is_a_given_name_too_shows_nobody():
    text = "Witness Herald Dorn, 40, told the Gazette that 12 people died."
    document = Document(text, outlet="Post")
    with Workspace("memory:") as opened:
        list(opened.read([document]))
        assert "Dorn" not in opened.ledger.text(document.id)


@pytest.mark.parametrize("name", ["Steppe Gazette", "BBC World Service"])
def test_who_is_called_as_an_outlet_is_or_stands_in_a_pack_as_one_is_no_person(name):
    document = Document(f"Residents told {name} that 12 were killed.", outlet="Post")
    with Workspace("memory:") as opened:
        list(opened.read([document]))
        assert name in opened.ledger.text(document.id)


@pytest.mark.parametrize(
    "text",
    [
        "Residents in eastern Aleppo said 12 soldiers were killed in Aleppo.",
        "Madaya evacuees said 12 soldiers were killed in Madaya.",
    ],
)
def test_where_people_live_is_not_withheld_with_them(text):
    document = Document(text, name="one")
    with Workspace("memory:") as opened:
        list(opened.read([document]))
        told = opened.ledger.text(document.id)
        assert told.endswith(text.split(" were ")[1])


def test_a_name_that_a_village_bears_stays_withheld():
    text = (
        "Relatives of Ana Aleppo said 12 died in Aleppo. Ana Aleppo, 34, sells bread."
    )
    document = Document(text, name="one")
    with Workspace("memory:") as opened:
        list(opened.read([document]))
        assert "Ana Aleppo" not in opened.ledger.text(document.id)


@pytest.mark.parametrize(
    ("speaker", "is_withheld"),
    [
        ("The prisoner coordination office", False),
        ("Ukraine's Prisoner Coordination Office", False),
        ("A spokesman for the prisoners", True),
        ("A prisoner in the colony office", True),
        ("Prisoners", True),
    ],
)
def test_a_body_called_after_prisoners_is_in_nobodys_hands(speaker, is_withheld):
    text = f"{speaker} said 95 men came home on Monday."
    shown = mask_reading(read_document(Document(text, language="en"))).document.text
    assert (WORDS_SIGN in shown) is is_withheld
