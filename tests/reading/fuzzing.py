"""Documents mutated at random, from a seed: `python -m tests.reading.fuzzing SECONDS [SEED]`."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from email.message import EmailMessage

from tests.reading.scoring import passages
from tests.reading.test_documents import pdf
from tests.reading.test_word_and_mail import paragraph, word
from winset.dates import Edtf
from winset.errors import Misuse
from winset.reading import Worker, as_json, read_document, suggest

DAY = Edtf.parse("2015-06-10")
PAGE = (
    b"<!doctype html><html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>"
    + b"The ministers of both ports met for the last time. " * 8
    + b"</p><ul><li>One</li></ul></article></body></html>"
)


def _mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "c@d.example", "Talks"
    message.set_content("The talks ended.")
    message.add_alternative("<p>The talks ended.</p>", subtype="html")
    return bytes(message)


SEEDS = {
    "page.html": PAGE,
    "talks.pdf": pdf("The talks ended.", "They began again."),
    "talks.docx": word(paragraph("The talks ended.") * 3),
    "talks.eml": _mail(),
    "talks.txt": "“No,” said Anna Berg on 3 May 2014.\n".encode() * 20,
}
_PIECES = (
    *("“", "”", "‘", "’", '"', "«", "»", "「", "(", ")", "—", ",", ".", "?", "\n", "\n\n", "\r\n"),
    *(" said ", " that ", " agreed to ", " met ", " the ", "Anna Berg", " May 3, 2014 ", "\u202e"),
    *(
        "\u00a0",
        "\u00ad",
        "\u0301",
        "\ufb01",
        "\n> ",
        "\n    ",
        "\n■\n\n",
        "=" * 9,
        "End of box\n\n",
    ),
    *("\ud800", "\x00", "\ue000", "next year", "three days later", " by ", "A", "漁業", "9" * 50),
)


def mutants(chance: random.Random) -> Iterator[str]:
    """Texts made of passages by cutting, doubling, swapping and strewing in odd pieces."""
    texts = [passage.text for passage in passages()]
    while True:
        text = chance.choice(texts) + chance.choice(texts)
        for _ in range(chance.randrange(1, 30)):
            start = chance.randrange(len(text) + 1)
            end = min(start + chance.randrange(60), len(text))
            new = chance.choice((chance.choice(_PIECES), "", text[start:end] * 2, text[end:start]))
            text = text[:start] + new + text[end:]
        yield text


def broken(data: bytes, chance: random.Random) -> bytes:
    """A file with some bytes changed, lost or doubled."""
    found = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        place = chance.randrange(len(found) + 1)
        match chance.randrange(4):
            case 0:
                found[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[place : place + chance.randrange(40)]
            case 2:
                found[place:place] = found[place : place + chance.randrange(200)]
            case _:
                found[place:place] = chance.choice((b"<", b"\0", b"%PDF", b"]]>", b"\xff\xfe"))
    return bytes(found)


def main(seconds: float, seed: int) -> int:
    """Mutate and read until the time is up; print what was done, raise on the first fault."""
    chance, began, texts, files, refused = random.Random(seed), time.monotonic(), 0, 0, 0
    made = mutants(chance)
    with Worker() as worker:
        while time.monotonic() - began < seconds:
            text = next(made)
            begun = time.process_time()
            as_json(suggest(text, DAY))
            if time.process_time() - begun > 2:
                raise AssertionError(f"seed {seed}: text {texts} took more than two seconds")
            texts += 1
            name = chance.choice(list(SEEDS))
            try:
                read_document(broken(SEEDS[name], chance), name, worker)
            except Misuse:
                refused += 1
            files += 1
    print(f"seed {seed}: {texts:,} texts and {files:,} files read, {refused:,} files refused")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
