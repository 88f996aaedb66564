import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.terminal import (
    Guarded,
    Progress,
    fit,
    format_table,
    harmless,
    is_coloured,
    one_line,
    width_of,
)

HOSTILE = {
    "escape": ("\x1b[31m", "<U+001B>[31m"),
    "bell": ("a\x07", "a<U+0007>"),
    "C1": ("\x9b31m", "<U+009B>31m"),
    "override": ("\u202eabc", "<U+202E>abc"),
    "isolate": ("\u2066abc\u2069", "<U+2066>abc<U+2069>"),
    "line separator": ("a\u2028b", "a<U+2028>b"),
    "tag": ("\U000e0041", "<U+E0041>"),
}
HARMLESS = {
    "Arabic": "قال الجنرال",
    "joiner": "می\u200cخواهم",
    "emoji": "👩\u200d🚒",
    "accents": "e\u0301 Ünder",
    "Chinese": "四十人",
}


@pytest.mark.parametrize(("text", "shown"), HOSTILE.values(), ids=HOSTILE)
def test_control_and_direction_characters_become_marks(text, shown):
    assert harmless(text) == shown


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
def test_what_people_write_stays(text):
    assert harmless(text) == text


@given(st.text())
def test_nothing_that_controls_gets_through(text):
    for shown in (harmless(text), one_line(text)):
        assert not {"Cc", "Cs", "Zl", "Zp"} & set(map(unicodedata.category, shown))
        assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(
            shown
        )


@given(st.text(), st.integers(1, 30))
def test_a_cell_has_the_width_asked_for(text, width):
    assert width_of(fit(one_line(text), width)) == width


def test_wide_characters_take_two_columns():
    assert width_of("四十") == 4
    assert fit("四十人", 4) == "四… "


def test_a_table_lines_up():
    rows = [("Orlan", "40"), ("A very long name indeed", "3")]
    assert format_table(("who", "n"), rows, widest=(12, 4)) == [
        "who           n",
        "Orlan         40",
        "A very long…  3",
    ]


class Terminal(io.StringIO):
    def isatty(self):
        return True


COLOUR = {
    "terminal": (Terminal(), {}, True),
    "pipe": (io.StringIO(), {}, False),
    "NO_COLOR": (Terminal(), {"NO_COLOR": "1"}, False),
    "empty NO_COLOR": (Terminal(), {"NO_COLOR": ""}, True),
    "dumb": (Terminal(), {"TERM": "dumb"}, False),
}


@pytest.mark.parametrize(("stream", "known", "wanted"), COLOUR.values(), ids=COLOUR)
def test_colour_is_for_terminals_that_want_it(stream, known, wanted, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in known.items():
        monkeypatch.setenv(name, value)
    assert is_coloured(stream) is wanted


def test_progress_names_documents_rate_and_time_left(monkeypatch):
    clock = iter([0.0, 0.1, 10.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    with Progress(200, quiet=False) as progress:
        progress.step()
        progress.step()
    assert "2 of 200 documents, 0.2 a second, 16:30 left" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("quiet", [True, False])
def test_progress_is_silent_where_nobody_looks(quiet, monkeypatch):
    screen = Terminal() if quiet else io.StringIO()
    monkeypatch.setattr("sys.stderr", screen)
    with Progress(None, quiet=quiet) as progress:
        progress.step()
    assert screen.getvalue() == ""


HOSTILE = "a\x1b[2Jb\x9bc\u202ed\u2066e\x07"


@pytest.mark.parametrize("is_json", [True, False])
def test_nothing_raw_reaches_the_output(is_json):
    stream = io.StringIO()
    words = json.dumps(HOSTILE, ensure_ascii=False) if is_json else HOSTILE
    Guarded(stream, is_json=is_json).write(words)
    shown = stream.getvalue()
    assert not [c for c in "\x1b\x9b\u202e\u2066\x07" if c in shown]
    if is_json:
        assert json.loads(shown) == HOSTILE


def test_an_encoding_that_lacks_letters_does_not_end_a_run():
    data = io.BytesIO()
    out = Guarded(io.TextIOWrapper(data, "ascii"), is_json=True)
    out.write(json.dumps({"a": "Київ 🙂"}, ensure_ascii=False))
    out.flush()
    assert json.loads(data.getvalue()) == {"a": "Київ 🙂"}
    data = io.BytesIO()
    out = Guarded(io.TextIOWrapper(data, "latin-1"), is_json=False)
    out.write("Київ é")
    out.flush()
    assert data.getvalue().endswith(b" \xe9")
