from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from linter.config.nearest import Configs
from linter.config.written import ConfigError


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_holds_alone(tmp_path: Path) -> None:
    put(tmp_path / "factlint.toml", 'lang = "en"\nprofile = "audit"\n')
    put(tmp_path / "news" / "factlint.toml", 'profile = "publish"\n')
    configs = Configs()
    assert configs.of_folder(tmp_path / "guides").profile == "audit"
    near = configs.of_folder(tmp_path / "news" / "2026")
    assert (near.profile, near.lang) == ("publish", None)


def test_bases_hold_where_the_file_says_nothing(tmp_path: Path) -> None:
    put(tmp_path / "base.toml", 'lang = "en"\nreference = ["rules"]\n[severity]\nAR101 = "warning"\nCT = "info"\n')
    put(tmp_path / "news" / "factlint.toml", 'extends = "../base.toml"\n[severity]\nAR101 = "error"\n')
    config = Configs().of_folder(tmp_path / "news")
    assert config.lang == "en"
    assert config.references == (tmp_path / "rules",)
    assert config.severity == {"AR101": "error", "CT": "info"}
    assert config.sources == (tmp_path / "base.toml", tmp_path / "news" / "factlint.toml")


def test_paths_are_relative_to_the_file_that_says_them(tmp_path: Path) -> None:
    put(tmp_path / "factlint.toml", 'baseline = "known.json"\nhorizon = "12w"\n')
    config = Configs().of_folder(tmp_path / "deep" / "down")
    assert config.baseline == tmp_path / "known.json"
    assert config.horizon == 84


@pytest.mark.parametrize(
    ("article", "assumed"),
    [
        ("archive/2019/a.md", ("云州", date(2019, 5, 1))),
        ("archive/2020/a.md", ("云州", None)),
        ("archive/index.md", (None, None)),
        ("news/a.md", (None, None)),
    ],
)
def test_overrides_hold_for_the_articles_they_name(
    tmp_path: Path, article: str, assumed: tuple[str | None, date | None]
) -> None:
    put(
        tmp_path / "factlint.toml",
        """
        [[overrides]]
        files = ["archive/**", "!archive/index.md"]
        region = "云州"
        [[overrides]]
        files = ["/archive/2019/"]
        published = "2019-05-01"
        """,
    )
    assert Configs().of_article(tmp_path / article).assumed == assumed


def test_a_file_that_was_named_holds_for_all(tmp_path: Path) -> None:
    named = put(tmp_path / "other.toml", 'lang = "en"\n')
    put(tmp_path / "news" / "factlint.toml", 'lang = "zh"\n')
    assert Configs(named).of_folder(tmp_path / "news").lang == "en"


def test_isolated_looks_for_none(tmp_path: Path) -> None:
    put(tmp_path / "factlint.toml", 'lang = "en"\n')
    assert Configs(isolated=True).of_folder(tmp_path).lang is None


@pytest.mark.parametrize("isolated", [False, True])
def test_without_a_configuration_the_run_is_at_home_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, isolated: bool
) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    config = Configs(isolated=isolated).of_run([Path("news")])
    assert (config.root, config.sources) == (tmp_path, ())


def test_what_lies_in_the_folder_of_a_stranger_names_no_rules_outside_of_it(tmp_path: Path) -> None:
    put(tmp_path / "in" / "factlint.toml", 'reference = ["rules", "deep/rules"]\n')
    put(tmp_path / "out" / "factlint.toml", 'reference = ["rules", "../rules"]\n')
    assert len(Configs(confined=True).of_folder(tmp_path / "in").references) == 2
    with pytest.raises(ConfigError, match=r"rules.* are outside of its folder; allow them by name"):
        Configs(confined=True).of_folder(tmp_path / "out")
    assert len(Configs().of_folder(tmp_path / "out").references) == 2
