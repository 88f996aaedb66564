"""Words with which a line leads to another article, or is a caption or a notice.

Matched at the beginning of a line or paragraph; data only.
"""

from __future__ import annotations

import re

LEADS_ON = re.compile(
    r"(?i)\W{0,3}(?:read (?:more|also|next|on)|also read|more "
    r"(?:on (?:this|the)(?: (?:story|topic|subject))?|from|stories)|"
    r"see also|related(?: (?:stor(?:y|ies)|articles?|news|coverage|"
    r"content|links?|posts?|topics?|reading))?|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)|"
    r"in other news|also in the news|(?:most|must) read|trending(?: now)?|top stories|"
    r"(?:more|other|latest) (?:headlines|news)|what to read next|up next|"
    r"recommended|don'?t miss|watch|listen|in pictures|live updates|follow our|"
    r"читайте также|читайте також|дивіться також|смотрите также|материалы по теме|"
    r"lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea también|leggi anche|"
    r"leia também|lees ook)\s*(?:[:|>»→–—-]|$)"
)
"""What stands before another article's headline; a mark or the line's end follows."""
CAPTION = re.compile(
    r"(?i)\W{0,2}(?:image (?:source|caption|copyright)|photo(?:graph)?(?: by| credit)?|"
    r"photo caption|picture(?: by)?|caption|file photo|media caption|getty images|"
    r"foto|фото|photo d'archives)\s*[:/|]"
)
"""What stands before a caption or a credit."""
NOTICE = re.compile(
    r"(?i)\W{0,2}(?:sign up (?:for|to) (?:our|the|receive)|subscribe (?:to|now|for)|"
    r"get (?:our|the) (?:\w+ ){0,3}newsletter|this (?:site|website) uses cookies|"
    r"we use cookies|by (?:clicking|continuing|using)\b.{0,60}\bcookies|"
    r"accept (?:all )?cookies|download (?:our|the) app|unsubscribe\b|"
    r"view (?:this|in) (?:email |e-mail )?(?:in )?(?:your )?browser|"
    r"you are receiving this|manage (?:your )?(?:preferences|subscription))"
)
"""How notices of newsletters, cookies and subscriptions begin."""
COMMENTS = re.compile(
    r"(?i)\W{0,2}(?:(?:\d{1,5} )?(?:comments?|replies|responses|comentarios|kommentare|"
    r"commentaires|комментарии|коментарі)(?: \(?\d{1,5}\)?)?|leave a (?:comment|reply)|"
    r"join the (?:conversation|discussion)|post a comment)\s*:?\s*$"
)
"""The heading of what readers wrote; a line of its own."""
CORRECTION = re.compile(
    r"(?i)\W{0,2}(?:corrections?|clarifications?|editor'?s'? note|"
    r"updated and corrected|уточнение|исправление|поправка|от редакции|уточнення|"
    r"виправлення|спростування|від редакції|"
    r"rectificati(?:on|f)|berichtigung|fe de erratas)"
    r"(?:\s?\([^)\n]{3,40}\)|,? \d{1,2} \w{3,9}(?: \d{4})?"
    r"|,? \w{3,9} \d{1,2}(?:, \d{4})?)?\s{0,2}[:—–]|"
    r"\W{0,2}(?:an?|this|the) (?:earlier|previous|original|initial|prior)\s+version"
    r"|\W{0,2}this (?:article|story|report|piece|post|text|page|item|dispatch)\s+"
    r"(?:was|has been)\s+"
    r"(?:updated|amended|corrected|edited|changed|revised)\b"
    r"|\W{0,2}(?:в|у)\s(?:(?:более|більш)\s)?(?:ранн|раніш|предыдущ|попередн"
    r"|первоначальн|початков|исходн|первісн|прежн)\w{1,4}\s"
    r"(?:верси|версі|публикаци|публікаці)\w*"
    r"|\W{0,2}(?:(?:этот|эта|это|ця|цей|це)\s)?(?:материал|текст|статья|новость"
    r"|публикация|заметка|матеріал|стаття|новина|публікація|допис)\s"
    r"(?:был[аои]?|было|було|була|був)?\s?"
    r"(?:исправлен|обновл[её]н|изменен|измен[её]н|дополнен|уточн[её]н|виправлен|оновлен"
    r"|змінен|доповнен|уточнен)\w*"
)
"""How an outlet's own note on its earlier words begins."""
