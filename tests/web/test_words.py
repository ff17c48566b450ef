"""The page's words: complete in both languages, all of them there, none of them left over."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from linter.web.words import LANGUAGES, catalogue, words

OWN = json.loads(files("linter.web").joinpath("words.json").read_text(encoding="utf-8"))
SCRIPTS = "\n".join(
    each.read_text("utf-8") for each in files("linter.web").joinpath("static").iterdir() if each.name.endswith(".js")
)
TEMPLATES = "\n".join(each.read_text("utf-8") for each in files("linter.web").joinpath("templates").iterdir())
SERVER = "\n".join(each.read_text("utf-8") for each in sorted(Path(str(files("linter.web"))).rglob("*.py")))
SLOT = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("key", sorted(OWN))
def test_a_key_has_both_languages_with_the_same_slots(key):
    forms = OWN[key]
    assert set(forms) - {"en_one"} == set(LANGUAGES)
    assert all(text.strip() for text in forms.values())
    assert len({frozenset(SLOT.findall(text)) for name, text in forms.items() if name in LANGUAGES}) == 1


def test_no_key_of_the_reports_is_overwritten():
    reports = json.loads(files("reports").joinpath("ui_text.json").read_text(encoding="utf-8"))
    assert not set(OWN) & set(reports)


def test_every_key_that_is_used_exists():
    used = set(re.findall(r'\bt\(["\']([\w.-]+)["\']', SCRIPTS + TEMPLATES)) | set(
        re.findall(r'part\("([\w.]+)"', SCRIPTS)
    )
    used |= set(re.findall(r'"((?:web|html)\.[\w-]+)"', SCRIPTS))
    used |= {f"error.{code}" for code in re.findall(r'RefusedError\.of\(\d+, "([\w-]+)"', SERVER)}
    assert {key for key in used if not key.endswith(("-", "."))} <= set(words())


def test_every_key_is_used():
    text = SCRIPTS + TEMPLATES + SERVER
    codes = {f"error.{code}" for code in re.findall(r'RefusedError\.of\(\s*\w+, "([\w-]+)"', SERVER)}
    # Keys whose last part is put together: their beginning stands in a template.
    stems = tuple(re.findall(r'["\'](web\.\w+-)["\'] ~', TEMPLATES))
    own = {key for key in OWN if not key.startswith((*stems, "published_from."))}
    assert {key for key in own - codes if f'"{key}"' not in text and f"'{key}'" not in text} == set()


def test_the_catalogue_of_a_language_holds_every_key():
    assert set(catalogue("en")) == set(catalogue("zh")) == set(words())
    assert catalogue("en")["summary.findings"]["one"] == "{n} finding"
