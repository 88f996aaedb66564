"""Weights of the English claim reader; what they are: CARD.md beside the tagger."""
