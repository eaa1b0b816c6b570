"""From the text of an expression to its tree, or to a message that says what was expected."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from winset.errors import WinsetError
from winset.model.expressions import (
    And,
    Compare,
    Count,
    Expression,
    If,
    Iff,
    Name,
    Not,
    Or,
)
from winset.model.names import (
    LONGEST_NAME,
    NAME_RULE,
    RESERVED,
    composed,
    is_name_character,
)
from winset.problems import nearest_name

if TYPE_CHECKING:
    from lark import Lark, Token
    from lark.exceptions import UnexpectedInput

LONGEST = 10_000
"""Characters an expression may have."""
DEEPEST = 100
"""Levels of parentheses, `not` and the like an expression may have."""

_WORDS = {
    "NAME": "a name",
    "NOT": "'not'",
    "LPAR": "'('",
    "AT": "'at least', 'at most'",
    "EXACTLY": "'exactly'",
    "SIGN": "a comparison such as '='",
    "IN": "'in'",
    "AND": "'and'",
    "OR": "'or'",
    "IF": "'if'",
    "IFF": "'iff'",
    "COMMA": "','",
    "RPAR": "')'",
    "LBRACE": "'{'",
    "RBRACE": "'}'",
    "LEAST": "'least'",
    "MOST": "'most'",
    "OF": "'of'",
    "$END": "the end",
}
_SIGNS = {
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "&": "and",
    "|": "or",
    "¬": "not",
    "!": "not",
    "~": "not",
    "==": "=",
}


class ExpressionError(WinsetError):
    """An expression that cannot be read; `column` counts from 1, 0 when all of it is meant."""

    def __init__(
        self, message: str, column: int = 0, expected: str = "", nearest: str = ""
    ) -> None:
        self.message = message
        self.column = column
        self.expected = expected
        self.nearest = nearest
        place = f"column {column}: " if column else ""
        wanted = f"; expected {expected}" if expected else ""
        meant = f"; did you mean {nearest!r}?" if nearest else ""
        super().__init__(f"{place}{message}{wanted}{meant}")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A name or comparison as it stands in the text, with the columns of its names."""

    node: Name | Compare
    column: int
    option_columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """An expression with the places of its leaves, in the order of the text."""

    expression: Expression
    leaves: tuple[Leaf, ...]
    depth: int = 1


def parse_expression(text: str) -> Expression:
    """The tree of an expression; raises ExpressionError.

    >>> parse_expression("insist if not modify")
    If(then=Name(name='insist'), condition=Not(part=Name(name='modify')))
    """
    return parse_located(text).expression


def parse_located(text: str) -> Parsed:
    """The tree of an expression and where in the text its names stand; raises ExpressionError."""
    from lark.exceptions import UnexpectedInput

    _refuse_excess(text)
    try:
        parsed = cast(Parsed, _parser().parse(text))
    except UnexpectedInput as error:
        raise _explained(text, error) from None
    if parsed.depth > DEEPEST:
        raise _too_deep()
    return parsed


def _refuse_excess(text: str) -> None:
    if not text.strip():
        raise ExpressionError("the expression is empty", expected="for example 'not modify'")
    if len(text) > LONGEST:
        raise ExpressionError(
            f"the expression has {len(text):,} characters",
            expected=f"at most {LONGEST:,}; state it as several shorter ones",
        )
    depth = 0
    for column, character in enumerate(text, start=1):
        depth += (character == "(") - (character == ")")
        if depth > DEEPEST:
            raise _too_deep(column)


def _too_deep(column: int = 0) -> ExpressionError:
    return ExpressionError(
        "the expression is nested too deeply", column, f"at most {DEEPEST} levels"
    )


@cache
def _parser() -> Lark:
    from lark import Lark, Transformer, v_args

    builder = v_args(inline=True)(type("Builder", (Transformer,), dict(_BUILDERS)))
    grammar = files("winset.model").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", transformer=builder(), maybe_placeholders=False)


def _joined(expression: Expression, *pieces: Parsed) -> Parsed:
    leaves = tuple(leaf for piece in pieces for leaf in piece.leaves)
    return Parsed(expression, leaves, 1 + max(piece.depth for piece in pieces))


def _name(_: Any, token: Token) -> tuple[str, int]:
    text, column = str(token), (token.start_pos or 0) + 1
    if token.type == "QUOTED":
        text = text[1:-1].strip()
        if not text:
            raise ExpressionError("the quotes are empty", column, "a name between the quotes")
    else:
        _refuse_odd_characters(text, column)
    if len(text) > LONGEST_NAME:
        raise ExpressionError("the name is too long", column, f"at most {LONGEST_NAME} characters")
    return composed(text), column


def _refuse_odd_characters(text: str, column: int) -> None:
    for offset, character in enumerate(text):
        if not is_name_character(character):
            raise ExpressionError(
                f"{character!r} cannot stand here",
                column + offset,
                f"names of {NAME_RULE}, or a name in quotes",
                _SIGNS.get(character, ""),
            )


def _bare(_: Any, name: tuple[str, int]) -> Parsed:
    node = Name(name[0])
    return Parsed(node, (Leaf(node, name[1]),))


def _comparison(_: Any, issue: tuple[str, int], sign: Token, option: tuple[str, int]) -> Parsed:
    node = Compare(issue[0], str(sign), (option[0],))
    return Parsed(node, (Leaf(node, issue[1], (option[1],)),))


def _membership(_: Any, issue: tuple[str, int], *options: tuple[str, int]) -> Parsed:
    node = Compare(issue[0], "in", tuple(option for option, _ in options))
    return Parsed(node, (Leaf(node, issue[1], tuple(column for _, column in options)),))


def _bound(_: Any, *words: Token) -> str:
    return " ".join(words)


def _count(_: Any, bound: str, number: Token, *pieces: Parsed) -> Parsed:
    column = (number.start_pos or 0) + 1
    if not number.isdecimal() or len(number) > 6:
        raise ExpressionError(
            f"{_short(str(number))} is not a number", column, "a number such as 2"
        )
    if int(number) > len(pieces):
        raise ExpressionError(
            f"{bound} {int(number)} of {len(pieces)} is more than there are",
            column,
            f"a number from 0 to {len(pieces)}",
        )
    return _joined(Count(bound, int(number), tuple(p.expression for p in pieces)), *pieces)


_BUILDERS = {
    "name": _name,
    "bare": _bare,
    "comparison": _comparison,
    "membership": _membership,
    "bound": _bound,
    "count": _count,
    "negation": lambda _, piece: _joined(Not(piece.expression), piece),
    "conjunction": lambda _, *pieces: _joined(And(tuple(p.expression for p in pieces)), *pieces),
    "disjunction": lambda _, *pieces: _joined(Or(tuple(p.expression for p in pieces)), *pieces),
    "if_then": lambda _, then, condition: _joined(
        If(then.expression, condition.expression), then, condition
    ),
    "if_and_only_if": lambda _, left, right: _joined(
        Iff(left.expression, right.expression), left, right
    ),
}


def _explained(text: str, error: UnexpectedInput) -> ExpressionError:
    from lark.exceptions import UnexpectedCharacters, UnexpectedToken

    if isinstance(error, UnexpectedToken):
        token, wanted = error.token, _in_words(error.accepts or error.expected)
        if token.type == "$END":
            return ExpressionError("the expression ends too soon", len(text) + 1, wanted)
        column, found = (token.start_pos or 0) + 1, str(token)
        return ExpressionError(
            f"{_short(found)} cannot stand here", column, wanted, _nearest_word(found)
        )
    column = (error.pos_in_stream or 0) + 1
    wanted = _in_words(error.allowed or ()) if isinstance(error, UnexpectedCharacters) else ""
    return _odd_character(text, column, wanted)


def _odd_character(text: str, column: int, wanted: str) -> ExpressionError:
    character = text[column - 1 : column]
    if character in "'\"":
        return ExpressionError("the quote is not closed", column, f"another {character}")
    word = text[column - 1 :].split()[0]
    return ExpressionError(f"{_short(word)} cannot stand here", column, wanted, _nearest_word(word))


def _in_words(terminals: Any) -> str:
    known = [words for terminal, words in _WORDS.items() if terminal in terminals]
    return " or ".join([", ".join(known[:-1]), known[-1]] if len(known) > 1 else known)


def _nearest_word(word: str) -> str:
    if word in _SIGNS or word in RESERVED:
        return _SIGNS.get(word, "")
    return nearest_name(word, RESERVED)


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:37] + "...")
