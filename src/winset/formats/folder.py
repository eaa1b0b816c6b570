"""A case as a folder of plain files that people can edit and compare.

`case.toml` says what there is, `documents/` holds the texts, `record.toml` the entries; words
quoted in `because` become passages. docs/reference/record.md describes the format.
"""

from __future__ import annotations

from pathlib import Path

from winset.errors import Faulty, Misuse
from winset.formats.contents import CASE_FILE, CaseFolder
from winset.formats.files import replace_files, require_folder, write_new_folder
from winset.formats.folder_reader import FolderReader
from winset.formats.folder_writer import folder_files
from winset.record.checks import find_problems

__all__ = ["CASE_FILE", "CaseFolder", "read_folder", "write_folder"]


def read_folder(path: str | Path) -> CaseFolder:
    """The case in a folder; raises Faulty with every problem, each with its file and key.

    Passages come in the order of their documents and places.
    """
    root = Path(path)
    require_folder(root)
    return FolderReader(root).read()


def write_folder(path: str | Path, folder: CaseFolder, replace: bool = False) -> None:
    """Write a case as a folder: a new one, or with `replace` its files into one that is there.

    Raises Faulty where the record has problems, since it could not be read again.
    """
    root = Path(path)
    problems = find_problems(folder.record)
    if problems:
        raise Faulty(problems)
    files = folder_files(folder)
    if root.exists() and not root.is_dir():
        raise Misuse(f"{root} is not a folder; expected a new or an empty one")
    if root.is_dir() and any(root.iterdir()):
        if not replace:
            raise Misuse(f"{root} is not empty; expected a new or an empty folder")
        replace_files(root, files)
    else:
        write_new_folder(root, files)
