"""An export of somebody else: a line a claim."""

from sayso.exports import Format


def write_cards(bundle, out):
    """Write who claims what, a line each."""
    out.writelines(f"{row.sentence()}\n" for row in bundle.rows)


FORMAT = Format("cards", ".cards", "text/plain", write_cards, "a line a claim")
