# ruff: noqa: E501  (one case a line)
"""Who is meant by an office, a description or a pronoun, in made-up reports of made-up talks."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import suggest

DAY = Edtf.parse("2015-06-10")
MET = "Anna Berg and Ole Moe met in Elmira on Monday."


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in suggest(text, DAY).quotes if quote.kind == "speech"]


@pytest.mark.parametrize(
    ("told", "said", "speaker"),
    [
        ("Norland’s mediator, Anna Berg, came.", "the mediator", "Anna Berg"),
        ("The Finnish mediator, former president Anna Berg, came.", "the mediator", "Anna Berg"),
        ("Former Finnish President Anna Berg came.", "the Finnish mediator", "Anna Berg"),
        ("Finnish mediator Anna Berg came.", "the Finnish mediator", "Anna Berg"),
        ("Finnish mediator Anna Berg came.", "the Swedish mediator", "the Swedish mediator"),
        ("Anna Berg, the chief negotiator of the dockers’ union, came.", "the union’s negotiator", "Anna Berg"),
        ("Anna Berg, the chief negotiator of the dockers’ union, came.", "the bank’s negotiator", "the bank’s negotiator"),
        ("Foreign Office spokesperson Anna Berg came.", "the FO spokesperson", "Anna Berg"),
        ("Foreign Office spokesperson Anna Berg came.", "the army spokesperson", "the army spokesperson"),
        ("Foreign Office spokesperson Anna Berg’s briefing was short.", "the spokesperson", "Anna Berg"),
        ("Envoy of the United Nations to Elmira, Anna Berg, came.", "the UN envoy", "Anna Berg"),
        ("Anna Berg, an adviser to the mayor, came.", "the adviser", "Anna Berg"),
        ("Qatar’s Prime Minister Anna Berg came.", "the Qatari premier", "Anna Berg"),
        ("Qatar’s Prime Minister Anna Berg came.", "the Qatar Premier", "Anna Berg"),
        ("Special Rapporteur Anna Berg came.", "the rapporteur", "Anna Berg"),
        ("Trade Commissioner Anna Berg came.", "the commissioner", "Anna Berg"),
        ("Council chair Anna Berg came.", "the chair", "Anna Berg"),
        ("Secretary-General Anna Berg came.", "the secretary-general", "Anna Berg"),
        ("Vice President Anna Berg came.", "the vice president", "Anna Berg"),
    ],
)  # fmt: skip
def test_an_office_is_whoever_the_text_gives_it_to(told: str, said: str, speaker: str) -> None:
    text = f"{told}\n\nOle Moe led the skippers.\n\n“We are close to it,” {said} said."
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "told",
    [
        "The EU’s envoy Anna Berg met the bank’s envoy Ole Moe.",
        "Envoy Anna Berg met Ole Moe, another envoy.",
    ],
)
def test_an_office_of_two_is_nobody_of_another_office(told: str) -> None:
    text = f"{told}\n\nMayor Karl Lund came.\n\n“We are close to it,” the envoy said."
    assert speakers(text)[0] != "Karl Lund"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{MET} “We are close to it,” she said.", "Anna Berg"),
        (f"{MET} “We are close to it,” he said.", "Ole Moe"),
        (f"{MET} “We are close to it,” he said, looking at Berg.", "Ole Moe"),
        ("Mr Roe met Ms Berg on Monday. “We are close to it,” she said.", "Berg"),
        ("Ms Berg met Mr Roe on Monday. “We are close to it,” he said.", "Roe"),
        ("Ole Moe praised the Port Deal Act.\n\n“We are close to it,” he said.", "Ole Moe"),
        ("Ole Moe came. He said the agenda of the port and the Harbour Lions will be “to make the truce last”.", "Ole Moe"),
    ],
)  # fmt: skip
def test_he_and_she_are_a_man_and_a_woman(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_he_is_again_the_man_heard_before_a_woman() -> None:
    text = (
        "Ole Roe met Anna Berg on Monday.\n\n“We are close to it,” said Roe.\n\nBerg came late. “We are"
        " not,” she said.\n\nThe day was long. “We shall see,” he said."
    )
    assert speakers(text) == ["Ole Roe", "Anna Berg", "Ole Roe"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{MET} “We are close to it,” added the diplomat, who asked not to be named.", "the diplomat"),
        (f"{MET}\n\nA senior diplomat came too.\n\n“We are close to it,” the diplomat said.", "the diplomat"),
        (f"{MET}\n\n“We are far,” said a senior diplomat.\n\n“We are close to it,” the diplomat added.", "a senior diplomat"),
        (f"{MET} “We are close to it,” Berg’s spokesman said.", "Berg’s spokesman"),
    ],
)  # fmt: skip
def test_who_is_not_named_is_nobody_named(text: str, last: str) -> None:
    assert speakers(text)[-1] == last


THREE = (
    "Harbour envoy Anna Berg met Defence Minister Ole Roe and union leader Kari Voss on Monday.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“They are lost,” Berg said of Voss and Roe.", "Anna Berg"),
        ("“They are lost,” Berg, standing beside Voss, said.", "Anna Berg"),
        ("Roe was told by Berg: “They are lost for good.”", "Anna Berg"),
        ("Roe’s plan was described by Berg as “a scandal of the first rank”.", "Anna Berg"),
        ("The talks were said last week by Berg to be at a “hard” stage.", "Anna Berg"),
        ("Berg criticised by phone what she called “a scandal of the first rank”.", "Anna Berg"),
        ("“They are lost,” Roe quoted Berg as saying.", "Anna Berg"),
        ("“They are lost,” the agency quoted a source as saying.", "a source"),
        ("“They are lost,” Berg was quoted by the agency as saying.", "Anna Berg"),
        ("“They are lost,” Berg was reported as saying.", "Anna Berg"),
        ("“They are lost,” according to a statement from Voss.", "Kari Voss"),
        ("“They are lost,” a statement from Voss said.", "Kari Voss"),
        ("A statement issued by Voss said: “They are lost for good.”", "Kari Voss"),
        ("In a statement issued by Voss, it said: “They are lost for good.”", "Kari Voss"),
        ("According to the agency, Voss said it was “lost for good”.", "Kari Voss"),
        ("Roe, an aide to the mayor, said that Norland believes “all is lost”.", "Ole Roe"),
        ("Roe said no, and the bank believes “all is lost”.", "the bank"),
        ("Berg spoke to Roe. The latter said: “They are lost for good.”", "Ole Roe"),
        ("Berg spoke to Roe. “They are lost,” said the former.", "Anna Berg"),
        ("Of Voss, Roe, who knows the port, said: “She is lost for good.”", "Ole Roe"),
        ("Hours later, Roe went after Voss, telling the port: “She is lost for good.”", "Ole Roe"),
        ("Speaking in Harbour City, Norland, Roe went after Voss, calling her “lost”.", "Ole Roe"),
        ("In Elmira, Berg, Norland’s envoy, said it was “lost for good”.", "Anna Berg"),
        ("After the Elmira attacks, Roe gave a talk calling it “lost for good”.", "Ole Roe"),
        ("The commission says on its website that “all of it is lost for good”.", "The commission"),
        ("Berg, while speaking of “things that were lost”, smiled.", "Anna Berg"),
        ("Senior captains met and refused the plan. They charged Roe with “losing it all”.", "Senior captains"),
        ("The dockers’ union met on Monday. They said: “They are lost for good.”", "dockers’ union"),
        ("Roe lost. Voss’s visit was to bridge “the gaps that are left,” she tweeted.", "Kari Voss"),
    ],
)  # fmt: skip
def test_whose_words_a_sentence_gives(sentence: str, speaker: str) -> None:
    assert speakers(THREE + sentence) == [speaker]


def test_part_of_a_sentence_is_its_subjects_or_of_who_was_just_heard() -> None:
    text = THREE + (
        "Berg hoped that one of the hardest things would be “the long winter that lies ahead of us all”."
        "\n\n“It is lost,” Voss said. The fleet can only sail when “the ice of the far north is gone at last”."
    )
    assert speakers(text) == ["Anna Berg", "Kari Voss", "Kari Voss"]


def test_a_sentence_that_begins_after_a_quote_tells_nothing_of_it() -> None:
    text = (
        THREE
        + "There is a “hope” in a port “where all of us may fish in peace” In Elmira, Roe said no."
    )
    assert "Ole Roe" not in speakers(text)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("In Harbourtown, N.J., on Friday, Roe went on, saying she would “make a fine head”.", "Ole Roe"),
        ("Tuesday in Birch, Ohio, after the vote, Roe said: “They are lost for good.”", "Ole Roe"),
        ("Voss smiled in Hull, Alabama, with Roe reportedly yelling: “Get out of here!”", "Ole Roe"),
        ("Roe said that he had no chance to read the plan, but called it “lost for good”.", "Ole Roe"),
        ("Roe was asked by the envoy, Per Lund, who backs Voss, “Did you say so?”", "Per Lund"),
        ("Voss said that she and her union believed they had “a way out of it”.", "Kari Voss"),
        ("The group seeks to end the war by what it calls “sane rules for all ports”.", "The group"),
        ("Roe left. Voss’s answer was that “all the ports of the coast should be free”.", "Kari Voss"),
        ("Roe flew to Beijing, which said the plan was “close to done”.", "Beijing"),
        ("The office of Ole Roe said he was “close to done”.", "The office of Ole Roe"),
        ("Shortly after the call, Roe gave out a note saying it was “lost for good”.", "Ole Roe"),
    ],
)  # fmt: skip
def test_what_stands_before_the_subject_is_not_the_speaker(sentence: str, speaker: str) -> None:
    assert speakers(THREE + sentence) == [speaker]


def test_each_of_two_clauses_with_a_participle_has_its_own_speaker() -> None:
    text = (
        THREE + "Both gave a talk, Roe saying he was “very glad” and Voss calling it “a great day”."
    )
    assert speakers(text) == ["Ole Roe", "Kari Voss"]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("union spokeswoman Pia Lund said.", "Pia Lund"),
        ("political scientist Pia Lund told the Harbour Post in late May.", "Pia Lund"),
        ("law experts Pia Lund and Ola Dahl of the Harbour Institute wrote.", "Pia Lund"),
        ("federal prosecutors wrote in a filing.", "federal prosecutors"),
        ("said the woman who came late.", "Anna Berg"),
        ("said the man who came late.", "Ole Moe"),
    ],
)  # fmt: skip
def test_a_trade_needs_no_article(words: str, speaker: str) -> None:
    text = f"{MET}\n\n“They are lost for good,” {words}"
    assert speakers(text) == [speaker]


@pytest.mark.parametrize("words", ["though Berg never said so.", "boats that Berg said were old."])
def test_a_clause_of_its_own_tells_no_speaker(words: str) -> None:
    assert "Anna Berg" not in speakers(f"{MET}\n\n“They are lost for good” {words}")


def test_said_before_a_clause_is_of_the_subject_before_the_quote() -> None:
    text = THREE + "Berg, citing “the old law of the port,” said Roe could go."
    assert speakers(text) == ["Anna Berg"]


def test_the_title_of_a_show_does_not_end_a_speech() -> None:
    text = THREE + "“They are lost,” said Berg on “The Harbour Hour.” “We are all lost.”"
    assert speakers(text)[0] == speakers(text)[-1] == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Trade spokesman Gao Feng spoke. “They are lost for good,” Mr Gao said.", "Gao Feng"),
        ("It was told by one of the Ministry of Trade Gao Feng. Gao Feng was tired. “They are lost,” he said.", "Gao Feng"),
        ("Izzat al-Roe spoke. “They are lost for good,” Roe said.", "Izzat al-Roe"),
        ("Ole Roe came. The port and the Lions promised to wait, Roe said.\n\n“They are lost,” he said.", "Ole Roe"),
        ("Anna Berg said the truce held.\n\nThe special envoy said crews were near. “They are lost,” she said.", "Anna Berg"),
        ("However, Per Lund, manager of the dock, added that the sides were “far apart”.", "Per Lund"),
        ("Ole Roe said he did not have cost estimates but acknowledged: “They are not cheap.”", "Ole Roe"),
    ],
)  # fmt: skip
def test_a_name_is_the_fullest_that_is_told(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_given_name_that_two_bear_is_neither() -> None:
    text = "Anna Berg met Anna Voss on Monday. “They are lost for good,” said Anna."
    assert speakers(text) == ["Anna"]


def test_both_is_no_part_of_a_name() -> None:
    text = THREE + "Roe and Berg both said that it was “lost for good”."
    (quote,) = suggest(text, DAY).quotes
    assert (quote.speaker, quote.others) == ("Ole Roe", ("Anna Berg",))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is over,” he [Berg] said.", "Anna Berg"),
        ("“It is over,” she [sic] said.", "Anna Berg"),
        ("Ole Moe shrugged, “The ferry will wait for us.”", "Ole Moe"),
        ("The two had “useful talks” on the tolls, according to Ole Moe.", "Ole Moe"),
        ("The files show Mr Ole Moe stating his “doubts” about the port.", "Ole Moe"),
        ("Newly released files show Mr Moe stating his “doubts” about the port.", "Moe"),
        ("Ole Moe said in a statement that tolls were high. “We will pay,” the statement said.", "Ole Moe"),
        ("A statement issued by Ole Moe told of tolls. “We will pay,” the statement said.", "Ole Moe"),
        ("The port put out a statement. Ole Moe left. “We will pay,” the statement said.", "the statement"),
        ("A judge in a dispute between the port and Elmira said on Monday that tolls “will fall”.", "A judge"),
        ("Ole Moe left at 9 p.m. Karl Lund said the port was “shut for good”.", "Karl Lund"),
        ("Ole Moe said at 9 p.m. Elmira time that the port was “shut for good”.", "Ole Moe"),
        ("Ole Moe said at 9 p.m. Monday that the port was “shut for good”.", "Ole Moe"),
    ],
)  # fmt: skip
def test_who_speaks_is_told_by_the_words_around(text: str, speaker: str) -> None:
    assert speakers(f"Anna Berg came.\n\n{text}") == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "When Ole Moe arrived, “The Harbour Hour” was on.",
        "The two had a “toll plan”, according to the draft.",
    ],
)
def test_words_that_somebody_stands_beside_are_not_his(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    "place", ["Port Ellis", "Fort Mercer", "Lake Orm", "Mount Orm", "Orm Island"]
)
def test_a_place_of_two_words_is_nobody_who_speaks(place: str) -> None:
    text = f"Crews at {place} met. Officials in {place} said “we will wait”."
    assert speakers(text) == [f"Officials in {place}"]
    assert [name.name for name in suggest(text, DAY).names] == []
    assert speakers(f"The mayor of {place}, Ole Moe, said: “We will wait.”") == ["Ole Moe"]


def test_a_place_of_two_words_that_somebody_is_in_does_not_speak() -> None:
    assert speakers("Officials in Elmira Halm said “we will wait”.") == ["Officials in Elmira Halm"]
    assert speakers("Officials in Mayor Ole Moe’s office said “no”.") != ["Ole Moe"]


@pytest.mark.parametrize("name", ["Anna Lake", "Ole Mount", "Karl Port"])
def test_a_surname_that_places_open_with_is_a_person(name: str) -> None:
    assert speakers(f"“We will wait,” said Captain {name}.") == [name]
    assert speakers(f"Envoy {name} said: “We will wait.”") == [name]


def test_a_surname_after_a_title_may_be_a_place_elsewhere() -> None:
    assert speakers("Mr St. Orm said: “We will wait.”") == ["St. Orm"]
