"""Who is named in a text, and whose name must not leave it."""
