"""What the server knows between two messages: the editor's options, the desk, and each text as it was checked last."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import PurePosixPath

from pygls.workspace import TextDocument

from linter.desk.desk import Desk
from linter.desk.faults import SETTINGS_FAULTS
from linter.desk.planning import DEFAULT_LANG, DayOf
from linter.lsp.checked import Checked
from linter.lsp.options import Options
from linter.lsp.positions import Positions
from linter.messages import say

# An editor's text that is in no file yet has a language instead of a suffix.
_SUFFIXES = {"markdown": ".md", "html": ".html", "plaintext": ".txt"}

# In characters, some hundred times an article. No limit of time holds in a thread, and no other text is checked
# meanwhile: what is longer than this might take more than the minute that an article has elsewhere.
_LONGEST = 300_000


class Session:
    """Checks texts one after the other, beside the loop that reads messages, and each state of a text once."""

    def __init__(self, options: Options, day_of: DayOf) -> None:
        self.options = options
        self._day_of = day_of
        self._last: dict[str, tuple[str, asyncio.Future[Checked]]] = {}
        self._one_by_one = ThreadPoolExecutor(max_workers=1)
        self.renew()

    def renew(self, options: Options | None = None) -> None:
        """Read configurations anew, with other options when there are any."""
        self.options = options or self.options
        self._desk = cache(partial(Desk, self._day_of, self.options.wishes))
        self._last.clear()

    def forget(self, uri: str) -> None:
        """The text was closed."""
        self._last.pop(uri, None)

    async def checked(self, text: TextDocument, encoding: str) -> Checked:
        """The text as it is now, checked; positions are counted in ``encoding``.

        Whoever waits for an earlier state of it in vain is cancelled.
        """
        source, future = self._last.get(text.uri, (None, None))
        if future is None or source != text.source:
            if future is not None:
                future.cancel()
            lang = self.options.wishes.lang or DEFAULT_LANG
            check = partial(_check, self._desk, lang, text.uri, text.source, _path(text), encoding)
            future = asyncio.get_running_loop().run_in_executor(self._one_by_one, check)
            self._last[text.uri] = text.source, future
        return await asyncio.shield(future)


def _check(desk: Callable[[], Desk], lang: str, uri: str, source: str, path: str, encoding: str) -> Checked:
    positions = Positions(source, encoding)
    if not source.strip():
        return Checked(uri, source, positions)
    if len(source) > _LONGEST:
        return Checked(uri, source, positions, fault=say("editor.too-long", most=f"{_LONGEST}").in_language(lang))
    try:
        return Checked(uri, source, positions, desk().check(source, path))
    except SETTINGS_FAULTS as error:
        return Checked(uri, source, positions, fault=str(error))
    except Exception:  # one bad text must not leave its editor without an answer
        traceback.print_exc()
        return Checked(uri, source, positions, fault=say("editor.failed").in_language(lang))


def _path(text: TextDocument) -> str:
    """The file's path; a name in the current folder for a text in no file."""
    if text.uri.startswith("file:"):
        return text.path
    suffix = _SUFFIXES.get(text.language_id or "", "")
    return PurePosixPath(text.path or "untitled").name + suffix
