"""The same pure reader on many machines: Apache Spark, by one thin adapter."""

from sayso.cluster.linked import incidents_schema, origins_schema
from sayso.cluster.linking import Links, LinkWorkers, link_on_spark
from sayso.cluster.rows import cluster_schema, read_archives, read_lines
from sayso.cluster.shares import shares_schema
from sayso.cluster.sharing import Shares, Workers, share_on_spark
from sayso.cluster.spark import Form, Job, Run, open_session, read_on_spark

__all__ = [
    "Form",
    "Job",
    "LinkWorkers",
    "Links",
    "Run",
    "Shares",
    "Workers",
    "cluster_schema",
    "incidents_schema",
    "link_on_spark",
    "open_session",
    "origins_schema",
    "read_archives",
    "read_lines",
    "read_on_spark",
    "share_on_spark",
    "shares_schema",
]
