"""The pages that the app package links to, for anybody: what is stored and for how long, and the terms. Written in docs/."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from aiohttp import web

from sidecar.web.guards import Handler, Route
from sidecar.web.json_answers import language_of
from sidecar.words import Words

PAGES: Final = ("privacy", "terms")
STYLE: Final = """
:root { color-scheme: light dark; --text: #242424; --quiet: #616161; --line: #d1d1d1; --ground: #fff; --accent: #4f52b2 }
@media (prefers-color-scheme: dark) {
  :root { --text: #f5f5f5; --quiet: #c7c7c7; --line: #525252; --ground: #1f1f1f; --accent: #a6a7f2 } }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.6 "Segoe UI", system-ui, sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
h1 { font-size: 1.75rem; line-height: 1.25 } h2 { font-size: 1.25rem; margin-top: 2.25rem }
a { color: var(--accent) } code { font-size: .95em; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% } th, td { overflow-wrap: anywhere; text-align: start; vertical-align: top;
  padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line) } th { color: var(--quiet); font-weight: 600 }
[role=status] { border-inline-start: 4px solid var(--accent); padding: .5rem 1rem; margin: 0 0 2rem }
"""
_DIGEST: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS: Final = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-cache",
}


def routes() -> list[Route]:
    """`/privacy` and `/terms`. Entra leads an administrator to the first, which then says what came of their consent."""
    return [Route(method="GET", path=f"/{name}", who="public", handler=_page(name)) for name in PAGES]


def _page(name: str) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            title, body = rendered(name)
        except LookupError as error:
            return web.Response(status=503, text=str(error))
        return web.Response(text=_whole(title, _told(request) + body), content_type="text/html", charset="utf-8", headers=HEADERS)

    return handler


@cache
def rendered(name: str) -> tuple[str, str]:
    """Title and HTML of one document. Raises LookupError where it is missing."""
    text = document(name)
    title = next((line.lstrip("# ") for line in text.splitlines() if line.startswith("# ")), name)
    return title, html_of(text)


def html_of(text: str) -> str:
    """Markdown as HTML. HTML within it is shown as text, and no link leads to a script."""
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark", {"html": False}).enable("table").render(text))


def document(name: str) -> str:
    """The source of one document. Raises LookupError where it is missing."""
    for folder in (resources.files("sidecar").joinpath("docs"), Path(__file__).parents[2] / "docs"):
        found = folder.joinpath(f"{name}.md")
        if found.is_file():
            return found.read_text(encoding="utf-8")
    raise LookupError(f"There is no document {name}.md: put the folder docs/ beside the program.")


def _told(request: web.Request) -> str:
    """What came of an administrator's consent. Nothing of the query is shown.

    https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
    """
    if "error" not in request.query and "admin_consent" not in request.query:
        return ""
    words = Words(language_of(request))
    is_given = "error" not in request.query and request.query["admin_consent"].lower() == "true"
    says = words.say("page-consent-given" if is_given else "page-consent-refused")
    return f'<p role="status" lang="{words.language}">{_escaped(says)}</p>'


def _whole(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{_escaped(title)}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>"
    )


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)
