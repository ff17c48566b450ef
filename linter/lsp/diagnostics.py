"""Findings as the diagnostics of an editor."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from linter.desk.desk import Sheet
from linter.finding import Finding, Severity
from linter.lsp.checked import Checked
from linter.report import RenderOptions
from linter.text import Span

SOURCE = "factlint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_AT_THE_TOP = types.Range(types.Position(0, 0), types.Position(0, 0))


def diagnostics(checked: Checked) -> list[types.Diagnostic]:
    """What the editor shows of a text: its findings, and at its head what kept it from being checked."""
    findings = [diagnostic(finding, checked) for finding in checked.findings]
    faults = () if checked.fault is None else (checked.fault,)
    return [*map(_obstacle, (*faults, *_problems(checked.sheet))), *findings]


def diagnostic(finding: Finding, checked: Checked) -> types.Diagnostic:
    """One finding, with the other places of the text that it rests on."""
    assert checked.sheet is not None
    return types.Diagnostic(
        range=checked.range(finding.span),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=_link(finding, checked.sheet.plan.docs_url),
        source=SOURCE,
        message=finding.message.in_language(checked.sheet.plan.lang),
        related_information=list(_related(finding, checked)) or None,
        data={"fingerprint": finding.fingerprint},
    )


def _link(finding: Finding, docs_url: str) -> types.CodeDescription | None:
    address = RenderOptions(docs_url=docs_url).check_address(finding.code, finding.name)
    return None if address is None else types.CodeDescription(address)


def _related(finding: Finding, checked: Checked) -> Iterator[types.DiagnosticRelatedInformation]:
    assert checked.document is not None
    for span in dict.fromkeys(each.span for each in finding.evidence if each.path in (None, checked.document.path)):
        place = types.Location(checked.uri, checked.range(span))
        yield types.DiagnosticRelatedInformation(place, _words(span, checked.document.visible))


def _words(span: Span, visible: str) -> str:
    return f"「{' '.join(span.cut(visible).split())}」"


def _problems(sheet: Sheet | None) -> Iterator[str]:
    if sheet is not None:
        yield from (each.reason.in_language(sheet.plan.lang) for each in sheet.problems)


def _obstacle(reason: str) -> types.Diagnostic:
    return types.Diagnostic(_AT_THE_TOP, reason, types.DiagnosticSeverity.Error, source=SOURCE)
