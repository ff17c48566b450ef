"""Packs: folders in the form of ``reference/`` itself, with the rules, the words and the quantities of another field.

A folder with a ``vocabulary`` in it is a pack: its rules lie in ``rules``, what they may govern in ``schema``, their
cases in ``cases``. Any other folder is one of rules alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from reference.locate import line_of
from reference.rule_file import RuleFileError
from reference.vocabulary.form_check import FormError, require_form
from reference.vocabulary.forms import FILES, FOLDERS, form_of
from reference.vocabulary.merging import ClashError, merged
from reference.vocabulary.pack_checks import Trouble, entry_troubles, term_clashes
from reference.vocabulary.scope import BUILT_IN, SCHEMA, Vocabulary, WordFile

_KNOWN = 8
_CASES = "cases"


def is_pack(folder: Path) -> bool:
    """True for a folder with a vocabulary of its own."""
    try:
        return (folder / "vocabulary").is_dir()
    except OSError:  # a name that no folder can have
        return False


def rules_in(folder: Path) -> Path:
    """Where the rules of a folder lie: a pack has a folder for them."""
    return folder / "rules" if is_pack(folder) else folder


def cases_in(folder: Path) -> Path:
    """Where the cases of a folder's rules lie: in a pack, or beside a folder of rules."""
    return folder / _CASES if is_pack(folder) else folder.resolve().parent / _CASES


def word_files(folder: Path) -> tuple[tuple[str, Path], ...]:
    """The files of a pack that are no rules, by name and in its order; none for a folder that is no pack."""
    if not is_pack(folder):
        return ()
    words, schema = folder / "vocabulary", folder / "schema"
    found = [(file.relative_to(words).as_posix(), file) for file in words.rglob("*.json")]
    found += [(SCHEMA + file.relative_to(schema).as_posix(), file) for file in schema.rglob("*.json")]
    return tuple(sorted(found))


def vocabulary_of(folders: Iterable[Path]) -> Vocabulary:
    """The words of the package and of those of the folders that are packs. Raises RuleFileError.

    For the same contents it is the same vocabulary.
    """
    files = tuple((name, path, _read(path)) for folder in folders for name, path in word_files(folder))
    return _vocabulary(files) if files else BUILT_IN


@lru_cache(_KNOWN)
def _vocabulary(files: tuple[tuple[str, Path, bytes], ...]) -> Vocabulary:
    digest = hashlib.sha256()
    vocabulary = BUILT_IN
    for name, path, data in files:
        digest.update(name.encode() + b"\0" + data + b"\0")
        more = (*vocabulary.more, WordFile(name, _content(name, path, data)))
        for steps, message in _troubles(vocabulary, more[-1]):
            raise RuleFileError(path, line_of(data.decode(), steps), message)
        vocabulary = Vocabulary(more, digest.hexdigest())
    return vocabulary


def _troubles(earlier: Vocabulary, file: WordFile) -> Iterator[Trouble]:
    """What of a file is not possible by itself, or beside what is said already."""
    folder, _, _ = file.name.rpartition("/")
    try:
        require_form(file.content, form_of(file.name) or FOLDERS[folder])
        if folder in FOLDERS:
            known = {folder: [entry for content in earlier.contents(folder) for entry in content[folder]]}
            merged(known, file.content, file.name)
        else:
            merged(earlier.content(file.name), file.content, file.name)
    except (ClashError, FormError) as error:
        yield error.steps, error.message
        return
    if file.name == "terms.json":
        yield from term_clashes(earlier.content(file.name), file.content)
    yield from entry_troubles(file, earlier)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes().replace(b"\r\n", b"\n")
    except OSError as error:
        raise RuleFileError(path, 1, f"cannot be read: {error.strerror}") from error


def _content(name: str, path: Path, data: bytes) -> Any:
    if form_of(name) is None:
        known = ", ".join((*(f"{folder}/…" for folder in FOLDERS), *FILES))
        raise RuleFileError(path, 1, f"a pack brings no {name!r}; it may bring {known}")
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        raise RuleFileError(path, error.lineno, f"not valid JSON: {error.msg}") from error
    except ValueError as error:
        raise RuleFileError(path, 1, f"cannot be decoded: {error}") from error
