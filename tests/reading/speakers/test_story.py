"""Who was heard last in a document. Names are invented."""

from types import SimpleNamespace

from sayso.reading.speakers.story import NEARBY, Heard, Sort, Story


def last(start, *heard):
    """Give the name of the person or body heard last before an offset."""
    found = Story.last(SimpleNamespace(heard=list(heard)), start, Sort.PERSON)
    return found and found.name


WAL = Heard(0, "Clara Wal", Sort.PERSON, ())
MOL = Heard(100, "Oscar Mol", Sort.PERSON, ())
STAFF = Heard(200, "General Staff", Sort.BODY, ())


def test_the_last_of_the_sort_asked_for_was_heard():
    assert last(300, WAL, MOL, STAFF) == "Oscar Mol"


def test_whoever_speaks_later_was_not_heard():
    assert last(50, WAL, MOL) == "Clara Wal"
    assert last(100, WAL, MOL) == "Clara Wal"


def test_whoever_spoke_too_far_before_is_nobody():
    assert last(3 * NEARBY - 1, WAL) == "Clara Wal"
    assert last(3 * NEARBY, WAL) is None
