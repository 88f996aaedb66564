"""What an incident is made of."""

from sayso.linking.accounts import Account, Accounts, PersonStatus, StatedRange
from sayso.linking.incidents import Incident
from sayso.linking.outlets import Reach
from sayso.linking.sounds import sound_of

__all__ = [
    "Account",
    "Accounts",
    "Incident",
    "PersonStatus",
    "Reach",
    "StatedRange",
    "sound_of",
]
