"""Exports of databases, messengers and news services, made from words of our own."""

import json

from made_files import WORDS

OTHER = (
    "The mayor of Olmar said 30 houses were destroyed and 4,500 people had fled the"
    " town since the shelling began on Sunday."
)

NEXIS_OLD = f"""
                               1 of 2 DOCUMENTS

                                  Olmar Post

                             May 14, 2030 Tuesday
                                 First Edition

Shelling near Olmar kills over 40

BYLINE: Ode Harn

SECTION: WORLD; Pg. 3

LENGTH: 55 words

DATELINE: OLMAR

{WORDS}

LOAD-DATE: May 15, 2030

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                       Copyright 2030 Olmar Post Ltd.
                             All Rights Reserved

                               2 of 2 DOCUMENTS

                                  Tarn Wire

                           May 15, 2030 Wednesday

Thousands flee

LENGTH: 20 words

{OTHER}

LOAD-DATE: May 16, 2030
"""
NEXIS_NEW = f"""Shelling near Olmar kills over 40

Olmar Post

May 14, 2030 Tuesday

Copyright 2030 Olmar Post Ltd. All Rights Reserved

Section: WORLD; Pg. 3

Length: 55 words

Byline: Ode Harn

Body

{WORDS}

Load-Date: May 15, 2030

End of Document

Thousands flee

Tarn Wire

May 15, 2030 Wednesday

Copyright 2030 Tarn Wire

Length: 20 words

Body

{OTHER}

Load-Date: May 16, 2030

End of Document
"""
FACTIVA_CODED = f"""SE  World
HD  Shelling near Olmar kills over 40
BY  By Ode Harn
WC  55 words
PD  14 May 2030
ET  12:30
SN  Olmar Post
SC  OPST
LA  English
CY  (c) 2030 Olmar Post

LP
{WORDS}

TD
{OTHER}

RE  tarn : Tarn
AN
Document OPST000020300514eq5e0001x

HD  Thousands flee
WC  20 words
PD  15 May 2030
SN  Tarn Wire
SC  TWIR
LA  English

LP
{OTHER}

AN
Document TWIR000020300515eq5f0002y
"""
FACTIVA_PLAIN = f"""World
Shelling near Olmar kills over 40
By Ode Harn
55 words
14 May 2030
12:30
Olmar Post
OPST
English
(c) 2030 Olmar Post

{WORDS}

Document OPST000020300514eq5e0001x

Thousands flee
20 words
15 May 2030
Tarn Wire
TWIR
English
Copyright 2030 Tarn Wire

{OTHER}

Document TWIR000020300515eq5f0002y
"""
FACTIVA_PAGE = "<html><body>{}</body></html>".format(
    "".join(f"<div>{line}</div>" for line in FACTIVA_PLAIN.splitlines() if line)
)
_RULE = "_" * 60
PROQUEST = f"""{_RULE}

Document 1 of 2

Shelling near Olmar kills over 40

Author: Harn, Ode

Publication info: Olmar Post; Olmar [Olmar]14 May 2030: A.3.

ProQuest document link

Full text:
{WORDS}

Subject: Shelling

Title: Shelling near Olmar kills over 40

Publication title: Olmar Post

Publication date: May 14, 2030

ProQuest document ID: 1234567

Document URL: https://archive.example/docview/1234567

{_RULE}

Document 2 of 2

Thousands flee

Publication info: Tarn Wire; Tarn [Tarn]15 May 2030.

Full text: {OTHER}

Publication title: Tarn Wire

Publication date: May 15, 2030

ProQuest document ID: 1234568
"""
WHATSAPP = f"""[14/05/2030, 09:00:00] Press desk: \u200eChats are encrypted.
[14/05/2030, 09:01:12] Ode Harn: {WORDS}
[14/05/2030, 09:02:00] Ode Harn: \u200eimage omitted
[15/05/2030, 10:15:00] Press desk: {OTHER}
It goes on in a second line.
"""
WHATSAPP_OTHER = f"""14/05/2030, 09:00 - Ode Harn created group "Olmar"
14/05/2030, 09:01 - Ode Harn: {WORDS}
15/05/2030, 10:15 - Press desk: {OTHER}
"""


def rtf(text: str) -> bytes:
    plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    marked = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in plain)
    body = marked.replace("\n", "\\par\n")
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\*\\generator x;}"
        f"{{\\info{{\\title none}}}}\\f0 {body}}}"
    ).encode("ascii")


TELEGRAM = json.dumps(
    {
        "name": "Olmar Watch",
        "type": "public_channel",
        "id": 1,
        "messages": [
            {"id": 1, "type": "service", "date": "2030-05-14T08:00:00", "text": ""},
            {
                "id": 2,
                "type": "message",
                "date": "2030-05-14T12:10:00",
                "edited": "2030-05-14T12:40:00",
                "from": "Olmar Watch",
                "forwarded_from": "General Staff of Tarn",
                "photo": "photos/photo_1.jpg",
                "text": [{"type": "bold", "text": WORDS[:20]}, WORDS[20:]],
            },
            {"id": 3, "type": "message", "date": "2030-05-14T13:00:00", "text": ""},
            {
                "id": 4,
                "type": "message",
                "date": "2030-05-15T09:00:00",
                "from": "Olmar Watch",
                "reply_to_message_id": 2,
                "text": OTHER,
            },
        ],
    },
    ensure_ascii=False,
)
POSTS = "window.YTD.tweets.part0 = " + json.dumps(
    [
        {
            "tweet": {
                "id_str": "11",
                "created_at": "Tue May 14 12:10:00 +0000 2030",
                "full_text": WORDS,
            }
        },
        {
            "tweet": {
                "id_str": "12",
                "created_at": "Wed May 15 12:10:00 +0000 2030",
                "full_text": f"RT @tarnwire: {OTHER}",
            }
        },
    ]
)
NEWS_SERVICE = json.dumps(
    {
        "status": "ok",
        "totalResults": 2,
        "articles": [
            {
                "source": {"id": None, "name": "Olmar Post"},
                "author": "Ode Harn",
                "title": "Shelling near Olmar kills over 40",
                "url": "https://post.example/1",
                "publishedAt": "2030-05-14T12:10:00Z",
                "content": f"{WORDS} [+2345 chars]",
            },
            {
                "source": {"name": "Tarn Wire"},
                "title": "Thousands flee",
                "publishedAt": "2030-05-15T12:10:00Z",
                "content": OTHER,
            },
        ],
    }
)
ARRAY = json.dumps(
    [
        {
            "stories_id": 1,
            "media_name": "Olmar Post",
            "publish_date": "2030-05-14",
            "title": "Shelling near Olmar kills over 40",
            "url": "https://post.example/1",
            "language": "en",
            "text": WORDS,
        },
        {
            "stories_id": 2,
            "media_name": "Tarn Wire",
            "publish_date": "2030-05-15",
            "title": "Thousands flee",
            "text": OTHER,
        },
    ]
)
LINKED = json.dumps(
    [
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "Shelling near Olmar kills over 40",
            "datePublished": "2030-05-14T12:10:00+03:00",
            "publisher": {"@type": "Organization", "name": "Olmar Post"},
            "articleBody": WORDS,
        },
        {
            "@type": "NewsArticle",
            "headline": "Thousands flee",
            "datePublished": "2030-05-15",
            "publisher": "Tarn Wire",
            "articleBody": OTHER,
        },
    ]
)
