"""Which words are in force: those of whoever works, in no other thread, and kept apart in every cache."""

from __future__ import annotations

import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from linter.cache.key import bench_key, claims_key
from linter.settings import Settings, bench_of
from reference.load import load_reference
from reference.packs import vocabulary_of
from reference.quantities import quantity_spec
from reference.vocabulary import BUILT_IN, in_force
from reference.vocabulary.form_check import require_form
from reference.vocabulary.forms import FILES, FOLDERS

ROOT = Path(__file__).parents[2]
OWN = "income_tax.special_deduction"
SETTINGS = Settings(date(2026, 11, 30))
FILES_OF_PACKAGE = [
    *((name, ROOT / "reference" / ("" if name.startswith("schema/") else "vocabulary") / name) for name in FILES),
    *((f"{folder}/*", file) for folder in FOLDERS for file in (ROOT / "reference/vocabulary" / folder).glob("*.json")),
]


def test_words_of_a_pack_hold_for_the_block_alone(pack: Path) -> None:
    assert quantity_spec(OWN) is None
    with in_force(vocabulary_of([pack])):
        assert quantity_spec(OWN) is not None
        with in_force(BUILT_IN):
            assert quantity_spec(OWN) is None
        assert quantity_spec(OWN) is not None
    assert quantity_spec(OWN) is None


def test_words_of_a_pack_are_in_force_in_no_other_thread(pack: Path) -> None:
    with in_force(vocabulary_of([pack])), ThreadPoolExecutor(1) as pool:
        assert pool.submit(quantity_spec, OWN).result() is None


def test_same_contents_are_the_same_vocabulary(pack: Path) -> None:
    assert vocabulary_of([pack]) is vocabulary_of([pack])
    assert vocabulary_of([]) is BUILT_IN


def test_another_word_is_another_key_of_every_cache(pack: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(pack, tmp_path / "pack"))
    terms = copy / "vocabulary" / "terms.json"
    terms.write_text(terms.read_text(encoding="utf-8").replace('"免征额"', '"免税额"'), encoding="utf-8")
    benches = [replace(bench_of(SETTINGS), reference=load_reference(each)) for each in ((), (pack,), (copy,))]
    for key in (bench_key, claims_key):
        assert len({key(bench) for bench in benches}) == len(benches)


def test_rules_alone_are_no_pack_and_change_no_word(tmp_path: Path) -> None:
    (tmp_path / "own.json").write_text('{"rules": []}', encoding="utf-8")
    assert load_reference((tmp_path,)).vocabulary is BUILT_IN


@pytest.mark.parametrize(("name", "file"), FILES_OF_PACKAGE, ids=lambda each: str(each).rpartition("reference/")[2])
def test_files_of_the_package_have_the_form_asked_of_packs(name: str, file: Path) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    content.pop("denied", None)  # what no text asserts is the same in every field
    require_form(content, FOLDERS.get(name.partition("/")[0]) or FILES[name])


@pytest.mark.parametrize("folder", ["claims", "judging"])
def test_tables_are_kept_for_each_vocabulary(folder: str) -> None:
    """A table kept by ``functools.cache`` would go on with the words of whoever came first.

    What is remembered of a text alone, by modules that read no words of a field, is another matter.
    """
    read = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "linter" / folder).rglob("*.py")}
    plain = [name for name, text in read.items() if re.search(r"^@cache\b", text, re.MULTILINE)]
    remembering = [name for name, text in read.items() if "@lru_cache" in text and "reference.vocabulary" in text]
    assert plain + remembering == []
