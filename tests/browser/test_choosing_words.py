"""Words of a text chosen by pointer and by keys, and what is made of them."""

import pytest

from conftest import NARROW
from sayso.ledger import Filters


@pytest.fixture
def document(visit, site):
    page = visit().go(f"/documents/{site.documents['02-wire-0312']}")
    page.locator(".reading[tabindex='0']").wait_for()
    return page


def chosen(page):
    return page.evaluate("getSelection().toString()")


def choose_by_pointer(page, words):
    """Drag over the first place where some words stand in the text."""
    box = page.evaluate(
        """words => {
          const walker = document.createTreeWalker(
            document.querySelector("[data-start]"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            const box = range.getBoundingClientRect();
            return [box.left, box.right, (box.top + box.bottom) / 2];
          }
        }""",
        words,
    )
    left, right, middle = box
    page.mouse.move(left + 1, middle)
    page.mouse.down()
    page.mouse.move(right - 1, middle, steps=5)
    page.mouse.up()


def test_words_chosen_by_pointer_are_the_words_of_the_text(document, site):
    words = document.locator("[data-start]").first.inner_text().split()[0].strip(",")
    choose_by_pointer(document, words)
    bar = document.get_by_role("toolbar")
    bar.wait_for()
    assert words in bar.inner_text()
    bar.get_by_role("button", name="Claim", exact=True).click()
    document.wait_for_url("**/words?**")
    assert document.locator("#passage mark").first.inner_text().strip(".,“”") == words


@pytest.mark.parametrize("kind", [".unread", "a.quantity"])
def test_figures_are_chosen_by_pointer_as_other_words_are(visit, site, kind):
    """No choice begins on what takes the focus, unless the page sees to it."""
    page = visit().go(f"/documents/{site.documents['16-april-0426']}")
    page.locator(".reading[tabindex='0']").wait_for()
    figure = page.locator(f"[data-start] {kind}").first
    figure.scroll_into_view_if_needed()
    line = figure.evaluate("figure => figure.getClientRects()[0].toJSON()")
    middle = line["top"] + line["height"] / 2
    page.mouse.move(line["left"] + 1, middle)
    page.mouse.down()
    page.mouse.move(line["right"] - 1, middle, steps=5)
    page.mouse.up()
    assert figure.inner_text().startswith(chosen(page).strip())
    assert len(chosen(page)) > 4
    page.get_by_role("toolbar").wait_for()
    assert "#" not in page.url
    page.mouse.click(5, 5)
    link = page.locator("[data-start] a.quantity").first
    link.click()
    page.wait_for_url("**" + link.get_attribute("href"))


def test_words_are_chosen_by_keys_alone(document, site):
    document.locator(".reading").focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        document.keyboard.press(key)
    words = chosen(document)
    assert len(words.split()) == 3
    document.keyboard.press("Enter")
    document.keyboard.press("ArrowRight")
    document.keyboard.press("Enter")
    document.wait_for_url("**as=attribution**")
    start, end = document.locator("[name=words-content]").input_value().split("-")
    text = site.workspace.ledger.text(site.documents["02-wire-0312"])
    assert text[int(start) : int(end)] == words


def test_a_field_is_pointed_at_and_saved(document, site):
    held = next(site.workspace.claims(Filters(document=site.documents["02-wire-0312"])))
    document.goto(site.url(f"/documents/{held.claim.document}/words?claim={held.id}"))
    document.locator("#passage[tabindex='0']").focus()
    document.keyboard.press("ArrowRight")
    words = chosen(document)
    document.get_by_role("button", name="Who did it").click()
    assert document.get_by_label("Who did it").first.input_value() == words
    document.get_by_label("Your name here").fill("Keys")
    document.get_by_role("button", name="Save the claim").click()
    document.wait_for_url(f"**#claim-{held.id}")
    ledger = site.workspace.ledger
    edited = ledger.claim(held.id).claim
    assert edited.actor == words
    assert [s.text for e in edited.evidence if e.field == "actor" for s in e.spans] == [
        words
    ]
    document.get_by_role("link", name="review", exact=True).first.wait_for()
    document.goto(site.url(f"/review?claim={held.id}"))
    document.get_by_role("button", name="Undo mine").click()
    document.get_by_text("Last ruling undone").wait_for()
    assert ledger.claim(held.id).claim.actor == held.claim.actor


def test_offsets_hold_behind_signs_of_two_units_and_withheld_names(visit, site):
    from sayso.model import Document

    text = "🚀 No.\u202e Prisoner Yuri Belan, 34, said little; 77 boats were sunk."
    list(site.workspace.read([Document(text, name="odd")]))
    document = site.workspace.document("odd").id
    page = visit().go(f"/documents/{document}")
    page.locator(".reading[tabindex='0']").focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
        if chosen(page) == "boats":
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/words?**")
    at = text.index("boats")
    assert f"start={at}&end={at + 5}" in page.url


def test_words_chosen_by_touch_are_taken_by_a_tap(visit, site):
    """The system's handles choose; the page sees the selection and is tapped."""
    tab = visit(viewport=NARROW, has_touch=True, is_mobile=True)
    page = tab.go(f"/documents/{site.documents['02-wire-0312']}")
    page.locator(".reading[tabindex='0']").wait_for()
    words = page.evaluate(
        """() => {
          const walker = document.createTreeWalker(
            document.querySelector("[data-start]"), NodeFilter.SHOW_TEXT);
          const node = walker.nextNode();
          getSelection().setBaseAndExtent(node, 0, node, 5);
          return getSelection().toString();
        }"""
    )
    bar = page.get_by_role("toolbar")
    bar.wait_for()
    assert words in bar.inner_text()
    button = bar.get_by_role("button", name="Claim", exact=True)
    assert button.bounding_box()["height"] >= 24
    button.tap()
    page.wait_for_url("**/words?**")
    assert page.locator("#passage mark").first.inner_text().startswith(words)
