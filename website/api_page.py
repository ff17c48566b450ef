"""docs/api.md from the docstrings of what a program may import."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module

PUBLIC = {
    "linter": ("lint_text", "lint_paths"),
    "linter.result": ("DocumentResult", "RunResult", "SectionResult", "Settled", "Problem", "Coverage"),
    "linter.finding": (
        "Finding",
        "Message",
        "Evidence",
        "Step",
        "Verdict",
        "Suggestion",
        "RuleCitation",
        "Severity",
        "Confidence",
    ),
    "linter.check": ("check", "Check", "Context", "RunContext", "Checked", "Unverifiable"),
    "linter.testing": (
        "cases",
        "assert_case",
        "assert_enough_cases",
        "assert_examples",
        "offered_check",
        "read",
        "outline",
        "tables",
        "assert_well_read",
        "offered_report",
        "assert_report",
        "sample_run",
        "Case",
    ),
}
_HEAD = """# As a library

<!-- Made by `make docs` from the docstrings. Do not edit. -->

What a program, or a check of another distribution, may import. The command line, exit codes and formats are public too:
[Versions](versions.md#public-api) says what that promises. Everything else may change with any version.

```python
from datetime import date
from linter import lint_paths

result = lint_paths(["articles/"], as_of=date(2026, 11, 21), profile="publish")
for document in result.documents:
    for finding in document.findings:
        print(document.document.path, finding.code, finding.message.zh)
```

All values are frozen. Offsets are half-open code points of the visible text. How checks, readers and reports of your
own are made and tested stands in [Plug-ins](plugins.md).
"""


def api_page() -> str:
    """The page: for each module its public names, with signature and docstring."""
    return "\n".join([_HEAD, *(part for module in PUBLIC for part in _module(module))])


def _module(name: str) -> Iterator[str]:
    module = import_module(name)
    yield f"## {name}\n"
    yield f"{(inspect.getdoc(module) or '').splitlines()[0]}\n"
    for each in PUBLIC[name]:
        thing = getattr(module, each)
        yield f"### {each}\n"
        if not _is_enum(thing):
            yield f"```python\n{_signature(each, thing)}\n```\n"
        else:
            yield f"One of {', '.join(f'`{member.value}`' for member in thing)}.\n"
        yield f"{_prose(inspect.getdoc(thing) or '')}\n"


def _is_enum(thing: object) -> bool:
    return hasattr(thing, "__members__")


def _signature(name: str, thing: Callable[..., object]) -> str:
    signature = inspect.signature(thing)
    parts: list[str] = []
    for each in signature.parameters.values():
        if each.kind is each.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        default = "" if each.default is each.empty else f" = {getattr(each.default, '__name__', repr(each.default))}"
        parts.append(f"{each.name}: {each.annotation}{default}")
    returns = (
        "" if signature.return_annotation in (signature.empty, None, "None") else f" -> {signature.return_annotation}"
    )
    return f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f"){returns}"


def _prose(text: str) -> str:
    return text.replace("``", "`")
