"""The model: parties, issues, lines and preferences, read from TOML and checked."""

from winset.model.evaluation import evaluate, evaluate_names
from winset.model.expressions import Expression, mentioned
from winset.model.file.reader import find_problems, read_model
from winset.model.file.writer import write_model
from winset.model.model import Graph, Model, StateRules
from winset.model.parser import ExpressionError, parse_expression
from winset.model.writer import write_expression

__all__ = [
    "Expression",
    "ExpressionError",
    "Graph",
    "Model",
    "StateRules",
    "evaluate",
    "evaluate_names",
    "find_problems",
    "mentioned",
    "parse_expression",
    "read_model",
    "write_expression",
    "write_model",
]
