"""Word lists that the reading rules look words up in; all lower case unless said otherwise."""

from __future__ import annotations

from collections.abc import Iterable


def lexicon(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def by_letter(patterns: Iterable[str]) -> str:
    """One pattern for any of some that each begin with a letter, grouped so that most are skipped.

    >>> by_letter(("said", "told", "says"))
    's(?:aid|ays)|t(?:old)'
    """
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in rests.items())


BASE_VERBS = lexicon(
    """
    argue claim insist warn describe call note suggest maintain contend complain explain add stress
    emphasize emphasise declare acknowledge concede predict observe conclude assert announce
    believe fear refer report demand chant promise vow pledge express portray
    """
)
"""Plain forms of verbs of speech, many of which are nouns too; all are in SPEECH_VERBS."""

SPEECH_VERBS = BASE_VERBS | lexicon(
    """
    said says say told tells added adds noted notes explained explains argued argues stated
    declared declares announced announces claimed claims insisted insists stressed stresses
    emphasized emphasised emphasizes emphasises replied replies responded responds answered answers
    asked asks warned warns suggested suggests remarked remarks commented comments observed observes
    concluded concludes admitted admits acknowledged acknowledges conceded concedes confirmed
    confirms denied denies asserted asserts affirmed affirms reiterated reiterates repeated repeats
    recalled recalls wrote writes tweeted tweets quipped joked jokes complained complains continued
    continues lamented laments maintained maintains mused promised promises pledged pledges vowed
    vows proposed proposes predicted predicts protested protests recounted remembered retorted
    shouted urged urges demanded demands accused accuses called calls described describes criticized
    criticised criticizes criticises praised praises condemned condemns denounced denounces
    dismissed dismisses rejected rejects echoed echoes expressed expresses voiced voices advised
    advises agreed cautioned cautions charged clarified contended contends countered counters
    elaborated exclaimed hinted hints implied informed interjected opined pleaded posited posits
    proclaimed reported revealed ruled signalled signaled speculated testified underlined
    underlines underscored underscores welcomed welcomes whispered boasted boasts appealed cited
    hailed hails blasted blasts slammed slams branded likened wonders wondered thundered
    posted phrased put read reads assured assures lashed summed found finds pointed points muttered
    mutters scoffed scoffs sighed sighs growled snapped snaps pleaded pleads begged begs bragged
    conceded confided confides cried cries declined deplored deplores disclosed discloses
    estimated estimates explains forecast forecasts fumed grumbled guessed indicated indicates
    instructed insinuated jested laughed lectured marvelled mocked mumbled objected objects
    offered ordered orders pronounced questioned questions ranted reasoned reassured reassures
    recommended recommends reflected reflects rejoined relayed remembers reminded reminds
    resisted scolded screamed sneered stammered surmised swore taunted teased threatened
    threatens thanked thanks told trumpeted uttered ventured yelled enthused opines chided
    congratulated decried decries derided derides lambasted lauded lauds ridiculed rebuked
    retorts scorned sniped tweets implored implores exhorted exhorts counselled counseled
    chimed deadpanned gushed hissed intoned
    yelling quipping musing boasting posting
    saying telling adding noting explaining arguing stating declaring announcing claiming insisting
    stressing emphasizing emphasising replying responding answering asking warning suggesting
    remarking commenting observing concluding admitting acknowledging conceding confirming denying
    asserting affirming reiterating repeating recalling writing tweeting joking complaining
    promising pledging vowing proposing predicting urging demanding calling describing accusing
    criticizing criticising condemning denouncing dismissing expressing quoting cautioning
    pointing reminding threatening pleading begging conceding disclosing recommending praising
    hailing lamenting contending questioning welcoming echoing boasting
    bemoaned bemoans bemoaning touted touts touting assailed assails assailing chanted chants
    chanting sang sings demurred demurs worried worries worrying feared fears believed believes
    referred refers referring mocked mocks mocking attacked attacking portrayed portrays
    alleged alleges alleging reveals revealing assuring hinting underlining underscoring informs
    portraying characterized characterised characterizes characterises worded
    """
)

LOOSE_VERBS = lexicon(
    """
    put read reads reported charged posted called calls cited ruled summed lashed phrased
    continued continues revealed maintained maintains informed implied found finds offered
    ordered orders declined indicated indicates reflected reflects objects questions points
    questioned estimated estimates forecast forecasts resisted remembers objected threatened
    threatens thanked thanks pronounced cried cries disclosed discloses
    """
)
"""Verbs that govern a quote only when it stands close by: they have other common meanings."""

NAMING_VERBS = lexicon("called calls named dubbed termed labelled labeled nicknamed christened")

CUE_NOUNS = lexicon(
    """
    comment comments remark remarks statement statements reply answer response words speech
    interview message address quote quotation letter observation warning assessment view
    """
)

TITLING = lexicon(
    """
    titled entitled headlined captioned book article essay film song novel memoir memoirs
    poem play documentary painting opera musical podcast blog column op-ed editorial album anthem
    thesis monograph pamphlet hymn ballad
    """
)

DOCUMENT_NOUNS = lexicon(
    """
    phrase phrases wording clause clauses article articles text statement declaration communique
    communiqué agreement treaty accord constitution resolution law protocol paragraph passage
    sentence provision provisions preamble charter memorandum contract document documents draft
    act bill decree language pact line lines formula award ruling judgment judgement verdict
    convention directive regulation bylaws terms annex appendix minutes memo statute covenant
    plaque plate sign signs banner banners placard placards inscription poster posters label
    notice caption headline leaflet motto slogan
    """
)

SAYINGS = lexicon(
    "proverb adage saying maxim slogan motto mantra catchphrase nickname euphemism chant"
)
"""Nouns that announce common words and not those of one speaker."""

WORDINGS = lexicon("phrase phrases wording clause clauses provision provisions passage formula")
"""Nouns that announce the words of a document wherever they stand before a quote."""

DOCUMENT_VERBS = lexicon(
    """
    states stated stipulates stipulated provides provided reads read says said specifies specified
    declares declared defines defined describes described calls called speaks spoke mentions
    mentioned requires required obliges obliged commits committed recognizes recognized recognises
    recognised refers referred stresses stressed affirms affirmed reaffirms reaffirmed recalls
    recalled notes noted guarantees guaranteed prohibits prohibited lists listed contains contained
    uses used urges urged proclaims proclaimed binds bound demands demanded includes included
    promises promised envisages envisaged foresees foresaw warns warned adds added
    """
)

PRONOUNS = lexicon("he she they it i we who him them")
PERSON_PRONOUNS = lexicon("he she")
POSSESSIVES = lexicon("his her their its my our your")
DETERMINERS = lexicon("the a an one another some several two three many both this that these those")
AUXILIARIES = lexicon(
    "both has had have would will could can may might did does do should must also then later again"
    " once even still just only repeatedly often always never first further himself herself"
    " earlier previously yesterday today openly since soon too instead reportedly famously"
)
FORMS_OF_BE = lexicon("is was were are be been being am")
IRREGULAR = lexicon(
    """
    stood met went came took gave left made spoke sat flew held began hung won lost saw knew felt
    kept wrote rose fell chose drew bore broke brought built bought caught dealt drove ate fought
    found forgot forgave froze got grew heard hid hit kept laid led lent let lay lit meant paid put
    quit read rode rang ran sought sold sent set shook shot shut sang sank slept slid spent split
    spread sprang stuck struck swore swept swam swung taught tore thought threw understood woke wore
    withdrew withheld wound
    """
)
"""Past forms that end a subject and do not end in -ed."""

NEGATIONS = lexicon("not never didn't didn’t don't don’t doesn't doesn’t nor without")

SUBORDINATORS = lexicon(
    """
    in on at after before during while when as for with since because if although though despite
    by from under over amid among following according speaking citing asked responding against
    until once unlike besides beyond through throughout given like about upon concerning regarding
    meanwhile however moreover nevertheless yet still but and so then also nor or soon later
    """
)
SENTENCE_ADVERBS = lexicon(
    """
    first firstly second secondly third finally lastly indeed instead specifically perhaps maybe
    there here now today again even neither both especially only just early late eventually
    thus shortly separately privately publicly additionally furthermore similarly likewise
    otherwise afterwards afterward out off up initially recently previously ultimately clearly
    sadly fortunately
    """
)
"""Words a sentence may begin with that are no part of its subject."""
CLAUSE_WORDS = lexicon(
    "that but and or while when because if though although as which who whom whose where after"
    " before since until so than whether"
)
MENTION_STOPS = lexicon(
    """
    in on at during after before as when while with from who that which by following since over
    about amid upon through yesterday today tomorrow monday tuesday wednesday thursday friday
    saturday sunday last late early this earlier later and but according told via where because
    familiar close involved briefed known whether if how why what speaking asked citing referring
    quoting adding tuesday’s monday’s friday’s
    """
)

TITLES = lexicon(
    """
    president prime minister premier chancellor king queen prince princess emperor mr mrs ms miss
    dr prof professor sir dame lord lady ambassador secretary general foreign deputy vice chief
    senator sen rep representative congressman congresswoman governor gov mayor judge justice
    attorney chairman chairwoman chair chairperson director spokesman spokeswoman spokesperson
    envoy commissioner adviser advisor analyst economist historian former first senior acting
    late then special leader head colonel col lieutenant lt major maj captain capt admiral adm
    sergeant officer interior defense defence finance trade state cabinet speaker lawmaker
    affairs politician negotiator diplomat author writer editor researcher lecturer scholar expert
    founder member delegate bishop pope father sheikh imam ayatollah comrade crown chief-of-staff
    ceo cfo mp mps mep mla pm vp chairperson
    press under permanent parliamentary opposition party executive associate assistant
    """
)
"""Words before a name that are not part of it."""

ORGANISATIONS = lexicon(
    """
    party ministry university council committee agency government institute institution center
    centre department office bank company corporation corp inc ltd group association federation
    union league parliament congress senate assembly court commission house news times post
    journal daily newspaper press radio television tv network service organization organisation
    foundation forum bureau board authority administration army navy police nations states
    kingdom republic islands school college society alliance movement front brigade club ministry’s
    street palace hall post times house star tribune guardian herald gazette chronicle telegraph
    tribunal secretariat taskforce commonwealth caucus coalition confederation fund trust charity
    think-tank mission bundestag duma knesset diet
    """
)

ROLE_NOUNS = lexicon(
    """
    official officials source sources analyst analysts expert experts diplomat diplomats observer
    observers spokesman spokeswoman spokesperson leader leaders president minister premier
    chancellor senator lawmaker ambassador envoy negotiator adviser advisor professor scholar
    researcher author governor mayor general commander chairman chairwoman director secretary
    chief head resident residents critic critics opponents supporters negotiators delegates
    ministers reporter journalist report ministry government embassy statement side delegation
    witness witnesses campaigners activists economist economists historian historians protesters
    fisherman fishermen farmers workers people person man woman member members politician premier
    mediator facilitator commissioner rapporteur coordinator co-ordinator emissary secretary-general
    director-general chair co-chair co-chairman chairperson
    """
)

PEOPLE_OF = lexicon(
    """
    spokesman spokeswoman spokesperson aide adviser advisor lawyer attorney assistant deputy ally
    friend supporter critic opponent rival wife husband widow son daughter brother sister father
    mother cousin nephew niece colleague secretary biographer predecessor successor envoy
    representative confidant source member
    """
)
"""Those who are somebody's, so that the name after `of` or `for` is not their own."""

SPEAKING_NOUNS = lexicon(
    """
    others another some several many campaign camp crowd team aide aides friend friends user users
    voter voters lawyer lawyers firm sides parties mediator mediators reporters journalists
    neighbours neighbors survivors relatives families mother wife husband son daughter
    brother sister veteran veterans student students teacher doctor doctors
    trader traders merchant merchants captain captains skipper skippers shipowners
    """
)
"""Further nouns for those who may speak."""

FOLLOW_ON = lexicon(
    "he she they it this that these those but and so however meanwhile still also yet"
)
"""Words no article begins with, since they refer back."""

BUTTONS = lexicon(
    """
    print share tweet email e-mail pin save like facebook twitter linkedin whatsapp telegram reddit
    copy link listen bookmark pdf download comment comments
    """
)

COLLECTIVES = lexicon(
    "ministry government embassy statement report side delegation officials sources analysts"
    " experts diplomats observers leaders residents critics opponents supporters negotiators"
    " delegates ministers witnesses campaigners activists economists historians protesters"
    " fishermen farmers workers people men women members source"
)
"""Nouns for many or for a body, which point back at no one person."""

ABBREVIATIONS = lexicon(
    """
    mr mrs ms dr prof gen sen rep gov lt col maj capt adm sgt st jr sr vs etc no vol pp p jan feb
    mar apr jun jul aug sep sept oct nov dec inc ltd co corp fig art para op approx est e.g i.e cf
    """
)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
DAY_WORDS = frozenset(WEEKDAYS) | lexicon(
    "yesterday today week month morning evening afternoon night weekend"
)
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NUMBERS = {
    name: number
    for number, name in enumerate(
        (
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        )
    )
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30}
