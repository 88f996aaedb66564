"""Weights of the tagger for languages that decline; see CARD.md beside them."""
