"""The word lists that sentence boundaries and voices rest on."""

from __future__ import annotations

NEVER_LAST = frozenset(
    """mr mrs ms mx messrs mmes dr drs prof profs rev revd fr hon gen lt col sgt cpl pvt capt cmdr cdr adm maj brig gov sen sens rep
    reps pres supt insp det amb atty sr. st ste mt ft. vs v cf eg ie e.g i.e viz approx ca c fig figs no nos vol vols p pp par
    para art arts sec secs ch chap eq ed eds trans n° nº op cit ibid lit est dist dept asst assoc assn bros univ mfg max min
    m. mme mlle sra sr hrsg bzw al incl excl resp feat rt. ven msgr""".split()
)
"""Abbreviations that a sentence hardly ever ends with, lower case, without their last full stop."""

SOMETIMES_LAST = frozenset(
    """inc ltd co corp llc plc bhd gmbh jr sr esq etc u.s u.k u.n e.u u.s.a u.a.e d.c b.c a.d p.m a.m pm am ph.d m.d b.a m.a ll.b
    ave blvd rd st hwy sq ste apt jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex vt va
    wash wis wyo ont que alta n.y n.j n.h n.c s.c n.m r.i w.va i.v n.d s.d min hr hrs sec lb lbs oz kg km cm mm ft yd mi mph kph
    ed al dept assn govt intl natl mgr gal tel ext""".split()
)
"""Abbreviations that may end a sentence, lower case, without their last full stop."""

STARTERS = frozenset(
    """the a an this that these those he she it we they you i his her its our their your my there here but and or so yet for nor in
    on at by with from to of as if when while where why how what who whose which whether because although though since after
    before until unless once during despite however moreover meanwhile nevertheless nonetheless therefore thus then instead
    still also even only just not no yes is are was were has have had do does did can could will would should may might must
    let's let one two three some many most several few all each every both another other others such more less last next
    today yesterday tomorrow now later earlier soon perhaps maybe please according asked two-thirds it's he's she's that's
    they're we're i'm i've i'll there's what's who's don't didn't critics officials police residents experts under over
    between among within without about above across along around behind below beyond near through throughout toward towards
    upon thanks given""".split()
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

CLAUSE_VERBS = frozenset(
    """said says say claimed claims insists insisted argues argued warns warned admits admitted believes believed thinks thought
    suggested suggests alleges alleged contends contended maintains maintained acknowledged acknowledges concedes conceded
    estimates estimated predicts predicted denies denied vowed vows complained complains confirmed confirms explained
    explains announced announces declared declares states stated noted notes reckons reckoned fears feared understands
    expects""".split()
)
"""Verbs of speech that take a clause without "that"."""

CLAUSE_OPENERS = frozenset(
    """the a an this that these those he she it they we you i his her its our their your there no not any all some many most more
    both each every only one two three if what who how nothing nobody everyone everybody anyone people such it's he's she's
    they're we're there's another several few neither either much even""".split()
)
"""Words that open a reported clause."""

RUMOUR_VERBS = frozenset("rumoured rumored reported alleged feared".split())
"""Verbs that report even at the head of a sentence."""
