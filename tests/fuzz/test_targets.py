"""Every target of the fuzzing runs over its seeds and over what once broke it: the fuzzer itself is not needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.fuzz.targets import load, names

KEPT = Path(__file__).parent / "kept"


def kept() -> Iterator[Path]:
    return (path for path in sorted(KEPT.rglob("*")) if path.is_file())


@pytest.mark.parametrize("name", names())
def test_a_target_accepts_its_seeds(name: str) -> None:
    target = load(name)
    seeds = list(target.seeds())
    assert len(seeds) == len(set(seeds))
    for seed in seeds:
        target.one(seed)


@pytest.mark.parametrize("path", list(kept()), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_broke_holds_now(path: Path) -> None:
    load(path.parent.name).one(path.read_bytes())


def test_every_kept_input_belongs_to_a_target() -> None:
    assert {path.parent.name for path in kept()} <= set(names())
