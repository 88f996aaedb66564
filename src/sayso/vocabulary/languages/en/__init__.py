"""English, as data: one file a part."""

NAME = "English"
