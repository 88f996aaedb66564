"""Russian, as data: one file a part."""

NAME = "Russian"
