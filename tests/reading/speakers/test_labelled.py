"""Whom labels and words for oneself stand for; persons are invented."""

import pytest

from sayso.model import Document
from sayso.reading.reader import read_document


def said_by(text: str, words: str) -> list[str | None]:
    start = text.index(words)
    return [
        found.name
        for found in read_document(Document(text)).attributions
        if any(part.start <= start < part.end for part in found.content)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Clara Wal spoke.\n\nQ: Is it cold?\n\nA: The mill fell.", "Clara Wal"),
        ("Mayor Clara Wal met Judge Jan Mol.\n\nQ: Is it?\n\nA: The mill fell.", "A"),
        (
            "Mayor Clara Wal met Judge Jan Mol.\n\nJM: Is it?\n\nCW: The mill fell.",
            "Clara Wal",
        ),
        (
            "Mayor Clara Wal met Judge Jan Mol.\n\nJ. Mol: So?\nC. Wal: The mill fell.",
            "Clara Wal",
        ),
    ],
    ids=["one interviewed", "two", "initials", "initial and surname"],
)
def test_a_label_is_the_one_person_it_fits(text, name):
    assert said_by(text, "The mill") == [name]


def test_we_is_who_is_quoted_and_in_the_narrators_words_nobody():
    quoted = 'Clara Wal said: "We heard that the mill fell." Jan Mol said it rained.'
    assert said_by(quoted, "the mill")[-1] == "Clara Wal"
    told = "Jan Mol said it rained. We asked whether the mill fell."
    assert said_by(told, "the mill") == [None]
