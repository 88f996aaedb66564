"""Pages after the shapes of common publishing systems, about invented lands.

Each shape states one day of publication in its own way; each disturbance adds a day
that is another article's, a reader's, or of a later change.
"""

from made_files import WORDS

DAY = "2030-05-14"
TITLE = "Shelling near Olmar kills over 40"
URL = "https://post.example/world/shelling-near-olmar"


def _data(body: str) -> str:
    return f'<script type="application/ld+json">{body}</script>'


def _article(kind: str = "NewsArticle", more: str = "") -> str:
    return (
        f'{{"@context":"https://schema.org","@type":"{kind}","headline":"{TITLE}",'
        f'"mainEntityOfPage":"{URL}","datePublished":"{DAY}T12:10:00Z"{more}}}'
    )


SHAPES = {
    "weblog with meta names": (
        f'<meta property="article:published_time" content="{DAY}T12:10:00+00:00" />',
        "",
    ),
    "weblog with a graph": (
        _data(
            f'{{"@graph":[{{"@type":"WebSite","url":"https://post.example/"}},'
            f'{_article("Article")},{{"@type":"WebPage","@id":"{URL}",'
            f'"datePublished":"{DAY}T12:10:00+00:00","dateModified":"2030-05-30"}}]}}'
        ),
        "",
    ),
    "theme with a marked time": (
        "",
        f'<time class="entry-date published" datetime="{DAY}T12:10:00+02:00">x</time>',
    ),
    "attributes without quotes": (
        f"<meta property=article:published_time content={DAY}T12:10:00Z>",
        "",
    ),
    "large news room": (_data(f"[{_article()}]"), ""),
    "data in a comment": (_data(f"<!-- {_article('ReportageNewsArticle')} -->"), ""),
    "text of the article in the data": (
        _data(_article(more=',"articleBody":"<p>One.</p><p>Two.</p>"')),
        "",
    ),
    "microdata": (
        "",
        f'<span itemprop="datePublished" content="{DAY}">14 May</span>',
    ),
    "words in microdata": (
        '<meta itemprop="datePublished" content="May 14, 2030 | 4:39 pm">',
        "",
    ),
    "library names": ('<meta name="DC.date.issued" content="2030-05-14">', ""),
    "measuring service": (
        f'<meta name="parsely-pub-date" content="{DAY}T12:10:00Z">',
        "",
    ),
    "a name for a date": ('<meta name="date" content="14 May 2030">', ""),
    "static site": ("", f'<time datetime="{DAY}">14 May 2030</time>'),
    "time with pubdate": ("", f'<time pubdate datetime="{DAY}T09:00">14 May</time>'),
    "live page": (_data(_article("LiveBlogPosting")), ""),
}
_CARD = (
    '<article class="card"><h3><a href="/old">Flood in Tarn</a></h3>'
    '<time itemprop="datePublished" datetime="2028-01-03">3 Jan 2028</time></article>'
)
DISTURBANCES = {
    "nothing else": ("", ""),
    "another article's data": (
        _data(
            '{"@type":"NewsArticle","headline":"Flood in the north of Tarn",'
            '"url":"https://post.example/world/flood","datePublished":"2028-01-03"}'
        ),
        "",
    ),
    "a box of times": (
        _data('{"@type":"VideoObject","name":"x","datePublished":"2028-01-03"}'),
        f"<aside><time datetime='2028-01-03'>3 Jan 2028</time></aside>{_CARD}",
    ),
    "readers and changes": (
        '<meta property="article:modified_time" content="2030-06-30T10:00:00+03:00">'
        + _data('{"@type":"Comment","datePublished":"2030-06-30T10:00:00+03:00"}'),
        "<div class='comments'><time datetime='2030-06-30'>30 June</time></div>",
    ),
}


def page(shape: str, disturbance: str) -> bytes:
    """Give the page of a shape with what disturbs it before and behind."""
    head, byline = SHAPES[shape]
    noise, below = DISTURBANCES[disturbance]
    paragraphs = "".join(f"<p>{line}</p>" for line in WORDS.split(". "))
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{TITLE}</title>"
        f'<link rel="canonical" href="{URL}">{noise}{head}</head><body><main><article>'
        f"<header><h1>{TITLE}</h1>{byline}</header>{paragraphs}</article>{below}</main>"
        "</body></html>"
    ).encode()
