"""Roles, names and syntax of every word, by a small trained network."""
