"""English words by which persons are told: offices, roles, fates."""

from sayso.vocabulary.languages.en.calendar import MONTHS, WEEKDAYS
from sayso.vocabulary.languages.en.saying import PERSONS
from sayso.vocabulary.persons.en_given import DOUBTFUL, GIVEN
from sayso.vocabulary.persons.person_words import PersonWords, words

ENGLISH = PersonWords(
    code="en",
    tail=1,
    titles=words("mr mrs ms miss mx dr madam sir lady uncle aunt"),
    offices=words(
        """
        commandant magistrate registrar treasurer rector dean principal headmaster headmistress chancellor
        comptroller mediator attache attaché vice-chair vice-chairman vice-minister under-secretary ombudsperson
        presidents ministers generals premier-designate president-elect high-representative monsignor governor-general
        president vice-president minister premier chancellor governor vice-governor mayor spokesman spokeswoman
        spokesperson secretary undersecretary secretary-general ambassador envoy diplomat consul senator
        lawmaker legislator congressman congresswoman mp parliamentarian councillor councilor chairman
        chairwoman chairperson chair head chief director deputy commissioner ombudsman ombudswoman
        commander commander-in-chief general colonel admiral marshal brigadier commodore prosecutor judge
        justice coordinator co-ordinator representative rapporteur negotiator adviser advisor aide analyst
        expert professor researcher historian economist scholar academic king queen prince princess emir sultan
        sheikh pope patriarch archbishop bishop cardinal metropolitan imam mufti ayatollah rabbi
        leader vicar archimandrite abbot abbess archdeacon  co-founder founder official officials administrator speaker whip delegate attorney-general
        superintendent sheriff inspector-general candidate politician warlord strongman dictator statesman
        prime-minister pm ceo chairmanship coroner d'affaires correspondent reporter columnist editor presenter
        gen col adm brig gov sen rep amb prof maj-gen lt-gen observer fellow"""
    ),
    ranks=words("captain major lieutenant lt capt maj cpt ensign warrant midshipman"),
    qualifiers=words(
        """first second third class junior senior rank staff acting former retired ex-president late outgoing
        then interim regional district provincial military defence defense foreign interior press prime
        assistant associate under designate elect occupied besieged contested annexed liberated"""
    ),
    private=words(
        """cellmate roommate flatmate landlord landlady teammate workmate schoolmate witness eyewitness eyewitnesses bystander passer-by passerby resident villager townsman survivor prisoner pow inmate
        convict detainee internee captive hostage abductee farmer farmhand fisherman herder shepherd worker
        labourer laborer shopkeeper trader vendor seller butcher baker cook chef waiter waitress barber tailor driver
        teacher schoolteacher student pupil schoolboy schoolgirl schoolchild teenager teen toddler baby infant
        child boy girl youth youngster minor orphan pensioner retiree grandmother grandfather widow widower
        mother father parent refugee evacuee migrant asylum-seeker patient victim casualty injured wounded
        volunteer aid-worker nurse doctor surgeon medic paramedic midwife pharmacist dentist veterinarian vet
        electrician plumber carpenter builder miner engineer mechanic welder technician accountant clerk
        cashier secretary-typist cleaner guard watchman farmer gardener beekeeper priest monk nun pastor deacon
        soldier serviceman servicewoman conscript recruit reservist fighter private sergeant corporal sailor
        marine paratrooper gunner tankman sniper sapper pilot navigator infantryman trooper deserter defector
        operator crewman seaman militant rebel insurgent jihadist partisan mercenary veteran
        lawyer attorney barrister solicitor officer bodyguard chauffeur butler maid housekeeper hairdresser stylist tutor
        acquaintance killer kidnapper supporter follower subordinate activist blogger journalist photographer cameraman musician
        singer actor actress artist poet writer athlete footballer coach businessman businesswoman
        entrepreneur owner tenant neighbour neighbor friend classmate colleague comrade fiance fiancee
        fiancé fiancée boyfriend girlfriend lover nanny carer caretaker concierge man woman guy mother-of-two
        suspect defendant accused gunman attacker bomber smuggler looter collaborator informant spy
        policeman policewoman person constable firefighter fireman rescuer lifeguard elder tribesman nomad pilgrim
        worshipper parishioner customer passenger commuter tourist traveller traveler motorist cyclist
        housewife homemaker jobseeker programmer designer architect scientist chemist librarian"""
    ),
    kin=words(
        """wife husband son daughter brother sister mother father grandmother grandfather grandson
        granddaughter uncle aunt cousin nephew niece widow widower twin stepson stepdaughter stepfather
        stepmother mother-in-law father-in-law son-in-law daughter-in-law brother-in-law sister-in-law
        fiance fiancee fiancé fiancée parents sons daughters brothers sisters children partner spouse baby
        girlfriend boyfriend lawyer family families relatives relative grandparents godson goddaughter siblings sibling"""
    ),
    held=words(
        """captured detained imprisoned jailed abducted kidnapped arrested interned captive captivity
        prisoner pow detainee hostage freed released exchanged swapped ransomed convicted sentenced
        surrendered custody cell captors interrogated tortured inmate imprisonment detention
        seized hostage's behind-bars apprehended incarcerated internee disappeared repatriated rearrested"""
    ),
    harmed=words(
        """killed wounded injured died dead hurt maimed burned burnt buried mourned missing slain murdered
        lost amputated raped survived displaced orphaned body corpse remains funeral grave"""
    ),
    saying=PERSONS,
    naming=words("named identified called name surnamed nicknamed known introduced as"),
    credits=words(
        "reporting editing written edited compiled translated filmed photographed"
    ),
    signs=words(
        "callsign sign nickname alias nom-de-guerre codename nicknamed codenamed"
    ),
    stops=words(
        """said says told tells and or but who whom whose which that when while where if after before
        because since met saw gave took held sent led knew thanked quoted citing with against by from
        between over then left made says during until helped asked wrote shot hit is was were has had
        near along around across inside outside behind under above beyond toward towards into onto off out
        about per via have did does will would could than like including among plus not no nor"""
    ),
    links=words("of for to in at with"),
    being=words(
        """was were is are has had have been being be remains remained got gets later also then still
        recently now reportedly allegedly first again since himself herself badly seriously
        found seen"""
    ),
    leading=words(
        "heads headed chairs chaired directs commands commanded represents governs oversees lectures"
    ),
    relatives=words("who whom whose"),
    things=words(
        """presidency ministry institute university school college academy hospital clinic army navy force forces
        command staff brigade battalion regiment division corps guard council committee commission
        agency service services organisation organization union association federation foundation fund bank
        group party movement front coalition alliance league network watch watchdog press times post
        news media television tv radio street avenue boulevard square lane road bridge river lake sea bay
        gulf island islands mountain mountains valley desert region district province county oblast raion
        republic state states kingdom emirate nations nation airport station plant factory mine market
        church mosque cathedral monastery temple synagogue theatre theater stadium park garden palace
        house court prison camp colony centre center office bureau department administration authority
        government parliament congress senate assembly embassy company corporation airlines airways
        international human rights red cross crescent amnesty islamic jihad resistance liberation people's
        democratic popular national united european african security border police team unit squad
        headquarters directorate secretariat inspectorate tribunal forum society monitor monitors observatory initiative programme program mission peninsula strip
        heights bank triangle corridor highway dam reservoir canal port harbour harbor hotel mall
        day week war operation offensive agreement accord treaty convention summit prize award
        village town city hamlet settlement township commune quarter neighbourhood neighborhood
        east west north south eastern western northern southern central upper lower old new great
        border borders crossing pass cape fort base airfield airbase airport helmets doctors without bulletin
        jazeera arabiya mayadeen manar reuters tass interfax bbc cnn xinhua anadolu kyodo bloomberg guardian
        gazette tribune chronicle telegraph journal newspaper newswire broadcaster magazine
        ukrinform unian suspilne meduza gazeta pravda kommersant izvestia airstrikes airstrike attack attacks
        state-run street-level agencies reporting editing update headline tags"""
    ),
    no_names=words(
        """the a an this that these those his her its their our my your he she it they we you i who which
        what when where while after before since as if but and or nor so yet for of to in on at by with
        from near about against meanwhile however earlier later also according another some several many
        most both all each every no not only there here then now today yesterday tomorrow asked citing
        quoting speaking during under over because although though despite unlike like such more less than
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozens hundreds thousands
        am pm gmt utc
        russian russians ukrainian ukrainians american americans british french german germans italian
        italians spanish polish turkish turks syrian syrians iraqi iraqis iranian iranians israeli
        israelis palestinian palestinians lebanese egyptian saudi yemeni afghan afghans pakistani
        indian indians chinese japanese korean sudanese ethiopian eritrean somali kenyan ugandan
        rwandan congolese nigerian malian chadian libyan algerian moroccan tunisian georgian armenian
        azerbaijani azeri kurdish kurds kurd chechen chechens tatar belarusian moldovan romanian
        serbian serb serbs croatian croat bosnian kosovar albanian greek cypriot colombian venezuelan
        mexican cuban sunni shia shiite alawite druze christian christians muslim muslims jewish jews jew
        arab arabs european africans african asian western soviet nazi tamil sinhalese burmese rohingya
        filipino indonesian vietnamese tutsi hutu tuareg houthi houthis taliban nigerien senegalese
        russia ukraine america britain france germany italy spain poland turkey syria iraq iran israel
        palestine lebanon egypt yemen afghanistan pakistan india china japan korea sudan ethiopia eritrea
        somalia kenya uganda rwanda congo nigeria mali chad libya algeria morocco tunisia georgia armenia
        azerbaijan belarus moldova romania serbia croatia bosnia kosovo albania greece colombia venezuela
        mexico cuba europe africa asia kyiv kiev moscow gaza donbas crimea nato un eu us usa uk cia fbi fsb
        sbu gru osce oscs icrc unhcr unicef who iaea idf hamas hezbollah fatah isis isil daesh wagner
        kremlin pentagon brussels washington london paris berlin geneva god allah jesus
        telegram twitter facebook youtube whatsapp tiktok instagram internet
        captured detained abducted kidnapped arrested freed released wounded killed interviewed asked dead
        young elderly old local another fellow retired former ex three-month-old emergency tea army police
        rebel military hospital deputy captive displaced injured surviving bereaved local rescuers
        hundreds doctors relatives prosecutors investigators officials sources reports footage video
        tanks missiles drones troops soldiers people men women children
        at least more around nearly almost over about up out off why how whether
        maj gen lt col sgt cpl pvt capt jan feb mar apr jun jul aug sep sept oct nov dec
        u.s u.k u.n twenty-one twenty-two twenty-five thirty-two additionally moreover furthermore nevertheless
        separately elsewhere previously initially finally eventually overnight yesterday's today's
        isil is pkk ypg sdf lna gna rsf saf idp idps ngo ngos arab allied coalition ottoman
        syrias russias ukraines israels irans iraqs turkeys"""
    ).union((*WEEKDAYS, *MONTHS)),
    named_after=frozenset(),
    known=words(
        """putin zelensky zelenskyy zelenskiy trump biden obama clinton bush macron scholz merz merkel sunak
        starmer johnson erdogan erdoğan netanyahu abbas xi modi lukashenko orban orbán assad khamenei
        raisi pezeshkian sisi mbs guterres stoltenberg rutte lavrov shoigu peskov medvedev gerasimov
        belousov asad assads syrskyi zaluzhny zaluzhnyi budanov umerov yermak kuleba sybiha rubio blinken austin
        lula maduro petro kagame tshisekedi museveni burhan hemedti abiy isaias ruto tinubu traoré goita
        sharaa jolani nasrallah sinwar haniyeh gallant gantz aliyev pashinyan kadyrov prigozhin
        surovikin vucic tusk duda zelenska milosevic karadzic mladic saddam gaddafi hussein arafat"""
    ),
    given=GIVEN,
    small=frozenset(),
    doubtful=DOUBTFUL,
    heading=words("chief head press information"),
    professions=words(
        """doctor physician surgeon engineer medic pathologist psychiatrist architect accountant
        scientist veterinarian officer"""
    ),
    fields=words(
        "rights affairs issues exchange exchanges swap swaps coordination welfare"
    ),
    posts=words(
        "minister commissioner ombudsman ombudswoman ombudsperson envoy rapporteur undersecretary secretary"
    ),
    of_places=frozenset(),
    joined=frozenset(),
)
