"""The names of two parties exchanged in texts: read and checked, all else is the same.

The texts name no place: whose ground a town lies on is no matter of names.
"""

import re
from datetime import date

import pytest

from sayso.checks import make_context, run_checks
from sayso.linking.reuse import find_reuse
from sayso.model import Document
from sayso.reading.reader import read_document
from sayso.vocabulary.theatres import load_theatres

OTHER = {
    "Russia": "Ukraine",
    "Russian": "Ukrainian",
    "Moscow": "Kyiv",
    "Valery Gerasimov": "Oleksandr Syrskyi",
    "Gerasimov": "Syrskyi",
}
OTHER |= {second: first for first, second in OTHER.items()}
NAMES = re.compile(rf"\b(?:{'|'.join(sorted(OTHER, key=len, reverse=True))})\b")
TEXTS = """
Russian forces have retaken 1,260 square kilometers, or 99.5% of the ground once held
by Ukrainian troops, Valery Gerasimov said on Saturday. Ukrainian troops still hold
three square kilometers.

Oleksandr Syrskyi said on Saturday that the Russian army had suffered 54,900 casualties:
22,200 soldiers killed and 31,800 soldiers wounded. He said 942 Russian servicemen had
been captured.

Oleksandr Syrskyi said that Russian losses amounted to 54,900 soldiers and that over 900
Russian servicemen had been captured, Wire One reported.

Kyiv said on Saturday that 412 Ukrainian soldiers had been killed. Moscow said 655
Ukrainian soldiers had been killed.
"""
REPORTS = tuple(" ".join(text.split()) for text in TEXTS.split("\n\n"))


def exchange(text: str) -> str:
    return NAMES.sub(lambda found: OTHER[found.group()], text)


@pytest.fixture(scope="module")
def both():
    """What is found in the reports, and in them with the names exchanged."""
    return found_in(REPORTS), found_in(map(exchange, REPORTS))


def found_in(texts):
    readings = [
        read_document(
            Document(
                text,
                published=date(2025, 4, 19 + at),
                outlet=f"Wire {'One' * (at == 1)}",
            )
        )
        for at, text in enumerate(texts)
    ]
    shared = list(find_reuse(reading.document for reading in readings))
    context = make_context(readings, shared=shared, theatres=load_theatres())
    claims = [claim for reading in readings for claim in reading.claims]
    return claims, run_checks(claims, context)


def test_claims_are_the_same_but_for_the_names(both):
    (here, _), (there, _) = both

    def seen(claims, change):
        return [
            tuple(
                change(str(value))
                for value in (
                    claim.quantity.span.text,
                    claim.measure,
                    claim.affected,
                    claim.actor,
                    claim.claimant,
                    claim.accrual,
                    claim.stance,
                )
            )
            for claim in claims
        ]

    assert seen(there, str) == seen(here, exchange)


def test_findings_are_the_same_but_for_the_names(both):
    (_, here), (_, there) = both

    def seen(findings, change):
        return sorted(
            (f.rule, f.outcome, f.level, change(f.sentence)) for f in findings
        )

    assert {finding.rule for finding in here} >= {"shares", "drift"}
    assert seen(there, str) == seen(here, exchange)
