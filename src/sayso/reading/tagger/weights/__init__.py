"""The trained weights as data files; see CARD.md beside this for what they are."""
