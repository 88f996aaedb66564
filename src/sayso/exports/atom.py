"""Atom (RFC 4287): a feed of findings, newest first, each with its working."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO
from xml.sax.saxutils import escape

from sayso.exports.bundle import Bundle, FindingRow, Format

_NOTHING = "1970-01-01T00:00:00Z"
"""When a feed without entries was last changed, where no instant is known."""


def write_atom(bundle: Bundle, out: TextIO) -> None:
    """Write the feed."""
    rows = tuple(bundle.findings)
    updated = max((row.at for row in rows), default=bundle.made or _NOTHING)
    out.write('<?xml version="1.0" encoding="utf-8"?>\n')
    out.write('<feed xmlns="http://www.w3.org/2005/Atom">\n')
    out.write("<title>Findings on claims</title>\n<id>urn:sayso:findings</id>\n")
    out.write(f"<updated>{plain_xml(updated)}</updated>\n")
    out.write(f"<author><name>{plain_xml(bundle.maker)}</name></author>\n")
    for row in rows:
        out.writelines(_entry(row))
    out.write("</feed>\n")


def _entry(row: FindingRow) -> Iterator[str]:
    finding = row.finding
    yield "<entry>\n"
    yield f"<id>urn:sayso:finding:{finding.fingerprint}</id>\n"
    yield f"<title>{plain_xml(f'{finding.outcome}: {finding.sentence}')}</title>\n"
    yield f"<updated>{plain_xml(row.at)}</updated>\n"
    yield f'<category term="{plain_xml(finding.rule)}"/>\n'
    for paper in row.papers.values():
        if paper.url:
            yield f'<link rel="related" href="{plain_xml(paper.url)}"/>\n'
    lines = [finding.sentence, *finding.working]
    if finding.remedy:
        lines.append(f"consistent would be: {finding.remedy}")
    lines += [_input_line(row, at) for at in range(len(finding.inputs))]
    lines.append(row.review)
    yield f'<content type="text">{plain_xml(chr(10).join(lines))}</content>\n'
    yield "</entry>\n"


def _input_line(row: FindingRow, at: int) -> str:
    given = row.finding.inputs[at]
    paper = row.papers.get(given.document)
    where = paper.called if paper else given.document[:12]
    words = " ".join(given.span.text.split())
    return f"{given.role}: “{words}”, {where} [{given.span.start}, {given.span.end})"


def plain_xml(text: str) -> str:
    """Give the text as XML allows it: escaped, without control characters."""
    kept = "".join(
        c if (c >= " " and c not in "\ufffe\uffff") or c in "\t\n" else "\ufffd"
        for c in text
    )
    return escape(kept, {'"': "&quot;"})


FORMAT = Format(
    "atom",
    ".atom",
    "application/atom+xml",
    write_atom,
    "a feed of findings, newest first",
    (
        "claims that no finding uses",
        "all fields of a claim besides its words and span",
        "chains",
    ),
)
