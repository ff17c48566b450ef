"""The reference commands that only read: search, history, due, diff, coverage, show, validate."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from linter.wide_text import width
from reference.coverage import main_subjects, provinces
from reference.load import RULES, load_reference
from reference.write import rule_file_text
from tests.cli.conftest import CommandLine
from tests.reference.written_rules import cycle, raw_rule, value

DAY = ("--as-of", "2026-11-21")


def folder_of(path: Path, *rules: dict[str, Any], **records: Any) -> Path:
    path.mkdir(exist_ok=True)
    (path / "own.json").write_text(rule_file_text({"rules": list(rules), **records}), encoding="utf-8")
    return path


def test_search_shows_id_place_title_and_the_value_of_the_day(factlint: CommandLine) -> None:
    lines = factlint("reference", "search", "养老", "单位", "费率", *DAY).out.splitlines()
    assert lines[0].split() == ["national.pension.rate.employer", "全国", "职工基本养老保险单位费率", "16%"]
    assert lines[-1].endswith("rules found")


def test_search_takes_a_place_by_code_or_name(factlint: CommandLine) -> None:
    by_name, by_code = (
        factlint("reference", "search", "养老", "--region", one, *DAY).out for one in ("深圳", "440300")
    )
    assert by_name == by_code
    assert "national." not in by_name
    assert factlint("reference", "search", "养老", "--region", "不存在州").code == 2


def test_search_without_a_hit_says_where_there_is_one(factlint: CommandLine) -> None:
    out = factlint("reference", "search", "缴费基数下限", "养老", "--region", "成都", *DAY).out
    assert "四川: 510000.contribution.base_floor" in out
    assert "nothing found: try fewer words" in factlint("reference", "search", "天外来物").out


def test_search_as_json_is_limited_too(factlint: CommandLine) -> None:
    found = json.loads(factlint("reference", "search", "rate", "--limit", "2", "--json", *DAY).out)
    assert len(found) == 2
    assert all(one["value"] is None or one["value"]["source"]["title"] for one in found)


def test_history_says_what_it_understood(factlint: CommandLine) -> None:
    outcome = factlint("reference", "history", "pension.employer_rate", *DAY)
    assert "understood as national.pension.rate.employer" in outcome.err
    assert "国办发〔2019〕13号" in outcome.out
    exact = factlint("reference", "history", "national.pension.rate.employer", *DAY)
    assert exact.err == ""
    assert exact.out == outcome.out


def test_history_of_nothing_is_wrong_use_with_a_hint(factlint: CommandLine) -> None:
    outcome = factlint("reference", "history", "penzion.rating")
    assert outcome.code == 2
    assert "did you mean pension.rate?" in outcome.err


def test_history_draws_values_gaps_and_what_was_not_found_on_one_axis(factlint: CommandLine, tmp_path: Path) -> None:
    rule = raw_rule(
        value("2010-01-01", "2012-12-31", evidence="reported"),
        value("2016-01-01", None, known_until="2019-12-31"),
        region="990000",
        quantity="medical.rate",
    )
    unknown = {
        "quantity": "medical.rate",
        "region": "990000",
        "from": "2020-01-01",
        "to": "2022-12-31",
        "why": "网页已撤下",
        "tried": [{"on": "2026-11-21", "what": "省局网站"}],
    }
    folder = folder_of(tmp_path / "own", rule, unknown=[unknown])
    out = factlint("reference", "history", "test.rate", "--reference", folder, "--width", "120", *DAY).out
    lines = out.splitlines()
    bars = [line[29:69].rstrip() for line in lines[3:9]]
    assert [set(bar.replace(" ", "").replace("|", "")) for bar in bars[:5]] == [{"-"}, {"."}, {"="}, {"?"}, {".", ">"}]
    starts = [len(bar) - len(bar.lstrip()) for bar in bars[:5]]
    assert starts == sorted(starts)
    assert lines[6].split()[-2:] == ["found", "网页已撤下"]
    assert all(width(line) <= 120 for line in lines)


def test_history_draws_one_rule_for_several_places_once(factlint: CommandLine) -> None:
    out = factlint("reference", "history", "440000.contribution.base_floor.t3", *DAY).out
    assert out.count("4492元/月") == 1
    assert "韶关、汕头" in out


def test_history_as_json_tells_values_from_holes(factlint: CommandLine, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "own", raw_rule(value("2024-01-01", known_until="2025-12-31")))
    out = factlint("reference", "history", "test.rate", "--reference", folder, "--json", *DAY).out
    (found,) = json.loads(out)
    assert [one["standing"] for one in found["history"]][-2:] == ["value", "blank"]
    assert found["history"][-2]["known_until"] == "2025-12-31"


def test_due_is_sorted_and_names_what_is_overdue(factlint: CommandLine, tmp_path: Path) -> None:
    rules = (
        raw_rule(value("2019-05-01", review_by="2026-12-01"), id="soon"),
        raw_rule(value("2019-05-01", review_by="2026-11-01", verified_on="2026-01-01"), id="late", region="510000"),
        raw_rule(value("2019-05-01", review_by="2028-01-01"), id="far", region="440000"),
    )
    folder = folder_of(tmp_path / "own", *rules)
    outcome = factlint("reference", "due", "--reference", folder, *DAY)
    lines = [line.split() for line in outcome.out.splitlines()]
    assert [line[:3] for line in lines[:1]] == [["overdue", "2026-11-01", "late"]]
    assert lines[1][:2] == ["2026-12-01", "soon"]
    assert outcome.out.splitlines()[-1] == "2 values to look at again, 1 overdue on 2026-11-21"
    assert outcome.code == 0
    assert factlint("reference", "due", "--reference", folder, "--fail", *DAY).code == 1
    assert factlint("reference", "due", "--reference", folder, "--fail", "--region", "广东", *DAY).code == 0
    year = json.loads(factlint("reference", "due", "--reference", folder, "--within", "2y", "--json", *DAY).out)
    assert {"late", "soon", "far"} <= {one["rule"] for one in year}
    assert factlint("reference", "due", "--within", "soon").code == 2


def test_due_names_the_cycle(factlint: CommandLine, tmp_path: Path) -> None:
    figure = raw_rule(value("2025-01-01", verified_on="2026-03-01"))
    yearly = raw_rule(cycle(["pension.rate"], "07-01", "11-30"), id="test.cycle", kind="cycle", quantity="x")
    for one in (figure, yearly):
        one.pop("unit", None) if one["kind"] == "cycle" else None
    folder = folder_of(tmp_path / "own", {**figure, "where": {"payer": "both"}, "region": "510000"}, yearly)
    out = factlint("reference", "due", "--reference", folder, *DAY).out
    assert "2026-11-30" in out
    assert "test.cycle" in out


def test_diff_says_what_changed_in_words(factlint: CommandLine, tmp_path: Path) -> None:
    old = folder_of(tmp_path / "old", raw_rule(value("2010-01-01", None, 20)), raw_rule(value("2019-05-01"), id="gone"))
    new = folder_of(
        tmp_path / "new",
        raw_rule(value("2010-01-01", "2019-04-30", 20), value("2019-05-01", None, 16)),
        raw_rule(value("2020-01-01", verified_on="2026-11-22"), id="came"),
    )
    outcome = factlint("reference", "diff", old, new)
    assert outcome.code == 0
    assert "value since 2010-01-01 (20%) ended: open → to 2019-04-30" in outcome.out
    assert "value added: 2019-05-01 –: 16% (official, 某通知" in outcome.out
    assert outcome.out.splitlines()[-1] == (
        "1 rule added, 1 rule removed, 1 rule changed, 1 value added, 1 value ended"
    )
    found = {one["id"]: one for one in json.loads(factlint("reference", "diff", old, new, "--json").out)}
    assert {one: found[one]["change"] for one in found} == {"came": "added", "gone": "removed", "test.rate": "changed"}
    assert [one["aspects"] for one in found["test.rate"]["values"]] == [["end"], []]


def test_diff_names_a_scope_that_changed_and_values_that_went(factlint: CommandLine, tmp_path: Path) -> None:
    earlier, later = value("2010-01-01", "2019-04-30", 20), value("2019-05-01", None, 16)
    old = folder_of(tmp_path / "old", raw_rule(earlier, later, where={"payer": "employer"}))
    moved = raw_rule(later, region="510000", title="新名", where={"payer": "employer"})
    new = folder_of(tmp_path / "new", moved)
    assert factlint("reference", "diff", old, new).out.splitlines() == [
        "test.rate: 新名",
        "  region: 000000 → 510000",
        "  value removed: 2010-01-01 – 2019-04-30: 20% (official, 某通知, 某厅, 2019-04-01)",
        "1 rule changed, 1 value removed",
    ]
    assert "  title or note reworded\n" in factlint("reference", "diff", old, new, "--all").out


def test_diff_tells_an_end_from_the_last_day_that_is_documented(factlint: CommandLine, tmp_path: Path) -> None:
    old = folder_of(tmp_path / "old", raw_rule(value("2019-05-01", known_until="2025-12-31")))
    new = folder_of(tmp_path / "new", raw_rule(value("2019-05-01", "2025-12-31")))
    assert "documented to 2025-12-31 → to 2025-12-31" in factlint("reference", "diff", old, new).out


def test_diff_of_upkeep_is_only_shown_when_asked_for(factlint: CommandLine, tmp_path: Path) -> None:
    old = folder_of(tmp_path / "old", raw_rule(value("2019-05-01")))
    new = folder_of(tmp_path / "new", raw_rule(value("2019-05-01", verified_on="2026-12-01")))
    assert "verified" not in factlint("reference", "diff", old, new).out
    assert "verified 2026-11-21" in factlint("reference", "diff", old, new, "--all").out
    assert factlint("reference", "diff", old, old).out == "nothing differs\n"


def test_diff_reads_the_built_in_rules_by_name(factlint: CommandLine, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(RULES, copy)
    assert factlint("reference", "diff", copy).out == "nothing differs\n"
    assert factlint("reference", "diff", "built-in", copy).out == "nothing differs\n"
    assert factlint("reference", "diff", tmp_path / "nowhere").code == 2


def test_coverage_of_the_main_figures_fits_a_terminal(factlint: CommandLine) -> None:
    lines = factlint("reference", "coverage", *DAY).out.splitlines()
    assert max(map(width, lines)) <= 120
    rows = [line for line in lines if line.split()[1:2] and line.split()[1] in provinces()]
    assert len(rows) == len(provinces()) == 31
    assert {len(row.split()) for row in rows} == {2 + len(main_subjects())}


def test_coverage_tells_how_well_a_year_is_known(factlint: CommandLine, tmp_path: Path) -> None:
    rule = raw_rule(
        value("2020-01-01", "2020-12-31"),
        value("2021-01-01", "2021-12-31", evidence="reported"),
        value("2022-01-01", "2022-12-31", evidence="derived", note="推算"),
        value("2023-01-01", "2023-06-30"),
        region="460000",
        quantity="medical.rate",
        where={"payer": "employer"},
    )
    unknown = {
        "quantity": "medical.rate",
        "region": "460000",
        "from": "2024-01-01",
        "to": "2024-12-31",
        "why": "未见",
        "tried": [{"on": "2026-11-21", "what": "省局网站"}],
    }
    folder = folder_of(tmp_path / "own", rule, unknown=[unknown])
    arguments = ("--quantity", "medical.rate", "--years", "2020-2025", "--regions", "海南", "--reference", folder)
    cells = json.loads(factlint("reference", "coverage", *arguments, "--json").out)["cells"]
    known = [one["known"] for one in cells if one["where"] == {"payer": "employer"}]
    assert known == ["proved", "reported", "derived", "part", "unknown", "blank"]
    table = factlint("reference", "coverage", *arguments, "--markdown").out
    assert "`#rd+?.`" in table
    assert table.startswith("|  | `medical.rate")


def test_coverage_refuses_what_it_does_not_know(factlint: CommandLine) -> None:
    assert factlint("reference", "coverage", "--quantity", "nothing.like").code == 2
    assert factlint("reference", "coverage", "--years", "2026-2023").code == 2
    assert factlint("reference", "coverage", "--regions", "天上").code == 2


def test_show_gives_sentences_unknown_days_and_the_day_to_look_again(factlint: CommandLine, tmp_path: Path) -> None:
    out = factlint("reference", "show", "national.pension.rate.employer").out
    assert "  right: " in out
    assert "  wrong: " in out
    assert "【" in out
    assert "to be looked at again by" in out
    folder = folder_of(tmp_path / "own", raw_rule(value("2024-01-01", known_until="2025-12-31")))
    shown = factlint("reference", "show", "test.rate", "--reference", folder).out
    assert "2026-01-01 –: nothing is recorded" in shown


def test_validate_counts_and_warns_of_what_is_overdue(factlint: CommandLine, tmp_path: Path) -> None:
    outcome = factlint("reference", "validate")
    reference = load_reference()
    values = sum(len(rule.values) for rule in reference.rules)
    assert f"{len(reference.rules)} rules are valid: {values} values, " in outcome.out
    assert outcome.err == ""
    late = raw_rule(
        value("2019-05-01", review_by="2026-12-01"), region="460000", where={"payer": "employer"}, id="late"
    )
    folder = folder_of(tmp_path / "own", late)
    warned = factlint("reference", "validate", "--reference", folder, "--as-of", "2026-12-02")
    assert warned.code == 0
    assert "warning: late: its value since 2019-05-01 was due on 2026-12-01" in warned.err
    assert "late" not in factlint("reference", "validate", "--reference", folder, "--as-of", "2026-12-01").err
    years_later = factlint("reference", "validate", "--as-of", "2030-01-01").err.splitlines()
    assert len(years_later) == 11
    assert years_later[-1].endswith(" more: factlint reference due --as-of 2030-01-01")


@pytest.mark.parametrize("command", ["search", "history", "due", "diff", "dispute", "coverage", "add"])
def test_every_command_explains_itself(factlint: CommandLine, command: str) -> None:
    assert "Usage: factlint reference" in factlint("reference", command, "--help").out


def test_words_are_parted_where_the_script_changes(factlint: CommandLine) -> None:
    together, apart = (
        factlint("reference", "search", *words) for words in (["深圳pension费率"], ["深圳", "pension", "费率"])
    )
    assert together.out == apart.out
    assert "440300.pension.rate.employer" in together.out
