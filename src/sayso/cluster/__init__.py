"""The same pure reader on many machines: Apache Spark, by one thin adapter."""

from sayso.cluster.rows import cluster_schema, read_archives, read_lines
from sayso.cluster.shares import shares_schema
from sayso.cluster.sharing import Shares, Workers, share_on_spark
from sayso.cluster.spark import Form, Job, Run, open_session, read_on_spark

__all__ = [
    "Form",
    "Job",
    "Run",
    "Shares",
    "Workers",
    "cluster_schema",
    "open_session",
    "read_archives",
    "read_lines",
    "read_on_spark",
    "share_on_spark",
    "shares_schema",
]
