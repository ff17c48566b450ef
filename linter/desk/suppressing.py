"""Suppressions of a run: from the articles' comments and from the file beside them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from linter.desk.planning import Plan
from linter.desk.policy_files import Sidecar
from linter.finding import Finding
from linter.fingerprint import named
from linter.policy.comments import suppressions_in
from linter.policy.sidecar import sidecar_document
from linter.policy.suppressing import Suppressed, Terms, misunderstood, orphaned, suppress, unused
from linter.policy.suppression import Malformed, Suppression
from linter.result import Coverage, DocumentResult, RunResult


def without_suppressed(result: RunResult, plan: Plan, sidecar: Sidecar) -> RunResult:
    """The run with the suppressed findings settled, and with what is to be said of the suppressions.

    A suppression is called unused only where every check has run.
    """
    terms = Terms(plan.settings.as_of, plan.config.expiry_notice, plan.config.never_suppress)
    whole = not (plan.settings.select or plan.settings.ignore)
    parts = [(each, _own(each)) for each in result.documents]
    done = [(suppress(each, (*own, *sidecar.suppressions), terms), own) for each, (own, _) in parts]
    documents = [_with_notices(each, own, whole) for each, own in done]
    documents = [_added(each, misunderstood(bad)) for each, (_, (_, bad)) in zip(documents, parts, strict=True)]
    told = list(_told(sidecar, [each for each, _ in done], whole))
    if told and sidecar.path is not None:
        documents.append(_of_sidecar(sidecar, told))
    return replace(result, documents=tuple(sorted(documents, key=lambda each: each.document.path)))


def _own(result: DocumentResult) -> tuple[tuple[Suppression, ...], tuple[Malformed, ...]]:
    """The suppressions in an article's comments, and those that cannot be understood."""
    found = tuple(suppressions_in(result.document))
    good = tuple(each for each in found if isinstance(each, Suppression))
    return good, tuple(each for each in found if isinstance(each, Malformed))


def _with_notices(done: Suppressed, own: Sequence[Suppression], whole: bool) -> DocumentResult:
    told = [finding for suppression, finding in done.notices if suppression in own]
    return _added(done.result, [*told, *(unused(own, done.used) if whole else ())])


def _told(sidecar: Sidecar, done: Sequence[Suppressed], whole: bool) -> Iterator[Finding]:
    """What is to be said of the suppressions in the file."""
    listed = frozenset(sidecar.suppressions)
    if not listed:
        return
    for each in done:
        yield from (finding for suppression, finding in each.notices if suppression in listed)
    used = frozenset(suppression for each in done for suppression in each.used)
    checked = {os.path.abspath(each.result.document.path) for each in done}
    for suppression in sidecar.suppressions:
        article = sidecar.article(suppression)
        if suppression in used or article is None or not whole:
            continue
        if os.path.abspath(article) in checked:
            yield from unused([suppression], used)
        elif not article.exists():
            yield orphaned(suppression)


def _of_sidecar(sidecar: Sidecar, told: Iterable[Finding]) -> DocumentResult:
    assert sidecar.path is not None
    document = sidecar_document(os.path.relpath(sidecar.path), sidecar.text)
    return _added(DocumentResult(document, (), Coverage(), ()), told)


def _added(result: DocumentResult, told: Iterable[Finding]) -> DocumentResult:
    notices = named(result.document, sorted(dict.fromkeys(told), key=lambda each: (each.span, each.code)))
    if not notices:
        return result
    findings = sorted((*result.findings, *notices), key=lambda each: (each.span.start, each.code))
    return replace(result, findings=tuple(findings))
