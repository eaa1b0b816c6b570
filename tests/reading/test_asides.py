"""Boxes and captions within a page's article are kept; what is of the page is left out."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import read_document, suggest

PROSE = (
    "The two ports have argued about the herring bank for as long as anybody can remember, and "
    "the ministers who met in {} moved the matter no further than those before them had."
)
MONTHS = ("March", "April", "May", "June", "July", "August", "September", "October")
BOX = (
    "<h3>Why the bank stays shut</h3><p>By Anna Berg</p>"
    "<p>The bank has been shut for nine years, and nobody<br>in Elmira believes that the council "
    "will open it.</p><blockquote><p>Both fleets know this, and yet both of them go on asking for "
    "a catch that nobody has seen.</p></blockquote>"
)
TOLD = (
    "■ Why the bank stays shut\nBy Anna Berg\nThe bank has been shut for nine years, and nobody in "
    "Elmira believes that the council will open it.\nBoth fleets know this, and yet both of them "
    "go on asking for a catch that nobody has seen. ■"
)


def page(within: str, after: str = "") -> str:
    """The text of a page whose article has something amid its paragraphs."""
    paragraphs = [f"<p>{PROSE.format(month)}</p>" for month in MONTHS]
    body = "".join((*paragraphs[:5], within, *paragraphs[5:]))
    html = (
        "<!doctype html><html><head><title>Talks end</title></head><body><article>"
        f"<h1>Talks end in Tarn</h1>{body}</article>{after}<footer>Contact</footer></body></html>"
    )
    return read_document(html.encode(), "a.html").text


PLAIN = page("")


def test_a_commentary_in_a_box_is_kept_and_proposed_with_its_author() -> None:
    text = page(f'<aside class="commentary">{BOX}</aside>')
    assert text == PLAIN.replace(PROSE.format("August"), f"{TOLD}\n{PROSE.format('August')}")
    first, boxed, rest = suggest(text, Edtf.parse("2015-06-10")).parts
    assert text[boxed.start : boxed.end] == TOLD
    assert (boxed.title, boxed.author) == ("Why the bank stays shut", "Anna Berg")
    assert rest.rule == "after a box"
    assert first.end < boxed.start < rest.start


def test_a_caption_is_kept_where_its_picture_stood() -> None:
    caption = "Anna Berg signs the accord in Elmira on May 3"
    text = page(f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>")
    assert text == PLAIN.replace(PROSE.format("August"), f"{caption}\n{PROSE.format('August')}")


def test_a_figure_that_holds_more_than_a_picture_is_left_as_it_is() -> None:
    caption = "<figcaption>Anna Berg signs the accord in Elmira</figcaption>"
    assert page(f"<figure>{caption}<p>{PROSE.format('winter')}</p></figure>") == PLAIN


@pytest.mark.parametrize(
    "within",
    [
        "<aside><h3>Related</h3>"
        + "".join(
            f"<p><a href='{number}'>The council rejects plan {number} of the northern fleet</a></p>"
            for number in range(5)
        )
        + "</aside>",
        f"<aside><p>“{PROSE.format('April')}”</p></aside>",
        f'<aside class="newsletter-box">{BOX}</aside>',
        f"<aside>{BOX}<form><input name='mail'></form></aside>",
        "<aside><p>Nine boats lie in Tarn.</p></aside>",
        "<figure><img src='a.jpg'><figcaption>Tarn</figcaption></figure>",
        "<a href='b'><figure><figcaption>The council rejects the plan once more</figcaption>"
        "</figure></a>",
    ],
    ids=["links", "words set off", "newsletter", "form", "short", "short caption", "teaser"],
)
def test_what_is_of_the_page_is_left_out(within: str) -> None:
    assert page(within) == PLAIN


def test_a_box_beside_the_article_is_left_out() -> None:
    assert page("", f"<aside>{BOX}</aside>") == PLAIN


def test_many_boxes_in_boxes_are_read_within_the_limits() -> None:
    deep = "<aside>" * 150 + BOX + "</aside>" * 150
    assert PROSE.format("March") in page(deep)
    many = "".join(f"<aside><p>{PROSE.format(number)}</p></aside>" for number in range(300))
    assert PROSE.format("March") in page(many)
