"""What the server knows between two messages: the editor's options, the desk, and each text as it was checked last."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from pygls.workspace import TextDocument

from linter.companion import DiedError, LateError
from linter.desk.planning import DEFAULT_LANG, DayOf
from linter.lsp.checked import Checked
from linter.lsp.checking import Checker, Text, checker
from linter.lsp.options import Options
from linter.lsp.positions import Positions
from linter.messages import say

# An editor's text that is in no file yet has a language instead of a suffix.
_SUFFIXES = {"markdown": ".md", "html": ".html", "plaintext": ".txt"}

# In characters, some hundred times an article. No other text is checked meanwhile.
_LONGEST = 300_000


class Session:
    """Checks texts one after the other, beside the loop that reads messages, and each state of a text once."""

    def __init__(self, options: Options, day_of: DayOf) -> None:
        self.options = options
        self._last: dict[str, tuple[str, asyncio.Future[Checked]]] = {}
        self._checker = checker(day_of)
        self._one_by_one = ThreadPoolExecutor(max_workers=1)
        self._state = 0

    def renew(self, options: Options | None = None) -> None:
        """Read configurations anew, with other options when there are any."""
        self.options = options or self.options
        self._state += 1
        self._last.clear()

    def forget(self, uri: str) -> None:
        """The text was closed."""
        self._last.pop(uri, None)

    def end(self) -> None:
        """Nothing more will be checked."""
        self._one_by_one.shutdown(wait=False, cancel_futures=True)
        self._checker.stop()

    async def checked(self, text: TextDocument, encoding: str) -> Checked:
        """The text as it is now, checked; positions are counted in ``encoding``.

        Whoever waits for an earlier state of it in vain is cancelled.
        """
        source, future = self._last.get(text.uri, (None, None))
        if future is None or source != text.source:
            if future is not None:
                future.cancel()
            lang = self.options.wishes.lang or DEFAULT_LANG
            order = Text(text.source, _path(text), self.options.wishes, self._state, lang)
            check = partial(_checked, self._checker, text.uri, order, encoding)
            future = asyncio.get_running_loop().run_in_executor(self._one_by_one, check)
            self._last[text.uri] = text.source, future
        return await asyncio.shield(future)


def _checked(checker: Checker, uri: str, text: Text, encoding: str) -> Checked:
    none = Checked(uri, text.source, Positions(text.source, encoding))
    if not text.source.strip():
        return none
    if len(text.source) > _LONGEST:
        return replace(none, fault=say("editor.too-long", most=f"{_LONGEST}").in_language(text.lang))
    try:
        found = checker.do(text)
    except LateError:
        found = say("problem.too-slow").in_language(text.lang)
    except DiedError:
        found = say("problem.process-died").in_language(text.lang)
    return replace(none, fault=found) if isinstance(found, str) else replace(none, sheet=found)


def _path(text: TextDocument) -> str:
    """The file's path; a name in the current folder for a text in no file."""
    if text.uri.startswith("file:"):
        return text.path
    suffix = _SUFFIXES.get(text.language_id or "", "")
    return PurePosixPath(text.path or "untitled").name + suffix
