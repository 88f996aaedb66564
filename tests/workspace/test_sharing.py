from datetime import UTC, datetime

import pytest

from made import DAY
from sayso.ledger import (
    Stamp,
    open_ledger,
    record_document,
    record_tombstone,
)
from sayso.linking.reuse import ReuseIndex, find_reuse
from sayso.model import Document
from sayso.workspace.sharing import PAIRS, PRINTS, share_passages

TALE = (
    "The wind tore at the tents while the clerk read the list aloud and forty men were"
    " named as missing from the bridge over the river"
)
STAMP = Stamp(datetime(2030, 5, 14, tzinfo=UTC).isoformat(), "test")


def documents(*texts):
    made = [Document(text, published=DAY, outlet=text[:5]) for text in texts]
    return {document.id: document for document in made}


@pytest.fixture(params=["memory:", "sqlite"])
def ledger(request, tmp_path):
    address = request.param if request.param == "memory:" else str(tmp_path / "l.db")
    opened = open_ledger(address)
    yield opened
    opened.close()


def held(ledger, *texts):
    made = documents(*texts)
    ledger.append([record_document(document, STAMP) for document in made.values()])
    return made


def test_passages_are_kept_and_only_new_documents_compared(ledger, monkeypatch):
    made = held(ledger, f"Alfa. {TALE}", f"Beta. {TALE}", "Gamma is another text.")
    first = share_passages(ledger, made)
    assert [(p.a, p.b) for p in first] == [
        (p.a, p.b) for p in find_reuse(made.values())
    ]
    assert first[0].passages[0].a.text.endswith(TALE)

    def refuse(self, texts):
        assert not list(texts)
        return iter(())

    monkeypatch.setattr(ReuseIndex, "add", refuse)
    assert share_passages(ledger, made) == first


def test_later_documents_are_compared_with_earlier_ones(ledger):
    made = held(ledger, f"Alfa. {TALE}", "Gamma is another text.")
    assert share_passages(ledger, made) == ()
    made |= held(ledger, f"Delta. {TALE}")
    (pair,) = share_passages(ledger, made)
    assert {made[pair.a].outlet, made[pair.b].outlet} == {"Alfa.", "Delta"}
    assert pair == share_passages(ledger, made)[0]


def test_tombstone_and_rebuild_drop_what_was_worked_out(ledger):
    made = held(ledger, f"Alfa. {TALE}", f"Beta. {TALE}")
    share_passages(ledger, made)
    gone = next(iter(made))
    ledger.append([record_tombstone(gone, "a request", STAMP)])
    assert gone not in {key for key, _, _ in ledger.kept(PRINTS)}
    assert list(ledger.kept(PAIRS)) == []
    ledger.rebuild()
    assert list(ledger.kept(PRINTS)) == []
    left = {key: document for key, document in made.items() if key != gone}
    assert share_passages(ledger, left) == ()
    assert ledger.verify().faults == ()


def test_second_value_is_left_out(ledger):
    ledger.keep("x", [("a", "b", b"1"), ("a", "b", b"2"), ("a", "c", b"3")])
    assert list(ledger.kept("x")) == [("a", "b", b"1"), ("a", "c", b"3")]
    assert list(ledger.kept("y")) == []
