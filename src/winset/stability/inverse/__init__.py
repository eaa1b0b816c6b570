"""Which preferences would make a state an equilibrium: changes, counts and edits of statements."""

from winset.stability.inverse.counting import Rankings, count_rankings
from winset.stability.inverse.edits import Edit, Kind
from winset.stability.inverse.nearest import Changes, PreferenceChange, Revision, nearest_changes
from winset.stability.inverse.question import Question, Ties, question
from winset.stability.inverse.statements import OrderChange, OrderChanges, Search, fewest_edits

__all__ = [
    "Changes",
    "Edit",
    "Kind",
    "OrderChange",
    "OrderChanges",
    "PreferenceChange",
    "Question",
    "Rankings",
    "Revision",
    "Search",
    "Ties",
    "count_rankings",
    "fewest_edits",
    "nearest_changes",
    "question",
]
