"""Filters as SQL: one statement, the table that narrows most in front."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import dataclass
from types import MappingProxyType

from sayso.ledger.filters import Filters, Order, Page
from sayso.ledger.rows import ROWS_PER_READING

FACET_COLUMNS = ("measure", "speaker", "place", "outlet", "language", "status")
"""Facets that are a column of the claims; parties have a table of their own."""

FIRST = "(SELECT first FROM documents WHERE documents.id = ?)"
"""Lowest number of a document's rows."""
AFTER = f"(SELECT first + {ROWS_PER_READING} FROM documents WHERE documents.id = ?)"
"""Number after the highest of a document's rows."""
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


Found = tuple[str, tuple[object, ...]]
"""A condition and its values."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What databases say each in a way of their own."""

    match: Callable[[str, str], Found | None]
    """Condition that a table's words have all words of a user; None for no words."""
    words_number: str
    """Column of a table of words that has the number of what they belong to."""
    is_planned: bool
    """True where the database itself chooses well which table to begin with."""

    def words_first(self, table: str, owner: str) -> str:
        """Give the join of a table of words with what the words belong to."""
        join = "JOIN" if self.is_planned else "CROSS JOIN"
        return f"{table} {join} {owner} ON {owner}.number = {table}.{self.words_number}"


@dataclass(frozen=True, slots=True)
class Query:
    """From and where of a statement over claims, with its values."""

    source: str
    where: str
    values: tuple[object, ...]
    number: str = "claims.number"
    """The claims' number as the table in front has it."""
    is_search: bool = False
    """True when nothing but words is asked for."""

    @property
    def tail(self) -> str:
        """The statement's middle, after the columns."""
        return f" FROM {self.source}{f' WHERE {self.where}' if self.where else ''}"


def build_query(
    filters: Filters,
    keys: Mapping[str, tuple[str, ...]],
    dialect: Dialect,
    *,
    along: str | None = None,
    foremost: str | None = None,
) -> Query | None:
    """Give the query for filters whose facets were resolved to keys.

    Args:
        filters: What is asked for.
        keys: What `resolve_keys` gave.
        dialect: Of the database.
        along: An index to walk in its order, testing each claim; not for a search.
        foremost: The facet that narrows most; the indexes of the others are left alone.
            None leaves it to the database.

    Returns:
        None when nothing can fit.
    """
    if any(not fits for fits in keys.values()):
        return None
    source, number = "claims", "claims.number"
    where, values = list[str](), list[object]()
    if along is not None:
        source = f"claims INDEXED BY {along}"
    if filters.text is not None:
        match = dialect.match("claims_words", filters.text)
        if match is None:
            return None
        source = dialect.words_first("claims_words", "claims")
        number = f"claims_words.{dialect.words_number}"
        where.append(match[0])
        values += match[1]
    parties = keys.get("party", ())
    if parties and (along is not None or foremost not in (None, "party")):
        where.append(f"{_HAS_PARTY} IN ({marks(parties)}))")
        values += parties
    elif len(parties) == 1 and filters.text is None and not dialect.is_planned:
        source = "parties CROSS JOIN claims ON claims.number = parties.claim"
        number = "parties.claim"
        where.append("parties.party = ?")
        values += parties
    elif parties and dialect.is_planned and _is_more(filters, keys):
        # No join: what else is asked for narrows, and both columns lie in an index.
        either = f"IN ({marks(parties)})"
        where.append(f"(claims.actor {either} OR claims.affected {either})")
        values += (*parties, *parties)
    elif parties:
        found = f"SELECT claim FROM parties WHERE party IN ({marks(parties)})"
        where.append(f"claims.number IN ({found})")
        values += parties
    for column in FACET_COLUMNS:
        if column in keys:
            sign = "" if foremost in (None, column) else "+"  # SQLite: not by its index
            where.append(f"{sign}claims.{column} IN ({marks(keys[column])})")
            values += keys[column]
    for condition, value in _plain_conditions(filters):
        where.append(condition)
        values.append(value)
    is_search = filters.text is not None and len(where) == 1
    return Query(source, " AND ".join(where), tuple(values), number, is_search)


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
    if query.is_search:
        return f"SELECT count(*) FROM claims_words WHERE {query.where}"
    return f"SELECT count(*){query.tail}"


def order_by(order: Order, query: Query) -> str:
    """Give the statement's order; the driving table's own number costs no sort."""
    number = query.number
    match order:
        case Order.NEWEST:
            return f" ORDER BY {number} DESC"
        case Order.PUBLISHED:
            return f" ORDER BY claims.published DESC NULLS LAST, {number} DESC"
        case Order.TEXT:
            return f" ORDER BY {number} / {ROWS_PER_READING}, {number} DESC"
        case Order.UNSURE:
            return f" ORDER BY claims.confidence, {number} DESC"


def limit_to(page: Page | None) -> str:
    """Give the statement's limit, empty for all."""
    return "" if page is None else f" LIMIT {page.limit:d} OFFSET {page.offset:d}"


def _is_more(filters: Filters, keys: Mapping[str, tuple[str, ...]]) -> bool:
    """True when more is asked for than one facet."""
    is_plain = filters.text is None and not any(_plain_conditions(filters))
    return len(keys) > 1 or not is_plain


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


def marks(values: Sized) -> str:
    """Give the marks of a list of values; of none what nothing is in."""
    return ", ".join("?" * len(values)) or "NULL"
