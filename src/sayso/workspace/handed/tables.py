"""Readings as Parquet; loads pyarrow, so it is imported where it is used."""

from sayso.exports.reading_parquet import write_readings

__all__ = [
    "write_readings",
]
