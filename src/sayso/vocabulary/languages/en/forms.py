"""English forms of verbs and nouns, made by the rules of `inflection`."""

from sayso.vocabulary.languages.en.inflection import noun_forms, verb_forms
from sayso.vocabulary.languages.word_forms import WordForms

FORMS = WordForms(verbs=verb_forms, nouns=noun_forms)
