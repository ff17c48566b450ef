"""The rules kept between processes: used only for the same files, rebuilt when they are damaged."""

from __future__ import annotations

from pathlib import Path

from reference.compiled import kept
from reference.load import load_reference
from reference.model import Rule


class Builder:
    """Counts how often it had to build."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> tuple[Rule, ...]:
        self.times += 1
        return load_reference().rules


def test_the_second_time_nothing_is_built(tmp_path: Path) -> None:
    build = Builder()
    assert kept("a digest", build, tmp_path) == kept("a digest", build, tmp_path)
    assert build.times == 1


def test_another_digest_is_built_anew_and_the_old_one_forgotten(tmp_path: Path) -> None:
    build = Builder()
    kept("a digest", build, tmp_path)
    kept("another", build, tmp_path)
    assert build.times == 2
    assert len(list(tmp_path.iterdir())) == 1


def test_what_is_damaged_is_built_anew(tmp_path: Path) -> None:
    build = Builder()
    rules = kept("a digest", build, tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for broken in (whole[:-9], b"", whole.replace(b"official", b"officiai", 1)):
        file.write_bytes(broken)
        assert kept("a digest", build, tmp_path) == rules
        assert file.read_bytes() == whole
    assert build.times == 4


def test_without_a_folder_to_write_in_the_rules_are_built_every_time(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    build = Builder()
    for _ in range(2):
        assert kept("a digest", build, tmp_path / "taken")
    assert build.times == 2
