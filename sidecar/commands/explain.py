"""`companion explain …`: why the product says what it says."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from sidecar.commands.given import (
    Data,
    Json,
    Me,
    Now,
    address_given,
    file_given,
    help_without_command,
    instant_given,
    run,
    settings_given,
    show,
)
from sidecar.errors import Refused
from sidecar.words import LANGUAGES

_SPOKEN = f"{', '.join(LANGUAGES[:-1])} or {LANGUAGES[-1]}"
explain = typer.Typer(invoke_without_command=True, rich_markup_mode=None)


@explain.callback()
def why(context: typer.Context) -> None:
    """Why the product says what it says."""
    help_without_command(context)


@explain.command("event")
def explain_event(
    file: Annotated[Path, typer.Argument(help="A Graph event, or a page with `value`, as JSON.")],
    me: Me = None,
    now: Now = None,
    as_json: Json = True,
) -> None:
    """How a Graph payload is read."""
    from sidecar.flows.answers.answer_event import answer_event

    data = file_given(file, "FILE")
    try:
        payload = json.loads(data)
    except (ValueError, RecursionError):
        raise Refused(f"{file}: this is not JSON; give a Graph event or a page with `value`.") from None
    try:
        found = answer_event(payload, me=address_given(me) if me else "", now=instant_given(now))
    except Refused as error:
        raise Refused(f"{file}: {error.why}") from None
    show(found, True)


@explain.command("clock")
def explain_clock(
    at: Annotated[str, typer.Option("--at", metavar="LOCAL", help="A local time, e.g. 2026-11-23T14:00.")],
    from_zone: Annotated[str, typer.Option("--from", metavar="ZONE")],
    to: Annotated[list[str], typer.Option("--to", metavar="ZONE")],
    as_json: Json = True,
) -> None:
    """One instant on several clocks."""
    from sidecar.flows.answers.answer_clock import answer_clock

    show(answer_clock(at, from_zone, to), True)


@explain.command("zone")
def explain_zone(
    name: Annotated[str, typer.Argument(help="A Windows, CLDR or IANA name.")],
    country: Annotated[str | None, typer.Option("--country", metavar="CC")] = None,
    as_json: Json = True,
) -> None:
    """Which zone a name means."""
    from sidecar.flows.answers.answer_clock import answer_zone

    show(answer_zone(name, country), True)


@explain.command("where")
def explain_where(
    email: Annotated[str | None, typer.Option("--email", metavar="A", help="Their mail address.")] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="P", help="Their number, e.g. +49 89 1234567.")] = None,
    city: Annotated[str | None, typer.Option("--city", metavar="C", help="A town, e.g. Springfield, IL.")] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CC", help="Two letters, or a country's name.")] = None,
    mail_offset: Annotated[
        list[str] | None,
        typer.Option("--mail-offset", metavar="OFFSET@DATE", help="Of a mail's Date header: +0200@2026-07-03; more than once."),
    ] = None,
    user_zone: Annotated[str | None, typer.Option("--user-zone", metavar="ZONE", help="What you set for them.")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="INSTANT", help="When the meeting is; without it, now.")] = None,
    now: Now = None,
    as_json: Json = True,
) -> None:
    """Which clock somebody has, how sure that is, and why."""
    from sidecar.flows.answers.answer_where import answer_where

    found = answer_where(
        at=instant_given(at, "--at") if at is not None else instant_given(now),
        email=address_given(email, "--email") if email is not None else None,
        phone_number=phone,
        city=city,
        country=country,
        mail_offsets=mail_offset or (),
        user_zone=user_zone,
    )
    show(found, True)


@explain.command("culture")
def explain_culture(
    country: Annotated[str, typer.Option("--country", metavar="CC", help="Two letters of ISO 3166, e.g. HN.")],
    language: Annotated[str, typer.Option("--language", metavar="TAG", help=f"What to answer in: {_SPOKEN}.")] = "en",
    now: Now = None,
    as_json: Json = True,
) -> None:
    """What often holds in a country, who says so, and how sure it is."""
    from sidecar.flows.answers.answer_culture import answer_culture

    show(answer_culture(country, instant_given(now).date(), language), True)


@explain.command("day")
def explain_day(
    country: Annotated[str, typer.Option("--country", metavar="CC", help="Two letters, e.g. DE.")],
    day: Annotated[str, typer.Option("--date", metavar="D", help="A date, e.g. 2027-05-17.")],
    subdivision: Annotated[str | None, typer.Option("--subdivision", metavar="S", help="A state or region, e.g. BY.")] = None,
    as_json: Json = True,
) -> None:
    """What kind of day it is in a country: working, weekend, holiday, half-day."""
    from sidecar.flows.answers.answer_day import answer_day

    show(answer_day(country, subdivision, day), True)


@explain.command("hours")
def explain_hours(
    at: Annotated[str, typer.Option("--at", metavar="LOCAL", help="A local time, e.g. 2026-11-23T14:00.")],
    from_zone: Annotated[str, typer.Option("--from", metavar="ZONE")],
    people: Annotated[list[str], typer.Option("--with", metavar="ZONE[:CC]", help="Somebody elsewhere; more than once.")],
    minutes: Annotated[int, typer.Option("--minutes", metavar="N", help="How long it takes.")] = 30,
    as_json: Json = True,
) -> None:
    """Whether people elsewhere work at a local time."""
    from sidecar.flows.answers.answer_day import answer_hours

    show(answer_hours(at, from_zone, minutes, people), True)


@explain.command("news")
def explain_news(as_json: Json = True) -> None:
    """Which headlines, one a line on standard input, a careful host would not joke about."""
    from sidecar.flows.answers.answer_news import answer_news

    document, notes = answer_news(sys.stdin.buffer.read())
    for note in notes:
        print(f"companion: {note}", file=sys.stderr)
    show(document, True)


@explain.command("site")
def explain_site(
    url: Annotated[str | None, typer.Argument(metavar="[URL]", help="A site to read now, e.g. https://example.com.")] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="A page from a file; nothing is fetched.")] = None,
    page_url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where the page of --html stands.")] = None,
    as_json: Json = True,
) -> None:
    """What a company's website says about it, each line with its quote."""
    from sidecar.flows.answers.answer_site import answer_page, answer_url

    if html is not None:
        if page_url is None or url is not None:
            raise Refused("--html FILE needs --url URL beside it, and no other address: say where the page stands.")
        show(answer_page(file_given(html, "--html"), page_url, str(html)), True)
        return
    if page_url is not None or url is None:
        raise Refused("URL is missing: give a site such as https://example.com, or --html FILE with --url URL.")
    show(run(answer_url(url, settings_given(None).web_contact)), True)


@explain.command("proof")
def explain_proof(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text in UTF-8.")],
    names: Annotated[
        Path | None, typer.Option("--names", metavar="FILE", help="Names of people, companies and products, one a line.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="TAG", help="Its language, e.g. en-GB; without it, detected.")
    ] = None,
    is_strict: Annotated[bool, typer.Option("--strict", help="Leave with 1 where there is a mistake.")] = False,
    as_json: Json = True,
) -> None:
    """Which mistakes a text has, where they stand and what could stand instead."""
    from sidecar.flows.answers.answer_proof import answer_proof

    found = answer_proof(
        file_given(file, "FILE"),
        file=f"FILE {file}",
        names=file_given(names, "--names") if names else None,
        names_file=str(names),
        language=language,
    )
    show(found, True)
    if is_strict and found["issues"]:
        raise typer.Exit(1)


@explain.command("person")
def explain_person(
    address: str,
    language: Annotated[
        str | None, typer.Option("--language", metavar="TAG", help="What to answer in; without it, the person's own.")
    ] = None,
    data: Data = None,
    as_json: Json = False,
) -> None:
    """“Why did I get no card?”: every meeting of the week with what was done and why, or why not."""
    from sidecar.commands.audit import week_by_command
    from sidecar.flows.before.explain_week import readable

    given = address_given(address, "ADDRESS")
    show(run(week_by_command(settings_given(data), given, language)), as_json, readable)
