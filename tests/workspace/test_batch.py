import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

import standin
from sayso.errors import InputError
from sayso.model import Document, Reading
from sayso.workspace.batch import (
    LONGEST_READ,
    Queue,
    read_all,
    read_bounded,
)

SENTENCE = "General Orlan said 40 soldiers of Tarn were killed in Olmar.\n"


def read_or_die(document: Document) -> Reading:
    if "kill the process" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return standin.read_document(document)


def documents(number):
    return [standin.make_document(f"{SENTENCE}{n}") for n in range(number)]


def test_processes_keep_the_order_and_the_readings():
    given = documents(9)
    one = list(read_all(given, standin.read_document))
    two = list(read_all(given, standin.read_document, jobs=2))
    assert one == two
    assert [document for document, _ in two] == given


@pytest.mark.parametrize(("length", "most"), [(1, 65), (600_000, 9)])
def test_documents_are_taken_as_needed_few_where_they_are_long(length, most):
    taken = []

    def stream():
        for document in documents(100):
            long = replace(document, text=f"{'a' * length}\n{document.text}")
            taken.append(long)
            yield long

    results = read_all(stream(), read_nothing, jobs=2)
    next(results)
    assert len(taken) <= most
    results.close()


def read_nothing(document: Document) -> Reading:
    return Reading(document, (), (), (), (), (), (), "nothing 1")


def read_environment(document: Document) -> Reading:
    words = os.environ.get("SAYSO_TRIED", "none")
    return Reading(document, (), (), (), (), (), (), words)


def test_processes_have_the_environment_of_the_day(monkeypatch):
    met = []
    for words in ("first", "second"):  # what they are forked from is of the first day
        monkeypatch.setenv("SAYSO_TRIED", words)
        met += [r.reader for _, r in read_all(documents(2), read_environment, jobs=2)]
    assert met == ["first", "first", "second", "second"]


def test_a_process_that_dies_takes_only_its_document_along():
    given = documents(4)
    given.insert(2, standin.make_document("Please kill the process."))
    results = [reading for _, reading in read_all(given, read_or_die, jobs=2)]
    assert isinstance(results[2], InputError)
    assert "was ended" in str(results[2])
    others = results[:2] + results[3:]
    assert all(isinstance(reading, Reading) for reading in others)


def read_or_die_once(document: Document) -> Reading:
    mark = Path(os.environ["SAYSO_TEST_MARK"])
    if document.text.endswith("5") and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return standin.read_document(document)


def test_the_part_of_a_killed_process_is_done_again(tmp_path, monkeypatch):
    mark = tmp_path / "mark"
    monkeypatch.setenv("SAYSO_TEST_MARK", str(mark))
    given = documents(20)
    found = list(read_all(given, read_or_die_once, jobs=2))
    assert mark.exists()
    assert found == list(read_all(given, standin.read_document))


def test_a_refused_document_comes_with_the_reason():
    given = [standin.make_document("refuse me"), *documents(1)]
    for jobs in (1, 2):
        (_, first), (_, second) = read_all(given, standin.read_document, jobs=jobs)
        assert isinstance(first, InputError)
        assert isinstance(second, Reading)


def read_badly(document: Document) -> Reading:
    if "trap" in document.text:
        return {}[document.text]
    return standin.read_document(document)


def test_a_fault_of_the_reader_costs_one_document():
    given = [standin.make_document("a trap"), *documents(1)]
    for jobs in (1, 2):
        (_, first), (_, second) = read_all(given, read_badly, jobs=jobs)
        assert "fails on (KeyError: 'a trap')" in str(first)
        assert isinstance(second, Reading)


def test_a_long_text_is_read_to_its_bound_and_spans_hold(monkeypatch):
    monkeypatch.setattr("sayso.workspace.batch.LONGEST_READ", 1000)
    document = standin.make_document(SENTENCE * 100)
    reading = read_bounded(document, standin.read_document)
    assert reading.document == document
    assert 8 < len(reading.claims) < 17
    for claim in reading.claims:
        assert claim.document == document.id
        claim.quantity.span.check(document.text)
    (gap,) = reading.gaps
    gap.span.check(document.text)
    assert gap.span.start == reading.claims[-1].sentence.end + 1
    assert "of 6,100 characters were not read" in gap.reason


def test_a_long_text_without_a_line_is_cut_all_the_same(monkeypatch):
    monkeypatch.setattr("sayso.workspace.batch.LONGEST_READ", 1000)
    reading = read_bounded(standin.make_document("a" * 5000), standin.read_document)
    assert reading.gaps[0].span.start == 1000


def test_the_bound_is_above_a_report_of_three_hundred_pages():
    assert LONGEST_READ >= 300 * 3_000


def test_a_queue_gives_the_other_items_in_their_place():
    first, second = documents(2)
    queue: Queue[str] = Queue(["a", first, "b", "c", second, "d"])
    given = iter(queue)
    assert next(given) == first
    assert next(given) == second
    assert next(given, None) is None
    assert list(queue.passed()) == ["a"]
    assert list(queue.passed()) == ["b", "c"]
    assert list(queue.passed()) == ["d"]
    assert list(queue.others()) == []
