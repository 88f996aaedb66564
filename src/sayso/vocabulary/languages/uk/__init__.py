"""Ukrainian, as data: one file a part."""

NAME = "Ukrainian"
