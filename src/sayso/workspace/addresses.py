"""What is an address of the web; fetching one loads all that the network needs."""


def is_address(given: str) -> bool:
    """True when a user named an address of the web, not a path."""
    return given.lower().startswith(("http://", "https://"))
