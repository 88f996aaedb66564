"""What queries read is verified, not only what entries hash."""

import random
import sqlite3
from pathlib import Path

import pytest

import standin
from sayso.errors import SaysoError
from sayso.ledger import Filters
from sayso.model import Decision
from sayso.workspace import Settings, Workspace

TEXTS = (
    (
        "Vessia Army Staff said over 1,100 soldiers of Tarn were killed in Olmar.\n"
        "Tarn Ministry said 40 soldiers of Tarn were killed in Bren."
    ),
    "Vessia Army Staff said 24 settlements of Tarn were captured in Bren.",
    "It was quiet in Olmar, and the wind blew over the river all night.",
)
FLIPS = 200
OWN = Settings(reader=standin.OWN)


def documents():
    return [
        standin.make_document(text, outlet="Post", title=f"No. {at}", name=f"d{at}")
        for at, text in enumerate(TEXTS)
    ]


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "l.db"
    with Workspace(str(made), settings=OWN) as workspace:
        list(workspace.read(documents()))
        first, second, *_ = workspace.claims()
        workspace.rule(first, Decision.CONFIRM, by="ann", reason="so it says")
        workspace.rule(second, Decision.REJECT, by="ben", reason="it does not")
        workspace.check()
        workspace.shared()
        workspace.unmasked.keep("test", [("a", "b", b"value")])
    return made


def faults(path):
    with Workspace(str(path), create=False, settings=OWN) as workspace:
        return workspace.verify().faults


def shown(path):
    """Give everything that queries give of a ledger."""
    with Workspace(str(path), create=False, settings=OWN) as workspace:
        ledger = workspace.unmasked
        held = ledger.documents()
        return repr(
            (
                held,
                tuple(ledger.claims()),
                [ledger.text(d.id) for d in held],
                [ledger.attributions(d.id) for d in held],
                [ledger.reading(d.id) for d in held],
                [ledger.rulings(c.id) for c in ledger.claims()],
                [tuple(ledger.claims(Filters(text=w))) for w in ("Bren", "soldiers")],
                [tuple(ledger.claims(Filters(measure="people")))],
                ledger.search_documents("river"),
                ledger.facets(),
                ledger.findings(),
                ledger.speakers(),
                ledger.places(),
                ledger.coverage(),
                ledger.sums(),
                ledger.gaps(),
            )
        )


def test_a_sound_ledger_has_no_faults(path):
    assert faults(path) == ()
    with Workspace(str(path), settings=OWN) as workspace:
        list(workspace.read(workspace.held()))
        workspace.erase("d1", by="ann", reason="asked for")
        assert workspace.verify().faults == ()
        workspace.ledger.rebuild()
        assert workspace.verify().faults == ()


def test_every_flipped_byte_that_changes_an_answer_is_found(path, tmp_path):
    sound = shown(path)
    data = path.read_bytes()
    chance = random.Random(7)
    flipped = tmp_path / "flipped.db"
    unnoticed, changing = [], 0
    for at in sorted(chance.sample(range(len(data)), FLIPS)):
        broken = bytearray(data)
        broken[at] ^= 1 << chance.randrange(8)
        flipped.write_bytes(broken)
        for beside in tmp_path.glob("flipped.db-*"):
            beside.unlink()
        try:
            has_changed = shown(flipped) != sound
        except (SaysoError, ArithmeticError, LookupError, TypeError, ValueError):
            has_changed = True
        changing += has_changed
        if has_changed and not is_noticed(flipped):
            unnoticed.append(at)
    assert unnoticed == []
    assert changing > 0


def is_noticed(path):
    try:
        return bool(faults(path))
    except (SaysoError, ArithmeticError, LookupError, TypeError, ValueError):
        return True


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("DROP TRIGGER entries_stay", '"entries_stay" is gone'),
        ("DROP INDEX claims_by_place", '"claims_by_place" is gone'),
        ("UPDATE claims SET status = 'confirmed'", '"claims" differs'),
        ("UPDATE documents SET outlet = 'Other'", '"documents" differs'),
        ("UPDATE speakers SET claims = claims + 1", '"speakers" differs'),
        ("UPDATE cube SET claims = 9", '"cube" differs'),
        ("DELETE FROM rulings", '"rulings" differs'),
        ("UPDATE kept SET value = x'00'", "differ from what was kept"),
    ],
)
def test_what_was_changed_by_hand_is_named(path, statement, named):
    held = sqlite3.connect(path)
    held.execute(statement)
    held.commit()
    held.close()
    if "INDEX" in statement:  # opening makes what is replayed anew
        assert faults(path) == ()
    else:
        assert any(named in fault for fault in faults(path))


def test_a_ledger_without_its_last_entries_is_noticed_by_the_head(path, tmp_path):
    with Workspace(str(path), settings=OWN) as workspace:
        short = tmp_path / "short.db"
        workspace.ledger.backup(str(short))
        list(workspace.read([standin.make_document("Olmar slept.", name="later")]))
        head = workspace.head()
        assert head == workspace.verify().head
        assert workspace.verify(head).faults == ()
        assert workspace.verify(head[:12]).faults == ()
    with Workspace(str(short), create=False, settings=OWN) as workspace:
        assert workspace.verify().faults == ()
        (fault,) = workspace.verify(head).faults
        assert "entries are missing" in fault


def test_a_file_cut_at_its_end_is_noticed(path):
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[: len(data) // 4096 // 2 * 4096])
    assert is_noticed(path)
