"""docs/lsp.md names every setting, and its examples are what editors and the server understand."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from linter.desk.planning import Wishes
from linter.lsp.options import Options
from linter.schemas import load_schema

PAGE = (Path(__file__).parents[2] / "docs" / "lsp.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_every_setting_is_in_the_table() -> None:
    table = PAGE.split("## Settings")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(
        load_schema("linter.lsp", "settings-v1.schema.json")["properties"]
    )


def test_examples_are_understood() -> None:
    code, sublime = map(json.loads, blocks("json"))
    options = Options(Wishes()).changed(code["glspc.server.initializationOptions"])
    assert (options.wishes.profile, len(options.reasons)) == ("publish", 2)
    assert sublime["clients"]["factlint"]["command"] == ["factlint", "lsp"]
    assert [tomllib.loads(block)["language-server"]["factlint"]["args"] for block in blocks("toml")] == [["lsp"]]
