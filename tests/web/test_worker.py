"""The process that checks: what happens when it takes too long, dies, or cannot begin."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial

import pytest

from linter.desk.desk import Desk
from linter.desk.planning import Wishes
from linter.web.order import Order
from linter.web.refusal import RefusedError
from linter.web.worker import Worker
from tests.web.conftest import ROOT, as_of

HANGING = 300
ORDER = Order("a.txt", "单位养老保险按20%缴纳。".encode(), "zh")


@dataclass
class SlowDesk:
    """A desk that takes its time over one name, dies over another, and crashes over a third."""

    desk: Desk

    def check(self, data, path, **given):
        if path == "slow.txt":
            time.sleep(HANGING)
        if path == "deadly.txt":
            os._exit(1)
        if path == "broken.txt":
            raise RuntimeError("broken")
        return self.desk.check(data, path, **given)


def slow_desk():
    return SlowDesk(Desk(as_of, Wishes(isolated=True)))


@pytest.fixture(scope="module")
def worker():
    worker = Worker(slow_desk, 3)
    worker.start()
    yield worker
    worker.stop()


@pytest.mark.parametrize(
    ("name", "code"), [("slow.txt", "too-slow"), ("deadly.txt", "failed"), ("broken.txt", "failed")]
)
def test_it_goes_on_after(worker, name, code):
    with pytest.raises(RefusedError) as refused:
        worker.do("check", Order(name, ORDER.data, "zh"))
    assert refused.value.code == code
    assert worker.do("check", ORDER).media_type == "application/json"


def test_a_hanging_process_ends_with_its_server():
    """The server is killed while an article hangs: nobody is left to end the process, so it ends itself."""
    code = (
        "import linter.web.worker as worker, tests.web.test_worker as here, os, threading, time\n"
        "if __name__ == '__main__':\n"
        "    one = worker.Worker(here.slow_desk, 1)\n"
        "    one.start()\n"
        "    one._companion._running.line.send(('check', here.Order('slow.txt', here.ORDER.data, 'zh')))\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    # It comes back when the last of the two has closed the pipe.
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=HANGING / 2)
    assert done.returncode == -signal.SIGKILL


def test_no_module_of_the_folder_is_run(tmp_path):
    for name in ("multiprocessing", "pickle", "random", "socket"):
        (tmp_path / f"{name}.py").write_text(f"open('ran-{name}', 'w')\n", encoding="utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import linter.web.worker as worker, tests.web.test_worker as here\n"
        "if __name__ == '__main__':\n"
        "    one = worker.Worker(here.slow_desk, 30)\n"
        "    one.do('check', here.ORDER)\n"
        "    one.stop()\n"
    )
    subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, check=True)
    assert list(tmp_path.glob("ran-*")) == []


def test_a_wrong_configuration_is_told(tmp_path):
    config = tmp_path / "factlint.toml"
    config.write_text('suppressions = "missing.yml"\n', encoding="utf-8")
    worker = Worker(partial(Desk, as_of, Wishes(config=config)), 30)
    with pytest.raises(RefusedError) as refused:
        worker.do("check", ORDER)
    assert refused.value.code == "settings"
    worker.stop()
