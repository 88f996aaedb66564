"""Any history gives the same state: on every backend, and replayed from its entries."""

import contextlib
from datetime import date, timedelta
from itertools import count

from conformance import STAMP, dump, make_finding, opine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_fixtures import empty_database

import standin
import team_server
from sayso.errors import LedgerError
from sayso.ledger import (
    Filters,
    Order,
    Stamp,
    add_again,
    open_ledger,
    record_correction,
    record_document,
    record_finding,
    record_reading,
    record_ruling,
    record_tombstone,
)
from sayso.ledger.rows import claimed_days
from sayso.model import Decision

PEOPLE = ("General Orlan", "Minister Vask", "Prisoner Bel")
THINGS = ("men were killed in Olmar", "tanks were captured by Vessia", "words")
WORDS = st.builds(
    lambda who, number, what: f"{who} said {number} {what}. ",
    st.sampled_from(PEOPLE),
    st.integers(1, 3),
    st.sampled_from(THINGS),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map("".join)
DAYS = st.integers(0, 2).map(lambda n: date(2030, 5, 1) + timedelta(n))
OUTLETS = st.sampled_from(["Post", "Herald", None])
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), TEXTS, DAYS, OUTLETS),
        st.tuples(st.just("read again"), st.integers(0, 5)),
        st.tuples(st.just("correct"), st.integers(0, 5), DAYS),
        st.tuples(
            st.just("rule"),
            st.integers(0, 9),
            st.sampled_from(["ann", "bob"]),
            st.sampled_from([*Decision]),
        ),
        st.tuples(st.just("find")),
        st.tuples(st.just("erase"), st.integers(0, 5)),
    ),
    max_size=12,
)


def act(ledger, words) -> None:
    """Do one thing to a ledger; what it refuses changes nothing."""
    documents = ledger.documents()
    match words:
        case ("read", text, day, outlet):
            document = standin.make_document(text, published=day, outlet=outlet)
            held = [held for held in documents if held.id == document.id]
            if held:
                ledger.append(add_again(held[0], document, STAMP))
            else:
                reading = standin.read_document(document)
                ledger.append(
                    [record_document(document, STAMP), record_reading(reading, STAMP)]
                )
        case ("read again", at) if at < len(documents):
            reading = ledger.reading(documents[at].id)
            if reading is not None:
                better = standin.read_document_better(reading.document)
                ledger.append([record_reading(better, STAMP)])
        case ("correct", at, day) if at < len(documents):
            changes = {"published": day, "title": f"Title of {day}"}
            ledger.append([record_correction(documents[at].id, changes, STAMP)])
        case ("rule", at, by, decision):
            claims = list(ledger.claims(order=Order.TEXT))
            if at < len(claims):
                changes = {"actor": by} if decision is Decision.EDIT else {}
                opinion = opine(claims[at], decision, changes=changes)
                ledger.append([record_ruling(opinion, Stamp("t", by))])
        case ("find",):
            if ledger.count_claims(Filters(outlet="Post")):
                ledger.append([record_finding(make_finding(ledger), STAMP)])
        case ("erase", at) if at < len(documents):
            ledger.append([record_tombstone(documents[at].id, "asked for", STAMP)])


NUMBERS = count()


@given(acts=ACTS)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_history_gives_one_state(acts, tmp_path):
    ledgers = [
        open_ledger("memory:"),
        open_ledger(str(tmp_path / f"{next(NUMBERS)}.db")),
    ]
    if team_server.missing() is None:
        ledgers.append(open_ledger(empty_database()))
    for words in acts:
        for ledger in ledgers:
            with contextlib.suppress(LedgerError):
                act(ledger, words)
    states = [dump(ledger) for ledger in ledgers]
    assert all(state == states[0] for state in states)
    for ledger in ledgers:
        assert ledger.verify().faults == ()
        ledger.rebuild()
        assert dump(ledger) == states[0]
        ledger.close()


def test_claimed_days_cover_every_kind_of_period():
    assert claimed_days(None, None) == (None, None)
    assert claimed_days(None, "2030-05-02") == ("2030-05-02", "2030-05-02")
    day = {"start": "2030-05-01", "end": "2030-05-02"}
    assert claimed_days(day, "2030-05-03") == ("2030-05-01", "2030-05-01")
    total = {"end": "2030-05-02"}
    assert claimed_days(total, "2030-05-03") == ("2030-05-01", "2030-05-01")
    since = {"start": "2030-05-01"}
    assert claimed_days(since, "2030-05-03") == ("2030-05-01", "2030-05-03")
    assert claimed_days(since, None) == ("2030-05-01", "2030-05-01")
