"""Places: spans mended by gazetteers, places settled by the story."""

import importlib.util
import json
from itertools import pairwise

import pytest

from sayso.model import Place, PlaceId, PlaceKind, Span
from sayso.reading.places.settling import find_toponyms
from sayso.vocabulary.gazetteers import ListedGazetteer, Listing
from sayso.vocabulary.languages import ENGLISH
from sayso.vocabulary.theatres import load_theatres

WORLD = load_theatres(("world",))
UKRAINE = load_theatres(("russia-ukraine", "world"))
SYRIA = load_theatres(("syria", "world"))


class Named:
    def __init__(self, text, words, kind="place"):
        start = text.index(words)
        self.span, self.kind = Span.cut(text, start, start + len(words)), kind


def places(text, *names, packs=WORLD, gazetteers=(), others=()):
    entities = [Named(text, words) for words in names]
    entities += [Named(text, words, kind) for words, kind in others]
    found = find_toponyms(
        text, entities=entities, gazetteers=gazetteers, theatres=packs, language=ENGLISH
    )
    return [(t.span.text, t.place and (t.place.country, t.place.name)) for t in found]


def kinds(text, *names, packs=WORLD):
    entities = [Named(text, words) for words in names]
    found = find_toponyms(text, entities=entities, theatres=packs, language=ENGLISH)
    return [(t.span.text, t.place and str(t.place.kind)) for t in found]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("He left for the United States.", (), ["United States"]),
        ("It gave US$40 million. The US spoke.", (), ["US"]),
        ("In US$ it gave 40 million to Poland.", (), ["Poland"]),
        ("The U.S. is large.", (), ["U.S."]),
        ("Rain in eastern Poland.", (), ["Poland"]),
        ("He lives in San Jose now.", ("San",), ["San Jose"]),
        ("Fighting in Sichuan province.", ("Sichuan province",), ["Sichuan"]),
        ("The West Nile virus spread.", (), []),
        ("Four Iskander-M missiles hit Poland.", ("Iskander",), ["Poland"]),
        ("A Kherson-class ship left Poland.", ("Kherson",), ["Poland"]),
        ("He told the Nile Wire of Poland.", ("Nile",), ["Poland"]),
        ("Mr London left.", (), []),
        ("Paris University opened.", (), []),
        ("In May the Most High spoke.", (), []),
        ("A camp at Zzyzxmud fell.", ("Zzyzxmud",), ["Zzyzxmud"]),
        ("One settlement was left. Two villages burned.", (), []),
        ("Across Africa and the Middle East.", (), ["Africa", "Middle East"]),
    ],
)
def test_spans(text, names, expected):
    assert [span for span, _ in places(text, *names)] == expected


def test_persons_and_organisations_of_a_place_s_name_are_no_places():
    text = "Lima Smith of the Kenya Red Cross spoke."
    others = [("Lima Smith", "person"), ("Kenya Red Cross", "body")]
    assert places(text, others=others) == []


@pytest.mark.parametrize(
    ("text", "names", "country"),
    [
        ("A fire in Paris, Texas, spread.", ("Paris", "Texas"), "US"),
        ("A fire in Paris spread.", ("Paris",), "FR"),
        ("Police in London, Ont., said so.", ("London",), "CA"),
        ("Georgia and Armenia met; Georgian troops left.", (), "GE"),
    ],
)
def test_the_words_around_decide(text, names, country):
    assert places(text, *names)[0][1][0] == country


def test_theatre_comes_before_the_census():
    text = "Russian forces pushed towards Pokrovsk, Ukraine's General Staff said."
    assert places(text, "Pokrovsk", packs=UKRAINE)[0] == (
        "Pokrovsk",
        ("UA", "Pokrovsk"),
    )


@pytest.mark.parametrize("name", ["Artyomovsk", "Bakhmut"])
def test_spellings_of_a_pack_are_one_place(name):
    found = places(f"Fighting near {name} in Ukraine.", name, packs=UKRAINE)
    assert found[0] == (name, ("UA", "Bakhmut"))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Troops entered the Kursk region of Russia.", "Kursk", "region"),
        ("Troops entered the city of Kursk in Russia.", "Kursk", "settlement"),
        ("Shelling in Idlib province, Syria.", "Idlib", "region"),
        ("Raids in Metcalfe County, Kentucky.", "Metcalfe County", "district"),
        ("Clashes at Hmeimim air base in Syria.", "Hmeimim", "area"),
    ],
)
def test_nouns_beside_a_name_say_what_it_is(text, name, kind):
    found = kinds(text, name, packs=(*SYRIA[:1], *UKRAINE))
    assert found[0][1] == kind


def listed(*rows):
    return ListedGazetteer(
        "mine",
        [
            Listing(
                Place(
                    PlaceId(f"x:{number}"),
                    name,
                    PlaceKind.SETTLEMENT,
                    lat,
                    lon,
                    country,
                    region,
                    population,
                )
            )
            for number, (name, lat, lon, country, region, population) in enumerate(rows)
        ],
    )


def test_a_lone_candidate_that_the_text_speaks_against_is_not_taken():
    mine = listed(("Merovka", 48.0, 31.0, "UA", "Kirovohrad", 400))
    text = (
        "Troops took Merovka in the Kursk region, Russia said. Russian units moved on."
    )
    found = places(text, "Merovka", "Kursk", packs=UKRAINE, gazetteers=(mine,))
    assert found[0] == ("Merovka", None)


@pytest.mark.parametrize("words", ["in the Donetsk region", ", Donetsk region,"])
def test_a_place_of_the_next_region_is_not_taken_for_one_in_the_region_named(words):
    mine = listed(("Merovka", 48.3, 38.6, "UA", "Luhansk", 9000))
    text = f"Ukraine said its troops near Merovka {words} held.".replace(" ,", ",")
    found = places(text, "Merovka", "Donetsk", packs=UKRAINE, gazetteers=(mine,))
    assert found[1] == ("Merovka", None)


def test_a_region_written_with_its_noun_is_the_same_region():
    mine = listed(("Merovka", 50.2, 36.2, "UA", "Kharkiv Oblast", 300))
    text = "Ukraine said its troops near Merovka, Kharkiv region, held."
    found = places(text, "Merovka", "Kharkiv", packs=UKRAINE, gazetteers=(mine,))
    assert found[1] == ("Merovka", ("UA", "Merovka"))


def test_of_many_of_one_name_the_story_s_region_decides():
    mine = listed(
        ("Merovka", 48.0, 31.0, "UA", "Kirovohrad", 900),
        ("Merovka", 51.2, 35.2, "RU", "Kursk Oblast", 300),
    )
    text = "Near Sudzha in the Kursk region of Russia, troops took Merovka."
    found = places(
        text, "Sudzha", "Kursk", "Merovka", packs=UKRAINE, gazetteers=(mine,)
    )
    assert found[-1] == ("Merovka", ("RU", "Merovka"))


def test_of_many_of_one_name_none_is_taken_without_a_word_for_one():
    mine = listed(
        ("Merovka", 48.0, 31.0, "UA", "Kirovohrad", 900),
        ("Merovka", 50.2, 36.2, "UA", "Kharkiv", 300),
    )
    text = "In Ukraine the village of Merovka burned."
    found = places(text, "Merovka", packs=UKRAINE, gazetteers=(mine,))
    assert found[-1] == ("Merovka", None)


def test_pack_points_and_precision():
    text = "Shells fell on Abu Shouk camp near El Fasher."
    entities = [Named(text, "Abu Shouk"), Named(text, "El Fasher")]
    found = find_toponyms(
        text,
        entities=entities,
        theatres=load_theatres(("sudan", "world")),
        language=ENGLISH,
    )
    assert [t.place.country for t in found] == ["SD", "SD"]
    assert found[0].place.precision_m == 5_000


def test_spans_carry_their_words_and_do_not_overlap():
    text = "From Kyiv to Warsaw, via Lviv; then New York, N.Y. " * 40
    found = find_toponyms(text, theatres=UKRAINE, language=ENGLISH)
    for one, two in pairwise(found):
        assert one.span.end <= two.span.start
    for toponym in found:
        toponym.span.check(text)


def test_nothing_in_nothing_out():
    assert find_toponyms("", theatres=WORLD, language=ENGLISH) == ()
    assert find_toponyms("It rained.", theatres=(), language=ENGLISH) == ()


@pytest.mark.quality
def test_names_of_the_front_are_found_when_that_gazetteer_is_added(shared):
    from sayso.vocabulary.gazetteers import load_gazetteer

    folder = shared / "data/gazetteer"
    mine = tuple(
        load_gazetteer(folder / f"{name}.jsonl.gz")
        for name in ("ua_geonames", "ru_border_geonames")
    )
    text = "Units fought at Zhuravka and Basivka in Sumy oblast, Ukraine's army said."
    entities = [Named(text, "Zhuravka"), Named(text, "Basivka"), Named(text, "Sumy")]
    found = find_toponyms(
        text, entities=entities, gazetteers=mine, theatres=UKRAINE, language=ENGLISH
    )
    for toponym in found[:2]:
        assert toponym.place is not None
        assert abs(toponym.place.lat - 51.2) < 0.6
        assert abs(toponym.place.lon - 34.9) < 0.9


@pytest.mark.quality
@pytest.mark.parametrize(
    ("corpus", "span_floor", "settled_floor"),
    [("geovirus", 0.90, 0.83), ("trnews", 0.85, 0.79)],
)
def test_places_on_labelled_news_stay_above_their_floors(
    shared, corpus, span_floor, settled_floor
):
    """Half of each corpus also taught the encoder; floors are for the whole."""
    from sayso.reading.parties.mentions import choose_theatres
    from sayso.reading.record import to_toponym
    from sayso.reading.tagger.encoder import tag_text
    from sayso.reading.tagger.entities import find_entities

    source = shared / f"data/places/{corpus}.jsonl"
    lines = source.read_text(encoding="utf-8").split("\n")
    gold = [json.loads(line) for line in lines if line]
    packs, read = load_theatres(), []
    for row in gold:
        text = row["text"]
        found = find_toponyms(
            text,
            entities=find_entities(text, tag_text(text, ENGLISH)),
            theatres=choose_theatres(text, packs),
            language=ENGLISH,
        )
        read.append({"id": row["id"], "toponyms": [to_toponym(t) for t in found]})
    scorer = shared / "bench/score_places.py"
    spec = importlib.util.spec_from_file_location("score_places", scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    result = module.score(gold, read)
    assert result["overlap"]["f1"] >= span_floor
    assert result["end2end"]["f1"] >= settled_floor
