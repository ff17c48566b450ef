"""The reference commands that write: dispute and add."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from reference.load import RULES, load_folders, load_reference
from reference.model import DisputeVerdict
from reference.validate import validate
from reference.write import rule_file_text
from tests.cli.conftest import CommandLine
from tests.reference.written_rules import raw_rule, value

DAY = ("--as-of", "2026-11-21")
RATE = "national.pension.rate.employer"
FLOOR = "510000.contribution.base_floor"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of rules, empty so far."""
    made = tmp_path / "own"
    made.mkdir()
    return made


@pytest.fixture
def floor_of_2025(folder: Path) -> None:
    """In the folder, the floor of Sichuan as documented to the end of 2025, whatever the pack knows of later years."""
    rule = raw_rule(
        value("2024-01-01", "2024-12-31", 4511),
        value("2025-01-01", known_until="2025-12-31", number=4588, review_by="2027-01-31"),
        **{"id": FLOOR, "quantity": "contribution.base_floor", "region": "510000", "unit": "yuan", "per": "month"},
    )
    (folder / "510000").mkdir()
    (folder / "510000" / "contribution.json").write_text(rule_file_text({"rules": [rule]}), encoding="utf-8")


def disputed(factlint: CommandLine, folder: Path, *more: str) -> Any:
    words = ("--says", "应为17%", "--by", "某读者", "--reference", folder, *DAY)
    return factlint("reference", "dispute", RATE, "--value", "2019-05-01", *words, *more)


def test_a_dispute_is_recorded_and_its_value_makes_no_error(factlint: CommandLine, folder: Path) -> None:
    article = folder.parent / "a.md"
    article.write_text("---\ndate: 2025-03-01\n---\n企业为职工缴纳养老保险的比例是20%。\n", encoding="utf-8")
    check = ("check", article, "--reference", folder, "--lang", "en", *DAY)
    before = factlint("check", article, "--lang", "en", *DAY)
    assert " error " in before.out
    assert "disputed" not in before.out
    assert disputed(factlint, folder, "--source-title", "某文件", "--doc-no", "某发〔2025〕1号").code == 0
    after = factlint(*check)
    assert " warning " in after.out
    assert " error " not in after.out
    assert "disputed, not yet decided" in after.out
    (finding,) = json.loads(factlint(*check, "--format", "json").out)["documents"][0]["findings"]
    assert finding["rule"]["disputed"] is True
    assert "disputed, not yet decided" in factlint(*check, "--format", "html").out


def test_disputes_are_listed_shown_and_decided(factlint: CommandLine, folder: Path) -> None:
    assert disputed(factlint, folder).code == 0
    listed = factlint("reference", "dispute", "--list", "--reference", folder)
    assert f"{RATE} since 2019-05-01: disputed by 某读者 on 2026-11-21: 应为17%" in listed.out
    built_in = load_reference().disputes
    still_open = 1 + sum(one.verdict is DisputeVerdict.OPEN for one in built_in)
    assert listed.out.splitlines()[-1].startswith(f"{len(built_in) + 1} dispute")
    assert listed.out.endswith(f", {still_open} open\n")
    assert "disputed by 某读者" in factlint("reference", "show", RATE, "--reference", folder).out
    assert f" disputes ({still_open} open)" in factlint("reference", "validate", "--reference", folder).out
    decide = ("reference", "dispute", "--close", RATE, "--reference", folder, "--verdict", "rejected")
    assert "--why is missing" in factlint(*decide).err
    assert factlint(*decide, "--why", "原文为16%").code == 0
    (dispute,) = set(load_reference((folder,)).disputes) - set(built_in)
    assert (dispute.verdict, dispute.why) == (DisputeVerdict.REJECTED, "原文为16%")
    assert "no such open dispute" in factlint(*decide, "--why", "再次").err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((RATE, "--says", "x", "--by", "y"), "say with --reference"),
        (("--says", "x", "--by", "y", "--reference", "DIR"), "name the rule"),
        (("national.pension.rate.emploier", "--says", "x", "--by", "y", "--reference", "DIR"), f"did you mean {RATE}?"),
        ((RATE, "--says", "x", "--by", "y", "--reference", "DIR"), "has 3 values. Say with --value"),
        ((RATE, "--value", "1990-01-01", "--says", "x", "--by", "y", "--reference", "DIR"), "no value of 1990-01-01"),
        ((RATE, "--value", "2019-05-01", "--by", "y", "--reference", "DIR"), "--says is missing"),
        (
            (RATE, "--value", "2019-05-01", "--says", "x", "--by", "y", "--doc-no", "1号", "--reference", "DIR"),
            "'title' is missing",
        ),
    ],
)
def test_a_dispute_that_will_not_do_is_refused(
    factlint: CommandLine, folder: Path, arguments: tuple[str, ...], reason: str
) -> None:
    outcome = factlint("reference", "dispute", *(str(folder) if one == "DIR" else one for one in arguments))
    assert outcome.code == 2
    assert reason in outcome.err
    assert list(folder.iterdir()) == []


def test_one_person_disputes_a_value_once(factlint: CommandLine, folder: Path) -> None:
    disputed(factlint, folder)
    outcome = disputed(factlint, folder)
    assert outcome.code == 2
    assert "disputes this value already" in outcome.err


def table(folder: Path, *lines: str) -> Path:
    file = folder.parent / "new.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return file


@pytest.mark.usefixtures("floor_of_2025")
def test_a_table_adds_values_and_rules_and_closes_the_value_before(factlint: CommandLine, folder: Path) -> None:
    file = table(
        folder,
        "id,quantity,region,where,title,title_en,from,to,known_until,value,evidence,source_title,issuer,close",
        f"{FLOOR},,,,,,2026-01-01,,2026-12-31,4699,official,2026年度基数的通知,四川省人社厅,true",
        ",unemployment.rate,玉溪,payer=employer,玉溪单位费率,Rate in Yuxi,2025-01-01,,,0.7,reported,某报道,,",
    )
    outcome = factlint("reference", "add", "--reference", folder, "--from", file, *DAY)
    assert outcome.code == 0, outcome.err
    assert validate((RULES, folder)) == ()
    reference = load_reference((folder,))
    rule = reference.rule(FLOOR)
    assert rule is not None
    old, new = rule.values[-2:]
    assert (str(old.period.end), old.known_until, old.review_by) == ("2025-12-31", None, None)
    assert (new.display, str(new.known_until), str(new.verified_on)) == ("4699元/月", "2026-12-31", "2026-11-21")
    assert {one.by.id for one in reference.replaced} == {FLOOR}
    yuxi = reference.rule("530400.unemployment.rate.employer")
    assert yuxi is not None
    assert (yuxi.unit, dict(yuxi.where)) == ("percent", {"payer": "employer"})
    assert (folder / "510000" / "contribution.json").exists()
    assert (folder / "530400" / "rates.json").exists()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            f"{FLOOR},,2026-01-01,4700,official,,某厅",
            "new.csv:2, source_title: 'source_title' is missing",
        ),
        (f"{FLOOR},,2026-01-01,4700,official,某通知,", "new.csv:2, issuer: 'issuer' is missing. Name who issued"),
        (
            f"{FLOOR},,2025-06-01,4700,official,某通知,某厅",
            "the one of 2025-01-01 – 2025-12-31. Close the earlier",
        ),
        (f"{FLOOR},,2026-01-01,许多,official,某通知,某厅", "'许多' is not a number. Write digits alone"),
        (f"{FLOOR},,2026-13-01,4700,official,某通知,某厅", "from: not a date of the form"),
        (f"{FLOOR},,2026-01-01,4700,certain,某通知,某厅", "'certain' is not possible here. Known are: corroborated"),
        (f"{FLOOR},pension.rate,2026-01-01,4700,official,某通知,某厅", "has the quantity 'contribution.base_floor'"),
        (
            ",pension.rat,2026-01-01,16,official,某通知,某厅",
            "'pension.rat'. Did you mean 'pension.rate'?",
        ),
    ],
)
def test_a_line_that_will_not_do_is_refused_and_nothing_is_written(
    factlint: CommandLine, folder: Path, line: str, reason: str
) -> None:
    file = table(folder, "id,quantity,from,value,evidence,source_title,issuer", line)
    outcome = factlint("reference", "add", "--reference", folder, "--from", file, *DAY)
    assert outcome.code == 2
    assert reason in outcome.err
    assert list(folder.rglob("*.json")) == []


NEW_RULE = {
    "quantity": "unemployment.rate",
    "region": "玉溪",
    "where": "payer=employer",
    "title": "玉溪单位费率",
    "title_en": "Rate in Yuxi",
    "from": "2025-01-01",
    "value": "0.7",
    "evidence": "reported",
    "source_title": "某报道",
}


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"quantity": ""}, "quantity: 'quantity' is missing. Name what the rule governs"),
        ({"kind": "vaule"}, "unknown kind 'vaule'. Did you mean 'value'?"),
        ({"kind": "hotline"}, "unemployment.rate is a number, not a hotline. Write value"),
        ({"where": "player=employer"}, "unemployment.rate is not narrowed by 'player'. Did you mean 'payer'?"),
        ({"where": "employer"}, "'employer' has no value. Write names with their values"),
        ({"to": "2025-12-31", "known_until": "2025-12-31"}, "'to' and 'known_until' together. Keep 'to' when"),
        ({"evidence": "derived"}, "note: 'note' is missing. Say from what the figure was derived"),
        ({"url": "文件第三页"}, "'文件第三页' is no address. Cite title, number"),
    ],
)
def test_a_new_rule_that_will_not_do_is_refused(
    factlint: CommandLine, folder: Path, more: dict[str, str], reason: str
) -> None:
    columns = {**NEW_RULE, **more}
    file = table(folder, ",".join(columns), ",".join(columns.values()))
    outcome = factlint("reference", "add", "--reference", folder, "--from", file, *DAY)
    assert outcome.code == 2
    assert reason in outcome.err
    assert list(folder.rglob("*.json")) == []


def test_the_note_of_a_line_is_kept(factlint: CommandLine, folder: Path) -> None:
    columns = {**NEW_RULE, "evidence": "derived", "note": "由合计减去个人部分"}
    file = table(folder, ",".join(columns), ",".join(columns.values()))
    assert factlint("reference", "add", "--reference", folder, "--from", file, *DAY).code == 0
    rule = load_reference((folder,)).rule("530400.unemployment.rate.employer")
    assert rule is not None
    assert rule.values[0].note == "由合计减去个人部分"


def test_a_comma_without_quotes_is_named_with_its_line(factlint: CommandLine, folder: Path) -> None:
    file = table(folder, "id,source_title", f"{FLOOR},甲通知,乙通知")
    outcome = factlint("reference", "add", "--reference", folder, "--from", file, *DAY)
    assert outcome.code == 2
    assert "new.csv:2: more cells than columns" in outcome.err


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("16", "give a rule, a list of rules"),
        (["16"], "give a rule, a list of rules"),
        ({"rules": "16"}, "give a rule, a list of rules"),
        ({"id": RATE, "region": "510000", "values": []}, f"{RATE} stands there with another region: '000000'"),
        ({"id": RATE}, "'values' is missing. Give a list of values"),
    ],
)
def test_json_that_holds_no_new_values_is_refused(
    factlint: CommandLine, folder: Path, content: object, reason: str
) -> None:
    file = folder.parent / "new.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    outcome = factlint("reference", "add", "--reference", folder, "--from", file, *DAY)
    assert outcome.code == 2
    assert reason in outcome.err
    assert list(folder.rglob("*.json")) == []


def test_an_unknown_column_is_named_with_the_nearest(factlint: CommandLine, folder: Path) -> None:
    file = table(folder, "id,quanity", "a,b")
    outcome = factlint("reference", "add", "--reference", folder, "--from", file)
    assert "unknown column 'quanity'. Did you mean 'quantity'?" in outcome.err


def test_what_would_not_be_valid_is_not_written(factlint: CommandLine, folder: Path) -> None:
    file = folder.parent / "new.json"
    file.write_text(json.dumps(raw_rule(value("2019-05-01"), quantity="pension.rate", unit="yuan")), encoding="utf-8")
    outcome = factlint("reference", "add", "--reference", folder, "--from", file, *DAY)
    assert outcome.code == 2
    assert "nothing was written" in outcome.err
    assert "counted in percent, not in yuan" in outcome.err
    assert list(folder.rglob("*.json")) == []


def test_json_adds_values_to_a_rule_of_the_folder_and_leaves_every_other_line(
    factlint: CommandLine, folder: Path
) -> None:
    own = raw_rule(value("2010-01-01", None, 20), region="460000", where={"payer": "employer"})
    other = raw_rule(value("2010-01-01", None, 8), id="other", region="460000", where={"payer": "employee"})
    file = folder / "rates.json"
    file.write_text(rule_file_text({"rules": [own, other]}), encoding="utf-8")
    before = file.read_text(encoding="utf-8").splitlines()
    new = folder.parent / "new.json"
    new.write_text(json.dumps({"id": "test.rate", "values": [value("2019-05-01", None, 16)]}), encoding="utf-8")
    refused = factlint("reference", "add", "--reference", folder, "--from", new, *DAY)
    assert "overlaps" in refused.err
    shown = factlint("reference", "add", "--reference", folder, "--from", new, "--close", "--dry-run", *DAY)
    assert "2010-01-01 – 2019-04-30: 20%" in shown.out
    assert file.read_text(encoding="utf-8").splitlines() == before
    assert factlint("reference", "add", "--reference", folder, "--from", new, "--close", *DAY).code == 0
    after = file.read_text(encoding="utf-8").splitlines()
    assert len(after) == len(before) + 2
    assert [line for line in before if line not in after] == [before[12]]
    rule = load_folders((folder,)).rule("test.rate")
    assert rule is not None
    assert [one.display for one in rule.values] == ["20%", "16%"]


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + "\n"))


@pytest.mark.usefixtures("floor_of_2025")
def test_questions_lead_to_a_new_value(factlint: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(
        monkeypatch,
        *("2025-06-01", "open", "n"),  # overlaps, and the earlier value stays: asked again
        *("", "documented", "2026-12-31", "y"),
        *("四千", "4699", ""),
        *("", "official", "", "2026年度基数的通知", "川人社发〔2026〕9号"),
        *("", "四川省人社厅", "2026-09-30", "http://mirror.example", "", "2026-09-30", "", "", "", "y"),
    )
    outcome = factlint("reference", "add", FLOOR, "--reference", folder, *DAY)
    assert outcome.code == 0, outcome.out + outcome.err
    said = outcome.out + outcome.err
    for refusal in (
        "overlaps the one of 2025-01-01",
        "'四千' is not a number",
        "'source_title' is missing. A value without its own source does not enter",
        "'issuer' is missing",
        "mirror.example is not an official site",
    ):
        assert refusal in said
    rule = load_reference((folder,)).rule(FLOOR)
    assert rule is not None
    new = rule.values[-1]
    assert (new.display, str(new.period.start), str(new.known_until)) == ("4699元/月", "2026-01-01", "2026-12-31")
    assert (new.source.doc_no, str(new.verified_on)) == ("川人社发〔2026〕9号", "2026-11-21")


def test_questions_lead_to_a_new_rule(factlint: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(
        monkeypatch,
        *("national.pension.rate.emploier", ""),
        *("unemployment.rat", "unemployment.rate", "天上", "玉溪", "payer=boss", "payer=employer", "", ""),
        *("玉溪失业保险单位费率", "Employer rate in Yuxi"),
        *("2025-01-01", "2025-12-31", "0.7", ""),
        *("", "", "某报道", "", "", "2025", "", "", "", "", "", "n"),
    )
    outcome = factlint("reference", "add", "--reference", folder, *DAY)
    said = outcome.out + outcome.err
    assert f"did you mean {RATE}?" in said
    assert "Did you mean 'unemployment.rate'?" in said
    assert "'天上' is no place" in said
    assert "'boss' is no value of 'payer'" in said
    assert "530400.unemployment.rate.employer: 玉溪失业保险单位费率" in said
    assert outcome.code == 0, said
    assert said.rstrip().endswith("nothing was written")
    assert list(folder.rglob("*.json")) == []


def test_questions_suit_the_quantity(factlint: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(
        monkeypatch,
        *("", "unemployment.base_floor", "玉溪", "", "", "玉溪失业保险基数下限", "Base floor in Yuxi", "month"),
        *("2025-01-01", "2025-12-31", "4700", "", "", "", "某报道", "", "", "2025", "", "", "", "", "", "y"),
    )
    outcome = factlint("reference", "add", "--reference", folder, *DAY)
    assert outcome.code == 0, outcome.out + outcome.err
    assert "Narrowed by facets" not in outcome.out
    rule = load_reference((folder,)).rule("530400.unemployment.base_floor")
    assert rule is not None
    assert (rule.per, rule.values[0].display) == ("month", "4700元/月")


def test_leaving_the_questions_writes_nothing(
    factlint: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "2026-01-01")
    assert factlint("reference", "add", FLOOR, "--reference", folder, *DAY).code == 130
    assert list(folder.iterdir()) == []


def test_answers_that_do_not_fit_the_other_rules_are_offered_again(
    factlint: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = ("official", "某通知", "", "国务院办公厅", "2026-09-01", "", "", "", "", "")
    again = ("y", "", "", "y", "16", "", "", *([""] * len(document)), "y")
    answer(monkeypatch, "2026-10-01", "open", "y", "15", "", "", *document, *again)
    outcome = factlint("reference", "add", RATE, "--reference", folder, *DAY)
    assert "do not add up to the total rate" in outcome.err
    assert "Title of the document it comes from [某通知]" in outcome.out
    assert outcome.code == 0, outcome.out + outcome.err
    rule = load_reference((folder,)).rule(RATE)
    assert rule is not None
    assert (rule.values[-1].display, str(rule.values[-1].period.start)) == ("16%", "2026-10-01")
