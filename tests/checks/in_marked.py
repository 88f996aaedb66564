"""What a check finds in reports with marked claims (`tests/marked.py`)."""

from marked import parse_marked
from sayso.checks import Check, make_context
from sayso.linking.reuse import find_reuse
from sayso.model import Finding


def find_in(check: Check, text: str) -> list[Finding]:
    """Give the findings of one check in the reports of a text."""
    readings = [m.reading for m in parse_marked(text)]
    shared = list(find_reuse(r.document for r in readings))
    context = make_context(readings, shared=shared)
    return list(check.run([c for r in readings for c in r.claims], context))
