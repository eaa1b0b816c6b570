"""Stability in the graph model for conflict resolution."""

from winset.stability.analysis import analyse, stability_of
from winset.stability.conflict import Conflict, conflict, conflict_of
from winset.stability.evolution import paths
from winset.stability.relations import Relation
from winset.stability.results import CONCEPTS, Path, Stability, Step

__all__ = [
    "CONCEPTS",
    "Conflict",
    "Path",
    "Relation",
    "Stability",
    "Step",
    "analyse",
    "conflict",
    "conflict_of",
    "paths",
    "stability_of",
]
