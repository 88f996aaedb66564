"""Shared passages of all documents that a cluster read: reuse as associative merges.

Which documents hold a fingerprint, and how many they are, is a count and a list of the
least twenty: both are the same however the parts are put together. Pairs are counted
the same way, and each pair is aligned by itself. So the rows are those of one process
over the documents in the order of their hashes, however the work was cut.

A finished output of the same documents is not made again. One that was stopped in the
middle is, from the beginning: what two documents share is only known when all are in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from sayso.cluster.done import Mark, key_of
from sayso.cluster.shares import (
    align_pairs,
    prints_schema,
    read_texts,
    shares_schema,
    take_prints,
    texts_schema,
)
from sayso.errors import ExportError, InputError
from sayso.linking.postings import MOST_PARTNERS, RARE_WEIGHT, STOCK_WEIGHT
from sayso.linking.reuse import WINDOW, least_shared

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_DONE = "key string, documents long, pairs long"
"""Schema of the one row that says that an output is finished, and of what."""


@dataclass(frozen=True, slots=True)
class Shares:
    """What an output holds."""

    documents: int
    """Different texts that were set beside each other."""
    pairs: int
    """Pairs of them that share a passage."""
    is_new: bool
    """False where the output was finished before."""


@dataclass(frozen=True, slots=True)
class Workers:
    """What workers run; functions that they can import."""

    read_texts: Callable[[Any], Iterator[Any]] = read_texts
    take_prints: Callable[..., Iterator[Any]] = take_prints
    align_pairs: Callable[[Any], Iterator[Any]] = align_pairs


def share_on_spark(
    session: SparkSession,
    readings: str,
    output: str,
    *,
    window: int = WINDOW,
    workers: Workers | None = None,
) -> Shares:
    """Find the passages that documents share and write them as Parquet.

    Args:
        session: Its workers need Sayso installed, of the same version.
        readings: The folder that `read_on_spark` wrote.
        output: A folder; rows come into its folder "pairs" (`shares_schema`).
        window: See `sayso.linking.grams.winnow`; 4 is a third of the memory and loses
            a few reworded passages.
        workers: Ours where None.

    Raises:
        InputError: The readings cannot be read.
        ExportError: The output cannot be written.
    """
    from pyspark.errors import PySparkException  # optional and slow

    work = workers or Workers()
    rows = _readings(session, readings)
    key, documents = key_of(rows, ["document"], f"shares 1 {window}")
    mark = Mark(f"{output}/done", _DONE)
    done = mark.find(session, key)
    if done is not None:
        return Shares(done["documents"], done["pairs"], is_new=False)
    texts = _map(rows, work.read_texts, texts_schema())
    prints = _map(texts, partial(work.take_prints, window=window), prints_schema())
    pairs = _candidates(prints, window)
    found = _map(_beside(pairs, texts), work.align_pairs, shares_schema())
    try:
        mark.remove(session)
        found.write.mode("overwrite").parquet(f"{output}/pairs")
        count = session.read.parquet(f"{output}/pairs").count()
        mark.set(session, key, documents, count)
    except PySparkException as error:
        first = str(error).partition("\n")[0]
        raise ExportError(f'"{output}" was not written ({first})') from error
    return Shares(documents, count, is_new=True)


def _readings(session: SparkSession, readings: str) -> DataFrame:
    """Give id and stored form of each different document."""
    from pyspark.errors import AnalysisException  # optional and slow

    try:
        frame = session.read.parquet(readings).select("document", "stored")
    except AnalysisException as error:
        first = str(error).partition("\n")[0]
        raise InputError(f'"{readings}" holds no readings ({first})') from error
    return frame.where("stored IS NOT NULL").dropDuplicates(["document"])


def _map(frame: DataFrame, work: Callable[[Any], Iterator[Any]], schema: Any) -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema  # optional and slow

    return frame.mapInArrow(work, from_arrow_schema(schema))


def _candidates(prints: DataFrame, window: int) -> DataFrame:
    """Give pairs worth aligning, with the stock phrases of the later text.

    As `sayso.linking.postings` does with all texts taken in at once: a fingerprint
    points to its first holders alone and counts less where many hold it.
    """
    from pyspark.sql import Window  # optional and slow
    from pyspark.sql import functions as f

    held = prints.groupBy("hash").agg(f.count(f.lit(1)).alias("held"))
    met = prints.join(held.where("held > 1"), "hash")
    by_key = Window.partitionBy("hash").orderBy("document")
    first = (
        prints.withColumn("rank", f.row_number().over(by_key))
        .where(f.col("rank") <= MOST_PARTNERS)
        .select("hash", f.col("document").alias("earlier"))
    )
    is_stock = f.col("held") >= MOST_PARTNERS
    weight = f.when(is_stock, STOCK_WEIGHT).otherwise(RARE_WEIGHT)
    pairs = (
        met.join(first, "hash")
        .where("earlier < document")
        .groupBy("earlier", "document")
        .agg(f.sum(weight).alias("weight"))
        .where(f.col("weight") >= least_shared(window) * RARE_WEIGHT)
        .select("earlier", "document")
    )
    stock = (
        met.where(is_stock)
        .groupBy("document")
        .agg(f.collect_list("hash").alias("stock"))
    )
    return pairs.join(stock, "document", "left")


def _beside(pairs: DataFrame, texts: DataFrame) -> DataFrame:
    """Give pairs with both texts."""
    from pyspark.sql import functions as f  # optional and slow

    a = texts.select(f.col("document").alias("a"), f.col("text").alias("text_a"))
    b = texts.select(f.col("document").alias("b"), f.col("text").alias("text_b"))
    named = pairs.withColumnsRenamed({"earlier": "a", "document": "b"})
    return named.join(a, "a").join(b, "b")
