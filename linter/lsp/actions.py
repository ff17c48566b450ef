"""What an editor offers to do about a finding: put the suggestion in its place, or suppress it with a reason."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from linter.correction import edit
from linter.desk.desk import Sheet
from linter.desk.policy_files import sidecar_of, sidecar_path
from linter.document import Document
from linter.finding import Finding
from linter.lsp.checked import Checked
from linter.lsp.diagnostics import diagnostic
from linter.lsp.positions import Positions
from linter.messages import say
from linter.policy.comment_place import place_for_comment
from linter.policy.comments import comment
from linter.policy.notices import FAMILY
from linter.policy.sidecar import with_entry
from linter.text import Span


def actions(
    checked: Checked, places: types.Range, reasons: tuple[str, ...], *, creates: bool
) -> Iterator[types.CodeAction]:
    """The actions for the findings at a range. ``creates`` says that the editor can make files."""
    for finding, _ in checked.findings_at(places):
        yield from _applying(checked, finding)
        if finding.family != FAMILY:
            for reason in reasons:
                yield from _suppressing(checked, finding, reason, creates)


def _applying(checked: Checked, finding: Finding) -> Iterator[types.CodeAction]:
    document, sheet = _read(checked)
    change = edit(document, finding.suggestion) if finding.suggestion else None
    if change is None:
        return
    span, words = change
    title = say("editor.apply", words=words).in_language(sheet.plan.lang)
    written = types.TextEdit(checked.positions.range(checked.in_text(span)), words)
    action = _action(checked, finding, title, types.WorkspaceEdit(changes={checked.uri: [written]}))
    action.is_preferred = True
    yield action


def _suppressing(checked: Checked, finding: Finding, reason: str, creates: bool) -> Iterator[types.CodeAction]:
    document, sheet = _read(checked)
    title = say("editor.suppress", code=finding.code, reason=reason).in_language(sheet.plan.lang)
    place = place_for_comment(document, finding)
    if place is not None:
        where = checked.positions.range(checked.in_text(Span(place.offset, place.offset)))
        written = types.TextEdit(where, place.text(comment(finding.code, reason)))
        yield _action(checked, finding, title, types.WorkspaceEdit(changes={checked.uri: [written]}))
    elif creates or sidecar_path(sheet.plan.config, None).exists():
        yield _action(checked, finding, title, _in_sidecar(checked, finding, reason))


def _in_sidecar(checked: Checked, finding: Finding, reason: str) -> types.WorkspaceEdit:
    """An entry more in the suppressions file; the editor makes it when there is none."""
    document, sheet = _read(checked)
    path = sidecar_path(sheet.plan.config, None)
    uri = from_fs_path(str(path)) or ""
    before = sidecar_of(sheet.plan.config, None).text if path.exists() else ""
    article = Path(os.path.relpath(document.path, path.parent)).as_posix()
    after = with_entry(before, finding, document, article, reason=reason)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    rest = Positions(before, checked.positions.encoding).range(Span(same, len(before)))
    written = types.TextEdit(rest, after[same:])
    if path.exists():
        return types.WorkspaceEdit(changes={uri: [written]})
    filled = types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri), [written])
    return types.WorkspaceEdit(document_changes=[types.CreateFile(uri), filled])


def _action(checked: Checked, finding: Finding, title: str, change: types.WorkspaceEdit) -> types.CodeAction:
    return types.CodeAction(
        title, kind=types.CodeActionKind.QuickFix, diagnostics=[diagnostic(finding, checked)], edit=change
    )


def _read(checked: Checked) -> tuple[Document, Sheet]:
    assert checked.document is not None
    assert checked.sheet is not None
    return checked.document, checked.sheet
