"""Incidents on marked reports with near-collisions, and how people regroup them."""

import random
from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from marked import CORPORA, load_marked
from sayso.linking.accounts import (
    Apart,
    PersonStatus,
    number_of,
    origins_by_claim,
    tabulate,
)
from sayso.linking.beside import Reason, find_beside
from sayso.linking.incidents import find_incidents
from sayso.linking.names import Names
from sayso.linking.origins import find_origins
from sayso.linking.outlets import Outlets
from sayso.linking.regrouping import Regrouping, regroup
from sayso.linking.reuse import find_reuse
from sayso.linking.sounds import sound_of
from sayso.vocabulary.theatres import load_theatre


class Gathered:
    """The corpus with its incidents by event."""

    def __init__(self, rulings=(), shuffled: bool = False) -> None:
        self.reports = load_marked(CORPORA / "events" / "reports.txt")
        self.documents = {
            m.reading.document.id: m.reading.document for m in self.reports
        }
        self.claims = [c for m in self.reports for c in m.reading.claims]
        if shuffled:
            random.Random(4).shuffle(self.claims)
        self.event = {
            c.id: event
            for m in self.reports
            for c, event in zip(m.reading.claims, m.events, strict=True)
        }
        self.names = Names.of((), self.claims)
        shared = list(find_reuse(self.documents.values()))
        self.origins = find_origins(
            self.claims, self.documents, names=self.names, shared=shared
        )
        self.incidents = find_incidents(
            self.claims,
            self.documents,
            names=self.names,
            origins=self.origins,
            rulings=rulings,
        )

    def of(self, event: str):
        """The incident that holds most claims of an event."""
        return max(
            self.incidents,
            key=lambda i: sum(self.event[c.id] == event for c in i.claims),
        )

    def tabulated(self, event: str):
        return tabulate(
            self.of(event),
            self.documents,
            self.names,
            outlets=Outlets(),
            origin_of=origins_by_claim(self.origins),
        )


@pytest.fixture(scope="module")
def gathered():
    return Gathered()


def pairs(groups):
    return {
        frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)
    }


def test_claims_of_one_event_are_gathered(gathered):
    by_event = defaultdict(list)
    for key, event in gathered.event.items():
        by_event[event].append(key)
    found = pairs([c.id for c in i.claims] for i in gathered.incidents)
    wanted = pairs(by_event.values())
    f1 = 2 * len(found & wanted) / (len(found) + len(wanted))
    assert f1 >= 0.95
    assert len(found & wanted) / len(found) >= 0.95


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("E01", "E02"),
        ("E02", "E03"),
        ("E04", "E05"),
        ("E10", "E11"),
        ("E14", "E15"),
        ("E19", "E20"),
        ("E16", "E17"),
    ],
    ids=[
        "same town, next day",
        "two strikes in one city",
        "a hospital and a bridge",
        "the same figure the next night",
        "a church and a police station",
        "eight dead on two days",
        "taken and freed",
    ],
)
def test_near_collisions_stay_apart(gathered, one, other):
    assert gathered.of(one).id != gathered.of(other).id


def test_the_order_of_claims_changes_nothing(gathered):
    again = Gathered(shuffled=True)
    assert [i.id for i in again.incidents] == [i.id for i in gathered.incidents]


def test_a_rising_toll_is_one_account_with_its_revisions(gathered):
    accounts = gathered.tabulated("E01")
    (maren,) = (
        row
        for row in accounts.rows
        if row.voice == "Ilse Maren"
        and row.measure == "people.killed"
        and row.status is PersonStatus.UNNAMED
    )
    assert [number_of(c) for c in maren.claims] == [9, 12]
    assert [
        (b.quantity.span.text, a.quantity.span.text) for b, a in maren.revisions
    ] == [("nine", "Twelve people")]


def test_ranges_are_of_what_is_stated_and_by_status(gathered):
    ranges = {
        (r.measure, r.status): (number_of(r.low), number_of(r.high))
        for r in gathered.tabulated("E01").ranges
    }
    assert ranges["people.killed", PersonStatus.UNNAMED] == (5, 12)
    assert ranges["people.killed", PersonStatus.COMBATANT] == (20, 20)
    assert ranges["people.killed", PersonStatus.CHILD] == (2, 2)


def test_parts_of_a_figure_are_in_no_range(gathered):
    accounts = gathered.tabulated("E04")
    parts = [c.quantity.span.text for c, why in accounts.apart if why is Apart.PART]
    assert parts == ["six nurses", "six"]
    (whole,) = (
        r
        for r in accounts.ranges
        if r.measure == "people.killed" and r.status is PersonStatus.UNNAMED
    )
    assert (number_of(whole.low), number_of(whole.high)) == (17, 19)


def test_a_denied_change_of_hands_is_gathered_and_set_apart(gathered):
    accounts = gathered.tabulated("E08")
    assert [why for _, why in accounts.apart] == [Apart.DENIED]
    assert accounts.reach.documents == 3


def test_what_lies_beside_an_incident_is_named_with_the_reason(gathered):
    incident = gathered.of("E02")
    beside = find_beside(gathered.incidents, [incident.id])[incident.id]
    reasons = {b.incident.id: b.reason for b in beside}
    assert reasons[gathered.of("E01").id] is Reason.DAY
    assert reasons[gathered.of("E03").id] is Reason.SCENE
    assert Reason.PERIOD in reasons.values()


def test_people_join_and_split_incidents(gathered):
    market, bus = gathered.of("E01"), gathered.of("E02")
    joined = Gathered([Regrouping(bus.claims[0].id, market.claims[0].id, True)])
    assert len(joined.of("E01").claims) == len(market.claims) + len(bus.claims)
    moved, stays = market.claims[-1], market.claims[0]
    split = Gathered([Regrouping(moved.id, stays.id, False)])
    assert moved not in split.of("E01").claims
    assert len(split.incidents) == len(gathered.incidents) + 1


def test_a_later_ruling_stands_over_an_earlier_one():
    ids = ["a", "b", "c", "d"]
    join, split = Regrouping("c", "a", True), Regrouping("c", "a", False)
    assert regroup([[0, 1], [2, 3]], ids, [join]) == [[0, 1, 2, 3]]
    assert regroup([[0, 1], [2, 3]], ids, [join, split]) == [[0, 1, 3], [2]]
    assert regroup([[0, 1], [2]], ids, [split, join]) == [[0, 1, 2]]
    assert regroup([[0, 1]], ids, [Regrouping("x", "a", True)]) == [[0, 1]]


def test_a_name_sounds_alike_in_two_alphabets():
    assert sound_of("Мирова") == sound_of("Mirova")


def test_owners_come_from_packs():
    outlets = Outlets.of([load_theatre("world")])
    assert outlets.owner("RIA Novosti") == outlets.owner("Sputnik")
    assert outlets.owner("Harbour Wire") == "Harbour Wire"
    assert outlets.state("TASS") == "russia"
    assert outlets.state("Reuters") is None


def test_days_are_those_of_the_event_not_of_the_count(gathered):
    assert gathered.of("E14").first == gathered.of("E14").last == date(2031, 4, 7)
