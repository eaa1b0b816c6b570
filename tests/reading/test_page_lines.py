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
        ("March 14, 09:20 UTC+1 ELMIRA", "date"),
        ("on May 14, 2015 at 2:30 PM, updated May 15, 2015 at 9:05 AM", "date"),
        ("3 hours ago", "date"),
        ("[do_widget_area inner_bar]", "code"),
        ("[related]", "code"),
        ('[caption id="p7" width="150"]Anna Berg on the quay.[/caption]', "code"),
        ("Save for later", "share"),
        ("1.2k shares", "share"),
        ("Enlarge this image", "menu"),
        ("Slide 2 of 14", "menu"),
        ("Report an error in this story", "menu"),
        ("Enter your email address", "subscription"),
        ("By signing up for letters from the quay you agree to our terms.", "subscription"),
        ("Skip past newsletter promotion", "advertisement"),
        ("Article sponsored by", "advertisement"),
        ("Read next: why the bank stays shut", "related"),
        ("Continue reading below the map of the bank", "related"),
        ("Labels: cod, herring", "tags"),
        ("No comments:", "comments"),
        ("Comments are no longer available on this page", "comments"),
        ("Note: only a member of this page may write below.", "comments"),
        ("Send questions/comments to the editors.", "comments"),
        ("4 min", "player"),
        ("Skip Twitter post by @elmiraport", "player"),
        ("End of Twitter post by @elmiraport", "player"),
        ("— Port of Elmira (@elmiraport) May 2, 2015", "post"),
        ("A post shared by Port of Elmira (@elmira.port)", "post"),
        ("Follow the Harbour Gazette on Google News", "follow"),
        ("(Web editor: Anna Berg, Karl Lund)", "credit"),
        ("(With inputs from agencies.)", "credit"),
        ("By our special correspondent", "credit"),
        ("View all posts by Anna Berg", "author"),
        ("Posted by Anna Berg at 10:30", "author"),
        ("the buoys all turned to redImage source, HP", "caption"),
        ("Anna Berg Image copyright HP/Quayside Image caption Not this year", "caption"),
        ("Skippers wait on the quay in Elmira. (HP Photo/Anna Berg)", "caption"),
        ("Anna Berg (L-R), Karl Lund and the harbour master in Elmira", "caption"),
        ("Skippers on the quay in Elmira. File photo", "caption"),
        ("Pictured with Anna Berg are two skippers and the harbour master.", "caption"),
        ("Anna Berg for the Harbour News hide caption", "caption"),
        ("Skippers wait on the quay in Elmira, June 3, 2015. REUTERS/Anna Berg/Pool", "caption"),
        ("Skippers wait on the quay in Elmira. Anna Berg/AFP", "caption"),
        ("Skippers wait on the quay in Elmira. © Harbour Council", "caption"),
        ("Hits: 512", "share"),
        ("The week in Elmira »", "links"),
        ("Subscribe to our harbour channel and see each vote as it is cast.", "subscription"),
        ("All comments must follow the rules of the Harbour News.", "comments"),
        ("Please read our comment rules before you write", "comments"),
        ("You may have missed", "related"),
        ("Your Ad Here", "advertisement"),
        ("Check Also", "related"),
        ("source https://harbour.example/news/12", "provenance"),
        ("--With assistance from Anna Berg.", "credit"),
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
        "No comment.",
        "Comments are what the council wants from the skippers.",
        "Send the boats home, the mayor told the council.",
        "In this port nobody speaks of cod.",
        "Save the herring first, the old men say.",
        "Enter the council, with a plan of its own.",
        "By signing up the crews gave away what they had fished for.",
        "Continue as before, the envoy said.",
        "Read next to the treaty, the letter says little.",
        "A post shared by two ports is no post at all.",
        "With inputs from both sides the line on the map was drawn once more.",
        "Our correspondent in Elmira saw no boat leave.",
        "Posted by the quay, the notice named no day.",
        "Follow the money, said one skipper on the quay.",
        "Four of 20 boats were out",
        "Image was what the minister had in mind",
        "The Image of the port, said the mayor, was what counted",
        "(Editor: what do you say to the skippers?)",
        "- Anna Berg, of the council in Elmira",
        "The ministers met again on the quay. (Tarn/Elmira)",
        "The photo by the door showed a boat of the northern fleet",
        "The caption was wrong, and nobody saw who would hide it",
        "From left and right the plan drew blame.",
        "Skip the vote, the mayor told the council.",
        "Check also what the treaty says of cod.",
        "All comments were read aloud in Elmira.",
        "« The bank is ours »",
        "The council met again on the quay in the old town, and not for long... Read more",
        "What the crews of Tarn want is to read more",
        "Please read the letter, the mayor told them.",
        "Nobody in Elmira had seen the plan. Tarn/Elmira talks went on",
        "From the council no word came before noon, see https://harbour.example",
        "End of talks by Friday",
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
        (
            "Home Fleet Skippers walk out of the talks\n\nSkippers walk out of the talks",
            {"Home Fleet Skippers walk out of the talks": "page title"},
        ),
        (
            "All of the coast.\n\nOne page.\n\nThe Quay\n\nThe Quay\n\nAnna Berg"
            "\n\nSkippers walk out of the talks on the herring of the bank",
            dict.fromkeys(("All of the coast.", "One page.", "The Quay", "Anna Berg"), "menu"),
        ),
        (
            "-\n\nAdvertisement\n\nHerring talks\n\nTarnCouncil"
            "\n\nSkippers walk out of the talks on the herring of the bank",
            {"-": "menu", "Advertisement": "advertisement"}
            | dict.fromkeys(("Herring talks", "TarnCouncil"), "menu"),
        ),
        (
            "Skippers walk out of the talks\n\nWritten by Anna Berg\n\nThe Elmira Post",
            {"The Elmira Post": "site header"},
        ),
        (
            "Skippers walk out of the talks\n\nImage caption,\n\nThe minister had left by noon",
            {"Image caption,": "caption", "The minister had left by noon": "caption"},
        ),
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
        "Mark Lund\n\nDeputy Spokesman\n\nDaily Briefing\n\nElmira, Tarn"
        "\n\nSkippers walk out of the talks on the herring of the bank",
        "Skippers walk out of the talks\n\nThe mayor waits\n\nThe Elmira Post",
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


CAPTION = "Members of the harbour council gather on the quay in Elmira before a vote on herring"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (CAPTION, f"{CAPTION} HP/Anna Berg"),
        (CAPTION.replace("in ", "in  "), f"{CAPTION} HP/Anna Berg"),
        (f"{CAPTION}.", f"{CAPTION}. Anna Berg, HP"),
        (f"{CAPTION} (Quayside)", f"{CAPTION} (Quayside)"),
    ],
)
def test_a_caption_given_again_with_its_owner_is_one_both_times(first: str, second: str) -> None:
    text = f"Skippers walk out of the talks\n\n{first}\n\n{second}\n\n{BODY}"
    assert [one.kind for one in suggest(text, DAY).boilerplate] == ["caption", "caption"]


@pytest.mark.parametrize(
    "second",
    [f"{CAPTION}. They had met twice.", f"{CAPTION} and a ban on cod", f"{CAPTION}, Tarn says"],
)
def test_a_line_that_opens_as_the_one_above_is_no_caption(second: str) -> None:
    assert labels(f"{CAPTION}.\n\n{second}\n\n{BODY}") == {}


def test_a_dated_heading_told_twice_is_one_of_the_article() -> None:
    assert labels(f"{PROSE}\n\n1987 – the bank shuts\n\n1987 – the bank shuts\n\n{BODY}") == {}


def test_who_signs_above_the_last_lines_of_the_page_is_its_author() -> None:
    end = "Anna Berg\n\nElmira"
    assert labels(f"{BODY}\n\n{end}\n\nPost a comment") == {
        "Anna Berg": "author",
        "Elmira": "author",
        "Post a comment": "comments",
    }
    assert labels(f"{BODY}\n\n{end}") == {}
    assert "A plan for cod" not in labels(f"{BODY}\n\nA plan for cod\n\nPost a comment")


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
        ("Anna Berg is Foreign Editor of the Harbour News", "author"),
    ],
)
def test_what_stands_below_an_article(end: str, kind: str) -> None:
    assert labels(f"{BODY}\n\n{end}") == {end: kind}


def test_the_name_above_a_note_on_the_author_is_the_author_too() -> None:
    end = "Anna Berg is Foreign Editor of the Harbour News"
    found = labels(f"{BODY}\n\nAnna Berg\n\nAnna Berg\n\n{end}")
    assert found == {"Anna Berg": "author", end: "author"}
    assert labels(f"{BODY}\n\nKarl Lund\n\n{end}") == {end: "author"} | {"Karl Lund": "author"}


def test_a_person_the_article_tells_of_is_not_its_author() -> None:
    end = "Anna Berg is a fellow at the Harbour Institute."
    assert labels(f"{PROSE} It was Berg who drew the line.\n\n{BODY}\n\n{end}") == {}


def test_a_line_without_words_is_no_line_of_the_page() -> None:
    assert [kind_of_line(line) for line in ("* * *", "-", "…", "“”")] == [""] * 4
