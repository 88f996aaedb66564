"""Outlets, their owners, and what a state outlet does not do."""

from marked import parse_marked
from sayso.linking.names import Names
from sayso.linking.outlets import Outlets, count_reach
from sayso.vocabulary.theatres import KnownOutlet

HOUSE = {"owner": "Today House", "family": "Today House", "state": "vessia"}
KNOWN = (
    KnownOutlet(
        "Vessia Telegraph", "ours", ("vt.example",), owner="Vessia", state="vessia"
    ),
    KnownOutlet("Vessia Today", "ours", **HOUSE),
    KnownOutlet("Today Abroad", "ours", **HOUSE),
)
OUTLETS = Outlets({name.casefold(): o for o in KNOWN for name in (o.name, *o.aliases)})
NAMES = Names(parties={"vessia": "Vessia"})
REPORTS = """
== a | Vessia Telegraph | 2031-05-02
@ day=2031-05-02 place=Olmar
{20 people}[killed 20 person] were killed in Olmar.

== b | vt.example | 2031-05-02
@ day=2031-05-02 place=Olmar
{20 people}[killed 20 person] died in Olmar.

== c | Vessia Today | 2031-05-02
{20 people}[killed 20 person] were killed there.

== d | Today Abroad | 2031-05-02
{20 people}[killed 20 person] were killed, it is said.

== e | Lowland Post | 2031-05-02
{20 people}[killed 20 person by=Vessia] died, Vessia said.
"""


def test_reach_counts_documents_outlets_and_owners():
    documents = {m.reading.document.id: m.reading.document for m in load()}
    reach = count_reach(documents, documents, OUTLETS, 2)
    assert str(reach) == "5 documents, 4 outlets, 3 owners, 2 origins"


def test_a_state_outlet_speaks_for_its_state_only_in_words():
    sides = {}
    for report in load():
        (claim,) = report.reading.claims
        sides[report.id] = NAMES.side(claim)
    assert OUTLETS.state("vt.example") == "vessia"
    assert OUTLETS.state("Lowland Post") is None
    assert sides == {"a": None, "b": None, "c": None, "d": None, "e": "Vessia"}


def load():
    return parse_marked(REPORTS)
