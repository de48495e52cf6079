"""The command line: one sentence on standard error where the input cannot be used, one JSON document where it can.

Everything heavy is imported inside the command that needs it, so that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from sidecar.commands.admin import consent_url, package
from sidecar.commands.explain import explain
from sidecar.commands.given import (
    Data,
    Ics,
    Json,
    Me,
    Now,
    address_given,
    domain_given,
    file_given,
    help_without_command,
    instant_given,
    run,
    settings_given,
    show,
    span_given,
    web_given,
)
from sidecar.commands.handover import handover
from sidecar.commands.recap import recap
from sidecar.commands.restored import restored
from sidecar.commands.trust import audit, export, forget
from sidecar.errors import CompanionError, Misconfigured, Refused

app = typer.Typer(invoke_without_command=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(explain, name="explain")


@app.callback()
def companion(context: typer.Context) -> None:
    """A quiet card before each client meeting."""
    help_without_command(context)


NOT_ALL_RIGHT = 1
UNUSABLE = 2


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
    from sidecar.flows.answers.answer_brief import answer_brief, readable

    if not ics:
        raise Refused("--ics FILE is missing: name the calendar file that Outlook, Google or Apple exported.")
    if not me:
        raise Refused("--me ADDRESS is missing: say whose calendar it is.")
    if mail is not None and not mail.is_dir():
        raise Refused(f"--mail {mail}: this is no folder; name one that holds .eml files.")
    found = answer_brief(
        [(str(path), file_given(path, "--ics")) for path in ics],
        me=address_given(me),
        internal=[domain_given(one) for one in internal or ()],
        within=span_given(within),
        now=instant_given(now),
        mails=[(str(path), file_given(path, "--mail")) for path in sorted(mail.glob("**/*.eml"))] if mail else (),
        look_up=None if offline else web_given(instant_given(now)),
        unasked="offline" if offline else "no_contact",
    )
    for problem in found.problems:
        print(f"companion: {problem}", file=sys.stderr)
    show(found.document, as_json, readable)


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
    data: Annotated[
        Path | None, typer.Option("--data", metavar="DIR", help="Where data is kept; without it a temporary folder.")
    ] = None,
) -> None:
    """The whole product on this machine, with nothing else."""
    from sidecar.commands.running import run_preview

    for path in ics or ():
        file_given(path, "--ics")
    if ics and not me:
        raise Refused("--me ADDRESS is missing: say whose calendar it is.")
    address = address_given(me) if me else None
    start_at = instant_given(now) if now else None
    for option, folder in (("--mail", mail), ("--vtt", vtt), ("--sites", sites)):
        if folder is not None and not folder.is_dir():
            raise Refused(f"{option} {folder}: this is no folder; name one that exists.")
    run(run_preview(tuple(ics or ()), address, zone, start_at, port, data, not no_browser, mail, sites, vtt))


@app.command()
def serve(no_worker: Annotated[bool, typer.Option("--no-worker", help="Doors only.")] = False, data: Data = None) -> None:
    """The doors, and one worker beside them."""
    from sidecar.app import serve as work

    settings = settings_given(data)
    run(work(settings, with_worker=not no_worker), settings.log_level)


@app.command()
def worker(data: Data = None) -> None:
    """One more worker on the same database, on this or any other machine."""
    from sidecar.app import worker as work

    settings = settings_given(data)
    run(work(settings), settings.log_level)


@app.command()
def migrate(
    check: Annotated[bool, typer.Option("--check", help="Only say whether something is missing.")] = False,
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Bring the database to this version."""
    from sidecar.commands.running import run_migrate

    missing, version = run(run_migrate(settings_given(data), check=check))
    says = f"{missing} migration(s) missing." if check else f"The database is at version {version}."
    show({"missing": missing if check else 0, "version": version or None}, as_json, lambda _: says)
    raise typer.Exit(NOT_ALL_RIGHT if check and missing else 0)


@app.command()
def doctor(
    settings: Annotated[bool, typer.Option("--settings", help="List every setting with its meaning and default.")] = False,
    again: Annotated[bool, typer.Option("--retry-parked", help="Let work that gave up run again.")] = False,
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Check settings, database, zone data, Graph and Teams; one line each, with the mend."""
    from sidecar.commands.doctor import examine, run_again
    from sidecar.settings import described

    if settings:
        rows = [{"name": name, "default": default, "meaning": meaning} for name, default, meaning in described()]
        show(rows, as_json, lambda found: "\n".join(f"{row['name']}={row['default']}\n    {row['meaning']}" for row in found))
        return
    if again:
        told = [{"kind": kind, "again": count} for kind, count in run(run_again(data))]
        says = ", ".join(f"{one['again']} {one['kind']}" for one in told)
        show(told, as_json, lambda _: f"Waiting again: {says}." if told else "Nothing had given up.")
        return
    findings = run(examine(data))
    show(findings, as_json, lambda found: "\n".join(f"{one['state']:4}  {one['check']}: {one['says']}" for one in found))
    raise typer.Exit(NOT_ALL_RIGHT if any(one["state"] == "FAIL" for one in findings) else 0)


@app.command()
def tenant(
    ics: Ics = None,
    me: Me = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 3979,
    mail: Annotated[Path | None, typer.Option("--mail", metavar="DIR", help="A folder of .eml files.")] = None,
) -> None:
    """The local tenant alone."""
    from sidecar.commands.running import run_tenant

    for path in ics or ():
        file_given(path, "--ics")
    if mail is not None and not mail.is_dir():
        raise Refused(f"--mail {mail}: this is no folder; name one that exists.")
    run(run_tenant(tuple(ics or ()), address_given(me) if me else None, port, mail))


app.command("recap")(recap)
app.command("package")(package)
app.command("consent-url")(consent_url)
app.command("export")(export)
app.command("forget")(forget)
app.command("audit")(audit)
app.command("handover")(handover)
app.command("restored")(restored)
