"""What the long-running and the looking commands do, between the command line and the root."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import webbrowser
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import structlog

from sidecar import app
from sidecar.domain.apps.permissions import mend
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.times.localtime import zone_named
from sidecar.doors import stop_on_signals
from sidecar.errors import CompanionError, Misconfigured, Refused
from sidecar.flows.install_people import RolledOut, rolled_out
from sidecar.flows.look_at_week import look_at_week
from sidecar.flows.probe_permissions import Probed, probe_permissions
from sidecar.preview import SAMPLE_ME, SAMPLE_NOW, Wanted, preview
from sidecar.settings import Settings, load
from sidecar.store.database import Database, pending
from sidecar.tenant import LocalTenant, Person
from sidecar.wiring import Clock, identity_problems
from sidecar.words import Words

ONLY_MICROSOFT: Final = "(needed for Microsoft 365, not for the preview)"


def set_up_logs() -> None:
    """Structured lines on standard error: JSON, or columns at a terminal."""
    is_terminal = sys.stderr.isatty()
    renderer: Any = (
        structlog.dev.ConsoleRenderer(colors="NO_COLOR" not in os.environ) if is_terminal else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr, format="%(name)s: %(message)s")
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)


async def run_preview(
    calendars: tuple[Path, ...],
    me: str | None,
    zone: str | None,
    now: datetime | None,
    port: int,
    data: Path | None,
    with_browser: bool,
    mail: Path | None = None,
    sites: Path | None = None,
    vtt: Path | None = None,
) -> None:
    """Run the preview until told to stop. Raises Refused or Misconfigured with the mend."""
    stop = stop_on_signals()
    wanted = Wanted(calendars=calendars, me=_person(me, zone), now=now, port=port, data=data, mail=mail, sites=sites, vtt=vtt)
    async with preview(wanted) as running:
        print(f"Client Companion preview: {running.url}  (Ctrl-C ends it)", flush=True)
        if with_browser:
            await asyncio.to_thread(webbrowser.open, running.url)
        await stop.wait()


def _person(address: str | None, zone: str | None) -> Person | None:
    if zone is not None and zone_named(zone).iana is None:
        raise Refused(f"--zone {zone}: this names no time zone; give one such as Europe/Berlin.")
    if address is None:
        return None
    name = address.partition("@")[0].replace(".", " ").title()
    return Person(address=address, name=name, zone=zone_named(zone or "").iana or here(), language=_language())


def here() -> str:
    """This machine's own zone."""
    from tzlocal import get_localzone_name

    return zone_named(get_localzone_name() or "UTC").iana or "UTC"


def _language() -> str:
    return (os.environ.get("LC_ALL") or os.environ.get("LANG") or "en").split(".")[0].replace("_", "-")


async def run_tenant(calendars: tuple[Path, ...], me: str | None, port: int, mail: Path | None = None) -> None:
    """Run the local tenant alone until told to stop."""
    stop = stop_on_signals()
    clock = Clock()
    if not calendars:
        from sidecar.preview import sample_calendar

        clock.start_at(SAMPLE_NOW)
        calendars = (sample_calendar(),)
    tenant = LocalTenant(calendars=calendars, me=_person(me, None) or SAMPLE_ME, clock=clock, mail=mail)
    await tenant.start(port)
    print(f"Local tenant: {tenant.url}/v1.0  (Ctrl-C ends it)", flush=True)
    await stop.wait()
    await tenant.stop()


async def run_migrate(settings: Settings, *, check: bool) -> tuple[int, int]:
    """(migrations missing before, version after); with `check` nothing is changed."""
    async with app.database_url(settings) as url:
        missing = await pending(url)
        return (missing, 0) if check else (missing, await app.bring_up_to_date(url))


async def explain_person(settings: Settings, address: str) -> dict[str, Any]:
    """The week of a watched person. Raises Refused where nobody of that address is watched."""
    async with app.database_url(settings) as url:
        if await pending(url):
            raise Misconfigured(["The database is older than this program: run `companion migrate`."])
        async with app.looking(settings, url) as hands:
            async with hands.database.directory() as session:
                tenants = [TenantId(row["tenant_id"]) for row in await session.rows("tenants")]
            for tenant in tenants:
                async with hands.database.transaction(tenant) as session:
                    people = [row for row in await session.rows("people", tenant) if row["address"] == address]
                if people:
                    return await look_at_week(hands, tenant, PersonId(people[0]["person_id"]))
    raise Refused(f"{address}: nobody of that address has the bot installed.")


async def examine(data: Path | None) -> list[dict[str, str]]:
    """Every check as {check, state: OK | WARN | FAIL, says}; all of them, whatever the first ones find."""
    findings: list[dict[str, str]] = []

    def note(check: str, state: str, says: str) -> None:
        findings.append({"check": check, "state": state, "says": says})

    try:
        settings = load(data_dir=data) if data else load()
        note("settings", "OK", "all readable")
    except Misconfigured as error:
        for problem in error.problems:
            note("settings", "FAIL", problem)
        return findings
    _examine_identity(settings, note)
    _examine_zones(note)
    await _examine_database(settings, note)
    if await _examine_services(settings, note):
        await _examine_permissions(settings, note)
    return findings


def _examine_identity(settings: Settings, note: Any) -> None:
    begun = (settings.tenant_id, settings.client_id, settings.public_url, settings.client_secret, settings.client_certificate)
    is_begun = any((*begun, settings.managed_identity_id))
    for problem in identity_problems(settings):
        note("identity", "FAIL" if is_begun else "WARN", problem if is_begun else f"{problem} {ONLY_MICROSOFT}")
    if settings.public_url and not settings.public_url.startswith("https://"):
        note("identity", "FAIL", "COMPANION_PUBLIC_URL must begin with https://.")
    if settings.client_secret and not settings.client_certificate:
        note("identity", "WARN", "A client secret is used: a certificate or a managed identity is safer.")
    if settings.teams_app_id and not settings.people_group:
        note("roll-out", "WARN", "COMPANION_TEAMS_APP_ID is set and COMPANION_PEOPLE_GROUP is not: nobody is given the app.")


def _examine_zones(note: Any) -> None:
    import tzdata

    known = app.zone_data_problem()
    note("zone data", "FAIL" if known else "OK", known or f"tzdata {tzdata.IANA_VERSION}")


async def reported_customs(database: Database) -> list[str]:
    """Lines about a country that people reported as wrong: which, how often, and what they wrote; nobody's name."""
    async with database.directory() as session:
        tenants = [TenantId(row["tenant_id"]) for row in await session.rows("tenants")]
    found: dict[str, list[str]] = {}
    for tenant in tenants:
        async with database.transaction(tenant) as session:
            for row in await session.rows("cue_reports", tenant):
                found.setdefault(row["subject"].removeprefix("|"), []).append(row["value"])
    return [f"{cue} ({len(said)} x{_quoted(said)})" for cue, said in sorted(found.items())]


def _quoted(said: list[str]) -> str:
    written = [one for one in said if one]
    return f", “{written[0][:100]}”" if written else ""


async def _examine_services(settings: Settings, note: Any) -> bool:
    """One real call to each service, where it is configured; whether Graph may be asked more."""
    try:
        credential = app.credential_for(settings)
    except Misconfigured:
        for service in ("graph", "teams", "certificate", "permissions"):
            note(service, "WARN", "not checked: see “identity”.")
        return False
    given: set[str] = set()
    for service, scope in app.scopes_of(settings).items():
        try:
            await credential.get_token(scope)
            note(service, "OK", "a token was given")
            given.add(service)
        except Exception as error:  # noqa: BLE001  # whatever the identity library raises is the finding
            note(service, "FAIL", f"no token ({type(error).__name__}): check tenant, client id, credential and admin consent.")
    await credential.close()
    kind = "certificate" if settings.client_certificate else "managed identity" if settings.managed_identity_id else "secret"
    note("certificate", "OK", f"a {kind} is used")
    return "graph" in given


async def _examine_permissions(settings: Settings, note: Any) -> None:
    """Asks Graph in the name of one person who has the bot; without a database only what concerns nobody."""
    try:
        async with app.database_url(settings) as url:
            if await pending(url):
                note("permissions", "WARN", "not checked: the database is not up to date.")
                return
            async with app.asking(settings, url) as hands:
                person = await watched_person(hands.database, TenantId(settings.tenant_id))
                note_permissions(await probe_permissions(hands, person), settings, note)
    except CompanionError as error:
        note("permissions", "FAIL", str(error))


async def watched_person(database: Database, tenant: TenantId) -> PersonId | None:
    """Somebody of this tenant who has the bot; None where nobody has."""
    async with database.transaction(tenant) as session:
        people = await session.rows("people", tenant)
    return next((PersonId(row["person_id"]) for row in people if row["is_watched"]), None)


def note_permissions(probed: Sequence[Probed], settings: Settings, note: Any) -> None:
    """A line for each permission; a missing one with its exact mend and what is missing without it."""
    words = Words("en")
    for one in probed:
        asked = one.permission
        if one.state == "refused":
            how = mend(asked, cloud=settings.cloud, client=settings.client_id, has_consent=one.lacks_policy)
            without = f"{words.say('permission-column-without')} {words.say(asked.without)}"
            state = "FAIL" if asked.is_required or asked.only_with_group else "WARN"
            note(asked.name, state, f"{words.say(how.key, **how.args)} {without}")
        elif one.state == "given":
            note(asked.name, "OK", words.say("permission-given"))
        elif one.state == "unknown":
            note(asked.name, "WARN", words.say("permission-no-answer", why=one.why.rstrip(".")))
    if any(one.state == "nobody" for one in probed):
        note("permissions", "WARN", words.say("permission-nobody"))


async def _examine_database(settings: Settings, note: Any) -> None:
    from sidecar import jobs

    try:
        async with app.database_url(settings) as url:
            missing = await pending(url)
            note(
                "database",
                "WARN" if missing else "OK",
                f"{missing} migration(s) missing: run `companion migrate`." if missing else "up to date",
            )
            if not missing:
                database = await Database.open(url)
                given_up = await jobs.parked(database)
                reported = await reported_customs(database)
                await _examine_roll_out(settings, database, note)
                await database.close()
                says = ", ".join(f"{count} {kind}" for kind, count in given_up)
                note("jobs", "WARN" if given_up else "OK", f"gave up: {says}" if given_up else "none gave up")
                told = "; ".join(reported)
                note("customs", "WARN" if told else "OK", f"reported as wrong: {told}" if told else "none reported as wrong")
    except CompanionError as error:
        note("database", "FAIL", str(error))


async def _examine_roll_out(settings: Settings, database: Database, note: Any) -> None:
    if settings.teams_app_id and settings.people_group:
        note_roll_out(await rolled_out(database, TenantId(settings.tenant_id.lower()), Clock()()), note)


def note_roll_out(found: RolledOut, note: Any) -> None:
    """How many have the app; then each reason why somebody could not be given it, once, with what to do."""
    note("roll-out", "OK", f"{found.given} of the group have the app, or had it and took it out.")
    if found.unheard:
        says = f"{found.unheard} have the app, and the bot has heard nothing of them: they write “hi” to it, or install it anew."
        note("roll-out", "WARN", says)
    for why, people in found.problems:
        if people:
            mend = "allow the app for them in the Teams admin center, and see TeamsAppInstallation.ReadWriteSelfForUser.All."
            note("roll-out", "WARN", f"{people} could not be given the app ({why}): {mend}")
        else:
            note("roll-out", "FAIL", f"The group could not be read ({why}): see COMPANION_PEOPLE_GROUP and GroupMember.Read.All.")
