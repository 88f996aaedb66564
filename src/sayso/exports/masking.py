"""Names of private persons kept out of what leaves the ledger.

Prisoners (Geneva Convention III art. 13, IV art. 27), witnesses, victims and other
persons who hold no public office are masked in pages and exports unless a person
ruled otherwise; figures stay. This is the one place that decides it.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Claim, Speaker

MASK = "Name withheld"
"""What stands for a masked name."""


def mask_claim(claim: Claim) -> Claim:
    """Give the claim without the name of a private speaker, where it has one."""
    if claim.speaker is None or not claim.speaker.private:
        return claim
    return replace(claim, claimant=MASK, speaker=mask_speaker(claim.speaker))


def mask_speaker(speaker: Speaker) -> Speaker:
    """Give the speaker, without its name where it is private; the id stays."""
    return replace(speaker, name=MASK) if speaker.private else speaker
