"""Exchange of names in training texts."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
from claims.augment import COUNTRIES, GROUPS, Exchange, other_countries, other_groups
from made_document import make_document


def cut(word):
    return (word,)


def exchanged(seed, text=None):
    document = make_document() if text is None else make_document(text)
    exchange = Exchange([document], cut)
    return document, exchange.pieces(document, random.Random(seed))


def test_countries_are_exchanged_whole():
    words = ["Russia", "Ukrainian", "said"]
    for seed in range(40):
        other = other_countries(words, random.Random(seed))
        for row in COUNTRIES:
            images = [other[word] for word in row if word in other]
            assert images in ([], *map(list, COUNTRIES))


def test_some_texts_keep_their_countries():
    kept = [not other_countries(["Russia"], random.Random(n)) for n in range(60)]
    assert 0 < sum(kept) < 30


def test_capitals_follow():
    found = [other_countries(["Russia"], random.Random(n)) for n in range(20)]
    assert all(f["RUSSIA"] == f["Russia"].upper() for f in found if f)


def test_groups_become_others():
    found = [other_groups(["RSF", "SAF"], random.Random(n)) for n in range(20)]
    assert any(found)
    for other in filter(None, found):
        assert set(other) == {"RSF", "SAF"}
        assert set(other.values()) <= set(GROUPS)
        assert len(set(other.values())) == 2


def test_every_word_keeps_its_place():
    for seed in range(30):
        document, pieces = exchanged(seed)
        assert len(pieces) == len(document.words)
        for number in (1, 3, 5, 6):
            assert pieces[number] == document.pieces[number]


def test_figures_change_their_digits_alone():
    seen = set()
    for seed in range(30):
        document, pieces = exchanged(seed)
        at = document.words.index("12")
        if pieces[at] != document.pieces[at]:
            seen.add(pieces[at][0])
        day = document.words.index("3")
        assert pieces[day] == document.pieces[day]
    assert seen
    assert all(len(figure) == 2 and "0" not in figure for figure in seen)


def test_one_seed_gives_one_text():
    assert exchanged(5)[1] == exchanged(5)[1]
