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
