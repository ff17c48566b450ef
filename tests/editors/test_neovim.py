"""Neovim's built-in client, without a window."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SERVER = [sys.executable, "-m", "linter", "lsp", "--as-of", "2026-11-21"]
TEXT = "😀𠮷基数6400元。\n\n𠮷😀养老保险:6400元×8%=51.2元。\n\n😀企业养老保险缴费比例是20%。\n"


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim_shows_findings_and_applies_a_suggestion(tmp_path: Path) -> None:
    article, report = tmp_path / "文章 一.md", tmp_path / "seen.json"
    article.write_text(TEXT, "utf-8")
    told = {
        "FACTLINT_TEST": json.dumps([str(article), str(report), "ST101"]),
        "FACTLINT_SERVER": json.dumps(SERVER),
        "PYTHONPATH": str(ROOT),
        "XDG_STATE_HOME": str(tmp_path),
    }
    script = Path(__file__).with_name("neovim.lua")
    subprocess.run(
        ["nvim", "--headless", "--clean", "-c", f"luafile {script}"],
        cwd=tmp_path,
        env=os.environ | told,
        timeout=240,
        check=True,
        capture_output=True,
    )
    seen = json.loads(report.read_text("utf-8"))
    assert "error" not in seen
    assert [(each["code"], each["words"]) for each in seen["before"]] == [
        ("AR101", "6400元×8%=51.2元"),
        ("ST101", "20%"),
    ]
    assert "国办发〔2019〕13号" in seen["hover"]
    assert [each["code"] for each in seen["after"]] == ["AR101"]
    assert article.read_text("utf-8") == TEXT.replace("20%", "16%")
