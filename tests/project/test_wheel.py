from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from linter.manual.pages import manual_files

ROOT = Path(__file__).parents[2]
PACKAGES = ("linter", "checks", "reference", "reports")
BUILD = (
    "import os, sys\n"
    "os.umask(int(sys.argv[2], 8))\n"
    "from hatchling.builders.sdist import SdistBuilder\n"
    "from hatchling.builders.wheel import WheelBuilder\n"
    "for builder in (WheelBuilder, SdistBuilder):\n"
    "    list(builder(os.getcwd()).build(directory=sys.argv[1], versions=['standard']))\n"
)
# Whoever builds elsewhere, later, with other habits.
ELSEWHERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}


def build(source: Path, into: Path, umask: str, **environment: str) -> dict[str, bytes]:
    """Wheel and sdist of a checkout, as their bytes by name."""
    at = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"} | environment
    subprocess.run([sys.executable, "-P", "-c", BUILD, into, umask], cwd=source, env=at, check=True)
    return {path.name: path.read_bytes() for path in sorted(into.iterdir())}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("built")


@pytest.fixture(scope="module")
def built(folder: Path) -> dict[str, bytes]:
    return build(ROOT, folder, "022")


@pytest.fixture(scope="module")
def wheel(folder: Path, built: dict[str, bytes]) -> list[str]:
    """The names of the files in the wheel, built from this checkout."""
    [name] = [name for name in built if name.endswith(".whl")]
    return zipfile.ZipFile(folder / name).namelist()


def test_wheel_holds_the_four_packages_and_nothing_else(wheel: list[str]) -> None:
    tops = {name.split("/")[0] for name in wheel if ".dist-info" not in name.split("/")[0]}
    assert tops == set(PACKAGES)


def test_wheel_holds_every_file_of_the_packages(wheel: list[str]) -> None:
    written = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and not {"__pycache__", ".compiled"} & set(path.parts)
    }
    assert {name.rsplit(".", 1)[-1] for name in written} >= {"py", "json", "typed"}
    pages = {f"linter/manual/bundled/{path.as_posix()}" for path in manual_files(ROOT)}
    assert "linter/manual/bundled/docs/checks.md" in pages
    assert written | pages == {name for name in wheel if ".dist-info" not in name.split("/")[0]}


def test_the_manual_is_found_in_an_unpacked_wheel(folder: Path, wheel: list[str], tmp_path: Path) -> None:
    [name] = folder.glob("*.whl")
    zipfile.ZipFile(name).extractall(tmp_path / "installed")
    command = [sys.executable, "-P", "-m", "linter", "docs", "--path", "-o", tmp_path / "pages"]
    at = os.environ | {"PYTHONPATH": str(tmp_path / "installed")}
    done = subprocess.run(command, cwd=tmp_path, env=at, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).is_file()


def test_wheel_says_it_is_typed_and_brings_its_licence(wheel: list[str]) -> None:
    assert {f"{package}/py.typed" for package in PACKAGES} <= set(wheel)
    assert any(name.endswith("licenses/LICENSE") for name in wheel)


def test_a_second_build_elsewhere_gives_the_same_bytes(folder: Path, built: dict[str, bytes], tmp_path: Path) -> None:
    """Another folder, other times of files, other rights, another time zone, locale and hash seed."""
    [name] = [name for name in built if name.endswith(".tar.gz")]
    with tarfile.open(folder / name) as source:
        source.extractall(tmp_path, filter="data")
    [checkout] = tmp_path.iterdir()
    (checkout / "PKG-INFO").unlink()
    for path in checkout.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o700 if path.is_dir() else 0o600)
    again = build(checkout, tmp_path / "again", "077", **ELSEWHERE)
    assert {name for name in built if built[name] != again.get(name)} == set()


def test_locks_have_a_hash_for_everything_and_no_address() -> None:
    for lock in sorted((ROOT / "ci" / "requirements").glob("*.txt")):
        text = lock.read_text("utf-8")
        assert re.findall(r"(?i)https?:|file:|--(?:extra-)?index-url|find-links", text) == [], lock.name
        pinned = re.findall(r"^\S+==\S+", text, re.MULTILINE)
        hashed = re.findall(r"^\S+==.*\\\n    --hash=sha256:", text, re.MULTILINE)
        assert len(pinned) == len(hashed) > 0, lock.name
