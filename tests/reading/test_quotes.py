# ruff: noqa: E501  (one case a line)
"""Quotations, their kinds and speakers, in sentences made up about made-up talks."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import KnownName, QuoteSuggestion, suggest

DAY = Edtf.parse("2015-06-10")


def read(text: str, *names: KnownName) -> tuple[QuoteSuggestion, ...]:
    return suggest(text, DAY, names).quotes


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read(text) if quote.kind == "speech"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The mayor said, "We accept."', "We accept."),
        ("The mayor said, “We accept.”", "We accept."),
        ("Der Minister sagte: „Wir nehmen an.“", "Wir nehmen an."),
        ("Le ministre a dit : «Nous acceptons.»", "Nous acceptons."),
        ("市長は「受け入れる」と述べた。", "受け入れる"),
        ("The mayor said: ‘The boys’ club can’t close.’", "The boys’ club can’t close."),
        ("The mayor said: 'It can't close.'", "It can't close."),
        ("The mayor said, ``We accept.''", "We accept."),
        ("The mayor said, ''We accept.''", "We accept."),
        ("''We can't wait,'' said the mayors' envoy.", "We can't wait,"),
        ("The mayor said, \u201cWe accept,\u201d in \u201890s style.", "We accept,"),
    ],
)
def test_words_between_marks_of_every_kind(text: str, words: str) -> None:
    assert [quote.text for quote in read(text)] == [words]


def test_apostrophes_are_no_quotation_marks() -> None:
    assert read("The ships’ crews don’t trust the ministers' word, and 'tis a pity.") == ()


def test_a_quote_within_a_quote_is_kept_apart_from_the_speech() -> None:
    found = read("“They call it ‘the cod line’ at home,” said Anna Berg.")
    assert [(quote.kind, quote.text) for quote in found] == [
        ("speech", "They call it ‘the cod line’ at home,"),
        ("term", "the cod line"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("“We accept the quota,” said Anna Berg, the fisheries minister.", "Anna Berg", "cue after"),
        ("“We accept the quota,” Fisheries Minister Anna Berg said on Monday.", "Anna Berg", "cue after"),
        ("“Who pays?” asked Anna Berg.", "Anna Berg", "cue after"),
        ("“We accept”, said Anna Berg.", "Anna Berg", "cue after"),
        ("“The nets come first,” according to Anna Berg.", "Anna Berg", "cue after"),
        ("“We were not told,” a senior official in the capital said.", "a senior official", "cue after"),
        ("Anna Berg said: “We accept the quota.”", "Anna Berg", "cue before"),
        ("At a press conference, Berg added that “the quota is fair.”", "Berg", "cue before"),
        ("Anna Berg, who led the talks for years, said “the quota is fair.”", "Anna Berg", "cue before"),
        ("Berg praised the crews, saying, “they kept their word.”", "Berg", "cue before"),
        ("Anna Berg told the port council after a long day that it was “hopeless” to go on.", "Anna Berg", "same sentence"),
    ],
)  # fmt: skip
def test_the_verb_beside_a_quote_names_its_speaker(text: str, speaker: str, rule: str) -> None:
    (quote,) = read(text)
    assert (quote.kind, quote.speaker, quote.rule) == ("speech", speaker, rule)
    assert quote.speaker_start is not None
    assert quote.speaker_end is not None
    assert speaker in text[quote.speaker_start : quote.speaker_end]


def test_somebodys_envoy_with_a_name_is_not_the_one_who_spoke_before() -> None:
    text = (
        '"We will wait," said Ada Berg, the minister of Norrland.\n\n'
        'Sudmark was as firm. "We will not," its envoy Tom Lind said on Friday.'
    )
    assert [quote.speaker for quote in read(text)] == ["Ada Berg", "Tom Lind"]


def test_he_is_the_man_who_spoke_before_and_not_one_named_inside_the_quote() -> None:
    text = (
        "Professor Karl Lund of the Harbour Institute told reporters the deal was close.\n\n"
        "“When Ole Moe met Per Dahl in March, both gave way,” he said."
    )
    (quote,) = read(text)
    assert (quote.speaker, quote.rule) == ("Karl Lund", "cue after")
    assert text[quote.speaker_start : quote.speaker_end] == "he"


def test_an_answer_is_given_by_the_one_who_was_asked() -> None:
    text = (
        "Envoy Karl Lund arrived first. A reporter, Ida Holm, asked Anna Berg about the nets.\n\n"
        "“They are legal,” the minister replied."
    )
    assert speakers(text) == ["Anna Berg"]


def test_a_description_points_back_at_the_subject_before() -> None:
    text = (
        "Committee chairman Karl Lund was doubtful.\n\n“It will not pass,” the senator suggested."
    )
    assert speakers(text) == ["Karl Lund"]


def test_a_quote_taken_up_in_the_next_paragraph_has_its_speaker_there() -> None:
    text = (
        "“The season is over for these talks.”\n\n"
        "Two days after this remark by Minister Anna Berg, the boats stayed in port."
    )
    assert [(quote.speaker, quote.rule) for quote in read(text)] == [
        ("Anna Berg", "paragraph after")
    ]


def test_a_quote_led_in_by_the_paragraph_before_has_its_speaker_there() -> None:
    text = (
        "Anna Berg explained the plan in a radio interview.\n\n“Every boat keeps half its catch.”"
    )
    assert [(quote.speaker, quote.rule) for quote in read(text)] == [
        ("Anna Berg", "paragraph before")
    ]


def test_a_second_sentence_in_quotes_goes_on_with_the_same_speaker() -> None:
    text = "“We accept the quota,” said Anna Berg. “The boats will sail tomorrow at dawn.”"
    assert [(quote.speaker, quote.rule) for quote in read(text)] == [
        ("Anna Berg", "cue after"),
        ("Anna Berg", "continuation"),
    ]


def test_a_speech_over_two_paragraphs_is_two_quotes_of_one_speaker() -> None:
    text = "Anna Berg said: “The quota is fair.\n\n“And the boats will sail tomorrow.”"
    assert [(quote.text, quote.speaker) for quote in read(text)] == [
        ("The quota is fair.", "Anna Berg"),
        ("And the boats will sail tomorrow.", "Anna Berg"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fishermen call this “ghost gear” and hate it.", "term"),
        ("The so-called “cod line” runs north of the bank.", "term"),
        ("The treaty contains the phrase “equal access to the bank.”", "document"),
        ("The joint statement says “both sides keep the bank open.”", "document"),
        ("She wrote a book titled “The Last Herring” about it.", "title"),
        ("The report raised matters such as: “Who shall count the fish in winter?”", "question"),
        ("In the port they saw the deal as a “sell-out,” the crews stayed away.", "term"),
    ],
)
def test_marks_that_are_not_speech(text: str, kind: str) -> None:
    assert [quote.kind for quote in read(text)] == [kind]


def test_a_denied_word_is_not_speech() -> None:
    (quote,) = read("The Norse text did not say “forever” at all.")
    assert quote.kind == "term"


def test_a_list_of_a_documents_words_is_of_one_kind() -> None:
    found = read(
        "The statement has lines such as: “open the bank”; “count the nets”; and “no fee.”"
    )
    assert [quote.kind for quote in found] == ["document"] * 3


def test_a_closing_mark_alone_is_shown_as_one() -> None:
    found = read("The port will never agree to this.” But the crews may.")
    assert [(quote.kind, quote.text) for quote in found] == [
        ("orphan", "The port will never agree to this.")
    ]


def test_an_opening_mark_alone_is_shown_as_one() -> None:
    (quote,) = read("The port said “never, and went home.\n\nThe crews stayed.")
    assert (quote.kind, quote.text) == ("orphan", "never, and went home.")


def test_the_speaker_is_tied_to_the_known_actor() -> None:
    names = (KnownName("berg", "Anna Berg"), KnownName("port", "the Port"))
    assert [quote.actor for quote in read("“Yes, we do,” said Anna Berg.", *names)] == ["berg"]
    assert [quote.actor for quote in read("“Yes, we do,” said Karl Lund.", *names)] == [""]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The new minister, Anna Berg, said the deal was “fair to both.”", "Anna Berg"),
        ("“We agree,” said the minister, Anna Berg.", "Anna Berg"),
        ("A U.S. official said the mood was “very good.”", "A U.S. official"),
        ("The Harbour News quoted Berg as saying that “the bank is open.”", "Berg"),
        ("“The bank is open,” Berg was quoted as saying on Monday.", "Berg"),
        ("Berg: “There will be no more talks.”", "Berg"),
        ("According to Anna Berg, the deal is “dead.”", "Anna Berg"),
        ("The ministry said it “regrets” the delay.", "The ministry"),
        (
            "Anna Berg, a lawyer who led the talks, was late. Karl Lund, who argued that it was “no use,” left.",
            "Karl Lund",
        ),
        (
            "Berg was backed by Karl Lund, a shipowner, who declared on the quay: “We sail at dawn.”",
            "Karl Lund",
        ),
        ("When the council asked for more, Berg fired back angrily: “Not one net!”", "Berg"),
        ("Beijing declined to comment on what it called “gossip.”", "Beijing"),
        (
            "The Kremlin said it was “ready.” Prime Minister Anna Berg of Norland was not.",
            "The Kremlin",
        ),
        ("“We wait,” said a spokesman for Anna Berg.", "a spokesman for Anna Berg"),
        ("“We wait,” an aide to President Anna Berg said.", "an aide to President Anna Berg"),
        ("“We wait,” said U.S. Secretary of State Ole Moe.", "Ole Moe"),
        ("“We wait,” said the envoy, Karl de Moe.", "Karl de Moe"),
        ("“We wait,” said President Omar al-Moe.", "Omar al-Moe"),
        ("But Anna Berg said it was “too late.”", "Anna Berg"),
        ("Asked which bank was best, he demurred: “The one with fish.”", "he"),
        ("The crews were “dead lucky” this time, Berg said on the quay.", "Berg"),
        ("Critics argue that the quota is “a licence to starve.”", "Critics"),
        ("Berg referred to Lund as “a bright young man” at the close.", "Berg"),
        (
            "Norport (HNA) – Minister Anna Berg rebuked the port, saying it was “blind” to need.",
            "Anna Berg",
        ),
        (
            "Monday at the fish hall, after the vote, Mayor Karl Lund said, “We have a deal.”",
            "Karl Lund",
        ),
        ("First, Anna Berg warned the port of “hunger.”", "Anna Berg"),
        ("“You know how it goes,” Berg went on, waving at the boats.", "Berg"),
        ("“Nobody asked the crews about it” Berg said.", "Berg"),
        ("“He always said to me, ‘Anna, you are the captain,’ ” Berg said.", "Berg"),
        ('“We will wait for the ice," said Anna Berg.', "Anna Berg"),
        ("The deal had been “a trap,” the skippers alleged.", "the skippers"),
        ("Said one of the skippers: “We sail at dawn.”", "one of the skippers"),
        ("“We wait,” the mayor’s aide in the herring talks, Karl Lund, told us.", "Karl Lund"),
        ("The envoy of the council to the bank (ECB), Anna Berg, said it was “open.”", "Anna Berg"),
        ("Anna Berg, special envoy to the bank said the nets were “empty.”", "Anna Berg"),
        ("OSLO: Port envoy to the bank, Anna Berg, said the nets were “empty.”", "Anna Berg"),
        (
            "Anna Berg said the bank was “shut for good,” according to the Harbour Agency.",
            "Anna Berg",
        ),
        ("It followed a post from the embassy that said, “We wait.”", "the embassy"),
        (
            "Berg has threatened the port that the price to keep the treaty “will rise.”",
            "Berg",
        ),
    ],
)
def test_who_spoke_when_the_words_stand_in_another_order(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_all_quotes_of_a_sentence_are_of_the_one_named_at_its_end() -> None:
    text = "The plan was “blind” to need and the fee “a bad joke,” Anna Berg said."
    assert speakers(text) == ["Anna Berg"] * 2


def test_an_office_of_a_state_is_the_one_person_who_holds_it_there() -> None:
    text = (
        "Danish Foreign Minister Anna Berg met Danish Deputy Mayor Karl Lund and Swedish Foreign "
        "Minister Ole Moe. “We wait,” the Danish foreign minister said."
    )
    assert speakers(text) == ["Anna Berg"]


def test_it_is_no_person_and_they_are_several() -> None:
    text = (
        "According to the statement, Mayor Anna Berg will see the crews. “The bank is open,” it "
        "said.\n\nThe skippers met Karl Lund at noon. “We wait,” they said."
    )
    assert speakers(text) == ["the statement", "skippers"]


def test_an_office_set_before_its_holder_means_him_later() -> None:
    text = "The envoy of the port council to the bank, Anna Berg, left. “We wait,” the envoy said."
    assert speakers(text) == ["Anna Berg"]


@pytest.mark.parametrize(
    ("headline", "kind", "speaker"),
    [
        ("Lund says herring talks are ‘over’ for good", "speech", "Lund"),
        ("Port envoy: ‘We wait for the ice’ after talks", "speech", "Port envoy"),
        ("Skippers in search of the ‘lost bank’", "term", None),
        ("Evening in the ‘Harbour Hour’ studio", "title", None),
    ],
)
def test_words_of_somebody_in_a_headline(headline: str, kind: str, speaker: str | None) -> None:
    (quote,) = read(f"{headline}\n\nThe talks of the two ports about herring broke down at noon.")
    assert (quote.kind, quote.speaker) == (kind, speaker)


def test_a_paragraph_that_opens_with_a_mark_goes_on_where_somebody_spoke() -> None:
    text = "Anna Berg said the crews were safe.\n\n“They are all home by now.\n\nThe port was full."
    assert speakers(text) == ["Anna Berg"]
    (quote,) = read("The port was full.\n\n“They are all home by now.\n\nThe night was calm.")
    assert quote.kind == "orphan"


def test_a_quote_with_its_stop_outside_ends_its_sentence() -> None:
    found = read("They drew up the «list of nets». «The bank is open to all», Anna Berg told us.")
    assert [(quote.kind, quote.speaker) for quote in found][1:] == [("speech", "Anna Berg")]


def test_a_quote_over_two_paragraphs_is_of_the_one_named_after_it() -> None:
    text = 'Karl Lund warned of ice.\n\n"The bank is open to all.\n\nBut not for long," Anna Berg said.'
    assert set(speakers(text)) == {"Anna Berg"}


def test_a_short_exclamation_goes_on_with_the_speaker() -> None:
    assert speakers("“It is a fair deal,” said Anna Berg. “Very fair!”") == ["Anna Berg"] * 2


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Anna Berg and Karl Lund said in a joint statement that “the bank is open.”", "Anna Berg, Karl Lund"),
        ("“The bank is open,” said Anna Berg and Karl Lund in a joint statement.", "Anna Berg, Karl Lund"),
        ("“The bank is open,” Minister Anna Berg, Karl Lund and the mayor said.", "Anna Berg, Karl Lund, the mayor"),
        ("“The bank is open,” said Anna Berg, Karl Lund, and Ole Moe.", "Anna Berg, Karl Lund, Ole Moe"),
        ("In a joint statement, Norland and Sudmark said the bank was “open to all.”", "Norland, Sudmark"),
        ("“The bank is open,” said Anna Berg and Karl Lund agreed.", "Anna Berg"),
        ("“We will wait,” said Anna Berg, the mayor, and sat down.", "Anna Berg"),
        ("Ida Holm praised Anna Berg and Karl Lund said: “We will wait.”", "Karl Lund"),
    ],
)  # fmt: skip
def test_those_who_speak_together_are_all_named(text: str, together: str) -> None:
    (quote,) = read(text)
    assert ", ".join([quote.speaker or "", *quote.others]) == together


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will wait,” said the ministry's spokesman.", "the ministry's spokesman"),
        ("“We will wait,” said the head of the delegation, Ole Moe.", "Ole Moe"),
        ("“We will wait,” said the two ministers.", "the two ministers"),
        ("“We will wait,” said a source close to the talks.", "a source"),
        ("“We will wait,” said the deputy head of the port authority.", "the deputy head of the port authority"),
    ],
)  # fmt: skip
def test_a_speaker_without_a_name_is_called_as_in_the_text(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


BEFORE = "“The nets are legal,” said Anna Berg.\n\n"


@pytest.mark.parametrize(
    "after",
    [
        "\n\nThat was how Karl Lund, a skipper, put it.",
        "\n\nThose were the words of Karl Lund, a skipper.",
        " So said Karl Lund, a skipper.",
        "\n\nThus spoke Karl Lund in the port on Monday.",
        " Those were Karl Lund’s words on Monday.",
        " It was Karl Lund who said so.",
        "\n\nWith these words, Karl Lund opened the talks.",
        "\n\nThe words are those of Karl Lund, who led the talks.",
        "\n\nThat is what Karl Lund told the crews on Monday.",
    ],
)
def test_a_quote_is_of_the_one_a_sentence_after_it_tells(after: str) -> None:
    assert speakers(f"{BEFORE}“We shall burn them all.”{after}") == ["Anna Berg", "Karl Lund"]


def test_who_was_speaking_is_told_after_a_quote_where_nobody_spoke_before() -> None:
    after = "“We shall burn them all.”\n\nKarl Lund, a skipper, was speaking at the fish hall."
    assert speakers(f"The bank was shut.\n\n{after}") == ["Karl Lund"]
    assert speakers(BEFORE + after) == ["Anna Berg", "Anna Berg"]


@pytest.mark.parametrize(
    "after",
    [
        "That was not what Karl Lund wanted.",
        "That was how Karl Lund lost his boat.",
        "Karl Lund was waiting at the fish hall.",
        "Those words angered Karl Lund.",
        "With these nets, Karl Lund went to sea.",
    ],
)
def test_somebody_who_comes_up_after_a_quote_did_not_say_it(after: str) -> None:
    assert speakers(f"{BEFORE}“We shall burn them all.”\n\n{after}") == ["Anna Berg"] * 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“The bank is open.\n\n“It will not be so for long,” said Karl Lund.", 2),
        ("\"The bank's open.\n\n\"It won't be so for long,\" said Karl Lund.", 2),
        ("'The bank's open.\n\n'It won't be so for long,' said Karl Lund.", 2),
        ("“The bank is open.\n\n“The port is not.\n\n“It never was,” said Karl Lund, a skipper.", 3),
        ("“The bank is open.\n\n“It is not safe.”\n\nSo said Karl Lund.", 2),
        ("Karl Lund said: “The bank is open.\n\n“It will not be so for long.”", 2),
        ("Karl Lund said: ‘The bank’s open.\n\n‘It won’t be so for long.’", 2),
        ("Karl Lund told the port:\n\n“The bank is open.\n\n“It will not be so for long.”", 2),
        ("Karl Lund, a skipper, disagreed.\n\n“The bank is open.\n\n“It is not safe,” he said.", 2),
    ],
)  # fmt: skip
def test_each_paragraph_of_one_speech_is_of_the_one_named_at_either_end(
    text: str, names: int
) -> None:
    assert speakers(BEFORE + text) == ["Anna Berg", *["Karl Lund"] * names]


def test_a_speech_that_was_closed_is_not_of_the_one_named_after_the_next() -> None:
    text = f"{BEFORE}“The bank is open.”\n\n“It will not be so for long,” said Karl Lund."
    assert speakers(text) == ["Anna Berg", "Anna Berg", "Karl Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "The crews left on Monday.”The talks failed,” Karl Lund said.",
        'The crews left on Monday."The talks failed," Karl Lund said.',
        "The crews left on Monday. ”The talks failed,“ Karl Lund said.",
        "“The talks failed,“ Karl Lund said.",
        "„The talks failed,“ Karl Lund said.",
        "»The talks failed,« Karl Lund said.",
        "“The talks failed,’’ Karl Lund said.",
        "‘‘The talks failed,’’ Karl Lund said.",
        "“The talks failed,'' Karl Lund said.",
        "The crews left. ‘The talks failed,' Karl Lund said.",
    ],
)
def test_marks_that_were_mixed_up_still_hold_the_words(text: str) -> None:
    assert [(quote.text, quote.speaker) for quote in read(text)] == [
        ("The talks failed,", "Karl Lund")
    ]


def test_a_mark_that_opens_is_no_end_of_the_words_before_it() -> None:
    found = read("“We wait, she wrote. She called it “the long night” and left the port.")
    assert [quote.text for quote in found if quote.kind != "orphan"] == ["the long night"]


@pytest.mark.parametrize(("first", "last"), [("“", "”"), ('"', '"')])
def test_a_mark_never_closed_takes_no_speech_after_it_in(first: str, last: str) -> None:
    text = f"She said {first}we wait and left. {first}We go now,{last} said Karl Lund."
    assert [(quote.kind, quote.text, quote.speaker) for quote in read(text)] == [
        ("orphan", "we wait and left. ", None),
        ("speech", "We go now,", "Karl Lund"),
    ]


def test_a_sentence_that_says_only_who_spoke_belongs_to_the_quote_before_it() -> None:
    text = "“No,” said Karl Lund. “We wait for the ice to melt.” Anna Berg said."
    assert speakers(text) == ["Karl Lund", "Anna Berg"]
    text = "“No,” said Karl Lund. “We wait for the ice.” Anna Berg was told what he said."
    assert speakers(text) == ["Karl Lund", "Karl Lund"]


def test_a_speech_amid_which_the_text_breaks_off_is_somebodys() -> None:
    text = "The mayor left. Karl Lund said: “The talks have failed and the crews will"
    assert speakers(text) == speakers(text + "…") == ["Karl Lund"]
    assert speakers("Karl Lund said: “The talks failed.\n\n“The crews will") == ["Karl Lund"] * 2
    assert [quote.kind for quote in read("The port said “never, and went home.")] == ["orphan"]


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("Élodie Marquet", "Marquet"),
        ("Łukasz Brzoza", "Mr. Brzoza"),
        ("Anna Šimková", "Šimková"),
        ("Jorrit de Waal", "Mr. de Waal"),
        ("Mina von Torsten", "Ms. von Torsten"),
        ("Jorrit de Waal", "De Waal"),
    ],
)
def test_a_name_given_short_is_that_of_the_person_named_before(name: str, later: str) -> None:
    text = f"The envoy {name} left the port on Monday.\n\n“The bank is closed,” {later} said.\n"
    assert speakers(text) == [name]
    assert [one.name for one in suggest(text, DAY).names if one.kind == "person"] == [name]


def test_a_short_name_is_nobody_else_s() -> None:
    text = "The envoy Jorrit de Waal left.\n\n“The bank is closed,” Mr. de Groot said.\n"
    assert speakers(text) == ["de Groot"]
