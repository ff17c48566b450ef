from __future__ import annotations

from pathlib import Path

import pytest

from linter.archive.scanning import scan
from tests.archive.corpus import in_process
from tests.archive.impact.articles import SETTINGS, batches


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles, scanned."""
    folder = tmp_path_factory.mktemp("archive") / "store"
    scan(batches(), folder, SETTINGS, in_process(SETTINGS))
    return folder
