"""Pages in three languages over reports in three: they fit, and axe has nothing."""

from datetime import date

import pytest
from test_every_page import objections

from sayso.model import Document
from sayso.workspace import Workspace
from sayso.workspace.events import load_events

WIDTHS = (390, 768, 1280)
MAIN = ("/", "/claims", "/review", "/names", "/incidents?least=1", "/findings")


TOLD = {
    "Harbour Desk": "A missile hit a market in Kupiansk on 3 May 2025 and killed 12"
    " people, the governor Anna Roe said.",
    "Заречный вестник": "3 мая 2025 года ракета попала в рынок в Купянске. Погибли 12"
    " человек, сообщила губернатор Анна Ревина.",
    "Слобідський огляд": "3 травня 2025 року ракета влучила в ринок у Куп'янську."
    " Загинули 12 людей, повідомила очільниця області Ганна Ревіна.",
}
"""One invented event, told by invented people of invented outlets."""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Three reports of one event, each in another language."""
    path = tmp_path_factory.mktemp("told") / "three.db"
    with Workspace(str(path)) as workspace:
        day = date(2025, 5, 4)
        documents = [
            Document(text, outlet=o, published=day) for o, text in TOLD.items()
        ]
        list(workspace.read(documents))
        yield workspace


def address_of(workspace, outlet):
    held = workspace.ledger.documents()
    return next(f"/documents/{d.id}" for d in held if d.facts.outlet == outlet)


@pytest.mark.parametrize("code", ["ru", "uk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_main_pages_fit_in_every_language(tab_on, kursk, output, code, scheme):
    tab = tab_on(kursk)
    tab.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    document = address_of(kursk, "Подільський оглядач")
    tab.go(f"/?lang={code}")
    for path in (*MAIN, document):
        for width in WIDTHS:
            tab.page.set_viewport_size({"width": width, "height": 900})
            page = tab.go(path)
            assert page.locator("html").get_attribute("lang") == code
            over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert over <= 0, f"{path} at {width}: {over} pixels hang over"
        name = path.strip("/").partition("?")[0].partition("/")[0] or "start"
        page.screenshot(path=output / f"{name}-{code}-{scheme}.png", full_page=True)
        assert objections(page) == []


def test_menu_is_one_line_on_a_desk(tab_on, kursk):
    tab = tab_on(kursk)
    for code in ("en", "ru", "uk"):
        page = tab.go(f"/claims?lang={code}")
        tops = page.evaluate(
            "[...document.querySelectorAll('.top nav:not(.languages) li')]"
            ".map(node => node.offsetTop)"
        )
        assert len(set(tops)) == 1


def test_one_event_stands_in_three_languages_side_by_side(tab_on, told, output):
    events = load_events(told)
    held = {d.id: d.facts.language for d in told.ledger.documents()}
    languages = {"en", "ru", "uk"}
    incident = next(
        i for i in events.incidents if {held[key] for key in i.documents} == languages
    )
    page = tab_on(told).go(f"/incidents/{incident.id}?lang=uk")
    shown = page.locator(".tongues article")
    assert shown.count() == 3
    quoted = shown.locator("q").evaluate_all("nodes => nodes.map(node => node.lang)")
    assert set(quoted) == languages
    tops = shown.evaluate_all("nodes => nodes.map(node => node.offsetTop)")
    assert len(set(tops)) == 1
    page.screenshot(path=output / "incident-three-languages.png", full_page=True)
    assert objections(page) == []


def test_scripts_speak_the_language_of_the_page(tab_on, kursk):
    page = tab_on(kursk).go(f"{address_of(kursk, 'Northline Press')}?lang=ru")
    page.locator(".reading").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".pick-bar button").all_text_contents() == [
        *("Заявление", "Атрибуция", "Здесь нет заявления"),
    ]


@pytest.mark.parametrize(
    ("code", "heading", "sums"),
    [
        ("en", "Claims in view of the days chosen", "claims"),
        ("ru", "Заявления за выбранные дни", "заявлен"),
        ("uk", "Заяви за вибрані дні", "заяв"),
    ],
)
def test_the_maps_script_speaks_the_pages_language(
    tab_on, kursk, output, code, heading, sums
):
    page = tab_on(kursk).go(f"/map?lang={code}")
    page.locator("#map-frame[data-ready]").wait_for()
    assert page.locator("#map-heading").inner_text() == heading
    assert sums in page.locator("#map-sum").inner_text()
    first = page.locator("#map-list li").first
    is_english = code == "en"
    assert ("said" in first.inner_text()) <= is_english
    page.wait_for_timeout(300)
    page.screenshot(path=output / f"map-words-{code}.png", full_page=True)


@pytest.mark.parametrize("code", ["ru", "uk"])
def test_claims_are_narrowed_to_one_language(tab_on, kursk, output, code):
    page = tab_on(kursk).go(f"/claims?lang={code}")
    links = page.locator("[aria-labelledby=facet-language] a")
    assert links.count() == 3
    page.screenshot(path=output / f"languages-{code}.png")
    links.last.click()
    quoted = page.locator("li.claim q").evaluate_all("all => all.map(q => q.lang)")
    assert len(set(quoted)) == 1
