"""Narrow screens: what a wide one shows at once is not cut off."""

import pytest
from addresses import PAGES, fill

from conftest import NARROW, WIDE

MIDDLE = {"width": 768, "height": 900}
CUT = """nodes => nodes.filter(node => {
    const box = node.getBoundingClientRect();
    return box.width && (box.left < 0 || box.right > innerWidth);
}).map(node => node.textContent.trim())"""
"""The texts of what one would have to scroll sideways for."""


@pytest.mark.parametrize("size", [NARROW, MIDDLE], ids=["narrow", "middle"])
def test_accounts_of_an_incident_are_not_cut(visit, site, size):
    page = visit(viewport=size).go(fill(site, PAGES["incident"]))
    cells = page.locator(".accounts :is(th[scope=row], td)")
    assert cells.count() >= 7
    assert cells.evaluate_all(CUT) == []
    label = "getComputedStyle(document.querySelector('.accounts td'), '::before')"
    assert "Counts" in page.evaluate(f"{label}.content")


@pytest.mark.parametrize("name", ["places", "speakers", "measures", "agreement"])
def test_counts_of_a_list_are_not_cut(visit, site, name):
    page = visit(viewport=NARROW).go(fill(site, PAGES[name]))
    assert page.locator("table.index thead th").evaluate_all(CUT) == []


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_counts_of_places_stay_in_sight_in_longer_words(visit, site, language):
    page = visit(viewport=NARROW).go(f"/places?lang={language}")
    assert page.locator("table.index .right:last-child").evaluate_all(CUT) == []


@pytest.mark.parametrize("size", [NARROW, MIDDLE], ids=["narrow", "middle"])
def test_names_of_a_chart_stand_below_it(visit, site, size):
    page = visit(viewport=size).go("/measures/people.casualties")
    named = page.locator(".series > .kinds.narrow li")
    drawn = page.locator(".series > .wide-scroll .voice-name")
    assert named.count() == drawn.count() > 0
    assert named.evaluate_all(CUT) == []
    caption = page.locator(".series > .note.narrow")
    assert caption.inner_text().startswith("Documents held, by outlet and day: ")
    assert "From the top line: " in caption.inner_text()
    assert caption.evaluate_all(CUT) == []
    in_drawing = page.locator(".series > .wide-scroll .strips .above")
    assert not in_drawing.is_visible(), "it is cut until one scrolls"
    page.set_viewport_size(WIDE)
    assert not named.first.is_visible()
    assert in_drawing.is_visible()


def test_words_and_their_fields_are_near(visit, site):
    page = visit(viewport=NARROW).go(fill(site, PAGES["words"]))
    assert page.locator("#passage").bounding_box()["height"] < 400
    assert page.locator("#passage mark").first.is_visible()


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_marks_are_explained_as_they_look(visit, site, language):
    page = visit().go(fill(site, PAGES["document"]) + f"?lang={language}")
    kinds = page.locator(".legend li > span").evaluate_all(
        "nodes => nodes.map(node => node.className)"
    )
    assert kinds == "source cue content quantity period place unread".split()
