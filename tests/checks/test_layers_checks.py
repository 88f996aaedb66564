"""Claims beside control layers: invented squares by a desk that does not exist."""

from datetime import date, timedelta

import pytest

from checks.corpus import Corpus, total
from layers.made_layers import DESK, FIRST, book_of, feature, growing, square
from made import on
from sayso.checks import layer_areas, layer_places
from sayso.layers import Maker, Status
from sayso.model import Level, Outcome, Place, PlaceKind, Stance

pytest.importorskip("shapely", reason="control polygons need the extra layers")

TARN = Maker(DESK, Status.ASSESSED_CONTROL, "Tarn")
DAILY = 15.916
"""km2 that the growing square gains every day; 318.329 on the first."""
TARK = Place("t:1", "Tark", PlaceKind.REGION, 50.1, 30.1, "XA")
NORD = Place("t:2", "Nord", PlaceKind.REGION, 60.0, 30.1, "XA")


def town(lon: float, *, region: str | None = "Tark", precision_m: int = 500) -> Place:
    return Place(
        "t:3",
        "Olmar",
        PlaceKind.SETTLEMENT,
        50.1,
        lon,
        "XA",
        region,
        precision_m=precision_m,
    )


def day(at: int) -> date:
    return FIRST + timedelta(at)


TEN_DAYS = book_of((TARN, growing(11)))


def ground(words: str, value, *, book=TEN_DAYS, **fields) -> Corpus:
    """A claim that Tarn gained ground in Tark from the third day to the sixth."""
    corpus = Corpus(layers=book)
    corpus.write(f"Ada Orlan said troops of Tarn took {words} in Tark.", on=day(8))
    told = {
        "claimant": "Ada Orlan",
        "actor": "Tarn",
        "place": "Tark",
        "located": TARK,
        "period": on(day(3), day(6)),
    }
    return corpus.say(words, value, "territory.gained", **(told | fields))


def one(corpus: Corpus, check=layer_areas.CHECK):
    (finding,) = corpus.find(check)
    return finding


def test_areas_agree_within_the_days_at_either_end():
    for km2 in (DAILY * 3, DAILY * 4, DAILY * 5):
        finding = one(
            ground(f"{km2:.0f} km2", (round(km2), round(km2), "exact", "km2"))
        )
        assert finding.outcome is Outcome.CONSISTENT
        assert finding.level is Level.NOTE
        assert "repetition" not in finding.sentence
    assert finding.sentence.startswith('Ada Orlan stated "80 km2" (territory.gained);')
    assert f"the layers of {DESK} (assessed control by Tarn)" in finding.sentence


@pytest.mark.parametrize("km2", [30, 120])
def test_areas_fire_on_figures_that_share_no_number(km2):
    finding = one(ground(f"{km2} km2", (km2, km2, "exact", "km2")))
    assert finding.outcome is Outcome.INCONSISTENT
    assert finding.level is Level.LOOK
    assert "the two share no number" in finding.sentence
    assert "within [42.59, 84.74] km2" in str(finding.remedy)
    assert finding.working[1] == "2030-05-03 to 2030-05-07: gained 63.7 km2, net 63.7"


def test_a_bound_is_kept_as_a_bound():
    found = one(ground("over 60 km2", (60, None, "at_least", "km2")))
    assert found.outcome is Outcome.CONSISTENT
    found = one(ground("up to 30 km2", (None, 30, "at_most", "km2")))
    assert found.outcome is Outcome.INCONSISTENT


@pytest.mark.parametrize("who", ["claimant", "via", "also"])
def test_a_claim_by_who_drew_the_layer_is_repetition(who):
    maker = Maker(DESK, Status.ASSESSED_CONTROL, "Tarn", also=("The Desk",))
    told = {
        "claimant": {"claimant": DESK},
        "via": {"via": (DESK,)},
        "also": {"claimant": "analysts of the desk"},
    }[who]
    book = book_of((maker, growing(11)))
    found = one(ground("64 km2", (64, 64, "exact", "km2"), book=book, **told))
    assert found.outcome is Outcome.CONSISTENT
    assert "which is repetition, not corroboration" in found.sentence


def test_the_other_side_gains_what_the_layer_loses():
    shrinking = [
        made | {"properties": {"date": day(at).isoformat()}}
        for at, made in enumerate(reversed(growing(11)))
    ]
    book = book_of((TARN, shrinking))
    found = one(
        ground(
            "64 km2",
            (64, 64, "exact", "km2"),
            book=book,
            actor="Vessia",
            affected="Tarn",
        )
    )
    assert found.outcome is Outcome.CONSISTENT
    assert "lost in Tark" in found.sentence


@pytest.mark.parametrize(
    ("fields", "outcome", "words"),
    [
        ({"located": NORD, "place": "Nord"}, "not comparable", "does not cover Nord"),
        ({"located": None, "place": "the ridge"}, "cannot check", "no gazetteer holds"),
        ({"period": None}, "cannot check", "no days are stated"),
        ({"period": on(day(40), day(42))}, "cannot check", "2030-05-11, not of"),
    ],
    ids=["elsewhere", "unknown place", "no days", "other days"],
)
def test_what_cannot_be_set_beside_it_says_why(fields, outcome, words):
    found = one(ground("64 km2", (64, 64, "exact", "km2"), **fields))
    assert (found.outcome, found.level) == (outcome, Level.NOTE)
    assert words in found.sentence


@pytest.mark.parametrize(
    "fields",
    [
        {"actor": "Vessia"},
        {"actor": "Vessia", "affected": "Bren"},
        {"stance": Stance.DENIED},
    ],
    ids=["no word of Tarn", "of others", "denied"],
)
def test_claims_that_are_not_about_its_party_are_left_alone(fields):
    corpus = ground("64 km2", (64, 64, "exact", "km2"), **fields)
    assert corpus.find(layer_areas.CHECK) == []


@pytest.mark.parametrize(
    "maker",
    [Maker(DESK), Maker(DESK, Status.CONTESTED, "Tarn")],
    ids=["nobody's", "contested"],
)
def test_layers_that_say_not_whose_are_left_alone(maker):
    book = book_of((maker, growing(11)))
    corpus = ground("64 km2", (64, 64, "exact", "km2"), book=book)
    assert corpus.find(layer_areas.CHECK) == []


def test_each_authority_is_set_beside_for_itself():
    other = Maker("Sample Survey Office", Status.CLAIMED_CONTROL, "Tarn")
    book = book_of((TARN, growing(11)), (other, growing(11, step=0.02)))
    found = ground("64 km2", (64, 64, "exact", "km2"), book=book).find(
        layer_areas.CHECK
    )
    assert [f.outcome for f in found] == [Outcome.CONSISTENT, Outcome.INCONSISTENT]
    assert len({f.fingerprint for f in found}) == 2


def test_a_claim_without_a_place_is_a_note():
    found = one(ground("120 km2", (120, 120, "exact", "km2"), place=None, located=None))
    assert (found.outcome, found.level) == (Outcome.INCONSISTENT, Level.NOTE)
    assert "the claim names no place" in found.sentence


def test_the_outline_of_a_region_is_used_where_it_is_held():
    outline = feature(None, square(30.2, 50, 30.3, 50.1), name="Tark")
    book = book_of((TARN, growing(11)), units=[outline])
    found = one(ground("32 km2", (32, 32, "exact", "km2"), book=book))
    assert found.outcome is Outcome.CONSISTENT
    assert "in Tark as Survey outlines it" in found.sentence


def test_a_layer_of_several_regions_needs_an_outline():
    two = frozenset({("XA", "Tark"), ("XA", "Bren")})
    book = book_of((TARN, growing(11)), regions=two)
    found = one(ground("64 km2", (64, 64, "exact", "km2"), book=book))
    assert found.outcome is Outcome.CANNOT_CHECK
    assert "whose outline is not held" in found.sentence


def test_a_total_without_a_first_day_may_begin_on_any():
    for km2, outcome in ((90, "consistent"), (200, "inconsistent as reported")):
        fields = total(day(6), affected=None)
        found = one(ground(f"{km2} km2", (km2, km2, "exact", "km2"), **fields))
        assert found.outcome == outcome
        assert "the first day is not stated: from any day before" in found.working


def test_held_ground_is_set_beside_the_day():
    for km2, outcome in ((414, "consistent"), (300, "inconsistent as reported")):
        corpus = Corpus(layers=TEN_DAYS)
        corpus.write(f"Ada Orlan said Tarn holds {km2} km2 of Tark.", on=day(6))
        corpus.say(
            f"{km2} km2",
            (km2, km2, "exact", "km2"),
            "territory.held",
            claimant="Ada Orlan",
            actor="Tarn",
            place="Tark",
            located=TARK,
            period=on(day(6)),
        )
        assert one(corpus).outcome == outcome


def test_a_share_is_of_what_was_held_before():
    shrinking = [
        made | {"properties": {"date": day(at).isoformat()}}
        for at, made in enumerate(reversed(growing(11)))
    ]
    book = book_of((TARN, shrinking))
    for share, outcome in ((13, "consistent"), (40, "inconsistent as reported")):
        found = one(
            ground(
                f"{share}%",
                (share, share, "exact", "percent"),
                book=book,
                actor="Vessia",
                affected="Tarn",
            )
        )
        assert found.outcome == outcome
        assert "percent lost" in found.sentence


def taken(place: Place, on_day: int, measure="place.gained", book=TEN_DAYS, **fields):
    corpus = Corpus(layers=book)
    corpus.write("Ada Orlan said troops of Tarn took Olmar.", on=day(on_day))
    told = {
        "claimant": "Ada Orlan",
        "actor": "Tarn",
        "place": "Olmar",
        "located": place,
        "period": on(day(on_day)),
    }
    return corpus.say("Olmar", 1, measure, **(told | fields))


AT = 30.2 + 0.05
"""The square's edge reaches this longitude on the sixth day, the 500 m around it from
the fifth to the sixth."""


@pytest.mark.parametrize("claimed", [4, 5, 6, 7])
def test_a_town_agrees_with_the_day_it_is_drawn_inside(claimed):
    found = one(taken(town(AT), claimed), layer_places.CHECK)
    assert found.outcome is Outcome.CONSISTENT
    assert (
        "draw it into that ground between 2030-05-06 and 2030-05-07" in found.sentence
    )


@pytest.mark.parametrize("claimed", [1, 9])
def test_a_town_drawn_inside_on_other_days_fires(claimed):
    found = one(taken(town(AT), claimed), layer_places.CHECK)
    assert (found.outcome, found.level) == (Outcome.INCONSISTENT, Level.LOOK)
    assert "the two share no day" in found.sentence
    assert found.working[-1] == "from 2030-05-07: inside"


def test_a_town_known_only_roughly_is_given_its_room():
    found = one(taken(town(AT, precision_m=4_000), 1), layer_places.CHECK)
    assert found.outcome is Outcome.CONSISTENT


def test_a_town_never_drawn_inside():
    found = one(taken(town(31.5), 5), layer_places.CHECK)
    assert found.outcome is Outcome.INCONSISTENT
    assert "not up to 2030-05-11" in found.sentence


def test_a_town_the_other_side_says_it_lost():
    found = one(taken(town(AT), 5, "place.lost", affected="Vessia"), layer_places.CHECK)
    assert found.outcome is Outcome.CONSISTENT


@pytest.mark.parametrize(
    ("lon", "outcome"),
    [(30.1, "consistent"), (30.9, "inconsistent as reported")],
)
def test_a_town_said_to_be_held(lon, outcome):
    assert one(taken(town(lon), 5, "place.held"), layer_places.CHECK).outcome == outcome


def test_a_town_where_the_layer_draws_nothing_is_not_compared():
    found = one(taken(town(AT, region="Nord"), 5), layer_places.CHECK)
    assert found.outcome is Outcome.NOT_COMPARABLE
    assert "the layer does not cover Nord" in found.sentence


def test_a_town_on_days_without_layers_cannot_be_checked():
    found = one(taken(town(AT), 400), layer_places.CHECK)
    assert found.outcome is Outcome.CANNOT_CHECK


def test_nothing_is_said_without_layers():
    from sayso.layers import EMPTY

    assert taken(town(AT), 5, book=EMPTY).find(layer_places.CHECK) == []
    assert (
        ground("1 km2", (1, 1, "exact", "km2"), book=EMPTY).find(layer_areas.CHECK)
        == []
    )
