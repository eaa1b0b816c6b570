"""The nouns that the words for events share, as patterns: kinds of deals, talks, papers, curbs."""

from __future__ import annotations

from winset.reading.text.patterns import in_one_line

DEAL = in_one_line(
    r"""
    (?:agreements?|deals?|accords?|treat(?:y|ies)|pacts?|protocols?|understanding|
    compromise|truce|cease-?fire|memorand(?:um|a)|contracts?|declaration|
    statement of agreement|settlement|convention|arrangement|roadmap|road map|framework|
    armistice|communiqu[ée]|credit facility)
    """
)
TALKS = in_one_line(
    r"""
    (?:talks|meetings?|summit|negotiations|consultations|discussions|conference|
    rounds? of (?:\w+ )?(?:talks|negotiations|consultations|discussions)|dialogue|
    session(?:s(?<!(?-i:S)essions))?|gatherings?|round-?table|plenary|parleys?|deliberations|forum|retreat|
    video ?conference|
    working (?:lunch|dinner|breakfast|session))
    """
)
PLAN = in_one_line(
    r"""
    (?:plan|proposals?|draft|initiative|offer|package|roadmap|road map|document|text|
    compromise|counter-?proposal|counter-?offer|amendments?|resolution|framework|blueprint|
    bid|deal|(?:policy |position |discussion )?papers?|outline|formula|blueprints?|terms)
    """
)
SPOKEN = in_one_line(
    r"""
    (?:statements?|communiqu[ée]s?|speech|address|interview|remarks|comments|announcement|
    declaration|appeal|plea|warning|ultimatum|letter|briefing|(?:news|press) conference|
    testimony|essays?|op-?ed|press release|accusations?|allegations?|threats?|
    report|video|message|tweet|memo)
    """
)
DAYWORD = in_one_line(
    r"""
    (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|
    Dec|\d|the
    """
)
TO = in_one_line(
    r"""
    (?:(?:will|would|shall|could|may|might|(?:is|are|was|were|due|scheduled|set|expected|
    plans?|planned|planning|preparing|agreed|agree|slated|likely|intends?|hopes?|ready|
    invited) to) (?:also |
    then |again |now |formally |officially |automatically |jointly )?)
    """
)
OWN = r"(?:a |an |the |their |its |his |her |another |more |new |\w+ )?(?:[\w-]+ ){0,4}"
PARLIAMENT = in_one_line(
    r"""
    (?:parliament|congress|senate|duma|diet|knesset|bundestag|bundesrat|assembly|lawmakers|
    legislature|house|cabinet|commons|lords|deputies|mps|majlis|council|senators|
    legislators|members)
    """
)
CURB = in_one_line(
    r"""
    (?:sanctions|tariffs?|embargo(?:es)?|duties|bans?|blockade|curfew|restrictions|
    martial law|moratorium|quotas?|state of emergency)
    """
)
