"""How fast the pages answer on a ledger of a million synthetic claims.

Builds the ledger once (build/pages.db, about a gigabyte and some minutes), then asks
every list page many different questions in process and writes bench/results/pages.json:
per page the median and 95th percentile of the server's time, and the size of the page as
it travels. Processor time is counted, so a busy machine changes nothing.

    python bench/pages.py [--claims 1000000] [--rounds 30] [--paint]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from starlette.testclient import TestClient

from sayso.ledger import Stamp, record_document, record_finding
from sayso.ledger.records import record_reading
from sayso.model import (
    Access,
    Bound,
    Claim,
    ClaimUnit,
    Document,
    Finding,
    Input,
    Level,
    Outcome,
    Period,
    Place,
    PlaceId,
    PlaceKind,
    Quantity,
    Reading,
    Span,
    Speaker,
    SpeakerId,
    short_id,
)
from sayso.vocabulary.measures import MEASURES
from sayso.web.app import make_app
from sayso.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results" / "pages.json"
PER_DOCUMENT = 10
BATCH = 250
STAMP = Stamp("2030-01-01T00:00:00Z", "bench")
SYLLABLES = "ar bel cor den el fir gal hol is jor kel lum mar nor os per".split()
BOUNDS = {Bound.EXACT: "", Bound.AT_LEAST: "over ", Bound.APPROX: "about "}
FIRST_DAY = date(2022, 1, 1)


def name(number: int) -> str:
    """Give an invented name, another for every number."""
    parts = []
    for _ in range(3):
        number, at = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[at])
    return "".join(parts).capitalize()


def skewed(chance: random.Random, count: int) -> int:
    """Give a number below `count`, the low ones much more often, as in news."""
    return min(count - 1, int(count * chance.random() ** 3))


class World:
    """Who and what the synthetic reports are about."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        self.outlets = [f"{name(n)} Post" for n in range(200)]
        self.parties = [f"{name(n * 31)}ia" for n in range(12)]
        self.speakers = [self._speaker(n) for n in range(2000)]
        self.places = [self._place(n) for n in range(3000)]

    def _speaker(self, number: int) -> Speaker:
        called = f"{name(number)} {name(number * 7 + 3)}"
        party = self.parties[number % len(self.parties)]
        return Speaker(
            SpeakerId(short_id(called)),
            called,
            party,
            Access.OWN_FORCE,
            private=number % 50 == 49,
        )

    def _place(self, number: int) -> Place:
        kind = PlaceKind.SETTLEMENT if number % 10 else PlaceKind.REGION
        lat, lon = self.chance.uniform(-40, 60), self.chance.uniform(-20, 60)
        return Place(
            PlaceId(f"x:{number}"),
            f"{name(number)}ovo",
            kind,
            lat,
            lon,
            "XA",
            precision_m=5000,
        )

    def reading(self, number: int) -> Reading:
        """Give a synthetic report with its claims."""
        chance = self.chance
        day = FIRST_DAY + timedelta(days=skewed(chance, 1400))
        sentences, drafts, at = [], [], 0
        for _ in range(PER_DOCUMENT):
            sentence, draft = self._sentence(at, day)
            sentences.append(sentence)
            drafts.append((draft, sentence, at))
            at += len(sentence) + 1
        text = " ".join(sentences)
        document = Document(
            text=text,
            title=f"Report {number} from {self.places[skewed(chance, 3000)].name}",
            outlet=self.outlets[skewed(chance, 200)],
            published=day,
            url=f"https://example.org/{number}",
            name=f"r{number}",
        )
        identifier = document.id
        claims = tuple(
            Claim(
                document=identifier,
                sentence=Span(start, start + len(words), words),
                reader="bench",
                **fields,
            )
            for fields, words, start in drafts
        )
        return Reading(document, (), claims, (), (), (), (), "bench")

    def _sentence(self, at: int, day: date) -> tuple[str, dict]:
        chance = self.chance
        speaker = self.speakers[skewed(chance, 2000)] if chance.random() < 0.8 else None
        place = self.places[skewed(chance, 3000)]
        bound = chance.choice(list(BOUNDS))
        value = Decimal(skewed(chance, 5000) + 1)
        voice = f"{speaker.name} said " if speaker else "It was said "
        lead = f"{voice}that "
        words = f"{BOUNDS[bound]}{value:,} {chance.choice(('soldiers', 'drones'))}"
        affected = chance.choice(self.parties)
        sentence = f"{lead}{words} of {affected} were counted near {place.name}."
        start = at + len(lead)
        number = words.split()[-2]
        begin = start + words.index(number)
        quantity = Quantity(
            span=Span(start, start + len(words), words),
            number=Span(begin, begin + len(number), number),
            low=value,
            high=None if bound is Bound.AT_LEAST else value,
            bound=bound,
            unit=str(ClaimUnit.COUNT),
        )
        return sentence, {
            "quantity": quantity,
            "measure": MEASURES[skewed(chance, len(MEASURES))],
            "group": words.rsplit(maxsplit=1)[-1].rstrip("s"),
            "affected": affected,
            "actor": chance.choice(self.parties),
            "place": place.name,
            "located": place,
            "period": Period.of_days(day - timedelta(days=1), day),
            "claimant": speaker.name if speaker else None,
            "speaker": speaker,
            "confidence": Decimal(chance.randrange(50, 100)) / 100,
        }


def build(path: Path, claims: int) -> None:
    """Make the ledger of so many claims, with a finding a thousand of them.

    Through the workspace's door, as everything is stored that is read: masks are made
    and kept with the documents.
    """
    world, workspace = World(), Workspace(str(path))
    began = time.process_time()
    for batch in range(0, claims // PER_DOCUMENT, BATCH):
        additions = []
        for number in range(batch, batch + BATCH):
            reading = world.reading(number)
            additions.append(record_document(reading.document, STAMP))
            additions.append(record_reading(reading, STAMP))
        additions += [record_finding(f, STAMP) for f in findings(reading)]
        workspace.ledger.append(additions)
        done = (batch + BATCH) * PER_DOCUMENT
        if done % 50_000 == 0:
            spent = time.process_time() - began
            print(f"{done:,} claims, {done / spent:,.0f} a CPU second", flush=True)
    workspace.close()


def findings(reading: Reading) -> Iterator[Finding]:
    """Yield two findings over the claims of a report."""
    for first in (0, 2):
        pair = reading.claims[first : first + 2]
        yield Finding(
            rule="parts",
            version=1,
            level=Level.LOOK,
            outcome=Outcome.INCONSISTENT,
            inputs=tuple(
                Input(c.document, c.quantity.span, c.id, "part") for c in pair
            ),
            sentence="Two synthetic figures are set beside each other.",
            working=("[1, 1] + [1, 1] = [2, 2]",),
        )


def questions(workspace: Workspace, chance: random.Random) -> dict[str, list[str]]:
    """Give the addresses to ask for, by kind of question."""
    world = World()
    speakers = [s.id for s in world.speakers]
    places = [p.id for p in world.places]
    outlets = [o.replace(" ", "+") for o in world.outlets]

    def pick(values: list[str]) -> str:
        return values[skewed(chance, len(values))]

    def times(make: object) -> list[str]:
        return [make() for _ in range(40)]  # type: ignore[operator]

    documents = [d.id for d in workspace.ledger.documents()]
    word = lambda: chance.choice(world.speakers).name.split()[0]  # noqa: E731
    return {
        "start": ["/"] * 5,
        "claims": times(lambda: f"/claims?page={chance.randrange(1, 40)}"),
        "claims, one facet": times(
            lambda: chance.choice(
                (
                    f"/claims?measure={pick(list(MEASURES))}",
                    f"/claims?speaker={pick(speakers)}",
                    f"/claims?party={chance.choice(world.parties)}",
                    f"/claims?place={pick(places)}",
                    f"/claims?outlet={pick(outlets)}",
                )
            )
        ),
        "claims, two facets and days": times(
            lambda: (
                f"/claims?measure={pick(list(MEASURES))}"
                f"&party={chance.choice(world.parties)}&since=2023-01-01&until=2023-06-30"
            )
        ),
        "claims, other orders": times(
            lambda: (
                f"/claims?measure={pick(list(MEASURES))}"
                f"&order={chance.choice(('published', 'unsure'))}"
            )
        ),
        "full text with facets": times(
            lambda: f"/claims?text={word()}&measure={pick(list(MEASURES))}"
        ),
        "full text, frequent word": times(
            lambda: f"/claims?text={chance.choice(('soldiers', 'counted', 'drones'))}"
        ),
        "documents": times(lambda: f"/documents?page={chance.randrange(1, 50)}"),
        "documents, full text": times(lambda: f"/documents?text={word()}"),
        "document": times(lambda: f"/documents/{chance.choice(documents)}"),
        "speakers": times(lambda: f"/speakers?page={chance.randrange(1, 10)}"),
        "speaker": times(lambda: f"/speakers/{pick(speakers)}"),
        "party": times(lambda: f"/parties/{chance.choice(world.parties)}"),
        "places": times(lambda: f"/places?page={chance.randrange(1, 10)}"),
        "place": times(lambda: f"/places/{pick(places)}"),
        "measures": ["/measures"] * 5,
        "measure": times(lambda: f"/measures/{pick(list(MEASURES))}"),
        "findings": times(lambda: f"/findings?page={chance.randrange(1, 10)}"),
        "map": times(lambda: f"/map?measure={pick(list(MEASURES))}"),
        "map data": times(lambda: f"/map.json?measure={pick(list(MEASURES))}"),
        "map data, words of the rest": times(
            lambda: f"/map.json?told=rest&measure={pick(list(MEASURES))}"
        ),
        "review": ["/review", "/review?queue=finding"] * 5,
    }


def measure(
    workspace: Workspace, rounds: int, beside: Callable[[], float] = lambda: 0.0
) -> dict[str, dict[str, float]]:
    """Give per kind of question the median and 95th percentile in milliseconds.

    Args:
        workspace: To ask.
        rounds: Requests of each kind.
        beside: Gives the processor seconds that others spent on it so far.
    """
    client = TestClient(make_app(workspace), base_url="http://127.0.0.1:8000")
    asked = questions(workspace, random.Random(11))
    found = {}
    for kind, addresses in asked.items():
        client.get(addresses[0])
        spent, sizes = [], []
        for address in (addresses * rounds)[:rounds]:
            others = -beside()
            began = time.process_time()
            response = client.get(address, headers={"accept-encoding": "gzip"})
            own = time.process_time() - began
            spent.append(1000 * (own + others + beside()))
            assert response.status_code in (200, 404), (address, response.text[:300])
            sizes.append(int(response.headers.get("content-length", 0)))
        spent.sort()
        found[kind] = {
            "p50_ms": round(spent[len(spent) // 2], 1),
            "p95_ms": round(spent[min(len(spent) - 1, int(len(spent) * 0.95))], 1),
            "gzip_kb": round(max(sizes) / 1024, 1),
        }
        print(f"{kind:30} {found[kind]}", flush=True)
    return found


PAINTED = ("/", "/claims", "/measures/people.killed", "/findings", "/review", "/map")
PAINT = """() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime"""


def paint(workspace: Workspace) -> dict[str, float]:
    """Give per page the median of five first paints in headless Chromium, wall time."""
    import socket
    import threading

    import uvicorn
    from playwright.sync_api import sync_playwright

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(16)
    server = uvicorn.Server(
        uvicorn.Config(make_app(workspace), log_level="warning", lifespan="off")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-sync"]
    flags.append("--disable-background-networking")
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=flags
        )
        for path in PAINTED:
            times = []
            for _ in range(5):
                page = browser.new_page()
                page.goto(address + path)
                page.wait_for_timeout(300)
                times.append(page.evaluate(PAINT))
                page.close()
            found[path] = round(sorted(t for t in times if t)[len(times) // 2])
            print(path, found[path], [round(t or 0) for t in times], flush=True)
        browser.close()
    server.should_exit = True
    thread.join()
    return found


MAP = (
    "/map",
    "/map.json",
    "/map.json?told=rest",
    "/static/style.css",
    "/static/pages.js",
    "/static/map.js",
    "/static/map-base.json",
    "/static/icon.svg",
)
"""All that the map page loads, with as many claims as it draws."""


def weigh_map(workspace: Workspace) -> float:
    """Give the KB of the map with everything it loads, gzipped as they travel."""
    client = TestClient(make_app(workspace), base_url="http://127.0.0.1:8000")
    sizes = []
    for path in MAP:
        with client.stream("GET", path, headers={"accept-encoding": "gzip"}) as given:
            sizes.append(sum(len(piece) for piece in given.iter_raw()))
    print("the map in all", dict(zip(MAP, sizes, strict=True)), flush=True)
    return round(sum(sizes) / 1024, 1)


PASTED = (
    "Colonel Ivo Bel of the Vessian General Staff said on Monday that over 1,100"
    " soldiers of Tarn were killed near Olmar in the past five days. The Tarn Ministry"
    " of Defence denied it and said that 24 settlements had been retaken, among them"
    " Bren and Kest. A resident of Olmar told the Steppe Post that about thirty houses"
    " were damaged on Sunday night. According to the mayor, 3,000 people had left."
)
"""Sentences of a report, repeated up to a thousand words."""


def hand_in() -> dict[str, float]:
    """Give the processor seconds in which 1,000 pasted words come back as claims."""
    words = (PASTED.split() * 20)[:1000]
    spent = []
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace(f"{folder}/pasted.db") as workspace,
    ):
        home = "http://127.0.0.1:8000"
        client = TestClient(make_app(workspace), base_url=home)
        client.headers["Origin"] = home
        for number in range(6):
            text = f"Report {number}. " + " ".join(words)
            form = {"text": text, "published": "2030-06-03"}
            began = time.process_time()
            assert client.post("/", data=form).status_code == 200
            spent.append(round(time.process_time() - began, 2))
    found = {"first": spent[0], "median_of_five": sorted(spent[1:])[2]}
    print("1,000 words handed in", found, flush=True)
    return found


def main() -> None:
    """Build what is missing, measure, write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--path", type=Path)
    parser.add_argument("--paint", action="store_true", help="first paint only")
    arguments = parser.parse_args()
    path = arguments.path or ROOT / "build" / f"pages-{arguments.claims}.db"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        build(path, arguments.claims)
    with Workspace(str(path), create=False) as workspace:
        if arguments.paint:
            results = {"first_paint_ms": paint(workspace)}
        else:
            pages = measure(workspace, arguments.rounds)
            results = {"claims": arguments.claims, "pages": pages}
            results["rounds"] = arguments.rounds
            results["thousand_words_s"] = hand_in()
            results["map_kb"] = weigh_map(workspace)
            results["load"] = [round(load, 1) for load in os.getloadavg()]
    if RESULTS.exists():
        results = {**json.loads(RESULTS.read_text()), **results}
    RESULTS.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
