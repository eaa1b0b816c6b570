"""Which preferences would make a state an equilibrium: changes, counts and edits of statements."""

from winset.stability.inverse.counting import Rankings, count_rankings
from winset.stability.inverse.nearest import Changes, PreferenceChange, Revision, nearest_changes
from winset.stability.inverse.question import Question, Ties, question

__all__ = [
    "Changes",
    "PreferenceChange",
    "Question",
    "Rankings",
    "Revision",
    "Ties",
    "count_rankings",
    "nearest_changes",
    "question",
]
