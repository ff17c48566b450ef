"""JUnit XML: a document is a suite, a check that found something in it a case. What fails the run fails a case."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from linter.gate import Gate
from linter.report import RenderOptions
from linter.result import RunResult
from reports.flat import FlatFinding, flat_documents, problems
from reports.wording import Wording
from reports.xml_text import clean, clean_lines, xml_text

NAME = "junit"
SUFFIX = ".xml"


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """One suite for each document and each problem; a document without findings is one passing case."""
    wording = Wording(lang)
    suites = [_unusable(problem.path, problem.reason, wording) for problem in problems(result, lang)]
    for entry, findings in flat_documents(result, lang, options):
        suites.append(_document(entry.document.path, findings, wording, options.gate))
    root = Element("testsuites", {"name": "factlint", **_sums(suites)})
    root.extend(suites)
    return xml_text(root)


def _unusable(path: str, reason: str, wording: Wording) -> Element:
    suite = _suite(path, [_case(path, wording("text.problem"))])
    SubElement(suite[0], "error", type="problem", message=clean(reason)).text = clean(reason)
    return _counted(suite)


def _document(path: str, findings: Iterable[FlatFinding], wording: Wording, gate: Gate) -> Element:
    by_code: dict[str, list[FlatFinding]] = {}
    for each in findings:
        by_code.setdefault(each.code, []).append(each)
    cases = [_check(path, by_code[code], wording, gate) for code in sorted(by_code)]
    return _counted(_suite(path, cases or [_case(path, wording("html.clear"))]))


def _check(path: str, found: list[FlatFinding], wording: Wording, gate: Gate) -> Element:
    """A case with one failure for all that fails, since many readers see only the first, and the rest as its output."""
    case = _case(path, found[0].title)
    failing = [each for each in found if gate.fails(each.finding)]
    if failing:
        failure = SubElement(case, "failure", type=failing[0].severity.value, message=clean(failing[0].message))
        failure.text = _lines(failing, wording)
    passing = [each for each in found if each not in failing]
    if passing:
        SubElement(case, "system-out").text = _lines(passing, wording)
    return case


def _lines(found: Iterable[FlatFinding], wording: Wording) -> str:
    lines: list[str] = []
    for each in found:
        where = f"{each.path}:{each.place.line}:{each.place.column}"
        lines += [f"{where} {wording(f'severity.{each.severity}')} {each.fingerprint}", *each.details.split("\n")]
    return clean_lines(lines)


def _case(path: str, name: str) -> Element:
    return Element("testcase", name=clean(name), classname=clean(path))


def _suite(path: str, cases: Iterable[Element]) -> Element:
    suite = Element("testsuite", name=clean(path))
    suite.extend(cases)
    return suite


def _counted(suite: Element) -> Element:
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
    return suite


def _sums(suites: Iterable[Element]) -> dict[str, str]:
    return {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in ("tests", "failures", "errors")}
