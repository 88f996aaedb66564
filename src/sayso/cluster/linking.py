"""Origins and incidents of all documents that a cluster read.

Spark only deals out and gathers: outlines and pools (`sayso.linking.pooling`) are put
together whatever the parts and their order, and one worker settles what goes with what.
A finished output of the same documents is not made again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial, reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from sayso.cluster.done import Mark, key_of
from sayso.cluster.linked import (
    INCIDENT,
    ORIGIN,
    incidents_schema,
    lines_schema,
    origins_schema,
    outlines_schema,
    settle,
    take_notes,
    take_outline,
    take_pairs,
    to_incidents,
    to_origins,
)
from sayso.errors import ExportError, InputError
from sayso.linking.pooling.outline import Outline
from sayso.model import canonical_json

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_DONE = "key string, documents long, origins long, incidents long"
_NO_DAY = "9999-12-31"
"""Captures without a day come last."""


@dataclass(frozen=True, slots=True)
class Links:
    """What an output holds."""

    documents: int
    """Different texts that were linked."""
    origins: int
    incidents: int
    is_new: bool
    """False where the output was finished before."""


@dataclass(frozen=True, slots=True)
class LinkWorkers:
    """What workers run; functions that they can import."""

    take_outline: Callable[[Any], Iterator[Any]] = take_outline
    take_notes: Callable[..., Iterator[Any]] = take_notes
    settle: Callable[[Any], Iterator[Any]] = settle


def link_on_spark(
    session: SparkSession,
    readings: str,
    shares: str,
    output: str,
    *,
    workers: LinkWorkers | None = None,
) -> Links:
    """Find the origins and incidents of documents and write them as Parquet.

    Args:
        session: Its workers need Sayso installed, of the same version and with the
            same theatre packs.
        readings: The folder that `read_on_spark` wrote.
        shares: The folder that `share_on_spark` wrote of them.
        output: A folder, which may be that of the shares; rows come into its folders
            "origins" (`origins_schema`) and "incidents" (`incidents_schema`).
        workers: Ours where None.

    Raises:
        InputError: The readings or shares cannot be read.
        ExportError: The output cannot be written.
    """
    from pyspark.errors import PySparkException  # optional and slow

    work = workers or LinkWorkers()
    rows = _captures(session, readings)
    pairs = _read(session, f"{shares}/pairs")
    own, documents = key_of(rows, ["document", "stored"], "links 1")
    key, _ = key_of(pairs, pairs.columns, own)
    mark = Mark(f"{output}/linked", _DONE)
    done = mark.find(session, key)
    if done is not None:
        return Links(documents, done["origins"], done["incidents"], is_new=False)
    try:
        settled = _settled(rows, pairs, work).persist()
        mark.remove(session)
        origins = _write(settled, _ORIGINS, output)
        incidents = _write(settled, _INCIDENTS, output)
        mark.set(session, key, documents, origins, incidents)
        settled.unpersist()
    except PySparkException as error:
        first = str(error).partition("\n")[0]
        raise ExportError(f'"{output}" was not written ({first})') from error
    return Links(documents, origins, incidents, is_new=True)


def _read(session: SparkSession, path: str) -> DataFrame:
    from pyspark.errors import AnalysisException  # optional and slow

    try:
        return session.read.parquet(path)
    except AnalysisException as error:
        first = str(error).partition("\n")[0]
        raise InputError(f'"{path}" cannot be read ({first})') from error


def _captures(session: SparkSession, readings: str) -> DataFrame:
    """Give one reading of each text: of several captures the one published first.

    A least element, so which part of the output it stands in says nothing.
    """
    from pyspark.sql import functions as f  # optional and slow

    frame = _read(session, readings).where("stored IS NOT NULL")
    published = f.get_json_object("stored", "$.document.published")
    day = f.coalesce(published, f.lit(_NO_DAY)).alias("day")
    first = f.min(f.struct(day, f.col("stored"))).alias("first")
    least = frame.groupBy("document").agg(first)
    return least.select("document", f.col("first.stored"))


def _settled(rows: DataFrame, pairs: DataFrame, work: LinkWorkers) -> DataFrame:
    """Give all origins and incidents as lines, in one part."""
    parts = _map(rows, work.take_outline, outlines_schema()).collect()
    outlines = (Outline.from_json(json.loads(part["outline"])) for part in parts)
    known = canonical_json(reduce(or_, outlines, Outline()).to_json())
    noted = _map(rows, partial(work.take_notes, known=known), lines_schema())
    shared = _map(pairs, take_pairs, lines_schema())
    return _map(noted.unionAll(shared).repartition(1), work.settle, lines_schema())


@dataclass(frozen=True, slots=True)
class _Rows:
    """One kind of what was settled, and how it is written."""

    kind: str
    folder: str
    work: Callable[[Any], Iterator[Any]]
    schema: Callable[[], Any]


_ORIGINS = _Rows(ORIGIN, "origins", to_origins, origins_schema)
_INCIDENTS = _Rows(INCIDENT, "incidents", to_incidents, incidents_schema)


def _write(settled: DataFrame, rows: _Rows, output: str) -> int:
    """Write the rows of one kind in their order, and give how many they are."""
    lines = settled.where(settled["kind"] == rows.kind).sortWithinPartitions("at")
    found = _map(lines, rows.work, rows.schema())
    found.write.mode("overwrite").parquet(f"{output}/{rows.folder}")
    return int(lines.count())


def _map(
    frame: DataFrame, work: Callable[[Any], Iterator[Any]], schema: Any
) -> DataFrame:
    from pyspark.sql.pandas.types import from_arrow_schema  # optional and slow

    return frame.mapInArrow(work, from_arrow_schema(schema))
