"""What the schema says of keys is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from linter.cli.caching import FOLDER
from linter.cli.planning import plan_for
from linter.config.key_table import written_into
from linter.config.keys import Key, config_keys, toml
from linter.config.model import Config
from linter.config.resolve import days_of
from linter.config.written import config_schema
from linter.desk.planning import Wishes
from linter.policy.baseline_file import FILE_NAME as BASELINE
from linter.policy.sidecar import FILE_NAME as SUPPRESSIONS

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"
KEYS = {key.name: key for key in config_keys()}
NOTHING = Wishes()


def test_defaults_of_the_schema_are_those_of_a_run_without_configuration(tmp_path: Path) -> None:
    config = Config(tmp_path)
    plan = plan_for(NOTHING, [tmp_path])
    assert {name: key.default for name, key in KEYS.items() if key.default is not None} == {
        "profile": plan.settings.profile,
        "fail-on": plan.gate.fail_on,
        "lang": plan.lang,
        "docs-url": plan.docs_url,
        "select": list(config.select),
        "ignore": list(config.ignore),
        "severity": dict(config.severity),
        "reference": list(config.references),
        "exclude": list(config.exclude),
        "gitignore": config.gitignore,
        "baseline": BASELINE,
        "suppressions": SUPPRESSIONS,
        "never-suppress": list(config.never_suppress),
        "expiry-notice": f"{config.expiry_notice}d",
        "time-limit": plan.settings.limits.seconds,
        "memory-limit": plan.settings.limits.megabytes,
        "cache-dir": FOLDER,
        "overrides": list(config.overrides),
    }
    assert days_of(KEYS["expiry-notice"].default) == config.expiry_notice


def every_key() -> list[Key]:
    return [*KEYS.values(), *KEYS["overrides"].inner]


@pytest.mark.parametrize("key", every_key(), ids=lambda key: key.name)
def test_every_key_is_explained_in_both_languages(key: Key) -> None:
    assert key.meaning["en"].endswith(".")
    assert re.search("[\u4e00-\u9fff].*。$", key.meaning["zh"])


def test_every_example_and_default_is_valid() -> None:
    schema = config_schema()
    inner = schema["properties"]["overrides"]["items"]["properties"]
    for said in (*schema["properties"].values(), *inner.values()):
        for value in (*said.get("examples", ()), *([said["default"]] if "default" in said else ())):
            assert list(Draft202012Validator(said).iter_errors(value)) == []


def test_tables_come_last_so_that_no_key_falls_into_one() -> None:
    assert [key.name for key in KEYS.values() if key.inner] == list(KEYS)[-1:]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("年报\n", '"年报\\n"'),
        (True, "true"),
        (["a", "b"], '["a", "b"]'),
        ({}, "{}"),
        ({"AR": "off", "CT": "info"}, '{ AR = "off", CT = "info" }'),
    ],
)
def test_values_as_toml(value: object, written: str) -> None:
    assert toml(value) == written


def test_the_table_of_the_page_is_up_to_date() -> None:
    page = PAGE.read_text("utf-8")
    assert page == written_into(page), "run `make docs`"
    assert set(re.findall(r"^\| `([a-z-]+)`", page, re.MULTILINE)) == set(KEYS)
