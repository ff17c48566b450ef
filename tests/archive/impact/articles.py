"""Articles of our own that speak of rules of every kind, and what a full check finds in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pyarrow as pa

from linter.archive.impact.again import Panel
from linter.archive.rows.slots import slots_of
from linter.archive.tables import ARTICLES, BATCH
from linter.article import Article
from linter.bench import Bench
from linter.engine import lint_document
from linter.judging.resting import may_rest_on
from linter.rule_cases import read_rule_cases
from linter.settings import Settings, bench_of
from linter.understanding import Understood, understand
from reference.model import Reference, Rule

SETTINGS = Settings(as_of=date(2026, 11, 21), profile="audit")

_OWN: Mapping[str, str] = {
    "rates.md": "# 费率一览\n\n2017-05-02\n\n单位养老保险按20%缴纳,个人按8%缴纳。福州市失业保险个人缴费比例为0.3%。",
    "old.md": "# 费率\n\n2024-03-01\n\n单位养老保险按20%缴纳。2018年,单位养老保险按20%缴纳。",
    "plain.txt": "企业为职工缴纳养老保险的比例是16%。企业为职工缴纳养老保险的比例是26%。",
    "table.html": "<h1>一览表</h1><table><tr><th>险种</th><th>单位</th><th>个人</th></tr>"
    "<tr><td>养老保险</td><td>20%</td><td>8%</td></tr><tr><td>失业保险</td><td>0.5%</td><td>0.5%</td></tr></table>",
    "spaced.html": "<p>单位&nbsp;养老保险\n 按&nbsp;&nbsp;20%\n缴纳。 失业保险金最长\n 可以领取48个月。</p>",
    "law.md": "第一条 为了规范。\n\n第二条 单位养老保险按26%缴纳。\n\n第三条 个人按8%。\n\n第四条 自公布之日起施行。",
    "spaced.txt": "医保家庭共济   可以绑定  配偶、父母、子女及   配偶父母。",
    "base.md": "# 北京缴费\n\n北京2025年10月,总监月薪50000元,养老保险个人每月扣50000×8%=4000元。",
    "implied.md": "缴费基数5000元,养老保险个人每月缴纳500元。\n\n缴费基数6000元,养老保险个人每月缴纳480元。",
    "wan.md": "2025年,一次性工亡补助金标准为108.376元。",
    "later.md": "重庆2022年度社保缴费基数上限为22017元。重庆2025年度社保缴费基数上限为22017元。",
    "least.md": "居民医保断缴越久,等待期随断缴年限延长,最长6个月。",
    "resident.md": "2023年,城乡居民医保个人缴费标准为60元/年。\n\n"
    "2025年居民医保个人缴费标准为每人每年400元,比上年增加50元。",
    "kin.md": "# 共济账户\n\n2023-02-01\n\n职工医保家庭共济仅限配偶、父母、子女使用。医保家庭共济可以绑定兄弟姐妹。",
    "kin2.md": "医保家庭共济不可以绑定子女。医保家庭共济可以绑定配偶、父母、子女及配偶父母。",
    "hotline.md": "咨询请拨打全国统一的医保服务热线12333。\n\n咨询医保请拨打12393。\n\n咨询请拨打医保服务热线12345。",
    "set.md": "医保个人账户里的钱可以用来买跑步机。医保个人账户不得用于体育健身。",
    "said.md": "医保个人账户家庭共济,双方必须在同一统筹区参保。医保家庭共济要求所有家庭成员都参加职工医保才能开通。",
    "term.md": "# 2025年新农合缴费\n\n2025年新农合每人缴400元。今年的新农合怎么交,新农合窗口说得清。",
    "gloss.md": "新农合(现城乡居民医保)每人缴400元。",
    "event.md": "《社会保险法》自2010年7月1日起施行。《社会保险法》自2011年7月1日起施行。",
    "cited.md": "依据《社会保险法》第十八条,失业保险金的标准低于最低工资、不低于最低生活保障。\n\n"
    "依据《社会保险法》第四十七条,失业保险金的标准由省级人民政府确定。",
    "formula.md": "基础养老金=社会平均工资×(1+平均缴费指数)×缴费年限×1%。",
    "retire.md": "1966年9月出生的男职工老马,延迟5个月退休。\n\n1972年出生的男职工,2034年退休。",
    "months.md": "60岁3个月退休,个人账户养老金计发月数为139。60岁退休,计发月数为139个月。",
    "due.md": "请在2024年12月31日前缴费,逾期不再受理。\n\n请在2026年12月25日前缴费,也可在2027年2月28日前补缴。",
    "years.md": "职工基本养老保险最低缴费年限为15年。2030年,职工养老保险最低缴费年限为15年。",
}
# The same sentences in different places, on both sides of days on which their rules change.
_SAID = (
    "单位养老保险按20%缴纳。",
    "单位养老保险按16%缴纳。",
    "自2019年5月起,单位养老保险按16%缴纳。",
    "2019年,单位养老保险按19%缴纳。",
)
_PLACES = (None, "440100", "150100", "330100")
_TURNS = (date(2016, 5, 1), date(2019, 5, 1))
_APART = (-367, -366, -365, -31, -2, -1, 0, 1, 31)
_RULED = Panel.of(bench_of(SETTINGS)).kinds()
_EVERY = 29
_TOGETHER = 3
_FIRST, _STEP = date(2014, 2, 1), timedelta(days=137)


@dataclass(frozen=True)
class Told:
    """A finding with all that makes its verdict."""

    document: str
    start: int
    end: int
    code: str
    severity: str
    at_publication: str
    now: str
    expected: str
    rule: str
    since: str


def batches() -> Iterator[pa.RecordBatch]:
    """The articles as a source gives them."""
    rows = list(_rows())
    for start in range(0, len(rows), BATCH):
        yield pa.RecordBatch.from_pylist(rows[start : start + BATCH], schema=ARTICLES)


def articles() -> tuple[Article, ...]:
    """The articles as ``check`` takes them."""
    return tuple(Article(row["path"], row["data"], row["region"], row["published"]) for row in _rows())


def full_check(bench: Bench) -> frozenset[Told]:
    """What the checks of rules and of staleness find, each article read and judged whole."""
    judging = replace(bench, checks=bench.judges)
    return frozenset(told for each in _understood() for told in _found(each, judging))


def rules_spoken_of(reference: Reference) -> tuple[Rule, ...]:
    """The rules that the judging of some claim rests on, in order of their ids."""
    said = {(type(claim).__name__, slots_of(claim).subject) for each in _understood() for claim in each.claims}
    known = sorted((kind, subject) for kind, subject in said if kind in _RULED)
    return tuple(
        rule
        for rule in sorted(reference.rules, key=lambda rule: rule.id)
        if any(may_rest_on(kind, subject, rule.quantity) for kind, subject in known)
    )


@cache
def _understood() -> tuple[Understood, ...]:
    regions = bench_of(SETTINGS).regions
    return tuple(understand(article.read(), regions) for article in articles())


def _rows() -> Iterator[dict[str, Any]]:
    for name, text in _OWN.items():
        yield _row(name, text)
    for day in (None, *(turn + timedelta(days) for turn in _TURNS for days in _APART)):
        for place in _PLACES:
            for number, text in enumerate(_SAID):
                yield _row(f"said/{number}-{place}-{day}.md", text, place, day)
    cases = read_rule_cases().cases[::_EVERY]
    for number in range(len(cases) // _TOGETHER):
        some = cases[number * _TOGETHER :][:_TOGETHER]
        day = None if number % 4 == 0 else _FIRST + number * _STEP % (date(2026, 11, 1) - _FIRST)
        region = next((case.region for case in some if case.region), None)
        yield _row(f"cases/{number}.md", "\n\n".join(case.article.text for case in some), region, day)


def _row(name: str, text: str, region: str | None = None, published: date | None = None) -> dict[str, Any]:
    return {"id": name, "path": name, "data": text.encode(), "region": region, "published": published}


def _found(understood: Understood, bench: Bench) -> Iterator[Told]:
    for each in lint_document(understood, bench).result.findings:
        since = each.rule.value.period.start if each.rule else None
        yield Told(
            document=understood.document.path,
            start=each.span.start,
            end=each.span.end,
            code=each.code,
            severity=each.severity.value,
            at_publication=each.verdict.at_publication,
            now=each.verdict.now,
            expected=each.expected or "",
            rule=each.rule.rule.id if each.rule else "",
            since=str(since or ""),
        )
