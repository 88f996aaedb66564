"""English words by which a claim's parties are told."""

from sayso.vocabulary.languages.party_words import PartyWords


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTIES = PartyWords(
    sides=_words(
        """insurgent militant rebel terrorist extremist guerrilla guerilla jihadist
        jihadi separatist loyalist takfiri peshmerga contra attacker gunman islamist"""
    ),
    state=_words(
        "army military government regime junta state police navy troops soldiers"
    )
    | {
        "air force",
        "armed forces",
        "defence ministry",
        "defense ministry",
        "general staff",
    },
    arms=_words(
        """soldiers soldier troops troop fighters fighter forces force men servicemen
        serviceman units unit personnel members officers commander commanders"""
    ),
    coalition=_words("coalition"),
)
