"""The pages that Teams and the browser show: empty for anybody, what stands in them comes through their own doors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from aiohttp import web

from sidecar.web.guards import Handler, Route, Who

PAGES: Final = Path(__file__).parents[2] / "panel" / "dist"
TEAMS: Final = (
    "https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com "
    "https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook-sdf.office.com "
    "https://outlook-sdf.office365.com"
)
"""https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements"""
_BUILT: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}")
"""The names that built files have; what a file system would stumble over is none of them."""
FOR_A_YEAR: Final = "public, max-age=31536000, immutable"
"""The name of a built file changes with what is in it."""


def policy(frame_ancestors: str, *more: str) -> str:
    """The Content-Security-Policy of a page of ours: nothing from elsewhere, nothing inline."""
    rules = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self' https://res.cdn.office.net",
        *more,
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
        f"frame-ancestors {frame_ancestors}",
    )
    return "; ".join(rules)


IN_TEAMS: Final[Mapping[str, str]] = {"Content-Security-Policy": policy(f"'self' {TEAMS}")}
CHECK: Final[Mapping[str, str]] = {
    "Content-Security-Policy": policy("'none'", "media-src 'self' blob:"),
    "Permissions-Policy": "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self)",
}


def routes() -> list[Route]:
    """The side panel, the personal tab, the tab's configuration and the tech check."""
    return [
        *_page("/panel", "panel.html", IN_TEAMS),
        *_page("/tab", "tab.html", IN_TEAMS),
        Route(method="GET", path="/tab/configure", who="public", handler=page("configure.html", IN_TEAMS)),
        *_page("/check", "check.html", CHECK),
        *(assets(f"/{name}", "public") for name in ("panel", "tab", "check")),
    ]


def _page(path: str, file: str, headers: Mapping[str, str]) -> list[Route]:
    return [
        Route(method="GET", path=path, who="public", handler=_to(f"{path}/")),
        Route(method="GET", path=f"{path}/", who="public", handler=page(file, headers)),
    ]


def assets(under: str, who: Who) -> Route:
    """The built files that the pages under a path load."""
    return Route(method="GET", path=f"{under}/assets/{{name}}", who=who, handler=_asset)


def page(file: str, headers: Mapping[str, str]) -> Handler:
    """One built page with its headers."""

    async def handler(request: web.Request) -> web.StreamResponse:
        found = PAGES / file
        if not found.exists():
            return web.Response(status=503, text="The page is not built yet: run `make setup` once.")
        told = {**headers, "Cache-Control": "no-cache"}
        return web.Response(body=found.read_bytes(), content_type="text/html", charset="utf-8", headers=told)

    return handler


def _to(path: str) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        query = request.rel_url.raw_query_string
        told = f"?{query}" if query else ""
        return web.Response(status=308, headers={"Location": f"{path}{told}"})

    return handler


async def _asset(request: web.Request) -> web.StreamResponse:
    name = request.match_info["name"]
    file = PAGES / "assets" / name
    if not _BUILT.fullmatch(name) or not file.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(file, headers={"Cache-Control": FOR_A_YEAR})
