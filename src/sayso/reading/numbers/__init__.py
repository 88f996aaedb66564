"""Quantities of a text: numbers, bounds, units and what is counted."""
