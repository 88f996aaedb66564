"""Given names, titles and offices that say whether a woman or a man is meant.

Common ones of the countries that reports in English are about, as they spell them; our
own list. Names borne by both are left out, and so is every name not sure.
"""

WOMEN = frozenset(
    """abigail adriana agnes aisha alba alice alicia alina alla amal amanda amelia amina amira amy ana
    anastasia anastasiia andrea angela anita ann anna anne annika antonia anya asma astrid aurora
    barbara beatrice bella bertha beth betty brenda brigitte camila carla carmen carol caroline catherine
    cecilia charlotte chloe christina christine claire clara claudia daria daryna deborah diana dina
    dolores donna doris dorothy edith elena eleanor elisa elizabeth ella ellen elsa emily emine emma
    esther eva evelyn farida fatima fatma fiona florence frances francesca galina ganna gemma georgina
    giulia gloria grace greta halina halyna hanan hanna hannah heather helen helena hilda huda ida
    inessa inga ingrid inna irena irene irina iryna isabel isabella ivanna jane janet jean jennifer
    jessica joan joanna josephine judith julia julie kamila karen karin kate katarina kateryna katherine
    kathleen katja katya khadija khrystyna kira klara laila larisa larysa laura lena leyla lidia lilia
    liliana lina linda lisa liudmyla louise lucia lucy ludmila lydia lyubov lyudmila magdalena maha
    malika margaret maria mariam marianne marie marina marta martha mary maryam maryna mathilda melissa
    mia michelle milena mira miriam mona monica nadia nadiya nancy natalia nataliia nataliya natalya
    natasha nina nora nour-al-huda oksana oleksandra olena olesya olga olha olivia ona pamela patricia
    paula pauline petra philippa polina priscilla rachel rania raisa rebecca regina rita rosa rosemary
    roza ruslana ruth salma samira sandra sara sarah selma shirin silvia snizhana sofia sofiia solomiya
    sonia sophia sophie stella susan susanna svetlana svitlana sylvia tamara tania tatiana tatyana
    teresa tetiana tetyana theresa tina ulyana ursula valentina valeria vanessa vera veronica viktoria
    viktoriia viktoriya violetta virginia vita vivian wendy xenia yana yaroslava yasmin yelena yevheniia
    yulia yuliia yuliya zaynab zeinab zhanna zoe zoya zsofia
    ms mrs miss madam lady queen princess duchess
    spokeswoman chairwoman congresswoman ombudswoman policewoman councilwoman businesswoman
    mother sister wife daughter aunt niece grandmother widow woman nun actress""".split()
)
MEN = frozenset(
    """aaron abdul abdullah abdulrahman adam adnan adrian ahmad ahmed alan albert aldo alejandro aleksandr
    aleksei alexander alexandre alexei alfred ali amir anatoliy anatoly anders andre andreas andrew andrey
    andrii andriy anthony anton antonio arkady arnold arsen artem artur arthur barry bashar ben benjamin
    bernard bilal bill bob bogdan bohdan boris borys brandon brian bruno bruce carl carlos charles
    christian christopher colin craig dan daniel daniil danylo david denis dennis denys derek diego dieter
    dimitri dmitri dmitry dmytro donald douglas eduard edward emil emmanuel eric ernest erik evgeny faisal
    fedir felix fernando filip francisco frank frederick fyodor gabriel gary gennady geoffrey george
    gerald gerard gleb graham greg gregory grigory hamid hamza hans harold harry hassan heinrich henry
    herbert hryhoriy hugo hussein ian ibrahim igor ihor ilya imran ismail ivan ivo jack jacob jakub james
    jan jason jeffrey jens jeremy jim joe joel john jonathan jorge jose joseph joshua juan karl karim
    keith kenneth kevin khaled khalid kirill klaus konstantin kostiantyn kurt kyrylo larry lars laurence
    leon leonard leonid lev liam louis luca lucas luis luka lukas luke mahmoud maksim maksym manuel marc
    marcel marco marek mario mark markus martin marwan matthew max maxim michael mikael mike mikhail
    miguel mohamed mohammad mohammed muhammad musa mustafa mykhailo mykola nathan neil nicholas nicolas
    nikita nikolai nikolay nils oleg oleh oleksandr oleksiy oleksii olivier omar oscar osman ostap otto
    pablo patrick paul pavel pavlo pedro peter petr petro philip philippe pierre piotr pyotr rafael ralph
    ramzan rashid raymond richard robert roger roland roman ronald ruslan saeed salim samuel scott sean
    sebastian semyon serge sergei sergey serhii serhiy simon stanislav stefan stepan stephen steven
    stuart svyatoslav tariq taras thomas tim timothy timur tom tomas tony valentin valerii valeriy valery
    vadim vadym vasyl vasily victor viktor vincent vitali vitalii vitaliy vitaly vlad vladimir vladislav
    volodymyr vyacheslav walter werner william yahya yakov yaroslav yehor yevgeny yevhen yuri yuriy yury
    yusuf zakhar ziad
    mr sir lord king prince duke
    chairman congressman policeman councilman businessman spokesman
    father brother husband son uncle nephew grandfather widower man monk imam bishop""".split()
)
