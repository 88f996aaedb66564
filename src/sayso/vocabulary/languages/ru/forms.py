"""Russian forms by rule: none, for words bend too much for one.

What happened is known by its stem (`events.py`), nouns are declined in `things.py`.
"""

from sayso.vocabulary.languages.word_forms import WordForms

FORMS = WordForms()
