"""English words of credit lines. Our own list."""

from sayso.vocabulary.languages.credit_words import CreditWords

CREDITS = CreditWords(
    labels=r"Source|Sources|Via|Credit|From|Text by|Reporting by|Originally in",
    before=r"\b(?:citing|quoting|quotes|cites|material from|reported by|reported in|supplied by"
    r"|quoted by|relayed by|carried by|picked up by|distributed by|according to|as per|per"
    r"|published by|published in|republished from|syndicated (?:by|from)|courtesy of|told|via"
    r"|in an interview with|in remarks to|with reporting (?:from|by)|reporting (?:from|by)"
    r"|a report (?:by|from|of|in)|reports (?:by|from|in)|with)(?: the)?(?: (?:news )?agency)?",
    after=r"(?:,)? (?:reports|reported|has reported|wrote|writes|quoted|had written|had reported"
    r"|says in a report|said in a report|said|says)\b",
)  # fmt: skip
