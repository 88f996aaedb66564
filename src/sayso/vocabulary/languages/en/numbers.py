"""English number words, bounds, units and nouns, as data for number reading."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from sayso.vocabulary.languages.en.calendar import WEEKDAYS
from sayso.vocabulary.languages.en.times import TIMES
from sayso.vocabulary.languages.number_words import Limit, NumberWords
from sayso.vocabulary.languages.unit_symbols import CODES_AFTER, UNIT_SYMBOLS


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNITS_AND_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

CARDINALS = {word: number for number, word in enumerate(_UNITS_AND_TEENS.split())} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), start=2)
}
CARDINALS |= {"nought": 0, "naught": 0}

SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 10**3,
    "thousands": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "millions": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "billions": 10**9,
    "trillion": 10**12,
}

SUFFIXES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "mio": 10**6,
    "mm": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "t": 10**12,
}

FRACTIONS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
}

VAGUE = {
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2 * 10**6,
    "billions": 2 * 10**9,
}
"""Least that a plural stands for (CLAIMS.md, "Rulings on doubts"): two of its kind."""

LIMITS_BEFORE = {
    Limit.AT_LEAST: (
        "at least|at the very least|at a minimum|no fewer than|no less than|not fewer than"
        "|not less than|more than|over|over than|above|exceed|exceeds|exceeded|exceeding"
        "|in excess of|upwards of|upward of|a minimum of|minimum of|greater than"
        "|larger than|bigger than|higher than|surpass|surpassed|surpassing|surpasses"
        "|topped|topping|just over|well over|a little over|slightly over|just above"
        "|well above|far more than|well more than|slightly more than|a little more than"
        "|much more than|more than or equal to|greater than or equal to"
        "|equal to or more than|equal to or greater than|higher or equal than"
        "|bigger or equal than|greater or equal than|larger or equal than"
        "|as few as|as little as|north of|at least or equal to|in the region of more than|beyond|over and above|>|≥|> =|>="
    ),
    Limit.AT_MOST: (
        "at most|at the very most|up to|no more than|not more than|no greater than"
        "|fewer than|less than|under|below|as many as|as much as|a maximum of|maximum of"
        "|maximum|just under|well under|a little under|slightly under|just below"
        "|well below|smaller than|lower than|slightly less than|a little less than"
        "|less than or equal to|equal to or less than|smaller or equal than"
        "|lower or equal than|less or equal than|no larger than|no higher than"
        "|no bigger than|south of|not exceeding|not to exceed|only up to|<|≤|< =|<="
    ),
    Limit.ABOUT: (
        "about|around|some|over some|roughly|approximately|approx|approx.|circa|ca.|c.|an estimated"
        "|estimated at|estimated|in the region of|in the order of|on the order of"
        "|or about|or so|somewhere around|perhaps|maybe|possibly|averaging|more or less"
        "|hardly more than|barely more than|scarcely more than|little more than"
        "|closer to|nearer to|something like|anything like|to the tune of"
        "|in the vicinity of|in the neighbourhood of|in the neighborhood of|~|≈|∼"
    ),
    Limit.NEARLY: (
        "nearly|almost|close to|nearing|approaching|very nearly|not quite|near|as good as"
        "|just short of|shy of|just shy of|bordering on|verging on|practically|virtually"
    ),
    Limit.NONE: (
        "only|just|exactly|precisely|a total of|total of|a further|an additional"
        "|additional|another|further|other|a|an|a whopping|whopping|a staggering"
        "|a record|record|a combined|combined|well|even|fully|equal to|a mere|mere"
        "|already|an average of|average of"
    ),
}

LIMITS_AFTER = {
    Limit.AT_LEAST: (
        "or more|and more|or greater|or above|and above|or over|and over|or higher|plus"
        "|at least|at a minimum|or upwards|and counting|or more than"
    ),
    Limit.AT_MOST: "or fewer|or less|or under|and under|or below|or lower|at most|at the most",
    Limit.ABOUT: "or so|odd|more or less|give or take|or thereabouts|or thereabout",
}

UNITS = {
    "percent": "percent|per cent|percents|pct|pc|percentage",
    "percentage_point": "percentage point|percentage points|pp|point percentage",
    "basis_point": "basis point|basis points",
    "km2": (
        "square kilometer|square kilometers|square kilometre|square kilometres"
        "|square km|square kms|square-kilometer|square-kilometre|kilometers square"
        "|sq kilometers|sq kilometres"
    ),
    "square_mile": "square mile|square miles|square-mile|sq mile|sq miles",
    "square_metre": "square meter|square meters|square metre|square metres|square-meter|square-metre|square m",
    "square_foot": "square foot|square feet|square-foot",
    "square_yard": "square yard|square yards",
    "square_inch": "square inch|square inches",
    "hectare": "hectare|hectares",
    "acre": "acre|acres",
    "kilometre": "kilometer|kilometers|kilometre|kilometres|klick|klicks",
    "metre": "meter|meters|metre|metres",
    "centimetre": "centimeter|centimeters|centimetre|centimetres",
    "millimetre": "millimeter|millimeters|millimetre|millimetres",
    "decimetre": "decimeter|decimeters|decimetre|decimetres",
    "nanometre": "nanometer|nanometers|nanometre|nanometres",
    "picometre": "picometer|picometers|picometre|picometres",
    "micrometre": "micrometer|micrometers|micrometre|micrometres|micron|microns",
    "mile": "mile|miles",
    "nautical_mile": "nautical mile|nautical miles",
    "light_year": "light year|light years|light-year|light-years",
    "yard": "yard|yards",
    "foot": "foot|feet",
    "inch": "inch|inches",
    "kilogram": "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos",
    "gram": "gram|grams|gramme|grammes",
    "milligram": "milligram|milligrams",
    "microgram": "microgram|micrograms",
    "tonne": "tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes",
    "ton": "ton|tons",
    "kiloton": "kiloton|kilotons|kilotonne|kilotonnes",
    "pound-mass": "pound|pounds|lbs",
    "ounce": "ounce|ounces|fluid ounce|fluid ounces",
    "litre": "liter|liters|litre|litres",
    "millilitre": "milliliter|milliliters|millilitre|millilitres",
    "gallon": "gallon|gallons",
    "pint": "pint|pints",
    "quart": "quart|quarts",
    "barrel": "barrel|barrels",
    "cubic_metre": "cubic meter|cubic meters|cubic metre|cubic metres",
    "cubic_foot": "cubic foot|cubic feet",
    "cubic_inch": "cubic inch|cubic inches",
    "cubic_centimetre": "cubic centimeter|cubic centimeters|cubic centimetre|cubic centimetres",
    "cubic_kilometre": "cubic kilometer|cubic kilometers|cubic kilometre|cubic kilometres",
    "bushel": "bushel|bushels",
    "teaspoon": "teaspoon|teaspoons",
    "tablespoon": "tablespoon|tablespoons",
    "mile_per_hour": "miles per hour|mile per hour|miles an hour|mile an hour",
    "kilometre_per_hour": (
        "kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour"
        "|kilometer per hour|kilometre per hour|km per hour|km an hour"
    ),
    "metre_per_second": "meters per second|metres per second|meter per second|metre per second",
    "mile_per_gallon": "miles per gallon|mile per gallon",
    "knot": "knot|knots",
    "horsepower": "horsepower",
    "revolution_per_minute": "revolutions per minute",
    "pound-foot": "pound-feet|pound feet|pound-foot|pound-feet of torque",
    "foot_pound-force": "foot-pounds|foot pounds",
    "watt": "watt|watts",
    "kilowatt": "kilowatt|kilowatts",
    "megawatt": "megawatt|megawatts",
    "gigawatt": "gigawatt|gigawatts",
    "kilowatt_hour": "kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours",
    "megawatt_hour": "megawatt hour|megawatt hours|megawatt-hour|megawatt-hours",
    "volt": "volt|volts",
    "kilovolt": "kilovolt|kilovolts",
    "ampere": "amp|amps|ampere|amperes",
    "farad": "farad|farads",
    "joule": "joule|joules",
    "newton": "newton|newtons",
    "pascal": "pascal|pascals",
    "hertz": "hertz",
    "kilohertz": "kilohertz",
    "megahertz": "megahertz",
    "gigahertz": "gigahertz",
    "decibel": "decibel|decibels",
    "calorie": "calorie|calories",
    "kilocalorie": "kilocalorie|kilocalories",
    "degree": "degree|degrees",
    "celsius": "degrees celsius|degree celsius|celsius|celcius|degrees celcius|degrees c|degree c|deg c|degrees centigrade|centigrade",
    "fahrenheit": "degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f|degree f|deg f",
    "kelvin": "kelvin|kelvins",
    "radian": "radian|radians",
    "magnitude": "on the richter scale",
    "bit": "bit|bits",
    "byte": "byte|bytes",
    "kilobyte": "kilobyte|kilobytes",
    "megabyte": "megabyte|megabytes",
    "gigabyte": "gigabyte|gigabytes",
    "terabyte": "terabyte|terabytes",
    "megabit": "megabit|megabits",
    "megapixel": "megapixel|megapixels",
    "pixel": "pixel|pixels",
    "part_per_million": "parts per million|part per million",
    "part_per_billion": "parts per billion|part per billion",
    "point_per_game": "ppg|points per game",
    "rebound_per_game": "rpg|rebounds per game",
    "assist_per_game": "apg|assists per game",
    "second": "second|seconds",
    "millisecond": "millisecond|milliseconds",
    "minute": "minute|minutes",
    "hour": "hour|hours",
    "day": "day|days",
    "night": "night|nights",
    "week": "week|weeks",
    "fortnight": "fortnight|fortnights",
    "month": "month|months",
    "quarter": "fiscal quarter|fiscal quarters",
    "year": "year|years|yr|yrs",
    "decade": "decade|decades",
    "century": "century|centuries",
    "dollar": (
        "dollar|dollars|us dollar|us dollars|u.s. dollar|u.s. dollars"
        "|american dollar|american dollars|$ us|$ u.s.|dollars us|bucks"
    ),
    "cent": "cent|cents",
    "euro": "euro|euros",
    "pound_sterling": "pound sterling|pounds sterling|british pound|british pounds|quid|sterling",
    "penny": "penny|pence|p",
    "japanese_yen": "yen|japanese yen",
    "chinese_yuan": "yuan|chinese yuan|renminbi|kuai|yuan renminbi",
    "indian_rupee": "indian rupee|indian rupees",
    "pakistani_rupee": "pakistani rupee|pakistani rupees",
    "rupee": "rupee|rupees",
    "russian_ruble": "ruble|rubles|rouble|roubles|russian rubles|russian roubles",
    "hryvnia": "hryvnia|hryvnias|hryvnya|hryvni",
    "turkish_lira": "lira|turkish lira|liras",
    "syrian_pound": "syrian pound|syrian pounds",
    "egyptian_pound": "egyptian pound|egyptian pounds",
    "sudanese_pound": "sudanese pound|sudanese pounds",
    "lebanese_pound": "lebanese pound|lebanese pounds|lebanese lira",
    "shekel": "shekel|shekels|new shekels",
    "riyal": "riyal|riyals|rial|rials",
    "dinar": "dinar|dinars|iraqi dinars",
    "dirham": "dirham|dirhams",
    "swiss_franc": "swiss franc|swiss francs|franc|francs",
    "swedish_krona": "swedish krona|swedish kronor|swedish crowns",
    "norwegian_krone": "norwegian krone|norwegian kroner|norwegian crowns",
    "danish_krone": "danish krone|danish kroner|danish crowns",
    "czech_koruna": "czech crowns|czech koruna",
    "krona": "krona|kronor|krone|kroner|crowns",
    "zloty": "zloty|zlotys|zloties",
    "croatian_kuna": "kuna|kn",
    "brazilian_real": "reais|reals",
    "peso": "peso|pesos",
    "mexican_peso": "mexican peso|mexican pesos",
    "south_african_rand": "rand|rands",
    "south_korean_won": "won|korean won",
    "baht": "baht",
    "rupiah": "rupiah",
    "malaysian_ringgit": "ringgit|malaysian ringgit",
    "sen": "sen",
    "naira": "naira",
    "birr": "birr",
    "kyat": "kyat|kyats",
    "afghani": "afghani|afghanis",
    "tenge": "tenge",
    "taka": "taka",
    "dong": "dong",
    "forint": "forint|forints",
    "leu": "lei",
    "kenyan_shilling": "shilling|shillings",
    "canadian_dollar": "canadian dollar|canadian dollars",
    "australian_dollar": "australian dollar|australian dollars",
    "new_zealand_dollar": "new zealand dollar|new zealand dollars",
    "hong_kong_dollar": "hong kong dollar|hong kong dollars",
    "singapore_dollar": "singapore dollar|singapore dollars",
    "bitcoin": "bitcoin|bitcoins",
}
"""Unit id -> phrases. Ids are those of `sayso.model.quantity`, singular, British."""

STOPS = (
    # prepositions and conjunctions
    "about above according across after against along alongside amid among amongst and"
    " around as aside at because before behind below beneath beside besides between"
    " beyond but by circa concerning despite down during except following for from if"
    " in including inside into like minus near nor of off on onto or out outside over"
    " past per plus regarding since so than that though through throughout till to"
    " toward towards under underneath unless unlike until unto up upon versus via vs"
    " when whenever where whereas whether while with within without"
    # pronouns and determiners
    " a an the this these those his her hers its their theirs our ours my mine your"
    " yours he she it they we you i him them us me who whom whose which what there here"
    " himself herself itself themselves ourselves each every both all any some such no"
    " not never neither either nothing nobody none everyone everybody someone somebody"
    " anyone anybody"
    # auxiliaries
    " most many much am is are was were be been being have has had having do does did doing can could"
    " may might must shall should will would cannot 's isn't aren't wasn't weren't"
    " hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't"
    # verbs of the news in forms that no ending tells
    " say says said tell tells told claim claims report reports know knows think thinks"
    " make makes made take takes took taken come comes came go goes went gone get gets"
    " got give gives gave given put puts set sets see saw seen show shows shown find"
    " finds found keep kept let lets leave left lose lost fell fall fallen rise rose"
    " risen fled flee flew flown fought sought brought bought caught thought felt held"
    " hit hits hurt led met paid ran run sent sat shot sold spent stood struck sunk sank"
    " withdrew withdrawn won wrote written began begun broke broken became become blew"
    " drove driven drew drawn grew hid hung laid lay knew lived meant read rode shut"
    " slept spoke spoken stole swept threw thrown tore understood woke wore cost costs"
    " remain remains include includes die dies seem seems appear appears continue"
    " continues live mean means need needs want wants hold holds"
    # adverbs and words of time
    " again ago ahead almost alone already also altogether always away back better"
    " earlier early else elsewhere even ever far first forward further furthermore hence"
    " however instead just last late later least less longer meanwhile"
    " morning afternoon evening nearly next now"
    " often once only otherwise overnight perhaps previously quite rather recently really"
    " respectively simultaneously sometimes soon still then therefore thereby thus today"
    " alight ablaze alive intact adrift together tomorrow tonight too twice usually very well yesterday yet"
)

PLURALS = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "servicemen": "serviceman",
    "servicewomen": "servicewoman",
    "policemen": "policeman",
    "policewomen": "policewoman",
    "gunmen": "gunman",
    "fishermen": "fisherman",
    "firemen": "fireman",
    "tribesmen": "tribesman",
    "militiamen": "militiaman",
    "guardsmen": "guardsman",
    "clergymen": "clergyman",
    "businessmen": "businessman",
    "crewmen": "crewman",
    "airmen": "airman",
    "riflemen": "rifleman",
    "marines": "marine",
    "troops": "troop",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "watercraft": "watercraft",
    "hovercraft": "hovercraft",
    "personnel": "personnel",
    "police": "police",
    "staff": "staff",
    "infantry": "infantry",
    "cavalry": "cavalry",
    "military": "military",
    "cattle": "cattle",
    "livestock": "livestock",
    "sheep": "sheep",
    "fish": "fish",
    "mice": "mouse",
    "feet": "foot",
    "teeth": "tooth",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "families": "family",
    "mujahideen": "mujahid",
    "mujahedeen": "mujahid",
    "peshmerga": "peshmerga",
    "geese": "goose",
    "oxen": "ox",
    "larvae": "larva",
    "fungi": "fungus",
    "bacteria": "bacterium",
    "alumni": "alumnus",
    "salmon": "salmon",
    "trout": "trout",
    "deer": "deer",
    "elk": "elk",
    "bison": "bison",
    "offspring": "offspring",
    "loaves": "loaf",
    "leaves": "leaf",
    "wolves": "wolf",
    "calves": "calf",
    "halves": "half",
    "shelves": "shelf",
    "thieves": "thief",
    "hooves": "hoof",
    "bodies": "body",
    "series": "series",
    "species": "species",
    "crises": "crisis",
    "buses": "bus",
    "gases": "gas",
    "mlrs": "mlrs",
    "himars": "himars",
    "manpads": "manpads",
    "crew": "crew",
    "headquarters": "headquarters",
    "barracks": "barracks",
    "passers-by": "passer-by",
}

SINGULAR_S = (
    "across always as besides bus business class corps cross discuss dress express gas"
    " glass grass guess has his is its kansas less loss mass miss news pass perhaps"
    " physics plus press previous process progress pus series serious species status"
    " success thus this towards us various versus virus was whereas witness yes across"
    " campus census chaos chorus crisis analysis basis focus hypothesis bonus apparatus"
    " us' houthis' religious dangerous numerous enormous famous nervous various rebellious"
    " indigenous continuous hazardous infectious suspicious mysterious ambitious"
    " says kills dies claims reports remains includes comes goes takes makes gets wounds"
    " injures destroys captures seizes hits kills leaves loses wins hurts sends begins"
    " states' united nations armed"
)


def _by_phrase(table: Mapping[str, str]) -> dict[str, str]:
    return {p: unit for unit, phrases in table.items() for p in phrases.split("|")}


def _limits(table: Mapping[Limit, str]) -> Mapping[str, Limit]:
    return MappingProxyType(
        {p: limit for limit, phrases in table.items() for p in phrases.split("|")}
    )


NUMBERS = NumberWords(
    cardinals=MappingProxyType(CARDINALS),
    hundred="hundred",
    scales=MappingProxyType({w: Decimal(n) for w, n in SCALES.items()}),
    suffixes=MappingProxyType({w: Decimal(n) for w, n in SUFFIXES.items()}),
    fractions=MappingProxyType({w: Decimal(n) for w, n in FRACTIONS.items()}),
    quarters=frozenset({"quarter", "half"}),
    vague=MappingProxyType({w: Decimal(n) for w, n in VAGUE.items()}),
    several=MappingProxyType({"several": Decimal(3)}),
    exact_groups=MappingProxyType(
        {"dozen": Decimal(12), "score": Decimal(20), "couple": Decimal(2)}
        | {"pair": Decimal(2), "trio": Decimal(3)}
    ),
    half_not_after=_split("first second latter other top bottom last opening better"),
    loose_groups=frozenset({"couple"}),
    several_after_article=MappingProxyType({"few": Decimal(3)}),
    vague_with_of=frozenset({"tens", "scores"}),
    added_parts=MappingProxyType(
        {"a half": Decimal("0.5"), "one half": Decimal("0.5")}
        | {"a quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}
    ),
    half="half",
    point="point",
    joiner="and",
    articles=frozenset({"a", "an"}),
    limits_before=_limits(LIMITS_BEFORE),
    spatial=_split("over above under below around near"),
    spatial_before=_split(
        "control advanced advance authority sovereignty flew flown flying power victory"
        " dominance fell hovered centres centers located"
    ),
    topical=_split("about over"),
    topical_before=_split(
        "talk talks concern concerns anger worried dispute war reports information"
        " questions details news thought think"
    ),
    limits_at_number=frozenset({"plus", "odd"}),
    limits_after=_limits(LIMITS_AFTER),
    between=frozenset({"between"}),
    range_joiners=frozenset({"to", "through"}),
    ratios=frozenset({"in", "out of"}),
    either="or",
    than="than",
    change="from",
    change_joiners=frozenset({"to", "up to", "down to", "all the way to"}),
    growth=_split(
        "gone went goes rose risen rises rising climbed climbs climbing grew grown grows"
        " growing jumped increased increases swelled soared mounted crept raised"
        " revised brought"
    ),
    ranging=_split("ranging ranges ranged range anywhere anything varying varies vary"),
    negative=frozenset({"minus", "negative"}),
    prefixes=MappingProxyType(
        {"sub": Limit.AT_MOST, "under": Limit.AT_MOST, "over": Limit.AT_LEAST}
        | dict.fromkeys(("now", "then", "plus", "to", "all", "and"), Limit.NONE)
    ),
    units=MappingProxyType({**CODES_AFTER, **UNIT_SYMBOLS, **_by_phrase(UNITS)}),
    rates=frozenset({"per"}),
    rate_units=_split(
        "second minute hour day night week month quarter year season game barrel share"
        " ton tonne gallon litre liter kilo kilogram gram pound piece person head unit"
        " ounce mile kilometre kilometer metre meter bushel"
    ),
    rate_stops=_split("earlier ago later before after from"),
    age_after=_split("old"),
    age_before=_split("aged age ages"),
    person_subjects=_split("he she who i"),
    person_verbs=_split("is was be turned turns turning 's"),
    months=tuple(TIMES.months),
    months_after=TIMES.within,
    people=_split(
        "people men women children troops soldiers civilians prisoners personnel"
    ),
    months_of=frozenset(
        {
            "week of",
            "weeks of",
            "end of",
            "start of",
            "beginning of",
            "half of",
            "middle of",
            "month of",
            "days of",
            "in late",
            "in early",
            "in mid",
        }
    ),
    year_before=_split(
        "in since by of until till from during before after late early mid the this and"
        " to through year spring summer autumn fall winter between around circa for its"
        " last next a.d. ad bc on at through throughout or"
    ),
    size_words=frozenset({"strong"}),
    labels_before=_split(
        "resolution article articles route highway road battalion brigade regiment"
        " division corps army unit squadron fleet chapter section paragraph clause page"
        " pages no no. nr № number room floor phase level category class grade tier"
        " version volume vol episode season part act bill proposition rule order decree"
        " law protocol flight gate terminal platform line channel checkpoint camp sector"
        " zone district area block house apartment building hangar base point hill"
        " height post position mine well block lot plot pier berth exit junction"
        " kilometre station school hospital day week round game match stage lane"
        " group model type mark mk formula world windows interstate figure table"
        " appendix annex item question step convoy shift war code psalm verse magnitude"
    ),
    labels_after=_split(
        "brigade corps division battalion regiment army squadron commando para company"
        " platoon group wing fleet"
    ),
    persons=_split("man woman boy girl youth"),
    clock_before=("at", "since", "from", "until", "till", "by", "around", "of", "the"),
    clock_after=_split("am pm a.m. p.m. a.m p.m o'clock o’clock hrs gmt utc est edt"),
    stops=_split(STOPS).union(WEEKDAYS),
    determiners=_split(
        "the our his her its their my your these those this that all such them us most many"
    ),
    pronouns=_split("them us those these such which whom"),
    of="of",
    plurals=MappingProxyType(PLURALS),
    singular_s=_split(SINGULAR_S),
    ending_nouns=_split(
        "building bombing shelling killing wedding meeting crossing dwelling clearing"
        " shooting hearing landing warning training being king ring wing string spring"
        " ceiling gathering beating painting thing stabbing lynching raising uprising"
        " bed shed wounded injured dead hundred seed breed weed family assembly ally"
        " bully lorry fly monopoly anomaly jelly belly hospital displaced missing"
    ),
    models=_split(
        "leopard challenger mirage gripen javelin boeing airbus iphone galaxy stoxx"
        " fortune falcon chinook kornet buk tor grad iskander lancet orlan merkava"
        " fateh qassam mark type windows euro dax nikkei gepard marder abrams stugna"
        " nasdaq sp s&p apollo playstation xbox area formula typhoon tornado phantom"
    ),
    containers=_split(
        "pieces units items cases pairs groups acts rounds incidents instances waves"
        " prisoners heads piece unit item case prisoner"
    ),
    modifiers=_split(
        "arms forces sales sports systems operations services affairs weapons goods"
        " communications works women's men's children's explosives news police military"
        " infantry staff crew personnel aircraft himars mlrs manpads s-300s"
    ),
    attributive=_split(
        "live paid broken stolen hidden frozen fallen sunken torn left-wing right-wing"
        " early late overnight far-right far-left double-edged well-known"
    ),
    tellers=_split(
        "activists agency army authorities doctors governor kremlin mayor medics media"
        " military minister ministry monitor monitors observatory officer official"
        " officials pentagon police president prosecutors regulator report reports"
        " rescuers reuters source sources spokesman spokesperson spokeswoman state un"
        " watchdog witness witnesses"
    ),
    substantives=_split(
        "dead wounded injured missing others other more displaced military"
    ),
    zeros=frozenset({"no", "zero", "not one", "not a single", "not a"}),
    negation="not",
    nobody=frozenset(
        {"nobody", "none", "no-one", "no one", "not one", "not a single one"}
    ),
    masses=_split(
        "equipment weaponry hardware artillery armour armor ordnance machinery technology"
        " ammunition shelling bombardment"
    ),
    qualities=_split(
        "responsible capable alive unharmed unhurt intact known active guilty"
    ),
    no_person=frozenset({"nobody", "no one", "no-one"}),
    no_single=_split("few number lot bit while total great good large further little"),
    not_zero=_split(
        "longer more less fewer sooner later doubt matter one other such way need good"
        " idea question sign signs word mention immediate reason evidence comment"
        " indication plans plan choice end use different better worse exception"
        " greater higher larger bigger lower to in on"
    ),
    one="one",
    pronoun_before=_split(
        "no any every each this that the another which some last first next other"
        " big good loved"
    ),
    pronoun_always=_split("no any every this single"),
    predicates=_split(
        "were are have had was died killed injured wounded dead missing fell perished"
        " survived escaped fled remain remained surrendered lost drowned arrested"
        " including kill kills injure injures wound wounds wounding injuring killing"
        " people"
    ),
    level_verbs=_split(
        "sits sit sat stands stand stood stays stayed remains remained remain put puts"
        " estimated set held capped toll total is was now"
    ),
    eras=_split("b.c bc a.d ad bce ce"),
    pronoun_after=_split("another who that which day by time such more thing"),
    another="another",
    both="both",
)
