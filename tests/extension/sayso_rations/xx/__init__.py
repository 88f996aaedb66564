"""A language of somebody else, read as English is."""

NAME = "Xx"
