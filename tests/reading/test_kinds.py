"""What words in marks are when nobody said them: a summary, a question, a document's words."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import QuoteSuggestion, suggest

DAY = Edtf.parse("2015-06-10")


def read(text: str) -> tuple[QuoteSuggestion, ...]:
    return suggest(text, DAY).quotes


@pytest.mark.parametrize(
    "text",
    [
        "The message, in short: “Pay first, talk later.”",
        "The message from the port was clear: “Pay first, talk later.”",
        "The ministry’s message, in short, was “pay first, talk later”.",
        "From the capital came a clear message: “Pay first, talk later.”",
        "The signal to the crews was unmistakable: “Stay home.”",
        "To paraphrase Anna Berg: “No water, no deal.”",
        "Paraphrasing the old skipper, “a net is only as good as its knots”.",
        "He shrugged, as if to say “so what?”",
        "They shook their heads as though saying “not again”.",
        "It was as if the port had said: “Drown, for all we care.”",
        "His silence seemed to say: “I told you so.”",
        "The vote was a way of saying “we are still here”.",
        "By leaving early the envoy was as good as saying: “There is nothing left to discuss.”",
        "In effect the ministry was saying “pay or leave”.",
        "In effect, Berg is saying, “We will not pay.”",
        "The ministry was in effect saying: “Pay or leave.”",
        "The port effectively told the islanders: “Sort it out among yourselves.”",
        "The vote said, in effect, “we have had enough”.",
        "Essentially, the port was saying: “We will never sail under your flag.”",
        "It amounted to “take it or leave it”.",
        "Its answer boiled down to “not now, not ever”.",
        "The position of the port can be summarised thus: “No dam without a treaty.”",
        "The logic is “whoever holds the dam holds the valley”.",
        "The thinking goes: “If we wait, they will fold.”",
        "“If we wait, they will fold,” the thinking goes in the port.",
        "“Pay first, talk later” was the message from the capital.",
        "“If they pay, we talk” – that was the logic.",
        "The reply was essentially: “Not this year.”",
        "The port’s stance, roughly, is: “You may fish, but not here.”",
        "What the minister meant was “pay first”.",
        "In other words: “Not this year.”",
        "Or, in a nutshell: “Fish for fuel.”",
        "Put simply: “No water, no deal.”",
        "The mood on the quay was “let them come and take it”.",
        "A negotiator might say “we like the draft but they hate it.”",
        "The port used the strike to signal to the capital that “We will not be left out.”",
    ],
)  # fmt: skip
def test_words_the_author_made_up_are_a_summary_and_nobodys(text: str) -> None:
    assert [(quote.kind, quote.speaker) for quote in read(text)] == [("summary", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The message, said Anna Berg, is “pay first, talk later”.",
        "In other words, Anna Berg said, “we keep the fish.”",
        "“In other words, we wait,” said Anna Berg.",
        "Anna Berg said the message was “pay first, talk later”.",
        "Anna Berg told the port: “In short, we wait.”",
        "Anna Berg arrived late. Her message to the crews was blunt: “Stay home.”",
        "Anna Berg’s message was simple: “We will not pay.”",
        "To paraphrase her father, Anna Berg said: “No water, no deal.”",
        "Essentially, said Anna Berg, “it is over”.",
        "Anna Berg summed up the mood: “Nobody trusts anybody.”",
        "Anna Berg put it simply: “No water, no deal.”",
        "Anna Berg said it amounted to “giving away the bank for nothing”.",
        "The logic escaped Anna Berg, who said “it makes no sense.”",
        "The lesson, Anna Berg warned, is “never to trust a calm sea.”",
        "The logic is “pay or leave” and nothing else, Anna Berg said.",
        "Anna Berg went so far as to say: “The talks are over.”",
        "It was “in effect” a ban, Anna Berg said.",
        "Anna Berg said one might say “no.”",
        "One might say, Anna Berg told us, “it is over.”",
    ],
)
def test_words_that_somebody_says_are_no_summary(text: str) -> None:
    assert [(quote.kind, quote.speaker) for quote in read(text)] == [("speech", "Anna Berg")]


@pytest.mark.parametrize(
    "text",
    [
        "It amounted to “collective punishment” for the crews.",
        "It comes down to “trust” in the end.",
        "The theory of “two banks” is old.",
        "The logic of “fish for fuel” fell apart.",
        "The policy is known as “strategic patience” in the port.",
        "The question of “ghost nets” was left open.",
        "Talks on the “line question” went on.",
        "Is it “all or nothing”?",
    ],
)
def test_the_name_of_a_thing_is_a_term_whatever_is_said_of_it(text: str) -> None:
    assert [quote.kind for quote in read(text)] == ["term"]


def test_a_reply_summed_up_by_the_author_is_somebodys_but_not_to_the_letter() -> None:
    text = "Anna Berg spoke next. Her reply can be summarized as follows.\n\n“We will not pay.”"
    (quote,) = read(text)
    assert (quote.kind, quote.speaker, quote.rule) == ("speech", "Anna Berg", "summarized")


@pytest.mark.parametrize(
    "text",
    [
        "The question is, “Who will pay?”",
        "The question now is “who will pay for the nets?”",
        "The key question for the port is “how long can the fleet wait?”",
        "This raises the question, “Who speaks for the islands?”",
        "“Who pays?” is the question everybody avoids.",
        "One must ask: “Who gains from delay?”",
        "So we have to ask, “Was it worth it?”",
        "We should be asking ourselves: “Is the dam worth a war?”",
        "Ask any skipper in the port: “Was it worth it?”",
        "Sceptics may ask: “Was it worth it?”",
        "One may wonder, “Why now?”",
        "I asked him: “Was it worth it?”",
        "The poll asked: “Should the port keep the bank?”",
        "A referendum asked islanders, “Should the bridge be built?”",
        "Voters were asked, “Should the port keep the bank?”",
        "When asked “Do you trust the port?”, most crews said no.",
        "The survey’s question was “Should the dam be opened before winter?”",
        "The referendum question – “Should the bridge be built?” – was disputed.",
    ],
)
def test_a_question_of_the_author_or_a_poll_is_nobodys(text: str) -> None:
    assert [(quote.kind, quote.speaker) for quote in read(text)] == [("question", None)]


def test_two_questions_of_one_sentence_are_both_the_authors() -> None:
    found = read("The real question is not “who won?” but “who will pay?”")
    assert [quote.kind for quote in found] == ["question", "question"]


@pytest.mark.parametrize(
    "text",
    [
        "“Who will pay?” asked Anna Berg.",
        "Anna Berg asked: “Who will pay?”",
        "Anna Berg asked the council, “Who will pay?”",
        "The question now, Anna Berg said, is “who pays”.",
        "The question, said Anna Berg, is “who will pay for the nets?”",
        "Anna Berg said the question was “who will pay?”",
        "Anna Berg put the question bluntly: “Who pays?”",
        "Anna Berg’s question was blunt: “Who pays?”",
        "Answering a question, Anna Berg said: “Who pays is not for me to say.”",
        "Anna Berg wondered aloud: “Who would sail in such a storm?”",
        "Anna Berg went on to ask: “Who pays?”",
        "Asked about the nets, Anna Berg said, “Who knows?”",
    ],
)
def test_a_question_that_somebody_asks_is_speech(text: str) -> None:
    assert [(quote.kind, quote.speaker) for quote in read(text)] == [("speech", "Anna Berg")]


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("The report says the fleet is “too large for the bank.”", "The report"),
        ("“The fleet is too large for the bank,” the report said.", "the report"),
        ("The plan calls for a “gradual opening” of the bank.", "The plan"),
        ("The framework called for a “transitional” fee of two years.", "The framework"),
        ("The letter states that “no boat shall sail.”", "The letter"),
        ("Article 7 says: “No boat shall sail.”", "Article 7"),
        ("“No boat shall sail,” the agreement states.", "the agreement"),
        ("“No boat shall sail,” stipulates the treaty.", "the treaty"),
        ("The fishing analysis (NFA) explains that “no boat shall sail.”", "The fishing analysis"),
        ("“Both keep the bank open,” said a joint statement.", "a joint statement"),
        ("“Both keep the bank open,” says the text of the accord.", "the text of the accord"),
        (
            "A joint statement came at noon. “Both keep the bank open,” it said.",
            "A joint statement",
        ),
        ("The ports signed an agreement calling for “an open bank.”", "an agreement"),
        ("At the port the sign reads “closed for winter.”", "the sign"),
        ("According to the draft, the bank would be “open to all boats.”", None),
        ("Under the text, boats may carry “no more than two nets” each.", None),
        ("The treaty has a clause that “no boat may carry two nets.”", None),
    ],
)
def test_the_words_of_a_document_are_its_own(text: str, document: str | None) -> None:
    assert [(quote.kind, quote.speaker) for quote in read(text)] == [("document", document)]


def test_a_whole_sentence_after_a_documents_is_of_the_same_document() -> None:
    text = "“The fleet is too large,” the report said. “It will not last.”\n\n“Nor will the cod.”"
    found = [(quote.kind, quote.speaker) for quote in read(text)]
    assert found == [("document", "the report")] * 3


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In the report, Anna Berg says the fleet is “too large.”", "Anna Berg"),
        ("Anna Berg, who wrote the report, said the fleet was “too large.”", "Anna Berg"),
        ("Anna Berg called the report “a bad joke.”", "Anna Berg"),
        ("According to the report, Anna Berg told the crews it was “a bad joke.”", "Anna Berg"),
        ("“The report is a bad joke,” Anna Berg said of the statement.", "Anna Berg"),
        ("Critics of the agreement said it was “a sell-out.”", "Critics of the agreement"),
        ("Those behind the plan said it was “a net gain.”", "Those behind the plan"),
        ("Both sides to the treaty called for “calm.”", "Both sides to the treaty"),
        ("“It is a sell-out,” the envoy said of the draft.", "the envoy"),
        ("The ministry said in a statement: “The bank is open.”", "The ministry"),
        ("The port issued a statement on Monday saying the bank was “open to all.”", "The port"),
        ("The ministry was angry. It said the talks were “a farce and a shame.”", "The ministry"),
        ("The plan was “blind” to need, Anna Berg said.", "Anna Berg"),
    ],
)
def test_those_who_speak_of_a_document_are_not_it(text: str, speaker: str) -> None:
    assert [(quote.kind, quote.speaker) for quote in read(text)] == [("speech", speaker)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ports signed an accord (the “Herring Treaty”) in May.", "term"),
        ("The “Joint Herring Commission” refers to four men from each port.", "term"),
        ("Anna Berg insisted on the status of “neighbour” for the islands.", "term"),
        ("The ‘Tarn’ coalition is over", "term"),
        ("‘The Catch’ daily quoted its sources on Monday.", "title"),
        ("The “Standard” newspaper had the story first.", "title"),
        ("The report, “Fishing for Peace”, came out in May.", "title"),
        (
            "The ports took up a “Resolution on Working Standards for boys on Fishing Boats.”",
            "title",
        ),
    ],
)
def test_names_are_terms_and_works_and_papers_have_titles(text: str, kind: str) -> None:
    (quote,) = read(text + "\n\nThe talks went on for a week.")
    assert quote.kind == kind


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A “deeply hurt” Mayor Karl Lund left the hall on Monday.", "Karl Lund"),
        (
            "“No,” said Anna Berg. By closing the port, “Lund knew what he did. It was a threat.”",
            "Anna Berg",
        ),
    ],
)
def test_more_than_a_term_is_speech(text: str, speaker: str) -> None:
    quote = read(text)[-1]
    assert (quote.kind, quote.speaker) == ("speech", speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Berg still “can’t see” a deal on the bank.", "Anna Berg"),
        ("The ministry “strongly rejects” any talk of a ban.", "The ministry"),
        ("Anna Berg made it clear that she would not accept the “so-called line.”", "Anna Berg"),
        ("The ministry requested “explicit assurances” from the port.", "The ministry"),
        ("Karl Lund “will not pay,” Anna Berg said.", "Anna Berg"),
        ("The crews “would be lucky” this time, Anna Berg said.", "Anna Berg"),
        ("Anna Berg had one message: “Drop the deal.”", "Anna Berg"),
        ("Anna Berg spoke up. Her reply was: “Not this year.”", "Anna Berg"),
        ("“Nobody trusts anybody” is how Anna Berg summed up the mood.", "Anna Berg"),
        ("“Nobody trusts anybody” were the words of Anna Berg.", "Anna Berg"),
    ],
)
def test_part_of_a_sentence_is_what_its_subject_says_of_himself(text: str, speaker: str) -> None:
    assert [(quote.kind, quote.speaker) for quote in read(text)] == [("speech", speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "It was a “deeply odd” Monday in the port.",
        "The talks “will not” end soon.",
        "The deal “would” end the ban.",
        "It was clear that the “cod line” would stay.",
        "Karl Lund sought “asylum” in the port.",
        "“Nobody trusts anybody” is the name of his boat.",
    ],
)
def test_part_of_a_sentence_that_nobody_can_have_said_is_a_term(text: str) -> None:
    assert [quote.kind for quote in read(text)] == ["term"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What does the phrase “no toll” mean to the crews?", "term"),
        ("The clause “no toll” binds both ports.", "document"),
        ("The draft omitted the “phase out” of tolls.", "term"),
        ("The draft did not refer to a “toll ban”.", "term"),
        ("The draft refers to a “toll ban” in spring.", "document"),
        ("Berg is avoiding it, and the port did not include a “ban” of tolls.", "term"),
        ("A bank that the crews refer to as “Ormland” is shut.", "term"),
        ("Berg left over what he referred to as “Plan Shut”.", "speech"),
        ("Anna Berg referred to the plan as “a wreck”.", "speech"),
        ("Her speech is called “end of a harbour”.", "title"),
        ("The speech was called “a disgrace” by Anna Berg.", "term"),
        ("All wait, except for “I can sail better than anybody who sails faster.”", "speech"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_words_tells_what_they_are(text: str, kind: str) -> None:
    assert [quote.kind for quote in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In a joint statement, they said “much was done” on tolls.", "document"),
        ("The port wrote a joint statement. They said “much was done” on tolls.", "speech"),
        ("What will the crews do if the port simply says “no” to them?", "summary"),
        ("Asked if tolls would fall, Anna Berg says “no” to that.", "speech"),
        ("Many hide behind phrases such as “I drive a hard bargain” in talks.", "document"),
        ("Many rely on ideas such as “I drive a hard bargain” in talks.", "summary"),
        ("Many rely on ideas such as “hard bargain” in talks.", "term"),
        ("Two pieces were printed (first articles (“Crews meet again in spring,” May 3).", "title"),
    ],
)  # fmt: skip
def test_who_could_have_spoken_tells_what_the_words_are(text: str, kind: str) -> None:
    assert [quote.kind for quote in read(text)] == [kind]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Anna Berg spoke to the crews. Highlights:", "speech"),
        ("The terms of the treaty:", "document"),
    ],
)
def test_long_items_of_a_list_are_of_what_leads_it_in(lead: str, kind: str) -> None:
    items = (
        "- “…the tolls will end in the spring of next year…”\n"
        "- “…the bank stays shut until the crews have been paid”"
    )
    assert [quote.kind for quote in read(f"{lead}\n{items}\nThe port is quiet.")] == [kind] * 2


def test_short_items_of_a_list_are_terms() -> None:
    assert [
        quote.kind
        for quote in read("The crews named three fears:\n- “tolls”\n- “storms”\n- “no pay”")
    ] == ["term"] * 3


def test_a_sentence_after_one_about_a_statement_goes_on_with_its_speaker() -> None:
    text = (
        "Anna Berg said she was “sure of the plan”.\n"
        "In the statement, Anna Berg did not blame the port. “She thanks the crews for their work.”"
    )
    assert [(quote.kind, quote.speaker) for quote in read(text)] == [("speech", "Anna Berg")] * 2
