"""Function words and letters by which languages are told apart: data, our own lists.

Words that several neighbours share stand in each list; what decides is which list the
text uses most. Codes are ISO 639-1.
"""

from collections.abc import Mapping
from types import MappingProxyType

LATIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        code: frozenset(words.split())
        for code, words in {
            "en": "the of and to in a is that for it as was with be by on not he his are"
            " this at from have has had they which or an were been their said will who"
            " its would more about there but when after",
            "de": "der die und in den von zu das mit sich des auf für ist im dem nicht"
            " ein eine als auch es an werden aus er hat dass sie nach wird bei einer um"
            " am sind noch wie einem über einen so zum war haben nur oder aber vor zur"
            " wurde wurden worden sagte seien soldaten getötet verletzt armee menschen tote",
            "fr": "de la le et les des en un du une que est pour qui dans a par plus pas"
            " au sur ne se ce il sont la avec ont aux cette ou son été être mais comme"
            " leur elle nous ses était ces deux selon"
            " dit ont été étaient soldats tués blessés armée morts personnes",
            "es": "de la que el en y a los del se las por un para con no una su al lo"
            " como más pero sus le ya o este sí porque esta entre cuando muy sin sobre"
            " también me hasta hay donde han desde según fue"
            " fueron han dijo murieron soldados mataron mató muertos heridos ejército personas",
            "it": "di e il la che in un a per è una del non con si da i le dei al sono"
            " della nel più alla come anche lo ha gli delle ma ad o dal se stato nella"
            " essere tra degli questo"
            " hanno stati detto morti soldati uccisi feriti esercito persone",
            "pt": "de a o que e do da em um para com não uma os no se na por mais as dos"
            " como mas ao ele das à seu sua ou quando muito nos já também pelo pela até"
            " isso foi são segundo"
            " foram disse morreram soldados mortos feridos exército pessoas mataram",
            "nl": "de van het een en in is dat op te zijn met voor die niet aan er om ook"
            " als bij door naar uit maar over ze nog tot heeft worden werd wordt dan kan"
            " hebben meer zich deze volgens"
            " hebben zei soldaten militairen gedood doden gewond leger mensen",
            "pl": "i w na z się do nie że to jest o jak po od za przez dla są ale przy"
            " został ich był jego oraz już tym który która które roku będzie może jako"
            " czy też także"
            " zostało zostali powiedział żołnierzy zginęło zabitych rannych armia osób",
            "cs": "a v se na je že s z do o i to jako za po by pro ve k který od jsou"
            " byl ale při před mezi však než jeho byla podle které také už není jejich"
            " vojáků zabito zraněno armáda řekl lidí",
            "sk": "a v sa na je že s z do o aj to ako za po by pre vo k ktorý od sú bol"
            " ale pri pred medzi však než jeho bola podľa ktoré tiež už nie ich",
            "ro": "de în a și la cu pe din nu un o care că este pentru mai prin s-a au"
            " fost sau după al ale lui fi ca sunt această dar le cele acest"
            " soldați uciși răniți armata oameni",
            "tr": "ve bir bu da de için ile olarak daha çok gibi olan en kadar sonra ise"
            " ancak olduğu değil ne ya her o göre tarafından ki oldu var"
            " asker öldürüldü öldü yaralandı kişi ordusu dedi",
            "sv": "och i att det som en på är av för med den till inte har de ett om var"
            " men sig från vi så kan han när efter hade enligt ska också"
            " soldater dödades skadades armén personer sade",
            "da": "og i at det som en på er af for med den til ikke har de et om var men"
            " sig fra vi så kan han når efter havde ifølge skal også blev"
            " soldater dræbt såret hæren personer sagde",
            "no": "og i at det som en på er av for med den til ikke har de et om var men"
            " seg fra vi så kan han når etter hadde ifølge skal også ble"
            " soldater drept såret hæren personer sa",
            "fi": "ja on ei että oli se hän mutta ovat kun myös joka kuin sen tai ole"
            " mukaan jo vain sekä ollut olisi niin nyt siitä"
            " sotilasta kuoli haavoittui armeija sanoi",
            "hu": "a az és hogy nem is egy van ez csak de meg azt már volt mint még ki"
            " szerint el vagy lesz ezt ha után azonban"
            " katona meghalt megsebesült hadsereg mondta",
            "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh juga"
            " ke adalah telah sebagai lebih bahwa mereka atau karena"
            " tentara tewas terluka prajurit orang mengatakan",
            "hr": "i u je na se da su za od s a o koji kao ne što bi do iz nije će ali"
            " po te sa biti bio prema kako ili samo još koja"
            " vojnika poginulo ranjeno vojska rekao",
            "lt": "ir į kad iš su yra apie po dėl kaip bet jau nuo buvo tai ne prie"
            " kuris pagal taip ar dar už",
            "so": "ka oo ee ku iyo in waa ay la soo loo uu ah aan si kale waxaa dhexe",
            "sw": "ya na wa kwa ni katika za la kuwa cha hii huo huyo kama lakini baada"
            " hiyo yake pia",
        }.items()
    }
)
"""Code -> frequent words without meaning of their own."""

LATIN_LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "de": "äöüß",
        "fr": "àâçèéêëîïôùûœ",
        "es": "áéíñóúü",
        "it": "àèéìòù",
        "pt": "ãâáçéêíóõôú",
        "nl": "ëï",
        "pl": "ąćęłńóśźż",
        "cs": "áčďéěíňóřšťúůýž",
        "sk": "áäčďéíľĺňóôŕšťúýž",
        "ro": "ăâîșțşţ",
        "tr": "çğıöşü",
        "sv": "åäö",
        "da": "æøå",
        "no": "æøå",
        "fi": "äö",
        "hu": "áéíóöőúüű",
        "hr": "čćđšž",
        "lt": "ąčęėįšųūž",
    }
)
"""Code -> letters of its own words that English words have not."""

CYRILLIC: Mapping[str, tuple[str, str, frozenset[str]]] = MappingProxyType(
    {
        code: (alphabet, own, frozenset(words.split()))
        for code, alphabet, own, words in (
            (
                "ru",
                "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                "ыэё",
                "и в не на что с по как это из за от его но для был было были после"
                " также более около их к о или при без во со уже мы они она"
                " или который которая которые этот эта это чтобы если вам нам меня мне"
                " пожалуйста спасибо",
            ),
            (
                "uk",
                "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
                "ґєї",
                "і в у не на що з та як це із за від його але для був було були після"
                " також понад біля їх до про або при без й під вже ми вони вона ще по"
                " чи або який яка які цей ця це щоб якщо вам нам мене мені ласка дякую",
            ),
            (
                "be",
                "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
                "ў",
                "і ў не на што з па як гэта за ад яго але для быў было былі пасля да",
            ),
            (
                "bg",
                "абвгдежзийклмнопрстуфхцчшщъьюя",
                "ъ",
                "и в не на че с по като това от за да се са но след със във към ще беше"
                " бяха най които който над при е била били",
            ),
            (
                "sr",
                "абвгдђежзијклљмнњопрстћуфхцчџш",
                "ђћ",
                "и у не на да је са за од се су као али који након више био били",
            ),
            (
                "mk",
                "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
                "ѓќѕ",
                "и во не на да е со за од се како но кои по беа што биле над",
            ),
        )
    }
)
"""Code -> its alphabet, letters no other of them has, and frequent words."""

ARABIC: Mapping[str, tuple[str, frozenset[str]]] = MappingProxyType(
    {
        "ar": ("ةىإأ", frozenset("في من على إلى أن عن التي هذا مع".split())),
        "fa": ("پچژگ", frozenset("در به از که این را با است برای".split())),
        "ur": ("ٹڈڑےں", frozenset("کے میں کی ہے اور سے کا نے کو".split())),
        "ps": ("ښځټډړې", frozenset("د په او چې له کې دی".split())),
    }
)

SCRIPTS: tuple[tuple[str, int, int], ...] = (
    ("latin", 0x41, 0x24F),
    ("greek", 0x370, 0x3FF),
    ("cyrillic", 0x400, 0x52F),
    ("armenian", 0x530, 0x58F),
    ("hebrew", 0x590, 0x5FF),
    ("arabic", 0x600, 0x77F),
    ("devanagari", 0x900, 0x97F),
    ("bengali", 0x980, 0x9FF),
    ("tamil", 0xB80, 0xBFF),
    ("thai", 0xE00, 0xE7F),
    ("myanmar", 0x1000, 0x109F),
    ("georgian", 0x10A0, 0x10FF),
    ("hangul", 0x1100, 0x11FF),
    ("ethiopic", 0x1200, 0x139F),
    ("latin", 0x1E00, 0x1EFF),
    ("kana", 0x3040, 0x30FF),
    ("han", 0x3400, 0x9FFF),
    ("hangul", 0xAC00, 0xD7AF),
)
"""Script, first and last code point (Unicode blocks)."""

SCRIPT_LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "greek": "el",
        "armenian": "hy",
        "hebrew": "he",
        "devanagari": "hi",
        "bengali": "bn",
        "tamil": "ta",
        "thai": "th",
        "myanmar": "my",
        "georgian": "ka",
        "hangul": "ko",
        "ethiopic": "am",
        "kana": "ja",
        "han": "zh",
    }
)
"""Script -> the language that nearly all news in it is written in."""
