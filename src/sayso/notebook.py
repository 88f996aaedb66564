"""Reading one text from Python, and showing it in a notebook.

`sayso.read(text)` needs no ledger and keeps nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from sayso.errors import ExportError, InputError
from sayso.intake import parse_day
from sayso.model import (
    Claim,
    DateBasis,
    Document,
    Reading,
    Span,
    canonical_text,
    to_days,
)
from sayso.workspace.batch import read_bounded

if TYPE_CHECKING:
    import pandas

_LONGEST_SHOWN = 20_000
"""Characters of the text shown in a notebook; a page of newsprint has about 6,000."""
_HEAD = ("who", "words", "measure", "of", "by", "where", "when", "how")
_STYLE = (
    "<style>.sayso mark{background:#fde68a;color:#111;padding:0 .15em}"
    ".sayso pre{white-space:pre-wrap;font:inherit;max-width:48em}"
    ".sayso td,.sayso th{text-align:left;vertical-align:top}</style>"
)


class NotebookReading(Reading):
    """A reading that notebooks show with its words marked and its claims in a table."""

    __slots__ = ()

    def to_records(self) -> list[dict[str, Any]]:
        """Give the claims as plain records, one a claim, in the order of the text."""
        return [_flat(claim) for claim in self.claims]

    def to_pandas(self) -> pandas.DataFrame:
        """Give the claims as a data frame, one row a claim.

        Columns: id, claimant, words, measure, low, high, bound, unit, group, affected,
        actor, place, first_day, last_day, accrual, stance, via, start, end.

        Raises:
            ExportError: pandas is not installed.
        """
        try:
            import pandas  # optional: only for notebooks
        except ImportError as error:
            raise ExportError(
                "a data frame needs pandas; install sayso[notebook]"
            ) from error
        columns = list(_flat_columns())
        return pandas.DataFrame.from_records(self.to_records(), columns=columns)

    def _repr_html_(self) -> str:
        return f'{_STYLE}<div class="sayso">{_marked(self)}{_table(self)}</div>'


def read(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> NotebookReading:
    """Give all that a text says: attributions, claims, quantities, dates, places.

    Args:
        text: Any length; NUL and lone surrogates are replaced, offsets stay.
        published: Day of publication, which periods are resolved against; a date or
            words like "2030-05-02". None leaves them unresolved.
        outlet: Who published it.
        url: Where.
        title: Its headline.

    Raises:
        InputError: The text is no string or empty, or the day is none.
    """
    if not isinstance(text, str):
        raise InputError(f"a text is a string, not {type(text).__name__}")
    if not text.strip():
        raise InputError("the text is empty")
    day = parse_day(published) if isinstance(published, str) else published
    from sayso.workspace.own_data import (
        read_document,  # slow: loads the gazetteers' arrays
    )

    document = Document(
        text=canonical_text(text),
        published=day,
        published_basis=DateBasis.UNKNOWN if day is None else DateBasis.GIVEN,
        outlet=outlet,
        url=url,
        title=title,
    )
    return to_notebook(read_bounded(document, read_document))


def to_notebook(reading: Reading) -> NotebookReading:
    """Give the same reading in the form that notebooks show."""
    return NotebookReading(
        **{field.name: getattr(reading, field.name) for field in fields(Reading)}
    )


def _flat(claim: Claim) -> dict[str, Any]:
    record = claim.to_record()
    first, last = (None, None) if claim.period is None else to_days(claim.period)
    flat = {
        **record,
        **record["quantity"],
        "first_day": first,
        "last_day": last,
        "via": "; ".join(claim.via),
        "start": claim.quantity.span.start,
        "end": claim.quantity.span.end,
    }
    return {column: flat[column] for column in _flat_columns()}


def _flat_columns() -> tuple[str, ...]:
    return (
        "id",
        "claimant",
        "words",
        "measure",
        "low",
        "high",
        "bound",
        "unit",
        "group",
        "affected",
        "actor",
        "place",
        "first_day",
        "last_day",
        "accrual",
        "stance",
        "via",
        "start",
        "end",
    )


def _marked(reading: Reading) -> str:
    text = reading.document.text[:_LONGEST_SHOWN]
    parts, at = list[str](), 0
    for number, span in _separate(reading.claims):
        if span.end > len(text):
            break
        parts.append(escape(text[at : span.start]))
        parts.append(f"<mark>{escape(span.text)}<sup>{number}</sup></mark>")
        at = span.end
    parts.append(escape(text[at:]))
    if len(reading.document.text) > _LONGEST_SHOWN:
        parts.append(" …")
    return f"<pre>{''.join(parts)}</pre>"


def _separate(claims: tuple[Claim, ...]) -> Iterator[tuple[str, Span]]:
    """Give the figures with the numbers of their claims, none over another."""
    by_span: dict[tuple[int, int], list[int]] = {}
    spans = {}
    for number, claim in enumerate(claims, start=1):
        span = claim.quantity.span
        by_span.setdefault((span.start, span.end), []).append(number)
        spans[span.start, span.end] = span
    at = 0
    for key in sorted(by_span):
        if key[0] >= at:
            yield ", ".join(map(str, by_span[key])), spans[key]
            at = key[1]


def _table(reading: Reading) -> str:
    if not reading.claims:
        return "<p>no claims</p>"
    outlet = reading.document.outlet or "this text"
    rows = "".join(
        f"<tr><td>{number}</td>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in _cells(claim, outlet))
        + "</tr>"
        for number, claim in enumerate(reading.claims, start=1)
    )
    head = "".join(f"<th>{name}</th>" for name in ("", *_HEAD))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(claim: Claim, outlet: str) -> tuple[str, ...]:
    days = () if claim.period is None else to_days(claim.period)
    return (
        claim.claimant or f"Unattributed in {outlet}",
        claim.quantity.span.text,
        claim.measure,
        claim.affected or "",
        claim.actor or "",
        claim.place or "",
        " – ".join(dict.fromkeys(day or "…" for day in days)),
        str(claim.stance),
    )
