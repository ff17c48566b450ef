"""``factlint forecast`` and ``factlint check --horizon``: what becomes wrong on which day."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from pathlib import Path

import icalendar
import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import CommandLine

SCHEMA = json.loads((Path(__file__).parents[2] / "reports/schema/report-v1.schema.json").read_text(encoding="utf-8"))
HOLDING, NEXT, DRAFT = "云州缴存办法", "云州缴存新办法", "云州缴存规划"


def value(start: str, end: str | None, number: int, title: str, **more: str) -> dict[str, object]:
    return {
        "from": start,
        "to": end,
        "value": number,
        "state": "in_force",
        "evidence": "official",
        "verified_on": "2031-01-01",
        "source": {"title": title, "issuer": "云州市人民政府", "published": "2031-01-01"},
    } | more


def rule(name: str, quantity: str, *values: dict[str, object]) -> dict[str, object]:
    about = {"title": "云州比例", "title_en": "Rate of Yunzhou", "unit": "percent", "region": "000000", "kind": "value"}
    return {"id": name, "quantity": quantity, **about, "values": values}


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """One rule that changes on 2031-07-01, a draft, an end without a successor, and one whose documents just end."""
    known = value("2030-01-01", None, 7, HOLDING, known_until="2031-08-31")
    del known["to"]
    content = [
        rule(
            "yunzhou.fund",
            "housing_fund.rate",
            value("2020-01-01", "2031-06-30", 9, HOLDING),
            value("2031-07-01", None, 10, NEXT),
        ),
        rule("yunzhou.draft", "pension.adjust_rate", value("2032-01-01", None, 3, DRAFT) | {"state": "announced"}),
        rule("yunzhou.ends", "pension.account_interest", value("2030-01-01", "2031-09-30", 2, HOLDING)),
        rule("yunzhou.known", "pension.basic_rate_per_year", known),
    ]
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "fund.json").write_text(json.dumps({"rules": content}, ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "notice.md"
    file.write_text("# 通知\n\n住房公积金缴存比例为9%。\n\n请在2031年5月31日前缴费,逾期不再受理。\n", encoding="utf-8")
    return file


def mine(entries: list[dict[str, str]]) -> list[tuple[str, str, str, str]]:
    own = [entry for entry in entries if entry["rule"].startswith("yunzhou.")]
    return [(entry["day"], entry["rule"], entry["now"], entry["then"]) for entry in own]


def test_articles_are_listed_by_the_day_on_which_a_sentence_turns_wrong(
    factlint: CommandLine, rules: Path, article: Path
) -> None:
    asked = ("forecast", article, "--as-of", "2031-03-01", "--reference", rules, "--until", "2031-12-31")
    outcome = factlint(*asked, "--format", "json")
    assert outcome.code == 0
    content = json.loads(outcome.out)
    told = [(each["day"], each["line"], each["quote"], each["then"]) for each in content["entries"]]
    assert told == [("2031-06-01", 5, "2031年5月31日", ""), ("2031-07-01", 3, "9%", "10%")]
    assert NEXT in content["entries"][1]["source"]
    assert (content["as_of"], content["until"], content["problems"]) == ("2031-03-01", "2031-12-31", [])


def test_text_has_a_paragraph_for_each_day(factlint: CommandLine, rules: Path, article: Path) -> None:
    asked = ("forecast", article, "--as-of", "2031-03-01", "--reference", rules, "--within", "1y", "--lang", "en")
    lines = factlint(*asked).out.splitlines()
    assert lines[0] == "2031-06-01"
    assert lines[1].endswith(f"{article.as_posix()}:5:3  “2031年5月31日” will be over")
    assert f"{article.as_posix()}:3:11  “9%” → 10%" in lines[lines.index("2031-07-01") + 1]
    assert lines[-1] == "After 2031-03-01 and until 2032-02-29: 2 to change."


def test_a_table_and_a_calendar_hold_the_same(factlint: CommandLine, rules: Path, article: Path) -> None:
    asked = ("forecast", article, "--as-of", "2031-03-01", "--reference", rules, "--within", "1y", "--format")
    rows = list(csv.DictReader(io.StringIO(factlint(*asked, "csv").out.removeprefix("\ufeff"))))
    events = icalendar.Calendar.from_ical(factlint(*asked, "ics").out).walk("VEVENT")
    assert [row["day"] for row in rows] == ["2031-06-01", "2031-07-01"]
    assert [event.decoded("dtstart") for event in events] == [date(2031, 6, 1), date(2031, 7, 1)]
    assert "9%" in str(events[1]["summary"])
    assert NEXT in str(events[1]["description"])
    assert factlint(*asked, "ics").out == factlint(*asked, "ics").out


def test_without_articles_the_rules_are_the_calendar(factlint: CommandLine, rules: Path) -> None:
    asked = ("forecast", "--as-of", "2031-03-01", "--reference", rules, "--until", "2032-01-01", "--format", "json")
    entries = json.loads(factlint(*asked).out)["entries"]
    assert mine(entries) == [
        ("2031-07-01", "yunzhou.fund", "9%", "10%"),
        ("2031-10-01", "yunzhou.ends", "2%", ""),
        ("2032-01-01", "yunzhou.draft", "", "3%"),
    ]
    assert [entry["day"] for entry in entries] == sorted(entry["day"] for entry in entries)
    text = factlint(*asked[:-1], "text").out
    assert "目标或草案" in next(line for line in text.splitlines() if "yunzhou.draft" in line)


def test_a_place_narrows_the_calendar_of_the_rules(factlint: CommandLine, rules: Path) -> None:
    asked = ("forecast", "--as-of", "2031-03-01", "--reference", rules, "--within", "10y", "--format", "json")
    places = {each["place"] for each in json.loads(factlint(*asked, "--region", "全国").out)["entries"]}
    assert places == {"全国"}


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (("--until", "2031-01-01", "--within", "1y"), "exclude each other"),
        (("--within", "soon"), "no duration"),
        (("--until", "tomorrow"), "YYYY-MM-DD"),
        ((".", "--region", "全国"), "leave the paths out"),
    ],
)
def test_wrong_use_is_told(factlint: CommandLine, wrong: tuple[str, ...], says: str) -> None:
    outcome = factlint("forecast", *wrong)
    assert outcome.code == 2
    assert says in outcome.err


def test_what_cannot_be_read_is_told_beside_the_rest(factlint: CommandLine, rules: Path, article: Path) -> None:
    broken = article.with_name("broken.docx")
    broken.write_bytes(b"nothing of the kind")
    asked = ("forecast", article, broken, "--as-of", "2031-03-01", "--reference", rules, "--format", "json")
    outcome = factlint(*asked)
    assert outcome.code == 3
    assert len(json.loads(outcome.out)["entries"]) == 2
    assert "broken.docx" in outcome.err


@pytest.mark.parametrize(
    ("options", "warned", "code"),
    [
        ((), 0, 0),
        (("--horizon", "91d"), 0, 0),
        (("--horizon", "92d"), 1, 0),
        (("--horizon", "6m"), 2, 0),
        (("--horizon", "6m", "--fail-on", "warning"), 2, 0),
        (("--horizon", "6m", "--fail-on-stale"), 2, 1),
        (("--horizon", "6m", "--profile", "publish"), 2, 0),
    ],
)
def test_a_check_with_a_horizon_warns_and_does_not_fail(
    factlint: CommandLine, rules: Path, article: Path, options: tuple[str, ...], warned: int, code: int
) -> None:
    asked = ("check", article, "--as-of", "2031-03-01", "--reference", rules, "--isolated", "--format", "json")
    outcome = factlint(*asked, *options)
    report = json.loads(outcome.out)
    Draft202012Validator(SCHEMA).validate(report)
    found = [each for document in report["documents"] for each in document["findings"]]
    assert [(each["code"], each["severity"]) for each in found] == [("ST103", "warning")] * warned
    assert outcome.code == code


def test_the_configuration_can_set_the_horizon(factlint: CommandLine, rules: Path, article: Path) -> None:
    article.with_name("factlint.toml").write_text('horizon = "6m"\n', encoding="utf-8")
    asked = ("check", article, "--as-of", "2031-03-01", "--reference", rules)
    assert factlint(*asked).out.count("ST103") == 2
    assert factlint(*asked, "--horizon", "0d").out.count("ST103") == 0


def test_a_calendar_without_its_library_says_what_to_install(
    factlint: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    outcome = factlint("forecast", "--format", "ics")
    assert outcome.code == 2
    assert "factlint[calendar]" in outcome.err
