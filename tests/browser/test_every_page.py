"""Every page: nothing in the console, nothing foreign, nothing axe objects to."""

import pytest
from addresses import PAGES, fill

from conftest import NARROW, ROOT, WIDE

AXE = ROOT / "mapscript" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (390, 768, 1280)
LOOKS = {
    "wide-light": {"viewport": WIDE, "color_scheme": "light"},
    "narrow-dark": {"viewport": NARROW, "color_scheme": "dark"},
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_page_is_quiet_fits_and_is_accessible(visit, site, output, name, look):
    tab = visit(reduced_motion="reduce", **LOOKS[look])
    page = tab.go(fill(site, PAGES[name]))
    if name == "map":
        page.locator("#map-frame[data-ready]").wait_for()
        page.wait_for_timeout(200)
    if name == "not-there":
        tab.faults[:] = [fault for fault in tab.faults if "404" not in fault]
    width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.screenshot(path=output / f"{name}-{look}.png", full_page=True)
    assert page.locator("h1").count() == 1
    assert width <= 0, f"{width} pixels hang over"
    assert objections(page) == []
    for width in WIDTHS if look == "wide-light" else ():
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, f"{over} pixels hang over at {width}"
        if width == 768:
            page.screenshot(path=output / f"{name}-middle-light.png", full_page=True)


def objections(page) -> list[str]:
    """What axe-core finds with everything unfolded; nothing where axe is not here."""
    if not AXE.is_file():
        return []
    for details in page.locator("details").all():
        details.evaluate("node => { node.open = true; }")
    # Evaluated from outside, so the page's policy stays as visitors meet it.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "rules => axe.run({runOnly: {type: 'tag', values: rules}})", RULES
    )
    return [
        f"{fault['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for fault in found["violations"]
        for node in fault["nodes"][:4]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_picture_is_described(name):
    words = (ROOT / "docs" / "pages.md").read_text(encoding="utf-8")
    assert f"`{name}`" in words


def test_axe_is_here_to_object():
    if not AXE.is_file():
        pytest.skip("no axe-core: npm ci --prefix mapscript")


@pytest.mark.parametrize("name", ["claims", "document", "measure", "findings"])
def test_page_prints(visit, site, output, name):
    page = visit().go(fill(site, PAGES[name]))
    printed = page.pdf(path=output / f"{name}.pdf", format="A4", print_background=True)
    assert printed.startswith(b"%PDF")
    page.emulate_media(media="print")
    menus = page.locator(".top nav").all()
    assert len(menus) == 2
    assert not any(menu.is_visible() for menu in menus)


def test_no_page_needs_a_pointer(visit, site):
    page = visit().go("/claims")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_motion_is_reduced_when_asked(visit):
    page = visit(reduced_motion="reduce").go("/claims")
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(behaviour) == "auto"
