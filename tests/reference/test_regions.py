"""The region table: well formed, complete, dated; names lead back to their codes."""

from __future__ import annotations

import re
from datetime import date

import pytest

from reference.regions import CORPS, COUNTRY, Level, RegionTable, resolve_hint
from reference.vocabulary import load_json

TABLE = RegionTable.load()


def test_codes_are_six_digits_and_their_parents_exist() -> None:
    for code in TABLE:
        assert re.fullmatch(r"[1-9][0-9]{5}", code)
        parent = TABLE.parent(code)
        assert parent is not None
        assert parent == COUNTRY or parent in TABLE.data.current
        assert TABLE.within(code, parent)
    assert TABLE.parent(COUNTRY) is None
    assert TABLE.parent(CORPS) == COUNTRY


def test_counts_are_those_of_the_standard() -> None:
    levels = [TABLE.level(code) for code in TABLE]

    assert levels.count(Level.PROVINCE) == 34
    assert levels.count(Level.PREFECTURE) == 333
    # 2844 at the edition; then two new counties in 2024, and one district for two in 2025.
    assert levels.count(Level.COUNTY) == 2844 + 2 - 1


def test_every_name_leads_back_to_its_place() -> None:
    for code in TABLE:
        assert code in TABLE.names()[TABLE.name(code)]
        # 吉林 alone is the province.
        if code != "220200":
            assert code in TABLE.names()[TABLE.short(code)], code


def test_spellings_hold_known_codes_and_no_bare_word() -> None:
    for name, codes in TABLE.names().items():
        assert len(name) >= 2
        assert codes
        assert all(code in TABLE for code in codes), name
    for word in ("和平", "合作", "公安", "市区", "城关", "全国", "中国", "省直", "市辖区"):
        assert word not in TABLE.names()


@pytest.mark.parametrize(
    ("code", "full", "short"),
    [
        ("510104", "四川省成都市锦江区", "锦江区"),
        ("110105", "北京市朝阳区", "朝阳区"),
        ("429004", "湖北省仙桃市", "仙桃市"),
        ("513300", "四川省甘孜藏族自治州", "甘孜州"),
        ("420528", "湖北省宜昌市长阳土家族自治县", "长阳县"),
        ("150000", "内蒙古自治区", "内蒙古"),
        ("542500", "西藏自治区阿里地区", "阿里地区"),
        ("131100", "河北省衡水市", "衡水"),
        ("110103", "北京市崇文区", "崇文区"),
        ("000000", "全国", "全国"),
        ("660000", "新疆生产建设兵团", "新疆兵团"),
    ],
)
def test_names_for_readers(code: str, full: str, short: str) -> None:
    assert TABLE.full_name(code) == full
    assert TABLE.short(code) == short


@pytest.mark.parametrize("code", ["999999", "110199", "", "1101"])
def test_a_code_that_never_was_is_refused(code: str) -> None:
    assert code not in TABLE
    with pytest.raises(KeyError):
        TABLE.name(code)
    with pytest.raises(KeyError):
        TABLE.parent(code)


@pytest.mark.parametrize(
    ("code", "day", "found"),
    [
        ("371200", date(2018, 6, 1), "371200"),
        ("371200", date(2020, 1, 1), "370116"),
        ("370116", date(2017, 1, 1), "371202"),
        ("110103", date(2010, 6, 30), "110103"),
        ("110103", date(2010, 7, 1), "110101"),
        ("110104", date(2011, 1, 1), "110102"),
        ("341400", date(2011, 8, 21), "341400"),
        ("341400", date(2011, 8, 22), "340181"),
        ("330104", date(2021, 4, 8), "330104"),
        ("330104", date(2021, 4, 9), "330102"),
        ("330103", date(2024, 1, 1), "330105"),
        ("500112", date(2026, 1, 1), "500157"),
        ("310108", date(2016, 1, 1), "310106"),
        ("131100", date(2024, 1, 1), "131100"),
        ("320584", date(2015, 1, 1), "320509"),
    ],
)
def test_the_code_of_a_place_on_a_day(code: str, day: date, found: str) -> None:
    assert TABLE.on(code, day) == found


@pytest.mark.parametrize(
    ("code", "day", "in_use"),
    [
        ("330114", date(2021, 4, 8), False),
        ("330114", date(2021, 4, 9), True),
        ("653229", date(2024, 12, 26), False),
        ("653229", date(2024, 12, 27), True),
        ("500157", date(2025, 11, 5), False),
        ("460302", date(2021, 1, 1), True),
        ("371200", date(2021, 1, 1), False),
        ("510104", date(1999, 1, 1), True),
    ],
)
def test_codes_have_their_time(code: str, day: date, in_use: bool) -> None:
    assert TABLE.period(code).contains(day) is in_use


def test_a_successor_lives_or_has_one() -> None:
    for rows in TABLE.data.former.values():
        for row in rows:
            assert row.successor is None or row.successor in TABLE, row


@pytest.mark.parametrize(
    ("hint", "code"),
    [
        ("湖南郴州", "431000"),
        ("北京", "110000"),
        ("全国", "000000"),
        ("内蒙古自治区巴彦淖尔市", "150800"),
        ("131100", "131100"),
        ("371200", "371200"),
        (" 上海市 ", "310000"),
        ("四川-成都", "510100"),
        ("江苏昆山", "320583"),
        ("湖北公安", "421022"),
        ("南京鼓楼", "320106"),
        ("湖南郴州社保", "431000"),
        ("朝阳", "211300"),
        ("鼓楼区", None),
        ("湖南、湖北", None),
        ("999999", None),
        ("某地", None),
        ("", None),
    ],
)
def test_hints_of_front_matter(hint: str, code: str | None) -> None:
    assert resolve_hint(hint) == code


def test_the_table_is_read_once() -> None:
    assert RegionTable.load() is RegionTable.load()


def test_every_patch_entry_says_why_and_by_which_source() -> None:
    seen = set()
    for entry in load_json("regions_patch.json")["entries"]:
        assert entry.keys() <= {"code", "name", "from", "to", "successor", "reason", "source", "evidence"}
        assert entry["reason"]
        assert entry["source"]["title"]
        assert entry["evidence"] in {"official", "corroborated", "reported"}
        assert "from" in entry or "to" in entry
        assert "successor" not in entry or "to" in entry
        seen.add((entry["code"], entry["name"]))
    assert len(seen) == len(load_json("regions_patch.json")["entries"])
