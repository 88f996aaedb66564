"""Names of small places near a front, with and without a gazetteer that lists them.

`python bench/front.py` draws settlements from the labelled data's gazetteer (GeoNames,
Ukraine and the Russian border), puts each into a sentence that names its region, as
reports do, and asks where it was placed. Right is within 20 km of the listed point; a
name left open is not wrong. Writes `bench/results/front.json`.
"""

import random
import sys
from collections import Counter
from math import asin, cos, radians, sin, sqrt
from typing import Any

from results import Part, Row, write_part
from scores import SHARED

from sayso.model import Document
from sayso.reading.reader import read_document
from sayso.vocabulary.gazetteers import Gazetteer, load_gazetteer

FILES = ("ua_geonames.jsonl.gz", "ru_border_geonames.jsonl.gz")
REGIONS = ("Donetsk", "Luhansk", "Kharkiv", "Kherson", "Sumy", "Kursk", "Belgorod")
SIDES = {True: "Russian", False: "Ukrainian"}
DRAWN = 50
"""Names a region."""
NEAR_KM = 20
SENTENCES = (
    "{side} troops entered the village of {name} in the {region} region, they said.",
    "The General Staff said {side} attacks were repelled near {name}, {region} region.",
)


def main() -> int:
    """Draw the names, place them twice, print and keep the shares."""
    own = [load_gazetteer(SHARED / "data" / "gazetteer" / name) for name in FILES]
    rows = []
    for data, gazetteers in (
        ("GeoNames of 500 people and more", ()),
        ("and the region's own gazetteer added", tuple(own)),
    ):
        counts = place_all(draw(own), gazetteers)
        placed = counts["right"] + counts["wrong"]
        recall = round(100 * counts["right"] / counts["drawn"], 1)
        right = round(100 * counts["right"] / max(1, placed), 1)
        named = f"{counts['drawn']} settlements of seven regions; {data}"
        rows.append(Row("settlements placed within 20 km", named, recall))
        rows.append(Row("of those placed, right", named, right))
        print(data, dict(counts), recall, right)
    title = "Small places near a front"
    write_part("front", Part(title, "python bench/front.py", rows))
    return 0


def draw(gazetteers: list[Any]) -> list[Any]:
    """Give settlements of the regions that alone bear their name there."""
    chance = random.Random(1)
    found = []
    for region in REGIONS:
        listed = [
            listing.place
            for gazetteer in gazetteers
            for listing in gazetteer.listings
            if listing.place.kind == "settlement"
            and (listing.place.region or "").startswith(region[:5])
            and len(listing.place.name.split()) < 3
            and len(namesakes(listing.place, gazetteers)) == 1
        ]
        found += chance.sample(sorted(listed, key=lambda place: place.id), DRAWN)
    return found


def namesakes(place: Any, gazetteers: list[Any]) -> set[str]:
    """Give the ids of the places that bear the name in the place's region."""
    return {
        candidate.place.id
        for gazetteer in gazetteers
        for candidate in gazetteer.find(place.name)
        if candidate.place.region == place.region
    }


def place_all(drawn: list[Any], gazetteers: tuple[Gazetteer, ...]) -> Counter[str]:
    """Count the names placed right, wrong and not at all."""
    counts: Counter[str] = Counter()
    for at, place in enumerate(drawn):
        region = next(r for r in REGIONS if place.region.startswith(r[:5]))
        words = {"name": place.name, "region": region, "side": SIDES[at % 3 > 0]}
        text = SENTENCES[at % len(SENTENCES)].format(**words)
        start = text.index(place.name)
        found = read_document(Document(text), gazetteers=gazetteers).toponyms
        hit = next((t for t in found if t.span.start == start), None)
        counts["drawn"] += 1
        if hit is None or hit.place is None:
            counts["open"] += 1
        elif distance_km(hit.place, place) <= NEAR_KM:
            counts["right"] += 1
        else:
            counts["wrong"] += 1
    return counts


def distance_km(one: Any, two: Any) -> float:
    """Give the great-circle distance (haversine, radius 6,371 km)."""
    north, south = radians(one.lat), radians(two.lat)
    part = sin((north - south) / 2) ** 2
    east = sin(radians(one.lon - two.lon) / 2) ** 2
    return 2 * 6371 * asin(sqrt(part + cos(north) * cos(south) * east))


if __name__ == "__main__":
    sys.exit(main())
