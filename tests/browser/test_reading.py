"""From a number to its exact words, to who said it, to the chain; with and without
scripts."""

import pytest

REPORT = (
    "OLMAR, June 2. The Vessian General Staff said on Monday that 37 drones had been"
    " shot down over Olmar.\n\nA second line <b>with marks</b> \u202e follows."
)


def test_number_to_words_to_speaker_to_chain(visit, site):
    page = visit().go("/")
    page.get_by_role("link", name="Claims", exact=True).click()
    claim = page.locator("li.claim").filter(has_text="over 1,100").first
    words = claim.locator("a.exact")
    said = words.inner_text()
    words.click()
    lit = page.locator("a.chosen-words").first
    lit.wait_for()
    assert lit.inner_text() in said
    page.get_by_role("link", name="where they come from").click()
    assert page.locator("article.origin-chain").first.is_visible()
    assert "one origin" in page.locator("article.origin-chain h2").first.inner_text()


def test_words_and_claim_light_up_together(visit, site):
    page = visit().go(f"/documents/{site.documents['02-wire-0312']}")
    words = page.locator("a.quantity").first
    claim = words.get_attribute("data-claim")
    words.hover()
    assert "lit" in page.locator(f"#claim-{claim}").get_attribute("class")
    page.locator(f"#claim-{claim} a.exact").focus()
    assert "lit" in words.get_attribute("class")


def test_a_deep_link_finds_its_words(visit, site):
    held = next(iter(site.workspace.claims()))
    page = visit().go(f"/claims/{held.id}")
    lit = page.locator("a.chosen-words").first
    lit.wait_for()
    assert lit.get_attribute("id") == f"words-{held.id}"


def test_every_mark_of_a_chart_is_reached_and_named(visit, site):
    page = visit().go("/measures/people.casualties")
    mark = page.locator("svg a.mark").first
    mark.focus()
    assert mark.get_attribute("aria-label")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_pasted_report_is_read(visit, site, scripts):
    page = visit(java_script_enabled=scripts).go("/")
    page.get_by_label("Paste a report, or drop a file here").fill(
        REPORT + f" {scripts}"
    )
    page.get_by_label("Outlet").fill("Test Post")
    page.get_by_label("Published").fill("2030-06-03")
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_url("**/documents/**")
    assert "37 drones" in page.locator("p.text").first.inner_text()
    assert "⟨U+202E⟩" in page.locator(".reading").inner_text()
    assert page.locator("p.text b").count() == 0


def test_without_scripts_claims_are_found_and_ruled(visit, site):
    page = visit(java_script_enabled=False).go("/claims")
    page.get_by_label("Words").fill("losses")
    page.get_by_role("button", name="Show").click()
    assert "text=losses" in page.url
    page.locator("li.claim a.exact").first.click()
    section = page.locator("div.beside-claim:target")
    section.get_by_role("link", name="review").click()
    page.get_by_label("Your name here").fill("Plain")
    page.get_by_role("button", name="Unsure").click()
    assert page.locator("#undo-last").inner_text().startswith("Left for later")
    page.get_by_role("button", name="Undo", exact=True).click()
    assert "Last ruling undone" in page.locator("#undo-last").inner_text()


def test_a_dropped_file_is_chosen(visit, site):
    page = visit().go("/")
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["Words of a report."], "dropped.txt"));
          const event = new DragEvent("drop", { dataTransfer: data, bubbles: true });
          document.getElementById("hand-in-form").dispatchEvent(event);
        }"""
    )
    files = "document.querySelector('input[type=file]').files"
    assert page.evaluate(f"{files}[0].name") == "dropped.txt"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_finding_is_dismissed_with_a_reason_and_taken_back(visit, site, scripts):
    page = visit(java_script_enabled=scripts).go("/findings")
    finding = page.locator("article.finding").first
    identifier = finding.get_attribute("id")
    finding.get_by_text("Accept or dismiss").click()
    finding.get_by_label("Your name here").fill("Cy")
    finding.get_by_label("Reason").fill("two different areas")
    finding.get_by_role("button", name="Dismiss").click()
    page.wait_for_url(f"**#{identifier}")
    finding = page.locator(f"#{identifier}")
    assert "two different areas" in finding.inner_text()
    assert finding.locator(".status").first.inner_text() == "dismissed"
    finding.get_by_text("Accept or dismiss").click()
    finding.get_by_role("button", name="Undo mine").click()
    page.locator(f"#{identifier} .status-unreviewed").wait_for()


def test_claims_in_view_are_taken_out_as_a_file(visit, site):
    page = visit(accept_downloads=True).go("/claims?measure=people.captured")
    shown = int(page.locator(".list-head .count strong").inner_text())
    page.get_by_role("link", name="Take out").click()
    with page.expect_download() as kept:
        page.get_by_role("link", name="csv", exact=True).click()
    lines = kept.value.path().read_text(encoding="utf-8").splitlines()
    assert kept.value.suggested_filename == "sayso-claims.csv"
    assert len(lines) >= shown + 1


def test_the_dossier_is_printed(visit, site, output):
    page = visit(accept_downloads=True).go("/export?measure=territory.gained")
    with page.expect_download() as kept:
        page.get_by_role("link", name="dossier", exact=True).click()
    path = output / "dossier.html"
    kept.value.save_as(path)
    opened = page.context.new_page()
    opened.goto(path.as_uri())
    printed = opened.pdf(path=output / "dossier.pdf", format="A4")
    assert printed.startswith(b"%PDF")
    assert "Dossier of claims" in opened.locator("h1").inner_text()


def test_a_chart_is_taken_out_as_a_picture(visit):
    page = visit(accept_downloads=True).go("/measures/people.casualties?each=speaker")
    with page.expect_download() as kept:
        page.locator("#as-png button").click()
    assert kept.value.suggested_filename.endswith(".png")
    picture = kept.value.path().read_bytes()
    width = int.from_bytes(picture[16:20], "big")
    assert picture.startswith(b"\x89PNG")
    assert width == 2 * page.locator("#series svg").first.evaluate(
        "node => node.viewBox.baseVal.width"
    )
