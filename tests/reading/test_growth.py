"""Work grows no faster than the text: counted in calls, which a busy machine does not change."""

from __future__ import annotations

import pytest

from tests.reading.counting import calls_of
from winset.dates import Edtf
from winset.reading import Codebook, CodedIssue, KnownName, suggest

DAY = Edtf.parse("2015-06-10")
BOOK = Codebook(issues=(CodedIssue("port", "The port", cues=("port", "go*")),))
KNOWN = (KnownName("roe", "Jane Roe"),)
LINES = (
    "5 May 2018 ",
    "last May ",
    "on 5 May\n",
    "Jane Roe ",
    "Jane Roe and Mr Moe. Roe ",
    "Jane Roe met Karl Moe. ",
    "A. ",
    "agreed to ",
    "They met on 5 May. ",
    "Jane Roe agreed with Mr Moe to go by 5 May 2018.\n",
    "Jane Roe said on 5 May that the port would be shut. They signed a deal.\n",
    "the talks in May, ",
    "By Jane Roe\n",
    "ELMIRA, June 3 - Go\n",
    "1,",
    "- ",
    "\n",
    "• The port\n",
    "0:42\nThe port\n",
    "The port of Tarn will be shut in May\n",
    "The quay. Photo: Jane Roe\n",
)


def calls(text: str) -> int:
    return calls_of(lambda: suggest(text, DAY, KNOWN, BOOK))


@pytest.mark.parametrize("line", LINES, ids=repr)
def test_four_times_the_text_is_no_more_than_about_four_times_the_work(line: str) -> None:
    suggest(line * 50, DAY, KNOWN, BOOK)
    assert calls(line * 800) < 5 * calls(line * 200) + 1_000
