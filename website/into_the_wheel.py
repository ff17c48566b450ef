"""Hatch: the pages of the documentation become part of the wheel. An editable installation has them already."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IntoTheWheel(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the pages where ``linter.manual.pages`` looks for them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files, before the wheel is written."""
        if version == "editable":
            return
        root = Path(self.root)
        pages = runpy.run_path(str(root / "linter" / "manual" / "pages.py"))
        for path in pages["manual_files"](root):
            build_data["force_include"][str(root / path)] = f"linter/manual/bundled/{path.as_posix()}"
