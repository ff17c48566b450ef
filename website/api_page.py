"""docs/api.md from the docstrings of what a program may import."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from enum import EnumType
from importlib import import_module
from types import UnionType

PUBLIC = {
    "linter": ("lint_text", "lint_texts", "lint_paths", "render_report"),
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
    "linter.document": ("Document", "Section", "SectionKind", "Published", "Block", "BlockKind", "Table", "Cell"),
    "linter.text": ("Span", "SourceMap", "LineIndex"),
    "linter.proof": ("verify",),
    "reference.load": ("load_reference", "RuleFileError"),
    "reference.model": ("Reference", "Rule", "Value", "Source", "State", "Grade"),
    "linter.archive.store": ("Store", "Manifest", "Judged", "StoreError"),
    "linter.archive.database": ("connect",),
    "linter.word": ("annotated", "corrected_docx"),
    "linter.readers": ("UnreadableError",),
    "linter.discover": ("NothingToCheckError",),
    "linter.registry": ("RegistryError",),
    "linter.check": (
        "check",
        "Check",
        "Context",
        "RunContext",
        "Outcome",
        "Checked",
        "Unverifiable",
        "Sited",
        "Placed",
    ),
    "linter.report": ("Report", "RenderOptions", "CheckText"),
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
        "CaseError",
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

All values are frozen. Offsets are half-open code points of the visible text. `examples/library/tour.py` is a program
that uses what is on this page, checked by mypy and run in CI. How checks, readers and reports of your own are made and
tested, and what else they may import, stands in [Plug-ins](plugins.md).
"""


def api_page() -> str:
    """The page: for each module its public names, with signature and docstring."""
    return "\n".join([_HEAD, *(part for module in PUBLIC for part in _module(module))])


def _module(name: str) -> Iterator[str]:
    module = import_module(name)
    yield f"## {name}\n"
    yield f"{_prose((inspect.getdoc(module) or '').splitlines()[0])}\n"
    for each in PUBLIC[name]:
        thing = getattr(module, each)
        yield f"### {each}\n"
        if isinstance(thing, UnionType):
            yield f"What a check yields: one of {', '.join(f'`{kind.__name__}`' for kind in thing.__args__)}.\n"
            continue
        if isinstance(thing, EnumType):
            yield f"One of {', '.join(f'`{member.value}`' for member in thing)}.\n"
        elif not _is_protocol(thing) and not (isinstance(thing, type) and issubclass(thing, Exception)):
            yield f"```python\n{_signature(each, thing)}\n```\n"
        yield f"{_prose(inspect.getdoc(thing) or '')}\n"
        if isinstance(thing, type) and (members := list(_members(thing))):
            yield "\n".join(members) + "\n"


def _members(kind: type) -> Iterator[str]:
    """What a class has beside its fields: a line for each method and property."""
    for name, member in vars(kind).items():
        function = inspect.unwrap(getattr(member, "fget", None) or getattr(member, "__func__", None) or member)
        if name.startswith("_") or not inspect.isfunction(function):
            continue
        given = "" if isinstance(member, property) else _arguments(function)
        returns = inspect.signature(function).return_annotation
        told = " ".join((inspect.getdoc(function) or "").partition("\n\n")[0].split())
        yield f"- `{name}{given} -> {returns}`: {_prose(told)}"


def _arguments(function: Callable[..., object]) -> str:
    parameters = list(inspect.signature(function).parameters.values())[1:]
    return f"({', '.join(each.name for each in parameters)})"


def _is_protocol(thing: object) -> bool:
    return getattr(thing, "_is_protocol", False)


def _signature(name: str, thing: Callable[..., object]) -> str:
    signature, written = inspect.signature(thing), getattr(thing, "__annotations__", {})
    parts: list[str] = []
    for each in signature.parameters.values():
        if each.kind is each.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        default = "" if each.default is each.empty else f" = {_default(each.default)}"
        parts.append(f"{each.name}: {written.get(each.name, each.annotation)}{default}")
    returns = (
        "" if signature.return_annotation in (signature.empty, None, "None") else f" -> {signature.return_annotation}"
    )
    return f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f"){returns}"


def _default(value: object) -> str:
    if inspect.isfunction(value):
        return "…" if value.__name__.startswith(("_", "<")) else value.__name__
    shown = str(getattr(value, "__name__", repr(value)))
    return "…" if "<" in shown else shown


def _prose(text: str) -> str:
    """A docstring as Markdown; what it shows at the prompt is a block of code."""
    shown = re.sub(r"(?m)^>>> .*(?:\n.+)*", lambda example: f"```pycon\n{example[0]}\n```", text)
    return re.sub(r"(?<!`)``(?!`)", "`", shown)
