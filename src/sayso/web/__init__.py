"""Pages on this machine: explore, read and review a ledger in a browser, offline."""

from sayso.web.page import Page
from sayso.web.pages import claims, document, home

PAGES: tuple[Page, ...] = (
    home.PAGE,
    claims.PAGE,
    claims.ONE,
    document.PAGE,
)
"""Every page, in the order of the menu."""

__all__ = ["PAGES", "Page"]
