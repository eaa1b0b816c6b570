"""Several pieces in one document, and words of the page around them."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import suggest

DAY = Edtf.parse("2015-06-10")
PROSE = (
    "The two ports have argued about the herring bank for as long as anybody can remember, and "
    "the ministers who met this spring moved the matter no further than those before them had."
)
BODY = "\n\n".join([PROSE] * 5)


def starts(text: str) -> list[str]:
    return [text[part.start : part.start + 12] for part in suggest(text, DAY).parts]


def labels(text: str) -> dict[str, str]:
    return {text[b.start : b.end]: b.kind for b in suggest(text, DAY).boilerplate}


def test_one_article_is_one_part_from_its_first_word_to_its_last() -> None:
    (part,) = suggest(f"\n\n{BODY}\n", DAY).parts
    assert (part.start, part.end, part.rule) == (2, 2 + len(BODY), "whole")


def test_a_heading_and_a_byline_begin_a_commentary() -> None:
    text = f"{BODY}\n\nWhy the bank stays shut\n\nBy Anna Berg\n\n{BODY}"
    first, second = suggest(text, DAY).parts
    assert text[first.start : first.end] == BODY
    assert (second.title, second.author, second.rule) == (
        "Why the bank stays shut",
        "Anna Berg",
        "byline",
    )


def test_a_box_begins_at_its_sign() -> None:
    assert starts(f"{BODY}\n\n■ Herring bank\n\n{PROSE}") == ["The two port", "■ Herring ba"]


def test_a_gap_far_wider_than_the_others_begins_another_article() -> None:
    assert len(starts(f"{BODY}\n\n\n\n\n{BODY}")) == 2
    wide_everywhere = "\n\n\n\n\n".join([PROSE] * 9)
    assert len(starts(wide_everywhere)) == 1


def test_a_dateline_begins_another_article() -> None:
    text = f"{BODY}\n\nELMIRA, June 3 (Harbour News) — {BODY}"
    assert [part.rule for part in suggest(text, DAY).parts][1:] == ["dateline"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Karl Lund | 12 May 2015 | Harbour News", "2015-05-12"),
        ("Published: May 12, 2015", "2015-05-12"),
        (
            "Posted on Tuesday, May 12, 2015 at 10:22 by the editors of the Harbour News",
            "2015-05-12",
        ),
        ("Updated May 14, 2015\n\nPublished May 12, 2015", "2015-05-12"),
        ("Last updated: 14 May 2015", "2015-05-14"),
        ("12 May 2015", "2015-05-12"),
    ],
)
def test_a_piece_has_the_day_of_a_line_in_its_head(line: str, day: str) -> None:
    line = line if line.startswith("By") else f"By Karl Lund\n\n{line}"
    text = f"{BODY}\n\nWhy the bank stays shut\n\n{line}\n\n{BODY} On Monday they met."
    found = suggest(text, DAY)
    assert [part.date and part.date.text for part in found.parts] == [None, day]
    assert found.dates[-1].edtf == "2015-05-11"


def test_a_day_in_the_running_text_is_not_that_of_the_piece() -> None:
    first = "On 12 May 2015 the ports spoke of the bank at Tarn, and of little else."
    text = f"{BODY}\n\nWhy the bank stays shut\n\nBy Karl Lund\n\n{first}\n\n{BODY}"
    assert [part.date for part in suggest(text, DAY).parts] == [None, None]


@pytest.mark.parametrize(
    ("end", "rule"),
    [
        ("==========", "heading after an end"),
        ("Karl Lund is a fellow at the Institute of Nets in Tarn.", "heading after an end"),
        ("The author is a skipper.", "heading after an end"),
    ],
)
def test_a_heading_after_the_end_of_an_article_begins_another(end: str, rule: str) -> None:
    text = f"{BODY}\n\n{end}\n\nA fleet with no harbour\n\n{BODY}"
    first, second = suggest(text, DAY).parts
    assert (second.title, second.rule) == ("A fleet with no harbour", rule)
    assert first.end < second.start


def test_a_commentary_within_an_article_begins_at_its_name() -> None:
    parts = suggest(f"{BODY}\n\nAnalysis: what the fleet wants\n\n{PROSE}", DAY).parts
    assert [part.rule for part in parts][1:] == ["box"]
    report = "\n\n".join(
        f"{name}\n\n{BODY}" for name in ("Summary", "Nets", "Boats", "Analysis", "Ports")
    )
    assert len(suggest(report, DAY).parts) == 1


def test_headings_within_an_article_begin_nothing() -> None:
    text = f"{BODY}\n\nA bank and its fleet\n\n{BODY}\n\n* * *\n\n{BODY}"
    assert len(suggest(text, DAY).parts) == 1


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    wrapped = "\n".join(
        ["the minister of fisheries spoke to the crews for an hour, and then"] * 8
        + ["“we accept the quota,” she told them; Anna Berg said", "“the boats will sail.”"]
    )
    assert [quote.speaker for quote in suggest(wrapped, DAY).quotes][-1] == "Anna Berg"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share Tweet Print 12", "share"),
        ("Home > World > Fisheries", "breadcrumb"),
        ("Published: June 3, 2015", "date"),
        ("Photo: Harbour News", "credit"),
        ("© 2015 Harbour News. All rights reserved.", "copyright"),
        ("Subscribe to our newsletter", "subscription"),
        ("This article was originally published in the Harbour News.", "provenance"),
        ("This is the second part in a series.", "series"),
        ("Leave a Reply", "comments"),
        ("Tags: herring, bank", "tags"),
        ("Mon, Dec 29 2014", "date"),
        ("Follow @harbournews on the quay", "follow"),
        ("@harbournews", "follow"),
        ("View all comments (12)", "comments"),
        ("Join the conversation", "comments"),
        ("Article continues below", "advertisement"),
        ("The top stories of the port delivered to your inbox.", "subscription"),
        ("Around the web", "related"),
        ("Privacy policy", "menu"),
        ("Anna Berg/Getty Images", "credit"),
        ("3 Min Read", "player"),
        ("Estimated reading time: 4'", "player"),
        ("0:42", "player"),
        ("18.2 MB", "player"),
        ("Reporting by Anna Berg and Karl Lund; Editing by Jane Roe", "credit"),
        ("Associated Press", "credit"),
        ("June 3, 2015 / 4:05 PM / a month ago", "date"),
        ("This story is for subscribers only.", "subscription"),
        ("Join our new Harbour channel and hear of every vote first!", "subscription"),
        ("Please enter your name here", "comments"),
        ("Karl Lund writes about nets. Follow him on Twitter @harbourlund", "author"),
        (
            "The Harbour Institute is not responsible for the contents of linked pages.",
            "disclaimer",
        ),
        ("Available On Air Stations", "player"),
        ("News   /   Harbours", "breadcrumb"),
    ],
)
def test_words_of_the_page_are_labelled(line: str, kind: str) -> None:
    assert labels(f"{BODY}\n\n{line}\n") == {line: kind}


def test_everything_after_the_comment_form_begins_is_footer() -> None:
    found = labels(f"{BODY}\n\nLeave a Reply\n\nYour name\n\nYour boat\n")
    assert found == {"Leave a Reply": "comments", "Your name": "footer", "Your boat": "footer"}


def test_many_short_lines_in_a_row_around_the_text_are_a_menu() -> None:
    menu = "Fleet\n\nNets\n\nQuotas\n\nBoats\n\nWeather\n\nOpinion"
    assert set(labels(f"{menu}\n\n{BODY}").values()) == {"menu"}
    head = "Why the bank stays shut\n\nAnna Berg\n\nElmira"
    assert labels(f"{head}\n\n{BODY}") == {}


def test_a_headline_told_twice_and_the_name_of_the_paper_are_of_the_page() -> None:
    headline = "Skippers walk out of the herring talks"
    assert labels(f"{headline}\n\n{headline}\n\n{BODY}") == {headline: "page title"}
    found = labels(f"Elmira Evening Post\n\n{headline}\n\n{BODY}")
    assert found == {"Elmira Evening Post": "site header"}


def test_headlines_of_films_after_the_text_are_no_part_of_it() -> None:
    clips = "0:42\n\nGulls of the north\n\n1:05\n\nA mayor’s life at sea"
    assert set(labels(f"{BODY}\n\n{clips}").values()) == {"player", "related"}


def test_a_headline_with_a_date_is_no_date_line() -> None:
    assert labels(f"Skippers refuse the plan\n\nThe quota will lapse in May 2016\n\n{BODY}") == {}


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of the fishing companies fell after the talks.",
        "Print runs of the Harbour News doubled in the week of the talks.",
        "“Comment,” said Anna Berg.",
        "June 3, 2015, was the day the talks broke down for good in the port of Elmira.",
        "The source of the quarrel is a line on a map.",
        "Follow the money, the skippers say.",
        "Comments by the minister were read out twice.",
        "“Join the conversation,” they were told.",
        "• cut the northern fleet by half.",
        "The AP said so.",
    ],
)
def test_sentences_that_begin_like_a_page_are_left_alone(line: str) -> None:
    assert labels(f"{PROSE}\n\n{line}\n\n{BODY}") == {}


def test_quotes_in_a_menu_are_no_speech() -> None:
    (quote,) = suggest(f"Home > World > “No deal,” said Berg > News\n\n{BODY}", DAY).quotes
    assert quote.kind == "title"


BROKEN = f"{PROSE} The crews of both coasts, who had waited for a week, were told by then that"
TAIL = f"The second day of the talks brought no more than the first. {PROSE}"


@pytest.mark.parametrize(
    ("before", "box", "after"),
    [
        (BODY, f"■ Herring bank\n\n{PROSE}\n\n■", TAIL),
        (BODY, f"■ Herring bank\n\n{PROSE} ■", TAIL),
        (BODY, f"Analysis: what the fleet wants\n\n{PROSE}\n\nEnd of box", TAIL),
        (BODY, f"Factbox\n\n{PROSE}\n\n(Article continues below)", TAIL),
        (BODY, f"========\n\nWhat the fleet wants\n\n{PROSE}\n\n{PROSE}\n\n========", TAIL),
        (f"{BODY}\n\n{BROKEN}", f"■ Herring bank\n\n{PROSE}\n\n{PROSE}", f"no boat sails. {TAIL}"),
        (BODY, f"    Analysis: the fleet\n\n    {PROSE}\n\n    {PROSE}", TAIL),
        (BODY, f"Why it stays shut\n\nBy Anna Berg\n\n{PROSE}\n\nEnd of commentary", TAIL),
    ],
    ids=["sign", "last sign", "words", "goes on", "rules", "sentence", "indent", "byline"],
)
def test_a_box_ends_where_something_tells(before: str, box: str, after: str) -> None:
    text = f"A headline of the day\n\nBy Karl Lund\n\n{before}\n\n{box}\n\n{after}\n\n{PROSE}"
    first, boxed, rest = suggest(text, DAY).parts
    assert text[first.start : first.end].rstrip("=\n").endswith(before[-60:])
    assert text[boxed.start : boxed.end] in (box.strip(), box.strip("=\n"), box.lstrip("=\n"))
    assert text[rest.start : rest.end] == f"{after}\n\n{PROSE}"
    assert (rest.rule, rest.title, rest.author) == ("after a box", first.title, "Karl Lund")
    assert boxed.author in ("", "Anna Berg")


@pytest.mark.parametrize(
    "box",
    [
        f"■ Herring bank\n\n{PROSE}\n\n{PROSE}",
        f"■ Herring bank\n\n{PROSE}\n\n* * *\n\n{PROSE}",
        f"Analysis: the fleet\n\n{PROSE}\n\n    {PROSE}\n\n{PROSE}",
        f"Why it stays shut\n\nBy Anna Berg\n\n{PROSE}\n\nthe pier, she says. {PROSE}",
        f"========\n\nA second article\n\n{BODY}",
    ],
)
def test_where_nothing_tells_a_box_goes_on_to_the_end(box: str) -> None:
    parts = suggest(f"{BODY}\n\n{box}", DAY).parts
    assert len(parts) == 2
    assert "after a box" not in [part.rule for part in parts]


def test_articles_with_rules_between_them_are_no_boxes() -> None:
    text = f"{BODY}\n\n========\n\nA fleet\n\n{BODY}\n\n========\n\nA bank\n\n{BODY}"
    assert [part.rule for part in suggest(text, DAY).parts] == [
        "whole",
        "heading after an end",
        "heading after an end",
    ]
