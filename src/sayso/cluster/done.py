"""A finished output says of which inputs it is, so that none is made twice.

The row that says so is taken away before an output is written and written last: an
output without it was stopped in the middle, and is made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from sayso.errors import ExportError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, Row, SparkSession


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an output says that it is finished."""

    path: str
    schema: str
    """Of the one row: "key string" and what the output holds, as Spark writes it."""

    def find(self, session: SparkSession, key: str) -> Row | None:
        """Give the row of an output that is finished for these inputs.

        Raises:
            ExportError: Something else lies there.
        """
        from pyspark.errors import AnalysisException  # optional and slow

        try:
            told = session.read.schema(self.schema).parquet(self.path).collect()
        except AnalysisException as error:
            if error.getCondition() == "PATH_NOT_FOUND":
                return None
            raise ExportError(f'"{self.path}" is no such output') from error
        return next((row for row in told if row["key"] == key), None)

    def remove(self, session: SparkSession) -> None:
        """Say that the output is not finished."""
        nothing = session.createDataFrame([], self.schema)
        nothing.write.mode("overwrite").parquet(self.path)

    def set(self, session: SparkSession, *values: str | int) -> None:
        """Say that the output is finished, and what it holds."""
        told = session.createDataFrame([values], self.schema)
        told.coalesce(1).write.mode("overwrite").parquet(self.path)


def key_of(rows: DataFrame, columns: Sequence[str], told: str) -> tuple[str, int]:
    """Give what tells some rows from others, and how many they are.

    Sums over hashes, so the order in which they come says nothing.

    Args:
        rows: Different ones.
        columns: What tells them apart.
        told: What else the output depends on.
    """
    from pyspark.sql import functions as f  # optional and slow

    hashed = f.xxhash64(*columns)
    (found,) = rows.agg(
        f.count(f.lit(1)).alias("count"),
        f.sum(hashed.cast("decimal(38,0)")).alias("sum"),
        f.bit_xor(hashed).alias("xor"),
    ).collect()
    words = f"{told} {found['count']} {found['sum']} {found['xor']}"
    return sha256(words.encode()).hexdigest()[:20], int(found["count"])
