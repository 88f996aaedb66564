"""What is taken in: files, facts told beside them, what was passed over."""

from sayso.intake import (
    DIGEST_DIFFERS,
    Skipped,
    Told,
    ToldFacts,
    detect_language,
    find_files,
    load_facts,
    name_pattern,
    parse_day,
    read_input,
)

__all__ = [
    "DIGEST_DIFFERS",
    "Skipped",
    "Told",
    "ToldFacts",
    "detect_language",
    "find_files",
    "load_facts",
    "name_pattern",
    "parse_day",
    "read_input",
]
