"""Who makes a ruling, and why: what every act of a person on a ledger carries."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import InputError


@dataclass(frozen=True, slots=True)
class Ruled:
    """Who rules, and why."""

    by: str
    reason: str

    def check(self, *, needs_reason: bool = False) -> None:
        """Refuse a ruling that nobody stands for.

        Args:
            needs_reason: True to refuse one without a reason too.

        Raises:
            InputError: The name, or a reason that is needed, is empty.
        """
        if not self.by.strip():
            raise InputError("a ruling needs the name of who makes it")
        if needs_reason and not self.reason.strip():
            raise InputError("a ruling on a name needs a reason")
