"""Which lines date an article, and which only tell of dates."""

from __future__ import annotations

from datetime import date

import pytest

from linter.normalise import normalise
from linter.readers.bylines import (
    bracketed_day,
    enactment_day,
    parse_byline,
    parse_timestamp,
    trailing_day,
    url_day,
)


@pytest.mark.parametrize(
    "line",
    [
        "2025-05-06",
        "2025/5/6",
        "2025.05.06",
        "2025年5月6日",
        "2025-05-06 19:30",
        "2025-05-06T19:30:00+08:00",
        "民生新闻 2025-05-06",
        "2025-05-06 精选回答",
        "发布日期:2025-05-06",
        "发布于 2025-05-06",
        "【发布时间：2025年5月6日】",
        "来源:云江日报   2025-05-06 11:20",
        "2025/05/06\u00a0来源：云江百科\u00a0编辑：阿青",
        "作者：王小明 | 2025年5月6日 | 阅读 3.2万",
        "发布时间：2025-05-06 10:00 更新时间：2025-06-01 10:00",
        "更新时间：2025-06-01 发布时间：2025-05-06",
        "2025-05-06 00:00:00 来源： 市人社局 浏览次数：123 【字体：大 中 小】",
        "2025.05.06　云江服务台",
        "社保知识 2025-05-06 08:55www.yunjiang-bao.example.com养老保险",
    ],
)
def test_lines_that_date(line: str) -> None:
    byline = parse_byline(normalise(line))
    assert byline is not None
    assert byline.day == date(2025, 5, 6)


@pytest.mark.parametrize("line", ["5月6日", "3天前", "昨天", "资讯 05-06", "2025-02-30"])
def test_lines_that_date_without_a_day(line: str) -> None:
    byline = parse_byline(line)
    assert byline is not None
    assert byline.day is None


@pytest.mark.parametrize(
    "line",
    [
        "2025年5月6日起",
        "2025年5月6日 施行",
        "自2025年5月6日起执行新标准。",
        "2024年8月1日至2025年1月20日",
        "时间:2025年3月1日-2025年6月30日",
        "截止日期:2025-07-01",
        "报名截止日期为2025年8月1日",
        "2025年12月31日前",
        "2025年起缴费8%",
        "第1-6个月1900元",
        "需连续缴3-10个月",
        "1月15日前缴清",
        "2025年5月6日 每月400元",
        "云江新政启动日是2025年5月6日",
        "没有日期的一行",
        "",
    ],
)
def test_lines_that_only_tell(line: str) -> None:
    assert parse_byline(normalise(line)) is None


def test_a_bracket_dates_when_it_says_so() -> None:
    assert bracketed_day(normalise("请办理。（发布日期：2025年3月18日）")) == date(2025, 3, 18)
    assert bracketed_day(normalise("请办理。（截止日期：2025年3月18日）")) is None


def test_the_history_of_a_law() -> None:
    assert enactment_day("2012年12月28日 云江市第八次会议《关于修订<某法>的决定》修正") == date(2012, 12, 28)
    assert enactment_day("2021年5月1日 施行") is None


@pytest.mark.parametrize(
    ("line", "bare", "day"),
    [
        ("云江社保怎么转 2025-05-06", "云江社保怎么转", date(2025, 5, 6)),
        ("云江社保怎么转[2025-05-06]", "云江社保怎么转", date(2025, 5, 6)),
        ("云江社保怎么转2025-05-06", "云江社保怎么转", date(2025, 5, 6)),
        ("云江社保怎么转 5月6日", "云江社保怎么转", None),
    ],
)
def test_a_date_behind_a_title(line: str, bare: str, day: date | None) -> None:
    assert trailing_day(line) == (len(bare), day)


@pytest.mark.parametrize("line", ["2025-05-06", "开放到5月6日", "云江2025-05-06起停办"])
def test_no_date_behind_a_title(line: str) -> None:
    assert trailing_day(line) is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-11-06T09:12:00+08:00", date(2025, 11, 6)),
        ("2025-11-05T17:12:00Z", date(2025, 11, 6)),
        ("2025-11-28 10:05", date(2025, 11, 28)),
        ("2025年11月28日", date(2025, 11, 28)),
        ("20251128", date(2025, 11, 28)),
        ("2025", None),
        ("soon", None),
    ],
)
def test_timestamps_of_machines(written: str, day: date | None) -> None:
    assert parse_timestamp(written) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.com/2025/04/22/x.html", date(2025, 4, 22)),
        ("https://example.com/2025/4/2/x.html", date(2025, 4, 2)),
        ("https://example.com/art/202504/t20250422_81.html", date(2025, 4, 22)),
        ("https://example.com/2025-04/22/x.html", date(2025, 4, 22)),
        ("2025-04-22-jishu.md", date(2025, 4, 22)),
        ("条例(2018-12-29).md", date(2018, 12, 29)),
        ("https://example.com/n/120250422999.html", None),
        ("https://example.com/2025/13/45/x.html", None),
        ("a.md", None),
    ],
)
def test_dates_in_addresses(address: str, day: date | None) -> None:
    assert url_day(address) == day
