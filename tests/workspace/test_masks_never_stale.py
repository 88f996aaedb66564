"""A mask that was made before something happened is never used after it.

One workspace stays open, as the pages' server does; another one does things to the same
ledger, as a command does. After each thing the first has to show what one shows that
begins now and finds no mask kept.
"""

from contextlib import suppress
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import standin
import team_server
from sayso.errors import SaysoError
from sayso.ledger import NameKind, record_correction
from sayso.model import Decision, Document
from sayso.workspace import Reader, Settings, Workspace, held_masks
from sayso.workspace.naming import call_name, join_names, part_claims, undo_name
from sayso.workspace.ruled import Ruled

FIRST = (
    "Prisoner Yuri Belan said 5 soldiers were captured in Bren. Ivan Petrin, 34, sells"
    " bread.\nGeneral Orlan said 12 soldiers of Tarn were killed in Olmar."
)
SECOND = (
    "Prisoner Ana Kell said 7 soldiers were captured in Olmar. Kell and Yuri Belan met."
    " Vessia Army Staff said 3 soldiers were killed in Bren."
)
NAMES = ("Yuri Belan", "Ana Kell", "General Orlan", "Vessia Army Staff", "Ivan Petrin")
SPEAKER = NameKind.SPEAKER
RULED = Ruled("ann", "as asked")
UNIQUE = count()


def read_strictly(document):
    """The stand-in, but whoever speaks is a private person."""
    reading = standin.read_document(document)

    def hide(one):
        return replace(one, speaker=one.speaker and replace(one.speaker, private=True))

    return replace(
        reading,
        attributions=tuple(map(hide, reading.attributions)),
        claims=tuple(map(hide, reading.claims)),
        reader="strict 1",
    )


STRICT = Reader(lambda: "strict 1", read_strictly)
READERS = (standin.OWN, standin.BETTER, STRICT)


def document(number):
    return Document((FIRST, SECOND)[number], outlet="Post", name=f"report {number}")


def read(workspace, path, number, which):
    del workspace
    with Workspace(path, settings=Settings(reader=READERS[which])) as other:
        list(other.read([document(number)]))


def unmask(workspace, _path, number, _which):
    held = [*workspace.claims()][number]
    workspace.rule(held, Decision.UNMASK, by="ann", reason="as asked")


def confirm(workspace, _path, number, _which):
    held = [*workspace.claims()][number]
    workspace.rule(held, Decision.CONFIRM, by="ann", reason="")


def undo(workspace, _path, number, _which):
    held = [*workspace.claims()][number]
    workspace.rule(held, Decision.UNDO, by="ann", reason="")


def edit(workspace, _path, number, which):
    held = [*workspace.unmasked.claims()][number]
    speakers = {h.speaker.name: h.speaker for h in workspace.unmasked.speakers()}
    name = NAMES[which]
    stored = {"id": speakers[name].id, "name": name, "access": "unknown"}
    changes = {"claimant": name, "speaker": {**stored, "private": False}}
    workspace.rule(held, Decision.EDIT, by="bob", reason="so", changes=changes)


def join(workspace, _path, number, which):
    join_names(workspace, (SPEAKER, NAMES[2 + number]), [NAMES[3 - which % 2]], RULED)


def rename(workspace, _path, number, which):
    call_name(workspace, (SPEAKER, NAMES[2 + number]), NAMES[which], RULED)


def part(workspace, _path, number, which):
    held = [*workspace.claims()][number]
    name = held.claim.speaker.id
    part_claims(workspace, (SPEAKER, name), [held.id], NAMES[which], RULED)


def undo_names(workspace, _path, number, _which):
    rulings = workspace.ledger.naming().rulings
    undo_name(workspace, rulings[-1 - number].sequence, by="ann")


def correct(workspace, _path, number, which):
    facts = {"outlet": NAMES[-1 - which]}
    if which:
        facts["title"] = NAMES[which]
    stamp = workspace.stamp("ann")
    add = record_correction(document(number).id, facts, stamp, was={})
    workspace.ledger.append([add])


def erase(workspace, _path, number, _which):
    workspace.erase(document(number).id, by="ann", reason="as asked")


def rebuild(workspace, _path, _number, _which):
    workspace.unmasked.rebuild()


ACTS = (
    *(
        read,
        unmask,
        confirm,
        undo,
        edit,
        join,
        rename,
        part,
        undo_names,
        correct,
        erase,
    ),
    rebuild,
)


def shown(workspace):
    """What a workspace gives out."""
    ledger = workspace.ledger
    held = sorted(ledger.documents(), key=lambda one: one.id)
    whole = [one.id for one in held if one.erased is None]
    return (
        held,
        [ledger.text(key) for key in whole],
        [ledger.attributions(key) for key in whole],
        [ledger.reading(key) for key in whole],
        tuple(ledger.claims()),
        ledger.speakers(),
        ledger.naming(),
    )


def shown_anew(path):
    """What one gives out that begins now and finds nothing kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(held_masks, "KIND", f"masks of {next(UNIQUE)}")
        with Workspace(path, create=False) as fresh:
            return shown(fresh)


DONE = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 1), st.integers(0, 2)), max_size=5
)


def follow(path, done):
    """Do things one after the other, and look after each."""
    with (
        pytest.MonkeyPatch.context() as patch,
        Workspace(path, settings=Settings(reader=standin.OWN)) as pages,
        Workspace(path, settings=Settings(reader=standin.OWN)) as other,
    ):
        patch.setattr(held_masks, "_AT_ONCE", 1)  # kept as soon as they are made
        list(other.read(map(document, range(2))))
        assert shown(pages) == shown_anew(path)
        for act, number, which in done:
            with suppress(SaysoError, IndexError, KeyError):  # not with what is held
                act(other, path, number, which)
            known = shown_anew(path)
            assert shown(pages) == known, act.__name__
            with Workspace(path, create=False) as later:  # with what is kept
                assert shown(later) == known, act.__name__
        assert pages.verify().faults == ()


@settings(max_examples=25)
@given(DONE)
def test_whatever_happens_no_mask_is_of_before(tmp_path_factory, done):
    follow(str(tmp_path_factory.mktemp("stale") / "held.db"), done)


def test_a_name_that_a_ruling_shows_follows_what_its_claim_says_by_then(tmp_path):
    follow(
        str(tmp_path / "held.db"),
        [
            (unmask, 0, 0),
            (edit, 0, 1),
            (undo, 0, 0),
            (rename, 0, 2),
            (undo_names, 0, 0),
        ],
    )


def test_a_name_that_a_ruling_shows_follows_the_rulings_on_names(tmp_path):
    follow(
        str(tmp_path / "held.db"),
        [(unmask, 1, 0), (rename, 1, 1), (undo_names, 0, 0), (part, 1, 1)],
    )


def test_a_name_is_withheld_again_once_its_ruling_is_undone(tmp_path):
    path = str(tmp_path / "held.db")
    follow(path, [(unmask, 0, 0), (confirm, 0, 0), (undo, 0, 0)])
    with Workspace(path) as workspace:
        assert "Ana Kell" in repr(shown(workspace))
    follow(path, [(undo, 0, 0)])
    with Workspace(path) as workspace:
        assert "Ana Kell" not in repr(shown(workspace))


def test_another_outlet_or_title(tmp_path):
    follow(
        str(tmp_path / "held.db"),
        [(correct, 0, 0), (correct, 0, 1), (correct, 1, 2), (correct, 0, 0)],
    )


def test_another_reader_version_and_back(tmp_path):
    follow(
        str(tmp_path / "held.db"),
        [(read, 0, 2), (read, 0, 0), (read, 1, 1), (read, 1, 2), (erase, 1, 0)],
    )


def test_a_team_s_ledger_is_no_other():
    reason = team_server.missing()
    if reason is not None:
        pytest.skip(reason)
    server = team_server.shared_server()
    follow(
        server.address(server.emptied_database()),
        [
            *((unmask, 0, 0), (edit, 0, 0), (undo, 0, 0), (correct, 0, 0)),
            *((read, 0, 2), (read, 0, 0), (rename, 1, 1), (erase, 0, 0)),
        ],
    )
