"""English words and patterns of speech, as data.

Patterns are regular expressions; flags stand at their beginning.
"""

from sayso.vocabulary.languages.en.calendar import MONTHS, WEEKDAYS
from sayso.vocabulary.languages.speech_words import SpeechWords
from sayso.vocabulary.languages.stance_words import StanceWords

SPEECH = SpeechWords(
    according=r'\b(?P<cue>[Aa]ccording\sto|[Bb]y\sthe\sdata\sof|[Aa]s\sreported\sby|[Aa]s\sper)\s(?P<source>[^,.;:\n\"“”()]{2,90})',
    account=r"\b(?P<cue>[Bb]y|[Ii]n|[Aa]ccording\sto|[Ff]rom)\s(?P<source>(?:his|her|its|their|the|[A-Z][\w.'’-]+)(?:\s[\w.'’-]+){0,6}?)(?:['’]s?)?\s?(?P<rest>own\s)?(?P<noun>account|count|tally|reckoning|estimates?|data|figures|words|statement|report|table|calculations?)\b",
    acting=frozenset(
        "agreed arrested attempted brokered captured decided detained discover discovered expected failed find finds found helped launched need needs offered offers planned saw sees seized set sought targeted tried wanted".split()
    ),
    also=r"(?i)\b(?:was|were|had|has|have)\salso\b",
    announced=r"""(?x)(?:This|The|That|These)\s(?:\w+\s){0,2}
    (?:announcement|statement|report|claim|figure|information|news|data|number|
       assessment|disclosure)s?\s
    (?P<cue>(?:was|were|has\sbeen|have\sbeen|came)\s
    (?:\w+\s)?(?:made|given|announced|released|reported|published|voiced|provided|
       shared|issued|disclosed)?\s?(?:by|from))\s
    (?P<source>[^.;\n]{2,160})""",
    background=r"(?i)\b(?:since|so\sfar|ever|until\snow|has|have|is\sset|are\sset|expected|according|years?|war|conflict|uprising)\b|\bearlier\sthis\b|\blast\s(?:week|month|year)\b",
    before_cue=frozenset(
        "also earlier had has have here later separately since there".split()
    ),
    citing=r'(?i)\b(citing|quoting)\s+([^\n,;:.\"“”()]{2,90}?(?:\bU\.[SN]\.[^\n,;:.\"“”()]{1,60}?)?)(?=[,;:.\"“”()\n]|\s+(?:that|as|saying|who|which|said|reported)\b|\Z)',
 days=frozenset(
        " today yesterday".split()
    ).union((*WEEKDAYS, *MONTHS)),
    end_slug=r"(?::|\s[-–])\s(?P<source>(?:[A-Z]?[\w'’-]+\s?){1,4})$",
    event=r"(?is)(?:the|this|that|these|those)\s(?:\w+\s)?(?:air|drone|missile|rocket|artillery|suicide|bomb)?\s?(?:attack|strike|airstrike|shelling|bombing|bombardment|raid|clash|blast|explosion|violence|assault|incident|ambush|operation|battle|shooting|crash)(?:e?s)?\b|.*\b(?:as\sa\sresult\sof|in|by|during|from)\s(?:the|this|these)\s(?:air|drone|missile|rocket|artillery|suicide|bomb)?\s?(?:attack|strike|airstrike|shelling|bombing|bombardment|raid|clash|blast|explosion|violence|assault|incident|ambush|operation|battle|shooting|crash)(?:e?s)?\s*[.,]?$",
    introduces=r"\b(?P<cue>said|says|stated|added|wrote|announced|declared|reports|reported|lists|listed|claims|claimed)(?:\s[^:\n]{0,60})?:\s*$",
    inverted=frozenset(
        "added announced claimed reported reports said says wrote".split()
    ),
    lead=r"""(?i)[\s\"'“‘«]*(?:that\s+)?""",
    linked=r"""(?ix)(?:also|additionally|in\s(?:addition|total|all|exchange|return)|another|besides|
    of\s(?:these|those|them|the\s\w+|\w+,)|among\s(?:them|these|those|the\s\w+)|
    a\sfurther|moreover|more\s(?!than\b)[a-z]+\s[a-z]+|(?:\w+\s){1,4}also\s)""",
    links=frozenset(
        "' 's and for in of on's the ’s".split()
    ),
    no_claimant=r"(?i)(?:(?:some|initial|early|unconfirmed|first|preliminary|other)\s)*(?:reports|estimates?|rumou?rs?)",
    office=r",\s(?:the\s)?(?:\w+\s){0,3}(?:chief|head|spokes\w+|commander\S*)\b",
    openers=frozenset(
        "a an her his its one some the their two".split()
    ),
    own=frozenset(
        "i we".split()
    ),
    participles=frozenset(
        "adding claiming reporting saying stating".split()
    ),
    pronouns=frozenset(
        "he it she they".split()
    ),
    putting=frozenset(
        "put puts putting".split()
    ),
    put_right=r"""(?ix)\b(?:should\s(?:have\s)?(?:said|read|been|be)
    |(?:correct|right|actual|accurate)\s(?:figure|number|total|toll|count)
    |(?:is|are)\snow|to\s(?:say|read|show|state|reflect)|which\s(?:is|was)|when
    |in\sfact|actually)\b|\bto\s*$""",
    quoting=frozenset(
        "cited cites citing quoted quotes quoting".split()
    ),
    relaying=('reported', 'reports', 'quoted', 'said', 'according to'),
    reporting=r"(?i)\b(?:said|says|saying|told|telling|according to|reported|reporting|claimed|claiming|announced|announcing|confirmed|confirming|stated|declared|declaring|quoted|quoting|cited|citing|warned|warning|estimated|insisted|denied|admitted|acknowledged|added|wrote)\b",
    responsibility=r"(?i)(?:that\s)?responsibility\b",
    roles=frozenset(
        "activist activists administration agencies agency air analyst analysts army authorities authority body border bulletin channel charity chief civil coast colonel command commander commanders committee company council defence defense department deputy diplomat diplomats doctor doctors emergency envoy experts force foreign general generals government governor governors group guard guerrillas head health hospital human independent initiative insurgents intelligence interior junta lawyer lawyers leader leaders local mayor mayors media medic medics militants military militia minister ministers ministries ministry mission monitor monitoring monitors naval navy network news newspaper observers office officer officers official officials ombudsman ombudswoman opposition organisation organization outlet paper police president press project prosecutor prosecutors radio rebel rebels regime regional report reporter rescue rescuers resident residents resistance rights secretary security service source sources spokesman spokesmen spokesperson spokeswoman staff state statement station table television tv union update watchdog website witness witnesses workers".split()
    ),
    saying=frozenset(
        "acknowledged acknowledges added adding adds admits admitted announced announces believes boasted cited cites citing claimed claiming claims conceded concedes confirmed confirms counted counts declared declares denied denies documented documents estimated estimates gave given gives insisted insists listed lists maintains noted notes put puts quoted quotes quoting recalled reckons recorded records registered reiterated reported reporting reports said say saying says speak speaks specified spoke spoken stated states stating tallied tells told warned warns writes wrote".split()
    ),
    saying_pairs=frozenset([('goes', 'on'), ('made', 'clear'), ('pointed', 'out'), ('points', 'out'), ('went', 'on')]),
    showing=r"(?i)\bshow",
    slug=r"^(?:\d{1,2}[.:]\d\d\s)?(?P<source>[A-Z][\w'’.-]*(?:\s[\w'’.-]+){0,5}):\s(?=\S)",
    source_end=r"\s(?:during|at|in|on|after|when|while|who|which|as)\s|[,;(]\s",
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
        untrue=r"(?:not true|untrue|false|not the case|incorrect|no truth in (?:the )?(?:reports?|claims?)) that",
        hearsay=r"(?:reports?|claims?|rumou?rs?|assertions?|allegations?) (?:that|of)",
        unfounded=r"(?:were|was|are|is|as) (?:\w+ )?(?:false|untrue|not true|baseless|unfounded|fabricated|fiction|nonsense)",
        instead=(r"(?:not|n't|n’t)(?: the| only)?", r"but"),
    ),
    taken_up=r"(?i)\b(?:added|adding|adds|continued|went\son|goes\son|also)\b",
)  # fmt: skip
