# ruff: noqa: E501  (one case a line)
"""Words that name days and what they mean, for a document of Wednesday 10 June 2015."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import suggest

DAY = Edtf.parse("2015-06-10")


def read(text: str, date: Edtf = DAY) -> list[tuple[str, str]]:
    return [(day.text, day.edtf) for day in suggest(text, date).dates]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Signed this 3rd day of May, 2009, at sea.", "3rd day of May, 2009", "2009-05-03"),
        ("They met on 3 May 2014 at sea.", "3 May 2014", "2014-05-03"),
        ("They met on May 3, 2014, at sea.", "May 3, 2014", "2014-05-03"),
        ("They met on the 3rd of May 2014.", "3rd of May 2014", "2014-05-03"),
        ("Signed 2014-05-03 at sea.", "2014-05-03", "2014-05-03"),
        ("Signed 23.5.2014 at sea.", "23.5.2014", "2014-05-23"),
        ("署名は2014年5月3日である。", "2014年5月3日", "2014-05-03"),
        ("They met May 3-5, 2014.", "May 3-5, 2014", "2014-05-03/2014-05-05"),
        ("They met in May 2014.", "May 2014", "2014-05"),
        ("They met in Sept. 2014.", "Sept. 2014", "2014-09"),
        ("The law of 1987 stands.", "1987", "1987"),
        ("The 1987 Herring Treaty stands.", "1987", "1987"),
        ("It was common in the 1970s.", "1970s", "197X"),
        ("A port of the 19th century.", "19th century", "18XX"),
        ("It held from 1998-2004.", "1998-2004", "1998/2004"),
        ("In the winter of 2013 it froze.", "winter of 2013", "2013-24"),
        ("It rose in mid-2013.", "2013", "2013"),
        ("It broke down in the late 1990s.", "1990s", "199X"),
        ("The failed 2013 deal stands.", "2013", "2013"),
        ("The second half of 2014 was calm.", "second half of 2014", "2014-07/2014-12"),
        ("Around 1956 they met.", "1956", "1956~"),
        ("Published: Tue, 03 May 2014 10:22.", "Tue, 03 May 2014", "2014-05-03"),
        ("Signed 2014/05/03 at sea.", "2014/05/03", "2014-05-03"),
        ("It sank 2009, May 3, at sea.", "2009, May 3", "2009-05-03"),
        ("Signed 03/05/2009 at sea.", "03/05/2009", "2009"),
        ("Signed 23-05-2014 at sea.", "23-05-2014", "2014-05-23"),
        ("Signed 3-May-2014 at sea.", "3-May-2014", "2014-05-03"),
        ("It was common in the ’70s.", "70s", "197X"),
        ("A port of the nineteenth century.", "nineteenth century", "18XX"),
        ("It held in 2013/14.", "2013/14", "2013/2014"),
        ("They caught less in Q3 2014.", "Q3 2014", "2014-07/2014-09"),
        ("They caught less in FY2014.", "FY2014", "2014"),
        ("They met on 3/4 May 2014.", "3/4 May 2014", "2014-05-03/2014-05-04"),
        ("They met on May 3, 4 and 5, 2014.", "May 3, 4 and 5, 2014", "2014-05-03/2014-05-05"),
        ("They met 30 May–2 June 2014.", "30 May–2 June 2014", "2014-05-30/2014-06-02"),
        ("They met Dec. 30-Jan. 2, 2014.", "Dec. 30-Jan. 2, 2014", "2013-12-30/2014-01-02"),
        ("The November-January 2014 round failed.", "November-January 2014", "2013-11/2014-01"),
        ("2014 was a bad year for herring.", "2014", "2014"),
        ("2014 – The herring war", "2014", "2014"),
        ("The treaty was signed in 2006.2\nIt stands.", "2006", "2006"),
    ],
)
def test_dates_that_stand_alone(text: str, words: str, edtf: str) -> None:
    assert read(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on May 3 at sea.", "May 3", "2015-05-03"),
        ("They met on May the 3rd at sea.", "May the 3rd", "2015-05-03"),
        ("Earlier in the day they met at sea.", "Earlier in the day", "2015-06-10"),
        ("They met on August 3 at sea.", "August 3", "2014-08-03"),
        ("They will meet on August 3 at sea.", "August 3", "2015-08-03"),
        ("They met in August.", "August", "2014-08"),
        ("At the August talks nothing moved.", "August", "2014-08"),
        ("The talks will open in August.", "August", "2015-08"),
        ("They met last September.", "last September", "2014-09"),
        ("The boat sank last Oct. 23 at sea.", "Oct. 23", "2014-10-23"),
        ("The rates were told in today's papers.", "today", "2015-06-10"),
        ("Last September Anna Berg sailed.", "Last September", "2014-09"),
        ("They meet this June.", "this June", "2015-06"),
        ("They meet next April.", "next April", "2016-04"),
        ("They met on Monday.", "Monday", "2015-06-08"),
        ("They met on Wednesday.", "Wednesday", "2015-06-10"),
        ("They met last Wednesday.", "last Wednesday", "2015-06-03"),
        ("They will meet on Friday.", "Friday", "2015-06-12"),
        ("They met yesterday.", "yesterday", "2015-06-09"),
        ("They met last week.", "last week", "2015-06-01/2015-06-07"),
        ("They met last month.", "last month", "2015-05"),
        ("They met last year.", "last year", "2014"),
        ("They met in February this year.", "February this year", "2015-02"),
        ("They met three months ago.", "three months ago", "2015-03"),
        ("They met two years ago.", "two years ago", "2013"),
        ("They met two weeks ago.", "two weeks ago", "2015-05-27~"),
        ("They met the previous evening.", "the previous evening", "2015-06-09"),
        ("They met some twenty-five years ago.", "twenty-five years ago", "1990~"),
        ("They met half a century ago.", "half a century ago", "1965~"),
        ("It was a decade ago.", "a decade ago", "2005"),
        ("They met in the spring.", "spring", "2015-21"),
        ("They will meet in the spring.", "spring", "2016-21"),
        ("They met this past winter.", "this past winter", "2014-24"),
        ("It opens by the end of the year.", "the end of the year", "2015-12"),
        ("They met on Tuesday of last week.", "Tuesday of last week", "2015-06-02"),
        ("They met earlier in the week.", "earlier in the week", "2015-06-08/2015-06-14"),
        ("They sail two weeks from now.", "two weeks from now", "2015-06-24~"),
        ("The two sides signed it today.", "today", "2015-06-10"),
        ("It failed the year before last.", "the year before last", "2013"),
        ("They met on 30 December last year.", "30 December last year", "2014-12-30"),
        ("They will meet on May 3 next year.", "May 3 next year", "2016-05-03"),
        ("They met in autumn last year.", "autumn last year", "2014-23"),
        ("They met in the first half of this year.", "first half of this year", "2015-01/2015-06"),
        ("They caught less in the fourth quarter.", "fourth quarter", "2014-10/2014-12"),
        ("They will meet in the fourth quarter.", "fourth quarter", "2015-10/2015-12"),
        ("They met at the start of the year.", "the start of the year", "2015-01"),
        ("It opens by the end of the week.", "the end of the week", "2015-06-08/2015-06-14"),
        ("It opens by month’s end.", "month’s end", "2015-06"),
        ("They will meet in the coming week.", "the coming week", "2015-06-15/2015-06-21"),
        ("They met this past week.", "this past week", "2015-06-01/2015-06-07"),
        ("They met over the weekend.", "over the weekend", "2015-06-06/2015-06-07"),
        ("They will meet over the weekend.", "over the weekend", "2015-06-13/2015-06-14"),
        ("Talks will fill the whole weekend.", "the whole weekend", "2015-06-13/2015-06-14"),
        ("They met this past weekend.", "this past weekend", "2015-06-06/2015-06-07"),
        ("They met overnight Sunday-Monday.", "Sunday-Monday", "2015-06-07/2015-06-08"),
        ("They must sign by the new year.", "new year", "2016"),
        ("They met on Boxing Day.", "Boxing Day", "2014-12-26"),
        ("They marched on May Day.", "May Day", "2015-05-01"),
        ("They will meet before Christmas.", "Christmas", "2015-12-25"),
        ("They met in the week of June 3.", "June 3", "2015-06-01/2015-06-07"),
        ("October's talks failed.", "October", "2014-10"),
        ("They met twice (at Tarn, in haste, May).", "May", "2015-05"),
        ("It sails in a month's time.", "a month's time", "2015-07"),
        ("It sails in two weeks’ time.", "two weeks’ time", "2015-06-24~"),
        ("They met two and a half years ago.", "two and a half years ago", "2012~"),
        ("They met a month or so ago.", "a month or so ago", "2015-05~"),
        ("They met half a year ago.", "half a year ago", "2014-12~"),
        ("It failed one year ago today.", "one year ago today", "2014-06-10"),
        ("Updated 08/06/2015 by the harbour.", "08/06/2015", "2015-06-08?"),
        ("Updated 06/08/2015 by the harbour.", "06/08/2015", "2015-06-08?"),
        ("Envoys begin talks today in Tarn.", "today", "2015-06-10"),
        ("Today is a sad day for the fleet.", "Today", "2015-06-10"),
    ],
)
def test_dates_that_lean_on_the_document(text: str, words: str, edtf: str) -> None:
    assert read(text) == [(words, edtf)]
    assert suggest(text, DAY).dates[0].basis == "inferred"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Anna Berg on Tuesday said that the fleet will sail.", "Tuesday", "2015-06-09"),
        ("Berg said that they would look at Monday's ruling.", "Monday", "2015-06-08"),
        ("The fleet has until Friday to leave.", "Friday", "2015-06-12"),
        ("The talks were put off until Friday.", "Friday", "2015-06-12"),
        ("Berg is scheduled to meet the crews on Friday.", "Friday", "2015-06-12"),
        ("Berg will speak later on Wednesday.", "Wednesday", "2015-06-10"),
        ("The duty is to be paid on July 1.", "July 1", "2015-07-01"),
        ("The two ports are far from the July 1 deadline.", "July 1", "2015-07-01"),
        ("Parliament reconvenes July 4.", "July 4", "2015-07-04"),
        ("Ministers asked the ports to a feast at Tarn on July 4.", "July 4", "2015-07-04"),
        ("On July 4 they asked the ports to a feast.", "July 4", "2014-07-04"),
        ("They wrote on Monday, July 7.", "Monday, July 7", "2014-07-07"),
        ("The bank has been shut since 1980. In April they opened it.", "April", "2015-04"),
        ("Talks have run since May 2009. They broke down on March 3.", "March 3", "2015-03-03"),
        ("Under the May 2009 pact none fished. In April they did.", "April", "2015-04"),
        ("They left in January but the truce ends in December.", "December", "2015-12"),
        ("The pact runs out on July 15 and none is ready.", "July 15", "2015-07-15"),
        ("The ports on Monday agreed to meet.", "Monday", "2015-06-08"),
        ("The ports on Monday “agreed to meet” soon.", "Monday", "2015-06-08"),
        ("It was decided to meet again on Friday.", "Friday", "2015-06-12"),
        ("The talks were supposed to end on Friday but go on.", "Friday", "2015-06-05"),
        ("The truce had been due to expire on Friday.", "Friday", "2015-06-05"),
        ("The truce was set to end Sunday night.", "Sunday", "2015-06-07"),
        ("The ports were to sign a treaty on Friday.", "Friday", "2015-06-12"),
        ("They have been at odds since an accord in July.", "July", "2014-07"),
        ("They would not sail after the storms in May.", "May", "2015-05"),
        ("They met in March 2014. Talks are likely in October.", "October", "2015-10"),
        ("Berg hoped to reach a deal by Friday.", "Friday", "2015-06-12"),
        ("They will be at sea until at least October.", "October", "2015-10"),
        ("It must end “in October”. On Monday Berg said it can wait.", "Monday", "2015-06-08"),
        ("Between now and Monday they must agree.", "Monday", "2015-06-15"),
        ("Berg has until Friday to tell them that a boat was found.", "Friday", "2015-06-12"),
        ("Berg was given access to the port next to the bank on Friday.", "Friday", "2015-06-05"),
        ("Talks on the herring war to resume Sunday", "Sunday", "2015-06-14"),
        ("The talks could not go on after Monday.", "Monday", "2015-06-08"),
    ],
)
def test_the_verb_of_its_sentence_tells_whether_a_day_is_past(
    text: str, words: str, edtf: str
) -> None:
    assert (words, edtf) in read(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met in May 2009. Two months prior to that, all was calm.", ["2009-05", "2009-03"]),
        ("They met in November 2009 and again in January of the following year.", ["2009-11", "2010-01"]),
        ("They met in November 2009 and signed in February.", ["2009-11", "2010-02"]),
        ("They met on May 3, 2009. The following day they signed.", ["2009-05-03", "2009-05-04"]),
        ("On May 9, 2009, four days after this remark, they met.", ["2009-05-09", "2009-05-05"]),
        ("On May 9, 2009, a day after Berg left, they met.", ["2009-05-09", "2009-05-08"]),
        ("They met on May 4, 2009. Earlier in the day all was calm.", ["2009-05-04", "2009-05-04"]),
        ("They met on May 4, 2009. The following Friday they signed.", ["2009-05-04", "2009-05-08"]),
        ("They met on May 4, 2009. A year later they signed.", ["2009-05-04", "2010"]),
        ("They met in May 2009. The month before, all was calm.", ["2009-05", "2009-04"]),
        ("They met on May 4, 2009, and later that week they signed.", ["2009-05-04", "2009-05-04/2009-05-10"]),
        ("In 2009 they met in May, and the next month they signed.", ["2009", "2009-05", "2009-06"]),
        ("They met on May 4, 2009. Next morning they sailed.", ["2009-05-04", "2009-05-05"]),
        ("They met on May 4, 2009. The day after that they sailed.", ["2009-05-04", "2009-05-05"]),
        ("1999: May 3: They met.\n\nJune 5: They signed.", ["1999-05-03", "1999-06-05"]),
        ("1999\n\nMay 3 - They met.\n\nJan 5 - They signed.", ["1999", "1999-05-03", "2000-01-05"]),
        ("1989 – The Tarn treaty\n\nEnvoys gather in November.", ["1989", "1989-11"]),
        ("It ran out in May 2009; they first met that January.", ["2009-05", "2009-01"]),
        ("It ran out in May 2009; they had met that winter.", ["2009-05", "2009-24"]),
        ("It ends on Friday, they said later in the day.", ["2015-06-12", "2015-06-10"]),
        ("They met last September and hoped to sign within that year.", ["2014-09", "2014"]),
    ],
)  # fmt: skip
def test_dates_that_lean_on_the_one_before(text: str, values: list[str]) -> None:
    assert [edtf for _, edtf in read(text)] == values


def test_a_year_that_is_part_of_a_name_leads_nothing() -> None:
    assert read("Under the 1987 Herring Treaty they met in May.")[-1] == ("May", "2015-05")


def test_a_date_somebody_speaks_of_leads_nothing() -> None:
    text = "“We signed in March 2001,” said Anna Berg. They met again in May."
    assert read(text)[-1] == ("May", "2015-05")


@pytest.mark.parametrize(
    "text",
    [
        "We may meet, and they may not; it may be so.",
        "The crews march on the port, and March on the port again.",
        "After six decades they were where they began, for 73 years.",
        "It cost 2014 dollars, and 1,956 people came; 1500 tons and 2000 km.",
        "Call 555-2014-33 or pay $1999 for room 2012.",
        "Theresa May said no to April Jones.",
        "The second of three, and on the 40 May.",
        "The crews of today are strong, and it is so today; even today it stands.",
        "They meet every Monday and each June.",
        "It began at noon (1200 GMT) with 1800 boats.",
        "The fall of the port and spring water in a cup.",
        "Berg said that March was long and that May agreed.",
        "The Good Friday Accord stands, and so do Bloody Sunday and the Sunday Times.",
        "The port is open Monday-Friday.",
        "They will meet in the coming days, and met in recent weeks over the past year.",
        "Happy Christmas to all! The Christmas tree fell.",
        "Happy New Year, and a new year of talks.",
        "It serves today’s world and the ports of today.",
        "Nobody works on a weekend; weekends are long.",
        "In its third-quarter report the first quarter of the moon is shown.",
        "The 99/99/2014 and 2014-13-45 were typed in error.",
    ],
)
def test_words_and_figures_that_are_no_dates(text: str) -> None:
    assert read(text) == []


def test_words_quoted_are_of_the_day_they_were_said() -> None:
    text = "Berg spoke on Monday. “We have signed it today,” she said. They met again today."
    assert [edtf for _, edtf in read(text)] == ["2015-06-08", "2015-06-08", "2015-06-10"]


def test_days_joined_with_their_year_are_stated() -> None:
    found = suggest("They met May 3-5, 2014, and May 7-8.", DAY).dates
    assert [day.basis for day in found] == ["stated", "inferred"]


def test_on_a_saturday_the_weekend_is_the_one_begun() -> None:
    saturday = Edtf.parse("2015-06-13")
    assert read("They will talk for the whole weekend.", saturday)[0][1] == "2015-06-13/2015-06-14"
    assert read("They met last weekend.", saturday)[0][1] == "2015-06-06/2015-06-07"


def test_a_day_of_the_week_needs_a_document_known_to_the_day() -> None:
    assert read("They met on Friday.", Edtf.parse("2015-06")) == []
    assert read("They met last month.", Edtf.parse("2015-06")) == [("last month", "2015-05")]


def test_an_impossible_day_is_not_proposed() -> None:
    assert read("They met on 31 February 2014, and on February 30.") == []
