"""Build what places are called on pages in Russian and Ukrainian.

    python training/gazetteer/build_spoken.py UA_JSONL_GZ RU_JSONL_GZ

The files are those of build_cyrillic.py; GeoNames does not say which language a
Cyrillic name is of. A name counts as the country's own where its letters give the
place's Latin name, and as the neighbour's where it alone answers to the own one letter
by letter; of several, none is taken. Towns of the world and countries come from CLDR
(time zones' cities, territories), and whatever the packs' word lists name goes first.
Needs babel. Data: GeoNames, CC BY 4.0; CLDR, Unicode licence. The same inputs give the
same bytes.
"""

import gzip
import json
import re
import sys
import unicodedata
from itertools import takewhile
from pathlib import Path

from babel import Locale
from babel.core import get_global

from sayso.model import PlaceKind
from sayso.vocabulary.gazetteers import load_geonames
from sayso.vocabulary.theatres.words import load_words

OUT = (
    Path(__file__).resolve().parents[2]
    / "src/sayso/vocabulary/gazetteers/spoken.tsv.gz"
)
WORLD = (-180.0, -90.0, 180.0, 90.0)
LATIN = {
    **dict(zip("абвдезклмнопрстуфы", "abvdezklmnoprstufy", strict=True)),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "э": "e",
    "ю": "u",
    "я": "a",
    "є": "e",
    "ё": "e",
    "ґ": "g",
}
"""Letters as both countries' transliterations have them; i, y, j and signs are left
out on both sides, where these differ most."""
OWN = {"UA": {"г": "h"}, "RU": {"г": "g"}}
FOREIGN = {
    "ru": re.compile(
        r"[іїєґўјљњћђџ'’ʼәөүһңғқұҗӧӱ]|[сцз]ьк|[жшч]ы|шч|[бвдзлмнпрстф]ий\b",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        r"[ыэёъўјљњћђџәөүһңғқұҗӧӱ]|[сц]к(?:ий|а|е|ое|ая|ого)?\b|[аяо]я\b|[ое]е\b|ой\b"
        r"|[дзлнст]ь?[оа]пол\b|[еи]но\b",
        re.IGNORECASE,
    ),
}
"""Letters and ends that a language's names do not have."""
TO_RUSSIAN = {
    "і": "[иеоё]",
    "ї": "[иы]",
    "є": "[еэ]",
    "и": "[иы]",
    "е": "[еэё]",
    "ґ": "г",
    "'": "[ъь]?",
    "’": "[ъь]?",
    "ʼ": "[ъь]?",
    "о": "[оёе]",
    "ь": "ь?",
    **{c: f"{c}ь?" for c in "лрнтсдз"},
}
TO_UKRAINIAN = {
    "и": "[иії]",
    "ы": "и",
    "е": "[еєіи]",
    "ё": "(?:ьо|йо|о|е)",
    "э": "е",
    "о": "[оі]",
    "к": "ь?к",
    "ъ": "['’ʼ]?",
    "ь": "[ь'’ʼ]?",
    "я": "['’ʼ]?я",
}
DIVISION = {
    "ru": re.compile("[А-Я][а-яё-]+(?:-[А-Я][а-я]+)?[сц]кая область"),
    "uk": re.compile("[А-ЯЄІ][а-яєіїґ-]+(?:-[А-Я][а-яєії]+)?[сц]ька область"),
}
OURS = {
    "adm:UA..Crimea": ("Крым", "Крим"),
    "adm:UA..Kyiv City": ("Киев", "Київ"),
    "adm:UA..Sevastopol City": ("Севастополь", "Севастополь"),
    "adm:RU..Moscow": ("Москва", "Москва"),
    "gn:709930": ("Днепр", "Дніпро"),
    "gn:709717": ("Донецк", "Донецьк"),
    "gn:702550": ("Львов", "Львів"),
    "gn:703845": ("Кривой Рог", "Кривий Ріг"),
    "gn:694423": ("Севастополь", "Севастополь"),
    "gn:689558": ("Винница", "Вінниця"),
    "gn:6722148": ("Салтовка", "Салтівка"),
    "gn:702320": ("Макеевка", "Макіївка"),
    "gn:696643": ("Полтава", "Полтава"),
    "gn:710791": ("Черкассы", "Черкаси"),
    "gn:710719": ("Черновцы", "Чернівці"),
    "gn:686967": ("Житомир", "Житомир"),
    "gn:695594": ("Ровно", "Рівне"),
    "gn:707753": ("Горловка", "Горлівка"),
    "gn:701822": ("Мариуполь", "Маріуполь"),
    "gn:709932": ("Каменское", "Кам'янське"),
    "gn:704147": ("Кременчуг", "Кременчук"),
    "gn:705812": ("Кропивницкий", "Кропивницький"),
    "gn:712165": ("Белая Церковь", "Біла Церква"),
    "gn:706524": ("Керчь", "Керч"),
    "gn:704508": ("Краматорск", "Краматорськ"),
    "gn:690548": ("Ужгород", "Ужгород"),
    "gn:711390": ("Бровары", "Бровари"),
    "gn:700051": ("Никополь", "Нікополь"),
    "gn:712451": ("Бердянск", "Бердянськ"),
    "gn:705135": ("Конотоп", "Конотоп"),
    "gn:690688": ("Умань", "Умань"),
    "gn:688148": ("Енакиево", "Єнакієве"),
    "gn:698625": ("Александрия", "Олександрія"),
    "gn:706950": ("Каменец-Подольский", "Кам'янець-Подільський"),
    "gn:700646": ("Мукачево", "Мукачево"),
    "gn:703656": ("Купянск", "Куп'янськ"),
    "gn:693468": ("Славянск", "Слов'янськ"),
    "Voronezh": ("Воронеж", "Воронеж"),
    "Lipetsk": ("Липецк", "Липецьк"),
    "Belgorod": ("Белгород", "Бєлгород"),
    "Orël": ("Орёл", "Орел"),
    "Zheleznogorsk": ("Железногорск", "Желєзногорськ"),
    "Shebekino": ("Шебекино", "Шебекіно"),
    "Ryl’sk": ("Рыльск", "Рильськ"),
    "L’govskiy": ("Льгов", "Льгов"),
    "Saint Petersburg": ("Санкт-Петербург", "Санкт-Петербург"),
    "Beijing": ("Пекин", "Пекін"),
    "Shenzhen": ("Шэньчжэнь", "Шеньчжень"),
    "Guangzhou": ("Гуанчжоу", "Гуанчжоу"),
    "Ho Chi Minh City": ("Хошимин", "Хошимін"),
    "Chengdu": ("Чэнду", "Ченду"),
    "Lahore": ("Лахор", "Лахор"),
    "Mumbai": ("Мумбаи", "Мумбаї"),
    "Tianjin": ("Тяньцзинь", "Тяньцзінь"),
    "Delhi": ("Дели", "Делі"),
    "Wuhan": ("Ухань", "Ухань"),
    "Xi’an": ("Сиань", "Сіань"),
    "Nanjing": ("Нанкин", "Нанкін"),
    "Hangzhou": ("Ханчжоу", "Ханчжоу"),
    "Bengaluru": ("Бангалор", "Бангалор"),
    "Hanoi": ("Ханой", "Ханой"),
    "Chongqing": ("Чунцин", "Чунцін"),
    "Qingdao": ("Циндао", "Ціндао"),
    "Shenyang": ("Шэньян", "Шеньян"),
    "Hyderabad": ("Хайдарабад", "Хайдарабад"),
    "Rio de Janeiro": ("Рио-де-Жанейро", "Ріо-де-Жанейро"),
    "Ahmedabad": ("Ахмадабад", "Ахмедабад"),
    "Alexandria": ("Александрия", "Александрія"),
    "Harbin": ("Харбин", "Харбін"),
    "Dalian": ("Далянь", "Далянь"),
    "Kano": ("Кано", "Кано"),
    "Cape Town": ("Кейптаун", "Кейптаун"),
    "Peshawar": ("Пешавар", "Пешавар"),
    "Jeddah": ("Джидда", "Джидда"),
    "Chennai": ("Ченнаи", "Ченнаї"),
    "Kolkata": ("Калькутта", "Колката"),
    "Yangon": ("Янгон", "Янгон"),
    "Giza": ("Гиза", "Гіза"),
}
"""What the sources leave to guess, by id, or by the name of the largest such town."""
MOST_NAMES = 2
"""Names that may be the neighbour's: of more, some are of other languages."""
NAME = re.compile(r"[А-ЯЁЄІЇҐ][А-Яа-яЁёЄєІіЇїҐґ'’ʼ -]+")


def latin_key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return re.sub("[^a-z]|[ijy]", "", plain)


def cyrillic_key(name: str, country: str) -> str:
    letters = {**LATIN, **OWN[country]}
    return re.sub("[ijy]", "", "".join(letters.get(c, "") for c in name.casefold()))


def names_of(row: dict) -> list[str]:
    found = [*row.get("uk", ()), *row.get("ru", ()), *row.get("cyr", ())]
    plain = [name.replace("\u0301", "").replace("’", "'") for name in found]
    return [name for name in dict.fromkeys(plain) if NAME.fullmatch(name)]


def only(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ""


def answers(own: str, letters: dict[str, str]) -> re.Pattern[str]:
    """Give how the other language may write a name."""
    pieces = [letters.get(c, re.escape(c)) for c in own.casefold()]
    return re.compile("".join(pieces), re.IGNORECASE)


def settlement(row: dict) -> tuple[str, str]:
    """Give a settlement's Russian and Ukrainian names, "" for one not known."""
    names, country = names_of(row), row["cc"]
    own, other = ("uk", "ru") if country == "UA" else ("ru", "uk")
    letters = TO_RUSSIAN if country == "UA" else TO_UKRAINIAN
    key = latin_key(row["name"])
    fitting = [n for n in names if not FOREIGN[own].search(n)]
    is_own = [n for n in fitting if cyrillic_key(n, country) == key]
    mine = is_own[0] if is_own else only(fitting)
    if not mine:
        return "", ""
    pattern = answers(mine, letters)
    theirs = [n for n in names if not FOREIGN[other].search(n)]
    alone = [n for n in theirs if n != mine]
    found = {own: mine, other: only([n for n in alone if pattern.fullmatch(n)])}
    if len(alone) > MOST_NAMES:
        found[other] = ""
    return found["ru"], found["uk"]


def in_common(one: str, other: str) -> int:
    """Give how many letters two begin with alike."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def division(row: dict) -> tuple[str, str]:
    names = [n.replace("Область", "область") for n in names_of(row)]
    key = latin_key(row["name"])
    found = {
        code: max(
            (n for n in names if pattern.fullmatch(n)),
            key=lambda n: in_common(cyrillic_key(n, row["cc"]), key),
            default="",
        )
        for code, pattern in DIVISION.items()
    }
    return found["ru"], found["uk"]


def read_rows(path: Path):
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for line in rows:
            yield json.loads(line)


def world():
    """Yield (id, Russian, Ukrainian) of cities of time zones and of countries."""
    spoken = [Locale("ru"), Locale("uk")]
    territories = get_global("zone_territories")
    zones = sorted(set(spoken[0].time_zones) | set(spoken[1].time_zones))
    for zone in zones:
        told = [locale.time_zones.get(zone, {}).get("city", "") for locale in spoken]
        name = zone.rpartition("/")[2].replace("_", " ")
        for candidate in load_geonames().find(name):
            place = candidate.place
            is_town = place.kind is PlaceKind.SETTLEMENT
            if is_town and place.country == territories.get(zone):
                yield str(place.id), *told
                break
    for place in load_geonames().largest(WORLD, PlaceKind.COUNTRY, 400):
        told = [locale.territories.get(place.country, "") for locale in spoken]
        yield str(place.id), *told


def packs():
    """Yield (id, Russian, Ukrainian) of what the packs' word lists and we name."""
    words = {code: load_words(code).places for code in ("ru", "uk")}
    gazetteer = load_geonames()
    for name in sorted(set(words["ru"]) | set(words["uk"])):
        told = [words[code].get(name, ("",))[0] for code in ("ru", "uk")]
        is_region = "область" in " ".join(told)
        for candidate in gazetteer.find(name):
            place = candidate.place
            if not candidate.is_first_name:
                continue
            wanted = PlaceKind.REGION if is_region else PlaceKind.SETTLEMENT
            if place.country in ("UA", "RU") and place.kind is wanted:
                yield str(place.id), *told
                break
    for region in gazetteer.largest(WORLD, PlaceKind.REGION, 10_000):
        if region.country in ("UA", "RU"):
            whole = f"{region.name.removesuffix(' Oblast')} Oblast"
            yield (
                str(region.id),
                *(words[code].get(whole, ("",))[0] for code in ("ru", "uk")),
            )
    largest = {}
    for town in gazetteer.largest(WORLD, PlaceKind.SETTLEMENT, 90_000):
        largest.setdefault(town.name, str(town.id))
    for key, told in OURS.items():
        yield key if ":" in key else largest[key], *told


def main() -> None:
    found: dict[str, tuple[str, str]] = {}
    codes = {name: code for code, name in load_geonames().region_names().items()}
    divisions: dict[str, tuple[str, str]] = {}
    for path in map(Path, sys.argv[1:3]):
        for row in read_rows(path):
            kind = row.get("f", "P.PPL")
            if kind == "A.ADM1":
                divisions[f"{row['cc']}.{row['admin1']}"] = division(row)
            elif kind.startswith("P."):
                found[row["id"]] = settlement(row)
    for place in load_geonames().largest(WORLD, PlaceKind.REGION, 10_000):
        code = codes.get(place.name, "")
        if code.startswith(f"{place.country}.") and code in divisions:
            found[str(place.id)] = divisions[code]
    for key, *told in (*world(), *packs()):
        old = found.get(key, ("", ""))
        found[key] = tuple(new or o for new, o in zip(told, old, strict=True))
    rows = [f"{k}\t{ru}\t{uk}\n" for k, (ru, uk) in sorted(found.items()) if ru or uk]
    with OUT.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write("".join(rows).encode("utf-8"))
    print(OUT, OUT.stat().st_size, len(rows))


main()
