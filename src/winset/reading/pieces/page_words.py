"""Lines of a page that tell by their first word what they are: menus, credits, comment forms."""

from __future__ import annotations

import re
from functools import cache

from winset.reading.text.words import MONTHS, WEEKDAYS

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,? )?(?:{_DAY} )?{_MONTH}(?: {_DAY})?,? ?\d{{4}}"
    r"|\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{4}"
)
"""A day, month or year as it stands alone, in small letters."""

_LINES = {
    "share": r"""
        share email e-mail print tweet like :: (this|on|via|to|with)\b.{0,40}
        save copy gift bookmark :: (this |the |full )?(article|story|link|url|page)
        save read watch :: (this |it )?(for )?later
        pinterest pocket instagram youtube messenger blogthis permalink ::
        0 :: ^[\d.,]+ ?k? (shares?|views?|likes?|reads?)
        shares views hits :: (count ?)?:? ?[\d.,]+k?
    """,
    "menu": r"""
        home menu search sections navigation login logout register subscribe ::
        latest prev previous next faq faqs careers sitemap privacy multimedia slideshow ::
        obituaries classifieds newsletters ::
        skip back go jump :: to (main |the )?(content|top|home\w*|navigation)
        log sign :: (in|up|out)( with .{1,20})?
        terms :: (of (use|service)|(and|&) conditions)
        privacy cookie :: (policy|statement|notice|settings)
        contact about advertise :: (with )?us
        site press media :: (map|room|kit)
        customer :: service
        rss :: (feeds?)?
        latest top breaking :: (news|stories|headlines)
        trending hot :: (now|stories|topics)
        trending :: (:.{1,200})?
        what :: ['’]s (hot|this\?)
        most :: (viewed|shared|commented|emailed|discussed)
        all :: (articles|posts|stories|news)
        my create :: (an |a )?(free )?account
        forgot :: (your )?password
        remember :: me( on this .{1,20})?
        don :: ['’]t have an account
        toggle :: (main )?(menu|navigation|search|sidebar|more options)
        open close main :: (menu|navigation)
        load show view see :: (more|all|less)( \w+)?
        show hide :: transcript( hide transcript)?
        try :: again( later)?
        loading :: (\W.{0,30}|.{1,20}\.\.\.)?
        photo :: (gallery|galleries)
        read :: mode
        font text :: size
        0 :: ^100% font size
        other :: sites
        click :: to follow
        an :: official website of .{3,80}
        here :: ['’]s how you know
        story :: code\s?:.{1,20}
        showing :: posts with .{3,60}
        edition :: :.{2,60}
        return :: to (the )?(home\w*|main page|top)
        older newer :: (posts?|entries|stories)( home)?( older posts?)?
        view enlarge open expand hide toggle close :: (this |the )?<a picture>
        enlarge ::
        image photo picture slide page :: \d+ ?(of|/) ?\d+
        0 :: ^\d+ of \d+
        report suggest flag :: (an? )?(error|typo|correction|mistake)( (in|with) this .{1,20})?
        manage accept :: (my |all |your )?(preferences|choices|consent|settings)
        change choose select :: (your |an |a )?(edition|language|region)
        please :: wait
        why :: you can trust [^.?!]{2,30}
        our :: (editorial standards|standards ?:.{0,60})
        purchase acquire get buy :: (licensing|reprint|republishing) (rights|permissions?)
    """,
    "subscription": r"""
        already :: have an account.{0,60}
        not :: a subscriber.{0,60}
        thanks :: for signing up.{0,60}
        get :: (our|the) .{0,40}newsletter.{0,60}
        for :: the latest (news|updates?)\b.{0,80}\b(visit|follow|see) our\b.{0,60}
        support :: (our|independent|quality) journalism.{0,60}
        this :: (article|story|content) is (only )?(for|available to) (\w+ )?subscribers\b.{0,40}
        this :: (article|story|content) is (only )?(for|reserved for) (\w+ )?members\b.{0,40}
        join :: our .{0,60}\b(channel|newsletter|mailing list)\b.{0,80}
        subscribe sign register :: .{0,80}(newsletter|updates?|e-?mail|access|now|free).{0,60}
        subscribe sign register :: .{0,80}today.{0,60}
        email e-mail one-click :: (newsletters?|subscribe)
        become :: an? (member|subscriber|supporter|patron)( today| now)?
        start :: (your |a )?(free )?trial.{0,40}
        enter :: your e-?mail\b.{0,40}
        your :: e-?mail( address)?( ?\(\w+\))?
        email e-mail :: address( ?\(\w+\))?
        by :: (signing up|subscribing|registering|continuing)\b.{0,80}\byou <agree>.{0,200}
        by :: submitting\b.{0,80}\byou <agree>.{0,200}
        log sign :: in to (continue|read|view)\b.{0,30}
        already :: an? (subscriber|member)\?.{0,30}
        subscribe :: to .{2,40}\b(channel|podcast|feed)\b.{0,100}
    """,
    "donation": r"""
        donate :: (now|today|here)?
        make :: an? (donation|contribution)( to us| today| now)?
        please :: (consider )?(donat|subscrib|mak(e|ing) a (donation|contribution)).{0,160}
        please :: (consider )?support(ing)? (us|our|independent)\b.{0,160}
        if :: you(['’](d|ve))? (like|value|enjoy|appreciate) .{0,120}(donat|subscrib).{0,120}
        if :: you(['’](d|ve))? (like|value|enjoy|appreciate) .{0,120}support (us|our).{0,120}
        we :: (rely|depend) on (our readers|donations|reader donations)\b.{0,160}
        your :: (support|donation|contribution|subscription)\b.{0,150}\bjournalism\b.{0,100}
        support help :: us( today| now)?
    """,
    "advertisement": r"""
        advertise advertisement advertisements advertising ::
        ad ads ::
        your :: ad (here|spot)
        post :: (top|bottom|side) ad
        skip hide remove :: (the |this )?(ads?|advertisements?)
        skip :: past (the )?\w+ promotion
        after :: (the )?newsletter promotion
        article story :: sponsored by.{0,40}
        sponsored promoted :: (content)?( ?by .{1,40})?
        paid partner :: (post|content|promotion)
        this :: advertisement (has|will|is)\b.{1,100}
        article story :: content( continued)?
        article story :: (continues? )?(below|after) (the |this )?(ad\w*|video|image|promotion)
        article story :: continues below
        continue continues :: (below|after) (the |this )?(ad\w*|video|image|promotion)
        scroll :: (down )?(to|for) (continue|more).{0,30}
        powered presented brought :: (to you )?by.{0,30}
        learn find :: <no stop>(out )?more( here| about .{1,60})?
        find :: .{1,40} near you:?
        buy shop book apply nominate order :: (now|here|online)
        get :: (started|the app|tickets)
        download :: (the|our) (free )?(app|guide|report|pdf)( now)?
        click tap :: (here|below|on the)\b.{0,100}
    """,
    "related": r"""
        around from elsewhere :: (on )?the web
        promoted :: (stories|links|content)
        might may :: <no stop>(also )?(like|be interested).{0,40}
        you :: <no stop>(might|may) (also )?(like|be interested).{0,40}
        like want :: (this|more)( \w+){0,3}\?.{0,60}
        what :: to read next
        recent :: (posts|stories|articles|comments)
        you :: may have missed
        editor editors :: [s’']{0,2} (picks?|choice|recommendations)
        don :: ['’]t miss( this)?
        up :: next
        next :: up
        next previous :: (article|story|post|page)\b.{0,120}
        related recommended most read see also :: (more|also|read)?\s?[:|].{0,160}
        related :: <no stop>((stor(y|ies)|(article|post|link|topic|item|video)s?)\b.{0,120})?
        related :: (content|coverage|news|reading)
        recommended :: <no stop>((for|stories|articles|reading|by)\b.{0,60})?
        popular :: <no stop>((articles|stories|posts|now|on|in)\b.{0,40})?
        read see :: <no stop>(more|also)\b.{0,100}
        read :: <no stop>next( ?:.{0,120})?
        read view see :: (the )?(full|whole|original) (article|story|post)( (here|at|on)\b.{0,40})?
        continue keep :: <no stop>reading( .{2,80})?
        in :: this (article|story|section|episode)
        check :: <no stop>also( ?:.{2,120})?
        see :: more on
        also :: <no stop>read\b.{0,100}
        more :: <no stop>(from|by|on|in|about|stories|news|related)\b.{0,100}
        most :: <no stop>(read|popular)\b.{0,60}
        watch listen podcast gallery pics :: <no stop>:.{3,120}
    """,
    "tags": r"""
        categories category tag tags topics keywords tagged :: ((as|with)\s*)?:.{0,200}
        tagged :: (as|with)?
        filed :: under\b.{0,200}
        tags ::
        labels :: :.{1,200}
        posted filed :: <no stop>in .{2,60}
        categories category :: .{0,60}posted (on|in)
    """,
    "comments": r"""
        leave post add :: an? (reply|comment)\b.{0,20}
        add :: comment
        0 :: ^\d+ (comments?|repl(y|ies))
        comments comment :: (are )?closed
        comments commenting :: (is|are|has been|have been) (now |currently )?<shut>
        no :: comments( yet| so far)?
        all :: comments (must|are|should|will) .{3,160}
        please :: read (the|our) .{0,40}\b(terms|policy|rules|guidelines)\b.{0,40}
        cancel :: reply
        note :: :? ?only a member of this .{1,20} may .{3,40}
        send share leave submit :: (us )?(your |any |all )?<a comment>( <to us>)?
        tell :: us what you think.{0,40}
        was :: this (article|story|page|content) (helpful|useful)
        rate :: this (article|story|page|post)
        got have :: an? (story|tip|news tip|correction)\b[^.?]{0,40}\?.{0,100}
        blog comments :: (comments )?powered by .{1,40}
        please :: enter (your|a valid) (comment|name|e-?mail)\b.{0,40}
        fill :: in your details below.*
        you :: are commenting using your .*
        connecting :: to %s
        google twitter facebook wordpress wordpress.com :: (photo|picture|logo)
        logo ::
        log :: out.{0,20}
        your :: e-?mail address will not be published.*
        required :: fields are marked.*
        notify :: me of .{0,60}
        this :: site uses akismet.*
        view show read see load hide :: (/post)? ?(all |more |\d+ )?comments?.{0,20}
        view show read see load hide :: /post (all |more |\d+ )?comments?.{0,20}
        to :: post a comment.{0,200}
        name email e-mail website :: \(?(required|will not be published)\).{0,40}
        join start :: the (conversation|discussion).{0,30}
        log sign :: in to (comment|reply).{0,30}
        be :: the first to (comment|reply).{0,40}
        report :: this comment.{0,80}
    """,
    "player": r"""
        0 :: ^\d{1,2}:\d\d([ :/]+\d\d?:?\d\d)*
        0 :: ^\d+(\.\d+)? ?[kmg]b
        0 :: ^\d+[ -]min(ute)?s?[ -]read
        0 :: ^\d+[ -]?mins?([ -](listen|watch))?
        listen watch play :: \(?\d+ ?min.{0,10}
        video audio :: duration:? .{2,60}
        current :: time ?[\d:]+
        loaded duration remaining :: (time)?:? ?-?\d[\d:.%]*
        play :: (the )?(video|audio|episode)
        skip :: <a site> (post|video)( \d+)?( by .{2,40})?
        end :: of <a site> (post|video)( \d+)?( by .{2,40})?
        twitter facebook instagram youtube tiktok :: (post|video)( by .{2,40})?
        allow :: <a site> content
        pic.twitter.com :: /\w+
        mp :: [34]
        play listen watch :: live( radio| now)?
        listen :: to (this|the) (article|story|episode)\b.{0,40}
        on now :: (air now|playing)
        available :: on air stations
        fcc :: public (inspection )?files?.{0,40}
        estimated :: read(ing)? time:? ?\d+.{0,12}
        read reading :: time:? ?\d+.{0,12}
        this your :: (browser|device) (does not|doesn['’]t|is not) .{2,80}
        this :: (video|audio) (is not|cannot|can['’]t) .{2,80}
        media :: playback is .{2,60}
        video audio :: (unavailable|player)
        please :: (enable|turn on|activate) (javascript|cookies).{0,80}
        javascript :: (is|must be) .{2,80}
        view :: this post on .{2,30}
    """,
    "copyright": r"""
        © :: .{0,120}
        c :: \).{0,120}
        copyright :: (\(c\)|©|\d{4}|:|by\b|of\b).{0,120}
    """,
    "cookies": r"""
        we this the our by :: .{0,80}\b(uses?|accept|our) cookies\b.{0,200}
        accept reject manage :: (all )?cookies.{0,20}
    """,
    "follow": r"""
        follow like find :: (us|me)\b( on .{0,60})?
        follow :: (on .{1,20}|@\w+( on .{0,40})?)
        follow :: .{2,40} on (google news|<a site>)
        follow :: (this )?topics?
        add :: .{0,30}\bas (a |your )?(preferred|trusted) source( on .{2,20})?
        @ :: \w{2,20}
        stay :: (connected|in touch|up to date)( with .{0,40})?
    """,
    "caption": r"""
        image media video :: captions?.{0,300}
        pictured :: (here|above|below|left|right|with|from|at|in|on|is|are)\b.{5,300}
        above below :: :.{5,300}
        from :: left( to right)?[:,].{5,300}
        clockwise :: from .{5,300}
    """,
    "credit": r"""
        photo photos image images picture pictures video videos :: (by|:|courtesy).{0,140}
        source sources credit credits :: (by|:|courtesy).{0,140}
        image photo picture :: (credits?|source|courtesy|copyright)\b.{0,140}
        file :: photos?\s*(by|:|courtesy).{0,140}
        file :: (photo|picture|image)s?
        with :: (additional )?(inputs?|reporting|assistance) (from|by) (\w+,? ?){1,4}
        with :: (agenc(y|ies)|wire services)( (inputs?|reports?))?
        by our staff special :: ^(by )?((our|a) )?((staff|special|own) )?<a reporter>
        web news online :: desk
        web online :: editors? ?:.{2,80}
        by getty :: ^(by )?getty images
        by associated ap :: ^(by )?(the )?(associated press|ap photo)
        by agence afp :: ^(by )?(agence france-presse|afp)
        by reuters epa xinhua tass :: ^(by )?(reuters|epa|xinhua|tass)( staff)?
        by ians pti ani upi dpa aap agencies :: ^(by )?(ians|pti|ani|upi|dpa|aap|agencies)
        staff wire news agency :: (agency )?reports?
        additional :: reporting by [^.!?]{3,120}
        reporting writing editing edited :: (and (writing|editing) )?by [^.!?]{3,120}
    """,
    "disclaimer": r"""
        views opinions :: (and opinions )?expressed .{10,200}
        the :: (views|opinions) (and opinions )?expressed .{10,200}
        this the :: (story|article|report) (has|was|is) not (been )?edited by .{3,200}
        except :: for the headline, .{3,200}
    """,
    "series": r"""
        this :: (article )?is the \w+(-\w+)? (and \w+ )?(article|in) (in|of|a) .{0,80}
        this :: (article )?is the \w+(-\w+)? (and \w+ )?(instal\w+|part) (in|of|a) .{0,80}
    """,
    "provenance": r"""
        translated adapted excerpted reprinted reproduced republished :: (from|with|by)\b.{0,600}
        this the :: is (the|a|an) (\w+ )?(translation|version|excerpt|extract).{0,600}
        this the :: <a text>(was |is )?<earlier>(appeared|published|written|translated).{0,600}
        this the :: <a text>(was |is )?<earlier>(reproduced|reprinted|republished).{0,600}
        source from via :: (.{2,40} )?https?://\S+
        originally first :: (published|appeared|posted)\b.{0,300}
    """,
    "author": r"""
        view see :: (the )?(full |author )(archive|profile|bio)
        view see :: (all )?(posts|articles|stories) by .{2,40}
        posted :: by <no stop>.{2,60}
    """,
    "contact": r"""
        tel telephone phone fax mobile email e-mail :: (us|no)?\W{1,3}(?=.*(@|\d{3})).{5,80}
        press media :: (contacts?|enquiries|inquiries)\s*:.{0,120}
        for :: (more|further|media|press) information,? (please )?(contact|visit|call|see)\b.{0,200}
        email contact :: the (author|reporter|writer|editor)\b.{0,60}
        about :: the authors?
    """,
    "date": r"""
        <day> :: ^(<date>)<hour>
        published updated posted date :: .{0,12}(<date>)<hour>
        last :: (modified|updated)\b.{0,12}(<date>)<hour>
        published updated posted :: (on|at|:)? ?.{0,60}\d{4}.{0,20}
        last :: (modified|updated)( on| at|:)? .{0,60}\d{4}.{0,20}
        0 :: ^\d+ (minute|hour|day|week|month|year)s? ago
        updated posted published :: \d+ (minute|hour|day|week|month)s? ago
    """,
}
"""Of each kind of line the words one of which it begins with, and a pattern for what follows.

All in small letters; `0` stands for any figure, and `^` has the pattern begin with the first word.
"""
_NAMES = {
    "<no stop>": r"(?!.*\.$)",
    "<date>": DATE,
    "<hour>": r"([ ,|@/-]+\d\d?[:.]\d\d(.{0,20}|.{0,12}(updated|/) .{0,40}))?",
    "<day>": " ".join((*MONTHS, *WEEKDAYS, "mon tue tues wed thu thur thurs fri sat sun 0")),
    "<a text>": r"(article|essay|piece|commentary|post|text) ",
    "<earlier>": r"(first |originally |also )*",
    "<a picture>": r"(image|photo|picture|caption|gallery|map)( in fullscreen| modal| caption)?",
    "<a site>": r"(twitter|x|facebook|instagram|youtube|tiktok|telegram|linkedin)",
    "<agree>": r"(agree|accept|consent|acknowledge)",
    "<a reporter>": r"(reporter|correspondent)s?",
    "<shut>": r"(disabled|off|moderated|no longer .{3,40}|not (available|allowed|open).{0,40})",
    "<a comment>": r"(feedback|comments?|questions?(/comments)?|thoughts|tips|letters)",
    "<to us>": r"(below|(to|in|at|by|with) (the |our )?(us|editors?|comments?|e-?mail)\b.{0,40})",
}
"""What is written short in the lines."""
_GROUP = re.compile(r"(?<!\\)\((?!\?)")


def kind_by_first_word(word: str, line: str, start: int) -> str:
    """The kind of a line, in small letters, whose first word begins at `start`; "" for none."""
    if word not in _by_word():
        return ""
    kinds, pattern = _pattern(word)
    found = pattern.fullmatch(line, start)
    return "" if found is None or found.lastindex is None else kinds[found.lastindex - 1]


@cache
def _by_word() -> dict[str, list[tuple[str, str]]]:
    """Of each word the kinds and patterns of the lines that begin with it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, lines in _LINES.items():
        for line in lines.strip().splitlines():
            for name, pattern in _NAMES.items():
                line = line.replace(name, pattern)
            words, _, rest = line.partition("::")
            for word in words.split():
                found.setdefault(word, []).append((kind, rest.strip()))
    return found


@cache
def _pattern(word: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The kinds of line that begin with a word, and one pattern with a group for each."""
    rules = _by_word()[word]
    start = re.escape(word) + r"\s*"
    whole = [rest[1:] if rest[:1] == "^" else f"{start}(?:{rest})" for _, rest in rules]
    groups = "|".join(f"({_GROUP.sub('(?:', one)})" for one in whole)
    return tuple(kind for kind, _ in rules), re.compile(rf"(?:{groups})\W*")
