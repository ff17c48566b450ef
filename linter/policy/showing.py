"""Leaves out what a profile's reader does not want to see: last of all, so that nothing else depends on it."""

from __future__ import annotations

from dataclasses import replace

from linter.profile import Profile
from linter.result import DocumentResult, RunResult


def shown(result: RunResult, profile: Profile) -> RunResult:
    """The run as this reader sees it."""
    return replace(result, documents=tuple(shown_document(each, profile) for each in result.documents))


def shown_document(result: DocumentResult, profile: Profile) -> DocumentResult:
    """The document as this reader sees it."""
    findings = tuple(filter(profile.shows, result.findings))
    return result if len(findings) == len(result.findings) else replace(result, findings=findings)
