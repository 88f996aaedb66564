"""The site's layout: every page has its place, links hold, nothing from elsewhere."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = Path("docs/exports.md")


@pytest.fixture(scope="module")
def site():
    spec = importlib.util.spec_from_file_location("site_pages", ROOT / "docs/site.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_page_is_in_the_menu(site):
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("nav:")[2]
    named = set(re.findall(r": (\S+\.md)$", menu, re.MULTILINE))
    pages = {path.as_posix() for path in site.sources()} - {"README.md"}
    assert named - {"index.md", "docs/reference.md"} == pages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](ledger.md#erasing)", "[a](ledger.md#erasing)"),
        ("[start](../README.md#try-it)", "[start](../index.md#try-it)"),
        ("[LICENSE](../LICENSE)", "`LICENSE`"),
        ("[`run`](../bench/run.py)", "`run`"),
        ("[out](https://example.org/)", "[out](https://example.org/)"),
        ("[here](#formats)", "[here](#formats)"),
    ],
)
def test_links_hold_in_the_site(site, text, expected):
    assert site.relinked(text, PAGE, set(site.sources())) == expected


def test_no_script_from_elsewhere_stays(site):
    page = '<script src="https://unpkg.com/iframe-worker/shim"></script><p>a</p>'
    shown = site.on_post_page(page)
    assert "https://" not in shown
    assert shown.endswith("<p>a</p>")
    assert site.on_post_template(page) == shown
