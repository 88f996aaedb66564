"""Claims as data frames of pandas or polars: the columns of the CSV, days as dates.

For scripts and notebooks; names are masked as in every export.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sayso.errors import ExportError
from sayso.exports.bundle import Bundle
from sayso.exports.flat import COLUMNS, to_flat

if TYPE_CHECKING:
    import pandas
    import polars


def to_pandas(bundle: Bundle) -> pandas.DataFrame:
    """Give the claims as a data frame of pandas, one row a claim.

    Columns are those of the CSV; days are datetime64, numbers float or nullable whole
    numbers, words and yes or no as pandas has them; nothing known is a missing value.

    Raises:
        ExportError: pandas is not installed.
    """
    try:
        import pandas  # optional: an extra
    except ImportError as error:
        raise ExportError("a data frame needs pandas: sayso[notebook]") from error
    frame = pandas.DataFrame.from_records(
        list(map(to_flat, bundle.rows)), columns=[name for name, _, _ in COLUMNS]
    )
    kinds = {"date": "datetime64[s]", "number": "float64", "integer": "Int64"}
    known = {name: kinds[kind] for name, kind, _ in COLUMNS if kind in kinds}
    return frame.astype(known)


def to_polars(bundle: Bundle) -> polars.DataFrame:
    """Give the claims as a data frame of polars, one row a claim.

    Columns are those of the CSV; days are Date, numbers Float64 and Int64, words
    String; nothing known is null.

    Raises:
        ExportError: polars is not installed.
    """
    try:
        import polars  # optional: an extra
    except ImportError as error:
        raise ExportError("this data frame needs polars: sayso[polars]") from error
    kinds: dict[str, Any] = {
        "date": polars.Date,
        "number": polars.Float64,
        "integer": polars.Int64,
        "boolean": polars.Boolean,
        "string": polars.String,
    }
    schema = {name: kinds[kind] for name, kind, _ in COLUMNS}
    rows = [_with_days(to_flat(row)) for row in bundle.rows]
    return polars.DataFrame(rows, schema=schema, strict=False)


def _with_days(flat: dict[str, Any]) -> dict[str, Any]:
    """Give a row with its days as dates."""
    for name, kind, _ in COLUMNS:
        if kind == "date" and flat[name] is not None:
            flat[name] = date.fromisoformat(flat[name])
        if kind == "number" and flat[name] is not None:
            flat[name] = float(flat[name])
    return flat
