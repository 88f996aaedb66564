"""The example reports are read as recorded, so that a change is seen in a diff."""

from rewrite_golden import GOLDEN, READER, golden_lines
from sayso.reading.reader import reader_name


def test_example_reports_are_read_as_recorded():
    recorded = GOLDEN.read_text(encoding="utf-8").splitlines()
    assert list(golden_lines()) == recorded, (
        "the reader reads differently: if meant, run `make golden` and read the diff"
    )


def test_reading_twice_gives_the_same_bytes():
    assert "\n".join(golden_lines()) == "\n".join(golden_lines())


def test_what_reads_otherwise_goes_by_another_name():
    recorded = GOLDEN.read_text(encoding="utf-8").splitlines()
    if list(golden_lines()) != recorded:
        assert reader_name() != READER.read_text(encoding="utf-8").strip(), (
            "the reader reads differently under the name that wrote the golden file:"
            " what changed is missing in `sayso.reading.edition.MADE_OF`"
        )
