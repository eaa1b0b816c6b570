"""What is to be settled: issues, their options, who can change them and how."""

from __future__ import annotations

from dataclasses import dataclass

YES_NO = ("no", "yes")


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter with options, exactly one of which holds in every state.

    `by` names the parties that change it: one name makes it an action of that party, several a
    term that changes only by their agreement. `moves` are the allowed changes as pairs of
    options; None allows all. `titles` say in words what options mean, as pairs.
    """

    id: str
    title: str = ""
    options: tuple[str, ...] = YES_NO
    yes_no: bool = True
    ordered: bool = False
    by: tuple[str, ...] = ()
    moves: tuple[tuple[str, str], ...] | None = None
    titles: tuple[tuple[str, str], ...] = ()

    @property
    def is_term(self) -> bool:
        """Whether it changes only by agreement of several parties."""
        return len(self.by) > 1

    def option_title(self, option: str) -> str:
        """An option in words; "" where the model gives none."""
        return dict(self.titles).get(option, "")
