"""Filters as SQL: one statement, the table that narrows most in front."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sayso.ledger.filters import Filters, Order, Page, split_terms
from sayso.ledger.rows import ROWS_PER_READING

FACET_COLUMNS = ("measure", "speaker", "place", "outlet", "status")
"""Facets that are a column of the claims; parties have a table of their own."""

FIRST = "(SELECT first FROM documents WHERE documents.id = ?)"
"""Lowest number of a document's rows."""
AFTER = f"(SELECT first + {ROWS_PER_READING} FROM documents WHERE documents.id = ?)"
"""Number after the highest of a document's rows."""
_MATCHES = "claims_words MATCH ?"
_HAS_PARTY = "EXISTS (SELECT 1 FROM parties WHERE claim = claims.number AND party"
_USED_BY_RULE = """claims.id IN (
  SELECT claim FROM finding_inputs JOIN findings ON finding = findings.number
  WHERE rule = ? AND withdrawn IS NULL
)"""


IN_ORDER: Mapping[Order, str] = MappingProxyType(
    {
        Order.PUBLISHED: "claims_by_published",
        Order.UNSURE: "claims_by_confidence",
    }
)
"""Order -> the index that has it. Sorting what fits costs one look at each claim that
fits; walking the index costs as many as have to be passed over."""


@dataclass(frozen=True, slots=True)
class Query:
    """From and where of a statement over claims, with its values."""

    source: str
    where: str
    values: tuple[str, ...]

    @property
    def tail(self) -> str:
        """The statement's middle, after the columns."""
        return f" FROM {self.source}{f' WHERE {self.where}' if self.where else ''}"


def build_query(
    filters: Filters,
    keys: Mapping[str, tuple[str, ...]],
    *,
    along: str | None = None,
    by_party: bool = True,
) -> Query | None:
    """Give the query for filters whose facets were resolved to keys.

    Args:
        filters: What is asked for.
        keys: What `resolve_keys` gave.
        along: An index to walk in its order, testing each claim; not for a search.
        by_party: Whether a party narrows more than the other facets do.

    Returns:
        None when nothing can fit.
    """
    if any(not fits for fits in keys.values()):
        return None
    source, where, values = "claims", list[str](), list[str]()
    if along is not None:
        source = f"claims INDEXED BY {along}"
    if filters.text is not None:
        match = to_match(filters.text)
        if match is None:
            return None
        source = "claims_words CROSS JOIN claims ON claims.number = claims_words.rowid"
        where.append(_MATCHES)
        values.append(match)
    parties = keys.get("party", ())
    if parties and (along is not None or not by_party):
        where.append(f"{_HAS_PARTY} IN ({_marks(parties)}))")
        values += parties
    elif len(parties) == 1 and filters.text is None:
        source = "parties CROSS JOIN claims ON claims.number = parties.claim"
        where.append("parties.party = ?")
        values += parties
    elif parties:
        marks = _marks(parties)
        where.append(f"number IN (SELECT claim FROM parties WHERE party IN ({marks}))")
        values += parties
    for column in FACET_COLUMNS:
        if column in keys:
            where.append(f"claims.{column} IN ({_marks(keys[column])})")
            values += keys[column]
    for condition, value in _plain_conditions(filters):
        where.append(condition)
        values.append(value)
    return Query(source, " AND ".join(where), tuple(values))


def is_walk_shorter(*, wanted: int, fitting: int, held: int) -> bool:
    """True when walking an ordered index meets fewer claims than sorting would.

    Args:
        wanted: Claims up to the end of the page.
        fitting: Claims that fit, at most.
        held: All claims.
    """
    return wanted * held < fitting * fitting


def count_of(query: Query) -> str:
    """Give the statement that counts what a query finds; its values stay the same."""
    if query.where == _MATCHES:
        return f"SELECT count(*) FROM claims_words WHERE {_MATCHES}"
    return f"SELECT count(*){query.tail}"


def order_by(order: Order, query: Query) -> str:
    """Give the statement's order; the driving table's own number costs no sort."""
    number = "claims.number"
    if query.source.startswith("parties"):
        number = "parties.claim"
    if query.source.startswith("claims_words"):
        number = "claims_words.rowid"
    match order:
        case Order.NEWEST:
            return f" ORDER BY {number} DESC"
        case Order.PUBLISHED:
            return f" ORDER BY claims.published DESC, {number} DESC"
        case Order.TEXT:
            return f" ORDER BY {number} / {ROWS_PER_READING}, {number} DESC"
        case Order.UNSURE:
            return f" ORDER BY claims.confidence, {number} DESC"


def limit_to(page: Page | None) -> str:
    """Give the statement's limit, empty for all."""
    return "" if page is None else f" LIMIT {page.limit:d} OFFSET {page.offset:d}"


def to_match(text: str) -> str | None:
    """Give the full-text expression for a user's words, None when there are none.

    Only letters and digits come out of `split_terms`, each term in quotation marks,
    so nothing a user types is ever syntax.
    """
    terms = split_terms(text)
    return " ".join(f'"{" ".join(term)}"' for term in terms) or None


def _plain_conditions(filters: Filters) -> Iterable[tuple[str, str]]:
    if filters.document is not None:
        yield f"claims.number >= {FIRST}", filters.document
        yield f"claims.number < {AFTER}", filters.document
    if filters.since is not None:
        yield "claims.day_to >= ?", filters.since.isoformat()
    if filters.until is not None:
        yield "claims.day_from <= ?", filters.until.isoformat()
    if filters.rule is not None:
        yield _USED_BY_RULE, filters.rule


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
