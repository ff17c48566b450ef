"""Checkstyle's XML, which most review tools read."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from linter.report import RenderOptions
from linter.result import RunResult
from reports.flat import PROBLEM, FlatFinding, flat_documents, problems
from reports.xml_text import clean, xml_text

NAME = "checkstyle"
SUFFIX = ".xml"


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """A file element for each document and one for each problem; documents without findings are empty."""
    root = Element("checkstyle", version=clean(result.version))
    for problem in problems(result, lang):
        file = SubElement(root, "file", name=clean(problem.path))
        SubElement(file, "error", severity="error", message=clean(problem.reason), source=f"factlint.{PROBLEM}")
    for entry, findings in flat_documents(result, lang, options):
        file = SubElement(root, "file", name=clean(entry.document.path))
        file.extend(_error(each) for each in findings)
    return xml_text(root)


def _error(each: FlatFinding) -> Element:
    return Element(
        "error",
        line=str(each.place.line),
        column=str(each.place.column),
        severity=each.severity.value,
        message=clean(f"{each.message} ({each.link}, {each.fingerprint})"),
        source=clean(f"factlint.{each.code}"),
    )
