"""The kinds of bundles, and the one that a text is."""

from __future__ import annotations

from sayso.intake.bundles import Bundle
from sayso.intake.factiva import FACTIVA
from sayso.intake.nexis import NEXIS
from sayso.intake.proquest import PROQUEST
from sayso.intake.whatsapp import WHATSAPP

BUNDLES: tuple[Bundle, ...] = (PROQUEST, FACTIVA, NEXIS, WHATSAPP)


def bundle_of(text: str) -> Bundle | None:
    """Give the kind of a text that holds many articles, None for one article."""
    return next((bundle for bundle in BUNDLES if bundle.fits(text)), None)
