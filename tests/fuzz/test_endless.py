"""Files that are too deep or too long for their readers end in the error their reader is documented to raise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from linter.config.resolve import load_config
from linter.config.written import ConfigError
from linter.policy.baseline_file import BaselineError, read_baseline
from linter.policy.sidecar import SidecarError, read_sidecar
from reference.load import RuleFileError, load_folders
from reference.validate import validate

CASES = yaml.safe_load((Path(__file__).parent / "endless.yml").read_text("utf-8"))
READERS: Mapping[str, tuple[Callable[[Path], object], type[Exception]]] = {
    "configuration": (load_config, ConfigError),
    "baseline": (lambda file: read_baseline(file.read_text("utf-8")), BaselineError),
    "suppressions": (lambda file: read_sidecar(file.read_text("utf-8")), SidecarError),
    "rules": (lambda file: load_folders((file,)), RuleFileError),
}


def written(case: str) -> str:
    return re.sub(r"⟨(.+?)\*(\d+)⟩", lambda found: found[1] * int(found[2]), case)


@pytest.mark.parametrize(("kind", "case"), [(kind, case) for kind, cases in CASES.items() for case in cases])
def test_the_reader_refuses_it_in_its_own_words(kind: str, case: str, tmp_path: Path) -> None:
    file = tmp_path / "factlint.json"
    file.write_text(written(case), encoding="utf-8")
    read, error = READERS[kind]
    with pytest.raises(error, match=r"."):
        read(file)


@pytest.mark.parametrize("case", CASES["rules"])
def test_validation_complains_of_it(case: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(written(case), encoding="utf-8")
    assert validate((tmp_path,))


def test_a_folder_of_rules_may_have_a_name_that_no_folder_can_have() -> None:
    for name in ("a" * 5000, "\0"):
        with pytest.raises(RuleFileError, match="no such folder"):
            load_folders((Path(name),))
