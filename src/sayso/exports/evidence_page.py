"""One document as a page that opens offline: its words, marked, and its claims.

No script, no picture, nothing from elsewhere. Each field of a claim links to the words
that carry it; a field that no words carry says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from sayso.exports.bundle import NOT_LOOKED_AT, Paper, Row
from sayso.exports.flat import to_flat
from sayso.model import Span
from sayso.model.withheld import find_signs

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body{font:11pt/1.5 Georgia,serif;max-width:70em;margin:2em auto;padding:0 1em}
h1{font-size:1.4em}h2{font-size:1.1em}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2em}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.figure{background:#ffe08a;font-weight:bold}.source{border-bottom:2px solid #0b5394}
.cue{border-bottom:2px dotted #0b5394}.content{background:#eef4fb}
.field{border-bottom:1px dashed #7a3d00}.withheld{color:#444}
.figure.content{background:#ffe08a}
section{margin:0 0 1.4em;padding-left:.8em;border-left:3px solid #bbb}
.said{font-weight:bold;margin:0}.open{color:#7a3d00}
dl{display:grid;grid-template-columns:8em minmax(0,1fr);gap:.1em .8em;margin:0}
dt{color:#555}dd{margin:0;overflow-wrap:anywhere}
:target{outline:3px solid #0b5394}
@media (max-width:50em){main{display:block}}
@media print{main{display:block}body{margin:0}}
"""
_LEGEND = (
    ("figure", "the words of a claim"),
    ("source", "who says it"),
    ("cue", "the word of saying"),
    ("content", "what is said"),
    ("field", "words that carry a field"),
)
_FIELDS = (
    ("event", "measure"),
    ("affected", "affected"),
    ("actor", "actor"),
    ("place", "place"),
    ("period", "days"),
    ("claimant", "claimant"),
    ("stance", "stance"),
    ("accrual", "accrual"),
)
"""Field of a claim, and the column that holds its value."""
_TITLES = {"event": "counted", "affected": "of", "actor": "by", "claimant": "who says"}
_SIGNED = "each character of what is withheld is a sign, so that offsets hold"
Marks = Sequence[tuple[int, int, str]]


def document_page(paper: Paper, text: str, rows: Sequence[Row]) -> str:
    """Give the whole page.

    Args:
        paper: What is told of the document.
        text: Its words, with signs for what is withheld.
        rows: Its claims, in the order of the text.
    """
    title = paper.title or paper.name or f"text {paper.id[:12]}"
    head = (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n"
        f"<h1>{escape(title)}</h1>\n<dl>"
    )
    parts = [
        head,
        *_facts(paper),
        "</dl>\n<p>Nothing here says that a claim is so. Marked: ",
        ", ".join(f'<span class="{css}">{says}</span>' for css, says in _LEGEND),
        f".</p>\n<main><div{_language(paper)} class=text>",
        *_marked(text, rows),
        "</div>\n<div><h2>Claims</h2>\n",
        *(line for row in rows for line in _claim(row)),
        "</div></main></body></html>\n",
    ]
    return "".join(parts)


def _language(paper: Paper) -> str:
    return f' lang="{escape(paper.language)}"' if paper.language else ""


def _facts(paper: Paper) -> Iterator[str]:
    yield _pair("published by", paper.outlet or "not known")
    yield _pair("on", paper.published or "day not known")
    yield _pair("address", paper.url or "")
    yield _pair("captured", paper.retrieved or "")
    yield _pair("text SHA-256", paper.id)
    yield _pair("bytes SHA-256", paper.raw_sha256 or "")


def _marked(text: str, rows: Sequence[Row]) -> Iterator[str]:
    """Yield the text, cut wherever a mark begins or ends."""
    marks = tuple(dict.fromkeys(_marks(text, rows)))
    targets = {span.start for row in rows for span in _linked(row)}
    edges = sorted({0, len(text), *(m[0] for m in marks), *(m[1] for m in marks)})
    for start, end in pairwise(edges):
        roles = sorted({css for a, b, css in marks if a <= start and end <= b})
        at = f' id="o{start}"' if start in targets else ""
        words = escape(text[start:end])
        css = f' class="{" ".join(roles)}"' if roles else ""
        yield f"<span{at}{css}>{words}</span>" if at or css else words


def _marks(text: str, rows: Sequence[Row]) -> Iterator[tuple[int, int, str]]:
    for start, end, _ in find_signs(text, 0, len(text)):
        yield start, end, "withheld"
    for row in rows:
        span = row.claim.quantity.span
        yield span.start, span.end, "figure"
        for evidence in row.claim.evidence:
            yield from ((s.start, s.end, "field") for s in evidence.spans)
        for role in ("source", "cue", "content"):
            found: tuple[Span, ...] = getattr(row.attribution, role, ())
            yield from ((s.start, s.end, role) for s in found)


def _linked(row: Row) -> Iterator[Span]:
    """Yield the spans that a claim's lines lead to."""
    yield row.claim.quantity.span
    for evidence in row.claim.evidence:
        yield from evidence.spans


def _claim(row: Row) -> Iterator[str]:
    flat, span = to_flat(row), row.claim.quantity.span
    yield f'<section id="c{escape(row.id)}">'
    yield f'<p class="said"><a href="#o{span.start}">{escape(row.sentence())}</a></p>'
    if row.is_masked:
        yield f"<p>The name is withheld; {_SIGNED}.</p>"
    yield "<dl>"
    days = [str(flat[column] or "…") for column in ("first_day", "last_day")]
    flat["days"] = " to ".join(dict.fromkeys(days)) if row.claim.period else ""
    for name, column in _FIELDS:
        yield _field(row, name, flat[column])
    low, high = flat["low"], flat["high"]
    ends = f"[{'…' if low is None else low}, {'…' if high is None else high}]"
    yield _pair("interval", f"{ends} {flat['unit']}, {flat['bound']}")
    yield _pair("relayed by", flat["via"] or "")
    yield _pair("words at", f"[{span.start}, {span.end})")
    yield _pair("read by", row.claim.reader)
    css = ' class="open"' if row.review == NOT_LOOKED_AT else ""
    yield f"<dt>reviewed</dt><dd{css}>{escape(row.review)}</dd>"
    yield _pair("id", row.id)
    yield "</dl></section>\n"


def _field(row: Row, name: str, value: object) -> str:
    """Give one field with links to the words that carry it."""
    carried = [e for e in row.claim.evidence if e.field == name]
    links = "".join(
        f' <a href="#o{span.start}">{escape(" ".join(span.text.split()))}</a>'
        for evidence in carried
        for span in evidence.spans
    )
    shown = escape(str(value)) if value else "not read"
    label = _TITLES.get(name, name)
    words = f" — in the words:{links}" if links else ""
    return f"<dt>{label}</dt><dd>{shown}{words}</dd>"


def _pair(label: str, value: str) -> str:
    return f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" if value else ""
