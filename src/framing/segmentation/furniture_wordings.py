"""The wordings of page furniture, as data: how menus, buttons, by-lines, credits and notices are worded on news pages.

A row is a list of words, two colons and a pattern; an indented line goes on with the row above. In a pattern a space stands for
white space, and a name in angle brackets for what `_SHORT` says. A pattern under `OPENINGS` is tried only on lines that begin
with one of its words, one under `KEYWORDS` only on lines that hold one: an ordinary sentence costs a look-up, no regular
expression. Patterns match whole lines and ignore case. What opens like a sentence of an article needs an end or a form that
sentences do not have, hence `<rest>` and `<end>`. No repeated group can match one stretch in two ways, so no line takes long.
"""

from __future__ import annotations

import re

_NETWORKS = "facebook twitter x linkedin whatsapp telegram reddit pinterest instagram youtube tumblr messenger bluesky threads"
_SHORT = {
    "rest": r".{0,90}(?<![.!?,;:])",
    "end": r"(?<![.!?,;:])",
    "Name": r"(?-i:[A-Z\u00c0-\u00de@])",
    "sep": r"\s*[:|>\u00bb\u203a\u2013\u2014-]\s*",
    "networks": _NETWORKS.replace(" ", "|"),
    "button": r"(?:friendly|pdf|print(?:er)?|e-?mail|share|tweet|copy|link|save|sms|rss|count|flipboard|<networks>)\b",
    "credits": "images?|photos?|photographs?|photography|pictures?|video|credits?|illustrations?|graphics?",
    "parts": "articles?|stor(?:y|ies)|posts?|news|videos?|headlines|links?|reading|reads|topics?|content|publications?|comments"
    "|columns?|coverage",
}


def _rows(table: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The rows of a table: the words that a pattern is listed for, and the pattern spelt out."""
    out = []
    for row in re.sub(r"\n {4}", "", table).strip().split("\n"):
        if not row.startswith("#"):
            words, pattern = row.split(" ::")
            out.append((tuple(words.replace("<networks>", _NETWORKS).split()), _spelt(pattern.strip())))
    return tuple(out)


def _spelt(pattern: str) -> str:
    named = re.sub(r"<([A-Za-z]+)>", lambda match: _spelt(_SHORT[match.group(1)]), pattern)
    return named.replace(" ", r"\s+")


MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
DAYS = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
ZONES = "gmt bst utc est edt et cst cdt ct mst mdt mt pst pdt pt ist cet cest eat wat sast aest aedt nzst nzdt hkt sgt pkt"
DAY_WORDS = frozenset(f"{MONTHS} {DAYS} {ZONES} ago".split())
DATE_WORDS = DAY_WORDS | frozenset(
    """
    am pm a p m posted published updated first last modified created date on at about an hour hours minute minutes min mins day days
    week weeks month months year years the of and
    """.split()
)
"""What a line that only says when something was filed is made of, besides digits."""

COUNT_WORDS = frozenset(
    """
    share shares view views like likes comment comments reply replies retweets vote votes read reads reader readers reading time
    estimated min mins minute minutes photo photos image images of rating total
    """.split()
)
"""What a line that only counts is made of, besides digits."""

SECTIONS = frozenset(
    """
    news sport sports business opinion opinions lifestyle video videos money travel politics world africa asia europe culture life
    style tv health science tech technology entertainment arts local national international education environment weather jobs
    events columns judgments property motoring food fashion music film books games radio podcasts podcast showbiz features
    editorial crime economy markets finance property live home about contact
    """.split()
)
"""Names of sections; three or more in a row are a menu."""

LABELS = (
    "terms and conditions of use|terms of use|terms of service|terms and conditions|terms|conditions|privacy policy|"
    "privacy notice|privacy|cookie policy|cookie settings|cookie preferences|cookie notice|cookies|contact us|contact|about us|"
    "about|advertise with us|advertise here|advertise|sitemap|site map|accessibility statement|accessibility|careers|help|faqs|"
    "faq|foia|subscribe|log in|login|sign in|sign up|register|submit a release|order reprints|today's paper|epaper|e-paper|"
    "e-edition|newsletters|classifieds|place an ad|public notices|feedback|disclaimer|imprint|press release|press|archive|rss|"
    "store|shop|jobs"
).split("|")
"""Entries of headers and footers; two or more in a row are one."""

LABELS_ALONE = (
    "about us|contact us|privacy policy|privacy notice|cookie policy|cookie settings|cookie notice|terms of use|"
    "terms of service|terms and conditions|terms and conditions of use|advertise with us|advertise here|sitemap|site map|"
    "accessibility statement|today's paper|epaper|e-paper|e-edition|place an ad|order reprints|press release|faqs|faq|help|"
    "careers|newsletters|classifieds"
).split("|")
"""The entries that no article has for a sub-heading."""

OPENINGS = _rows(r"""
# sharing, following, buttons
print printer email mail pdf share tweet sms save bookmark <networks> :: (?:print(?:er)?[\s-]friendly(?: version| page)?
    |<button>)(?:[\s,;|&/\u00b7\u2022]++<button>)*+[^\w.!?]*
share :: share\s*:?|share (?:on|via|by|it|with)\b<rest>|share this(?: (?:on|via|story|article|post|page|with)\b.{0,60})?
please :: please (?:share this|donate|consider (?:making|donating|supporting|subscribing|becoming)|support (?:us|our)|(?:log
    |sign)\s*in to|subscribe to|gamble responsibly|enable \w+script|look at the time stamp|enter (?:a|your)\s|read our|see our)\b.*
    |please (?:donate|wait)\W*
tweet tweets retweet pin :: tweets by .{1,40}|(?:re)?tweet(?: (?:this|it))?\W*|pin(?: it)?\W*
copy :: copy(?: (?:link|url|this link))?(?:\s*\W+)?
email mail :: e-?mails?(?: (?:address|this|a link|to|us|me|the author)\b<rest>)?[^\w.!?]*|e-?mail .{1,60}@.{1,60}
click :: click here\b[^,]*|click (?:to (?:share|print|e-?mail|tweet|copy|subscribe|follow|view|play|download|expand|read|join))\b.*
like :: like(?: (?:us on\b.{0,60}|this(?: (?:post|page|article|story))?\W*|loading\W*)|\s*:)?
a :: a post shared by\s<rest>
view show see load hide expand :: (?:view|show|see|load|hide|expand) (?:this post|all|more|(?:\d+ )?comments|full \w+|gallery
    |profile|on \w+)(?: (?:<parts>|photos))?(?: (?:on|in|from|by)\b<rest>)?(?:\s*\(\d+\))?[^\w.!?]*
follow :: follow (?:us|me|him|her|them|our)\b<rest>|follow .{1,60}\son (?:<networks>|social media|google news)\b.{0,60}
find join connect :: (?:find|join|connect with) (?:us|me|him|her|them|\w+) on\b<rest>
join :: join (?:us|the (?:conversation|discussion|debate)\b.{0,60}|our\s.{0,60}|now|today)\W*
reach :: reach\s.{1,60}\s(?:at|on|by)\s.{0,60}(?:@|\d{3}[-.\s]\d{4}).{0,60}
send contact write call text tell :: (?:send|contact|write|call|text|tell) (?:us|your|our|the (?:editor|newsroom
    |author))\b.{0,60}(?:@|\bat \W?\d|us (?:at|here)\b).{0,60}
# getting about the page
skip :: skip (?:to (?:\w+ )?(?:content|navigation|footer|search|menu)|navigation|advert\w*|ad)\b.{0,20}
back return scroll go jump top :: (?:(?:back|return|scroll|go|jump) to (?:the )?)?(?:top
    |start)(?: of (?:the )?page)?(?: button)?\W*|(?:back|return|jump|go) to (?:all |the |main )?(?:\w+ )?(?:stories|articles|news
    |list|home|homepage|results|blog|comments|index|page)\W*|go to\s.{0,50}(?:front|home)\s?page\W*
home menu search close next previous prev newer older loading submit reply report hide expand toggle print :: (?:home|menu|search
    |close|next|previous|prev|newer|older|loading|submit|reply|report|hide|expand|print|toggle \w+)(?: (?:this )?(?:menu|articles?
    |post|story|posts|stories|search|page|modal|window|navigation|for\s*:))?\s*[^\w.?!]*\.{0,3}
previous next prev :: (?:previous|next|prev) (?:post|article|story|up|read)\s*[:\u00bb\u203a>].*|next on .{1,40}:.*
now on coming up :: (?:now playing|on air(?: now)?|coming up|up next)\s*(?::.*)?
home news :: (?:home|news)(?:\s*+[>\u203a\u00bb/|]\s*+[\w&'\u2019,:-][\w\s&'\u2019,:-]{0,79}+)++
you :: you are here\b.*|you (?:may|might) (?:also )?(?:like|enjoy|be interested)\b.{0,60}|you can unsubscribe (?:at any|any\s?time
    |here|by)\b.*|you(?:['\u2019]ve| have) (?:read |reached )?\w+ (?:of \w+ |of your )?(?:free )?articles? (?:left|remaining|this
    |today)\b.{0,60}|you must be logged in\b.*
text font :: (?:text|font) size\b.{0,30}
sections :: sections\W*
play watch listen :: play (?:video|audio|now)\W*|(?:watch|listen)(?: (?:live|now|again|below|here|to this (?:article|story
    |episode)))?<end>|(?:watch|listen)\s*[:|].*
gallery slideshow photos podcast explained :: (?:gallery|slideshow|photos|podcast)\s*[:|].*
close modal invalid page :: close modal|modal (?:title|window)|invalid e-?mail\b.{0,20}|page not found
yes was is found spotted :: yes\W+no\W*|(?:was|is) this (?:page|article|story|content) (?:helpful|useful)\b.*
    |is there anything wrong with this\s.*
    |(?:found|spotted) an? (?:error|mistake|typo)\b.{0,80}
report suggest request submit :: (?:report|suggest|request|submit) (?:an?|this) (?:typo|error|correction|mistake|problem|letter|tip
    |ad|comment|story|article|release)\b.{0,40}
the :: the following links open\b.*|the\s.{0,60}\b(?:newspaper|magazine|journal|voice)\b.{0,60}\bsince \d{4}|the (?:opinions
    |views) (?:and \w+ )?expressed (?:here|in this|on this|herein|are|by (?:the )?(?:author|columnist|writer|contributor
    |guest)s?)\b.{0,60}\b(?:own|author|writer|columnist|contributor|reflect|represent).*
opinions views :: (?:opinions|views) expressed (?:here|in this|on this|herein|are|by)\b.{0,60}\b(?:own|author|writer|columnist
    |contributor|reflect|represent).*
give gift bookmark reuse republish :: (?:give|gift) this (?:article|story)\W*|bookmark(?: the permalink)?\W*|reuse this content
    |republish (?:this|our)\b.{0,60}
# where and when it was filed, and by whom
tags tag tagged category categories filed topic topics label labels keyword keywords posted more region :: (?:tags?
    |tagged(?: (?:with|as|under))?|categor(?:y|ies)|filed (?:under|in|to)|topics?|labels?|keywords?|posted in
    |more on(?: this)?(?: story)?|region(?:\s*/\s*country)?)\s*:.*|filed under|topics
by :: by published on\s*:.*|by[:\s]\s*+(?:\(?<Name>[\w.'\u2019@-]*+[\s,|&/)\u00b7\u2022-]*+|\([a-z.]{1,8}\)\s*+|(?:and|at|in|on|for
    |with|of|de|van|von|al|bin|el|la)\s++|\d[\w/:.,-]*+[\s-]*+)++<end>
written edited reported compiled posted published submitted text words story photography produced :: (?:written|edited|reported
    |compiled|posted|published|submitted|text|words|story|photography|produced) by(?::\s*| (?:<Name>|admin))<rest>|(?:written
    |posted|published|submitted) by\s.{1,60}\d{4}\W*
additional reporting editing writing :: \(?(?:(?:additional )?reporting|editing|writing) by (?:(?:(?-i:[A-Z][\w.'\u2019-]*+)[\s,]*+
    |(?:and|in|for|at) )++|<Name>.{0,90}\b(?:editing|writing|reporting) by\s.*)\W*
author words writer reporter press media contact source publish journal news our location language :: (?:author|words|writer
    |reporter|(?:press|media) (?:contact|inquiries|enquiries)|contact|publish(?:ed)? date|journal reference|our standards|location
    |language)\s*:.*|news provided by\b.{0,60}
source :: (?-i:SOURCE) (?-i:[A-Z]).{0,60}|source\s*:\s<rest>
from :: from\s*:\s*<Name><rest>|from (?:our partners|(?:around )?the web)
posted published :: (?:posted|published) (?:on|in) .{0,40}\bby\s<rest>|posted in <Name><rest>
    |published in (?-i:[A-Z]).{0,50}\d{4}<end>|posted on\s.{0,60}\d{4}<end>
published updated last first posted :: (?:first |last )?(?:published|updated|posted|modified)(?: on| at)?\s*:\s*\S.{0,80}
image images photo photos photograph photographs picture pictures video credit credits illustration graphic photography ::
    (?:<credits>)(?: (?:credits?|source|by|courtesy))?\s*:.{0,80}|(?:<credits>) (?:by|courtesy(?: of)?|via) <Name><rest>
image photo picture supplied file credit getty reuters ap afp video :: (?:supplied|file)(?: (?:photo|image
    |picture))?(?:\s*[:/].{1,60})?|\(\W*(?:<credits>|supplied|file|getty|reuters|ap|afp)\b[^()]{0,80}\)|getty images\W*|(?:reuters
    |ap|afp|getty)\s?/\s?<Name><rest>|(?:image|video) source,\s.*
# other articles
related recommended popular recent latest similar trending top other featured best :: (?:(?:related|recommended|popular|recent
    |latest|similar|trending|top|other|featured) (?:[\w'\u2019&-]+ ){0,2}(?:<parts>)|recommended(?: for you)?|related
    |trending(?: (?:on|now|in)\b.{0,40})?)[^\w.!?]*|(?:related|recommended|trending)\s*[:|].*|best of (?:the web
    |(?-i:[A-Z]).{0,30})
most :: most[\s-]+(?:read|popular|viewed|shared|commented|watched|discussed|recent)(?: (?:in|on|from|this|now|today
    |<parts>)\b<rest>)?[^\w.!?]*
more :: more (?:from|in|on|by|about) (?:this|<Name>).{0,40}<end>|more (?:<parts>)(?: (?:from|in|on|about)\b<rest>)?[^\w.!?]*
    |more like this|more\W*
read readmore :: read (?:more|next|also|on|this next|this|full \w+|judgment|today['\u2019]s paper)[^\w.!?]*(?: here\W*)?
    |read\s*(?:more|next|also|this)?\s*[:|\u00bb\u203a].*|read\s?more(?:\s?news)? (?:about|on|from|in)\b<rest>|read the (?:full
    |original|rest)\b.{0,60}
see also :: (?:see also|also (?:read|see|watch))(?:<sep>.*|\W*)|see here for\s.*
in around :: around the web|in (?:the headlines|other news|case you missed it|pictures|this (?:section|series))\W*
editors editor don what :: editors?['\u2019]?s? (?:picks?|choice)\W*|don['\u2019]t miss\b.{0,40}(?<![.!?])|what (?:others
    |people) are reading\W*
continue learn load :: continue reading\b.*|learn more(?: (?:about|at|on)\b<rest>| here)?\W*
speaking :: speaking of\s*\W+
# comments
leave post add write be have :: (?:leave|post|add|write) (?:(?:a|your) )?(?:comment|reply)\b[^.,]{0,40}
    |be the first to comment\b.{0,40}|have your say\b.{0,60}
comment comments no :: (?:no )?comments?[^\w.!?]*|comments are (?:closed|off|disabled)(?: (?:for|on) this (?:post|article
    |story))?\W*|comments? \(\d+\)\W*
start view show read see :: start the (?:conversation|discussion)\W*|(?:view|show|read
    |see) (?:all )?(?:\d+ )?comments?[^\w]*(?:\d+\W*)?
log sign login signup logged :: (?:log|sign)[\s-]?(?:in|up)(?!s\b|-)(?: (?:to|or|for|now|here|today|with|below|via)\b.{0,120}|\s*[:
    |/].{0,80})?\W*
your :: your e-?mail(?: address)?(?: will not be\s.*|\W*)|your (?:[\w-]+ ){0,2}(?:gift|donation
    |contribution) (?:\w+ ){0,2}(?:helps?|keeps?|supports?|stop|makes?|funds?|allows?|enables?)\b.*|your (?:name|message
    |comment)\W*
required :: required fields\s.*
save notify :: save(?: my name\b.*| (?:for later|article|story))?\W*|notify me (?:of|when|by)\b.*
enter :: enter (?:your|an?) e-?mail\b.{0,60}
zip first last name website disclosure javascript enable got want originally :: name\s*\*|website|disclosure statement
    |javascript is .*|enable notifications|got an? (?:tip|story|question)\b.{0,60}|want (?:more
    |to read more)\b.{0,40}\b(?:like this|stories|news|updates)\b.*|originally (?:published|posted) (?:at|on|by|in) (?:<Name>
    |\w+\.\w+)[^,]{0,80}|zip code|(?:first|last) name
# law
we :: we(?: and our partners)? use (?:cookies (?:to|on|and|for)|your)\b.*|we(?:['\u2019]d| want
    | would) (?:like |love )?to hear (?:from|what) you\b[^,]*|we have a small favou?r\b.*|we pay for (?:your )?(?:stories|videos
    |photos|pictures|tips)\b.{0,40}|we welcome your\b.*
this :: this (?:web)?site (?:uses|is (?:protected|operated|owned|best))\b.*|this (?:web\s?site|newspaper
    |publication)\b.{0,60}\b(?:adheres?|complies|comply|conforms?)\b.*|this (?:article|story|column|essay|piece
    |post) (?:(?:also )?(?:originally |first )?appear(?:s|ed)\s|was (?:(?:originally|first) (?:published|posted)|(?:produced
    |supported|published) (?:by|with|in partnership))\s|is part of\s|has been (?:updated|corrected|amended)).*
    |this is an? (?:archived?|sponsored) (?:article|story|post|page|version)\b.*|this entry was posted\s.*
learn find :: learn how your comment data\s.*|find out more(?: about (?:cookies|our)\b.*| here)?\W*
cookies cookie :: cookies on <rest>|cookies? (?:policy|settings|preferences|notice)\W*|cookies\W*
accept reject manage allow :: (?:accept|reject|manage|allow)(?: (?:all |my )?(?:cookies?|cookie preferences|preferences
    |settings))?\W*
by :: by (?:continuing|using|clicking|signing up|submitting|subscribing|registering)\b.{0,60}\b(?:you (?:accept|agree|consent)
    |(?:web)?site\b.*\bcookies|terms|privacy).*
i :: i (?:understand and )?agree (?:that|to)\b.{0,80}\b(?:terms|agreement|policy|newsletters?)\b.*|i subscribe
copyright :: \W*copyright\s*\d{4}.*|\W*copyright(?: (?-i:(?:[A-Z][\w.&'\u2019-]*|of
    |and)))+\W*
all :: all rights reserved\b(?! (?:for|to)\b).*|all (?:quotes|prices|data) (?:are )?delayed\b.*
    |all content\b.{0,40}\blicen[cs]e\b.*|all times are\s.*
creative licensed :: creative commons(?: licen[cs]e)?\s*[:\d(].*|licensed under\s.{0,100}licen[cs]e\W*
do :: do not sell (?:or share )?my\s.*|do you (?:have (?:a|any) (?:story|tip|news|information|question|photo
    |video)s?\b.{0,60}\b(?:us|our)\b.*|value\s.{0,30}\b(?:reporting|journalism|news)\b.*|want to (?:respond|comment)\b.*)
registered :: registered (?:in .{2,40}\b(?:no|number|company)\b|office\s*:|charity (?:no|number|in)\b|company (?:no|number)\b).*
an :: an official (?:web)?site of\b.*
here :: here['\u2019]s how you know\W*
disclaimer :: disclaimer\s*:.*
theme site design website :: (?:theme|(?:web)?site(?: design)?|design(?:ed)?)(?:\s*+:)?\s++(?:.{0,40}\s)?by (?-i:[A-Z]).{0,30}
begambleaware 18 :: begambleaware(?:\.org)?\W*|18\+\W*
# money, letters, apps
subscribe subscriber :: subscribe(?: (?:to|now|today|for|here|via|with)\b.{0,120})?\W*|subscribers? only
already :: already (?:a (?:subscriber|member)|have an account|subscribed|registered)\b.{0,60}
thanks thank :: thank(?:s| you) for (?:signing|subscribing|registering|reading|visiting|sharing|your (?:feedback
    |comment))\b[^,]{0,40}
get receive :: (?:get|receive)\s.{0,90}\b(?:newsletters?|inbox|alerts?|e-?mailed to you|e-?mail|straight to your phone)\b.*
    |get involved with\s<rest>
daily weekly morning newsletter free :: (?:(?:daily|weekly|morning|evening|free) )?(?:newsletter|briefing)\s*:.*
make stay keep :: make a (?:donation|gift)\W*|(?:make sure|stay|keep)\s.{0,80}\b(?:our (?:newsletters?|daily|weekly|latest|apps?)
    |up to date with)\b<rest>
download :: download\s.{0,90}\bapps?\b.*|download(?:s| (?:pdf|now|here|judgment|the (?:report|pdf)|(?:our|the) app\b.*))?\W*
for :: for (?:all )?(?:the )?(?:latest|more|breaking)\b.{0,70}\b(?:download|follow|visit|subscribe|click|log\s?on)\b.*
    |for immediate release<end>
catch :: \W*catch all the\s.{0,60}\b(?:news|updates)\b.*
donate donations :: donate(?: (?:now|today|here|monthly|to .{1,60}))?[^\w,]*
support :: support (?!for\b|from\b|in\b|of\b|among\b)(?:us|our \w+|(?:\w+ ){0,2}(?:journalism|newsroom|reporting|media))(?: (?:from
    |today|now|with|by|for|and)\b.{0,80})?[^\w,]*
help :: help us (?:fund|keep|continue|improve|reach|grow|make|build|support|raise)\b.{0,60}(?<![,])
chip :: chip in(?: (?:from|with|now|today|\W?\d).{0,60})?\W*
become join get try subscribe :: become an? (?:member|supporter|subscriber|patron)\b.{0,60}|(?:become|join|get|try
    |subscribe)\b.{0,70}\b(?:for|from) (?:(?:as little as|just|only) )?\W?\d[\d.]*\s(?:a|per)\s(?:week|month|year)\b.{0,30}
if :: if you(?:['\u2019]ve)? (?:value|like|liked|enjoy|enjoyed|appreciate|found|have a (?:complaint|story|tip|question)
    |would like to (?:write|contribute|comment|submit|respond)|buy something|purchase|spot)\b.{0,90}\b(?:donat\w*|subscri\w*|links?
    |please|editor|commission|our \w+)\b.*
advertisement advertising ad ads sponsored advertorial promoted story article content :: (?:advertisement|advertising|ads?
    |advertorial|promoted|sponsored)(?: (?:feature|<parts>))?(?:\W+(?:continue reading|scroll|story continues
    |article continues)\b.*)?[^\w.,]*|(?:story|article|content) continues (?:below|after)\b.*
promoted sponsored presented brought proudly powered :: (?:promoted|sponsored|presented|brought to you
    |(?:proudly )?powered) by (?-i:[A-Z])[^,]{0,60}<end>
""")

COUNTED = (
    r"\d[\d.,]*k?\s+(?:shares?|views?|likes?|min(?:ute)?s?(?:\s+read)?|comments?|repl(?:y|ies))\W*|\d+\s+thoughts?\s+on\s.*|18\+\W*"
)
"""Lines that open with a number."""

KEYWORDS = _rows(r"""
reserved :: .{0,80}\ball rights reserved\b.*
cookie :: .{0,60}\bcookie (?:policy|settings|preferences|notice)\W*
powered :: (?:social media\b.{0,60}|.{0,60})\bpowered by (?-i:[A-Z])[^,]{0,60}<end>
youtube :: and\s.{0,80}\s[\u2013|-]\syoutube
follow :: .{0,60}\(\s*follow (?:us|them|him|her|me) on\b.*
501 :: .{0,60}\bregistered\b.{0,20}501.*
contributed :: .{3,60}\scontributed (?:\w+ )?(?:to (?:this (?:report|story|article)|the reporting)|reporting)\W*
pdf :: .{1,60}\(\s*pdf\b[^)]{0,20}\)
courtesy :: (?:<credits>) courtesy\s<rest>
website newsdesk newsroom :: (?:send|e-?mail|contact)\s.{0,80}@.{0,80}
correspondent reporter writer editor columnist contributor photographer ::
    (?-i:[A-Z][\w.'\u2019-]+)(?:\s(?-i:[A-Z][\w.'\u2019-]+)){1,3},\s(?:[\w&'\u2019-]+\s){0,4}(?:correspondent|reporter|writer
    |editor|columnist|contributor|photographer)
""")

NOTICES = _rows(r"""
this the material content no all :: (?:this|the|no|all)\s(?:[\w,]+\s){1,12}may (?:not )?be (?:re)?(?:published|produced|printed
    |broadcast|distributed|copied)\b.{0,60}\b(?:rewritten|re-?distributed|distributed|permission|rebroadcast|reproduced|consent)
a an :: a version of this (?:article|story|column|essay)\b
if :: if you have a complaint about (?:editorial|our|the|this)\b
i :: i (?:understand and )?agree that\s
we :: we use cookies (?:to|on|and|for)\s
copyright :: copyright\s*(?:\u00a9|\(c\)|\d{4})
""")
"""Openings of notices that may run on for any length."""
