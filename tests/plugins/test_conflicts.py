"""Two that claim the same are both named; one that is broken is named, and the rest runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from linter.cache.key import program_key
from linter.cli import checks
from linter.discover import article_suffixes
from linter.plugins import PluginError
from linter.registry import broken_checks, broken_reports, load_checks, load_reports
from tests.plugins.conftest import CHECK, Environment, Install, put

REPORT = 'NAME = "{}"\nSUFFIX = ".txt"\ndef render(result, *, lang, options):\n    return "mine\\n"\n'


@pytest.mark.parametrize(
    ("code", "name", "what"),
    [("ZZ901", "second-name", "code 'ZZ901'"), ("ZZ902", "first-name", "name 'first-name'")],
)
@pytest.mark.usefixtures("here")
def test_two_plug_ins_with_one_code_or_name(install: Install, code: str, name: str, what: str) -> None:
    install("first_one", "checks", CHECK.format(code="ZZ901", name="first-name"))
    install("second_one", "checks", CHECK.format(code=code, name=name))
    with pytest.raises(PluginError) as raised:
        load_checks()
    assert str(raised.value) == (
        f"the {what} is taken twice: by first_one 1.0 (factlint.checks: first_one = first_one)"
        " and by second_one 1.0 (factlint.checks: second_one = second_one)"
    )


@pytest.mark.usefixtures("here")
def test_a_plug_in_with_a_code_of_factlint(install: Install) -> None:
    install("first_one", "checks", CHECK.format(code="AR101", name="first-name"))
    with pytest.raises(PluginError, match=r"'AR101' is taken twice: by factlint \(checks.* and by first_one 1\.0"):
        load_checks()


@pytest.mark.parametrize(("format_name", "other"), [("mine", "first_one 1.0"), ("text", r"factlint \(reports\.text\)")])
@pytest.mark.usefixtures("here")
def test_two_reports_of_one_format(install: Install, format_name: str, other: str) -> None:
    install("first_one", "reports", REPORT.format("mine"))
    install("second_one", "reports", REPORT.format(format_name))
    with pytest.raises(PluginError, match=f"format '{format_name}' is taken twice: by {other}.* and by second_one 1.0"):
        load_reports()


@pytest.mark.parametrize(("suffix", "other"), [("wxr", "first_one 1.0"), ("MD", "factlint")])
@pytest.mark.usefixtures("here")
def test_two_readers_of_one_suffix(install: Install, suffix: str, other: str) -> None:
    install("first_one", "readers", "", "wxr", "first_one:read")
    install("second_one", "readers", "", suffix, "second_one:read")
    with pytest.raises(PluginError, match=rf"\.{suffix.lower()} is taken twice: by {other}.* and by second_one 1\.0"):
        article_suffixes()


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("import nothing_of_this_name", "ModuleNotFoundError: No module named 'nothing_of_this_name'"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("", "RegistryError: there is no check in broken_one"),
        (
            CHECK.format(code="Z1", name="bad-code"),
            "RegistryError: check Z1 (broken_one): the code must be two capitals",
        ),
    ],
)
@pytest.mark.usefixtures("here")
def test_broken_checks_are_named_and_others_stay(install: Install, source: str, why: str) -> None:
    install("broken_one", "checks", source)
    install("whole_one", "checks", CHECK.format(code="ZZ901", name="first-name"))
    assert {"AR101", "ZZ901"} <= {check.code for check in load_checks()}
    (broken,) = broken_checks()
    assert broken.offer.distribution == "broken_one 1.0"
    assert broken.why.startswith(why)
    listed = CliRunner().invoke(checks.command, standalone_mode=False)
    assert "ZZ901" in listed.stdout
    assert f"broken_one) cannot be loaded: {why}" in listed.stderr


@pytest.mark.parametrize(
    ("source", "why"),
    [("NAME = 'mine'\nSUFFIX = '.txt'", "the report mine lacks render"), ("", "no module with a NAME in broken_one")],
)
@pytest.mark.usefixtures("here")
def test_broken_reports_are_named_and_others_stay(install: Install, source: str, why: str) -> None:
    install("broken_one", "reports", source)
    assert "text" in load_reports()
    (broken,) = broken_reports()
    assert why in broken.why


def test_the_rest_is_checked_and_what_is_broken_told(environment: Environment, tmp_path: Path) -> None:
    put(environment.site, "broken_checks", "checks", "import nothing_of_this_name")
    put(environment.site, "broken_reports", "reports", "1 / 0")
    put(
        environment.site,
        "broken_reader",
        "readers",
        "def read(source):\n    return [source]\n",
        "abc",
        "broken_reader:read",
    )
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.md").write_text("6400元×8%=51.2元。\n", encoding="utf-8")
    (articles / "b.abc").write_text("6400元×8%=51.2元。\n", encoding="utf-8")
    words = (
        "-m",
        "linter",
        "check",
        "articles",
        "--format",
        "csv",
        "--lang",
        "en",
        "--as-of",
        "2026-11-21",
        "--no-cache",
    )
    outcome = environment.python(*words, cwd=tmp_path)
    assert outcome.returncode == 3, outcome.stderr
    assert "AR101" in outcome.stdout
    assert "broken_checks 1.0 (factlint.checks: broken_checks = broken_checks) cannot be loaded" in outcome.stdout
    assert (
        "broken_reader 1.0 (factlint.readers: abc = broken_reader:read), which should read it, failed" in outcome.stdout
    )
    assert "a reader gives pages, not str" in outcome.stdout
    assert "the plug-in broken_reports 1.0 (factlint.reports: broken_reports = broken_reports)" in outcome.stderr
    assert "ZeroDivisionError" in outcome.stderr


@pytest.mark.parametrize("group", ["checks", "readers"])
@pytest.mark.usefixtures("here")
def test_results_are_kept_until_a_plug_in_changes(install: Install, site: Path, group: str) -> None:
    install("first_one", group, CHECK.format(code="ZZ901", name="first-name"), "abc")
    before = program_key.__wrapped__()
    assert program_key.__wrapped__() == before
    with (site / "first_one.py").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert program_key.__wrapped__() != before
