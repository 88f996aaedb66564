"""Review by keyboard, end to end; the marked words dragged to where they belong."""

import pytest

from sayso.ledger import Status


@pytest.fixture
def review(visit, site):
    """A tab at the review, with a pseudonym; what it did is undone by nobody."""
    page = visit().go("/review")
    page.get_by_label("Your name here").fill("Keys")
    page.keyboard.press("Escape")
    return page


def current(page) -> str:
    return page.locator("#rule input[name=claim]").get_attribute("value")


def status(site, claim) -> Status:
    return site.workspace.ledger.claim(claim).status


def listening(page) -> None:
    """Wait until the page just opened has run its script and hears keys."""
    page.wait_for_load_state("load")


def said(page) -> str:
    page.locator("#undo-last").wait_for()
    listening(page)
    return page.locator("#undo-last").inner_text()


def test_confirm_and_undo(review, site):
    claim = current(review)
    review.keyboard.press("c")
    assert said(review).startswith("Reading confirmed")
    assert status(site, claim) is Status.CONFIRMED
    assert current(review) != claim
    review.keyboard.press("u")
    review.get_by_text("Last ruling undone").wait_for()
    assert status(site, claim) is Status.UNREVIEWED


def test_reject_asks_for_a_reason_and_enter_sends_it(review, site):
    claim = current(review)
    review.keyboard.press("r")
    assert review.evaluate("document.activeElement.id") == "reason"
    review.keyboard.type("another number")
    review.keyboard.press("Enter")
    assert said(review).startswith("Reading rejected")
    assert status(site, claim) is Status.REJECTED
    review.keyboard.press("u")
    review.get_by_text("Last ruling undone").wait_for()


def test_next_previous_and_help(review, site):
    first = current(review)
    review.keyboard.press("j")
    review.wait_for_url("**claim=**")
    listening(review)
    assert current(review) != first
    review.keyboard.press("k")
    review.locator(f"#rule input[value='{first}']").wait_for(state="attached")
    listening(review)
    review.keyboard.press("?")
    assert review.locator("#help").get_attribute("open") is not None


def test_letters_typed_into_a_field_are_letters(review, site):
    claim = current(review)
    review.get_by_label("Reason").first.click()
    review.keyboard.type("crumbs just")
    assert review.get_by_label("Reason").first.input_value() == "crumbs just"
    assert current(review) == claim
    assert status(site, claim) is Status.UNREVIEWED


def test_a_field_is_edited(review, site):
    claim = current(review)
    review.keyboard.press("e")
    low = review.locator("#edit-form [name=low]")
    assert low.evaluate("node => node === document.activeElement")
    low.fill("12345")
    review.locator("#edit-form [name=high]").fill("")
    review.locator("#edit-form [name=bound]").select_option("at_least")
    review.get_by_role("button", name="Save the edit").click()
    assert said(review).startswith("Reading edited")
    held = site.workspace.ledger.claim(claim)
    assert (held.status, str(held.claim.quantity.low)) == (Status.EDITED, "12345")
    review.keyboard.press("u")
    review.get_by_text("Last ruling undone").wait_for()


def test_an_edge_of_the_words_is_moved_by_keys(review, site):
    review.keyboard.press("e")
    end = review.locator("#edit-form [name=end]")
    before, words = int(end.input_value()), review.locator("#passage mark").inner_text()
    review.locator(".edge-end").focus()
    review.keyboard.press("Shift+ArrowLeft")
    assert int(end.input_value()) == before - 1
    assert review.locator("#passage mark").inner_text() == words[:-1]
    assert review.evaluate("document.activeElement.dataset.edge") == "end"


def test_an_edge_of_the_words_is_dragged(review, site):
    review.keyboard.press("e")
    start = review.locator("#edit-form [name=start]")
    before = int(start.input_value())
    box = review.locator("#passage").bounding_box()
    edge = review.locator(".edge-start").bounding_box()
    review.mouse.move(edge["x"] + 3, edge["y"] + 8)
    review.mouse.down()
    review.mouse.move(box["x"] + 30, box["y"] + 12, steps=4)
    review.mouse.up()
    moved = int(start.input_value())
    assert moved < before
    passage = review.locator("#passage")
    base = int(passage.get_attribute("data-start"))
    text = passage.evaluate("node => node.textContent")
    end = int(review.locator("#edit-form [name=end]").input_value())
    marked = review.locator("#passage mark").inner_text()
    assert text[moved - base : end - base] == marked


def test_two_reviewers_disagree_in_two_tabs(visit, site):
    claim = site.workspace.claims()
    claim = next(h.id for h in claim if h.status is Status.UNREVIEWED)
    for name, key in (("Ada", "Confirm reading"), ("Bo", "Reject")):
        page = visit().go(f"/review?claim={claim}")
        page.get_by_label("Your name here").fill(name)
        page.get_by_label("Reason").first.fill("as I read it")
        page.get_by_role("button", name=key).click()
        page.locator("#undo-last").wait_for()
    page = visit().go(f"/review?queue=disputed&claim={claim}")
    rows = page.locator("table.rulings tbody tr")
    assert rows.count() == 2
    assert page.get_by_text("reviewers disagree").count() >= 2
