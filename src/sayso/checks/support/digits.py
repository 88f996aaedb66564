"""Two neighbouring digits exchanged: a hint for a person, never a correction."""

from __future__ import annotations

from fractions import Fraction


def exchanged(stated: Fraction, low: Fraction, high: Fraction) -> Fraction | None:
    """Give the number that exchanging two neighbouring digits of another gives.

    Args:
        stated: The figure that does not fit; only whole numbers have such digits.
        low: Least number that would fit.
        high: Largest number that would fit.

    Returns:
        The one number in [low, high] that comes of it; None where there is none, or
        more than one.
    """
    if stated.denominator != 1:
        return None
    digits = str(stated.numerator)
    found = {
        Fraction(int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]))
        for at in range(len(digits) - 1)
        if digits[at] != digits[at + 1] and not (at == 0 and digits[1] == "0")
    }
    fitting = [number for number in found if low <= number <= high]
    return fitting[0] if len(fitting) == 1 else None


def are_exchanged(a: Fraction, b: Fraction) -> bool:
    """True when one figure is the other with two neighbouring digits exchanged."""
    return a != b and exchanged(a, b, b) == b
