"""The verbs for what happens, of each kind of event, as patterns."""

from __future__ import annotations

from winset.reading.happening.event_parts import (
    CURB,
    DAYWORD,
    DEAL,
    OWN,
    PARLIAMENT,
    PLAN,
    SPOKEN,
    TALKS,
    TO,
)
from winset.reading.text.patterns import in_one_line

EVENT_VERBS: tuple[tuple[str, str, str], ...] = (
    (
        "poll",
        "verb",
        in_one_line(
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
        in_one_line(
            rf"""
            {PARLIAMENT} (?:\w+ ){{0,2}}(?:passed|approved|ratified|rejected|adopted|voted|
            endorsed|vetoed|debated|dissolved)|
            (?:law|act|bill|amendment|constitution|decree|legislation|
            resolution) (?:\w+ ){{0,4}}(?:passed|enacted|came into force|took effect|adopted|
            signed|approved|vetoed|repealed|overturned)|
            (?:passed|enacted|promulgated|adopted|approved|signed|vetoed|repealed|issued) (?:a|the|
            an|its) (?:[\w-]+ ){{0,3}}(?:law|act|bill|amendment|resolution|decree|legislation|
            (?:executive |presidential )?order|ordinance|constitution|edict)|
            (?:court|tribunal|judges?|panel|arbitrators|board|commission|regulator|authority) (?:
            [\w-]+ ){{0,4}}(?:ruled|upheld|overturned|struck down|dismissed|rejected|ordered|found|
            decided|sentenced|annulled)|
            (?:rejected|approved|passed|defeated|ratified|adopted|backed|endorsed) by (?:the |a |
            its )?(?:[\w-]+ ){{0,3}}{PARLIAMENT}|
            voted (?:to|in favou?r|against|on|for|overwhelmingly|unanimously|by)|
            issued (?:a|its|the) (?:[\w-]+ ){{0,2}}(?:ruling|verdict|judge?ment)|
            enshrined|outlawed|repealed|revoked|annulled|nullified|abrogated|terminated|vetoed|
            ruled(?= (?:on|that|in|against|last|late|early|earlier|{DAYWORD}))|
            (?:was|were|been|be) (?:\w+ly )?(?:enacted|promulgated|banned|struck down|upheld|
            overturned|legali[sz]ed|amended|quashed|pardoned|acquitted)|acquitted|pardoned|quashed|
            (?:banned|barred|prohibited|restricted|legali[sz]ed|licen[sc]ed) (?:the |all |most |
            its |any )?(?:[\w-]+ ){{0,2}}(?:imports?|exports?|sales?|flights?|travel|entry|trade|
            fishing|strikes|rallies|protests|use|parties|gatherings|shipments|transit|visas)|
            (?:amended|suspended|abolished|scrapped) (?:the|its|a) (?:[\w-]+ ){{0,2}}(?:law|act|
            constitution|charter|code|penalty|rule|statute)|
            (?:froze|unfroze|seized|confiscated|nationali[sz]ed) (?:all |the |its |their |
            some )?(?:[\w-]+ ){{0,3}}assets|granted (?:[\w-]+ ){{0,3}}(?:amnesty|autonomy|asylum|
            independence|bail|clemency|citizenship|immunity)|{TO}?(?:cease|ceases|
            ceased) to (?:be in force|apply)
            """
        ),
    ),
    (
        "meeting",
        "verb",
        in_one_line(
            rf"""
            meet (?=in\b|on\b|at\b|next|this|again|here|{DAYWORD}|today|tomorrow|later|early)|
            (?:begin|resume|open|start|hold|launch|restart) (?:a |an |new |another |fresh |the |
            their )?(?:[\w-]+ ){{0,2}}{TALKS}|
            (?:resume|resumed|resuming|start|started|begin|began) (?:talking|negotiating)|
            {TO}(?:meet\b|reconvene|convene|gather|sit down|attend|take part in|participate (?:in|
            to)|host|chair|co-chair|cochair|confer|hold (?!(?:\w+ )?(?:news|press) ){OWN}{TALKS}|
            (?:begin|
            start|open|resume|continue|restart|conclude|end|enter|join) (?:talking|negotiating|
            {OWN}{TALKS}))|
            meet (?:again|next)|
            met\b(?! by\b| halfway| (?:with )?(?:the )?(?:reporters|journalists|press|
            media)\b| (?:the|its|their|his|all|a|an|every|those|these|with|
            only) (?:[\w-]+ ){{0,2}}(?:deadline|targets?|criteria|conditions?|requirements?|
            demands?|needs?|costs?|goals?|standards?|death|fate|resistance|criticism|opposition|
            scepticism|skepticism|silence|success|failure|derision|anger|outrage)\b)|
            meets (?:with|again|in|on|(?-i:[A-Z])\w*)|
            (?:is|are|was|were|be|been) meeting (?:in|on|with|at|to|for)|
            (?:is|are|was|were|currently|now|been) (?:hosting|attending|holding {OWN}{TALKS})|
            (?:holds?|held) (?!(?:\w+ )?(?:news|press) ){OWN}{TALKS}|(?:got|gets|get|came|
            comes) together|huddled|
            (?:held|hosted) (?:a|an) (?:[\w-]+ ){{0,3}}(?:lunch|dinner|breakfast|call|hearing|
            workshop|reception)|negotiated (?=in|with|until|through|into|late|all|over|for)|
            {TALKS} (?:\w+ ){{0,2}}(?:were held|was held|took place|takes place|opened|opens|
            began|begins|start(?:ed|s)|resumed?|broke up|collapsed|ended|ends|
            concluded|closed|adjourned|wrapped up|kicked off|got under way|failed|
            lasted|focus?sed|cent(?:er|re)d|dragged on|went on|dealt with|touched on|
            reconvened?)|
            (?:opened|began|begins?|started|resumed|resumes?|ended|concluded|wrapped up|kicked off|
            restarted|reopened|launched|entered|engaged in|joined|rejoined|completed|finished|
            continued|attended|left|conducted|convened|hosted|chaired) {OWN}{TALKS}|
            (?:mediated|facilitated) (?!talks (?:to|in|between|on|with)\b){OWN}{TALKS}|
            exchanged (?:[\w-]+ ){{0,3}}(?:views|opinions|ideas|assessments|notes on)|
            (?:compared notes|touched base|dined|lunched)(?= (?:with|in|at)\b)|
            talked to(?! (?:reporters|journalists|the (?:press|media))\b)|taking place between|
            sat down (?:with|in|for|to|at|on|together)|
            (?:spoke|talked|conferred|consulted|parleyed|negotiated|bargained) (?:by|with|
            over the (?:tele)?phone|
            on the (?:tele)?phone|via)|(?:tele)?phoned|discussed|called in(?= the| (?-i:[A-Z])\w*)|
            hosted|hosts (?=a\b|an\b|the\b|its\b|talks|(?-i:[A-Z])\w*)|co-chaired|cochaired|chaired|
            convened(?! (?:the|a|an|its) (?:\w+ )?(?:cabinet|parliament|council))|
            reconvened|attended|took part in|participated in|gathered (?:in|at|for|on|with)|
            assembled (?:in|at|for)|
            received (?=(?:his|her|visiting|(?:the|a|an) (?:[\w-]+ ){{0,3}}(?:ambassador|minister|
            president|delegation|envoy|chief|secretary|head)|a delegation|the visiting|
            (?-i:[A-Z][\w.]* [A-Z])))|returned to the (?:negotiating |bargaining )?table
            """
        ),
    ),
    (
        "agreement",
        "verb",
        in_one_line(
            rf"""
            {TO}(?:sign(?! (?:off|up))|initial|ratify|renew|finali[sz]e|make peace|
            be (?:signed|ratified|renewed|extended|finali[sz]ed|initialled|established|set up|
            created|formed)|conclude (?:a|an|the) |
            reach {OWN}{DEAL})|(?<!\bhe )(?<!\bI )agreed(?= that\b)|
            agreed(?! with\b(?! \w+ to)| not\b| that\b)|
            signed(?! on\b(?! (?:{DAYWORD}))| up\b| off\b)|
            (?:concluded|reached|sealed|clinched|made|announced|struck|finali[sz]ed|approved|
            endorsed|secured|brokered|accepted|adopted|inked|extended|renewed|negotiated|
            hammered out|closed|completed|entered into|joined|acceded to|prolonged) (?:a|an|the|
            their|this|its|that)? ?(?:[\w-]+ ){{0,4}}{DEAL}|
            {DEAL} (?:(?!to\b)\w+ ){{0,2}}(?:made|reached|sealed|signed|concluded|struck|brokered|
            initialled|took effect|takes effect|announced|agreed|extended|renewed|dated|
            adopted|entered|came|went into)|initiall?ed|ratified|inked|struck a deal|
            reached (?:a|an) (?:[\w-]+ ){{0,3}}(?:agreement|deal)|settled the|
            (?:set up|established|created|formed|founded) (?:a|an) (?:\w+ ){{0,5}}(?:task force|
            commission|committee|group|council|
            mechanism|body|fund|meeting|dialogue|framework)|
            (?:established|restored|resumed|normali[sz]ed) (?:\w+ )?(?:relations|ties)|
            declared (?:a|an) (?:[\w-]+ ){{0,3}}(?:truce|cease-?fire)|
            adopted (?:a|an|the|its|their) (?:[\w-]+ ){{0,3}}(?:statement|agenda|timetable|code|
            principles|programme|charter)|exchanged (?:[\w-]+ ){{0,3}}(?:documents|letters|notes|
            instruments)|
            (?:was|were|been) (?:\w+ly )?(?:signed|ratified|renewed|extended|prolonged|concluded|
            initialled|finali[sz]ed|struck|sealed|clinched|brokered|negotiated|agreed)|
            made peace|(?:came|come) to terms|shook hands|signs|agrees(?= (?:to|on))|ratifies|
            approved(?! by)|
            accepted (?:a|an|the|their|its) (?:[\w-]+ ){{0,4}}(?:proposal|offer|deal|plan|terms)|
            extended (?:a|an|the|their|its) (?:[\w-]+ ){{0,4}}deadline|
            (?:sign|signs) (?:a|an|the) (?:[\w-]+ ){{0,4}}{DEAL}|
            cease-?fire (?:\w+ ){{0,2}}(?:began|took hold|started|held)
            """
        ),
    ),
    (
        "proposal",
        "verb",
        in_one_line(
            rf"""
            {TO}(?:propose|(?:present|submit|table|unveil|circulate|publish|release|
            put forward) (?:a|an|the|its|his|her|their|new) )|
            (?<!the )(?<!a )(?<!its )(?<!be )(?<!long-)propos(?:ed|es)|
            (?<!being )(?<!was )(?<!were )offered(?= to\b| up\b| talks| \w+ ?(?:million|billion|
            percent|per cent)| (?:[\w-]+ ){{1,4}}(?:plans?|proposals?|deals?|compromise|truce|
            cease-?fire|concessions?|package|settlement|solution|talks|amnesty|guarantees?|loans?|
            aid|terms|fleet))|put forward|tabled|floated|mooted|unveiled|unveils|
            (?:submitted|presented|unveiled|drafted|outlined|circulated|handed over|delivered|
            rolled out|made|revived|tabled|introduced|sent|put|set out|laid out|launched|released|
            issued|published) (?:a|an|the|its|his|her|their|new|fresh|
            another) (?:[\w-]+ ){{0,4}}{PLAN}|
            handed (?:over )?(?:[\w-]+ ){{1,8}}{PLAN}|
            revived (?:a|an|the|its) (?:[\w-]+ ){{0,2}}(?:call|idea)|
            called for (?:\w+ ){{0,2}}(?:talks|negotiations|a (?:summit|meeting|conference|
            cease-?fire|truce|referendum))
            """
        ),
    ),
    (
        "visit",
        "verb",
        in_one_line(
            rf"""
            visit(?:ed|s)\b(?= )|arrives|(?:is|are|was|were) visiting|set (?:off|out) for|
            (?:was|were) in (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?(?= (?:on|last|this|late|early|
            earlier|for|yesterday|{DAYWORD}))|
            {TO}(?:visit|travel to|come to|arrive|fly to|leave for|depart for|go to|return to|
            leave (?:for|(?-i:[A-Z])\w*)|be in (?-i:[A-Z])\w*|pay a visit|make (?:a|an|his|
            her) (?:[\w-]+ ){{0,3}}(?:visit|trip))|travel(?:l?ed|l?ing|s) to|
            arriv(?:ed?|es|ing)(?= (?:in|here|back|at|for|on|{DAYWORD}|late|early|earlier))|
            (?:flew|flies) (?:to|in|into|out|back|home)|landed (?:in|at)|
            left (?:for|(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?=for\b|on\b|late|early|earlier|
            {DAYWORD}))|leaves for|headed (?:to|for)|toured|paid (?:a|an) (?:[\w-]+ )?visit|
            (?:began|begins|started|ended|wrapped up|made|makes|cut short|concluded|kicked off|
            embarked on) (?:a|an|his|her|their) (?:[\w-]+ ){{0,3}}(?:visit|tour|trip)|
            returned (?:to (?-i:[A-Z])\w*|home|from)|departed|went to (?-i:[A-Z])\w*
            """
        ),
    ),
    (
        "incident",
        "verb",
        in_one_line(
            rf"""
            {TO}(?:walk (?:out|off)|strike|go on strike|resign|withdraw|quit|step down|suspend|
            impose|lift|release|free|hand over|deploy|reopen|expel|march|protest|rally|take office|
            leave the|be (?:sworn in|released|freed|inaugurated|withdrawn|suspended|lifted|
            imposed))|walks? out|back(?:s|ed) out|pull(?:s|ed) (?:(?!out)[\w-]+ ){{1,3}}out(?= of)|
            storm(?:s|ed) out|split(?= (?:from|in|with|over|up))|defaults|
            hit (?:a|an) (?:[\w-]+ )?(?:lull|snag|wall|impasse|deadlock|roadblock|standstill)|
            (?:was|were) (?:thrust|plunged|thrown) into|plunged into|
            decided to (?:back out|withdraw|leave|quit|pull out|walk (?:out|away)|suspend|boycott)|
            (?:leaves|quits|exits) the|
            (?:earthquake|quake|tsunami|cyclone|hurricane|typhoon|storm|floods?|flooding|explosion|
            blast|bomb) (?:\w+ ){{0,2}}(?:struck|hit|killed|rocked|devastated|ripped|went off)|
            seized|seizes|invades|annexes|withdraws|suspends|imposes|lifts|expels|resigns|collided|
            attacked|shelled|bombed|bombarded|ambushed|stormed|raided|torched|looted|hijacked|
            opened fire|fired (?:on|at|\w+ (?:missiles?|rockets?))|detained|arrested|clashed|
            clashes (?:\w+ ){{0,2}}(?:broke out|erupted)|fighting (?:broke out|erupted)|
            (?:broke|breaks|flared) (?:out|up)|erupted|sank|sunk|rammed|expelled|withdrew|
            (?:cancel(?:l?ed)?|suspended|halted|postponed|boycotted|skipped|shelved|
            abandoned) (?:(?!with\b|by\b|in\b|on\b|at\b|after\b)[\w-]+ ){{1,3}}(?:talks|
            negotiations|
            meetings?|visits?|trips?|sessions?|summit|flights|shipments|deliveries|elections?)|
            (?:suspended|broke off|froze|halted|cancelled|canceled|postponed|called off|severed|
            cut off|cut|downgraded|delayed|boycotted|adjourned) (?:the|its|their|all|his|her|a|
            talks|relations|ties|negotiations|diplomatic|oil|gas|aid)|
            (?:was|were|been|be) (?:suspended|postponed|cancell?ed|called off|halted|frozen|
            adjourned|delayed|interrupted)|walked (?:out|away|off)|pulled out(?: of)?|resigned|
            stepped down|was sworn in|were sworn in|took office|(?:took|seized) power|annexed|
            invaded|overthrew|ousted|toppled|deposed|
            (?:tendered|submitted|handed in|offered|announced|accepted) (?:[\w.’'()-]+ ){{1,5}}?
            resignation|locked out|picketed|rioted|mutinied|evacuated|besieged|blockaded|defected|
            seceded|broke away|retreated|crashed(?= (?:in|into|on|off|near)\b)|derailed|
            {TO}(?:hold|stage|begin|start|launch|mount|call) (?:a|an|the|its|their|more|new|
            another) (?:[\w-]+ ){{0,3}}(?:strikes?|walk-?outs?|stoppages?|protests?|rall(?:y|ies)|
            march(?:es)?|boycott|demonstrations?|lock-?out|exercises?|drills?|sit-?in|offensive)|
            (?:imposed|lifted|tightened|eased|slapped|announced|extended|
            renewed) (?:[\w-]+ ){{0,4}}{CURB}|
            (?:conducted|held|staged) (?:[\w-]+ ){{0,4}}(?:exercises?|drills?|tests?|protests?|
            rall(?:y|ies)|strikes?|demonstrations?)|
            (?:test-)?tested (?:a|an|its) (?:\w+ ){{0,3}}(?:missile|device|weapon)|
            launched (?:a|an|its|their|the|\w+) (?:[\w-]+ ){{0,3}}(?:attacks?|offensive|operation|
            missiles?|rockets?|strikes?|war|raids?|assault|invasion|campaign)|
            carried out (?:a|an|its|the|\w+) (?:[\w-]+ ){{0,3}}(?:attacks?|strikes?|raids?|
            bombings?|operation|tests?)|shot (?:down|dead)|
            (?:was|were|been) (?:shot|killed|wounded|injured|kidnapped|abducted|assassinated|
            released|freed|arrested|detained|captured|taken hostage|executed|awarded|deported|
            evacuated|inaugurated|deployed|dismissed|sacked|ousted|toppled|expelled|attacked|
            shelled|bombed|blocked|closed|reopened|destroyed|imposed|lifted|withdrawn|recalled|
            severed|jailed|sentenced|charged|dissolved)|killed|kidnapped|abducted|assassinated|
            murdered|
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
            triggered|blocked (?:the|a|an)|raised tariffs|cut tariffs|
            missed (?:a|the|its) (?:[\w-]+ )?(?:payment|deadline)|nominated|was appointed|
            were appointed|was named
            """
        ),
    ),
    (
        "statement",
        "verb",
        in_one_line(
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
            added(?= (?:on|in|at|late|earlier|{DAYWORD}|that))|replied|responded|countered|
            observed|recalled|echoed|lambasted|rebuked|assailed|implored|pleaded|
            pointed (?:out|to)|proclaimed|reminded|instructed|requested|affirmed|contended|
            questioned|implied|speculated|joked|endorsed|restated|expounded|outlined|elaborated|
            concurred|speaking(?= (?:to|at|in|on|with|during|from|after|before)\b)|
            {TO}hold (?:a|an|his|her|their) (?:[\w-]+ ){{0,2}}(?:news|press) conference|
            posted(?= (?:on|late|early|earlier|{DAYWORD}))|
            called(?= (?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|
            asked (?:for|the|(?-i:[A-Z])\w*)|(?:was|were) announced|
            (?:made|makes|gave|delivered|issued|released|published|posted|sent|forwarded|handed|
            launched|signed off|held|wrote|put out|read out|retracted|repeated) (?:a|an|the|his|
            her|its|their|such|similar|those|these|two)? ?(?:[\w-]+ ){{0,4}}{SPOKEN}|
            made (?:the|his|her|their) (?:remarks|comments|announcement)|
            {SPOKEN} (?:was |were )?(?:released|issued|published|posted|made|delivered|broadcast|
            aired|carried|sent|dated)(?: online)?|quoted [^,.;]{{2,60}}? as (?:saying|telling)|
            was quoted|were quoted|(?:was|were) interviewed|
            (?:posted|published|wrote) (?:a|an|his|her|its|their) (?:[\w-]+ ){{0,3}}(?:articles?|
            editorial|column)|
            met (?:with )?(?:the )?(?:reporters|journalists|press|media)\b|
            reported(?= (?:on |late |early )?(?!the\b)(?:{DAYWORD})| that\b)|
            raised (?:the|his|her|its|their)? ?(?:possibility|concerns?|doubts?|prospect|alarm|
            hopes?)|{TO}(?:announce|address|deliver (?:a|an|his|her)|speak)
            """
        ),
    ),
    ("visit", "doing", r"arriving|landing|visiting|travel?ling to|returning|leaving for"),
    (
        "agreement",
        "doing",
        r"signing|agreeing|ratifying|(?:reaching|sealing|striking|concluding) (?:a|an|the) ",
    ),
    ("meeting", "doing", rf"(?:holding|hosting|attending) {OWN}{TALKS}"),
    (
        "incident",
        "doing",
        r"defaulting|resigning|withdrawing|quitting|seizing|invading|annexing|losing|suffering|"
        r"pulling out|walking out|breaking off|suspending|releasing|freeing",
    ),
    (
        "phase",
        "verb",
        in_one_line(
            rf"""
            beg(?:an|ins)|start(?:ed|s)|open(?:ed|s)|resume[ds]|end(?:ed|s)|concludes?d?|closed|
            wrapped up|kick(?:ed|s) off|got under ?way|get under ?way|collapsed|
            broke (?:down|up|off)|fell (?:apart|through)|stalled|faltered|adjourned|reconvened|
            took place|takes place|taking place|takes effect|
            (?:was|were|is|are|been|being|be) (?:being )?(?:held|convened)|
            held(?= (?:on|in|at|here|by|between|{DAYWORD}|last|this|late|early|earlier))|
            commence[ds]?|continue[ds]|went ahead|occurred|happened|convenes|reconvenes|launched|
            reached|(?:slated|scheduled|set|planned|due|expected|called) for|took (?:effect|hold)|
            (?:came|comes|went|goes|entered|enters) into (?:force|effect)|
            expired|runs? out|ran out|lapsed|dated|followed|taken place|emerged|
            (?:is|are|was|were) (?:now |also |already )?(?:starting|beginning|resuming|opening|
            ending)|
            (?:begin|start|resume|open|end)(?= (?:(?:on|in|early|late) )?(?!the\b|\d+ (?-i:[a-z]))
            (?:{DAYWORD}|today|tomorrow|next))|
            came(?= (?:on|after|amid|as|days|hours|shortly|just|late|early|{DAYWORD}))|
            {TO}(?:begin|start|commence|open|resume|end|conclude|take place|be held|continue|
            happen|occur|go ahead|get under way|take effect|enter into force|come into (?:force|
            effect))
            """
        ),
    ),
)
"""Each kind of event, the form its words have, and the words, tried in this order."""
