"""How checks say things: the forms of their sentences, workings and remedies.

Each form stands here as a check writes it, its parts as %(kind)s, and is a message of
the catalogues. What a part may be is listed in `PARTS` where it is words of ours, and
in `finding_words` by how it looks where it is a name, a quotation, a day or a number.
A test holds the tables beside the checks' own source.
"""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES = (
    "%(voice)s: %(words)s, with no speaker; %(stated)s %(words2)s in %(outlet)s.",
    (
        "%(voice)s, from %(day)s, no longer counts %(items)s and begins to count"
        " %(items2)s: totals before and after are not comparable (different"
        " definition)."
    ),
    (
        "%(voice)s, from %(day)s, no longer counts %(items)s: totals before and after"
        " are not comparable (different definition)."
    ),
    (
        "%(voice)s, from %(day)s, begins to count %(items)s: totals before and after"
        " are not comparable (different definition)."
    ),
    (
        '%(stated)s %(words)s after %(words2)s, and "%(said)s": the %(kind)s is'
        " %(range)s, which %(verb)s the words."
    ),
    (
        "%(stated)s %(words)s, %(stated2)s %(words2)s, of the same thing up to"
        " %(day)s: the figures share no number."
    ),
    (
        "%(stated)s %(words)s, %(stated2)s %(words2)s, at two hours of one day: the"
        " later count is the higher."
    ),
    "%(stated)s that %(place)s changed hands; %(stated2)s %(reply)s.",
    (
        "%(stated)s %(words)s, and %(share)s: that share is %(range)s, which"
        " %(verb)s the number."
    ),
    (
        "%(stated)s %(words)s in %(outlet)s, which credits %(credit)s; %(where)s"
        " has %(words2)s."
    ),
    "%(stated)s %(words)s for %(day)s, after the publication on %(day2)s.",
    (
        '%(outlet)s dates the %(event)s to "%(said)s"%(days)s; the theatre pack'
        " dates it to %(day)s."
    ),
    (
        "%(stated)s %(words)s in %(outlet)s; %(outlet2)s repeats it as %(words2)s:"
        " the %(what)s changed."
    ),
    (
        "%(stated)s %(words)s in %(outlet)s and %(words2)s in %(outlet2)s up to"
        " %(day)s: two digits are exchanged."
    ),
    (
        "%(stated)s %(words)s up to %(day)s, less than %(words2)s up to %(day2)s: a"
        " running total was revised."
    ),
    (
        "%(stated)s %(words)s in the body; the headline in %(outlet)s has"
        " %(words2)s, and no figure below it comes to that."
    ),
    (
        "%(stated)s %(words)s up to %(day)s and %(words2)s up to %(day2)s; the"
        " increment %(words3)s %(verb)s the difference."
    ),
    (
        "%(stated)s %(words)s (%(measure)s); %(stretch)s %(layers)s have %(range)s"
        " %(unit)s %(side)s %(scope)s: %(relation)s."
    ),
    "%(stated)s %(words)s (%(measure)s, %(day)s); %(layers)s %(drawn)s: %(relation)s.",
    "%(stated)s %(words)s; %(layers)s: %(outcome)s, as %(reason)s.",
    (
        "%(voice)s: %(count)s documents of %(count2)s outlets go back to one"
        " utterance (%(outlet)s and %(count3)s more); that is one voice."
    ),
    (
        "%(voice)s: %(count)s documents of %(count2)s outlets go back to one"
        " utterance (%(outlet)s); that is one voice."
    ),
    (
        "%(stated)s %(words)s in all; the parts %(parts)s come to %(range)s and"
        " %(verb)s it."
    ),
    (
        "%(voice)s: one quotation stands in %(outlet)s and %(outlet2)s in different"
        " words."
    ),
    (
        "%(stated)s %(words)s for %(day)s; the largest of the %(count)s days before"
        " is %(number)s."
    ),
    (
        "%(stated)s a step of %(number)s to %(words)s for %(day)s; the largest of"
        " the %(count)s days before is %(number2)s."
    ),
    "%(stated)s %(words)s %(when)s, in place of %(words2)s %(when2)s.",
    (
        "%(stated)s %(words)s and %(words2)s, which leaves %(range)s km2; this"
        " %(verb)s %(words3)s stated as held."
    ),
    (
        "%(stated)s %(words)s and %(words2)s, which stand for a whole of %(range)s"
        " km2; this %(verb)s %(words3)s stated as the whole."
    ),
    (
        "%(stated)s %(words)s and %(words2)s: together they stand for a whole of"
        " %(range)s km2; nothing else in the document states the whole or the rest."
    ),
    (
        "%(stated)s %(words)s; a note of %(outlet)s says that an earlier version"
        " had %(words2)s."
    ),
    (
        "%(stated)s %(words)s in one version of the page and %(words2)s in another;"
        " which came first is not known."
    ),
    (
        "%(stated)s %(words)s; changed after publication: %(words2)s -> %(words3)s,"
        " seen on %(days)s."
    ),
    '%(stated)s %(words)s of "%(said)s": no whole number of them is that share.',
    (
        '%(voice)s: "%(said)s" beside %(words)s; %(outlet)s prints the same figure'
        " without the word."
    ),
)
"""Sentences of findings."""

WORKING: Mapping[str, tuple[str, ...]] = {
    "": ("the same stands in: %(printed)s", "%(words)s is %(range)s"),
    "attribution_lost": (
        "stated by: %(voice)s",
        "repeated in: %(outlet)s, in the narrator's voice",
    ),
    "categories": (
        "last stated: %(item)s %(words)s up to %(day)s",
        "first stated: %(item)s %(words)s up to %(day)s",
        "%(items)s = %(number)s, %(item)s begins at %(number2)s",
    ),
    "changes": (
        '"%(said)s" is a %(kind)s within %(range)s',
        "later / earlier: %(range)s",
        "later - earlier: %(range)s",
    ),
    "contradictions": ("%(voice)s: %(measure)s, %(stance)s",),
    "count_shares": ("share x whole: %(range)s",),
    "credited": ('credit line: "%(said)s"',),
    "dates": (
        "first day of the claim: %(day)s",
        "published: %(day)s",
        "source of the day: %(event)s",
    ),
    "drift": ("changed: %(drift)s", "shown by: %(link)s"),
    "exchanges": ("%(number)s and %(number2)s have the same digits",),
    "falls": ("change: %(range)s",),
    "increments": ("later - earlier: %(range)s", "days between: %(count)s"),
    "layer_areas": (
        "the first day is not stated: from any day before",
        "%(day)s to %(day2)s: %(side)s %(number)s km2, net %(number2)s",
        "lines off by %(number)s m: %(number2)s km2",
        "%(count)s days at the ends without a layer: %(number)s km2 each",
        "held on %(day)s: %(number)s km2",
        "%(day)s: %(number)s km2",
        "the place: %(number)s km2",
        "%(measure)s, place: %(site)s",
        "%(reason)s",
    ),
    "layer_places": (
        "%(place)s, known within %(number)s m",
        "from %(day)s: %(state)s",
        "%(measure)s, place: %(site)s",
        "%(reason)s",
    ),
    "one_origin": (
        "documents: %(count)s",
        "outlets: %(count)s",
        "origins: %(count)s",
        "earliest held: %(outlet)s, %(dated)s, %(words)s",
    ),
    "parts": ("sum of the parts: %(range)s",),
    "quotations": ('"%(said)s" / "%(said2)s"',),
    "rates": (
        "day: %(number)s",
        "largest of %(count)s days before: %(number)s",
        "ratio: above %(number)s",
    ),
    "shares": (
        "whole = area / share: %(range)s km2",
        "left = whole - area: %(range)s km2",
    ),
    "whole_numbers": ("share x count: %(range)s",),
    "wordings": ("%(outlet)s: %(sentence)s",),
}
"""Lines of a working, by check; under "" those of all."""

REMEDIES: Mapping[str, tuple[str, ...]] = {
    "attribution_lost": ("the speaker named beside the figure: %(voice)s",),
    "changes": ("a %(kind)s within %(range)s, or another word",),
    "contradictions": (
        "a definition, area or period in which the two differ",
        "days or parts of the place in which the two differ",
    ),
    "count_shares": ("a part within %(range)s, or another share",),
    "credited": ("%(words)s, as credited, or another report of %(credit)s",),
    "dates": (
        "another publication date, or a claim of something intended",
        "%(day)s, or another event of the same name",
    ),
    "drift": ("%(words)s, as first held",),
    "exchanges": ("the figure as the speaker first published it",),
    "falls": (
        "a later total not below the earlier one, or a note that it was revised",
        (
            "a later total not below the earlier one, or a note that it was revised;"
            " with two digits exchanged it reads %(number)s"
        ),
        (
            "a later total not below the earlier one, or a note that it was revised;"
            " the earlier, with digits exchanged, reads %(number)s"
        ),
    ),
    "headlines": (
        "the figure of the body in the headline, or what the headline sums up",
    ),
    "increments": (
        (
            "an increment within %(range)s; the difference may hold earlier losses"
            " that were accepted late"
        ),
    ),
    "layer_areas": (
        (
            "a figure within %(range)s %(unit)s, or a definition, place or days in"
            " which the two differ"
        ),
    ),
    "layer_places": ("another day, another part of the place, or another line",),
    "parts": ("a total within %(range)s, or a part that is left out",),
    "quotations": ("the words as first published, or signs where they were cut",),
    "rates": (
        "a figure within the range, or a note that earlier ones were added late",
        (
            "a figure within the range, or a note that earlier ones were added late;"
            " with two digits exchanged it reads %(number)s"
        ),
    ),
    "revisions": ("the later figure, with a note that it replaces the earlier one",),
    "shares": (
        "a rest within %(range)s km2, or a share of %(range2)s percent",
        "a whole within %(range)s km2, or a share of %(range2)s percent",
    ),
    "versions": (
        "the note, which is kept with the document",
        "the two versions, which are both kept",
    ),
    "whole_numbers": ("a share or a number that gives a whole number",),
}
"""What would make a finding consistent, by check."""

ROLES = ("beside %(maker)s",)
"""What an input is called where it is more than a word of the catalogues."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "verb": ("agrees with", "differs from", "agree with", "differ from"),
    "kind": ("ratio", "difference"),
    "reply": ("the contrary", "that it is held"),
    "where": (
        "the title of its report",
        "the title of its source",
        "its report",
    ),
    "what": ("bound", "figure"),
    "unit": ("km2", "percent"),
    "side": ("gained", "lost", "held"),
    "stance": ("asserted", "denied", "hedged", "goal"),
    "state": ("outside", "across", "inside"),
    "relation": (
        "the two share no number",
        "the two share no number, though both go back to one map-maker",
        "the two share no day",
        "the two share no day, though both go back to one map-maker",
        "the two agree",
        (
            "the two agree and go back to one map-maker, which is repetition, not"
            " corroboration"
        ),
    ),
    "control": (
        "assessed control",
        "assessed advance",
        "claimed control",
        "claimed counteroffensive",
        "contested",
        "unknown",
    ),
    "layers": (
        "the layers of %(name)s (%(control)s by %(party)s)",
        "the layers of %(name)s (%(control)s)",
    ),
    "maker": ("%(name)s, %(control)s by %(party)s", "%(name)s, %(control)s"),
    "scope": (
        "in all they draw; the claim names no place",
        "in all they draw",
        "in %(place)s as %(name)s outlines it",
        "in %(place)s",
    ),
    "drawn": (
        "draw it into that ground %(crossed)s",
        "draw it out of that ground %(crossed)s",
        "draw it outside that ground on %(day)s",
        "draw their line across it on %(day)s",
        "draw it inside that ground on %(day)s",
    ),
    "crossed": (
        "not up to %(day)s",
        "in part only",
        "by %(day)s",
        "on %(day)s",
        "between %(day)s and %(day2)s",
    ),
    "reason": (
        'no gazetteer holds the place "%(said)s"',
        "the layer does not cover %(place)s",
        (
            "the layer draws more than %(place)s, whose outline is not held: sayso"
            " layers add --units"
        ),
        "no days are stated",
        "no day is stated",
        "no first day is stated",
        "no layer of %(day)s is held",
        "no layer is held around its days",
        "the layers are of %(day)s to %(day2)s, not of %(day3)s",
        "the layers there are of %(day)s to %(day2)s, not of %(day3)s",
        "the area of the place is in no pack and no unit",
        "the layer draws nothing there before",
    ),
}
"""Kind of part -> the words that it may be, each of them a form again."""

PRINTED: Mapping[str, str] = {
    (
        "%(stated)s %(words)s and %(words2)s, which stand for a whole of %(range)s"
        " km2; this %(verb)s %(words3)s stated as the whole."
    ): (
        "%(stated)s %(words)s and %(words2)s, which stand for a whole (%(range)s km2);"
        " this %(verb)s %(words3)s stated as the whole."
    ),
    (
        "%(stated)s %(words)s and %(words2)s: together they stand for a whole of"
        " %(range)s km2; nothing else in the document states the whole or the rest."
    ): (
        "%(stated)s %(words)s and %(words2)s: together they stand for a whole"
        " (%(range)s km2); nothing else in the document states the whole or the rest."
    ),
    '"%(said)s" is a %(kind)s within %(range)s': '"%(said)s": %(kind)s %(range)s',
    "a %(kind)s within %(range)s, or another word": (
        "a %(kind)s (%(range)s), or another word"
    ),
    "a part within %(range)s, or another share": (
        "a part (%(range)s), or another share"
    ),
    (
        "an increment within %(range)s; the difference may hold earlier losses that"
        " were accepted late"
    ): (
        "an increment (%(range)s); the difference may hold earlier losses that were"
        " accepted late"
    ),
    (
        "a figure within %(range)s %(unit)s, or a definition, place or days in which"
        " the two differ"
    ): (
        "a figure (%(range)s %(unit)s), or a definition, place or days in which the"
        " two differ"
    ),
    "a total within %(range)s, or a part that is left out": (
        "a total (%(range)s), or a part that is left out"
    ),
    "a rest within %(range)s km2, or a share of %(range2)s percent": (
        "a rest (%(range)s km2), or a share (%(range2)s percent)"
    ),
    "a whole within %(range)s km2, or a share of %(range2)s percent": (
        "a whole (%(range)s km2), or a share (%(range2)s percent)"
    ),
}
"""Forms that English pages print otherwise, since intervals are said in words there."""
