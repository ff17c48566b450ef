"""Puts a mutant in the place of its module, in this process: whoever imported from the module gets the mutant too.

A check is loaded anew, as nobody imports one. In any other module the functions keep their identity and get the code of
the mutant; a constant is replaced wherever it was imported to.
"""

from __future__ import annotations

import functools
import sys
from types import FunctionType, ModuleType
from typing import Any

from linter import run
from linter.check import Check
from linter.registry import verify_checks

_NOT_CONSTANTS = (ModuleType, type, FunctionType)


def put_in_place(name: str, source: str) -> None:
    """Let the module called ``name`` be what ``source`` makes of it. Raises whatever the mutant raises when loaded."""
    mutant = ModuleType(name)
    mutant.__file__, mutant.__package__ = sys.modules[name].__file__, name.rpartition(".")[0]
    original, sys.modules[name] = sys.modules[name], mutant
    exec(compile(source, f"<mutant of {name}>", "exec"), vars(mutant))
    if not name.startswith("checks."):
        sys.modules[name] = original
        _graft(original, mutant)
    else:
        _register(name, mutant)
    run.bench_of.cache_clear()


def _register(name: str, mutant: ModuleType) -> None:
    others = [check for check in run._all_checks() if check.run.__module__ != name]
    found = [item for item in vars(mutant).values() if isinstance(item, Check)]
    checks = tuple(sorted((*others, *found), key=lambda check: check.code))
    verify_checks(checks)
    run._all_checks = lambda: checks  # type: ignore[assignment]


def _graft(original: ModuleType, mutant: ModuleType) -> None:
    for name, new in list(vars(mutant).items()):
        old = vars(original).get(name)
        if name.startswith("__") or old is new:
            continue
        if isinstance(old, _NOT_CONSTANTS) or _unwrapped(old) is not old:
            _transplant(old, new, original.__name__)
        else:
            _replace_everywhere(name, old, new)


def _transplant(old: Any, new: Any, module: str) -> None:
    """Give a function, or the functions of a class, the code and the defaults of the mutant."""
    if isinstance(old, type) and isinstance(new, type):
        for name, part in vars(old).items():
            if name in vars(new) and old.__module__ == module:
                _transplant(part, vars(new)[name], module)
        return
    clear = getattr(old, "cache_clear", None)
    if clear is not None:
        clear()
    source, target = _unwrapped(new), _unwrapped(old)
    if not isinstance(source, FunctionType) or not isinstance(target, FunctionType) or target.__module__ != module:
        return
    if target.__code__.co_freevars != source.__code__.co_freevars:
        return
    target.__code__, target.__defaults__ = source.__code__, source.__defaults__
    target.__kwdefaults__ = source.__kwdefaults__


def _unwrapped(value: Any) -> Any:
    """The function within a method, a property or a cache."""
    if isinstance(value, classmethod | staticmethod):
        value = value.__func__
    if isinstance(value, property):
        value = value.fget
    if isinstance(value, functools.cached_property):
        value = value.func
    return getattr(value, "__wrapped__", value)


def _replace_everywhere(name: str, old: Any, new: Any) -> None:
    for module in list(sys.modules.values()):
        if getattr(module, "__dict__", {}).get(name, _NOT_CONSTANTS) is old and _is_ours(module):
            setattr(module, name, new)


def _is_ours(module: ModuleType) -> bool:
    return module.__name__.partition(".")[0] in ("linter", "checks", "reference")
