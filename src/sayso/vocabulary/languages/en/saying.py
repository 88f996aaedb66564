"""English words of saying: the one table that every part takes its own from.

Each word stands once, under the names of the columns it is in.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sayso.vocabulary.languages.saying_columns import in_column

VERBS: Mapping[str, str] = MappingProxyType(
    {
        "saying inverted reporting dating persons": (
            "added announced claimed reported said says wrote"
        ),
        "saying reporting dating remarking persons": "insisted",
        "saying reporting dating telling persons": "told",
        "saying inverted dating persons": "reports",
        "saying participle reporting persons": "saying",
        "saying reporting dating persons": "admitted confirmed declared denied stated",
        "saying dating persons": "announces",
        "saying participle reporting": "claiming reporting",
        "saying remarking persons": "recalled",
        "saying reporting dating": "acknowledged",
        "saying reporting persons": "estimated warned",
        "saying telling persons": "tells",
        "dating remarking": "posted",
        "remarking persons": (
            "answered argued argues asked asks believed complained cried described "
            "explained explains recounted replied shouted testified thinks thought "
            "whispered"
        ),
        "reporting telling": "telling",
        "saying participle": "adding stating",
        "saying persons": (
            "adds admits believes claims confirms counted counts declares denies "
            "estimates insists noted notes put say speaks spoke states warns writes"
        ),
        "saying reporting": "cited citing quoted quoting",
        "telling persons": "tell",
        "dating": (
            "announcement briefed briefing bulletin discussions interview meeting speech "
            "statement"
        ),
        "persons": (
            "called calls describes recalls remembered remembers saw sees sobbed "
            "testifies"
        ),
        "remarking": (
            "accused answers begged charged commented comments concluded concludes "
            "continued continues countered demanded emailed exclaimed feels felt fumed "
            "interjected joked knew knows lamented mused muttered observed observes "
            "pleaded pledged posts predicted promised quipped read reads remarked remarks "
            "replies responded responds retorted snapped suggested texted thundered "
            "tweeted tweets urged vowed wondered yelled"
        ),
        "reporting": "announcing confirming declaring warning",
        "saying": (
            "acknowledges boasted cites conceded concedes documented documents gave given "
            "gives listed lists maintains puts quotes reckons recorded records registered "
            "reiterated speak specified spoken tallied"
        ),
    }
)
"""Columns -> words."""
SAYING = in_column(VERBS, "saying")
"""Cues of an attribution."""
INVERTED = in_column(VERBS, "inverted")
"""Cues whose source may follow: "said the Observatory"."""
PARTICIPLES = in_column(VERBS, "participle")
"""Cues whose source is the subject of the clause before."""
REPORTING = in_column(VERBS, "reporting")
"""What makes a second look worth its time; none that are nouns too."""
DATING = in_column(VERBS, "dating")
"""Words, nouns too, beside which a day is that of the saying."""
REMARKING = in_column(VERBS, "remarking")
"""What is said as well by whoever comes behind a quotation."""
TELLING = in_column(VERBS, "telling")
"""Words behind which stands whom it was told."""
PERSONS = in_column(VERBS, "persons")
"""What persons do whose words are quoted; by it a name is a person's."""
