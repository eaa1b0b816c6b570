"""Lines of a page that are told from those of its article, by words and by where they stand."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import suggest
from winset.reading.pieces import page_words
from winset.reading.pieces.page_signs import kind_of_line

DAY = Edtf.parse("2015-06-10")
PROSE = (
    "The two ports have argued about the herring bank for as long as anybody can remember, and "
    "the ministers who met this spring moved the matter no further than those before them had."
)
BODY = "\n\n".join([PROSE] * 5)


def labels(text: str) -> dict[str, str]:
    return {text[b.start : b.end]: b.kind for b in suggest(text, DAY).boilerplate}


@pytest.mark.parametrize("word", sorted(page_words._by_word()))
def test_every_word_of_the_lists_leads_to_patterns(word: str) -> None:
    kinds, pattern = page_words._pattern(word)
    assert len(kinds) == pattern.groups > 0


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Sign in with Harbour Pass", "menu"),
        ("Forgot your password?", "menu"),
        ("Loading photo gallery...", "menu"),
        ("An official website of the Republic of Tarn", "menu"),
        ("Please consider donating to keep the Harbour News free for all.", "donation"),
        ("If you value what we do, please subscribe or tell a friend.", "donation"),
        ("We rely on our readers for every page we print.", "donation"),
        ("Donate now", "donation"),
        ("Become a member today", "subscription"),
        ("For the latest updates on the herring talks, visit our dedicated page.", "subscription"),
        ("This advertisement has not been loaded, but the story goes on.", "advertisement"),
        ("Article content continued", "advertisement"),
        ("Find out more", "advertisement"),
        ("Learn more about the fleet", "advertisement"),
        ("Book now", "advertisement"),
        ("Find Shipyards Near You:", "advertisement"),
        ("Click here to renew", "advertisement"),
        ("ALSO READSkippers wait for a word from Tarn", "related"),
        ("Related: why the bank stays shut", "related"),
        ("Watch: the fleet leaves Elmira", "related"),
        ("Next Up:", "related"),
        ("Previous article Why the bank stays shut", "related"),
        ("Comments powered by Gullwing", "comments"),
        ("Be the first to comment", "comments"),
        ("Your browser does not support the audio element.", "player"),
        ("Please enable JavaScript to see the map.", "player"),
        ("image captionThe fleet at anchor in Elmira", "caption"),
        ("The fleet at anchor in Elmira. Picture: Anna Berg", "caption"),
        ("Skippers wait for their minister on the quay (Photo | Harbour News)", "caption"),
        ("Skippers on the quay on Oct. 15. (photo by Anna Berg)", "caption"),
        ("Image credit: Anna Berg", "credit"),
        ("annaberg/Adobe Stock", "credit"),
        ("Anna Berg via Getty Images.", "credit"),
        ("(Harbour Archive photo)", "credit"),
        ("Press contact: Anna Berg, 555 0137", "contact"),
        ("Tel: +44 555 0137", "contact"),
        ("For more information, please contact the press office in Tarn.", "contact"),
        ("Updated: 14-05-2015 15:50 IST | Created: 14-05-2015 15:23 IST", "date"),
        ("Harbour News | Elmira | May 14, 2015 11:38 am", "date"),
        ("November 06, 20:33 UTC+3 ELMIRA", "date"),
        ("on May 14, 2015 at 2:30 PM, updated May 15, 2015 at 9:05 AM", "date"),
        ("3 hours ago", "date"),
        ("[do_widget_area inner_bar]", "code"),
        ("[related]", "code"),
    ],
)
def test_a_line_of_the_page_is_told_wherever_it_stands(line: str, kind: str) -> None:
    assert labels(f"{PROSE}\n\n{line}\n\n{BODY}") == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        "Related disputes about cod were left for the autumn.",
        "Recommended quotas were cut by half in Tarn.",
        "More on the fleet will be told in the spring.",
        "Most popular among skippers is the plan of the council.",
        "Read more widely, the clause says nothing of cod.",
        "Copyright was the last thing on their minds.",
        "Donate the boats to the museum, one skipper said.",
        "Watch the tide, the old men say in Tarn.",
        "We rely on the tide for everything we do.",
        "If you like the plan, say so, the mayor told them.",
        "Find the money and the boats will sail, he said.",
        "Join the council or leave it, they were told.",
        "This report was published too late to change a vote, the mayor said, and nobody read it.",
        "Next spring the ports will meet again.",
        "The talks began at 10:30 on Friday, 12 June 2015, and went on until the boats were in.",
        "Published figures for May 2015 show how far the quota was missed",
        "The port has one condition for credit: a lower quota",
        "[The minister pauses.]",
        "(Applause.)",
        "[sic]",
        "For more than a year nobody saw the plan.",
        "Contact with the fleet was lost on Monday.",
        "Email was no way to hold such talks, the envoy said.",
        "You may like it or not, but the bank is shut.",
        "By Anna Berg",
        "May 2016 is too late",
        "The views of the crews were heard in Elmira",
        "Getty Images sued the port, a lawyer said.",
    ],
)
def test_a_sentence_that_looks_like_the_page_is_left_alone(line: str) -> None:
    assert labels(f"{PROSE}\n\n{line}\n\n{BODY}") == {}


@pytest.mark.parametrize(
    ("head", "labelled"),
    [
        ("Tarn Politics\n\nSkippers walk out of the herring talks", {"Tarn Politics": "section"}),
        ("Conflicts & War\n\nSkippers walk out of the talks", {"Conflicts & War": "section"}),
        ("Skippers walk out of the talks\n\nAnna Berg 12 Jun", {"Anna Berg 12 Jun": "date"}),
        ("Skippers walk out of the talks\n\nby on", {"by on": "date"}),
        ("HC/150\n\nSkippers walk out of the talks", {"HC/150": "number"}),
        ("Skippers walk out of the talks\n\n126", {"126": "number"}),
        (
            "Home\n\nHarbour Council\n\nLog in\n\nSkippers walk out of the talks",
            {"Home": "menu", "Harbour Council": "menu", "Log in": "menu"},
        ),
        (
            "Anna Berg is a reporter of the Harbour News.\n\nSkippers walk out of the talks",
            {"Anna Berg is a reporter of the Harbour News.": "author"},
        ),
        (
            "HomeFleetSkippers walk out of the talks\n\nSkippers walk out of the talks",
            {"HomeFleetSkippers walk out of the talks": "page title"},
        ),
        (
            "Skippers walk out of the talks - Elmira Post\n\nSkippers walk out of the talks",
            {"Skippers walk out of the talks - Elmira Post": "page title"},
        ),
        (
            "A film of the fleet in May\n\n0:41\n\nThis browser does not support films.",
            {
                "A film of the fleet in May": "player",
                "0:41": "player",
                "This browser does not support films.": "player",
            },
        ),
        ("Anna Berg\n\nGetty Images", {"Anna Berg": "credit", "Getty Images": "credit"}),
    ],
)
def test_what_stands_above_an_article(head: str, labelled: dict[str, str]) -> None:
    assert labels(f"{head}\n\n{BODY}") == labelled


@pytest.mark.parametrize(
    "head",
    [
        "Security",  # a heading, since the text follows at once
        "1956",
        "2",
        "Skippers walk out of the talks - May 12, 2015\n\nSkippers walk out of the talks",
        "The points of the plan:\n\n• A lower quota\n\n• A joint council",
        "Anna Berg is a reporter. She said the talks had failed.",
        "Mark Lund\n\nDeputy Spokesman\n\nDaily Briefing\n\nElmira, Tarn",
    ],
)
def test_what_belongs_to_an_article_above_its_text(head: str) -> None:
    assert labels(f"{head}\n\n{BODY}") == {}


def test_a_headline_told_again_below_lines_of_the_page_is_its_title() -> None:
    headline = "Skippers walk out of the talks"
    text = f"{headline}\n\n3 hours ago\n\n{headline}\n\n{BODY}"
    first, second = suggest(text, DAY).boilerplate
    assert (first.start, first.kind, second.kind) == (0, "page title", "date")
    assert labels(f"{headline}\n\nThe mayor waits\n\n{headline}\n\n{BODY}") == {}


def test_two_captions_of_one_picture_are_both_captions() -> None:
    first = "The mayor’s skippers wait for a word from the council, on the quay"
    second = "The mayor's skippers wait for a word from the council. Picture: Anna Berg"
    assert set(labels(f"{PROSE}\n\n{first}\n\n{second}\n\n{BODY}")) == {first, second}


STORIES = (
    "Mayor says the bank will open in June",
    "Council rejects the plan of the northern fleet",
    "Two skippers are missing off the coast of Tarn",
    "Why the herring of the north will not come back",
)


def test_headlines_after_an_article_are_other_stories() -> None:
    assert labels("\n\n".join((BODY, *STORIES))) == dict.fromkeys(STORIES, "related")


@pytest.mark.parametrize(
    "end",
    [
        "The council is to vote on this:\n\n" + "\n\n".join(STORIES),
        "\n\n".join(f"{story}." for story in STORIES),
        "\n\n".join(STORIES[:2]),
        "\n\n".join(f"{number}. {story}" for number, story in enumerate(STORIES, start=1)),
        "\n\n".join(
            f"Karl Lund, for the Government of {port}" for port in ("Tarn", "Holm", "Moe", "Vik")
        ),
    ],
    ids=["after a colon", "sentences", "two", "numbered", "signed"],
)
def test_a_list_that_an_article_ends_in_is_its_own(end: str) -> None:
    assert labels(f"{BODY}\n\n{end}") == {}


@pytest.mark.parametrize(
    ("end", "kind"),
    [
        ("Elmira Evening News", "footer"),
        ("Middle East", "section"),
        ("20150614-032402", "number"),
        ("1,204", "number"),
        ("Anna Berg is a fellow at the Harbour Institute.", "author"),
    ],
)
def test_what_stands_below_an_article(end: str, kind: str) -> None:
    assert labels(f"{BODY}\n\n{end}") == {end: kind}


def test_a_person_the_article_tells_of_is_not_its_author() -> None:
    end = "Anna Berg is a fellow at the Harbour Institute."
    assert labels(f"{PROSE} It was Berg who drew the line.\n\n{BODY}\n\n{end}") == {}


def test_a_line_without_words_is_no_line_of_the_page() -> None:
    assert [kind_of_line(line) for line in ("* * *", "-", "…", "“”")] == [""] * 4
