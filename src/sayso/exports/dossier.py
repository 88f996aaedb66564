"""A dossier in HTML: claims, words, ways, findings and hashes on pages to be printed.

One file without scripts, pictures or anything from elsewhere; a browser's print makes
the PDF. Chains are worked out over the whole ledger, which takes a while.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import TextIO

from sayso.exports.bundle import (
    NOT_LOOKED_AT,
    Bundle,
    FindingRow,
    Format,
    Row,
    unread_sentence,
)
from sayso.exports.flat import to_flat

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body{font:11pt/1.45 Georgia,serif;font-variant-ligatures:none}
body{max-width:46em;margin:2em auto;padding:0 1em}
h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid #999}
section{break-inside:avoid;margin:1.4em 0;padding-left:.8em;border-left:3px solid #bbb}
.said{font-weight:bold}blockquote{margin:.4em 0;font-style:italic}
.open{color:#7a3d00}
dl{display:grid;grid-template-columns:9em 1fr;gap:.1em .8em;margin:0}
dt{color:#555}dd{margin:0;overflow-wrap:anywhere}ul{margin:.3em 0;padding-left:1.2em}
code{font:.85em/1.3 monospace;overflow-wrap:anywhere}
@page{margin:18mm}@media print{body{margin:0;max-width:none}a{color:inherit}}
"""
_SHOWN = (
    ("measure", "measure"),
    ("interval", "low"),
    ("of", "affected"),
    ("by", "actor"),
    ("where", "place"),
    ("days", "first_day"),
    ("how", "stance"),
    ("relayed by", "via"),
)


def write_dossier(bundle: Bundle, out: TextIO) -> None:
    """Write the whole page."""
    out.write(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Dossier of claims</title><style>{_STYLE}</style></head><body>\n"
        "<h1>Dossier of claims</h1>\n"
    )
    out.writelines(_head(bundle))
    chains = bundle.chains()
    out.write("<h2>Claims</h2>\n")
    count = 0
    papers: dict[str, Row] = {}
    for row in bundle.rows:
        count += 1
        papers.setdefault(row.paper.id, row)
        out.writelines(_claim(row, chains))
    if not count:
        out.write("<p>No claims fit what was asked for.</p>\n")
    out.write("<h2>Findings</h2>\n")
    out.writelines(_findings(bundle.findings))
    out.write("<h2>Documents</h2>\n")
    out.writelines(line for row in papers.values() for line in _document(row))
    unread = bundle.unread()
    if unread:
        items = "".join(
            f"<li>{escape(unread_sentence(paper))}</li>" for paper in unread
        )
        out.write(f"<h2>Not read</h2>\n<ul>{items}</ul>\n")
    out.write("</body></html>\n")


def _head(bundle: Bundle) -> Iterator[str]:
    yield (
        "<p>What speakers claim, in their words, as documents report it. Nothing here"
        " says that a claim is so. Names and words of private persons are withheld"
        " unless a person ruled otherwise.</p>\n<dl>"
    )
    yield _pair("made", f"{bundle.made} by {bundle.maker}")
    yield _pair("asked for", bundle.filters or "all claims")
    yield _pair("last entry's hash", bundle.ledger_head)
    yield "</dl>\n<p>The hash shows that the ledger is unchanged since it was recorded,"
    yield " and nothing more.</p>\n"


def _claim(row: Row, chains: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    flat = to_flat(row)
    span = row.claim.quantity.span
    yield f'<section id="c{escape(row.id)}">\n'
    yield f'<p class="said">{escape(row.sentence())}</p>\n'
    yield f"<blockquote>{escape(row.quote)}</blockquote>\n<dl>"
    for label, column in _SHOWN:
        yield _pair(label, _value(column, flat))
    yield _pair("in", _cited(row))
    yield _pair("words at", f"[{span.start}, {span.end}) of text {row.paper.id[:16]}…")
    yield _pair("read by", row.claim.reader)
    css = ' class="open"' if row.review == NOT_LOOKED_AT else ""
    yield f"<dt>reviewed</dt><dd{css}>{escape(row.review)}</dd></dl>\n"
    way = chains.get(row.id, ())
    if way:
        items = "".join(f"<li>{escape(line)}</li>" for line in way)
        yield f"<p>Its way:</p><ul>{items}</ul>\n"
    yield "</section>\n"


def _value(column: str, flat: Mapping[str, object]) -> str:
    if column == "low":
        low, high = flat["low"], flat["high"]
        ends = f"[{'…' if low is None else low}, {'…' if high is None else high}]"
        return f"{ends} {flat['unit']}, {flat['bound']}"
    if column == "first_day":
        days = [str(flat[name] or "…") for name in ("first_day", "last_day")]
        known = flat["first_day"] or flat["last_day"]
        return " to ".join(dict.fromkeys(days)) if known else ""
    return str(flat[column] or "")


def _cited(row: Row) -> str:
    paper = row.paper
    day = paper.published or "day of publication not known"
    return ", ".join(part for part in (paper.called, paper.title, day) if part)


def _findings(rows: Iterable[FindingRow]) -> Iterator[str]:
    count = 0
    for row in rows:
        count += 1
        finding = row.finding
        yield f'<section><p class="said">{escape(str(finding.outcome))}:'
        yield f" {escape(finding.sentence)}</p>\n<ul>"
        for line in finding.working:
            yield f"<li><code>{escape(line)}</code></li>"
        for given in finding.inputs:
            paper = row.papers.get(given.document)
            where = paper.called if paper else given.document[:12]
            words = " ".join(given.span.text.split())
            yield f"<li>{escape(given.role)}: “{escape(words)}”, {escape(where)}</li>"
        yield "</ul><dl>"
        yield _pair("consistent", finding.remedy or "")
        yield _pair("rule", f"{finding.rule} {finding.version}, recorded {row.at}")
        yield _pair("reviewed", row.review)
        yield "</dl></section>\n"
    if not count:
        yield "<p>No findings.</p>\n"


def _document(row: Row) -> Iterator[str]:
    paper = row.paper
    yield f"<section><p>{escape(_cited(row))}</p><dl>"
    yield _pair("address", paper.url or "")
    yield _pair("day stands in", paper.published_basis)
    yield _pair("captured", paper.retrieved or "")
    yield _pair("text SHA-256", paper.id)
    yield _pair("bytes SHA-256", paper.raw_sha256 or "")
    yield _pair("taken out by", paper.extractor)
    yield "</dl></section>\n"


def _pair(label: str, value: str) -> str:
    return f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>\n" if value else ""


FORMAT = Format(
    "dossier",
    ".html",
    "text/html",
    write_dossier,
    "one printable page: claims, words, ways, findings, hashes, reviewer",
    ("it is for people: nothing takes it in again", "earlier rulings than the last"),
)
