"""The example reports are read as recorded, so that a change is seen in a diff."""

from rewrite_golden import GOLDEN, golden_lines


def test_example_reports_are_read_as_recorded():
    recorded = GOLDEN.read_text(encoding="utf-8").splitlines()
    assert list(golden_lines()) == recorded, (
        "the reader reads differently: if meant, run `make golden` and read the diff"
    )


def test_reading_twice_gives_the_same_bytes():
    assert "\n".join(golden_lines()) == "\n".join(golden_lines())
