"""An environment in which a check of somebody else is installed."""

from __future__ import annotations

import sysconfig
import venv
from pathlib import Path

import pytest

from tests.hostile.conftest import write


@pytest.fixture
def plugged(tmp_path: Path) -> Path:
    """The interpreter of an environment in which the check is installed too."""
    venv.create(tmp_path / "environment", symlinks=True)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(tmp_path / "environment")}))
    write(site / "all.pth", f"{Path(__file__).parents[2]}\n{sysconfig.get_path('purelib')}\n")
    information = site / "plug-1.0.dist-info"
    write(information / "METADATA", "Metadata-Version: 2.1\nName: plug\nVersion: 1.0\n")
    write(information / "entry_points.txt", "[factlint.checks]\nplug = tests.hostile.plug\n")
    return tmp_path / "environment" / "bin" / "python"
