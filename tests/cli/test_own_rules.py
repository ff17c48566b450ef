"""Rules of one's own beside the built-in ones: they come first, and every report says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


@pytest.fixture
def own_rules(tmp_path: Path) -> Path:
    """A folder with one rule, which answers what a built-in one answers too."""
    value = {
        "from": "2020-01-01",
        "to": None,
        "value": {"min": 6, "max": 10},
        "state": "in_force",
        "evidence": "official",
        "verified_on": "2026-01-01",
        "source": {"title": "云州机械厂缴存办法", "issuer": "云州机械厂"},
    }
    rule = {
        "id": "factory.housing_fund",
        "kind": "value",
        "quantity": "housing_fund.rate",
        "region": "000000",
        "title": "本厂住房公积金缴存比例",
        "title_en": "Housing fund of the factory",
        "unit": "percent",
        "values": [value],
    }
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "housing.json").write_text(json.dumps({"rules": [rule]}, ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "notice.md"
    file.write_text("住房公积金缴存比例为12%。\n", encoding="utf-8")
    return file


def test_own_rules_come_before_the_built_in_ones(factlint: CommandLine, article: Path, own_rules: Path) -> None:
    check = ("check", article, "--as-of", "2026-11-21", "--fail-on", "warning")
    assert factlint(*check).code == 0
    outcome = factlint(*check, "--reference", own_rules)
    assert outcome.code == 1
    assert "云州机械厂缴存办法" in outcome.out


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_every_report_names_the_rules_that_were_replaced(
    factlint: CommandLine, article: Path, own_rules: Path, form: str
) -> None:
    outcome = factlint("check", article, "--as-of", "2026-11-21", "--reference", own_rules, "--format", form)
    assert "national.housing_fund.rate" in outcome.out
    plain = factlint("check", article, "--as-of", "2026-11-21", "--format", form)
    assert "factory.housing_fund" not in plain.out


def test_validate_says_what_they_replace_and_is_content(factlint: CommandLine, own_rules: Path) -> None:
    outcome = factlint("reference", "validate", "--reference", own_rules)
    assert outcome.code == 0
    assert "factory.housing_fund replaces national.housing_fund.rate" in outcome.out
