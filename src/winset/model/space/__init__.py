"""The states of a model as arrays: options, moves and ranks."""

from winset.model.space.checks import state_space
from winset.model.space.moves import Control, Moves
from winset.model.space.space import StateSpace

__all__ = ["Control", "Moves", "StateSpace", "state_space"]
