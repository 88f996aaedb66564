"""What the words around a name say of the person: office, role, fate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Evidence:
    """What one mention's surroundings say; added up over a person's mentions."""

    is_person: bool = False
    """A title, an age, "who", a relative's noun: only persons have these."""
    is_firm: bool = False
    """More than a noun before the name, which may belong to a place."""
    is_aged: bool = False
    """So many years old, told right behind the name."""
    is_called: bool = False
    """A relative's noun or a title right before the name, whatever place bears it."""
    is_told: bool = False
    """A network takes it for a person's name; not added up."""
    speaks: bool = False
    """Beside a verb of speech; bodies speak as well."""
    office: bool = False
    private: bool = False
    held: bool = False

    def add(self, more: Evidence) -> None:
        """Take over what another mention shows."""
        self.is_person |= more.is_person
        self.is_aged |= more.is_aged
        self.is_called |= more.is_called
        self.office |= more.office
        self.private |= more.private
        self.held |= more.held
