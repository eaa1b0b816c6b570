"""Stability in the graph model for conflict resolution."""

from winset.stability.analysis import analyse, stability_of
from winset.stability.coalitions import analyse_groups
from winset.stability.conflict import Conflict, conflict, conflict_of
from winset.stability.evolution import paths
from winset.stability.limited import analyse_limited
from winset.stability.merging import analyse_merged
from winset.stability.misperception import analyse_misperceived
from winset.stability.mixed import analyse_mixed
from winset.stability.relations import Relation
from winset.stability.results import CONCEPTS, Path, Stability, Step
from winset.stability.strength import analyse_strength
from winset.stability.unknown import analyse_unknown

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
