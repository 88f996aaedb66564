"""A check of somebody else: a note on every figure of food."""

from sayso.checks import Check
from sayso.checks.support.check import claim_input, claim_order
from sayso.model import Level, Outcome


def check_rations(claims, _context):
    """Yield a note for each claim whose words count rations."""
    for claim in sorted(claims, key=claim_order):
        if "rations" in claim.sentence.text:
            yield CHECK.find(
                Outcome.CANNOT_CHECK,
                Level.NOTE,
                (claim_input(claim, "rations"),),
                f"{claim.claimant or 'Unattributed in a document'}: food is stated",
                ("one figure",),
            )


CHECK = Check("rations", 1, "Food is stated", "Every one.", check_rations)
