"""What stands behind the findings under the cursor: the report "details" of them alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lsprotocol import types

from linter.finding import Finding
from linter.lsp.checked import Checked
from linter.registry import load_reports
from linter.report import RenderOptions
from linter.settings import bench_of

_REPORT = "details"


def hover(checked: Checked, position: types.Position) -> types.Hover | None:
    """Message, proof, rule and source of what is found at a position, as Markdown."""
    found = list(checked.findings_at(types.Range(position, position)))
    if not found:
        return None
    words = _details(checked, [finding for finding, _ in found])
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words), found[0][1])


def _details(checked: Checked, findings: Iterable[Finding]) -> str:
    assert checked.sheet is not None
    assert checked.sheet.result is not None
    plan = checked.sheet.plan
    alone = replace(checked.sheet.result, findings=tuple(findings), settled=())
    options = RenderOptions(names=bench_of(plan.settings).region_name, docs_url=plan.docs_url)
    report = load_reports()[_REPORT]
    return report.render(replace(checked.sheet.run, documents=(alone,), problems=()), lang=plan.lang, options=options)
