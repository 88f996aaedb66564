"""Apache Spark around the worker's function: `mapInArrow`, and nothing of our own.

JSON lines, Parquet and web archives in, Parquet out. What an output holds already, read
by the same reader, is not read again, so a run that is repeated adds what is missing
and a finished one adds nothing. The order of the rows is Spark's own and says nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.cluster.rows import (
    GetReader,
    cluster_schema,
    own_reader,
    read_archives,
    read_lines,
)
from sayso.errors import ExportError, InputError

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

_LOCAL = "local"
_ATTEMPTS = 4
"""Times a task is tried where its worker dies; a local Spark tries once unless told."""
_TASKS_PER_CORE = 4
"""Parts for each core at least: reading is all of the work, and none should wait."""
_KEYS = ("id", "text", "published", "outlet", "url", "title", "language")
_SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl",
    ".ndjson.gz": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
}


class Form(StrEnum):
    """What the inputs are."""

    JSONL = "jsonl"
    PARQUET = "parquet"
    """Columns as the keys of our JSON lines: "text", and where known the others."""
    WARC = "warc"
    """Files that every worker opens by their path."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be read, and where to."""

    inputs: Sequence[str]
    """Paths or addresses as Spark takes them, with patterns. Archives are opened by the
    workers themselves, so they lie where all of them see them."""
    output: str
    """A folder; it need not exist."""
    form: Form | None = None
    """None tells it by the suffix."""
    partitions: int | None = None
    """Parts that the work is cut into; None for four a core or more."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run over some inputs added to an output."""

    documents: int
    claims: int
    refused: int


def open_session(master: str = _LOCAL, *, cores: int = 1) -> SparkSession:
    """Start a Spark, or give the one that runs.

    Args:
        master: "local", or what Spark calls a master: "local[2,4]",
            "spark://HOST:7077", "k8s://HOST". What else it needs stands in Spark's own
            settings.
        cores: Of a local Spark.

    Raises:
        ExportError: PySpark or Java is not installed, or the master does not answer.
    """
    try:
        from pyspark.errors import PySparkException  # optional and slow
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise ExportError(
            'Spark needs the extra "spark": pip install "sayso[spark]"'
        ) from error
    is_local = master.startswith(_LOCAL)
    builder = SparkSession.builder.appName("sayso").master(
        f"local[{cores},{_ATTEMPTS}]" if master == _LOCAL else master
    )
    for key, value in (_SETTINGS | (_ON_LOOPBACK if is_local else {})).items():
        builder = builder.config(key, value)
    if is_local:
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        return builder.getOrCreate()
    except (PySparkException, OSError) as error:
        raise ExportError(
            f'Spark does not start at "{master}": it needs Java 17 or newer ({error})'
        ) from error


_SETTINGS = {
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",
    "spark.sql.parquet.compression.codec": "zstd",
}
_ON_LOOPBACK = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
}
"""A local Spark shows nothing to the network."""


def read_on_spark(
    session: SparkSession, job: Job, *, get_reader: GetReader = own_reader
) -> Run:
    """Read all documents of some inputs and add the rows to a folder of Parquet files.

    Args:
        session: Its workers need Sayso installed, of the same version.
        job: What is to be read.
        get_reader: Gives the reader; a function that workers can import.

    Returns:
        What this run added.

    Raises:
        InputError: The inputs cannot be read, or what they are does not show.
        ExportError: The output cannot be written.
    """
    from pyspark.errors import AnalysisException  # optional and slow

    form = job.form or form_of(job.inputs)
    try:
        frame, read = _LOADERS[form](session, job.inputs)
    except AnalysisException as error:
        raise InputError(f"cannot be read by Spark ({_first_line(error)})") from error
    name = get_reader().name()
    frame, is_first = _without_held(session, frame, job.output, name)
    if not is_first and frame.isEmpty():
        return Run(0, 0, 0)
    parts = job.partitions or max(
        frame.rdd.getNumPartitions(),
        _TASKS_PER_CORE * session.sparkContext.defaultParallelism,
    )
    rows = frame.repartition(parts).mapInArrow(
        partial(read, get_reader=get_reader), _spark_schema()
    )
    return _write(rows, job.output)


def form_of(inputs: Sequence[str]) -> Form:
    """Give what some inputs are, by their suffix.

    Raises:
        InputError: A suffix does not show it, or two differ.
    """
    found = {
        next((f for s, f in _SUFFIXES.items() if path.lower().endswith(s)), None)
        for path in inputs
    }
    form = found.pop() if len(found) == 1 else None
    if form is None:
        raise InputError(
            f'what "{", ".join(inputs)}" holds does not show: say jsonl, parquet or'
            " warc, one at a time"
        )
    return Form(form)


Loaded = tuple["DataFrame", Callable[..., Iterator[Any]]]


def _load_lines(session: SparkSession, inputs: Sequence[str]) -> Loaded:
    from pyspark.sql import functions as f  # optional and slow

    frame = session.read.text(list(inputs), lineSep="\n")
    lines = frame.where(f.length(f.trim(f.col("value"))) > 0)
    return _keyed(lines, f.col("value").cast("binary")), read_lines


def _load_table(session: SparkSession, inputs: Sequence[str]) -> Loaded:
    from pyspark.sql import functions as f  # optional and slow

    frame = session.read.parquet(*inputs)
    if "text" not in frame.columns:
        raise InputError('the Parquet input has no column "text"')
    known = [
        f.col(key).cast("string").alias(key) for key in _KEYS if key in frame.columns
    ]
    return _keyed(frame, f.to_json(f.struct(*known)).cast("binary")), read_lines


def _keyed(frame: DataFrame, line: Column) -> DataFrame:
    """Give lines with their hash."""
    from pyspark.sql import functions as f  # optional and slow

    lines = frame.select(line.alias("line"))
    return lines.select(f.sha2("line", 256).alias("input"), "line")


def _load_archives(session: SparkSession, inputs: Sequence[str]) -> Loaded:
    paths = [path for given in inputs for path in _files(given)]
    rows = [(path, path) for path in paths]
    return session.createDataFrame(rows, "input string, path string"), read_archives


def _files(given: str) -> list[str]:
    path = Path(given.removeprefix("file://"))
    found = sorted(path.parent.glob(path.name)) if "*" in path.name else [path]
    if not found or not all(one.is_file() for one in found):
        raise InputError(f'no file "{given}" here; archives are opened by their path')
    return [str(one.absolute()) for one in found]


_LOADERS: dict[Form, Callable[[SparkSession, Sequence[str]], Loaded]] = {
    Form.JSONL: _load_lines,
    Form.PARQUET: _load_table,
    Form.WARC: _load_archives,
}


def _without_held(
    session: SparkSession, frame: DataFrame, output: str, reader: str
) -> tuple[DataFrame, bool]:
    """Leave out the inputs that an output holds; True where there is no output yet."""
    from pyspark.errors import AnalysisException  # optional and slow
    from pyspark.sql import functions as f

    try:
        held = session.read.schema(_spark_schema()).parquet(output)
    except AnalysisException as error:
        if error.getCondition() == "PATH_NOT_FOUND":
            return frame, True
        raise ExportError(f'"{output}" is no such output') from error
    same = held.where(f.col("reader") == reader).select("input").distinct()
    return frame.join(same, "input", "left_anti"), False


def _write(rows: DataFrame, output: str) -> Run:
    """Write the rows, counted on the way: nothing is read twice."""
    from pyspark.errors import PySparkException  # optional and slow
    from pyspark.sql import Observation
    from pyspark.sql import functions as f

    seen = Observation("added")
    refused = f.count("refused")
    claims = f.sum(f.when(f.col("refused").isNull(), f.size("claims")).otherwise(0))
    counted = rows.observe(
        seen,
        (f.count(f.lit(1)) - refused).alias("documents"),
        claims.alias("claims"),
        refused.alias("refused"),
    )
    try:
        counted.write.mode("append").parquet(output)
    except PySparkException as error:
        raise ExportError(
            f'"{output}" was not written ({_first_line(error)})'
        ) from error
    return Run(**{key: value or 0 for key, value in seen.get.items()})


def _spark_schema() -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema  # optional and slow

    return from_arrow_schema(cluster_schema())


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
