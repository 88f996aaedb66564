"""What labels and treebanks tell of names in Russian and Ukrainian texts."""

import gzip
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
from claims.names import (
    BODY,
    NATIONALITY,
    PERSON,
    PLACE,
    UNKNOWN,
    person_of,
    read_treebank,
    report_names,
    small_words,
    treebank_labels,
)

TEXT = "В Баркаране убиты двое, сообщил Пётр Ивлев. По данным Минздрава, ранен Сорока."


def report(text=TEXT, *, claims=(), toponyms=(), parties=()):
    spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    return SimpleNamespace(
        text=text,
        words=[text[a:b] for a, b in spans],
        starts=np.array([a for a, _ in spans]),
        ends=np.array([b for _, b in spans]),
        gold=list(claims),
        toponyms=[SimpleNamespace(range=r) for r in toponyms],
        parties=[SimpleNamespace(range=r, kind=k) for r, k in parties],
    )


class Tokens:
    """Where words stand, and how many there are."""

    def __init__(self, document):
        self.starts, self.ends = document.starts, document.ends

    def __len__(self):
        return len(self.starts)


def claim(**fields):
    evidence = {
        field: [[TEXT.index(words), TEXT.index(words) + len(words)]]
        for field, (_, words) in fields.items()
        if words
    }
    return {field: name for field, (name, _) in fields.items()} | {"evidence": evidence}


def labels_of(document, small=frozenset()):
    found = report_names(document, small)
    return dict(zip(document.words, found.tolist(), strict=True))


def test_words_that_carry_a_place_and_a_speaker_are_names():
    document = report(
        claims=[
            claim(
                place=("Баркаран", "Баркаране"), claimant=("Пётр Ивлев", "Пётр Ивлев")
            ),
            claim(claimant=("Минздрав", "Минздрава")),
        ]
    )
    found = labels_of(document)
    assert found["Баркаране"] == PLACE
    assert (found["Пётр"], found["Ивлев"]) == (PERSON, PERSON + 1)
    assert found["Минздрава"] == BODY
    assert found["убиты"] == 0


def test_a_capital_of_which_nothing_is_known_teaches_nothing():
    assert labels_of(report())["Сорока"] == UNKNOWN


def test_a_sentences_first_word_that_is_common_is_no_name():
    small = small_words([report("он в доме"), report("по дому"), report("в по в")] * 3)
    found = labels_of(report(), small)
    assert found["В"] == found["По"] == 0


def test_a_partys_adjective_is_a_nationality_though_small():
    document = report("убиты украинские солдаты", parties=[((1, 2), "adjective")])
    assert labels_of(document)["украинские"] == NATIONALITY


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Пётр Ивлев", "Пётр Ивлев"),
        ("глава района Олена Гай", "Олена Гай"),
        ("Минобороны РФ", None),
        ("Генштаб ЗСУ", None),
        ("местный Красный Крест", None),
        ("Киев", None),
    ],
)
def test_persons_are_told_from_bodies(name, person):
    assert person_of(name) == person


def test_a_treebank_gives_the_kind_of_proper_nouns(tmp_path):
    rows = [
        ("Вчора", "ADV", "_", "_"),
        ("у", "ADP", "_", "_"),
        ("Марганці", "PROPN", "Animacy=Inan|NameType=Geo", "_"),
        ("Іван", "PROPN", "NameType=Giv", "_"),
        ("Гай", "PROPN", "NameType=Sur", "SpaceAfter=No"),
        (".", "PUNCT", "_", "_"),
    ]
    lines = [
        f"{n}\t{w}\t_\t{tag}\t_\t{feats}\t0\troot\t_\t{misc}"
        for n, (w, tag, feats, misc) in enumerate(rows, 1)
    ]
    path = tmp_path / "made.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write("# text = made\n" + "\n".join(lines) + "\n\n")
    (marked,) = read_treebank(path, "uk")
    assert marked.text == "Вчора у Марганці Іван Гай."
    found = treebank_labels(marked, Tokens(report(marked.text))).tolist()
    assert found == [0, 0, PLACE, PERSON, PERSON + 1, 0]
