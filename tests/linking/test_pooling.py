"""Pools: whatever parts a corpus comes in, they give what its texts give at once."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gold import load_gold
from made import DAY, claim, on, up_to
from sayso.linking.pooling.linked import Linked, link, link_pool
from sayso.linking.pooling.outline import Outline, outline
from sayso.linking.pooling.pool import (
    Pool,
    noted_from_json,
    noted_to_json,
    pool,
    shared_from_json,
    shared_to_json,
)
from sayso.linking.reuse import Passage, SharedPassages, find_reuse
from sayso.model import (
    Document,
    Place,
    PlaceId,
    PlaceKind,
    Reading,
    Stance,
    from_json,
    to_json,
)
from sayso.vocabulary.theatres import load_theatres

OLMAR = Place(PlaceId("x:1"), "Olmar", PlaceKind.SETTLEMENT, 50.0, 30.0, "TN", "Lume")
BREN = Place(PlaceId("x:2"), "Bren", PlaceKind.SETTLEMENT, 50.1, 30.1, "TN", "Lume")
TARN = Place(PlaceId("x:3"), "Tarn", PlaceKind.COUNTRY, 50.0, 30.0, "TN")
WHERE = [
    ("Olmar", OLMAR),
    ("Olmar", None),
    ("Bren", BREN),
    ("Tarn", TARN),
    (None, None),
]
OUTLETS = ["Wire One", "WIRE ONE", "Post", "Herald", "Daily Bren", None]
SPEAKERS = ["Ada Orlan", "Orlan", "Bo Renn", "the palace", None]
FIGURES = ["3", "12", "29", "47", "about 50", "over 400", "417", "1,100", "7,100"]
KINDS = [
    ("people.killed", "soldier"),
    ("people.wounded", "civilian"),
    ("equipment.lost", "tank"),
    ("territory.gained", None),
    ("people.captured", "soldier"),
]
SCENES = ["", "A market was hit. ", "The hospital was hit. ", "A bus burned. "]
CREDITS = ["", "Wire One reported. ", "Source: Post\n", "According to Herald, "]
STOCK = (
    "Witnesses who spoke at length by the river bridge told of smoke over the old town"
    " and of columns that went north before noon on the road to the border. "
)
sentences = st.tuples(
    st.sampled_from(SPEAKERS),
    st.sampled_from(FIGURES),
    st.sampled_from(KINDS),
    st.sampled_from(WHERE),
    st.sampled_from(["day", "before", "up to", "long", "none"]),
    st.sampled_from(SCENES),
    st.sampled_from([Stance.ASSERTED, Stance.ASSERTED, Stance.DENIED]),
)
documents = st.tuples(
    st.sampled_from(OUTLETS),
    st.sampled_from([0, 0, 0, 1, 1, 2, 5, 9, None]),
    st.sampled_from(CREDITS),
    st.booleans(),
    st.sampled_from([None, None, "https://post.example/a", "https://post.example/b"]),
    st.lists(sentences, max_size=4),
)
corpora = st.lists(documents, min_size=1, max_size=9)
dealt = st.integers(0, 999).map(random.Random)
"""Deals documents to parts, and parts to pairs."""
untimed = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
"""A busy machine fails no test."""


def readings(corpus):
    """A reading of each, with the claims that its sentences were made for."""
    return [_reading(number, *parts) for number, parts in enumerate(corpus)]


def _reading(number, outlet, days, credit, is_stock, url, told):
    text, at = f"Report {number}. {credit}{STOCK * is_stock}", []
    for speaker, words, (_, group), (place, _), _, scene, _ in told:
        text += scene
        at.append(len(text))
        text += f"{speaker or 'It'} said {words} {group or 'km2'} at {place or 'sea'}. "
    published = None if days is None else DAY + timedelta(days=days)
    document = Document(text, published=published, outlet=outlet, url=url)
    claims = []
    for start, sentence in zip(at, told, strict=True):
        speaker, words, (measure, group), (place, located), period, _, stance = sentence
        made = _claim_at(document, start, words, measure)
        claims.append(
            replace(
                made,
                claimant=speaker,
                group=group,
                affected="Tarn",
                actor="Vessia",
                place=place,
                located=located,
                period=_period(period, published or DAY),
                stance=stance,
            )
        )
    return Reading(document, (), tuple(claims), (), (), (), (), "made")


def _claim_at(document, start, words, measure):
    """A claim at the words behind an offset."""
    number = int("".join(c for c in words if c.isdigit()))
    bound = {"about": "approx", "over": "at_least"}.get(words.split()[0], "exact")
    high = None if bound == "at_least" else number
    shifted = Document(document.text[start:])
    made = claim(shifted, words, (number, high, bound), measure)
    return from_json(
        type(made), _moved(to_json(replace(made, document=document.id)), start)
    )


def _moved(value, by):
    """A value in stored form with its spans further on."""
    if isinstance(value, dict):
        return {key: _moved(part, by) for key, part in value.items()}
    if isinstance(value, list):
        if [type(part) for part in value] == [int, int, str]:
            return [value[0] + by, value[1] + by, value[2]]
        return [_moved(part, by) for part in value]
    return value


def _period(kind, published):
    day = timedelta(days=1)
    return {
        "day": on(published),
        "before": on(published - day),
        "up to": up_to(published),
        "long": on(published - 30 * day, published - 12 * day),
        "none": None,
    }[kind]


def linked(held, theatres=()) -> Linked:
    """What the texts give at once."""
    shared = list(find_reuse(reading.document for reading in held))
    claims = [claim for reading in held for claim in reading.claims]
    texts = {reading.document.id: reading.document for reading in held}
    return link(claims, texts, shared=shared, theatres=theatres)


def parts_of(held, chance, count):
    """The readings in some order, dealt to some parts; one may be empty."""
    parts = [[] for _ in range(count)]
    for reading in chance.sample(held, len(held)):
        chance.choice(parts).append(reading)
    return parts


def folded(parts, chance):
    """Parts put together two by two, in whatever order."""
    waiting = list(parts)
    while len(waiting) > 1:
        one, other = (waiting.pop(chance.randrange(len(waiting))) for _ in "ab")
        waiting.append(one | other)
    return waiting[0]


def sent(whole: Pool) -> Pool:
    """A pool that went to another machine as lines of JSON."""
    noted = [noted_from_json(noted_to_json(one)) for one in whole.noted.values()]
    pairs = [shared_from_json(shared_to_json(one)) for one in whole.shared.values()]
    return Pool(
        {one.gist.key: one for one in noted},
        {tuple(sorted((one.a, one.b))): one for one in pairs},
    )


def pooled(held, chance, theatres=()) -> tuple[Outline, Pool]:
    """Outline and pool of readings that were dealt to parts, twice."""
    count = chance.choice([1, 2, 7])
    outlines = [outline(part, theatres) for part in parts_of(held, chance, count)]
    known = folded(outlines, chance)
    pairs = list(find_reuse(reading.document for reading in held))
    chance.shuffle(pairs)
    pools = [
        sent(pool(part, known, theatres, pairs[at::count]))
        for at, part in enumerate(parts_of(held, chance, count))
    ]
    return known, folded(pools, chance)


@untimed
@given(corpora, dealt)
def test_any_split_and_order_gives_the_bytes_of_one_run(corpus, chance):
    held = readings(corpus)
    known, whole = pooled(held, chance)
    assert known == outline(held)
    pairs = find_reuse(reading.document for reading in held)
    assert whole.to_bytes() == pool(held, known, (), pairs).to_bytes()
    assert link_pool(whole).to_bytes() == linked(held).to_bytes()


@untimed
@given(corpora, dealt)
def test_putting_together_is_associative_and_commutative(corpus, chance):
    held = readings(corpus)
    a, b, c = (outline(part) for part in parts_of(held, chance, 3))
    assert (a | b) | c == a | (b | c) == (c | a) | b == (b | a) | c
    known = a | b | c
    x, y, z = (pool(part, known) for part in parts_of(held, chance, 3))
    wanted = ((x | y) | z).to_bytes()
    for other in (x | (y | z), (z | x) | y, (y | x) | z, x | y | z | y):
        assert other.to_bytes() == wanted
    assert (Pool() | x).to_bytes() == x.to_bytes() == (x | x).to_bytes()
    assert Outline() | a == a | Outline() == a


@untimed
@given(corpora, dealt)
def test_order_of_documents_and_of_their_pairs_says_nothing(corpus, chance):
    held = readings(corpus)
    wanted = linked(held).to_bytes()
    mixed = chance.sample(held, len(held))
    shared = [
        pair if chance.random() < 0.5 else turned(pair)
        for pair in find_reuse(reading.document for reading in held)
    ]
    chance.shuffle(shared)
    claims = [claim for reading in mixed for claim in reading.claims]
    texts = {reading.document.id: reading.document for reading in mixed}
    assert link(claims, texts, shared=shared).to_bytes() == wanted


def turned(pair):
    """A pair the other way round."""
    passages = [Passage(p.b, p.a, p.grams) for p in pair.passages]
    return SharedPassages(
        pair.b,
        pair.a,
        tuple(sorted(passages, key=lambda p: p.a.start)),
        covered_a=pair.covered_b,
        words_a=pair.words_b,
        covered_b=pair.covered_a,
        words_b=pair.words_a,
    )


def test_the_made_corpora_have_something_to_find():
    """Chains, credits, passages, versions and events of several documents occur."""
    chance, links, most, superseded = random.Random(1), set(), 0, 0
    for _ in range(40):
        corpus = [
            (
                chance.choice(OUTLETS),
                chance.choice([0, 0, 1, 2]),
                chance.choice(CREDITS),
                chance.random() < 0.5,
                chance.choice([None, "https://post.example/a"]),
                [
                    (
                        chance.choice(SPEAKERS),
                        chance.choice(FIGURES),
                        chance.choice(KINDS),
                        chance.choice(WHERE),
                        "day",
                        chance.choice(SCENES),
                        Stance.ASSERTED,
                    )
                    for _ in range(3)
                ],
            )
            for _ in range(9)
        ]
        held = readings(corpus)
        known, whole = pooled(held, chance)
        found = link_pool(whole)
        assert found.to_bytes() == linked(held).to_bytes()
        links |= {str(hop.link) for origin in found.origins for hop in origin.hops}
        most = max(most, *(len(i.documents) for i in found.incidents))
        superseded += len(known.often)
        assert any(one.gist.scenes for one in whole.noted.values())
    assert links == {"credit line", "shared passage", "same figure"}
    assert most > 3
    assert superseded > 10


def test_the_text_is_no_part_of_a_pool():
    held = readings([("Post", 0, "", True, None, [])] * 1)
    (only,) = held
    assert pool(held, outline(held)).to_bytes() == b""
    twice = [
        only,
        replace(only, document=Document("Other.", url="https://p.example/a")),
    ]
    assert STOCK[:40].encode() not in pool(twice, outline(twice)).to_bytes()


@pytest.mark.parametrize("name", ["dev", "constructed"])
def test_gold_reports_give_in_parts_what_they_give_at_once(shared, name):
    held, _ = load_gold(shared / "data" / "reports" / f"{name}.jsonl")
    theatres, chance = load_theatres(), random.Random(7)
    wanted = linked(held, theatres)
    assert len(wanted.origins) > 20
    assert any(len(origin.documents) > 2 for origin in wanted.origins)
    for _ in range(3):
        _, whole = pooled(held, chance, theatres)
        assert link_pool(whole, theatres).to_bytes() == wanted.to_bytes()
