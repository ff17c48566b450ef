from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from linter.config.resolve import load_config
from linter.config.written import ConfigError, config_in, config_schema

CASES = yaml.safe_load((Path(__file__).parent / "invalid.yml").read_text("utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_each_mistake_is_told_with_the_file_and_the_key(tmp_path: Path, name: str) -> None:
    file = tmp_path / "factlint.toml"
    file.write_text(CASES[name]["written"], encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        load_config(file)
    assert str(raised.value).startswith(str(file))
    assert CASES[name]["says"] in str(raised.value)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(config_schema())


def test_own_file_comes_before_the_project_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.factlint]\n", encoding="utf-8")
    assert config_in(tmp_path) == tmp_path / "pyproject.toml"
    (tmp_path / "factlint.toml").write_text("", encoding="utf-8")
    assert config_in(tmp_path) == tmp_path / "factlint.toml"


def test_project_file_without_the_table_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert config_in(tmp_path) is None


def test_bytes_that_are_no_utf8_are_told(tmp_path: Path) -> None:
    file = tmp_path / "factlint.toml"
    file.write_bytes('lang = "中"'.encode("gb18030"))
    with pytest.raises(ConfigError, match=r"factlint\.toml"):
        load_config(file)


def test_a_project_file_that_was_named_needs_the_table(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text("[tool.other]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"there is no table \[tool\.factlint\]"):
        load_config(file)
