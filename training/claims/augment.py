"""Exchange of names, places and figures in training texts, word for word.

Every span stays where it is; only the pieces that the encoder sees change. So the
network cannot learn that one country attacks and another is attacked.
"""

import random
import re
from functools import lru_cache

COUNTRIES = [
    line.split()
    for line in """Russia Russian Moscow Russians
Ukraine Ukrainian Kyiv Ukrainians
Israel Israeli Jerusalem Israelis
Lebanon Lebanese Beirut Lebanese
Syria Syrian Damascus Syrians
Iran Iranian Tehran Iranians
Iraq Iraqi Baghdad Iraqis
Sudan Sudanese Khartoum Sudanese
Ethiopia Ethiopian Addis Ethiopians
Eritrea Eritrean Asmara Eritreans
Yemen Yemeni Sanaa Yemenis
India Indian Delhi Indians
Pakistan Pakistani Islamabad Pakistanis
Afghanistan Afghan Kabul Afghans
Turkey Turkish Ankara Turks
Armenia Armenian Yerevan Armenians
Azerbaijan Azerbaijani Baku Azerbaijanis
Georgia Georgian Tbilisi Georgians
Rwanda Rwandan Kigali Rwandans
Congo Congolese Kinshasa Congolese
Uganda Ugandan Kampala Ugandans
Kenya Kenyan Nairobi Kenyans
Somalia Somali Mogadishu Somalis
Mali Malian Bamako Malians
Niger Nigerien Niamey Nigeriens
Nigeria Nigerian Abuja Nigerians
Myanmar Burmese Naypyidaw Burmese
Thailand Thai Bangkok Thais
Cambodia Cambodian Cambodians Cambodians
Colombia Colombian Bogota Colombians
Libya Libyan Tripoli Libyans
Egypt Egyptian Cairo Egyptians
Serbia Serbian Belgrade Serbs
Croatia Croatian Zagreb Croats
Mozambique Mozambican Maputo Mozambicans
Burkina Burkinabe Ouagadougou Burkinabe""".split("\n")
]
"""Country, adjective, capital, people: what is exchanged together."""
GROUPS = """RSF SAF SDF FSA PKK YPG HTS ISIS ISIL Daesh Hamas Hezbollah Houthis Taliban
TPLF OLF M23 ADF FDLR JNIM ISWAP ARSA LTTE FARC ELN UPDF PMF SNA NRA KIA TNLA MNDAA FACT
UFC""".split()
KNOWN = {word for row in COUNTRIES for word in row} | set(GROUPS)
COUNTRY, PERMUTED, GROUP, PLACE, PERSON, FIGURE = 0.8, 0.4, 0.7, 0.7, 0.6, 0.7
"""Share of texts in which each is exchanged; `PERMUTED` of them among themselves."""


class Exchange:
    """Gives documents with other names; made once for all training documents."""

    def __init__(self, documents, cut):
        """Gather the names of documents.

        Args:
            documents: Training documents.
            cut: Gives the encoder's pieces of a word.
        """
        self.cut = lru_cache(200_000)(cut)
        self.words = {id(d): names_of(d) for d in documents}
        self.places = sorted({w for places, _ in self.words.values() for w in places})
        self.persons = sorted(
            {w for _, persons in self.words.values() for w in persons}
        )

    def pieces(self, document, rng):
        """Give the pieces of a document's words, some of its names exchanged."""
        other = other_countries(document.words, rng)
        other |= other_groups(document.words, rng)
        places, persons = self.words[id(document)]
        if rng.random() < PLACE:
            for word in places:
                other.setdefault(word, rng.choice(self.places))
        if rng.random() < PERSON:
            for word in persons:
                other.setdefault(word, rng.choice(self.persons))
        has_figures = rng.random() < FIGURE
        figures = figure_words(document)
        found = list(document.pieces)
        for number, word in enumerate(document.words):
            if word in other:
                found[number] = self.cut(other[word])
            elif has_figures and word[:1].isdigit() and number in figures:
                found[number] = self.cut(other_digits(word, rng))
        return found


def names_of(document):
    """Give the words of a document that alone name a place, and those of persons."""
    words = document.words
    places = {
        words[first]
        for first, last in (t.range for t in document.toponyms if is_town(t))
        if last - first == 1
        and words[first][:1].isupper()
        and words[first] not in KNOWN
    }
    persons = {
        word
        for name in document.entities
        if name.kind == "person"
        for word in words[slice(*name.range)]
        if word[:1].isupper() and len(word) > 2
    }
    return sorted(places), sorted(persons - places - KNOWN)


def is_town(toponym):
    """True for a place that is no region or country."""
    return toponym.kind in (None, "settlement")


def figure_words(document):
    """Give the numbers of the words of figures."""
    return {
        word
        for c in document.candidates
        if c.kind == "figure"
        for word in range(c.first, c.last)
    }


def other_countries(words, rng):
    """Give word -> word for the countries of a text, in their case and in capitals."""
    seen = set(words)
    present = [n for n, row in enumerate(COUNTRIES) if seen.intersection(row)]
    mode = rng.random()
    if not present or mode >= COUNTRY:
        return {}
    if mode < PERMUTED and len(present) > 1:
        images = list(present)
        rng.shuffle(images)
    else:
        images = rng.sample(range(len(COUNTRIES)), len(present))
    found = {}
    for own, image in zip(present, images, strict=True):
        for word, other in zip(COUNTRIES[own], COUNTRIES[image], strict=True):
            found |= {word: other, word.upper(): other.upper()}
    return found


def other_groups(words, rng):
    """Give word -> word for the armed groups of a text."""
    seen = set(words)
    present = [group for group in GROUPS if group in seen]
    if not present or rng.random() >= GROUP:
        return {}
    return dict(zip(present, rng.sample(GROUPS, len(present)), strict=True))


def other_digits(word, rng: random.Random):
    """Give a figure of other digits, none of them 0."""
    return re.sub(r"\d", lambda _: str(rng.randint(1, 9)), word)
