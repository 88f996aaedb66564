"""Weights of the claim reader for languages that decline; see CARD.md beside them."""
