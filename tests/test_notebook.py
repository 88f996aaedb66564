import subprocess
import sys
from datetime import date

import pytest

import sayso
import standin
from sayso.errors import ExportError, InputError
from sayso.notebook import read, to_notebook

TEXT = (
    "General Orlan said over 40 soldiers of Tarn were killed in Olmar. "
    "<script>alert(1)</script> & 3 men of Tarn were captured."
)


@pytest.fixture
def reading(monkeypatch):
    document = standin.make_document(TEXT)
    return to_notebook(standin.read_document(document))


def test_public_names_are_sorted_and_load():
    assert sayso.__all__ == sorted(sayso.__all__)
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None
        assert name in dir(sayso)
    with pytest.raises(AttributeError, match="no attribute"):
        _ = sayso.nothing_of_ours


def test_importing_the_package_loads_none_of_its_modules():
    script = (
        f"import sys; sys.path[:] = {sys.path!r}; import sayso;"
        " print([m for m in sys.modules if m.startswith('sayso.')])"
    )
    seen = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True
    )
    assert seen.stdout == "[]\n"


def test_the_html_form_marks_words_and_is_escaped(reading):
    html = reading._repr_html_()
    assert "<mark>over 40 soldiers<sup>1</sup></mark>" in html
    assert "<td>General Orlan</td>" in html
    assert "<td>Unattributed in this text</td>" in html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_html_form_of_a_long_text_is_bounded():
    long = standin.make_document(TEXT + "Rain fell. " * 100_000)
    html = to_notebook(standin.read_document(long))._repr_html_()
    assert len(html) < 30_000


def test_records_have_a_row_a_claim(reading):
    first, second = reading.to_records()
    assert (first["claimant"], first["low"], first["high"]) == (
        "General Orlan",
        40,
        None,
    )
    assert (second["words"], second["first_day"]) == ("3 men", "2030-05-02")


def test_a_data_frame_without_pandas_says_what_to_install(reading, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ExportError, match=r"sayso\[notebook\]"):
        reading.to_pandas()


def test_a_data_frame_has_a_row_a_claim(reading):
    pytest.importorskip("pandas", reason="pandas is an extra")
    frame = reading.to_pandas()
    assert list(frame["low"]) == [40, 3]


WRONG = {
    "no string": ((7,), {}, "not int"),
    "empty": ((" \n",), {}, "is empty"),
    "no day": (("Words.",), {"published": "2030-02-31"}, "not a day"),
}


@pytest.mark.parametrize(("words", "known", "reason"), WRONG.values(), ids=WRONG)
def test_what_is_no_text_or_day_is_refused(words, known, reason):
    with pytest.raises(InputError, match=reason):
        read(*words, **known)


def test_read_takes_a_day_as_words_or_date_and_odd_characters(monkeypatch):
    monkeypatch.setattr("sayso.workspace.own_data.read_document", standin.read_document)
    for day in ("2030-05-02", date(2030, 5, 2)):
        reading = sayso.read(f"{TEXT}\0\ud800", published=day, outlet="Post")
        assert reading.document.published == date(2030, 5, 2)
        assert reading.document.text.endswith("\ufffd\ufffd")
        assert len(reading.claims) == 2
