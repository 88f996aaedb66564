"""Pages in Russian and Ukrainian: chosen by address, cookie, setting or browser."""

import re

import pytest
from starlette.testclient import TestClient
from visitor import HOST, parse

from sayso.web.app import make_app
from sayso.web.interface import day_of, say_many, speaking, whole_number
from sayso.web.wording import is_plural

CODES = ("en", "ru", "uk")
HEADINGS = {"en": "Claims", "ru": "Заявления", "uk": "Заяви"}
PATHS = (
    "/ /claims /documents /speakers /measures /places /names /draft /incidents?least=1"
    " /origins /findings /questions /map /export /review /review/agreement"
    " /review/corrections /nowhere"
).split()


def heading(response):
    return parse(response.text).one("h1").text


@pytest.mark.parametrize("code", CODES)
def test_a_link_on_each_page_chooses_and_a_cookie_keeps_it(pages, code):
    link = pages.get("/documents").one("a", hreflang=code)["href"]
    assert link == f"/documents?lang={code}"
    pages.client.get(link)
    assert heading(pages.client.get("/claims")) == HEADINGS[code]


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("uk", "uk"),
        ("de, ru-RU;q=0.7, en;q=0.3", "ru"),
        ("en-GB, uk;q=0.9", "en"),
        ("fr", "en"),
        ("ru;q=0, uk;q=0.1", "uk"),
        ("*", "en"),
    ],
)
def test_the_browser_is_asked_where_nobody_chose(pages, accepted, code):
    response = pages.client.get("/claims", headers={"accept-language": accepted})
    assert heading(response) == HEADINGS[code]
    assert parse(response.text).one("html")["lang"] == code
    assert "set-cookie" not in response.headers


def test_a_setting_goes_before_the_browser_and_a_choice_before_both(workspace):
    client = TestClient(make_app(workspace, language="uk"), base_url=HOST)
    asked = {"accept-language": "ru"}
    assert heading(client.get("/claims", headers=asked)) == HEADINGS["uk"]
    response = client.get("/claims?lang=en", headers=asked)
    assert heading(response) == HEADINGS["en"]
    assert heading(client.get("/claims", headers=asked)) == HEADINGS["en"]


def test_a_language_that_is_none_of_the_pages_is_not_kept(pages):
    response = pages.client.get("/claims?lang=xx")
    assert heading(response) == HEADINGS["en"]
    assert "set-cookie" not in response.headers


def test_links_of_a_page_do_not_carry_the_language_along(pages):
    page = pages.get("/claims?lang=ru&order=published")
    links = [a["href"] for a in page.all("a") if not a.get("hreflang")]
    assert [link for link in links if "lang=" in link] == []
    assert page.one("a", hreflang="uk")["href"] == "/claims?order=published&lang=uk"


@pytest.mark.parametrize("form", [".json", ".csv"])
def test_records_for_machines_are_english_always(pages, form):
    plain = pages.client.get(f"/claims{form}").text
    asked = pages.client.get(f"/claims{form}", headers={"accept-language": "ru"}).text
    assert asked == plain
    assert "unreviewed" in plain


@pytest.mark.parametrize("code", ["ru", "uk"])
@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_whole_in_every_language(pages, path, code):
    separator = "&" if "?" in path else "?"
    response = pages.client.get(f"{path}{separator}lang={code}")
    assert response.status_code == (404 if path == "/nowhere" else 200)
    page = parse(response.text)
    assert page.one("html")["lang"] == code
    said = [node.text for node in page.all("button") if node.text]
    assert [words for words in said if re.fullmatch(r"[A-Za-z ]{3,}", words)] == []


@pytest.mark.parametrize("code", ["ru", "uk"])
def test_a_claim_begins_with_its_speaker_in_every_language(pages, code):
    pages.client.get(f"/claims?lang={code}")
    page = pages.get("/claims")
    voices = {p.all("a")[0].text for p in page.all("p", "said")}
    assert "Vessia Army Staff" in voices
    unvoiced = {"ru": "Без указания говорящего", "uk": "Без зазначення мовця"}[code]
    assert f"{unvoiced}, Steppe Post" in voices


def test_numbers_days_and_plurals_follow_the_language(pages):
    from datetime import date

    day = date(2030, 5, 2)
    shown = {}
    for code in CODES:
        with speaking(code):
            counts = [
                say_many("%(count)s claim", "%(count)s claims", n, count=n)
                for n in (1, 3, 5, 21, 1112)
            ]
            shown[code] = (day_of(day), whole_number(1234567), counts)
    assert shown["en"][:2] == ("2 May 2030", "1,234,567")
    assert shown["ru"][:2] == ("2 мая 2030", "1\u00a0234\u00a0567")
    assert shown["uk"][:2] == ("2 трав. 2030", "1\u00a0234\u00a0567")
    assert shown["en"][2][0] == "1 claim"
    assert [words.split()[-1] for words in shown["ru"][2]] == [
        *("заявление", "заявления", "заявлений", "заявление", "заявлений"),
    ]
    assert [words.split()[-1] for words in shown["uk"][2]] == [
        *("заява", "заяви", "заяв", "заява", "заяв"),
    ]


def test_words_withheld_are_told_in_the_language(pages):
    pages.client.get("/claims?lang=ru")
    assert "слова частного лица скрыты" in pages.get("/claims").text


@pytest.mark.parametrize(
    ("voice", "several"),
    [
        ("очевидцы", True),
        ("местные жители", True),
        ("люди", True),
        ("местные медики", True),
        ("Генштаб ВСУ", False),
        ("сводка", False),
        ("повідомленні штабу", False),
        ("українські військові", True),
    ],
)
def test_cyrillic_speakers_are_one_or_several(voice, several):
    assert is_plural(voice) is several
