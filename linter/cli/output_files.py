"""Where the edited copies of files go."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click


def output_files(paths: Sequence[Path], files: Sequence[Path], output: Path) -> Mapping[Path, Path]:
    """The copy to write for each of ``files``, which were found under ``paths``.

    One file goes where ``output`` says, be it over itself. Several go into that folder, those of a folder under their
    names in it. Raises ``click.UsageError`` where a copy would replace another one, or a file nobody named as output.
    """
    if len(paths) == 1 and not paths[0].is_dir() and not output.is_dir():
        return dict.fromkeys(files, output)
    if output.exists() and not output.is_dir():
        raise click.UsageError(f"{output} is no folder: several files cannot be written to it")
    folders = [Path(os.path.normpath(path)) for path in paths if path.is_dir()]
    copies = {file: output / _name(file, folders) for file in files}
    taken = {os.path.realpath(file): file for file in files}
    for file, copy in copies.items():
        whole = os.path.realpath(copy)
        if whole in taken:
            raise click.UsageError(f"{copy} would be written over {taken[whole]}: name another folder with -o")
        taken[whole] = file
    return copies


def _name(file: Path, folders: Sequence[Path]) -> Path:
    """The file's path in the deepest of the folders that holds it, or its name alone."""
    holding = [folder for folder in folders if file.is_relative_to(folder)]
    return file.relative_to(max(holding, key=lambda folder: len(folder.parts))) if holding else Path(file.name)
