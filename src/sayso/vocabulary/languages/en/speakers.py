"""English words for who speaks, in which office, and through whom."""

from sayso.vocabulary.languages.en.calendar import MONTHS, WEEKDAYS
from sayso.vocabulary.languages.en.given_names import MEN, WOMEN
from sayso.vocabulary.languages.en.saying import REMARKING, TELLING
from sayso.vocabulary.languages.speaker_words import SpeakerWords


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEAKERS = SpeakerWords(
    person_pronouns=_words("he she him her his himself herself"),
    women_pronouns=_words("she her herself"),
    men_pronouns=_words("he him his himself"),
    women=WOMEN,
    men=MEN,
    women_endings=("ova", "eva", "skaya", "ska"),
    men_endings=("sky", "skyi", "skiy", "ovich", "evich"),
    body_pronouns=_words("it its itself this which that"),
    group_pronouns=_words("they them their themselves both"),
    own_pronouns=_words("i we us me"),
    own_possessives=_words("our my"),
    relatives=_words("who whom which that"),
    definite=_words("the this that its his her their our these those same latter"),
    indefinite=_words("a an one another some several two three four many other"),
    roles=_words(
        """spokesman spokeswoman spokesperson minister president governor mayor general colonel
        commander chief head director leader ambassador envoy secretary chairman chairwoman chairperson chair
        adviser advisor ombudsman ombudswoman analyst commissioner captain major lieutenant admiral brigadier
        king prince emir sheikh premier chancellor deputy senator representative coordinator premier
        commander-in-chief secretary-general co-founder founder editor professor researcher expert
        historian lawyer activist resident writer doctor surgeon medic physician official officer
        diplomat delegate lawmaker legislator mp congressman congresswoman marshal sergeant corporal
        inspector superintendent sheriff bishop archbishop priest vicar pope imam cleric ayatollah patriarch
        rebel witness survivor villager farmer shopkeeper teacher soldier fighter pilot prisoner
        brother father mother sister wife husband son daughter uncle cousin nephew relative neighbour neighbor
        prosecutor judge attorney engineer manager worker nurse journalist reporter correspondent blogger
        operator administrator supervisor undersecretary vice-president speaker rapporteur negotiator"""
    ),
    bodies=_words(
        """ministry staff army military navy police force forces government observatory agency group
        organisation organization committee council commission centre center service network initiative union
        front movement coalition alliance command headquarters office department bureau administration party
        institute university hospital foundation association federation corps brigade guard company
        parliament court embassy mission monitor watchdog charity club school authority authorities
        statement report communique communiqué website channel project lab laboratory faction wing branch
        presidency kremlin pentagon regime junta rebels secretariat delegation directorate board fund forum society
        broadcaster newspaper paper magazine daily outlet portal station"""
    ),
    kinds=_words(
        """monitor group monitoring rights watchdog agency organisation organization body network charity outlet
        broadcaster newspaper paper magazine channel site website movement militia coalition alliance
        think-tank ngo observatory activist"""
    ),
    loose_kinds=_words(
        "group body movement coalition alliance organisation organization"
    ),
    private=_words(
        """witness witnesses resident residents villager villagers survivor survivors prisoner prisoners detainee
        detainees farmer relative relatives neighbour neighbours neighbor neighbors refugee refugees evacuee evacuees
        patient patients worker workers shopkeeper teacher student students mother father brother sister
        wife husband son daughter uncle cousin nephew activist activists volunteer volunteers hostage hostages captive captives"""
    ),
    detained=_words(
        """prisoner prisoners detainee detainees hostage hostages captive captives internee internees
        pow pows"""
    ),
    outlets=_words(
        """agency newspaper paper magazine daily television tv radio broadcaster channel outlet website portal
        station media press wire weekly site newswire news"""
    ),
    outlet_endings=_words(
        """times news post tv radio television press agency herald tribune gazette journal daily weekly
        channel today mail star independent chronicle standard observer wire monitor pravda novosti media telegraph"""
    ),
    audiences=_words(
        """reporters journalists newsmen lawmakers senators legislators parliament officials delegates diplomats residents
        council committee meeting conference court judges audience supporters troops viewers listeners readers people them
        him her us me colleagues ministers leaders police investigators"""
    ),
    telling=TELLING,
    remarking=REMARKING,
    particles=_words(
        "al el bin ibn ben abu abd abdel abdul de del di da la van von der den le du dos y ud ur ul"
    ),
    prepositions=_words(
        "for of to from with near by at in on behind against under about close"
    ),
    joining=_words("and"),
    starters=_words(
        """the a an this that these those his her its their our my your he she it they we i you who which what when
        where while after before since as if but and or nor so yet for of to in on at by with from near about against
        meanwhile however earlier later also according another some several many most both all each every no not only
        there here then now today yesterday
                 asked citing quoting speaking during under over
        because although though despite unlike like such more less than one two three four five six seven eight nine ten
        dozens hundreds thousands at least in addition moreover furthermore still even just until between among"""
    )
    .union((*WEEKDAYS, *MONTHS))
    .difference({"may"}),
    breaks=_words(
        """that on in at by after before during late early how why what he she it they there his her its about
        yesterday today and as while from when where if over via"""
    ).union(WEEKDAYS),
    no_speakers=_words("estimates estimate figures figure evidence nobody none"),
    vague=_words("initial early first preliminary some other earlier recent"),
    vague_speakers=_words("reports report accounts"),
    documents=_words(
        """statement report communique communiqué bulletin document paper release message post account update
        table survey list study letter announcement tally count summary briefing words"""
    ),
)
