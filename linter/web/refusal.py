"""What the server says when it does not do what was asked: one shape, in both languages."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from linter.web.words import in_both


class RefusedError(Exception):
    """A request that is not answered. ``status`` is the HTTP status; ``zh`` and ``en`` say why."""

    def __init__(self, status: int, code: str, zh: str, en: str) -> None:
        super().__init__(en)
        self.status, self.code, self.zh, self.en = status, code, zh, en

    @classmethod
    def of(cls, status: int, code: str, **slots: object) -> RefusedError:
        """The refusal whose words the catalogue holds under ``error.<code>``."""
        return cls(status, code, **in_both(f"error.{code}", **slots))

    def __reduce__(self) -> tuple[type[RefusedError], tuple[int, str, str, str]]:
        # It travels from the process that checks to the one that answers.
        return RefusedError, (self.status, self.code, self.zh, self.en)

    def response(self) -> Response:
        """The refusal as it is sent."""
        said = {"code": self.code, "zh": self.zh, "en": self.en}
        return JSONResponse({"error": said}, self.status)


def refused(_request: Request, error: Exception) -> Response:
    """Answer a refusal that was raised while a request was handled."""
    assert isinstance(error, RefusedError)
    return error.response()


def failed(_request: Request, _error: Exception) -> Response:
    """Answer what nobody foresaw; the details are in the server's terminal, not in the answer."""
    return RefusedError.of(500, "failed").response()


def malformed(_request: Request, _error: Exception) -> Response:
    """Answer a form that breaks off or is none."""
    return RefusedError.of(422, "bad-form").response()


def not_found(_request: Request, _error: Exception) -> Response:
    """Answer an address that leads nowhere."""
    return RefusedError.of(404, "not-found").response()


def not_allowed(_request: Request, error: Exception) -> Response:
    """Answer a method that an address does not know."""
    assert isinstance(error, HTTPException)
    answer = RefusedError.of(405, "not-allowed").response()
    answer.headers.update(error.headers or {})  # the methods that it does know
    return answer
