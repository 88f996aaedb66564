"""A kind of file of somebody else: a text that ends in NNNN."""

from sayso.intake import Format
from sayso.model import Document


def read_telex(stream, name):
    """Give the one document of a telex."""
    text = stream.read().decode("ascii", "replace").removesuffix("NNNN\n")
    yield Document(text, name=name, extractor="telex 1")


FORMAT = Format("telex", (".telex",), "text/plain", read_telex, "the words", "NNNN")
