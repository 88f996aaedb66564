"""How documents and claims fit each other: shared text, origins, series."""
