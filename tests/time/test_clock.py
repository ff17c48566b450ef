"""The clock decides nothing: with ``--as-of`` nobody reads it, and without it only the command line does."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

COMMANDS = yaml.safe_load(Path(__file__).with_name("commands.yml").read_text(encoding="utf-8"))
AHEAD = 3650
# Runs the command lines one after another and prints what came of each.
RUN_ALL = """
import contextlib, io, json, sys
from linter.cli.main import main
for line in json.loads(sys.argv[1]):
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(line.split())
        except SystemExit as left:
            code = left.code
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())
    print(json.dumps([code, *texts]))
"""


@pytest.fixture(scope="module")
def unmoved() -> dict[str, object]:
    return {}


@pytest.mark.parametrize("days", [0, AHEAD])
def test_no_output_depends_on_the_clock(ahead, unmoved, days) -> None:
    process = ahead(days, "-c", RUN_ALL, json.dumps(COMMANDS))
    assert process.stderr == ""
    outcomes = dict(zip(COMMANDS, map(json.loads, process.stdout.splitlines()), strict=True))
    assert {command: code for command, (code, _, _) in outcomes.items() if code not in (0, 1)} == {}
    assert all(out for _, out, _ in outcomes.values())
    assert outcomes == (unmoved.setdefault("outcomes", outcomes))


@pytest.mark.parametrize("days", [0, AHEAD])
def test_without_a_day_the_command_line_asks_the_clock(ahead, days) -> None:
    process = ahead(days, "-m", "linter", "check", "examples", "--isolated", "--no-cache", "--format", "json")
    assert process.stderr == ""
    judged = date.fromisoformat(json.loads(process.stdout)["as_of"])
    # Midnight may pass between the two looks at the clock.
    assert judged - date.today() in (timedelta(days), timedelta(days - 1))


@pytest.mark.parametrize(
    "reading",
    [
        "import datetime; datetime.date.today()",
        "import datetime; datetime.datetime.now()",
        "import time; time.time()",
        "import time; time.localtime()",
        "import time; time.strftime('%Y', time.gmtime())",
    ],
)
def test_the_guard_notices_whoever_else_reads_the_clock(ahead, reading) -> None:
    script = f"import linter; exec(compile({reading!r}, linter.__file__, 'exec'))"
    process = ahead(0, "-c", script)
    assert process.returncode == 1
    assert "reads the clock" in process.stderr


def test_the_checks_and_their_cases_pass_ten_years_from_now(ahead) -> None:
    sentences = "tests/reference/test_rule_cases.py::test_every_sentence_is_judged_as_its_rule_wants"
    core = ("tests/checks", "tests/judging", "tests/project/test_examples.py", sentences)
    process = ahead(AHEAD, "-m", "pytest", "-q", "-p", "no:cacheprovider", *core)
    assert process.returncode == 0, process.stdout[-2000:]
