"""In which order findings are looked at, and which of them is a flag."""

from sayso.checks import is_flag, urgency

__all__ = [
    "is_flag",
    "urgency",
]
