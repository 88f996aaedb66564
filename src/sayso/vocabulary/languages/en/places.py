"""English words around place names."""

from sayso.model import PlaceKind
from sayso.vocabulary.languages.en.calendar import MONTHS, WEEKDAYS
from sayso.vocabulary.languages.place_words import PlaceWords


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_REGIONS = """region oblast province provinces governorate state states regions governorates oblasts krai republic territory
prefecture"""
_DISTRICTS = "district districts county counties raion rayon municipality subdistrict parish borough canton"
_SETTLEMENTS = "city town village settlement hamlet township suburb neighborhood neighbourhood cities towns villages settlements capital port"
_AREAS = (
    "airport airbase base camp mountains mountain river lake sea desert island islands peninsula valley sector direction "
    "front area axis strait bay gulf ocean plateau forest dam bridge border province's"
)

PLACES = PlaceWords(
    locating=_words(
        """in near at from to around outside inside into across towards toward throughout between of leaving
        took take taken captured capturing seized seizing recaptured retook liberated held hold holds holding
        control controls fell lost besieged shelled bombed surrounded attacked defended
        across entering reached within for visited visiting over via through"""
    ),
    divisions={
        **dict.fromkeys(_REGIONS.split(), PlaceKind.REGION),
        **dict.fromkeys(_DISTRICTS.split(), PlaceKind.DISTRICT),
        **dict.fromkeys(_SETTLEMENTS.split(), PlaceKind.SETTLEMENT),
        **dict.fromkeys(_AREAS.split(), PlaceKind.AREA),
    },
    directions=_words(
        """north south east west northern southern eastern western central northeast northwest southeast southwest
        northeastern northwestern southeastern southwestern north-east north-west south-east south-west upper lower
        north-western north-eastern south-western south-eastern downtown greater mid far near the"""
    ),
    never=_words(
        """
             the a an and of in on at to for from by with it he she they we
        this that these those there here his her its their our my your but or as if when while where what who how
        why not no yes all most many some few more less first second last next new old good best central north south
        east west northern southern eastern western northeast northwest southeast southwest mr mrs ms dr sir president minister
        government ministry police army officials reuters ap afp christmas easter thanksgiving ramadan independence
        university college hospital school church street road avenue park airport bridge square hotel court centre center
        god lord god's internet web facebook twitter google general major captain colonel un eu nato islam christian muslim
        date most of nice reading mobile bath battle hope union enterprise media police state city town country world war
        me so be do us am is are was were been being have has had will would could should can may might must also only just
        even still since until after before during about against among between under over into through
        african africans asian asians european europeans arab arabs andean balkan nordic latin st saint la cup royal free
        key several shiite shia sunni christian muslim jewish orthodox coptic druze alawite kurdish jail mining
        mountain river lake lakes ocean island valley county fort continent
        center post news times star sun mail guardian
        one two three four five six seven eight nine ten eleven twelve dozens another each both"""
    ).union((*WEEKDAYS, *MONTHS)),
    diseases=_words("virus fever disease syndrome encephalitis"),
    institutions=_words(
        """university college institute hospital ministry times post news herald tribune bank group company corporation
        inc ltd llc association society club league party council committee commission department agency police army
        school academy journal daily airlines airways united fc football team oilers cowboys press television tv radio
        foundation centre center museum authority office court church health medical court bureau company co corp
        red cross crescent summit treaty accord agreement declaration convention protocol conference cup open games
        championship festival award prize act"""
    ),
    outlets=_words(
        "wire post news herald tribune times gazette dispatch telegraph press journal"
    ),
    titles=_words(
        """mr mrs ms dr sir lord lady president minister general colonel captain major sergeant lieutenant senator governor
        prof professor judge justice king queen prince princess pope bishop chief coach spokesman spokeswoman detective officer
        const constable inspector sgt lt gen col capt rep sen gov"""
    ),
    placing=_words("in near at outside inside around across throughout"),
    articles=_words("the"),
)
