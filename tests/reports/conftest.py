"""Hand-built runs for the tests of the reports: invented articles, invented places, real types."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from linter.document import Block, BlockKind, Cell, Document, Published, ReadContent, Section, SectionKind, Table
from linter.finding import (
    Confidence,
    Evidence,
    Finding,
    Message,
    RuleCitation,
    Severity,
    Step,
    Suggestion,
    Verdict,
)
from linter.fingerprint import named
from linter.report import RenderOptions
from linter.result import Coverage, DocumentResult, Problem, RunResult, SectionResult
from linter.text import SourceMap, Span
from reference.interval import Interval
from reference.model import Grade, Rule, Source, State, Value
from reference.period import Period

PLACES = {"000000": "全国", "990100": "云州市"}
SHOWN = re.compile(r"(?P<lead>----\n# |#+ |- |> |\| )?(?P<text>.*(?:\n|$))")
KINDS = {
    "----\n# ": BlockKind.HEADING,
    "# ": BlockKind.HEADING,
    "## ": BlockKind.HEADING,
    "- ": BlockKind.ITEM,
    "> ": BlockKind.QUOTE,
    "| ": BlockKind.ROW,
}
BREAK = "----\n# "


@dataclass(frozen=True)
class Article:
    """A document and the spans that its text marks with 【】, in the order in which they begin."""

    document: Document
    spans: tuple[Span, ...]

    def sentence(self, span: Span) -> Span:
        text = self.document.text
        stop, line = text.find("。", span.end), text.find("\n", span.end)
        ends = [at for at in (stop + 1 if stop >= 0 else -1, line) if at >= 0]
        start = max(text.rfind("。", 0, span.start), text.rfind("\n", 0, span.start)) + 1
        return Span(start, min(ends, default=len(text)))


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    text, open_at, spans = "", [], []
    for char in marked:
        if char == "【":
            open_at.append((len(text), len(spans)))
            spans.append(Span(0, 0))
        elif char == "】":
            start, index = open_at.pop()
            spans[index] = Span(start, len(text))
        else:
            text += char
    return text, tuple(spans)


def article(marked: str, path: str = "articles/a.md", **changes: object) -> Article:
    """``# `` headings, ``- `` items, ``> `` quotes, ``| `` rows with tabs, ---- before a teaser: none is visible."""
    source, marks = unmarked(marked)
    kept = [at for match in SHOWN.finditer(source) for at in range(*match.span("text"))]
    visible = "".join(source[at] for at in kept)
    seen = {at: index for index, at in enumerate(kept)}
    seen[len(source)] = len(visible)
    spans = tuple(Span(seen[mark.start], seen[mark.start] + len(mark)) for mark in marks)
    document = Document(
        path=path,
        format="markdown",
        encoding="utf-8",
        sha256=hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest(),
        title=None,
        content=ReadContent(
            source,
            visible,
            visible,
            SourceMap(kept, [at + 1 for at in kept]),
            tuple(sections(source, visible, seen)),
        ),
    )
    return Article(replace(document, **changes), spans)


def sections(source: str, visible: str, seen: dict[int, int]) -> list[Section]:
    parts: list[list[Block]] = [[]]
    for match in SHOWN.finditer(source):
        if match["lead"] == BREAK:
            parts.append([])
        if match["text"].strip():
            start = seen[match.start("text")]
            kind = KINDS.get(match["lead"], BlockKind.PARAGRAPH)
            span = Span(start, start + len(match["text"].rstrip("\n")))
            parts[-1].append(Block(span, kind, (match["lead"] or "").count("#")))
    return [section(visible, number, tuple(blocks)) for number, blocks in enumerate(parts)]


def section(visible: str, number: int, blocks: tuple[Block, ...]) -> Section:
    kind = SectionKind.TEASER if number else SectionKind.ARTICLE
    title = next((block.span for block in blocks if block.kind is BlockKind.HEADING), None)
    published = Published(date(2025, 4, 22), "byline" if number else "front-matter")
    whole = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(0, 0)
    return Section(whole, kind, title, published, blocks, tables(visible, blocks), None, number > 0)


def tables(visible: str, blocks: tuple[Block, ...]) -> tuple[Table, ...]:
    """One table of all the rows; a tab stands between cells."""
    rows = [block.span for block in blocks if block.kind is BlockKind.ROW]
    if not rows:
        return ()
    cells = tuple(
        tuple(
            Cell(Span(row.start + match.start(), row.start + match.end()), r, c, r == 0)
            for c, match in enumerate(re.finditer(r"[^\t]+", row.cut(visible)))
        )
        for r, row in enumerate(rows)
    )
    return (Table(Span(rows[0].start, rows[-1].end), cells),)


def finding(of: Article, index: int = 0, **changes: object) -> Finding:
    """A finding on the marked span of that number."""
    span = of.spans[index]
    plain = Finding(
        code="AR101",
        name="product-mismatch",
        family="arithmetic",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message=Message("乘积与文中金额不符。", "The product does not meet the amount given."),
        span=span,
        context=of.sentence(span),
    )
    return replace(plain, **changes)


def result(of: Article, *findings: Finding, coverage: Coverage | None = None) -> DocumentResult:
    scopes = tuple(SectionResult(index, "990100" if index == 0 else None) for index in range(len(of.document.sections)))
    return DocumentResult(of.document, scopes, coverage or Coverage(), named(of.document, findings))


def run(*documents: DocumentResult, problems: tuple[Problem, ...] = ()) -> RunResult:
    return RunResult(documents, problems, date(2026, 11, 21), "ci", 128, "5f" * 32, "0.1.0")


def dated(start: str | None, end: str | None, percent: str, state: State = State.IN_FORCE) -> Value:
    days = (date.fromisoformat(day) if day else None for day in (start, end))
    return Value(
        period=Period(*days),
        evidence=Grade.OFFICIAL,
        state=state,
        source=Source(
            f"关于调整费率的通知（{start or '早年'}）",
            doc_no="云发〔2019〕13号",
            issuer="云州市人民政府",
            published=date(2019, 4, 1),
            url="https://www.example.gov.cn/notice/2019-13.html",
        ),
        accepts=(Interval.point(Decimal(percent)),),
        display=f"{percent}%",
    )


def rate_rule() -> Rule:
    values = (
        dated(None, "2016-04-30", "20"),
        dated("2016-05-01", "2019-04-30", "19"),
        dated("2019-05-01", None, "16"),
    )
    return Rule(
        "pension.employer_rate", "value", "pension.rate", "000000", "单位养老保险费率", "Employer pension rate", values
    )


MAIN = """# 云州市2025年社保缴费怎么算
云州市的李女士问：单位和个人每月各交多少？下面按基数4900元算一遍。
## 一、单位部分
【2025年，单位养老保险按【20%】缴纳】，基数【4900元】，每月【1980元】；医疗保险按【8%】缴纳，每月392元。其余险种的费率由当地另行公布，缴费前最好向经办窗口确认。
## 二、个人部分
- 养老保险【8%】，每月392元。
- 医疗保险2%，每月98元，另加大病保险每月3元。
- 失业保险0.5%，每月24.5元。
| 险种\t单位\t个人
| 养老\t16%\t8%
| 医疗\t【9%】\t2%
灵活就业人员可以在缴费基数的60%至300%之间自行选择档次，选定之后一个年度之内不再变更。办理时带上身份证和银行卡。
> 咨询可以拨打医保热线【12333】，也可以到窗口办理。
----
# 青江县居民医保开始缴费
2026年度居民医保个人缴费为每人【380元】，截止到12月31日……
----
# 云州市门诊报销比例
职工门诊报销起付线为200元，超过部分按比例支付……
----
# 异地就医备案怎么办
在手机上就能备案，备案后直接结算……"""


def main_document() -> DocumentResult:
    of = article(MAIN, title="云州市2025年社保缴费怎么算")
    rule = rate_rule()
    _, rate, base, amount, medical, _, _, hotline, _ = of.spans
    low, warning = Confidence.LOW, Severity.WARNING
    return result(
        of,
        finding(
            of,
            1,
            code="RF101",
            name="rate-never-in-force",
            family="reference",
            message=Message(
                "文中说2025年单位养老保险费率为20%，而自2019-05-01起全国统一为16%（云发〔2019〕13号）。",
                "The text gives an employer pension rate of 20% for 2025; it has been 16% since 2019-05-01.",
            ),
            claim=(("quantity", "pension.rate"), ("payer", "employer"), ("value", "20")),
            expected="16%",
            verdict=Verdict("wrong", "wrong"),
            rule=RuleCitation(rule, rule.values[2]),
            suggestion=Suggestion(rate, "16%"),
            cause=Message("沿用了2016年以前的费率。", "The rate of before 2016 was kept."),
        ),
        finding(
            of,
            3,
            message=Message(
                "4900元×20%=980元，文中写作1980元，相差1000元。",
                "4900 × 20% is 980, the text says 1980: off by 1000.",
            ),
            evidence=(Evidence("base", base), Evidence("rate", rate)),
            claim=(("amount", "1980"), ("base", "4900"), ("rate", "20")),
            expected="980元",
            verdict=Verdict("wrong", "wrong"),
            proof=(
                Step("divide", ("20", "100"), "0.20"),
                Step("multiply", ("4900", "0.20"), "980.00"),
                Step("differ", ("980.00", "1980", "0.5"), "true"),
            ),
            suggestion=Suggestion(amount, "980元"),
            cause=Message("前面多写了一个1。", "A digit 1 too many at the front."),
        ),
        finding(
            of,
            0,
            code="ST101",
            name="superseded-rate",
            family="staleness",
            severity=warning,
            confidence=Confidence.MEDIUM,
            message=Message("这句话说的是旧费率，整句需要更新。", "This sentence speaks of an old rate."),
            verdict=Verdict("right", "stale"),
            rule=RuleCitation(rule, rule.values[0]),
        ),
        finding(
            of,
            6,
            code="CT101",
            name="rates-disagree",
            family="contradiction",
            severity=warning,
            confidence=low,
            message=Message(
                "表中单位医疗费率为9%，前文为8%：同一险种、同一缴费人的两种说法。",
                "The table gives 9% for the employer, the text above gives 8%.",
            ),
            evidence=(Evidence("other-claim", medical), Evidence("other-claim", Span(0, 2), "articles/gone.md")),
        ),
        finding(
            of,
            7,
            code="RF301",
            name="wrong-hotline",
            family="reference",
            severity=Severity.INFO,
            message=Message("医保热线是12393；12333是人社热线。", "The medical insurance line is 12393."),
            verdict=Verdict("unknown", "wrong"),
            suggestion=Suggestion(hotline, "12393"),
        ),
        finding(
            of,
            8,
            code="ST102",
            name="superseded-amount",
            family="staleness",
            severity=warning,
            message=Message("380元是2024年度的标准。", "380 yuan was the amount of 2024."),
            verdict=Verdict("wrong", "stale"),
        ),
        coverage=Coverage(42, 36, 31, 5, (("no-local-rule", 4), ("hypothetical", 1))),
    )


HOSTILE = (
    "# <script>alert(1)</script>\n"
    '按【"><img src=x onerror=alert(2)>】缴\u202e00元\u202c，\x1b[31m红\x1b[0m\x00末尾 &amp; '
    "</style></script> '单引号'。"
)


def hostile_document() -> DocumentResult:
    of = article(HOSTILE, path='articles/<b>"\u202e\x1b[2J.md', title="<script>alert(3)</script>")
    bad = "</script><script>alert(4)</script>\x1b]0;x\x07"
    value = replace(dated("2020-01-01", None, "8"), source=Source(bad, url="javascript:alert(5)"), note=bad)
    rule = Rule("x", "value", "x", "000000", bad, bad, (value,))
    return result(
        of,
        finding(
            of,
            code='X"1',
            name=bad,
            family='<i a="',
            message=Message(bad, bad),
            claim=((bad, bad),),
            evidence=(Evidence('"><b>', of.spans[0], bad),),
            proof=(Step(bad, (bad,), bad),),
            rule=RuleCitation(rule, value),
            suggestion=Suggestion(of.spans[0], bad),
            cause=Message(bad, bad),
        ),
        coverage=Coverage(1, 0, 0, 0, ((bad, 1),)),
    )


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    return article


@pytest.fixture(scope="session")
def make_finding() -> Callable[..., Finding]:
    return finding


@pytest.fixture(scope="session")
def make_result() -> Callable[..., DocumentResult]:
    return result


@pytest.fixture(scope="session")
def make_run() -> Callable[..., RunResult]:
    return run


@pytest.fixture(scope="session")
def options() -> RenderOptions:
    return RenderOptions(names=lambda code: PLACES.get(code, code))


@pytest.fixture
def full_run() -> RunResult:
    """A run with every kind of thing a report can hold."""
    quiet = article("# 居家养老的三个办法\n社区每周有2次上门服务，费用由家庭承担。", path="articles/b.md")
    return run(
        main_document(),
        result(quiet, coverage=Coverage(1, 0, 0, 0)),
        problems=(
            Problem("articles/z.doc", Message("不是能读的文字：既非 UTF-8 也非 GB18030", "neither UTF-8 nor GB18030")),
        ),
    )


def crowd(number: int) -> RunResult:
    """A run over so many articles, each with the same six findings, each a finding of its own."""
    main = main_document()
    return run(*(numbered(main, index) for index in range(number)))


def numbered(one: DocumentResult, index: int) -> DocumentResult:
    findings = (replace(found, fingerprint=f"{index:04x}{found.fingerprint[4:]}") for found in one.findings)
    return replace(one, document=replace(one.document, path=f"articles/{index:04}.md"), findings=tuple(findings))


@pytest.fixture(scope="session")
def make_crowd() -> Callable[[int], RunResult]:
    return crowd


@pytest.fixture
def many_run() -> RunResult:
    """A run over so many files that the page shows their findings in lines, two of them without findings."""
    quiet = (article("# 居家养老\n每周有2次上门服务。", path=f"articles/quiet-{n}.md") for n in range(2))
    return run(*crowd(21).documents, *(result(each, coverage=Coverage(1, 0, 0, 0)) for each in quiet))


@pytest.fixture
def hostile_run() -> RunResult:
    return run(
        hostile_document(), problems=(Problem("a\x1b[1m\n.md", Message("<b>bad\u202e</b>", "<b>bad\u202e</b>")),)
    )


@pytest.fixture
def empty_run() -> RunResult:
    return run()
