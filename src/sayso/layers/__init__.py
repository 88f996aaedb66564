"""Dated control polygons, each with the authority that drew it."""
