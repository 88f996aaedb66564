"""Small words that stand around a name, in any of the languages."""

ONE = ("a", "an")
ARTICLES = (*ONE, "the")
BY = "by"
AGED = ("aged", "age")
"""Words before an age: "Bel, aged 34"."""
YEARS = ("лет", "год", "рок", "рік", "year")
"""How words behind an age begin: "34 years old"."""
BEHIND_AGE = ("and", "was")
"""Words that go on behind an age."""
IS = (
    "is",
    "was",
    "remains",
    "є",
    "був",
    "была",
    "була",
    "был",
    "стал",
    "стала",
    "став",
)
"""Words between an office that begins a sentence and whose it is."""
PRONOUNS = ("He", "She", "Он", "Она", "Він", "Вона")
"""Begin a sentence that goes on with the person of the one before."""
TILL = ("until", "till", "formerly", "once", "до", "раніше", "ранее", "прежде")
"""Words before what somebody was: "Bel, until last month director of the fund"."""
SPEAKING, FOR = ("speaks", "spoke", "speaking"), "for"
"""Together before a body: "Bel, who speaks for the ministry"."""
TAKEN = "taken"
"""With a word of the next list behind it said of persons in somebody's hands."""
TAKEN_WHERE = ("at", "near", "prisoner", "captive", "hostage", "away", "alive", "by")
WHERE = ("in", "at", "near", "around", "outside", "в", "во", "на")
"""Words before a place: "уполномоченный в республике"."""
OF = "of"
APPOINTED = (
    *("назначен", "назначена", "избран", "избрана", "стал", "стала", "остаётся"),
    *("призначено", "призначений", "призначена", "обрано", "обраний", "обрана", "став"),
)
"""Words between an office and who came into it: "губернатором назначен Иван Бел"."""
AND = ("and", "и", "і", "й", "та")
"""Words that join one person's name to another's."""
