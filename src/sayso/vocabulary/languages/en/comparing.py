"""English words by which an account sets figures beside others. Our own list."""

from fractions import Fraction
from types import MappingProxyType

from sayso.vocabulary.languages.comparing_words import ComparingWords

COMPARING = ComparingWords(
    some=r"\b(?:includ|among (?:them|these|those|whom|others)|such as|at least|notably|in particular|some of|mostly|mainly)",
    joins=r"\b(?:and|plus|as well as)\b",
    others=r"\bthe (?:others?|rest|remaining|remainder)\b",
    of_them=r"\b(?:of|among) (?:them|these|those(?! who)|the (?:dead|killed|wounded|injured|victims|detained|casualties|missing|total))\b|\bof whom\b|\bof which\b",
    lists=r"(?:\b(?:they|these|those|(?:the|all) (?:dead|victims|killed|wounded|injured|freed|released|hostages|captives|prisoners|bodies|missing)) (?:are|were|being)|\b(?:counted|counts|listed|lists|named|names|identified)(?: them)?(?: as)?)\s$",
    parts=r"\b(?:(?:of|among) (?:them|whom|which|these|those(?! who))|including)\b",
    loses=r"(?:has |have |had )?lost",
    exclusive=(
        frozenset("man woman child boy girl minor infant baby".split()),
        frozenset("soldier civilian officer policeman fighter militant".split()),
    ),
    one_side=(
        frozenset("soldier troop trooper serviceman servicemen servicemember".split()),
        frozenset(
            """fighter militant rebel gunman gunmen attacker assailant insurgent
            terrorist bandit jihadist guerrilla extremist outlaw""".split()
        ),
    ),
    bodies=frozenset("body corpse".split()),
    kinds=MappingProxyType(
        {
            **{word: word.removesuffix("s") for word in """boys girls minors infants
            soldiers civilians officers fighters militants""".split()},
            "men": "man", "women": "woman", "children": "child", "babies": "baby",
            "policemen": "policeman", "male": "man", "female": "woman",
        }
    ),
    is_kind=r"\s(?:(?:(?:of|among) (?:them|these|those|whom|the [a-z]{3,10}) )?(?:are|were|was|is|being)|of (?:them|whom)) (?P<kind>[a-z]{3,10})\b",
    in_all=r"\b(?:in all|in total|altogether|all told|all together)\b",
    share_or=r"[\s,;(–—-]{1,3}(?:(?:or|that is|i\.e\.|meaning|which is|making|making up)[\s,]{1,2})?(?:(?:some|about|around|nearly|almost|just|only)\s)?",
    share_of=r"\s(?:out )?of (?:(?:the|its|their|his|her|all|these|those|some|about|nearly|over|a total of|town's|city's|region's) ){0,3}(?:[\w-]{2,20}['’]s )?",
    out_of=r"(?:^|[\s(“\"])(?:out )?of (?:(?:the|its|their|all|these|those) ){0,2}(?:[\w-]{2,20}['’]s? )?$",
    fractions=MappingProxyType(
        {
            r"\bhalf (?:of )?(?:the|its|their|all) ": Fraction(1, 2),
            r"\b(?:a|one)[ -]third of (?:(?:the|its|their) )?": Fraction(1, 3),
            r"\btwo[ -]thirds of (?:(?:the|its|their) )?": Fraction(2, 3),
            r"\b(?:a|one)[ -]quarter of (?:(?:the|its|their) )?": Fraction(1, 4),
            r"\bthree[ -]quarters of (?:(?:the|its|their) )?": Fraction(3, 4),
            r"\b(?:a|one)[ -]fifth of (?:(?:the|its|their) )?": Fraction(1, 5),
        }
    ),
    whole_force=r"\s+of (?:the|its|his|her|their) (?:whole |entire |original |total )?(?:force|brigade|unit|garrison|strength|total|number|group|battalion|men)\b",
    so_far=r"\b(?:since|so far|to date|until now|up to now|this (?:week|month|year)|overall|during the war)\b",
    multiples=MappingProxyType(
        {
            r"doubled|doubling|twice as (?:many|much|high)\b(?! again)|two-?fold|twofold": Fraction(2),
            r"tripled|trebled|tripling|three times as (?:many|much|high)\b(?! again)|threefold": (
                Fraction(3)
            ),
            r"quadrupled|four times as (?:many|much|high)\b(?! again)|fourfold": Fraction(4),
            r"halved|half as (?:many|much|high)\b(?! again)": Fraction(1, 2),
            r"half as (?:many|much|high) again": Fraction(3, 2),
            r"(?:fell|dropped|declined|shrank|decreased|down) by (?:a )?half": (
                Fraction(1, 2)
            ),
            r"(?:fell|dropped|declined|shrank|decreased|down) by (?:a|one)[ -]third": (
                Fraction(2, 3)
            ),
            r"(?:fell|dropped|declined|shrank|decreased|down) by (?:a|one)[ -]quarter": (
                Fraction(3, 4)
            ),
            r"(?:fell|dropped|declined|shrank|decreased|down) by two[ -]thirds": (
                Fraction(1, 3)
            ),
            r"(?:a|one)[ -]third (?:fewer|less|lower)": Fraction(2, 3),
            r"(?:a|one)[ -]quarter (?:fewer|less|lower)": Fraction(3, 4),
            r"(?:a|one)[ -]fifth (?:fewer|less|lower)": Fraction(4, 5),
            r"(?:a|one)[ -]third (?:more|higher)": Fraction(4, 3),
            r"(?:a|one)[ -]quarter (?:more|higher)": Fraction(5, 4),
            r"(?:a|one)[ -]fifth (?:more|higher)": Fraction(6, 5),
            r"(?:rose|grew|increased|climbed|up) by (?:a )?half": Fraction(3, 2),
            r"(?:rose|grew|increased|climbed|up) by (?:a|one)[ -]third": Fraction(4, 3),
            r"(?:rose|grew|increased|climbed|up) by (?:a|one)[ -]quarter": Fraction(5, 4),
        }
    ),
    compares=r"\s(?:[\w-]+\s){0,3}(?:as|than)\b",
    more=r"\s(?:[a-z]{3,15}\s)?(?:more|higher)\s(?:[a-z]{3,15}\s)?than\b",
    fewer=r"\s(?:[a-z]{3,15}\s)?(?:fewer|less|lower)\s(?:[a-z]{3,15}\s)?than\b",
    than_before=r"\s(?:more|less|fewer|higher|lower)\b",
    leaves_out_below=("over", "more than", "above", "exceed", "upward", "in excess", ">"),
    leaves_out_above=("fewer than", "less than", "under ", "below", "<"),
    takes_in=("no more", "not more", "no fewer", "not fewer", "no less", "not less", "≥"),
    rose=r"\b(?:rose|risen|rises|rising|grew|grown|increased|climbed|went up|jumped|(?:is|was|are|were) up|soared|swelled)\b|(?<=[,(–—] )up(?= (?:by )?\d)",
    fell=r"\b(?:fell|fallen|dropped|declined|shrank|shrunk|decreased|went down|sank|(?:is|was|are|were) down|came down)\b|(?<=[,(–—] )down(?= (?:by )?\d)",
    percent=r"\s?(?:%|percent\b|per cent\b)",
    small=MappingProxyType(
        {
            word: number
            for number, word in enumerate(
                """one two three four five six seven eight nine ten eleven twelve thirteen
                fourteen fifteen sixteen seventeen eighteen nineteen twenty""".split(),
                start=1,
            )
        }
    ),
    from_to=r"\s(?:slightly |sharply |again |steadily )?(?:from|to)\s(?:(?:some|about|around|nearly|almost|over|more than|at least|just|only)\s){0,2}[\d\w]",
    by=r"\s(?:by\s)?$",
    above=r"\b(?:more than|over|at least)\s$",
    nearly=r"\b(?:nearly|almost|close to|just under)\s$",
    earlier=r"\b(?:from|when|up from|down from|compared (?:with|to)|against|after)\s(?:(?:it had been|it was|there were|they were|a total of|just|only|some|about|the previous|the)\s){0,2}$",
    per=r"\s(?:[a-z]{3,15}\s)?(?:a|each|every|per)\sday\b",
    passed=r"\b(?:pass(?:es|ed)?|past|tops?|topped|exceed(?:s|ed)?|surpass(?:es|ed)?|cross(?:es|ed)?)\s(?:the\s)?$",
)  # fmt: skip
"""Read by `sayso.checks`: parts, shares, rises and falls in words."""
