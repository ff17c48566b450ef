"""The mutants of a module: its source with one small change each, by the operators of mutmut.

mutmut itself leaves decorated functions alone, and every check is one; its operators have no such limit. What is data
stays as it is: documentation, the texts and field names of messages, evidence and proofs, annotations, imports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst
from libcst.metadata import ByteSpanPositionProvider, CodeSpan, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators, operator_string

_WORDED = frozenset({"say", "Step", "Evidence", "calculate", "decide", "RuntimeError", "ValueError"})
"""Calls whose strings are texts, or names that only texts use."""
_DATA_DECORATORS = frozenset({"dataclass", "cache", "cached_property", "property", "classmethod"})


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one change. ``function`` is the qualified name of where it was made, "" for the module's level."""

    module: str
    function: str
    line: int
    before: str
    after: str
    source: str

    @property
    def name(self) -> str:
        """What it is called in the table of explained survivors: the same as long as its line reads the same."""
        return f"{self.module} {self.function}: {self.before} → {self.after}"


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Every mutant of the module, in order of its lines."""
    wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
    collector = _Collector()
    wrapper.visit(collector)
    text = source.encode()
    for node, function, line, span in collector.sites:
        before = _code(wrapper.module, node)
        seen = {before}
        for changed in _changes(node, collector.worded):
            after = _code(wrapper.module, changed)
            if after in seen:
                continue
            seen.add(after)
            mutated = text[: span.start] + after.encode() + text[span.start + span.length :]
            yield Mutant(module, function, line, _one_line(before), _one_line(after), mutated.decode())


def _code(module: cst.Module, node: cst.CSTNode) -> str:
    """A node as written, without parentheses around it: they stay where they are."""
    code = module.code_for_node(node).strip()
    for _ in node.lpar if isinstance(node, cst.BaseExpression) else ():
        code = code[1:-1].strip()
    return code


def _changes(node: cst.CSTNode, worded: set[cst.CSTNode]) -> Iterator[cst.CSTNode]:
    for kind, operator in mutation_operators:
        if not isinstance(node, kind):
            continue
        if operator is operator_string:
            # Other cases of letters say nothing about a key, and Chinese has none.
            yield from () if node in worded else list(operator(node))[:1]
        else:
            yield from operator(node)


class _Collector(cst.CSTVisitor):
    """Walks a module and notes what may be changed, with the function it stands in."""

    METADATA_DEPENDENCIES = (PositionProvider, ByteSpanPositionProvider)

    def __init__(self) -> None:
        self.sites: list[tuple[cst.CSTNode, str, int, CodeSpan]] = []
        self.worded: set[cst.CSTNode] = set()
        self._names: list[str] = []
        self._in_words = 0

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Note the node; go into it unless all of it is data."""
        if _is_left_alone(node):
            return False
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self._names.append(node.name.value)
        if isinstance(node, cst.Call) and _called(node) in _WORDED:
            self._in_words += 1
        if self._in_words and isinstance(node, cst.BaseString):
            self.worded.add(node)
        span = self.get_metadata(ByteSpanPositionProvider, node, None)
        if span is not None:
            line = self.get_metadata(PositionProvider, node).start.line
            self.sites.append((node, ".".join(self._names), line, span))
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        """Leave a function, a class or a call of words."""
        if _is_left_alone(original_node):
            return
        if isinstance(original_node, cst.FunctionDef | cst.ClassDef):
            self._names.pop()
        if isinstance(original_node, cst.Call) and _called(original_node) in _WORDED:
            self._in_words -= 1


def _is_left_alone(node: cst.CSTNode) -> bool:
    match node:
        case cst.Annotation() | cst.Import() | cst.ImportFrom():
            return True
        case cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString()):
            return True
        case cst.Decorator(decorator=cst.Name(value=name) | cst.Call(func=cst.Name(value=name))):
            return name in _DATA_DECORATORS
    return False


def _called(call: cst.Call) -> str:
    return call.func.value if isinstance(call.func, cst.Name) else ""


def _one_line(code: str) -> str:
    return " ".join(code.split())[:120]
