"""Stability in the graph model for conflict resolution."""

from winset.stability.analysis import analyse, stability_of
from winset.stability.concepts.coalitions import analyse_groups
from winset.stability.concepts.limited import analyse_limited
from winset.stability.concepts.merging import analyse_merged
from winset.stability.concepts.misperception import analyse_misperceived
from winset.stability.concepts.mixed import analyse_mixed
from winset.stability.concepts.strength import analyse_strength
from winset.stability.concepts.unknown import analyse_unknown
from winset.stability.conflict import Conflict, conflict, conflict_of
from winset.stability.evolution import paths
from winset.stability.moves.relations import Relation
from winset.stability.results import CONCEPTS, Path, Stability, Step

__all__ = [
    "CONCEPTS",
    "Conflict",
    "Path",
    "Relation",
    "Stability",
    "Step",
    "analyse",
    "analyse_groups",
    "analyse_limited",
    "analyse_merged",
    "analyse_misperceived",
    "analyse_mixed",
    "analyse_strength",
    "analyse_unknown",
    "conflict",
    "conflict_of",
    "paths",
    "stability_of",
]
