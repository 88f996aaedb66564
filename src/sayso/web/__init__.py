"""Pages on this machine: explore, read and review a ledger in a browser, offline."""

from sayso.web.page import Page
from sayso.web.pages import (
    claims,
    document,
    documents,
    draft,
    export,
    findings,
    home,
    incidents,
    measure,
    measures,
    names,
    origins,
    party,
    place,
    places,
    questions,
    review,
    speaker,
    speakers,
    words,
)
from sayso.web.pages import map as map_page

PAGES: tuple[Page, ...] = (
    home.PAGE,
    claims.PAGE,
    claims.ONE,
    export.PAGE,
    export.ONE,
    documents.PAGE,
    words.PAGE,
    document.PAGE,
    speakers.PAGE,
    speaker.PAGE,
    measures.PAGE,
    measure.PAGE,
    places.PAGE,
    place.PAGE,
    party.PAGE,
    names.PAGE,
    draft.PAGE,
    incidents.PAGE,
    incidents.ONE,
    origins.PAGE,
    findings.PAGE,
    questions.PAGE,
    questions.ONE,
    questions.FEED,
    map_page.PAGE,
    review.PAGE,
    review.AGREEMENT,
    review.CORRECTIONS,
)
"""Every page, in the order of the menu."""

__all__ = ["PAGES", "Page"]
