"""The documentation of what is reported of suppressions, beside that of the checks."""

from __future__ import annotations

from linter.messages import outline
from linter.policy.notices import FAMILY, catalogue


def notice_pages() -> str:
    """All notices as a part of the page of the checks."""
    return "\n".join([f"## 压制 ({FAMILY})\n", *(notice_page(code) for code in catalogue())])


def notice_page(code: str) -> str:
    """One notice as Markdown: identity, then what it says in both languages."""
    entry = catalogue()[code]
    says = outline(entry["message"])
    return f"### {code} {entry['name']}\n\n`{entry['severity']}` · `{FAMILY}`\n\n{says.zh}\n\n{says.en}\n"


def find_notice(wanted: str) -> str | None:
    """The code of the notice with that code or name, in any case."""
    names = ((code, entry["name"]) for code, entry in catalogue().items())
    return next((code for code, name in names if wanted.lower() in (code.lower(), name)), None)
