"""The map: drawn, moved, narrowed by days and place; its bundle is what is built."""

import filecmp
import json
import re
import shutil
import subprocess
from dataclasses import replace

import pytest

import standin
from conftest import NARROW, ROOT
from sayso.workspace import Reader, Settings, Workspace

STATIC = ROOT / "src" / "sayso" / "web" / "static"
MAPSCRIPT = ROOT / "mapscript"


@pytest.fixture
def atlas(visit):
    page = visit().go("/map")
    page.locator("#map-frame[data-ready]").wait_for()
    page.wait_for_timeout(150)
    return page


def pixels(page) -> str:
    page.wait_for_timeout(150)
    return page.evaluate("document.getElementById('map').toDataURL()")


def test_it_is_drawn_in_several_colours(atlas):
    colours = atlas.evaluate(
        """() => {
          const map = document.getElementById("map");
          const data = map.getContext("2d").getImageData(0, 0, map.width, map.height);
          return new Set(new Uint32Array(data.data.buffer)).size;
        }"""
    )
    assert colours > 20


@pytest.mark.parametrize("key", ["ArrowLeft", "ArrowUp", "+", "-"])
def test_keys_move_it(atlas, key):
    before = pixels(atlas)
    atlas.locator("#map").focus()
    atlas.keyboard.press(key)
    assert pixels(atlas) != before


def test_dragging_moves_it(atlas):
    before = pixels(atlas)
    box = atlas.locator("#map").bounding_box()
    atlas.mouse.move(box["x"] + 300, box["y"] + 300)
    atlas.mouse.down()
    atlas.mouse.move(box["x"] + 350, box["y"] + 340, steps=3)
    atlas.mouse.up()
    assert pixels(atlas) != before


def test_days_drive_map_and_list(atlas):
    def count() -> int:
        return int(atlas.locator("#map-sum").inner_text().split()[0])

    before, drawn = count(), pixels(atlas)
    atlas.locator("#map-from").focus()
    atlas.keyboard.press("End")
    assert count() < before
    assert pixels(atlas) != drawn


def test_a_place_is_chosen_from_the_list(atlas):
    button = atlas.locator("[data-place-id]").first
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert atlas.locator("#map-heading").inner_text().startswith("Claims in ")
    claims = atlas.locator("#map-list li")
    assert claims.count() >= 1
    assert claims.first.locator("b").inner_text()
    atlas.get_by_role("button", name="all places").click()
    assert button.get_attribute("aria-pressed") == "false"


def test_words_of_further_claims_come_when_they_are_listed(visit):
    tab, asked = visit(), []
    tab.page.on("request", lambda request: asked.append(request.url))
    page = tab.go("/map")
    page.locator("#map-frame[data-ready]").wait_for()
    claims = page.locator("#map-list li")
    assert claims.count() == 60
    assert not [url for url in asked if "told=rest" in url]
    with page.expect_response("**/map.json?**told=rest"):
        page.locator("#map-to").focus()
        page.keyboard.press("Home")
    page.wait_for_function("document.querySelector('#map-list').ariaBusy === 'false'")
    assert 0 < claims.count() < 60
    links = claims.locator("a")
    assert all(links.evaluate_all("all => all.map(a => a.innerText.trim() && a.href)"))
    links.first.click()
    page.wait_for_url("**/documents/**")


def test_lines_of_regions_are_known_and_no_area_is_a_country():
    base = json.loads((STATIC / "map-base.json").read_text(encoding="utf-8"))
    assert set(base["objects"]) == {"land", "boundaries", "lakes", "rivers"}
    assert base["objects"]["boundaries"]["type"] == "MultiLineString"
    assert len(base["regions"]["lines"].split()) > 1000


def test_the_map_names_whose_lines_it_draws(atlas):
    words = atlas.locator("main").inner_text()
    assert "Natural Earth" in words
    assert "visionscarto" in words


def test_the_map_page_is_light(visit):
    tab, sizes = visit(), []
    tab.page.on("response", lambda r: sizes.append(r.request.sizes()))
    page = tab.go("/map")
    page.locator("#map-frame[data-ready]").wait_for()
    total = sum(size["responseBodySize"] for size in sizes)
    assert 20_000 < total <= 250 * 1024


def test_the_committed_bundle_is_what_its_sources_give(tmp_path):
    if shutil.which("node") is None or not (MAPSCRIPT / "node_modules").is_dir():
        pytest.skip("no node or no packages: npm ci --prefix mapscript")
    subprocess.run(
        ["node", "build.mjs", str(tmp_path)], cwd=MAPSCRIPT, check=True, timeout=120
    )
    for name in ("map.js", "map-base.json"):
        assert filecmp.cmp(tmp_path / name, STATIC / name, shallow=False), name


@pytest.fixture
def layered(visit, site, tmp_path):
    """The map with the two invented series beside the example reports."""
    pytest.importorskip("shapely", reason="control polygons need the extra layers")
    from sayso.layers import Maker, Status
    from sayso.workspace.layering import add_layers

    folder = ROOT / "examples" / "kursk-2025-03" / "layers"
    for name, authority in (
        ("example-mapping-desk", "Example Mapping Desk"),
        ("sample-survey-office", "Sample Survey Office"),
    ):
        maker = Maker(authority, Status.ASSESSED_CONTROL, "Ukraine")
        add_layers(site.workspace, [folder / f"{name}.geojson"], maker)
    page = visit().go("/map")
    page.locator("#map-frame[data-ready]").wait_for()
    page.wait_for_timeout(150)
    return page


def test_another_day_of_the_layers_is_drawn_and_named(layered, output):
    before, said = pixels(layered), layered.locator("#map-layer-day").inner_text()
    layered.locator("#map-layer").focus()
    layered.keyboard.press("Home")
    assert pixels(layered) != before
    assert layered.locator("#map-layer-day").inner_text() == "1 Oct 2024" != said
    legend = layered.locator("#map-legend").inner_text()
    drawn = "Example Mapping Desk, assessed control by Ukraine, as of 1 Oct 2024"
    assert drawn in legend
    assert "Sample Survey Office" in legend
    layered.keyboard.press("ArrowRight")
    legend = layered.locator("#map-legend").inner_text()
    assert re.search(r"since 1 Oct 2024: \+[\d.]+ −[\d.]+ km²", legend), legend
    layered.screenshot(path=output / "map-layers.png")


def test_an_authority_is_taken_out_and_its_frame_with_it(layered):
    before = pixels(layered)
    layered.locator("#map-legend input").last.uncheck()
    assert pixels(layered) != before
    layered.locator("#map-legend input").first.uncheck()
    layered.locator("#map").focus()
    layered.keyboard.press("+")


def test_what_it_looks_at_is_kept_while_it_is_not_laid_out(layered):
    before = pixels(layered)
    frame = "document.getElementById('map-frame').style.display"
    layered.evaluate(f"{frame} = 'none'")
    layered.wait_for_timeout(150)
    layered.evaluate(f"{frame} = ''")
    assert pixels(layered) == before


def test_a_narrow_screen_shows_one_layer_at_first(layered, visit):
    page = visit(viewport=NARROW).go("/map")
    page.locator("#map-frame[data-ready]").wait_for()
    boxes = page.locator("#map-legend input")
    assert [box.is_checked() for box in boxes.all()] == [True, False]


REPORT = (
    "Tarn Ministry said 12 soldiers were captured in Olmar.\n\n"
    "Tarn Ministry said 13 soldiers were captured.\n\n"
    "Tarn Ministry said 9 soldiers were killed in Bren."
)
TOWN = standin.PLACES["Olmar"]


def carry_all(document):
    """Read, all that has no place of its own as carried from a town."""
    reading = standin.read_document(document)
    claims = [
        claim
        if claim.place == "Bren"
        else replace(claim, place="the town", located=TOWN)
        for claim in reading.claims
    ]
    return replace(reading, claims=tuple(claims))


@pytest.fixture(params=[standin.read_document, carry_all], ids=["said", "carried"])
def dotted(request, tab_on, tmp_path):
    """A map whose middle is the town, and whether its claims say so."""
    settings = Settings(reader=Reader(lambda: standin.READER, request.param))
    with Workspace(str(tmp_path / "dot.db"), settings=settings) as workspace:
        list(workspace.read([standin.make_document(REPORT)]))
        page = tab_on(workspace).go(f"/map?place={TOWN.id}")
        page.locator("#map-frame[data-ready]").wait_for()
        page.wait_for_timeout(150)
        yield page, request.param is carry_all


def test_a_carried_place_is_hollow_and_a_said_one_is_filled(dotted):
    page, is_carried = dotted
    middle, rim = page.evaluate(
        """() => {
          const map = document.getElementById("map");
          const data = map.getContext("2d")
            .getImageData(map.width / 2, map.height / 2, 8, 1).data;
          return [[...data.slice(0, 3)], [...data.slice(4 * 6, 4 * 6 + 3)]];
        }"""
    )
    differ = sum(abs(one - other) for one, other in zip(middle, rim, strict=True))
    assert (differ > 90) == is_carried
