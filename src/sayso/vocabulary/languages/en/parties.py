"""English words by which a claim's parties are told."""

from sayso.vocabulary.languages.party_words import PartyWords


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTIES = PartyWords(
    sides=_words(
        """insurgent militant rebel terrorist extremist guerrilla guerilla jihadist
        jihadi separatist loyalist takfiri peshmerga contra attacker gunman islamist"""
    ),
    enemy=_words(
        "enemy opponent adversary invaders invader occupiers occupier foe occupants"
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
    servants=_words(
        """soldier troop serviceman servicewoman policeman policewoman paratrooper
        marine conscript gendarme personnel trooper"""
    ),
    arms=_words(
        """soldiers soldier troops troop fighters fighter forces force men servicemen
        serviceman units unit personnel members officers commander commanders"""
    ),
    ranks=_words(
        """general colonel major captain lieutenant brigadier marshal admiral sergeant
        commander commodore"""
    ),
    governing=_words(
        """in on at of from with against near for during to into over under between
        targeting"""
    ),
    where=_words("in near at around outside inside across"),
    skipped=_words(
        """the a an " its their northern southern eastern western northwest
        northwestern northeast northeastern southwest southwestern southeast
        southeastern central predominantly mostly"""
    ),
    blaming=_words("blame blames blamed blaming accuse accuses accused accusing"),
    clashes=_words("clash clashes fighting battle battles gunfight firefight"),
    leaving=_words("from of out fled fleeing flee left leaving leave"),
    plain=_words(
        """more other others additional armed wounded injured dead killed suspected
        former own elite regular senior young local another unarmed heavily at least
        about over than up to some nearly almost around approximately of"""
    ),
    attacking=_words(
        """strike strikes airstrike airstrikes attack attacks shelling bombing bombings
        bombardment raid raids fire missile missiles drone drones artillery aviation
        offensive warplanes jets rockets assault assaults bomb bombs blast"""
    ),
    civil=_words("civilian child woman"),
    admitting=_words(
        """admit admits admitted admitting acknowledge acknowledges acknowledged concede
        concedes conceded"""
    ),
    seized=_words("hostage"),
    civil_things=_words("bus ambulance taxi tram train ferry"),
    areas=_words(
        "areas positions districts neighbourhoods neighborhoods villages towns"
    ),
    coalition=_words("coalition"),
    fallen=_words(
        """dead killed wounded injured missing captured body bodies casualty casualties
        fatality fatalities death deaths injuries injury corpses others other more"""
    ),
    losses=_words("losses casualties"),
    losing=_words("lost loses lose losing"),
    returning=_words(
        "return returned returns returning home back repatriated repatriation"
    ),
    reaching=_words("to into through toward towards via for reach reached"),
    lengths=_words("km kilometres kilometers kilometre kilometer miles mile metres"),
    pronouns=_words("it we they he she i"),
    repelling=_words(
        """repel repelled repels repelling repulse repulsed foil foiled foils thwart
        thwarted beaten driven fended stop stopped"""
    ),
    own=_words("our his her its their own my"),
    ours=_words("our my"),
    we=_words("we i"),
    others=_words("they their"),
    held=_words("prisoner captive pow hostage"),
)
