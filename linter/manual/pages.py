"""Where the pages of the documentation lie: in the package when it was installed, else in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGED = Path(__file__).with_name("bundled")
_CHECKOUT = Path(__file__).parents[2]
FOLDER, BESIDE = "docs", ("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
START = Path(FOLDER, "start", "index.md")


class NoManualError(ValueError):
    """This installation came without the pages."""


def manual_root() -> Path:
    """The folder in which ``docs/`` and the pages beside it lie. Raises ``NoManualError``."""
    for root in (_PACKAGED, _CHECKOUT):
        if (root / START).is_file():
            return root
    raise NoManualError(f"the documentation is not part of this installation: {_PACKAGED / START} is missing")


def manual_files(root: Path) -> tuple[Path, ...]:
    """Every page and drawing, relative to the root, in order; pictures of the screen are too large to come along."""
    found = [path.relative_to(root) for kind in ("md", "svg") for path in (root / FOLDER).rglob(f"*.{kind}")]
    return tuple(sorted([*found, *(Path(name) for name in BESIDE if (root / name).is_file())]))
