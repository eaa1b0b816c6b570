"""The case file: everything a case knows, its journal, its models and their versions.

The database library is loaded only when one of these names is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from winset.store.case import Case as Case
    from winset.store.opening import create as create
    from winset.store.opening import look_through as look_through
    from winset.store.opening import open_case as open_case
    from winset.store.sent import Sent as Sent
    from winset.store.shelf import Attachment as Attachment
    from winset.store.shelf import ModelVersion as ModelVersion

_HOMES = {
    "Attachment": "shelf",
    "Case": "case",
    "ModelVersion": "shelf",
    "Sent": "sent",
    "create": "opening",
    "look_through": "opening",
    "open_case": "opening",
}

__all__ = ["Attachment", "Case", "ModelVersion", "Sent", "create", "look_through", "open_case"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
