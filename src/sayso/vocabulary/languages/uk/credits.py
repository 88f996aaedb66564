"""Ukrainian words of credit lines. Our own list."""

from sayso.vocabulary.languages.credit_words import CreditWords

CREDITS = CreditWords(
    labels=r"Джерело|Джерела|Фото|Текст",
    before=r"\b(?:повідомля[єю]т?ь?|повідомило|повідомив|повідомила|передає|пише|пишуть"
    r"|з посиланням на|за даними|за повідомленням|за інформацією|як повідомляє"
    r"|розповіли?|цитує)(?: (?:агентств[оу]|видання|газета|телеканал))?",
    after=r"(?:,)? (?:повідомля[єю]т?ь?|повідомило|передає|пише)\b",
)  # fmt: skip
