"""Nine reports of six outlets, three owners and two counts, credited in many ways."""

import pytest

from marked import parse_marked
from sayso.checks import CheckContext, make_context
from sayso.linking.incidents import find_incidents
from sayso.linking.outlets import Outlets, count_reach
from sayso.linking.reuse import find_reuse
from sayso.vocabulary.theatres import KnownOutlet

OFFICE = '@ day=2031-06-03 place=Orrin by="Health Office"'
UNION = '@ day=2031-06-03 place=Orrin by="Rescue Union"'
REPORTS = f"""
== a | Continental Wire | 2031-06-03 08:10
{OFFICE}
ORRIN (Continental Wire) - {{At least 37 people}}[killed >=37 person] were killed when
a bus burned in Orrin, the health office said.

== b | River News | 2031-06-03 09:30
{OFFICE}
{{37 people}}[killed 37 person] were killed on a bus in Orrin. (Continental Wire)

== c | River Evening | 2031-06-03 10:00
{OFFICE}
{{Thirty-seven}}[killed 37 person] died in Orrin, the office told Continental Wire.

== d | River Radio | 2031-06-03 11:00
{OFFICE}
{{More than 37 people}}[killed >=37 person] died in Orrin, Continental Wire reported.

== e | Lowland Post | 2031-06-04
{OFFICE}
{{37 people}}[killed 37 person] died on a bus in Orrin, as carried by Continental Wire.

== f | Lowland Post | 2031-06-05
{OFFICE}
{{37 people}}[killed 37 person] died in Orrin, according to Continental Wire.

== g | Hill Herald | 2031-06-03 07:00
{UNION}
The rescue union counted {{41 dead}}[killed 41 person] on a bus in Orrin on Tuesday.

== h | River News | 2031-06-04
{UNION}
The union counted {{41 dead}}[killed 41 person] on the bus in Orrin, Hill Herald said.

== i | Lowland Post | 2031-06-04
{UNION}
{{41 people}}[killed 41 person] died, the union counted, Hill Herald reported.
"""
RIVER, PLAIN = "River Group", "Plain Media"
OWNERS = {
    "River News": RIVER,
    "River Evening": RIVER,
    "River Radio": RIVER,
    "Continental Wire": PLAIN,
    "Lowland Post": PLAIN,
}
OUTLETS = Outlets(
    {n.casefold(): KnownOutlet(n, "ours", owner=o) for n, o in OWNERS.items()}
)


@pytest.fixture(scope="module")
def context() -> CheckContext:
    readings = [m.reading for m in parse_marked(REPORTS)]
    shared = list(find_reuse(r.document for r in readings))
    return make_context(readings, shared=shared)


def test_reach_counts_what_counts_less_and_less(context):
    claims = [c for r in context.readings.values() for c in r.claims]
    (incident,) = find_incidents(
        claims, context.documents, names=context.names, origins=context.origins
    )
    told = len(context.origins)
    reach = count_reach(incident.documents, context.documents, OUTLETS, told)
    assert str(reach) == "9 documents, 6 outlets, 3 owners, 2 origins"


def test_hops_go_from_the_earlier_hour(context):
    outlets = {key: d.outlet for key, d in context.documents.items()}
    hops = {
        (outlets[hop.earlier], outlets[hop.later])
        for origin in context.origins
        for hop in origin.hops
    }
    from_wire = {later for earlier, later in hops if earlier == "Continental Wire"}
    assert from_wire == {"River News", "River Evening", "River Radio", "Lowland Post"}
    assert {later for earlier, later in hops if earlier == "Hill Herald"} == {
        "River News",
        "Lowland Post",
    }
