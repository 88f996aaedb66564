"""Names in Russian and Ukrainian texts, for the tagger to learn: who, where, what body.

Nobody marked names in our reports. Their labels tell many: the words that carry a place
are a place's, those that carry a claimant a person's or a body's; gazetteers and packs
tell more. Words with a small letter are no names; what nothing is known of teaches
nothing. Treebanks of Universal Dependencies mark proper nouns by kind.
"""

import gzip
import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from claims.targets import find_mentions, words_in
from sayso.reading.tagger.decoding import ENTITIES

UNKNOWN = -100
"""Label of a word of which nothing is known."""
PERSON, BODY, PLACE, NATIONALITY = (
    ENTITIES.index(f"B-{kind}") for kind in ("person", "body", "place", "nationality")
)
OF_PARTIES = {
    "country": PLACE,
    "metonym": PLACE,
    "adjective": NATIONALITY,
    "force": BODY,
    "body": BODY,
    "person": PERSON,
}
"""Kind of a party's mention -> what its words name."""
OF_TREEBANKS = {
    "Geo": PLACE,
    "Giv": PERSON,
    "Pat": PERSON,
    "Sur": PERSON,
    "Prs": PERSON,
    "Com": BODY,
}
"""UD's NameType -> what a proper noun names."""
NAME = re.compile(r"[^\W\d_][’'ʼ\w]*[a-zа-яёіїєґ]+(?:-[^\W\d_]\w+)?")
"""A word of a person's name: a capital alone at its beginning."""
OF_A_BODY = re.compile(r"\w+(?:ый|ий|ая|яя|ое|ее|ые|ие)\Z", re.IGNORECASE)
"""Endings by which a name's first word may be an adjective: "Красный Крест"."""
ADJECTIVE = re.compile(r"\w+(?:ськ|ск|цьк|цк)\w{1,3}\Z", re.IGNORECASE)
COMMON = 3
"""Documents in which a word must be written with a small letter to be a common one."""
ENDING = frozenset('.!?…:;—–-•«„“"')
"""Items behind which a capital says nothing."""
SENTENCES = 6
"""Sentences of a treebank that make one text."""


@dataclass(frozen=True)
class Marked:
    """A text with the names that are known in it."""

    text: str
    language: str
    spans: list[tuple[int, int, int]]
    """Start, end and label of each word of which something is known."""


def small_words(documents):
    """Give the words that are written with a small letter in several documents."""
    counts = Counter(w for d in documents for w in set(d.words) if w[:1].islower())
    return frozenset(word for word, count in counts.items() if count >= COMMON)


def report_names(document, small=frozenset()):
    """Give the label of each word of a report, `UNKNOWN` where nothing is known.

    A sentence's first word that is one of the `small` ones is no name.
    """
    words = document.words
    labels = np.array([UNKNOWN if is_capital(word) else 0 for word in words])

    def lay(numbers, kind):
        numbers = [n for n in numbers if is_capital(words[n]) or kind == NATIONALITY]
        for at, number in enumerate(numbers):
            goes_on = at > 0 and numbers[at - 1] == number - 1
            labels[number] = kind + goes_on

    for toponym in document.toponyms:
        lay(range(*toponym.range), PLACE)
    for party in document.parties:
        if party.kind in OF_PARTIES:
            lay(range(*party.range), OF_PARTIES[party.kind])
    for label in document.gold:
        evidence = label.get("evidence") or {}
        named = find_mentions(document.text, label.get("place") or "null")
        for spans in (evidence.get("place") or [], named):
            lay(words_in(document, spans), PLACE)
    for label in document.gold:
        _lay_claimant(document, label, labels, lay)
    for number, word in enumerate(words):
        if _is_first(document, number) and word.lower() in small:
            labels[number] = 0
    return labels


def _is_first(document, number):
    """True for a word that begins a sentence or a line."""
    if not number:
        return True
    gap = document.text[document.ends[number - 1] : document.starts[number]]
    return "\n" in gap or document.words[number - 1] in ENDING


def _lay_claimant(document, label, labels, lay):
    name = (label.get("claimant") or "null").split(" | ")[0]
    if name == "null":
        return
    evidence = (label.get("evidence") or {}).get("claimant") or []
    person = person_of(name)
    if person is not None:
        again = find_mentions(document.text, person.split()[-1])
        for span in (*again, *evidence):
            lay(
                [
                    n
                    for n in words_in(document, [span])
                    if any(is_form(document.words[n], part) for part in person.split())
                ],
                PERSON,
            )
        return
    for span in evidence:
        numbers = words_in(document, [span])
        named = [n for n in numbers if is_capital(document.words[n])]
        if not all(labels[n] in (PLACE, PLACE + 1, NATIONALITY) for n in named):
            lay(numbers, BODY)


def person_of(name):
    """Give a person's name in a claimant's, None where it names a body."""
    words = name.split()
    last = words[-2:] if len(words) > 1 else []
    if len(last) < 2 or not all(is_capital(w) and NAME.fullmatch(w) for w in last):
        return None
    return None if OF_A_BODY.match(last[0]) else " ".join(last)


def is_form(word, name, length=4):
    """True when two words begin alike, as forms of one name do."""
    return word[:length].casefold() == name[:length].casefold()


def is_capital(word):
    """True for a word that begins with a capital letter."""
    return word[:1].isupper()


def read_treebank(path, language):
    """Yield texts of a few sentences each out of a treebank in CoNLL-U, gzipped."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentences = lines.read().strip().split("\n\n")
    for first in range(0, len(sentences), SENTENCES):
        text, spans = "", []
        for sentence in sentences[first : first + SENTENCES]:
            for at, row in enumerate(_rows(sentence)):
                known = _label(row, is_first=at == 0)
                end = len(text) + len(row[1])
                if known is not None:
                    spans.append((len(text), end, known))
                text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            text = text.rstrip() + " "
        yield Marked(text.rstrip(), language, spans)


def _rows(sentence):
    for line in sentence.split("\n"):
        row = line.split("\t")
        if not line.startswith("#") and row[0].isdigit():
            yield row


def _label(row, *, is_first):
    """Give what a treebank's word names, 0 for no name, None where it does not say."""
    word, tag, features = row[1], row[3], row[5]
    if tag == "PROPN":
        kind = re.search(r"NameType=(\w+)", features)
        if kind is None:
            return PERSON if "Animacy=Anim" in features else None
        return OF_TREEBANKS.get(kind[1])
    if (is_capital(word) and not is_first) or ADJECTIVE.match(word):
        return None
    return 0


def treebank_labels(marked, tokens):
    """Give the label of each word of a treebank's text."""
    labels = np.full(len(tokens), UNKNOWN)
    for start, end, kind in marked.spans:
        first = int(np.searchsorted(tokens.ends, start, side="right"))
        last = int(np.searchsorted(tokens.starts, end, side="left"))
        for number in range(first, last):
            before = labels[number - 1] if number else 0
            goes_on = kind and before in (kind, kind + 1)
            labels[number] = kind + bool(goes_on)
    return labels
