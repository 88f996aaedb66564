"""Given names as English reports write them, from many languages; our own list.

Common names only, as one meets them in reports; a name that is not here is told by
other signs, such as its ending, an age or a verb of speech.
"""

from sayso.vocabulary.persons.person_words import words

DOUBTFUL = words(
    """georgia jordan victoria sofia florence paris chad will may june april august mark bill rose art grace
    hope faith joy sunny israel kenya asia india china lima milan roman max guy rich frank major king
    duke prince earl dean don ray jack pat sue rob drew gene dale glen grant chase hunter mason carter
    taylor iris ivy lily daisy violet pearl ruby crystal dawn summer autumn faithful christian dallas
    austin houston lincoln washington madison charlotte brooklyn virginia carolina savannah adelaide
    sydney vera love blessing mercy patience comfort fortune gift precious victory justice favour
    nur nour noor islam jihad sultan malik shah khan mir emir reza mercedes angel jesus trinity
    san santa saint la de le sky amber olive basil angelina lucky bush gaza salem ramadi bahar
    tai wei min li an so do ha park young ma he she xi yi long ming lang son song tang thai viet"""
)
GIVEN = (
    words(
        """aaron abby abel abigail abraham adam adrian agnes aidan alan albert alex alexander alexandra alexis
        alfred alice alicia alison allan allen amanda amelia amy andrea andreas andrew andy angela anita ann anna
        anne annette annie anthony antonia antonio arthur ashley barbara barry beatrice ben benedict benjamin
        bernard bernd beth betty beverly bob bobby bonnie bradley brandon brenda brian bridget bruce bryan calvin
        camille carl carla carlos carmen carol caroline catherine cathy cecilia charles charlie cheryl chloe
        chris christian christina christine christopher cindy claire clara clarence claude claudia clifford
        clive colin connor corinne craig curtis cynthia daniel danielle danny darren dave david dawn dean deborah
        debra denis denise dennis derek diana diane dick dirk dominic donald donna doris dorothy douglas duncan
        edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eliza elizabeth ella ellen elliot
        emily emma enrique eric erica erik erin ernest ernesto ethan eugene eva evan eve evelyn felix fernando
        fiona francesca francesco francis francisco francois frank franz fred frederick gabriel gabriela gareth
        gary gavin george gerald gerard giovanni giuseppe glenn gloria gordon graham greg gregory guillermo gustav
        hannah hans harold harriet harry harvey heather heidi helen helena helga henri henrik henry herbert
        hilary holly howard hugh hugo ian ignacio ines ingrid irene isaac isabel isabella jacob jacqueline jacques
        jaime jake james jamie jan jane janet janice jason javier jay jean jean-pierre jean-claude jean-paul jeff
        jeffrey jennifer jeremy jerome jerry jesse jessica jill jim jimmy joan joanna joe joel john johnny
        jonathan jorge jose josé josef joseph josephine joshua joyce juan juan-carlos judith julia julian julie
        jurgen justin karen karin karl kate katherine kathleen kathryn katie keith kelly ken kenneth kevin kim
        kirsten klaus kristin kurt kyle larry laura lauren laurence leah lee leo leon leonard leonardo leslie
        lewis liam linda lindsay lisa lloyd lorenzo louis louise luca lucas lucia lucy luigi luis luke lydia
        lynn mads magnus manuel marc marcel marco marcos marcus margaret maria marian marie marilyn mario
        marion marta martha martin martina mary mathias mats matt matteo matthew maureen maurice megan melanie
        melissa michael michel michelle miguel mike miriam monica nadine nancy naomi natalie nathan neil nicholas
        nicole niels nigel nils noah noel nora norman oliver olivia oscar otto owen pablo pamela paola paolo
        patricia patrick paul paula paulo pedro peggy penny pete peter phil philip philippe phillip phyllis pierre
        rachel rafael ralph ramon randy raphael raul raymond rebecca regina rene renee ricardo richard rick rita
        robert roberta roberto robin rodney roger roland ron ronald rosa rosemary roy russell ruth ryan sally sam
        samantha samuel sandra sara sarah scott sean sebastian sergio seth shane shannon sharon shaun sheila
        shirley silvia simon simone sofie sonia sophia sophie stacey stanley stefan stella stephanie stephen steve
        steven stewart stuart susan suzanne sven sylvia tara ted teresa terry thelma theo theodore theresa thomas
        tiffany tim timothy tina todd tom tomas tommy tony tracy trevor troy ulrich ulrike ursula valentina
        valerie vanessa vernon veronica vicky victor vincent vivian walter wanda warren wayne wendy wesley
        wilhelm william willy winston wolfgang xavier yvonne zachary zoe anselm amadou lars bjorn sigrid astrid
        freya soren jens ole knut leif gunnar olaf anders per tor emeka tobias lukas jonas matthias"""
    )
    | words(
        """ihor igor oleh oleg olena elena olga olha oksana oxana tetiana tatiana tetyana tatyana nataliia
        natalia nataliya natalya nadiia nadia nadezhda ivan ioann petro pyotr petr pavlo pavel mykola nikolai
        nikolay mykhailo mikhail mykyta nikita vasyl vasily vasiliy vasyliy volodymyr vladimir vladislav
        vladyslav viktor victor vitalii vitaly vitaliy valerii valery valeriy valentyn valentin vadym vadim
        vyacheslav viacheslav vsevolod yaroslav yaroslava yurii yuri yuriy yury yevhen evgeny yevgeny evgeniy
        yevgeniy yevhenii yevheniia evgenia yelena yulia yuliia iuliia julia yana ilya illia illya iryna irina
        inna hanna halyna galina hryhorii grigory hryhoriy georgy heorhii german herman gennady hennadii denys
        denis dmytro dmitry dmitri dmitriy danylo danil daniil daria dariia darya dina bohdan bogdan borys boris
        artem artyom anton antonina andrii andriy andrei andrey anatolii anatoly anatoliy anastasia anastasiia
        anhelina alina alla albina aleksandr alexandr oleksandr oleksandra aleksandra oleksii oleksiy aleksei
        alexei alexey aleksey arkady arsen arseny arsenii kateryna katerina ekaterina yekaterina kyrylo kirill
        kostiantyn konstantin larysa larisa lesia lesya lidiia lidia lyudmila liudmyla lyudmyla liubov lyubov
        leonid lev maksym maksim maxim marharyta margarita mariia mariya maryna marina marko matvii matvey marian
        myroslav miroslav myroslava nazar nina nelia oleksa orest ostap polina raisa roksolana ruslan ruslana
        rostyslav rostislav rustam rinat ramzan roman semen semyon serhii serhiy sergei sergey stanislav stepan
        svitlana svetlana sviatoslav sofiia sofiya solomiia solomiya sofiika taras tymofii timofey tymur timur taisiia
        valeria valeriia vasylyna viktoriia viktoria vira viacheslav yosyp zhanna zinaida zoya zoia zlata zakhar
        fedir fyodor fedor pylyp filipp emma emil eduard elvira eldar akhmed aslan magomed murat marat mariana
        marianna ulyana uliana yefim efim yakov yakiv arina albert alyona aliona alena kseniia ksenia xenia
        snizhana nadya misha sasha masha dasha kolya vanya petya katya olya tanya vova dima serhiyko
        mariika zlatan zoryana zoriana tamara tamila sabina rimma rodion renat platon pantelei panas osip
        makar luka lukyan klim kuzma ignat hnat gleb hlib gavrilo havrylo faina evdokia demyan demian
        bronislav bronisław piotr pawel andrzej krzysztof jacek marek tomasz wojciech zbigniew agnieszka ewa
        malgorzata grzegorz jerzy stanislaw kazimierz jaroslaw tadeusz vytautas jonas andris gintaras mindaugas
        dragan goran milan milos zoran slobodan radovan ratko nebojsa vesna jelena milica branko dusan
        nikola petar stjepan ante ivica tomislav zlatko mladen enver fatmir hashim agim arben besnik"""
    )
    | words(
        """abbas abd abdallah abdel abdelaziz abdelkader abdi abdirahman abdul abdulaziz abdulkadir abdullah
        abdulrahman abdoulaye adel adil adnan afaf ahmad ahmed ahlam aisha aicha ali alia amal amani amin amina
        amir amira ammar anas anwar arif asad asif asma assad ayman aymen aysha aziz aziza badr baha bashar
        basel basem bashir basma bassam batool bilal bushra dalal dalia daoud dina diyaa dunya ehab emad
        fadi fadia fahad fahd faisal farah farhan farid farida faris farouk fathi fatima fatma fawaz fawzi
        ghada ghassan habib hadi hafsa haidar haider haitham hakim hala hamad hamdi hamed hamid hamza hana hanan hani
        haroun hashim hasan hassan hatem haya hayat haytham hiba hikmat hisham huda husam hussain hussein
        hussam ibrahim ibtisam idris ihab ilham iman imran imad ismail israa issa issam jaber jabir jafar jamal jamil jamila
        jassim jawad jihan kamal kamel karam kareem karim karima khadija khaled khalid khalil khawla
        laila latif layla leila lina loubna lubna madiha maha mahdi maher mahmoud mahmood majed majid mamdouh manal
        mansour mariam marwa marwan maryam masoud maysa mazen mehdi mohamad mohamed mohammad mohammed mona mostafa
        mounir moussa muammar mubarak muhammad muhannad mukhtar muna munir murad musa mustafa mutaz
        nabil nada nadia nadim nadir nahla naima najib najla nasir nasreen nasrin nasser nawal nayef nazir
        nidal nisreen nizar omar osama othman qais qasim rabab rabih rachid rafiq raghad rahaf rahim rahma
        raja rami rana randa rania rasha rashid rashida raed raouf rayan razan riad riham rim rola ruba saad saadia
        sabah sabri saeed safa safaa saleh salim salma salman salwa samer sami samia samir samira sana sarah saud
        sayed shadi shahd shaima shireen shukri siham sofian soha suad suha suhail sulaiman suleiman
        sumaya taha tahir tala talal tamer tarek tareq tariq tawfiq thabet usama wael wafa wahid walid wasim
        widad yahya yaqub yara yaser yasin yasir yasmin yasmine yasser younes younis yousef youssef yusuf zahra zaid
        zain zainab zakaria zaki zayd zaynab zeinab ziad ziyad zubair mehmet mustafa ahmet ayşe ayse emine hatice
        huseyin hüseyin hakan kemal murat osman recep selim serkan tayyip ömer omer yilmaz zeynep elif emre cem
        ebru fatih gokhan ilhan kadir levent orhan volkan ali-reza amir-hossein behrouz dariush ebrahim esmail
        farhad fereshteh golnaz hossein javad kaveh mahsa maryam mehrdad mina mohsen narges nasrin nima parisa
        parvin qassem ruhollah saeid shirin siamak soraya zahra zohreh gul najibullah hamidullah hekmatullah
        mirwais najib nasima parwana rahmatullah roya sediqa shukria zabihullah zarghuna ghulam
        baran azad rojda rojin zilan ciwan serhat dilan heval avin berivan"""
    )
    | words(
        """abebe abeba adanna adebayo adeola afework aklilu akinyi alemayehu almaz amina amadou amara aminata ayaan
        ayodele baraka bekele berhane biruk bintou blessing boubacar chidi chidinma chinedu chioma chukwu
        daouda dawit demba desta dieudonne djibril ebele efua ekene emmanuel esther fatou fatoumata fikru
        fode funmi getachew girma goodluck habiba haile hailemariam halima hamadou hauwa hirut ibrahima idrissa
        ifeoma ikenna issouf jelani juma kagiso kamau kebede kofi kwabena kwame kwasi kiprop kipchoge kelechi
        lamine lemlem lerato lidetu lukman makeda mamadou mamoudou mariama meles meseret mohamadou moctar
        modibo mulugeta musa mwangi nana negasso ngozi njeri nkosana obinna odinga ousmane oumar oumou oluwaseun
        olusegun ope otieno rahel sadio saidou salif samba sarr seydou selam sekou semhar sibusiso sipho
        solomon tadesse tekle temesgen tesfaye thabo themba tigist tsegaye uchenna umaru wanjiru wanjiku
        wanjala wambui yaw yaya yewande yohannes yonas zanele zenebech zewdu abdou achol akec akol deng garang
        gatluak kuol machar mabior malual nyandeng nyakim riek salva wani lokwang amina dahir faduma hodan
        ayan asha abshir farah warsame jama amadi cissé keita traore boureima adama moussa"""
    )
    | words(
        """aditi ajay ajit amit amitabh anand anil anita anjali ankit anupam aravind arjun arun arvind asha ashok ashwin
        deepa deepak deepika dev devi dinesh divya ganesh gaurav geeta gopal govind gurpreet harish harpreet
        hari indira ishaan jagdish jaya jayanti jitendra kamala kapil karan kavita kiran krishna kumar
        lakshmi lalita laxmi mahesh manish manmohan manoj meena meera mohan mukesh nanda narayan narendra
        naveen neeraj neha nirmala nitin pankaj parvati pooja prabhu pradeep prakash pranab prasad preeti
        priya priyanka rahul raj raja rajan rajesh rajiv rakesh ram rama ramesh ranjit ravi rekha ritu rohit
        sachin sandeep sangeeta sanjay sanjeev santosh sarita satish savita shanti sharad shashi shiv shobha
        shreya sita smriti sneha sonali subhash sudha sudhir sujata suman sunil sunita suresh sushma swati
        uma usha vandana varun vijay vikas vikram vinay vinod vishal yash aung thiha thant zaw myint
        kyaw htet su hla mya khin nyein soe tin tun ko ma daw maung moe naing nilar phyo sandar
        bao binh chau cuong dung duc giang hai hoa hung huong huy khanh lan linh loan mai minh nam nga ngoc
        nguyen nhung phuong quang quoc thanh thao thi thu thuy tien tran trang trung tuan tuyet van vinh
        chen zhang wang liu huang zhao zhou lin xiaoming jing jun lei qiang xiu ying yong
        akira haruto hiroshi kenji makoto naoki sakura satoshi takashi takeshi yoko yuki yumi haruka keiko
        hyun ji-hoon min-jun seo-yeon jisoo sung-min agus ahmad budi dewi joko putri siti sri wayan
        arturo beatriz camila catalina cesar cristina diego dolores emilio esteban felipe fidel gloria
        gonzalo guadalupe hector hernan humberto isabela joaquin jesus josefina julio leticia lourdes luz
        marcela mariana marisol mauricio mercedes nestor nicolas octavio orlando patricio pilar ramiro
        rigoberto rodrigo rogelio rosario ruben salvador santiago teresita tomás valentín vicente ximena
        yolanda avi avraham chaim david dov eitan eli eliezer ehud gadi gal gilad golan ilan itai itzhak
        moshe naftali nir noa noam ofer oren orly rivka roni ronen shai shimon shira shlomo tal tamar tzipi
        uri yael yair yaakov yehuda yitzhak yossi yoav yonatan zeev zvi ani aram armen arpi ashot davit
        gagik gevorg hayk karen levon lusine nareg narek nune samvel serzh suren tigran vahan vardan
        giorgi irakli kakha ketevan levan mamuka mikheil nana nino nodar salome shalva tamaz temur vakhtang
        zaza zurab aydin elchin elnur farid ilham leyla nigar parviz ramil rashad vusal heydar"""
    )
    | DOUBTFUL
)
