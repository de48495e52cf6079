"""The command line: one sentence on standard error where the input cannot be used, one JSON document where it can.

Everything heavy is imported inside the command that needs it, so that `--help` answers at once.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from sidecar.errors import CompanionError, Misconfigured, Refused

app = typer.Typer(invoke_without_command=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
explain = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
app.add_typer(explain, name="explain")


@app.callback()
def companion(context: typer.Context) -> None:
    """A quiet card before each client meeting."""
    _help_without_command(context)


@explain.callback()
def why(context: typer.Context) -> None:
    """Why the product says what it says."""
    _help_without_command(context)


def _help_without_command(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit(0)


NOT_ALL_RIGHT = 1
LOOK_UP_WITHIN = timedelta(seconds=6)
UNUSABLE = 2

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Now = Annotated[
    str | None, typer.Option("--now", metavar="INSTANT", help="Answer as of this instant, e.g. 2026-11-23T09:00:00Z.")
]
Ics = Annotated[list[Path] | None, typer.Option("--ics", metavar="FILE", help="An iCalendar file; may be given more than once.")]
Me = Annotated[str | None, typer.Option("--me", metavar="ADDRESS", help="Whose calendar it is.")]
Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Where data is kept; without it a temporary folder.")]


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        result = app(prog_name="companion", standalone_mode=False)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except typer.TyperException as error:
        _leave(_with_mend(error))
    except Misconfigured as error:
        _leave(" ".join(error.problems))
    except Refused as error:
        _leave(error.why)
    except CompanionError as error:
        _leave(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(result if isinstance(result, int) else 0)


def _with_mend(error: typer.TyperException) -> str:
    """What is wrong with the words on the command line, and where their right form stands."""
    told = error.format_message() if isinstance(error, typer.BadParameter) else str(error)
    context = getattr(error, "ctx", None)
    return f"{told.rstrip('.')}; see `{context.command_path if context else 'companion'} --help`."


def _leave(sentence: str) -> NoReturn:
    """Exactly one line."""
    print(f"companion: {' '.join(sentence.split())}", file=sys.stderr)
    sys.exit(UNUSABLE)


def _print(document: Any, as_json: bool, readable: Callable[[Any], str] | None = None) -> None:
    if as_json or readable is None:
        text = json.dumps(document, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None)  # indenting is slow
    else:
        text = readable(document)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    print(text)


def instant_given(text: str | None, option: str = "--now") -> datetime:
    """The instant of `--now` (or another option), or the present one. Raises Refused for anything but an RFC 3339 instant."""
    if text is None:
        return datetime.now(UTC)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(f"{option} {text}: give an instant such as 2026-11-23T09:00:00Z.") from None
    if found.tzinfo is None:
        raise Refused(f"{option} {text}: add Z or an offset, so that it is an instant.")
    if not 1971 <= found.year <= 9000:
        raise Refused(f"{option} {text}: the year is outside of what a calendar holds; give one from 1971 on.")
    return found.astimezone(UTC)


def span_given(text: str) -> timedelta:
    """The span of `--within`: 7d, 48h or 90m. Raises Refused for anything else."""
    found = re.fullmatch(r"(\d{1,5})\s*([dhm])", text.strip().lower())
    if not found or int(found[1]) == 0:
        raise Refused(f"--within {text}: give a span such as 7d, 48h or 90m.")
    span = timedelta(**{{"d": "days", "h": "hours", "m": "minutes"}[found[2]]: int(found[1])})
    if span > timedelta(days=366):
        raise Refused(f"--within {text}: that is more than a year; give at most 366d.")
    return span


def address_given(text: str, option: str = "--me") -> str:
    """A mail address, lower case. Raises Refused for anything else."""
    found = text.strip().lower().removeprefix("mailto:")
    if not re.fullmatch(r"[^@\s]{1,64}@[^@\s]{1,255}", found):
        raise Refused(f"{option} {text}: give a mail address such as sam@example.com.")
    return found


def file_given(path: Path, option: str) -> bytes:
    """The bytes of a file. Raises Refused with the mend where it cannot be read."""
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise Refused(f"{option} {path}: this is a folder; name a file.") from None
    except OSError as error:
        raise Refused(f"{option} {path}: cannot be read ({error.strerror}); check the name and its rights.") from None


@app.command()
def brief(
    ics: Ics = None,
    me: Me = None,
    internal: Annotated[list[str] | None, typer.Option("--internal", metavar="DOMAIN", help="A further domain of ours.")] = None,
    within: Annotated[str, typer.Option("--within", metavar="SPAN", help="How far to look: 7d, 48h, 90m.")] = "7d",
    mail: Annotated[Path | None, typer.Option("--mail", metavar="DIR", help="A folder of .eml files.")] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Ask nothing of the network.")] = False,
    now: Now = None,
    as_json: Json = False,
) -> None:
    """What the product would do with a calendar file: who, when, the plan and the card."""
    from sidecar.flows.answer_brief import answer_brief, readable

    if not ics:
        raise Refused("--ics FILE is missing: name the calendar file that Outlook, Google or Apple exported.")
    if not me:
        raise Refused("--me ADDRESS is missing: say whose calendar it is.")
    if mail is not None and not mail.is_dir():
        raise Refused(f"--mail {mail}: this is no folder; name one that holds .eml files.")
    found = answer_brief(
        [(str(path), file_given(path, "--ics")) for path in ics],
        me=address_given(me),
        internal=[_domain_given(one) for one in internal or ()],
        within=span_given(within),
        now=instant_given(now),
        mails=[(str(path), file_given(path, "--mail")) for path in sorted(mail.glob("**/*.eml"))] if mail else (),
        look_up=None if offline else _look_up(instant_given(now)),
    )
    for problem in found.problems:
        print(f"companion: {problem}", file=sys.stderr)
    _print(found.document, as_json, readable)


def _look_up(now: datetime) -> Callable[[Sequence[str]], Any] | None:
    """Asks the web, where the administrator has set the contact that is named to it; nothing is asked otherwise."""
    from sidecar.settings import load

    contact = load().web_contact
    if not contact:
        return None

    def ask(organisations: Sequence[str]) -> Any:
        from sidecar.flows.research_client import look_up_now

        return _run(look_up_now(organisations, contact, now, LOOK_UP_WITHIN))

    return ask


def _domain_given(text: str) -> str:
    found = text.strip().lower().removeprefix("@")
    if not re.fullmatch(r"[a-z0-9\u0080-\uffff]([\w.-]*[a-z0-9\u0080-\uffff])?", found) or "." not in found:
        raise Refused(f"--internal {text}: give a domain such as example.com.")
    return found


@explain.command("event")
def explain_event(
    file: Annotated[Path, typer.Argument(help="A Graph event, or a page with `value`, as JSON.")],
    me: Me = None,
    now: Now = None,
    as_json: Json = True,
) -> None:
    """How a Graph payload is read."""
    from sidecar.flows.answer_event import answer_event

    data = file_given(file, "FILE")
    try:
        payload = json.loads(data)
    except (ValueError, RecursionError):
        raise Refused(f"{file}: this is not JSON; give a Graph event or a page with `value`.") from None
    try:
        found = answer_event(payload, me=address_given(me) if me else "", now=instant_given(now))
    except Refused as error:
        raise Refused(f"{file}: {error.why}") from None
    _print(found, True)


@explain.command("clock")
def explain_clock(
    at: Annotated[str, typer.Option("--at", metavar="LOCAL", help="A local time, e.g. 2026-11-23T14:00.")],
    from_zone: Annotated[str, typer.Option("--from", metavar="ZONE")],
    to: Annotated[list[str], typer.Option("--to", metavar="ZONE")],
    as_json: Json = True,
) -> None:
    """One instant on several clocks."""
    from sidecar.flows.answer_clock import answer_clock

    _print(answer_clock(at, from_zone, to), True)


@explain.command("zone")
def explain_zone(
    name: Annotated[str, typer.Argument(help="A Windows, CLDR or IANA name.")],
    country: Annotated[str | None, typer.Option("--country", metavar="CC")] = None,
    as_json: Json = True,
) -> None:
    """Which zone a name means."""
    from sidecar.flows.answer_clock import answer_zone

    _print(answer_zone(name, country), True)


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
    from sidecar.flows.answer_where import answer_where

    found = answer_where(
        at=instant_given(at, "--at") if at is not None else instant_given(now),
        email=address_given(email, "--email") if email is not None else None,
        phone_number=phone,
        city=city,
        country=country,
        mail_offsets=mail_offset or (),
        user_zone=user_zone,
    )
    _print(found, True)


@explain.command("culture")
def explain_culture(
    country: Annotated[str, typer.Option("--country", metavar="CC", help="Two letters of ISO 3166, e.g. HN.")],
    language: Annotated[str, typer.Option("--language", metavar="TAG", help="What to answer in: en or de.")] = "en",
    now: Now = None,
    as_json: Json = True,
) -> None:
    """What often holds in a country, who says so, and how sure it is."""
    from sidecar.flows.answer_culture import answer_culture

    _print(answer_culture(country, instant_given(now).date(), language), True)


@explain.command("day")
def explain_day(
    country: Annotated[str, typer.Option("--country", metavar="CC", help="Two letters, e.g. DE.")],
    day: Annotated[str, typer.Option("--date", metavar="D", help="A date, e.g. 2027-05-17.")],
    subdivision: Annotated[str | None, typer.Option("--subdivision", metavar="S", help="A state or region, e.g. BY.")] = None,
    as_json: Json = True,
) -> None:
    """What kind of day it is in a country: working, weekend, holiday, half-day."""
    from sidecar.flows.answer_day import answer_day

    _print(answer_day(country, subdivision, day), True)


@explain.command("hours")
def explain_hours(
    at: Annotated[str, typer.Option("--at", metavar="LOCAL", help="A local time, e.g. 2026-11-23T14:00.")],
    from_zone: Annotated[str, typer.Option("--from", metavar="ZONE")],
    people: Annotated[list[str], typer.Option("--with", metavar="ZONE[:CC]", help="Somebody elsewhere; more than once.")],
    minutes: Annotated[int, typer.Option("--minutes", metavar="N", help="How long it takes.")] = 30,
    as_json: Json = True,
) -> None:
    """Whether people elsewhere work at a local time."""
    from sidecar.flows.answer_day import answer_hours

    _print(answer_hours(at, from_zone, minutes, people), True)


@explain.command("news")
def explain_news(as_json: Json = True) -> None:
    """Which headlines, one a line on standard input, a careful host would not joke about."""
    from sidecar.flows.answer_news import answer_news

    document, notes = answer_news(sys.stdin.buffer.read())
    for note in notes:
        print(f"companion: {note}", file=sys.stderr)
    _print(document, True)


@explain.command("site")
def explain_site(
    url: Annotated[str | None, typer.Argument(metavar="[URL]", help="A site to read now, e.g. https://example.com.")] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="A page from a file; nothing is fetched.")] = None,
    page_url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where the page of --html stands.")] = None,
    as_json: Json = True,
) -> None:
    """What a company's website says about it, each line with its quote."""
    from sidecar.flows.answer_site import answer_page, answer_url

    if html is not None:
        if page_url is None or url is not None:
            raise Refused("--html FILE needs --url URL beside it, and no other address: say where the page stands.")
        _print(answer_page(file_given(html, "--html"), page_url, str(html)), True)
        return
    if page_url is not None or url is None:
        raise Refused("URL is missing: give a site such as https://example.com, or --html FILE with --url URL.")
    _print(_run(answer_url(url, _settings(None).web_contact)), True)


@explain.command("person")
def explain_person(address: str, data: Data = None, as_json: Json = True) -> None:
    """Every meeting of the week with what was done and why, or why not."""
    from sidecar.running import explain_person as answer

    _print(_run(answer(_settings(data), address_given(address, "ADDRESS"))), True)


@app.command()
def preview(
    ics: Ics = None,
    me: Me = None,
    now: Now = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 3978,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open the page.")] = False,
    zone: Annotated[str | None, typer.Option("--zone", metavar="ZONE", help="The person's time zone.")] = None,
    mail: Annotated[Path | None, typer.Option("--mail", metavar="DIR", help="A folder of .eml files.")] = None,
    vtt: Annotated[Path | None, typer.Option("--vtt", metavar="DIR", help="A folder of .vtt files.")] = None,
    sites: Annotated[
        Path | None, typer.Option("--sites", metavar="DIR", help="Web sites of clients, a folder each, named like its domain.")
    ] = None,
    data: Data = None,
) -> None:
    """The whole product on this machine, with nothing else."""
    from sidecar.running import run_preview

    for path in ics or ():
        file_given(path, "--ics")
    if ics and not me:
        raise Refused("--me ADDRESS is missing: say whose calendar it is.")
    address = address_given(me) if me else None
    start_at = instant_given(now) if now else None
    for option, folder in (("--mail", mail), ("--vtt", vtt), ("--sites", sites)):
        if folder is not None and not folder.is_dir():
            raise Refused(f"{option} {folder}: this is no folder; name one that exists.")
    _run(run_preview(tuple(ics or ()), address, zone, start_at, port, data, not no_browser, mail, sites))


@app.command()
def serve(no_worker: Annotated[bool, typer.Option("--no-worker", help="Doors only.")] = False, data: Data = None) -> None:
    """The doors, and one worker beside them."""
    from sidecar.app import serve as run

    _run(run(_settings(data), with_worker=not no_worker))


@app.command()
def worker(data: Data = None) -> None:
    """One more worker on the same database, on this or any other machine."""
    from sidecar.app import worker as run

    _run(run(_settings(data)))


@app.command()
def migrate(
    check: Annotated[bool, typer.Option("--check", help="Only say whether something is missing.")] = False,
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Bring the database to this version."""
    from sidecar.running import run_migrate

    missing, version = _run(run_migrate(_settings(data), check=check))
    says = f"{missing} migration(s) missing." if check else f"The database is at version {version}."
    _print({"missing": missing if check else 0, "version": version or None}, as_json, lambda _: says)
    raise typer.Exit(NOT_ALL_RIGHT if check and missing else 0)


@app.command()
def doctor(
    settings: Annotated[bool, typer.Option("--settings", help="List every setting with its meaning and default.")] = False,
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Check settings, database, zone data, Graph and Teams; one line each, with the mend."""
    from sidecar.running import examine
    from sidecar.settings import described

    if settings:
        rows = [{"name": name, "default": default, "meaning": meaning} for name, default, meaning in described()]
        _print(rows, as_json, lambda found: "\n".join(f"{row['name']}={row['default']}\n    {row['meaning']}" for row in found))
        return
    findings = _run(examine(data))
    _print(findings, as_json, lambda found: "\n".join(f"{one['state']:4}  {one['check']}: {one['says']}" for one in found))
    raise typer.Exit(NOT_ALL_RIGHT if any(one["state"] == "FAIL" for one in findings) else 0)


@app.command()
def tenant(
    ics: Ics = None,
    me: Me = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 3979,
    mail: Annotated[Path | None, typer.Option("--mail", metavar="DIR", help="A folder of .eml files.")] = None,
) -> None:
    """The local tenant alone."""
    from sidecar.running import run_tenant

    for path in ics or ():
        file_given(path, "--ics")
    if mail is not None and not mail.is_dir():
        raise Refused(f"--mail {mail}: this is no folder; name one that exists.")
    _run(run_tenant(tuple(ics or ()), address_given(me) if me else None, port, mail))


def _settings(data: Path | None) -> Any:
    from sidecar.settings import load

    return load(data_dir=data) if data else load()


def _run(work: Any) -> Any:
    import asyncio

    from sidecar.running import set_up_logs

    set_up_logs()
    return asyncio.run(work)
