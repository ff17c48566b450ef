"""Without a store the archive's addresses say so, and its page leads to that of reports."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from linter.cli.main import factlint
from tests.web.test_interface import refusal


@pytest.mark.parametrize("path", ["", "/overview", "/ages.svg", "/findings"])
def test_without_a_store_there_is_no_archive(client, path):
    assert refusal(client.get(f"/api/v1/archive{path}"), 404) == "no-store"


def test_its_page_leads_to_that_of_reports(client):
    answer = client.get("/archive")
    assert answer.url.path == "/report"
    assert 'href="/archive"' not in answer.text


def test_the_page_needs_no_database_without_a_store():
    code = "import sys; sys.modules['duckdb'] = sys.modules['pyarrow'] = None; import linter.web.app, linter.cli.serve"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_folder_that_is_no_store_is_wrong_usage(tmp_path):
    result = CliRunner().invoke(factlint, ["serve", "--isolated", "--store", str(tmp_path)])
    assert result.exit_code == 2
    assert "is no store" in result.output
