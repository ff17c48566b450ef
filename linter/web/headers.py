"""What every answer forbids the browser: to run, load or send anything that is not ours."""

from __future__ import annotations

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        # No script may turn a string into mark-up: what an article says stays text.
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
STRICT = (
    ("Content-Security-Policy", _POLICY),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    # Articles are nobody's business but the editor's; the page itself may have changed since yesterday.
    ("Cache-Control", "no-store"),
)
"""The headers of every answer, also of one that nobody foresaw."""
