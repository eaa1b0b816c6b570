"""The words for what happens: the verbs and nouns of each kind of event, as patterns.

A pattern is written over several lines, cut behind strokes.
"""

from __future__ import annotations


def _pattern(text: str) -> str:
    """A pattern in one line."""
    return "".join(line.strip() for line in text.splitlines())


_DEAL = _pattern(
    r"""
    (?:agreements?|deals?|accords?|treat(?:y|ies)|pacts?|protocols?|understanding|
    compromise|truce|cease-?fire|memorand(?:um|a)|contracts?|declaration|
    statement of agreement|settlement|convention|arrangement|roadmap|road map|framework|
    armistice|communiqu[ée])
    """
)
_TALKS = _pattern(
    r"""
    (?:talks|meetings?|summit|negotiations|consultations|discussions|conference|
    rounds? of (?:\w+ )?(?:talks|negotiations|consultations|discussions)|session|dialogue|
    gathering|round-?table|plenary)
    """
)
_PLAN = _pattern(
    r"""
    (?:plan|proposals?|draft|initiative|offer|package|roadmap|road map|document|text|
    compromise|counter-?proposal|counter-?offer|amendments?|resolution|framework|blueprint|
    bid|deal)
    """
)
_SPOKEN = _pattern(
    r"""
    (?:statements?|communiqu[ée]s?|speech|address|interview|remarks|comments|announcement|
    declaration|appeal|plea|warning|ultimatum|letter|briefing|(?:news|press) conference|
    testimony|accusations?|allegations?|threats?|report|video|message|tweet|memo)
    """
)
_DAYWORD = _pattern(
    r"""
    (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|
    Dec|\d|the
    """
)
_TO = _pattern(
    r"""
    (?:(?:will|would|shall|could|may|might|(?:is|are|was|were|due|scheduled|set|expected|
    plans?|planned|agreed|agree|slated|likely|intends?|hopes?|ready|invited) to) (?:also |
    then |again |now |formally )?)
    """
)
_OWN = r"(?:a |an |the |their |its |his |her |another |more |new |\w+ )?(?:[\w-]+ ){0,4}"
_PARLIAMENT = _pattern(
    r"""
    (?:parliament|congress|senate|duma|diet|knesset|bundestag|bundesrat|assembly|lawmakers|
    legislature|house|cabinet|commons|lords|deputies|mps|majlis|council|senators|
    legislators|members)
    """
)
_CURB = _pattern(
    r"""
    (?:sanctions|tariffs?|embargo(?:es)?|duties|bans?|blockade|curfew|restrictions|
    martial law|moratorium|quotas?|state of emergency)
    """
)

EVENT_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "poll",
        "verb",
        _pattern(
            r"""
            (?:polls?|surveys?) (?:\w+ ){0,3}(?:taken|conducted|released|published|showed|shows|
            found|suggested|indicated)|
            per ?cent of (?:\w+ ){0,2}(?:respondents|residents|voters|people|those)|
            referendum (?:\w+ ){0,2}(?:was held|took place|held)|
            held (?:a|the|its) (?:\w+ ){0,2}(?:referendum|elections?|ballot|plebiscite|vote)|
            (?:voters|electorate|citizens) (?:[\w-]+ ){0,4}(?:rejected|approved|backed|endorsed|
            elected|voted|chose)|went to the polls|(?:was|were) (?:re-?)?elected|
            (?:won|lost) (?:the|a|an|its) (?:[\w-]+ ){0,3}(?:elections?|vote|referendum|run-?off)
            """
        ),
    ),
    (
        "law",
        "verb",
        _pattern(
            rf"""
            {_PARLIAMENT} (?:\w+ ){{0,2}}(?:passed|approved|ratified|rejected|adopted|voted|
            endorsed|vetoed|debated|dissolved)|
            (?:law|act|bill|amendment|constitution|decree|legislation|
            resolution) (?:\w+ ){{0,4}}(?:passed|enacted|came into force|took effect|adopted|
            signed|approved|vetoed|repealed|overturned)|
            (?:passed|enacted|promulgated|adopted|approved|signed|vetoed|repealed|issued) (?:a|the|
            an|its) (?:[\w-]+ ){{0,3}}(?:law|act|bill|amendment|resolution|decree|legislation|
            (?:executive |presidential )?order|ordinance|constitution|edict)|
            (?:court|tribunal|judges?|panel|arbitrators) (?:[\w-]+ ){{0,4}}(?:ruled|upheld|
            overturned|struck down|dismissed|rejected|ordered|found|decided|sentenced|annulled)|
            (?:rejected|approved|passed|defeated|ratified|adopted|backed|endorsed) by (?:the |a |
            its )?(?:[\w-]+ ){{0,3}}{_PARLIAMENT}|
            voted (?:to|in favou?r|against|on|for|overwhelmingly|unanimously|by)|
            issued (?:a|its|the) (?:[\w-]+ ){{0,2}}(?:ruling|verdict|judge?ment)|
            (?:enshrined|outlawed)
            """
        ),
    ),
    (
        "meeting",
        "verb",
        _pattern(
            rf"""
            meet (?=in\b|on\b|at\b|next|this|again|here|{_DAYWORD}|today|tomorrow|later|early)|
            (?:begin|resume|open|start|hold|launch|restart) (?:a |an |new |another |fresh |the |
            their )?(?:[\w-]+ ){{0,2}}{_TALKS}|
            (?:resume|resumed|resuming|start|started|begin|began) (?:talking|negotiating)|
            {_TO}(?:meet\b|reconvene|convene|gather|sit down|attend|take part in|participate (?:in|
            to)|host|chair|co-?chair|confer|hold {_OWN}(?:{_TALKS}|news conference)|(?:begin|start|
            open|resume|continue|restart|conclude|end|enter|join) {_OWN}{_TALKS})|
            meet (?:again|next)|
            met\b(?! by\b| halfway| (?:the|its|their|his|all|a|an|every|those|these|with|
            only) (?:[\w-]+ ){{0,2}}(?:deadline|targets?|criteria|conditions?|requirements?|
            demands?|needs?|costs?|goals?|standards?|death|fate|resistance|criticism|opposition|
            scepticism|skepticism|silence|success|failure|derision|anger|outrage)\b)|
            meets (?:with|again|in|on|(?-i:[A-Z])\w*)|
            (?:is|are|was|were|be|been) meeting (?:in|on|with|at|to|for)|
            (?:is|are|was|were|currently|now|been) (?:hosting|attending|holding {_OWN}{_TALKS})|
            (?:holds?|held) {_OWN}{_TALKS}|
            {_TALKS} (?:\w+ ){{0,2}}(?:were held|was held|took place|takes place|opened|opens|
            began|begins|start(?:ed|s)|resumed?|broke (?:down|up|off)|collapsed|ended|ends|
            concluded|closed|adjourned|wrapped up|kicked off|got under way|stalled|failed|
            reconvened?)|
            (?:opened|began|begins?|started|resumed|resumes?|ended|concluded|wrapped up|kicked off|
            restarted|reopened|launched|entered|joined|rejoined|completed|finished|continued|
            attended|left|conducted|convened|hosted|mediated|facilitated|chaired) {_OWN}{_TALKS}|
            taking place between|sat down (?:with|in|for|to|at|on|together)|
            (?:spoke|talked|conferred|consulted) (?:by|with|over the (?:tele)?phone|
            on the (?:tele)?phone|via)|(?:tele)?phoned|discussed|called in(?= the| (?-i:[A-Z])\w*)|
            hosted|hosts (?=a\b|an\b|the\b|its\b|talks|(?-i:[A-Z])\w*)|co-?chaired|chaired|
            convened(?! (?:the|a|an|its) (?:\w+ )?(?:cabinet|parliament|council))|
            reconvened|attended|took part in|participated in|gathered (?:in|at|for|on|with)|
            received (?=(?:his|her|visiting|(?:the|a|an) (?:[\w-]+ ){{0,3}}(?:ambassador|minister|
            president|delegation|envoy|chief|secretary|head)|a delegation|the visiting|
            (?-i:[A-Z][\w.]* [A-Z])))|returned to the (?:negotiating |bargaining )?table
            """
        ),
    ),
    (
        "agreement",
        "verb",
        _pattern(
            rf"""
            {_TO}(?:sign(?! (?:off|up))|initial|ratify|renew|finali[sz]e|conclude (?:a|an|the) |
            reach {_OWN}{_DEAL})|(?<!\bhe )(?<!\bI )agreed(?= that\b)|
            agreed(?! with\b(?! \w+ to)| not\b| that\b)|
            signed(?! on\b(?! (?:{_DAYWORD}))| up\b| off\b)|
            (?:concluded|reached|sealed|clinched|made|announced|struck|finali[sz]ed|approved|
            endorsed|secured|brokered|accepted|adopted|inked|extended|renewed|negotiated|
            hammered out|closed|completed|entered into|joined|acceded to|prolonged) (?:a|an|the|
            their|this|its|that)? ?(?:[\w-]+ ){{0,4}}{_DEAL}|
            {_DEAL} (?:(?!to\b)\w+ ){{0,2}}(?:made|reached|sealed|signed|concluded|struck|brokered|
            initialled|expired|took effect|takes effect|announced|agreed|extended|renewed|dated|
            adopted|entered|came|went into)|initiall?ed|ratified|inked|struck a deal|
            reached (?:a|an) (?:[\w-]+ ){{0,3}}(?:agreement|deal)|settled the|
            (?:set up|established) (?:a|an) (?:\w+ ){{0,5}}(?:commission|committee|group|council|
            mechanism|body|fund|meeting|dialogue|framework)|
            (?:established|restored|resumed|normali[sz]ed) (?:\w+ )?(?:relations|ties)|
            declared (?:a|an) (?:[\w-]+ ){{0,3}}(?:truce|cease-?fire)|
            exchanged (?:[\w-]+ ){{0,3}}(?:documents|letters|notes|instruments)|
            shook hands|signs|agrees(?= (?:to|on))|ratifies|approved(?! by)|
            accepted (?:a|an|the|their|its) (?:[\w-]+ ){{0,4}}(?:proposal|offer|deal|plan|terms)|
            extended (?:a|an|the|their|its) (?:[\w-]+ ){{0,4}}deadline|
            (?:sign|signs) (?:a|an|the) (?:[\w-]+ ){{0,4}}{_DEAL}|
            cease-?fire (?:\w+ ){{0,2}}(?:began|took hold|started|held|ended|collapsed)
            """
        ),
    ),
    (
        "proposal",
        "verb",
        _pattern(
            rf"""
            {_TO}(?:propose|(?:present|submit|table|unveil|circulate|publish|release|
            put forward) (?:a|an|the|its|his|her|their|new) )|
            (?<!the )(?<!a )(?<!its )(?<!be )(?<!long-)propos(?:ed|es)|
            (?<!being )(?<!was )(?<!were )offered(?= to\b| up\b| talks| \w+ ?(?:million|billion|
            percent|per cent)| (?:[\w-]+ ){{1,4}}(?:plans?|proposals?|deals?|compromise|truce|
            cease-?fire|concessions?|package|settlement|solution|talks|amnesty|guarantees?|loans?|
            aid|terms|fleet))|put forward|tabled|floated|mooted|
            (?:submitted|presented|unveiled|drafted|outlined|circulated|handed over|delivered|
            rolled out|made|revived|tabled|introduced|sent|put|set out|laid out|launched|released|
            published) (?:a|an|the|its|his|her|their|new|fresh) (?:[\w-]+ ){{0,4}}{_PLAN}|
            handed (?:[\w-]+ ){{1,8}}(?:plan|proposals?|draft|deal|offer|text|document)|
            revived (?:a|an|the|its) (?:[\w-]+ ){{0,2}}(?:call|idea)|
            called for (?:\w+ ){{0,2}}(?:talks|negotiations|a (?:summit|meeting|conference|
            cease-?fire|truce|referendum))
            """
        ),
    ),
    (
        "visit",
        "verb",
        _pattern(
            rf"""
            visit(?:ed|s)\b(?= )|arrives|
            {_TO}(?:visit|travel to|come to|arrive|fly to|leave for|depart for|go to|return to|
            leave (?:for|(?-i:[A-Z])\w*)|be in (?-i:[A-Z])\w*|pay a visit|make (?:a|an|his|
            her) (?:[\w-]+ ){{0,3}}(?:visit|trip))|travel(?:l?ed|l?ing|s) to|
            arriv(?:ed?|es|ing)(?= (?:in|here|back|at|for|on|{_DAYWORD}|late|early|earlier))|
            (?:flew|flies) (?:to|in|into|out|back|home)|landed (?:in|at)|
            left (?:for|(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?=for\b|on\b|late|early|earlier|
            {_DAYWORD}))|leaves for|headed (?:to|for)|toured|paid (?:a|an) (?:[\w-]+ )?visit|
            (?:began|begins|started|ended|wrapped up|made|makes|cut short|concluded|kicked off|
            embarked on) (?:a|an|his|her|their) (?:[\w-]+ ){{0,3}}(?:visit|tour|trip)|
            returned (?:to (?-i:[A-Z])\w*|home|from)|departed|went to (?-i:[A-Z])\w*
            """
        ),
    ),
    (
        "incident",
        "verb",
        _pattern(
            rf"""
            seized|seizes|invades|annexes|withdraws|suspends|imposes|lifts|expels|resigns|collided|
            attacked|shelled|bombed|bombarded|ambushed|stormed|raided|torched|looted|hijacked|
            opened fire|fired (?:on|at|\w+ (?:missiles?|rockets?))|detained|arrested|clashed|
            clashes (?:\w+ ){{0,2}}(?:broke out|erupted)|fighting (?:broke out|erupted)|
            (?:broke|breaks|flared) (?:out|up)|erupted|sank|sunk|rammed|expelled|withdrew|
            (?:suspended|broke off|froze|halted|cancelled|canceled|postponed|called off|severed|
            cut off|cut|downgraded|delayed|boycotted|adjourned) (?:the|its|their|all|his|her|a|
            talks|relations|ties|negotiations|diplomatic|oil|gas|aid)|
            (?:was|were|been|be) (?:suspended|postponed|cancell?ed|called off|halted|frozen|
            adjourned|delayed|interrupted)|walked (?:out|away|off)|pulled out(?: of)?|resigned|
            stepped down|was sworn in|were sworn in|took office|(?:took|seized) power|annexed|
            invaded|overthrew|ousted|toppled|deposed|
            (?:imposed|lifted|tightened|eased|slapped|announced|extended|
            renewed) (?:[\w-]+ ){{0,4}}{_CURB}|
            (?:conducted|held|staged) (?:[\w-]+ ){{0,4}}(?:exercises?|drills?|tests?|protests?|
            rall(?:y|ies)|strikes?|demonstrations?)|
            (?:test-)?tested (?:a|an|its) (?:\w+ ){{0,3}}(?:missile|device|weapon)|
            launched (?:a|an|its|their|the|\w+) (?:[\w-]+ ){{0,3}}(?:attacks?|offensive|operation|
            missiles?|rockets?|strikes?|war|raids?|assault|invasion|campaign)|
            carried out (?:a|an|its|the|\w+) (?:[\w-]+ ){{0,3}}(?:attacks?|strikes?|raids?|
            bombings?|operation|tests?)|shot (?:down|dead)|
            (?:was|were|been) (?:shot|killed|wounded|injured|kidnapped|abducted|assassinated|
            released|freed|arrested|detained|captured|taken hostage|executed|awarded|deported|
            evacuated|inaugurated|deployed)|killed|kidnapped|abducted|assassinated|murdered|
            massacred|injured|wounded|boycotted|recalled (?:its|the|her|his) (?:\w+ )?ambassador|
            summoned (?:the|its|(?-i:[A-Z])\w*)|captured|overran|recaptured|surrendered|
            declared (?:war|independence|a state of emergency|victory)|
            (?:released|freed|swapped|exchanged|handed over|repatriated) (?:the |all |some |its |
            their |another |at least |more than |about |\w+ )?(?:[\w-]+ ){{0,3}}(?:prisoners?|
            hostages?|detainees?|captives?|bodies|remains|soldiers|girls|sailors|crew|men|women|
            fire)|protested|rallied|marched|demonstrated|took to the streets|went on strike|
            went on hunger strike|downed tools|inaugurated|crossed the|dissolved|appointed|
            sentenced|convicted|indicted|defaulted|devalued|
            closed (?:its|the|their) (?:\w+ )?(?:borders?|embass(?:y|ies)|airspace|consulate|
            crossing)|reopened (?:its|the|their)|violated|breached|test-fired|deployed|pushed back|
            died|ordered(?! (?:by|in|to)\b)|
            (?:joined|left|quit|entered|rejoined|exited) the (?:[\w-]+ )?(?:EU|UN|WTO|NATO|bloc|
            union|organi[sz]ation|alliance|group|coalition|government|pact|club|euro)|
            filed (?:a|an|its|the) (?:[\w-]+ ){{0,3}}(?:complaint|lawsuit|suit|case|claim|appeal|
            petition|application|request)|
            (?:launched|opened|began|started) (?:a|an|its|the) (?:[\w-]+ ){{0,3}}(?:investigation|
            probe|inquiry|dispute|boycott|strike|blockade|siege|hunger strike|crackdown|war)|
            (?:formed|dissolved|toppled) (?:a|an|the|its|his|her) (?:[\w-]+ ){{0,3}}(?:government|
            cabinet|coalition|parliament|administration)|applied (?:for|to join)|returned to work|
            triggered|blocked (?:the|a|an)|huddled|raised tariffs|cut tariffs|
            missed (?:a|the|its) (?:[\w-]+ )?(?:payment|deadline)|nominated|was appointed|
            were appointed|was named
            """
        ),
    ),
    (
        "statement",
        "verb",
        _pattern(
            rf"""
            said|says|announces|declares|rejects|condemns|accuses|calls (?:on|for)|warns|stated|
            told|asserted|reaffirmed|reiterated|warned|rejected|denied|condemned|welcomed|urged|
            accused|confirmed|pledged|vowed|insisted|praised|demanded|suggested|indicated|revealed|
            noted|stressed|emphasi[sz]ed|underlined|underscored|hinted|alerted|signall?ed|
            threatened|acknowledged|admitted|conceded|claimed|alleged|criticis?z?ed|dismissed|
            clarified|argued|described|repeated|disclosed|denounced|decried|slammed|blasted|hailed|
            lauded|commended|applauded|congratulated|cautioned|testified|explained|predicted|
            promised|voiced|remarked|commented|blamed|defended|complained|objected|briefed|
            notified|informed|apologi[sz]ed|recommended|advised|advocated|lamented|deplored|
            assured|mentioned|wrote|tweeted|declared|announced|ruled out|turned down|spoke|
            called on|called for|appealed (?:to|for)|expressed|
            addressed (?:the|a|an|reporters|lawmakers|parliament)|lashed out|hit back|spelled out|
            shot back|refused to|backed (?:the|a|an|calls)|opposed|touted|according to|
            added(?= (?:on|in|at|late|earlier|{_DAYWORD}|that))|replied|responded|countered|
            observed|recalled|echoed|lambasted|rebuked|assailed|implored|pleaded|
            pointed (?:out|to)|proclaimed|reminded|instructed|requested|affirmed|contended|
            questioned|implied|speculated|joked|endorsed|restated|expounded|outlined|elaborated|
            concurred|
            called(?= (?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|
            asked (?:for|the|(?-i:[A-Z])\w*)|(?:was|were) announced|
            (?:made|makes|gave|delivered|issued|released|published|posted|sent|forwarded|handed|
            launched|signed off|held|wrote|put out|read out|retracted|repeated) (?:a|an|the|his|
            her|its|their|such|similar|those|these|two)? ?(?:[\w-]+ ){{0,4}}{_SPOKEN}|
            made (?:the|his|her|their) (?:remarks|comments|announcement)|
            {_SPOKEN} (?:was |were )?(?:released|issued|published|posted|made|delivered|broadcast|
            aired|carried|sent|dated)(?: online)?|quoted [^,.;]{{2,60}}? as (?:saying|telling)|
            was quoted|were quoted|
            raised (?:the|his|her|its|their)? ?(?:possibility|concerns?|doubts?|prospect|alarm|
            hopes?)|{_TO}(?:announce|address|deliver (?:a|an|his|her)|speak)
            """
        ),
    ),
    (
        "phase",
        "verb",
        _pattern(
            rf"""
            beg(?:an|ins)|start(?:ed|s)|open(?:ed|s)|resume[ds]|end(?:ed|s)|concludes?d?|closed|
            wrapped up|kick(?:ed|s) off|got under ?way|get under ?way|collapsed|
            broke (?:down|up|off)|fell (?:apart|through)|stalled|faltered|adjourned|reconvened|
            took place|takes place|taking place|
            (?:was|were|is|are|been|being|be) (?:being )?(?:held|convened)|
            held(?= (?:on|in|at|{_DAYWORD}|last|this|late|early|earlier))|
            occurred|happened|convenes|reconvenes|launched|reached|
            (?:slated|scheduled|set|planned|due|expected|called) for|took (?:effect|hold)|
            (?:came|comes|went|goes|entered|enters) into (?:force|effect)|
            expire[ds]|dated|followed|
            {_TO}(?:begin|start|open|resume|end|conclude|expire|take place|be held|continue|
            take effect|enter into force|come into (?:force|effect))
            """
        ),
    ),
    ("meeting", "noun", rf"{_TALKS}|(?:tele)?phone (?:call|conversation)"),
    (
        "incident",
        "noun",
        _pattern(
            r"""
            annexation|invasion|occupation|withdrawal|assassination|seizure|attacks?|coup|uprising|
            blockade|massacre|bombings?|shelling|kidnapping|abduction|killings?|clashes|
            (?:air ?)?strikes?(?= (?:on|against|by|in|targeting|that))|outbreak of|
            (?:crisis|war)(?= (?:of|in) [12])|(?:nuclear|missile|rocket) tests?
            """
        ),
    ),
    (
        "statement",
        "noun",
        _pattern(
            r"""
            speech|press conference|news conference|(?:joint )?statement|interview|address|remarks|
            announcement|press briefing|tweet|accusation
            """
        ),
    ),
    ("visit", "noun", r"visits? (?:to|by|here)|(?:trip|tour) (?:to|of)"),
    (
        "agreement",
        "noun",
        _pattern(
            r"""
            treaty|declaration|accords?|protocol|pact|communiqu[ée]|agreements?|cease-?fire|truce|
            armistice
            """
        ),
    ),
    ("poll", "name", r"referendum|plebiscite"),
    ("agreement", "name", r"deals?|settlement|memorandum|understanding"),
    ("law", "name", r"resolution|ruling|verdict|judge?ment|decree"),
    (
        "incident",
        "name",
        _pattern(
            r"""
            war|conflict|fighting|violence|hostilities|unrest|strikes?|raids?|airstrikes?|
            offensive|tests?|demonstrations?|rally|ambush|protests?|walk-?out|boycott|pull-?out|
            collapse|breakdown|handover|prisoner swap|prisoner exchange|revolution
            """
        ),
    ),
    ("visit", "name", r"visit|trip"),
    ("poll", "topic", r"elections?|ballot|vote|polls|run-?off"),
    (
        "incident",
        "topic",
        _pattern(
            r"""
            government|coalition|tariffs?|sanctions|embargo|ban|campaign|strike action
            """
        ),
    ),
    ("proposal", "name", r"proposals?|offer"),
    ("meeting", "name", r"negotiations?|round|workshop|hearing|encounter"),
)
"""Each kind of event, the form its words have, and the words, tried in this order."""
