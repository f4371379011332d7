"""The word lists that sentence boundaries and voices rest on."""

from __future__ import annotations

NEVER_LAST = frozenset(
    """adm amb approx assoc atty brig ca capt cdr cf cit cmdr col cpl dept det dist dr drs e.g eg excl feat fr ft gen gov hon
    hrsg i.e ibid ie incl insp lt m. maj messrs mfg mlle mme mmes mr mrs ms msgr mt mx pres prof profs pvt rep reps resp
    rev revd sen sens sgt sra supt univ v ven viz vs""".split()
)
"""Abbreviations that a sentence hardly ever ends with, lower case, without their last full stop."""

BEFORE_NUMBER = frozenset(
    """art arts c ch chap doc docs eq ext fig figs no nos n° nº op p par para pp rm sec secs ser tel vol vols""".split()
)
"""Abbreviations only where a number follows ("No. 5"); words of their own otherwise."""

SOMETIMES_LAST = frozenset(
    """a.d a.g a.m al ala alta am apr apt ariz ark assn aug ave b.a b.c b.v bhd bldg blvd bros calif cm co colo conn corp cos
    d.c d.phil dec del e.u ed eds esq est etc feb fla fri ga gmbh govt hr hrs hwy i.v ill inc ind intl jan jr jul jun
    kan kg km kph ky la lb lbs ll.b llc ltd m.a m.d m.p mar mass md mgr mi mich minn miss mm mo mon mont mph n.c n.d n.h
    n.j n.m n.v n.y natl neb nev nov oct okla ont ore oz p.m pa penn ph.d plc pm que r.i r.n rd s.a s.c s.d sat sep sept
    sq sr st ste sun tenn tex thu thur thurs tue tues u.a.e u.k u.n u.s u.s.a va vt w.va wash wed wis wyo yd""".split()
)
"""Abbreviations that may end a sentence, lower case, without their last full stop."""

ORDINARY = frozenset("""al am co cos del ed fri ill ind la mar mass mi miss mon ore pa pm sat sun wash wed""".split())
"""Of those, the ones that are words of their own in lower case."""

STARTERS = frozenset(
    """a about above according across after all almost along also although among an analysts and another anyone are around as
    asked at because before behind below between beyond both but by campaigners can consumers could councillors crews
    critics crowds customers despite did didn't diplomats do doctors does don't dozens drivers during each earlier
    economists eight either eleven employees engineers even every everybody everyone experts families fans farmers few
    firefighters five for four from given had half has have he he's her here his historians how however hundreds i i'll
    i'm i've if in inspectors instead investigators investors is it it's its journalists judges just last later
    lawmakers lawyers less let let's many may maybe meanwhile men might millions ministers more moreover most must my
    near nearly neighbours neither nevertheless next nine no nobody nonetheless nor not nothing now nurses of officials
    on once one only opponents or organisers other others our over parents passengers patients pensioners people perhaps
    plans players please police politicians prices prosecutors protesters pupils rain rebels relatives reporters
    rescuers residents rivals sales schools scientists seven several shareholders shares she she's should since six so
    soldiers some somebody someone soon staff still students such supporters survivors talks taxpayers teachers ten
    thanks that that's the their then there there's therefore these they they're thirty this those though thousands
    three through throughout thus to today tomorrow toward towards traders troops twelve twenty two under unless until
    upon users visitors voters was we we're were what what's when where whether which while who who's whose why will
    with within without witnesses women work workers would yes yesterday yet you your""".split()
)
"""Words that commonly open a sentence, lower case."""

LOWER_STARTERS = frozenset("the this these i he she it we they but".split())
"""Words that open a sentence even where a careless page forgot the capital."""

SPEECH_VERBS = frozenset(
    """said says say added adds asked asks told tells wrote writes replied replies answered answers argued argues warned warns
    insisted insists claimed claims explained explains noted notes continued continues concluded concludes declared declares
    announced announces stated states admitted admits acknowledged acknowledges conceded concedes recalled recalls remarked
    remarks observed observes shouted shouts cried cries whispered whispers tweeted tweets posted posts joked jokes quipped quips
    suggested suggests testified testifies complained complains urged urges lamented laments boasted boasts thundered fumed
    snapped muttered murmured yelled screamed called commented comments responded responds recounted promised promises vowed
    vows predicted predicts estimated estimates confirmed confirms denied denies alleged alleges contended contends maintained
    maintains stressed stresses emphasised emphasises emphasized emphasizes reported reports revealed reveals believes believed
    thinks thought threatened countered retorted pleaded demanded demands agreed agrees""".split()
)
"""Verbs that introduce somebody's words."""

SAYING = frozenset("""said say says""".split())
"""Verbs after which nearly anything is a clause."""

THINKING = frozenset(
    """admit admits admitted allege alleged alleges argue argued argues believe believed believes claim claimed claims concede
    conceded concedes contend contended contends estimate estimated estimates expect expected expects fear feared fears
    hope hoped hopes insist insisted insists maintain maintained maintains predict predicted predicts reckon reckoned
    reckons suggest suggested suggests suspect suspected suspects think thinks thought understands warn warned warns""".split()
)
"""Verbs that take a clause without "that"."""

TELLING = frozenset("""assured informed reassured reminded telling tells told warned""".split())
"""Verbs that name the hearer before the clause."""

THAT_VERBS = frozenset(
    """believe calculated claim concluded confirm decided demonstrated determined discovered established expect expected
    expects fear feared fears find finds forecast forecasts found heard hears hope hoped hopes indicate indicated
    indicates learned learnt proved proves read reads recorded records reveal ruled rules show showed shown shows
    suspect suspected suspects swears swore""".split()
)
"""Verbs that report only with "that" (or, for thoughts, a clause)."""

TAIL_OPENERS = frozenset(
    """after again as at before by during earlier early for friday from in last late later monday on privately publicly quietly
    recently repeatedly saturday sunday this through thursday to today tonight tuesday via wednesday when while
    yesterday""".split()
)
"""Words after a verb of speech that still belong to its frame."""

CLAUSE_OPENERS = frozenset(
    """a all an another any anyone both each eight either even every everybody everyone few five four he he's her his how i if
    it it's its many more most much neither nine no nobody not nothing one only our people seven several she she's six
    some such ten that the their there there's these they they're this those three two we we're what who you your""".split()
)
"""Words that open a reported clause."""

ASIDE_OPENERS = frozenset(
    """a adding after aged although an and as at author before but chief citing deputy director during founder head her herself
    himself his in its leader on one owner president speaking spokesman spokeswoman the their then though when where
    which while who whose with without""".split()
)
"""Words after a comma that say more about the speaker or the scene."""

FINITE = frozenset(
    """am are aren't be became been began came can can't could couldn't deserves did didn't do does doesn't don't fell got had
    hadn't has hasn't have haven't is isn't kept left lost made may might must needs paid rose shall should told took
    wants was wasn't went were weren't will won won't would wouldn't""".split()
)
"""Verb forms that make a clause."""

SPEAKERS = frozenset(
    """activists ambassador analysts archbishop army auditor auditors author bank bishop boss campaigners captain ceo
    chancellor chief coach council court critics doctors economists envoy expert experts farmers father general governor
    imam inquiry judge king lawyer leader mayor minister ministry mother mp mps nurses official officials opposition
    owner pm police poll pope premier president prosecutor prosecutors queen rebels regulator report residents
    scientists secretary senator source sources spokesman spokeswoman study survey teachers un union victim watchdog
    widow witness""".split()
)
"""Heads of headlines that speak."""

LABEL_HEADS = frozenset(
    """analysis breaking budget comment correction editorial election exclusive explained explainer factbox gallery guide
    interview letters listen live note obituary opinion photos pictures podcast profile published recipe results
    revealed review sport tags timeline travel update updated video watch weather""".split()
)
"""Heads of headlines that name a topic or a kind of text."""

URGING = frozenset(
    "urged urges urging called calls asked asks ordered orders advised begged implored instructed told tells warned".split()
)
"""Verbs that report a call to act: "urged the council to vote"."""

NO_SUBJECTS = frozenset("i we to the a an his her their its my our sincere no any with for such".split())
"""Words before a verb of speech that make it the author's own or a noun."""

BEFORE_NOUNS = frozenset("is are was were be been being of in".split())
"""Words before a verb of speech that make it a passive without a speaker or a noun."""

SUBORDINATORS = frozenset("and but who which while as although though when".split())
"""Words that open a clause of their own between a comma and a verb of speech: "..., but he said"."""
