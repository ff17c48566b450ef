"""A Spark cluster of real processes on this machine: a master, and workers that can be killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyspark

ROOT = Path(__file__).parents[2]
_HOME = Path(pyspark.__file__).parent
_HERE = "127.0.0.1"
_SOON = 60.0
# Small and quick to start; the tests are about what is lost, not about speed.
_JAVA = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
CONFIGURATION: Mapping[str, str] = {
    "spark.driver.bindAddress": _HERE,
    "spark.driver.host": _HERE,
    "spark.driver.memory": "512m",
    "spark.executor.extraJavaOptions": _JAVA,
    "spark.executor.memory": "512m",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
}
"""What a driver needs to be told, to run here."""


class Cluster:
    """A master at ``url``, and workers with a core each."""

    def __init__(self, folder: Path, workers: int) -> None:
        self.folder = folder
        self.url = f"spark://{_HERE}:{_free_port()}"
        self.environment = _environment(folder)
        self._processes = [self._start("master.Master", "--host", _HERE, "--port", self.url.rpartition(":")[2])]
        self._wait_for("master.Master", "I have been elected leader")
        self.workers = [self._worker(f"worker{number}") for number in range(workers)]

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """Kill a worker together with the executors that it has started."""
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def stop(self) -> None:
        """End all processes."""
        for process in self._processes:
            if process.poll() is None:
                self.kill(process)

    def _worker(self, name: str) -> subprocess.Popen[bytes]:
        place = ("--host", _HERE, "--work-dir", str(self.folder / name))
        worker = self._start("worker.Worker", *place, "--cores", "1", "--memory", "1g", self.url)
        self._processes.append(worker)
        return worker

    def _start(self, role: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [str(_HOME / "bin" / "spark-class"), f"org.apache.spark.deploy.{role}", "--webui-port", "0"]
        with self._log(role).open("ab") as log:
            return subprocess.Popen(
                [*command, *arguments], stdout=log, stderr=log, env=self.environment, start_new_session=True
            )

    def _wait_for(self, role: str, words: str) -> None:
        end = time.monotonic() + _SOON
        while words not in self._log(role).read_text():
            assert time.monotonic() < end, self._log(role).read_text()
            time.sleep(0.1)

    def _log(self, role: str) -> Path:
        return self.folder / f"{role}.log"


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A cluster that is gone afterwards."""
    running = Cluster(folder, workers)
    try:
        yield running
    finally:
        running.stop()


def _environment(folder: Path) -> dict[str, str]:
    settings = folder / "spark-defaults.conf"
    settings.write_text("".join(f"{name} {value}\n" for name, value in CONFIGURATION.items()))
    return {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
        "SPARK_CONF_DIR": str(folder),
        "SPARK_DAEMON_JAVA_OPTS": _JAVA,
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_HOME": str(_HOME),
        "SPARK_LOCAL_IP": _HERE,
    }


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind((_HERE, 0))
        port: int = taken.getsockname()[1]
        return port
