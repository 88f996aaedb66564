"""English words and patterns of speech, as data.

Patterns are regular expressions; flags stand at their beginning.
"""

from sayso.vocabulary.languages.en.saying import (
    INVERTED,
    PARTICIPLES,
    REPORTING,
    SAYING,
)
from sayso.vocabulary.languages.speech_words import SpeechWords
from sayso.vocabulary.languages.stance_words import StanceWords

SPEECH = SpeechWords(
    citing=r'(?i)\b(citing|quoting)\s+([^\n,;:.\"“”()]{2,90}?(?:\bU\.[SN]\.[^\n,;:.\"“”()]{1,60}?)?)(?=[,;:.\"“”()\n]|\s+(?:that|as|saying|who|which|said|reported)\b|\Z)',
    hearing=r"""(?ix)\b
    (?:(?:has|have|had|having|will|would|could|can|may|must|should)\s)?
    (?:(?:also|first|later|since|not|never|then|\w+ly)\s)?
    (?:am|is|are|was|were|be|been|being)\s
    (?:(?:also|first|later|since|not|never|then|\w+ly)\s)?
    (?:told|informed|notified|briefed|assured|warned|advised|reminded)\b""",
    inverted=INVERTED,
    lead=r"""(?i)[\s\"'“‘«]*(?:that\s+)?""",
    participles=PARTICIPLES,
    put_right=r"""(?ix)\b(?:should\s(?:have\s)?(?:said|read|been|be)
    |(?:correct|right|actual|accurate)\s(?:figure|number|total|toll|count)
    |(?:is|are)\snow|to\s(?:say|read|show|state|reflect)|which\s(?:is|was)|when
    |in\sfact|actually)\b|\bto\s*$""",
    reporting=rf"(?i)\b(?:{'|'.join(sorted(REPORTING))}|according to)\b",
    saying=SAYING,
    speaking=r"(?i)\b(?:sources?|officials?|ministr(?:y|ies)|minister|spokes(?:man|woman|person)|statements?|reports?|reporters?|media|agenc(?:y|ies)|residents?|witness(?:es)?|activists?|military|army|navy|police|command(?:er|ers)?|staff|authorit(?:y|ies)|monitors?|observatory|groups?|doctors?|medics?|governor|mayor|government|correspondents?|newspapers?|television|council|office|service|services|figures|records|documents?|data|defen[cs]e|president|general|colonel|experts?)\b",
    taken_back=r"""(?ix)\b(?:(?:an?|the|this|our)\s)?
    (?:earlier|previous|original|initial|prior|first)\s
    (?:versions?|reports?|articles?|stor(?:y|ies)|headlines?|editions?|texts?|posts?
       |pieces?)\b
    |\b(?:previously|originally|incorrectly|wrongly|mistakenly|erroneously|inaccurately
       |mis-?stated|over-?stated|under-?stated|misreported)\b
    |\b(?:corrected|changed|amended|revised)\sfrom\s*$
    |(?P<not>\b(?:not|rather\sthan|instead\sof)(?:\sthe)?\s*$)""",
    taken_back_behind=r"""(?ix)\W{0,3}(?:(?:as|which)\s[^.;,]{0,40}?)?\b
    (?:previously|earlier|originally|initially|incorrectly|wrongly|mistakenly
       |erroneously)\b""",
    stance=StanceWords(
        denying=r"den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)",
        confirming=r"confirm(?:s|ed|ing)?|verif(?:y|ied)|acknowledged?|corroborated?",
        negating=r"not|n't|never|neither|nor|without|cannot|(?:do|does|did|wo|ca)n['’]t",
        doubting=r"reportedly|allegedly|unconfirmed|purportedly|supposedly|rumou?red",
        untrue=r"(?:not true|untrue|false|not the case|incorrect|no truth in (?:the )?(?:reports?|claims?)) that|dismiss(?:es|ed|ing) (?:as \w+ )?(?:an? |the |all )?(?:\w+ )?(?:reports?|claims?|rumou?rs?|assertions?|allegations?) (?:that|of)",
        hearsay=r"(?:reports?|claims?|rumou?rs?|assertions?|allegations?|figures?|numbers?|tolls?|talk|stor(?:y|ies)) (?:that|of)",
        unfounded=r"(?:were|was|are|is|as) (?!not (?!true\b))(?:\w+ )?(?:false|untrue|not true|baseless|unfounded|fabricated|fiction|nonsense|invented|made[ -]up|bogus)|(?<!not )(?:false|untrue|baseless|unfounded|fabricated|invented|bogus)(?=[.,;:!?”\"]|$)|(?<!in )(?<!by )(?<!of )(?<!an )an? (?:\w+ )?(?:lie|hoax|falsehood|fabrication|invention|fake)(?=[.,;:!?”\"]|$)",
        instead=(r"(?:not|n't|n’t)(?: the)?", r"but"),
        against=r"(?:,|\(|[—–]|,? (?:and|but)) ?not(?: the)?|,? rather than(?: the)?",
        supposing=r"(?<!as )if(?! not\b)|unless|whether|wish(?:es|ed)?",
        asking=r"suppose|supposing|imagine|assuming",
    ),
)  # fmt: skip
