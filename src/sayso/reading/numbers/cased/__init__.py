"""Quantities in languages that decline their numbers and have no articles."""
