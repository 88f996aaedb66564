"""In which order findings are looked at, and which of them is a flag."""

from sayso.checks import LEVELS, OUTCOMES, RULES, is_flag, urgency
from sayso.ledger import FindingOrder

BY_URGENCY = FindingOrder(LEVELS, OUTCOMES, RULES)
"""The order of `urgency`, for a ledger."""

__all__ = [
    "BY_URGENCY",
    "is_flag",
    "urgency",
]
