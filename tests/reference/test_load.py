"""Loading: the same every time, further folders, and a clear word for every broken file."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from reference.load import RULES, RuleFileError, load_reference
from reference.model import Reference

INVALID = Path(__file__).parent / "invalid"
EXPECTED = yaml.safe_load((INVALID / "expected.yml").read_text(encoding="utf-8"))
BROKEN = sorted(name for name, expected in EXPECTED.items() if not expected["loads"])


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def test_loading_twice_gives_the_same_rules_and_digest(reference: Reference) -> None:
    again = load_reference()
    assert again.sha256 == reference.sha256
    assert again.rules == reference.rules


def test_the_digest_ignores_the_line_ends_of_a_checkout(tmp_path: Path) -> None:
    unix, dos = tmp_path / "unix", tmp_path / "dos"
    unix.mkdir()
    dos.mkdir()
    (unix / "a.json").write_bytes(_rule("a.rule"))
    (dos / "a.json").write_bytes(_rule("a.rule").replace(b"\n", b"\r\n"))
    assert load_reference((unix,)).sha256 == load_reference((dos,)).sha256


def test_the_digest_follows_the_content(tmp_path: Path, reference: Reference) -> None:
    (tmp_path / "a.json").write_bytes(_rule("a.rule"))
    more = load_reference((tmp_path,))
    assert more.sha256 != reference.sha256
    assert [rule.id for rule in more.rules if rule not in reference.rules] == ["a.rule"]


def test_a_further_folder_may_not_take_the_id_of_another_question(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(_rule("national.pension.rate.employer"))
    with pytest.raises(RuleFileError, match="is taken already"):
        load_reference((tmp_path,))


def test_a_rule_of_a_further_folder_replaces_the_answer_to_the_same_question(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(_rule("in_house.housing_fund"))
    loaded = load_reference((tmp_path,))
    assert [rule.id for rule in loaded.find("housing_fund.rate", None, {})] == ["in_house.housing_fund"]
    assert [(one.rule.id, one.by.id) for one in loaded.replaced] == [
        ("national.housing_fund.rate", "in_house.housing_fund")
    ]
    assert loaded.rule("national.housing_fund.rate") is None


def test_the_folder_named_last_wins(tmp_path: Path) -> None:
    for name, value in (("first", b"7"), ("second", b"9")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.json").write_bytes(_rule("in_house").replace(b'"value": 16', b'"value": ' + value))
    for order, expected in ((("first", "second"), "9"), (("second", "first"), "7")):
        (rule,) = load_reference([tmp_path / name for name in order]).find("housing_fund.rate", None, {})
        assert rule.values[0].accepts[0].low == Decimal(expected)


def test_a_value_under_dispute_is_marked(tmp_path: Path) -> None:
    dispute = {"rule": "a.rule", "from": "2020-01-01", "says": "17", "by": "somebody", "on": "2026-01-01"}
    for verdict, expected in (("open", True), ("rejected", False)):
        content = json.loads(_rule("a.rule")) | {"disputes": [dispute | {"verdict": verdict}]}
        (tmp_path / "a.json").write_text(json.dumps(content), encoding="utf-8")
        rule = load_reference((tmp_path,)).rule("a.rule")
        assert rule is not None
        assert rule.values[0].disputed is expected


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="no such folder"):
        load_reference((tmp_path / "nowhere",))


def test_a_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(_rule("a.rule", "养老").decode("utf-8").encode("gb18030"))
    with pytest.raises(RuleFileError, match="cannot be decoded"):
        load_reference((tmp_path,))


def test_infinity_is_no_number_of_a_rule(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(_rule("a.rule").replace(b'"value": 16', b'"value": Infinity'))
    with pytest.raises(RuleFileError, match="Infinity"):
        load_reference((tmp_path,))


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_line(name: str, tmp_path: Path) -> None:
    file = Path(shutil.copy(INVALID / f"{name}.json", tmp_path))
    with pytest.raises(RuleFileError) as caught:
        load_reference((tmp_path,))
    assert caught.value.file == file
    assert caught.value.line == EXPECTED[name]["line"]
    assert str(caught.value).startswith(f"{file}:{caught.value.line}: ")


def test_fractions_are_exact(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(_rule("a.rule").replace(b'"value": 16', b'"value": 0.1'))
    rule = load_reference((tmp_path,)).rule("a.rule")
    assert rule is not None
    assert rule.values[0].accepts[0].low == Decimal("0.1")


def test_a_list_of_regions_makes_a_rule_for_each(tmp_path: Path) -> None:
    text = _rule("a.rule").replace(b'"region": "000000"', b'"regions": ["420200", "420300"]')
    (tmp_path / "a.json").write_bytes(text)
    loaded = load_reference((tmp_path,))
    assert [rule.region for rule in loaded.rules if rule.id.startswith("a.rule@")] == ["420200", "420300"]


def test_the_package_has_rules_for_the_country_and_for_places() -> None:
    folders = {path.name for path in RULES.iterdir() if path.is_dir()}
    assert {"000000", "110000", "130000", "330000", "510000", "630000"} <= folders


def _rule(rule_id: str, title: str = "测试") -> bytes:
    value = {
        "from": "2020-01-01",
        "to": None,
        "value": 16,
        "state": "in_force",
        "evidence": "official",
        "verified_on": "2026-11-21",
        "source": {"title": "关于虚构费率的通知", "issuer": "测试部"},
    }
    rule = {
        "id": rule_id,
        "kind": "value",
        "quantity": "housing_fund.rate",
        "region": "000000",
        "title": title,
        "title_en": "test",
        "unit": "percent",
        "values": [value],
    }
    return json.dumps({"rules": [rule]}, ensure_ascii=False, indent=1).encode()
