"""What was copied from where, and how words changed on the way."""

from sayso.linking.hops import Change, Hop, describe_change
from sayso.linking.origins import Origin
from sayso.linking.reuse import SharedPassages
from sayso.linking.sayings import Saying
from sayso.linking.stands import Difference

__all__ = [
    "Change",
    "Difference",
    "Hop",
    "Origin",
    "Saying",
    "SharedPassages",
    "describe_change",
]
